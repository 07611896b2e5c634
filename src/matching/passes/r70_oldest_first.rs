//! R70: what nothing explains pays the oldest items first, for customers that a person chose it for.
//! A policy and no evidence: it says so, comes after everything else, and is only a suggestion.

use super::{Pass, items_of_payer};
use crate::matching::case::Case;
use crate::matching::decided::Decision;
use crate::matching::evidence::Fact;
use crate::matching::pool::{Pool, Proposal};
use crate::words::Args;

pub static PASS: Pass = Pass {
    code: "R70",
    most: Decision::Suggested,
    propose: |case, pool| Box::pin(propose(case, pool)),
};

/// One receipt after the other, as they came: each begins where the one before ended, so that they
/// cannot be laid side by side for the gate.
async fn propose(case: &Case, pool: &mut Pool) -> Vec<Proposal> {
    for customer in pool.oldest_first() {
        let mut receipts: Vec<u32> = case.receipts_of.get(&customer).cloned().unwrap_or_default();
        receipts.retain(|&at| {
            pool.left(at) > 0 && case.payers[at as usize].is_some_and(|payer| payer.certain)
        });
        receipts.sort_by_key(|&at| (case.sides.left[at as usize].date, at));
        for left in receipts {
            pool.look().await;
            if let Some(proposal) = oldest(case, pool, left) {
                pool.take_in_turn(case, PASS.code, proposal).await;
            }
        }
    }
    Vec::new()
}

fn oldest(case: &Case, pool: &Pool, left: u32) -> Option<Proposal> {
    let mut items = items_of_payer(case, pool, left);
    items.retain(|&at| pool.right(at) > 0);
    items.sort_by_key(|&at| {
        let item = &case.sides.right[at as usize];
        (item.due.or(item.date), item.date, at)
    });
    let mut rest = pool.left(left);
    let mut right = Vec::new();
    for at in items {
        if rest > 0 {
            rest -= pool.right(at).min(rest);
            right.push(at);
        }
    }
    if right.is_empty() {
        return None;
    }
    let facts = vec![Fact::contra("evidence-policy", Args::new())];
    let (decision, left) = (Decision::Suggested, vec![left]);
    Some(Proposal { decision, left, right, code: None, facts, other: None, stated: None })
}
