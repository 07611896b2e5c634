//! The reconciliations screen: which two lists, from one total to the other, the rows that differ,
//! and where what is left may come from.
//!
//! Invariant: every row of either list stands on exactly one tab beside "all", and the tab's count
//! says how many lines it has.

mod bridge;
mod leads;
mod lines;
mod setup;

use serde::{Deserialize, Serialize};

use super::sources::Sources;
use super::tie::{self, TieBar};
use crate::analysis::reconcile::{self, Reconciliation};
use crate::report::reconciled::{facts, title};
use crate::rules::Results;
use crate::words::Lang;

pub use bridge::{BridgeRow, BridgeTable};
pub use leads::{LeadLine, LeadList};
pub use lines::{Head, LineRow, Tab};
pub use setup::{Picked, ProposalLine, Setup, SheetOption};

/// What the user asked to see; it stands in the address.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Choice {
    /// Position among the chosen reconciliations; the last one when `None`.
    pub at: Option<u32>,
    /// Key of the comparison that is being set up.
    pub setting: Option<String>,
    pub show: Show,
    pub from: u32,
    pub rows: u32,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Show {
    /// All that is not simply equal.
    #[default]
    Differing,
    Unexplained,
    OnlyLeft,
    OnlyRight,
    /// Pairs that differ.
    Pairs,
    Equal,
    All,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct CompareView {
    pub nothing_loaded: bool,
    /// The chosen reconciliations, by name, and the one that is shown.
    pub chosen: Vec<String>,
    pub at: u32,
    pub setup: Setup,
    pub shown: Option<Box<Shown>>,
    /// One of the two lists is not loaded.
    pub lost: bool,
}

/// One reconciliation.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Shown {
    pub choice: Option<reconcile::Choice>,
    pub title: String,
    /// How the lists were read: by what rows are named, whether signs are turned, what was left out.
    pub facts: Vec<String>,
    pub bridges: Vec<BridgeTable>,
    pub tie: Option<TieBar>,
    pub tabs: Vec<Tab>,
    pub heads: Vec<Head>,
    pub lines: Vec<LineRow>,
    pub from: u32,
    pub total: u32,
    pub leads: Vec<LeadList>,
}

pub fn view(results: &Results, choice: &Choice, lang: Lang) -> CompareView {
    let all = &results.reconciliations;
    let last = all.len().saturating_sub(1);
    let at = choice.at.map_or(last, |at| (at as usize).min(last));
    let one = all.get(at);
    let shown = one.and_then(|one| shown(results, one, choice, lang));
    CompareView {
        nothing_loaded: results.book.tables().is_empty(),
        chosen: all.iter().map(|one| title(results, &one.choice, lang)).collect(),
        at: at as u32,
        setup: setup::setup(results, choice, lang),
        lost: one.is_some() && shown.is_none(),
        shown: shown.map(Box::new),
    }
}

fn shown(results: &Results, one: &Reconciliation, choice: &Choice, lang: Lang) -> Option<Shown> {
    let done = one.done.as_ref()?;
    let ties: Vec<_> = done.bridges.iter().map(|b| b.tie(done.comparison)).collect();
    let sources = Sources::of(results);
    let window = lines::window(done, choice, &sources, lang);
    Some(Shown {
        choice: Some(one.choice.clone()),
        title: title(results, &one.choice, lang),
        facts: facts(done, lang),
        bridges: done.bridges.iter().map(|b| bridge::table(done, b, lang)).collect(),
        tie: tie::bar(&ties, &done.comparison.word(), lang),
        tabs: lines::tabs(done, choice.show, lang),
        heads: lines::heads(done, lang),
        from: window.from,
        total: window.total,
        lines: window.lines,
        leads: leads::lists(done, &sources, lang),
    })
}
