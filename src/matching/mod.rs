//! Matching of receipts with open items: partitions, passes in order, proof, and what is left. It
//! knows items and references, and neither files nor screens.
//!
//! Invariant: received = applied + left over, on both sides, after every match; the order of rows
//! decides nothing; of two answers that fit, none is taken by machine.

mod abbreviated;
mod accounts;
mod case;
mod decided;
mod declared;
mod decoys;
mod deduction;
mod disturbed;
mod evidence;
mod exchange;
mod families;
mod gate;
mod gathering;
mod habit;
mod identity;
mod instalments;
mod item;
mod months;
mod names;
mod near;
mod passes;
mod payer;
mod pool;
mod reference;
mod refusals;
mod rulings;
mod run;
mod solve;
mod standing;
mod structured;
pub mod subset;
mod text;
mod tolerance;
mod vocabulary;
mod why;

pub use accounts::Held;
pub use case::{Case, Mention, Options};
pub use decided::{Allocation, Decision, Match, Offset, Research};
pub use declared::Declared;
pub use decoys::decoys;
pub use deduction::{Discounts, Granted, Usual};
pub use evidence::{Fact, Speaks};
pub use exchange::{Rate, exchanged};
pub use habit::{Habit, Kept};
pub use identity::{Keys, line_key};
pub use instalments::{Instalment, read as read_instalments};
pub use item::{AdviceLine, Item, Occurrence, Overlapping, Reference, Sides};
pub use months::{Named as NamedMonth, read as read_months};
pub use passes::{PASSES, Pass, is_unproved, not_run, word};
pub use payer::{How, Payer, payer_text};
pub use refusals::Turned;
pub use rulings::{
    Application, Coded, Learned, Pairing, Proposed, Refusal, Reversed, Rulings, Seen, Side, Trust,
};
pub use run::{Outcome, PARTS, Part, confirmed_only, run, run_passes};
pub use standing::BY_HAND;
pub use tolerance::{Difference, Tolerance, Tolerances};
pub use why::{WhyNot, why_not};
