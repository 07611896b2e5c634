//! Everything a user can decide, in the order it was decided. A session is inputs + decisions;
//! results are recomputed.
//!
//! Invariant: the journal only grows. Undo is an entry too; nothing is erased.

mod command;
mod file;
mod history;
mod journal;
mod state;

pub use command::{Command, ReadingChange};
pub use file::{SessionFile, SessionFileProblem};
pub use journal::{Entry, Journal};
pub use state::State;
