//! A format-neutral document tree, the sections that fill it from [`Results`], and the writers.
//!
//! A section is one file under `sections/` and one line in [`SECTIONS`]; it becomes a sheet of the
//! workbook, a CSV, and pages. No writer knows what it writes, no section knows a format.
//!
//! [`Results`]: crate::rules::Results

mod document;
pub mod reconciled;
mod sections;
mod text;
mod write_csv;
mod write_xlsx;

pub use document::{Align, Cell, Column, Document, Note, Section, Table, Tone};
pub use sections::{SECTIONS, SectionSpec, build, section};
pub use write_csv::write_csv;
pub use write_xlsx::{WriteProblem, write_xlsx};
