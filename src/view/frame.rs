//! The frame around every screen: tallies on the rail, undo and redo, revision.

use serde::{Deserialize, Serialize};

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Frame {
    pub revision: u64,
    /// ISO; empty while no as-of date is set.
    pub as_of: String,
    pub as_of_text: String,
    pub files: usize,
    pub files_asking: usize,
    pub findings_open: usize,
    pub unbilled: usize,
    pub decisions: usize,
    /// What Undo would take back; empty when there is nothing.
    pub undo: String,
    pub redo: bool,
}
