//! The reconcile screen: receipts and open items, the decision between them, the tie bar at the foot.
//! It hands out decisions ready to be journalled; the page adds nothing up and names no row itself.
//!
//! Invariant: every receipt stands in the list, and every open item; what is listed of one that was
//! split adds up to it.

mod by_hand;
mod inspect;
mod learned;
mod line;
mod order;
mod overlaps;

use serde::{Deserialize, Serialize};

use super::tie::{self, TieBar};
use super::{Amount, Facet, SourceTag, amounts};
use crate::analysis::cash;
use crate::base::{Money, Sums, limits};
use crate::matching::{Application, Decision, Match, Refusal, is_unproved};
use crate::rules::Results;
use crate::table::Kind;
use crate::words::{self, Arg, Args, Lang, format};

pub use by_hand::{Hand, HandRow, HandView};
pub use inspect::{Allocated, Answered, Candidate, Inspector, PassLine, RefundTests};
pub use learned::{HabitLine, LearnedView, PayerLine, RefusedLine, RuleLine};
pub use line::{Chip, Line, Paper};
pub use order::{Order, OrderKey, needs_you, order};
pub use overlaps::Overlap;

/// What the user asked to see; it stands in the address.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Choice {
    pub show: Show,
    /// Code of a currency, codes of passes; empty chooses all.
    pub currency: Option<String>,
    pub pass: std::collections::BTreeSet<String>,
    /// A number, a name or an amount.
    pub find: String,
    /// First line of the window, and how many.
    pub from: u32,
    pub rows: u32,
    /// The line that is looked at.
    pub at: Option<u32>,
    /// Whether to hand out all suggestions that are listed, for one decision about them.
    pub take: bool,
    /// Rows that the user puts together, or splits.
    pub hand: Option<Hand>,
    /// The table of what was learned is open; what is typed is looked for among the customers.
    pub learned: Option<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Show {
    /// Suggested or ambiguous.
    #[default]
    NeedsYou,
    Tied,
    /// Receipts for which nothing was found.
    OpenReceipts,
    OpenItems,
    All,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct ReconcileView {
    /// What has to be loaded first; empty when all is there.
    pub wanted: Vec<String>,
    pub tabs: Vec<ShowTab>,
    pub currencies: Vec<CurrencyTab>,
    pub passes: Facet,
    /// Sums of the two sides as listed.
    pub items: Vec<Amount>,
    pub receipts: Vec<Amount>,
    pub lines: Vec<Line>,
    pub from: u32,
    pub total: u32,
    pub total_text: String,
    pub inspector: Option<Box<Inspector>>,
    pub bulk: Bulk,
    pub hand: Option<HandView>,
    pub learned: Option<LearnedView>,
    /// How much was learned; empty when nothing.
    pub learned_count: String,
    pub tie: Option<TieBar>,
    /// Receipts after the as-of day, which are left out; empty when there are none.
    pub later: String,
    /// Rows without an amount that can be read, which take no part; empty when there are none.
    pub unread: String,
    /// Matches that the house's limits hold back for a person; empty when there are none.
    pub held_back: String,
    /// Decisions whose rows are not there as they were; empty when all are.
    pub lost: String,
    /// What is not matched yet, because matching was left off or is under way; empty when it is done.
    pub waiting: String,
    /// Matching was left off, so that it can be started again.
    pub left_off: bool,
    /// Lines that stand in several bank files, or no longer in one.
    pub overlaps: Vec<Overlap>,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct ShowTab {
    pub show: Show,
    pub word: String,
    pub count: String,
    pub on: bool,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct CurrencyTab {
    pub code: String,
    /// `tied` or `partly`.
    pub mark: String,
    pub on: bool,
}

/// All suggestions of the list, as one decision.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Bulk {
    pub count: u32,
    pub count_text: String,
    pub sums: Vec<Amount>,
    /// Empty unless [`Choice::take`].
    pub applications: Vec<Application>,
}

pub fn view(results: &Results, choice: &Choice, order: &Order, lang: Lang) -> ReconcileView {
    let wanted = wanted(results, lang);
    if !wanted.is_empty() {
        return ReconcileView { wanted, ..ReconcileView::default() };
    }
    let outcome = &results.cash.outcome;
    let all = &order.entries;
    let from = (choice.from as usize).min(all.len());
    let many = choice.rows.min(limits::WINDOW_ROWS_MAX) as usize;
    let to = from.saturating_add(many).min(all.len());
    let at = choice.at.filter(|_| !all.is_empty());
    let at = at.map(|at| (at as usize).min(all.len() - 1));
    let ties = cash::received_applied(outcome);
    let lost = outcome.lost.len();
    let shown = line::Shown::of(results, lang);
    ReconcileView {
        wanted,
        tabs: order.tabs(choice, lang),
        currencies: currencies(&ties, choice),
        passes: order.passes(choice, lang),
        items: amounts(&order.items),
        receipts: amounts(&order.receipts),
        lines: (from..to).map(|at| shown.line(at as u32, all[at])).collect(),
        from: from as u32,
        total: all.len() as u32,
        total_text: words::say(lang, "reconcile-listed", &Args::new().with("count", all.len())),
        inspector: at
            .map(|at| Box::new(inspect::inspect(results, &shown, at as u32, all[at], lang))),
        bulk: bulk(results, choice, order),
        hand: choice.hand.as_ref().map(|hand| by_hand::put_together(results, hand, lang)),
        learned: choice.learned.as_ref().map(|typed| learned::learned(results, typed, lang)),
        learned_count: learned_count(results),
        tie: tie::bar(&ties, "tie-cash", lang),
        later: later(results, lang),
        unread: unread(results, lang),
        held_back: held_back(results, lang),
        waiting: waiting(results, lang),
        left_off: outcome.left_off,
        overlaps: overlaps::overlaps(results, lang),
        lost: match lost {
            0 => String::new(),
            _ => words::say(lang, "reconcile-lost", &Args::new().with("count", lost)),
        },
    }
}

fn later(results: &Results, lang: Lang) -> String {
    let later = &results.cash.outcome.sides.later;
    let Some(day) = results.policy.as_of.filter(|_| !later.is_empty()) else {
        return String::new();
    };
    let sums: Sums = later.iter().map(|item| item.money()).collect();
    let args = Args::new()
        .with("count", later.len())
        .with("date", format::date(lang, day))
        .with("sums", Arg::List(sums.iter().map(format::money_with_code).collect()));
    words::say(lang, "reconcile-later", &args)
}

/// Nothing is said of rows at which no pass has looked, but that it is so.
fn waiting(results: &Results, lang: Lang) -> String {
    let (cash, outcome) = (&results.cash, &results.cash.outcome);
    if cash.unfinished {
        return words::text(lang, "reconcile-under-way");
    }
    if !outcome.left_off {
        return String::new();
    }
    let args = Args::new()
        .with("receipts", outcome.research.len())
        .with("items", outcome.unmatched.len())
        .with("confirmed", outcome.matches.len());
    words::say(lang, "reconcile-left-off", &args)
}

fn unread(results: &Results, lang: Lang) -> String {
    let (receipts, items) = results.cash.outcome.sides.unread;
    if receipts + items == 0 {
        return String::new();
    }
    let args = Args::new().with("receipts", receipts).with("items", items);
    words::say(lang, "reconcile-unread", &args)
}

fn held_back(results: &Results, lang: Lang) -> String {
    let outcome = &results.cash.outcome;
    let waits = |found: &&Match| {
        found.decision == Decision::Suggested
            && found.facts.iter().any(|fact| cash::HELD_BACK.contains(&fact.key))
    };
    let waiting: Vec<&Match> = outcome.matches.iter().filter(waits).collect();
    if waiting.is_empty() {
        return String::new();
    }
    let receipts = waiting.iter().flat_map(|found| &found.left);
    let sums: Sums = receipts.map(|&at| outcome.sides.left[at as usize].money()).collect();
    let args = Args::new()
        .with("count", waiting.len())
        .with("sums", Arg::List(sums.iter().map(format::money_with_code).collect()));
    words::say(lang, "reconcile-held-back", &args)
}

fn learned_count(results: &Results) -> String {
    let rulings = &results.cash.rulings;
    let habits = rulings.habits().len();
    let rules = rulings.trust.len() + rulings.refusals.len();
    let payers = rulings.payers.len() + rulings.oldest_first.len();
    match payers + rules + habits + rulings.refused.len() {
        0 => String::new(),
        count => format::count(count as i64),
    }
}

fn wanted(results: &Results, lang: Lang) -> Vec<String> {
    let book = &results.book;
    let receipts = book.has(Kind::Payments) || book.has(Kind::BankLines);
    let wanted = [
        (book.has(Kind::Invoices), "reconcile-wants-items"),
        (receipts, "reconcile-wants-receipts"),
    ];
    let lacking = wanted.iter().filter(|(there, _)| !there);
    lacking.map(|(_, key)| words::text(lang, key)).collect()
}

fn currencies(ties: &[crate::analysis::tie::Tie], choice: &Choice) -> Vec<CurrencyTab> {
    let tab = |tie: &crate::analysis::tie::Tie| CurrencyTab {
        code: tie.currency.code().to_owned(),
        mark: if tie.difference.is_zero() { "tied" } else { "partly" }.to_owned(),
        on: choice.currency.as_deref() == Some(tie.currency.code()),
    };
    ties.iter().map(tab).collect()
}

fn bulk(results: &Results, choice: &Choice, order: &Order) -> Bulk {
    let outcome = &results.cash.outcome;
    let suggested = order.entries.iter().filter_map(|entry| match entry {
        order::Entry::Match(at) => outcome.matches.get(*at as usize),
        _ => None,
    });
    let suggested: Vec<_> = suggested
        .filter(|found| found.decision == Decision::Suggested && !is_unproved(found))
        .collect();
    let sums: Sums = suggested
        .iter()
        .flat_map(|found| &found.allocations)
        .map(|a| Money::new(a.amount, outcome.sides.left[a.left as usize].currency))
        .collect();
    Bulk {
        count: suggested.len() as u32,
        count_text: format::count(suggested.len() as i64),
        sums: amounts(&sums),
        applications: match choice.take {
            true => suggested.iter().map(|found| cash::of_match(outcome, found)).collect(),
            false => Vec::new(),
        },
    }
}
