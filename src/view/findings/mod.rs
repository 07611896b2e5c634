//! The findings screen: facets, status tabs, groups by rule, the open rule with its rows.
//!
//! Not here: taking decisions (commands of the session). Invariant: the counts and sums of the
//! groups add up to the totals under the list.

mod alike;
mod groups;
mod open;
mod seen;

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use self::seen::{Seen, Status};
use super::columns::Columns;
use super::not_run::{NotRunLine, not_run};
use super::sources::Sources;
use super::{Amount, Facet};
use crate::base::Money;
use crate::rules::Results;
use crate::words::{self, Args, Lang, format};

pub use alike::{AlikeRow, LookAlikes};
pub use groups::{Band, RuleLine};
pub use open::{Detail, DetailCell, EvidenceRow, FindingRow, OpenRule};
pub use seen::Status as FindingStatus;
pub(super) use seen::severity_key;

/// What the user asked to see; it stands in the address. Empty facets choose everything.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Choice {
    pub status: Status,
    /// Keys of facet values: `break`, `price`, client names, file names.
    pub severity: BTreeSet<String>,
    pub topic: BTreeSet<String>,
    pub client: BTreeSet<String>,
    pub file: BTreeSet<String>,
    pub find_client: String,
    pub sort: Sort,
    /// Code of the rule whose rows are shown.
    pub rule: Option<String>,
    /// First row of the window, and how many.
    pub from: u32,
    pub rows: u32,
    /// Selected rows of the open rule: ranges of positions, first and last included.
    pub selected: Vec<(u32, u32)>,
    /// Whether to hand out the keys of what a decision would be about.
    pub take: bool,
    /// Position of the row to explain in full.
    pub explain: Option<u32>,
    /// Position of the row whose look-alikes are wanted.
    pub alike: Option<u32>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sort {
    /// By the share of a currency's total that the rule puts at stake.
    #[default]
    Money,
    Rule,
    Count,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct FindingsView {
    /// No table was loaded yet, or none that a check can use.
    pub nothing_loaded: bool,
    pub tabs: Vec<Tab>,
    pub facets: Vec<Facet>,
    /// Heads of the money columns.
    pub currencies: Vec<String>,
    pub bands: Vec<Band>,
    pub total: Total,
    pub not_run: Vec<NotRunLine>,
    pub open: Option<OpenRule>,
    /// What `Accept` and `Dismiss` would decide.
    pub subject: Subject,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Tab {
    pub status: Status,
    pub word: String,
    pub count: String,
    pub on: bool,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Total {
    /// `74 findings, 12 rules`
    pub text: String,
    pub count: String,
    pub money: Vec<Option<Amount>>,
}

/// The selected rows, or all rows of the open rule when none is selected.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Subject {
    /// Whether rows were selected by hand.
    pub selected: bool,
    pub count: u32,
    pub count_text: String,
    /// Signed sums, one a currency.
    pub sums: Vec<Amount>,
    /// Sizes, one a currency: what is at stake.
    pub at_stake: Vec<Amount>,
    /// Only when one currency is selected.
    pub average: Option<Amount>,
    pub smallest: Option<Amount>,
    pub largest: Option<Amount>,
    /// For the command; empty unless [`Choice::take`].
    pub keys: Vec<(String, Option<Money>)>,
}

pub fn view(results: &Results, choice: &Choice, lang: Lang) -> FindingsView {
    let sources = Sources::of(results);
    let all = seen::all(results, &sources);
    let listed: Vec<&Seen> = all.iter().filter(|seen| seen.passes(choice)).collect();
    let groups = groups::group(&listed, choice.sort);
    let columns = Columns::of(groups.iter().map(|group| &group.at_stake));
    let open = choice.rule.as_deref().and_then(|code| groups.iter().find(|g| g.code == code));
    FindingsView {
        nothing_loaded: results.book.tables().is_empty(),
        tabs: seen::tabs(&all, choice, lang),
        facets: seen::facets(&all, choice, lang),
        currencies: columns.heads(),
        bands: groups::bands(&groups, &columns, lang),
        total: groups::total(&groups, &columns, lang),
        not_run: not_run(results, lang),
        open: open.map(|group| open::open(results, group, &groups, &sources, choice, lang)),
        subject: open.map(|group| open::subject(group, choice)).unwrap_or_default(),
    }
}

/// `74 findings`
fn findings_counted(count: usize, lang: Lang) -> String {
    words::say(lang, "findings-count", &Args::new().with("count", count))
}

fn count(count: usize) -> String {
    format::count(count as i64)
}

#[cfg(test)]
mod tests;
