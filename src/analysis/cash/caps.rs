//! How much a machine may apply unseen: receipts above an amount wait for a person, and so does what
//! goes beyond a share of all that came in, or lies in a closed period. Nothing is matched otherwise than
//! without; only who decides changes, and each match says so.
//!
//! Invariant: what stays automatic is what the surest passes found, whatever the order of the rows.

use std::collections::BTreeMap;

use crate::base::turns::Pace;
use crate::base::{Currency, Decimal, Money};
use crate::matching::{Decision, Fact, Match, Outcome};
use crate::model::Policy;
use crate::words::{Arg, Args};

const ABOVE_AMOUNT: &str = "veto-amount-limit";
const ABOVE_SHARE: &str = "veto-run-limit";
const PERIOD_CLOSED: &str = "veto-closed-period";

/// Facts of matches that the limits and the closed period of the house hold back.
pub const HELD_BACK: [&str; 3] = [ABOVE_AMOUNT, ABOVE_SHARE, PERIOD_CLOSED];

pub async fn hold_back(outcome: &mut Outcome, policy: &Policy, pace: &Pace) {
    let (limit, share) = (policy.auto_apply_amount, policy.auto_apply_share);
    if limit.is_zero() && share >= Decimal::ONE && policy.closed_through.is_none() {
        return;
    }
    let mut left_over = allowances(outcome, share, pace).await;
    let sides = outcome.sides.clone();
    for found in outcome.matches.iter_mut().filter(|found| found.decision == Decision::Auto) {
        pace.row().await;
        let Some(&first) = found.left.first() else { continue };
        let is_closed = |at: &u32| {
            let day = sides.left[*at as usize].date;
            day.zip(policy.closed_through).is_some_and(|(day, closed)| day <= closed)
        };
        if found.left.iter().any(is_closed) {
            hold(found, PERIOD_CLOSED, Args::new());
            continue;
        }
        let currency = sides.left[first as usize].currency;
        let received = found.left.iter().map(|&at| sides.left[at as usize].amount);
        let received = Money::new(received.sum::<i64>().saturating_abs(), currency);
        if !limit.is_zero() && received.decimal() > limit {
            let most = Money::round(limit, currency).map_or(Arg::Number(limit), Arg::Money);
            hold(found, ABOVE_AMOUNT, Args::new().with("limit", most));
            continue;
        }
        let allowance = left_over.entry(currency).or_default();
        if received.decimal() > *allowance && share < Decimal::ONE {
            hold(found, ABOVE_SHARE, Args::new().with("share", Arg::percent(share)));
        } else {
            *allowance -= received.decimal();
        }
    }
}

/// What may be applied unseen of all that came in, by currency.
async fn allowances(outcome: &Outcome, share: Decimal, pace: &Pace) -> BTreeMap<Currency, Decimal> {
    let mut all: BTreeMap<Currency, Decimal> = BTreeMap::new();
    pace.each(outcome.sides.left.iter().filter(|item| item.amount > 0), |item| {
        *all.entry(item.currency).or_default() += item.money().decimal();
    })
    .await;
    all.values_mut().for_each(|sum| *sum *= share.max(Decimal::ZERO));
    all
}

fn hold(found: &mut Match, key: &'static str, args: Args) {
    found.decision = Decision::Suggested;
    found.facts.push(Fact::contra(key, args));
}
