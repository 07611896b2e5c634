//! The frame around every screen: tallies on the rail, undo and redo, revision.

use serde::{Deserialize, Serialize};

use crate::base::{Date, iso};
use crate::rules::Results;
use crate::words::{self, Lang, format};

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
    /// Suggested matches and those with two answers.
    pub reconcile: usize,
    pub decisions: usize,
    /// What Undo would take back; empty when there is nothing.
    pub undo: String,
    pub redo: bool,
}

/// What the frame shows of the ground state; results are one derivation behind it at most.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Ground {
    pub revision: u64,
    pub as_of: Option<Date>,
    pub files_asking: usize,
    pub decisions: usize,
    /// Word key of the command that Undo would take back.
    pub undo: Option<&'static str>,
    pub redo: bool,
}

pub fn view(results: &Results, ground: &Ground, lang: Lang) -> Frame {
    let open = results.qc.findings.iter().filter(|f| results.decisions.is_open(f));
    Frame {
        revision: ground.revision,
        as_of: ground.as_of.map(iso).unwrap_or_default(),
        as_of_text: ground.as_of.map(|date| format::date(lang, date)).unwrap_or_default(),
        files: results.intake.files.len(),
        files_asking: ground.files_asking,
        findings_open: open.count(),
        unbilled: results.unbilled.open().count(),
        reconcile: super::reconcile::needs_you(results),
        decisions: ground.decisions,
        undo: ground.undo.map(|key| words::text(lang, key)).unwrap_or_default(),
        redo: ground.redo,
    }
}
