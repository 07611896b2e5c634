//! The workbench: inputs and journal are the ground state; everything else is derived from them.
//!
//! Data flows one way: a command is journalled, the revision moves, a derivation recomputes what
//! depends on it, step by step so that a worker can report progress and drop a stale one.
//! Invariant: same inputs and same decisions give the same results, whatever the order of loading.

mod derivation;
mod readings;
mod workbench;

pub use derivation::{Derivation, Stage};
pub use workbench::{Loaded, Rejected, Workbench};
