//! Where the money of each currency stands: received = applied + suggested + settled by a code +
//! on account + unidentified; and what was given up or is disputed on the side of the items.
//!
//! Invariant: the parts add up to what was received, asserted where they are built.

use std::collections::BTreeMap;

use crate::analysis::tie::Tie;
use crate::base::{Currency, Money};
use crate::matching::{Decision, Difference, Outcome, Side};

#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Position {
    pub received: i64,
    /// By machine or by a person.
    pub applied: i64,
    pub suggested: i64,
    /// Of receipts, by fees and roundings that came in with them.
    pub settled: i64,
    /// Of receipts that were applied in part.
    pub on_account: i64,
    pub unidentified: i64,
    /// Of items, by code: discounts, fees, tax withheld, and deductions that are still open.
    pub by_code: BTreeMap<Difference, i64>,
}

/// One position a currency, in order of code.
pub fn positions(outcome: &Outcome) -> BTreeMap<Currency, Position> {
    let mut all: BTreeMap<Currency, Position> = BTreeMap::new();
    let (left, right) = (&outcome.sides.left, &outcome.sides.right);
    let mut matched = vec![false; left.len()];
    for found in &outcome.matches {
        found.left.iter().for_each(|&at| matched[at as usize] = true);
        let Some(&first) = found.left.first() else { continue };
        let position = all.entry(left[first as usize].currency).or_default();
        let stands = matches!(found.decision, Decision::Auto | Decision::Confirmed);
        for allocation in &found.allocations {
            let amount = allocation.amount * left[allocation.left as usize].amount.signum();
            *(if stands { &mut position.applied } else { &mut position.suggested }) += amount;
        }
        if found.code == Some(Difference::Exchange) {
            // The item is of another currency: what came in is what was applied.
            *(if stands { &mut position.applied } else { &mut position.suggested }) +=
                found.closed_left;
            continue;
        }
        position.settled += found.closed_left;
        let Some(code) = found.code.filter(|_| stands) else { continue };
        for &(side, at, minor) in &found.left_over {
            if side == Side::Item && right[at as usize].amount > 0 {
                *position.by_code.entry(code).or_default() += minor;
            }
        }
    }
    for (at, item) in left.iter().enumerate() {
        let position = all.entry(item.currency).or_default();
        position.received += item.amount;
        let rest = outcome.rest_left[at];
        *(if matched[at] { &mut position.on_account } else { &mut position.unidentified }) += rest;
    }
    debug_assert!(all.values().all(Position::holds), "what came in is accounted for");
    all
}

/// Received against applied: only what nobody can name is unexplained.
pub fn received_applied(outcome: &Outcome) -> Vec<Tie> {
    let tie = |(currency, position): (Currency, Position)| {
        let money = |minor| Money::new(minor, currency);
        Tie {
            name: "tie-cash".to_owned(),
            currency,
            left: money(position.received),
            right: money(position.applied),
            difference: money(position.received - position.applied),
            explained: vec![
                ("tie-suggested".to_owned(), money(position.suggested)),
                ("tie-differences".to_owned(), money(position.settled)),
                ("tie-on-account".to_owned(), money(position.on_account)),
            ],
            unexplained: money(position.unidentified),
        }
    };
    positions(outcome).into_iter().map(tie).collect()
}

impl Position {
    pub fn holds(&self) -> bool {
        let parts = self.applied + self.suggested + self.settled + self.on_account;
        self.received == parts + self.unidentified
    }
}
