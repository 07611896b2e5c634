//! The tie bar: left − right = difference = explained parts + unexplained, one row per currency.

mod lines_headers;
mod lines_jobs;
mod to_bill;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::charges::Billed;
use super::unbilled::Unbilled;
use crate::base::{Currency, Money};
use crate::model::Book;

pub use lines_headers::lines_headers;
pub use lines_jobs::lines_jobs;
pub use to_bill::to_bill;

/// One row of a tie bar. Invariant (asserted where it is built and again where a report is
/// written): `left − right = difference = Σ explained + unexplained`.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Tie {
    /// What is tied: `tie-to-bill`, `tie-lines-headers`, `tie-lines-jobs`; also the word key.
    pub name: String,
    pub currency: Currency,
    pub left: Money,
    pub right: Money,
    pub difference: Money,
    /// Word key (`tie-planned`, `tie-waiting`, `tie-ready` …) and amount, in a fixed order.
    pub explained: Vec<(String, Money)>,
    pub unexplained: Money,
}

/// All tie bars in the order of the report. `billed` are all charges as they count; `named` are the folded numbers of invoices that a
/// finding names: only their differences between header and lines count as explained.
pub fn ties(
    book: &Book,
    billed: &[Billed],
    unbilled: &Unbilled,
    named: &BTreeSet<String>,
) -> Vec<Tie> {
    let mut all = unbilled.ties.clone();
    all.extend(lines_jobs(book, billed, unbilled));
    all.extend(lines_headers(book, billed, named));
    all
}

impl Tie {
    pub fn holds(&self) -> bool {
        let explained: i64 = self.explained.iter().map(|(_, part)| part.minor).sum();
        self.left.minor - self.right.minor == self.difference.minor
            && explained + self.unexplained.minor == self.difference.minor
    }

    pub fn is_tied(&self) -> bool {
        self.unexplained.is_zero()
    }
}

/// Adds up the two sides and the explained parts of one tie, currency by currency.
struct Builder {
    name: &'static str,
    /// Parts in the order of the bar, and whether one stays out when it is nil everywhere.
    parts: &'static [(&'static str, bool)],
    rows: BTreeMap<Currency, Sides>,
}

#[derive(Default)]
struct Sides {
    left: i64,
    right: i64,
    parts: BTreeMap<&'static str, i64>,
}

impl Builder {
    fn new(name: &'static str, parts: &'static [(&'static str, bool)]) -> Builder {
        Builder { name, parts, rows: BTreeMap::new() }
    }

    fn left(&mut self, money: Money) {
        self.rows.entry(money.currency).or_default().left += money.minor;
    }

    fn right(&mut self, money: Money) {
        self.rows.entry(money.currency).or_default().right += money.minor;
    }

    fn part(&mut self, part: &'static str, money: Money) {
        *self.rows.entry(money.currency).or_default().parts.entry(part).or_default() += money.minor;
    }

    fn build(self) -> Vec<Tie> {
        let is_nil =
            |part: &str| self.rows.values().all(|s| s.parts.get(part).is_none_or(|&p| p == 0));
        let shown: Vec<&'static str> = self
            .parts
            .iter()
            .filter(|(part, hides)| !hides || !is_nil(part))
            .map(|(part, _)| *part)
            .collect();
        let tie = |(&currency, sides): (&Currency, &Sides)| {
            let part = |word: &str| sides.parts.get(word).copied().unwrap_or(0);
            let difference = sides.left - sides.right;
            let explained: i64 = shown.iter().map(|word| part(word)).sum();
            let money = |minor| Money::new(minor, currency);
            let tie = Tie {
                name: self.name.to_owned(),
                currency,
                left: money(sides.left),
                right: money(sides.right),
                difference: money(difference),
                explained: shown.iter().map(|w| ((*w).to_owned(), money(part(w)))).collect(),
                unexplained: money(difference - explained),
            };
            debug_assert!(tie.holds(), "{tie:?}");
            tie
        };
        self.rows.iter().map(tie).collect()
    }
}
