//! What was given up with coded differences, by customer and month: a payer who is short by a trifle
//! every time shows here and nowhere else.
//!
//! Invariant: the sums add up to what the position of the currency has under the same codes.

use std::collections::BTreeMap;

use crate::base::{Currency, Money};
use crate::matching::{Decision, Difference, Item, Outcome, Side};

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct GivenUp {
    pub customer: String,
    /// Year and month of the receipt; `None` without a date.
    pub month: Option<(i32, u32)>,
    pub code: Difference,
    pub total: Money,
    pub count: u32,
    /// How often the most frequent amount came.
    pub alike: u32,
}

/// So many equal trifles of a customer are no accident.
pub const ALIKE_MIN: u32 = 3;

/// By customer, month, code and currency. Deductions that are still to be asked for are not given up.
pub fn given_up(outcome: &Outcome) -> Vec<GivenUp> {
    type Key = (String, Currency, Option<(i32, u32)>, Difference);
    let mut all: BTreeMap<Key, BTreeMap<i64, u32>> = BTreeMap::new();
    let stands = |decision| matches!(decision, Decision::Auto | Decision::Confirmed);
    for found in outcome.matches.iter().filter(|found| stands(found.decision)) {
        let Some(code) = found.code.filter(|code| code.closes() && *code != Difference::Exchange)
        else {
            continue;
        };
        let dates = found.left.iter().filter_map(|&at| outcome.sides.left[at as usize].date);
        let month = dates.max().map(month_of);
        for &(side, at, minor) in &found.left_over {
            let item = row(outcome, side, at);
            let key = (customer(outcome, side, at), item.currency, month, code);
            // What a receipt brought beyond is no loss.
            let minor = if side == Side::Item { minor } else { -minor };
            *all.entry(key).or_default().entry(minor).or_default() += 1;
        }
    }
    let line = |((customer, currency, month, code), amounts): (Key, BTreeMap<i64, u32>)| GivenUp {
        customer,
        month,
        code,
        total: Money::new(amounts.iter().map(|(minor, n)| minor * i64::from(*n)).sum(), currency),
        count: amounts.values().sum(),
        alike: amounts.values().copied().max().unwrap_or(0),
    };
    all.into_iter().map(line).collect()
}

fn month_of(date: crate::base::Date) -> (i32, u32) {
    use chrono::Datelike;
    (date.year(), date.month())
}

fn row(outcome: &Outcome, side: Side, at: u32) -> &Item {
    let side = if side == Side::Item { &outcome.sides.right } else { &outcome.sides.left };
    &side[at as usize]
}

/// The item's customer, or the payer's; else the name that the row has.
fn customer(outcome: &Outcome, side: Side, at: u32) -> String {
    let known = outcome.case.as_deref().and_then(|case| {
        let at = at as usize;
        let of = match side {
            Side::Item => case.customers.of_item[at],
            Side::Receipt => case.payers[at].map(|payer| payer.customer),
        };
        of.map(|of| case.customers.all[of as usize].label.clone())
    });
    known.or_else(|| row(outcome, side, at).name.clone()).unwrap_or_default()
}
