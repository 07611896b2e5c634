//! From one total to the other: each cause with how often it stands and what it comes to.
//!
//! Invariant: left − right = explained + unexplained, where unexplained is what no row accounts for
//! together with rows that are found and not understood.

use std::collections::BTreeMap;

use super::{Balances, Cause, Comparison, Line, Reconciled, Side};
use crate::analysis::tie::Tie;
use crate::base::{Currency, Money};

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Part {
    pub cause: Cause,
    pub lines: usize,
    /// What it adds to left − right.
    pub amount: Money,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Bridge {
    pub currency: Currency,
    pub left: Money,
    pub left_rows: usize,
    pub right: Money,
    pub right_rows: usize,
    /// In the order of [`Cause`].
    pub parts: Vec<Part>,
    /// What no line accounts for.
    pub unlocated: Money,
    pub unexplained: Money,
    /// Of bank and book: each with what only the other has and is known to be right.
    pub adjusted: Option<(Money, Money)>,
    /// What the bank says of its account at both ends, where it does.
    pub balances: Option<Balances>,
}

pub(super) fn bridges(done: &Reconciled) -> Vec<Bridge> {
    let (lefts, rights) = (totals(&done.left), totals(&done.right));
    let mut parts: BTreeMap<Currency, BTreeMap<Cause, (usize, i64)>> = BTreeMap::new();
    for line in done.lines.iter().filter(|line| line.cause != Cause::Equal) {
        for (currency, minor) in effects(done, line) {
            let slot = parts.entry(currency).or_default().entry(line.cause).or_default();
            slot.0 += 1;
            slot.1 += minor;
        }
    }
    let mut currencies: Vec<Currency> = lefts.keys().chain(rights.keys()).copied().collect();
    currencies.sort_unstable();
    currencies.dedup();
    let bridge = |currency: Currency| {
        let (left, left_rows) = lefts.get(&currency).copied().unwrap_or_default();
        let (right, right_rows) = rights.get(&currency).copied().unwrap_or_default();
        let money = |minor| Money::new(minor, currency);
        let parts: Vec<Part> = parts
            .remove(&currency)
            .unwrap_or_default()
            .into_iter()
            .map(|(cause, (lines, minor))| Part { cause, lines, amount: money(minor) })
            .collect();
        let sum = |takes: fn(Cause) -> bool| -> i64 {
            parts.iter().filter(|part| takes(part.cause)).map(|part| part.amount.minor).sum()
        };
        let adjusted = (done.comparison == Comparison::BankBook).then(|| {
            let of_book = sum(|c| matches!(c, Cause::InTransit | Cause::Outstanding));
            let of_bank =
                sum(|c| matches!(c, Cause::BankCharge | Cause::Interest | Cause::Returned));
            let slips = sum(|c| matches!(c, Cause::Slip(_)));
            (money(left - of_book), money(right + of_bank + slips))
        });
        let bridge = Bridge {
            currency,
            left: money(left),
            left_rows,
            right: money(right),
            right_rows,
            unlocated: money(left - right - sum(|_| true)),
            unexplained: money(left - right - sum(Cause::explains)),
            parts,
            adjusted,
            balances: None,
        };
        debug_assert!(bridge.holds(), "{bridge:?}");
        bridge
    };
    currencies.into_iter().map(bridge).collect()
}

impl Bridge {
    pub fn difference(&self) -> Money {
        Money::new(self.left.minor - self.right.minor, self.currency)
    }

    /// Left − right = explained + unexplained, and what is adjusted leaves the same unexplained.
    pub fn holds(&self) -> bool {
        let explained = self.parts.iter().filter(|part| part.cause.explains());
        let explained: i64 = explained.map(|part| part.amount.minor).sum();
        let apart = self
            .adjusted
            .is_none_or(|(left, right)| left.minor - right.minor == self.unexplained.minor);
        self.difference().minor == explained + self.unexplained.minor && apart
    }

    /// The bank's closing balance with what only the book has: what the account will come to.
    pub fn adjusted_balance(&self) -> Option<Money> {
        let (adjusted, balances) = self.adjusted.zip(self.balances)?;
        let more = adjusted.0.minor - self.left.minor;
        Some(Money::new(balances.closing.minor + more, self.currency))
    }

    pub fn is_tied(&self) -> bool {
        self.unexplained.is_zero()
    }

    /// The same in two parts, for the tie bar.
    pub fn tie(&self, comparison: Comparison) -> Tie {
        let of = |one_side: bool| -> i64 {
            let parts = self.parts.iter().filter(|part| part.cause.explains());
            let parts = parts.filter(|part| part.cause.is_one_sided() == one_side);
            parts.map(|part| part.amount.minor).sum()
        };
        let part = |word: &str, minor| (word.to_owned(), Money::new(minor, self.currency));
        Tie {
            name: comparison.word(),
            currency: self.currency,
            left: self.left,
            right: self.right,
            difference: self.difference(),
            explained: vec![part("tie-one-side", of(true)), part("tie-differs", of(false))],
            unexplained: self.unexplained,
        }
    }
}

fn totals(side: &Side) -> BTreeMap<Currency, (i64, usize)> {
    let mut totals: BTreeMap<Currency, (i64, usize)> = BTreeMap::new();
    for money in side.entries.iter().filter_map(|entry| entry.amount) {
        let slot = totals.entry(money.currency).or_default();
        slot.0 += money.minor;
        slot.1 += 1;
    }
    totals
}

/// A line without an effect counts in the currency of its rows.
fn effects(done: &Reconciled, line: &Line) -> Vec<(Currency, i64)> {
    line.effect(done).iter().map(|money| (money.currency, money.minor)).collect()
}
