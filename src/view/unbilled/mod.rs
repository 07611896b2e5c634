//! The unbilled screen: roll-forward, owners, the open jobs in groups, and the tie bar at the foot.
//!
//! Invariant: each job stands in exactly one group, and the groups add up to the totals under them.

mod head;
mod list;
mod mail;
mod rolled;
mod sheets;

use serde::{Deserialize, Serialize};

use super::tie::{self, TieBar};
use super::{Amount, amounts};
use crate::base::{Sums, fold_id, limits};
use crate::rules::Results;
use crate::table::Kind;
use crate::words::{self, Args, Lang};

pub use head::{OwnerLine, Owners, Roll, RollHead, RollRow};
pub use list::{GroupLine, JobLine, Line};
pub use sheets::{Sheet, SheetLine};

/// What the user asked to see; it stands in the address.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Choice {
    pub show: Show,
    pub by: By,
    /// Only jobs of this owner (word key), reason (code), client.
    pub owner: Option<String>,
    pub reason: Option<String>,
    pub client: Option<String>,
    /// First line of the window, and how many.
    pub from: u32,
    pub rows: u32,
    /// Selected lines: ranges of positions, first and last included. Group lines in them are
    /// passed over.
    pub selected: Vec<(u32, u32)>,
    /// Whether to hand out the job numbers of the selection.
    pub take: bool,
    /// Whether to write the e-mail text about the selection, and in which language.
    pub mail: Option<Lang>,
}

/// Which list.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Show {
    /// Unbilled and partly billed jobs.
    #[default]
    Open,
    PartlyBilled,
    BilledTwice,
    /// Charges that name no known job.
    WithoutJob,
    /// What the roll-forward counts as billed, and as cancelled; led to from there.
    Billed,
    Cancelled,
    /// No list: the roll-forward by reason and owner.
    RollForward,
    /// No list: readiness by client and week.
    Readiness,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum By {
    #[default]
    Standing,
    Reason,
    Client,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct UnbilledView {
    /// What has to be loaded before there is a list; empty when all is there.
    pub wanted: Vec<String>,
    /// Why the list is longer than it should be: there are no invoices, and what to add.
    pub no_invoices: String,
    pub roll: Option<Roll>,
    /// Why there is no roll-forward.
    pub roll_missing: String,
    pub owners: Owners,
    pub tabs: Vec<ShowTab>,
    /// Heads of the ten columns of [`JobLine`].
    pub heads: Vec<String>,
    pub lines: Vec<Line>,
    /// What stands in the list's place.
    pub sheet: Option<Sheet>,
    pub from: u32,
    pub total: u32,
    /// `26 open jobs`
    pub total_text: String,
    pub sums: Vec<Amount>,
    /// The sums agree with the closing of the roll-forward.
    pub proved: bool,
    /// Reasons that can be set, with their titles.
    pub reasons: Vec<(String, String)>,
    pub subject: Subject,
    pub tie: Option<TieBar>,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct ShowTab {
    pub show: Show,
    pub word: String,
    pub count: String,
    pub on: bool,
}

/// The selected jobs.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Subject {
    pub count: u32,
    pub count_text: String,
    pub sums: Vec<Amount>,
    /// Folded job numbers, for the command; empty unless [`Choice::take`].
    pub jobs: Vec<String>,
    pub mail: String,
}

pub fn view(results: &Results, choice: &Choice, lang: Lang) -> UnbilledView {
    let entries = list::entries(results, choice);
    let groups = list::group(&entries, choice);
    let positions = list::positions(&groups);
    let from = (choice.from as usize).min(positions.len());
    let many = choice.rows.min(limits::WINDOW_ROWS_MAX) as usize;
    let to = from.saturating_add(many).min(positions.len());
    let sums: Sums = entries.iter().filter_map(|entry| entry.value).collect();
    let line = |at: usize| list::line(at, positions[at], &groups, choice, lang);
    let unfiltered = [&choice.owner, &choice.reason, &choice.client].iter().all(|f| f.is_none());
    let roll = results.unbilled.roll_forward.as_ref();
    let closes = roll.is_some_and(|roll| {
        roll.holds()
            && roll.closing.jobs == entries.len() as i64
            && same(&roll.closing.value, &sums)
    });
    UnbilledView {
        wanted: wanted(results, lang),
        no_invoices: match results.lacks_invoices() {
            true => words::text(lang, "unbilled-no-invoices"),
            false => String::new(),
        },
        roll: roll.map(|roll| head::roll(roll, lang)),
        roll_missing: match roll {
            Some(_) => String::new(),
            None => words::text(lang, "unbilled-no-prior"),
        },
        owners: head::owners(results, lang),
        tabs: list::tabs(results, choice, lang),
        heads: list::heads(choice.show, lang),
        lines: (from..to).map(line).collect(),
        sheet: sheets::sheet(results, choice.show, lang),
        from: from as u32,
        total: positions.len() as u32,
        total_text: list::counted(choice.show, entries.len(), lang),
        sums: amounts(&sums),
        proved: choice.show == Show::Open && unfiltered && closes,
        reasons: list::reasons(lang),
        subject: subject(&positions, &groups, results, choice),
        tie: tie::bar(&results.ties, "tie-to-bill", lang),
    }
}

fn subject(
    positions: &[list::Position],
    groups: &[list::Group],
    results: &Results,
    choice: &Choice,
) -> Subject {
    let is_selected = |at: usize| {
        choice.selected.iter().any(|(first, last)| (*first..=*last).contains(&(at as u32)))
    };
    let picked: Vec<&list::Entry> = positions
        .iter()
        .enumerate()
        .filter(|(at, _)| is_selected(*at))
        .filter_map(|(_, position)| position.entry(groups))
        .collect();
    let sums: Sums = picked.iter().filter_map(|entry| entry.value).collect();
    Subject {
        count: picked.len() as u32,
        count_text: words::format::count(picked.len() as i64),
        sums: amounts(&sums),
        jobs: match choice.take {
            true => picked.iter().map(|e| fold_id(&e.job)).filter(|no| !no.is_empty()).collect(),
            false => Vec::new(),
        },
        mail: choice.mail.map_or_else(String::new, |l| mail::write(&picked, &sums, results, l)),
    }
}

/// Lists without which nothing can be called unbilled.
/// With jobs there is a list, though without invoices a long one: [`UnbilledView::no_invoices`].
fn wanted(results: &Results, lang: Lang) -> Vec<String> {
    if results.book.has(Kind::Jobs) {
        return Vec::new();
    }
    let wanted = [(Kind::Jobs, "unbilled-wants-jobs"), (Kind::Lines, "unbilled-wants-lines")];
    let lacks = |kind: Kind| match kind {
        // A list with one row an invoice can name its jobs too.
        Kind::Lines => !results.book.has(Kind::Lines) && !results.book.has(Kind::Invoices),
        kind => !results.book.has(kind),
    };
    let lacking = wanted.iter().filter(|(kind, _)| lacks(*kind));
    lacking.map(|(_, key)| words::text(lang, key)).collect()
}

/// Equal per currency; one that was touched and came to nil counts as not there.
fn same(a: &Sums, b: &Sums) -> bool {
    a.iter().all(|sum| b.get(sum.currency) == sum) && b.iter().all(|sum| a.get(sum.currency) == sum)
}

fn counted(key: &str, count: usize, lang: Lang) -> String {
    words::say(lang, key, &Args::new().with("count", count))
}
