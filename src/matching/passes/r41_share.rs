//! R41: the receipt is one open item of the payer less a share that is kept back by custom or law:
//! a cash discount, tax withheld. A suggestion.

use super::{Pass, each_receipt, items_of_payer};
use crate::matching::case::Case;
use crate::matching::decided::Decision;
use crate::matching::deduction::{Deduction, Deductions};
use crate::matching::pool::{Pool, Proposal};

pub static PASS: Pass = Pass {
    code: "R41",
    most: Decision::Suggested,
    propose: |case, pool| Box::pin(propose(case, pool)),
};

async fn propose(case: &Case, pool: &mut Pool) -> Vec<Proposal> {
    let shares = |left: u32| {
        let items = items_of_payer(case, pool, left);
        let fitting: Vec<_> = items
            .into_iter()
            .filter(|&at| !case.names_another(left, &[at]))
            .filter_map(|at| less(case, pool, left, at).map(|deduction| (at, deduction)))
            .collect();
        let [(item, deduction)] = fitting.as_slice() else { return None };
        Some(Proposal {
            decision: Decision::Suggested,
            left: vec![left],
            right: vec![*item],
            code: Some(deduction.code),
            facts: vec![deduction.fact.clone()],
            other: None,
            stated: None,
        })
    };
    each_receipt(pool, shares).await
}

/// What makes an item's open amount into what came, where that alone tells the item.
pub fn less(case: &Case, pool: &Pool, left: u32, item: u32) -> Option<Deduction> {
    let deductions = Deductions { case, pool, left: &[left], right: &[item] };
    deductions.of(pool.left(left), pool.right(item)).filter(Deduction::tells_item)
}
