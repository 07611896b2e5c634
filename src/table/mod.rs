//! Typed columns over raw sheets: the one copy of the data. Knows fields and kinds, not what a
//! billing question is.
//!
//! Invariant: every physical row of a sheet has exactly one [`Fate`]; every typed value leads back
//! to its raw cell.

mod charges;
mod column;
mod columns;
mod fate;
mod field;
mod given;
mod kind;
mod packed;
mod raw;
mod reads;
mod typed;

pub use charges::CHARGES;
pub use column::{Cell, Column, Data, DateColumn, Entries, NumberColumn, TextColumn};
pub use columns::Columns;
pub use fate::{Fate, Fates};
pub use field::{FIELDS, Field, FieldSpec, ValueKind};
pub use given::{Given, Stated, Statement};
pub use kind::{Kind, KindSpec};
pub use raw::{RawCell, RawCells, RawColumn, RawKind, RawSheet, Unfolded};
pub use reads::KINDS;
pub use typed::{Failure, Means, Placed, Table, Told};
