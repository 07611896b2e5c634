//! Reconciliations: two lists that should say the same, held against each other row by row. It
//! pairs, names what differs, and adds the difference of the totals up from its causes; it books
//! nothing and corrects nothing.
//!
//! Invariant: per currency, left − right = explained parts + unexplained, and every row of either
//! list stands in exactly one line.

mod balances;
mod bank;
mod bridge;
mod cause;
mod control;
mod detective;
mod entries;
mod fields;
mod gaps;
mod keyed;
mod propose;
mod slip;

use serde::{Deserialize, Serialize};

use crate::base::{Date, Money, Source, Sums};
use crate::table::{Field, Table};

pub use balances::Balances;
pub use bridge::{Bridge, Part};
pub use cause::Cause;
pub use control::{Account, Control, accounts};
pub use detective::{Inquiry, Lead, LeadKind};
pub use entries::may_name;
pub use fields::Differing;
pub use gaps::Gap;
pub use propose::{Proposed, propose};
pub use slip::Slip;

/// What is reconciled with what. The left side is the one that is believed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Comparison {
    /// Bank statement and cash book.
    BankBook,
    /// The system that the work is recorded in, and receivables.
    SourceLedger,
    /// Open items, and the control account of the general ledger.
    SubledgerGeneral,
    /// The same list, then and now.
    Snapshots,
    /// What one company says of the other, and the other way round.
    Intercompany,
}

impl Comparison {
    pub const ALL: [Comparison; 5] = [
        Comparison::BankBook,
        Comparison::SourceLedger,
        Comparison::SubledgerGeneral,
        Comparison::Snapshots,
        Comparison::Intercompany,
    ];

    /// Key of its name in the word catalogue; with `-left` and `-right` those of its sides.
    pub fn word(self) -> String {
        format!("compare-{}", self.key().replace('_', "-"))
    }

    pub fn key(self) -> &'static str {
        match self {
            Comparison::BankBook => "bank_book",
            Comparison::SourceLedger => "source_ledger",
            Comparison::SubledgerGeneral => "subledger_general",
            Comparison::Snapshots => "snapshots",
            Comparison::Intercompany => "intercompany",
        }
    }

    pub fn from_key(key: &str) -> Option<Comparison> {
        Comparison::ALL.into_iter().find(|comparison| comparison.key() == key)
    }
}

/// One side: a sheet by the file's SHA-256 and its index, so that the choice finds it again.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct SheetKey {
    pub file: String,
    pub sheet: u16,
}

/// What the user chose to reconcile.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Choice {
    pub comparison: Comparison,
    pub left: SheetKey,
    pub right: SheetKey,
    /// The column that names a row on both sides; told by the data when `None`.
    pub key: Option<Field>,
    /// Whether the right side writes amounts with the other sign; told by the data when `None`.
    pub mirrored: Option<bool>,
    /// The account of the general ledger that the left side stands for; told by the data when `None`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<String>,
}

impl Choice {
    /// The same two lists for the same end, whatever they are compared by.
    pub fn is_about(&self, other: &Choice) -> bool {
        (self.comparison, &self.left, &self.right) == (other.comparison, &other.left, &other.right)
    }
}

/// A choice and what came of it; nothing while one of its tables is not there.
#[derive(Clone, Debug)]
pub struct Reconciliation {
    pub choice: Choice,
    pub done: Option<Reconciled>,
}

/// One row of one list.
#[derive(Clone, PartialEq, Debug)]
pub struct Entry {
    /// Index into the table's used rows.
    pub row: usize,
    /// The cell of the amount, or the row.
    pub source: Source,
    /// As the file has it; empty when blank.
    pub key: String,
    folded: String,
    /// With the left side's sign. `None` where the cell is blank or cannot be read.
    pub amount: Option<Money>,
    pub date: Option<Date>,
}

/// One list as the reconciliation reads it.
#[derive(Clone, Debug, Default)]
pub struct Side {
    pub entries: Vec<Entry>,
    /// The columns whose amounts are added up.
    pub amounts: Vec<Field>,
    /// Rows whose amount cannot be read.
    pub unread: usize,
}

/// Rows of both lists that belong together, or one that stands alone.
#[derive(Clone, PartialEq, Debug)]
pub struct Line {
    pub left: Vec<u32>,
    pub right: Vec<u32>,
    pub cause: Cause,
    /// Fields that differ, beside the amount.
    pub differing: Vec<Differing>,
}

#[derive(Clone, Debug)]
pub struct Reconciled {
    pub comparison: Comparison,
    pub left: Side,
    pub right: Side,
    /// The columns that name a row; empty where the lists have none in common.
    pub keys: Vec<Field>,
    pub mirrored: bool,
    /// Of a general ledger, which account counts; `None` where the right list is none.
    pub control: Option<Control>,
    /// In the order of the left list, then of the right one.
    pub lines: Vec<Line>,
    pub bridges: Vec<Bridge>,
    /// Numbers that neither list has, between numbers that they have.
    pub gaps: Vec<Gap>,
    /// Columns of both lists that say different things nearly everywhere.
    pub not_compared: Vec<Field>,
    /// Where a difference may come from, for each bridge that leaves one.
    pub inquiries: Vec<Inquiry>,
}

/// Reconciles two tables.
pub fn reconcile(left: &Table, right: &Table, choice: &Choice) -> Reconciled {
    let comparison = choice.comparison;
    let keys = entries::keys(left, right, choice);
    let (left_side, mut right_side, mirrored) = entries::sides(left, right, &keys, choice);
    let control = control::take(&left_side, right, &mut right_side, choice);
    let undecided = control.as_ref().is_some_and(|control| control.account.is_none());
    let mut done = Reconciled {
        comparison,
        left: left_side,
        right: right_side,
        keys,
        mirrored,
        control,
        lines: Vec::new(),
        bridges: Vec::new(),
        gaps: Vec::new(),
        not_compared: Vec::new(),
        inquiries: Vec::new(),
    };
    if undecided {
        // No total is held against another before it is known which one is meant.
        return done;
    }
    match comparison {
        Comparison::BankBook => bank::pair(&mut done, left, right),
        _ if done.keys.is_empty() => {}
        _ => keyed::pair(&mut done, left, right),
    }
    control::explain(&mut done, right);
    slip::name(&mut done, left, right);
    fields::compare(&mut done, left, right);
    if comparison == Comparison::SourceLedger {
        done.gaps = gaps::gaps(&done);
    }
    let side = |line: &Line| (line.left.is_empty(), line.left.first().copied());
    done.lines.sort_by_key(|line| (side(line), line.right.first().copied()));
    done.bridges = bridge::bridges(&done);
    if comparison == Comparison::BankBook {
        let balances = balances::balances(left);
        for bridge in &mut done.bridges {
            bridge.balances = balances.get(&bridge.currency).copied();
        }
    }
    done.inquiries = detective::inquire(&done);
    done
}

impl Line {
    /// What the line adds to left − right, per currency.
    pub fn effect(&self, done: &Reconciled) -> Sums {
        let mut sums = Sums::new();
        for &at in &self.left {
            done.left.entries[at as usize].amount.into_iter().for_each(|money| sums.add(money));
        }
        for &at in &self.right {
            done.right.entries[at as usize]
                .amount
                .into_iter()
                .for_each(|money| sums.subtract(money));
        }
        sums
    }
}
