//! R00: a receipt and its return, same amount the other way, within thirty days.

use std::collections::BTreeMap;

use super::Pass;
use crate::base::{Currency, fold_id};
use crate::matching::case::Case;
use crate::matching::decided::Decision;
use crate::matching::evidence::{Fact, days_between};
use crate::matching::pool::{Pool, Proposal};
use crate::words::Args;

pub static PASS: Pass =
    Pass { code: "R00", most: Decision::Auto, propose: |case, pool| Box::pin(propose(case, pool)) };

const DAYS_MAX: i64 = 30;

async fn propose(case: &Case, pool: &mut Pool) -> Vec<Proposal> {
    let mut by_amount: BTreeMap<(Currency, i64), Vec<u32>> = BTreeMap::new();
    for left in pool.lefts() {
        pool.look().await;
        let item = &case.sides.left[left as usize];
        by_amount.entry((item.currency, pool.left(left))).or_default().push(left);
    }
    let mut proposals = Vec::new();
    for (&(currency, amount), receipts) in by_amount.range(..) {
        let Some(returns) = by_amount.get(&(currency, -amount)).filter(|_| amount > 0) else {
            continue;
        };
        for &receipt in receipts {
            pool.look().await;
            pool.scan(returns.len());
            for &back in returns.iter().filter(|&&back| is_return(case, receipt, back)) {
                proposals.push(Proposal {
                    decision: Decision::Auto,
                    left: vec![receipt, back],
                    right: Vec::new(),
                    code: None,
                    facts: vec![Fact::pro("evidence-return", Args::new())],
                    other: None,
                    stated: None,
                });
            }
        }
    }
    proposals
}

/// Later by no more than thirty days, and of the same payer or with the same reference.
fn is_return(case: &Case, receipt: u32, back: u32) -> bool {
    let (receipt, back) = (&case.sides.left[receipt as usize], &case.sides.left[back as usize]);
    let in_time = match (receipt.date, back.date) {
        (Some(came), Some(went)) => (0..=DAYS_MAX).contains(&days_between(came, went)),
        _ => false,
    };
    let same = |a: &Option<String>, b: &Option<String>| match (a, b) {
        (Some(a), Some(b)) => fold_id(a) == fold_id(b) && !fold_id(a).is_empty(),
        _ => false,
    };
    let payer = same(&receipt.account, &back.account) || same(&receipt.name, &back.name);
    in_time && (payer || same(&receipt.number, &back.number))
}
