//! R27: what the text names, some of it only nearly, and an amount that is off by more than the band: a
//! discount, a fee, a deduction. All that is named belongs to the set, or all receipts that name the
//! item; proposed with the difference to ask about, never by machine.

use std::collections::BTreeMap;

use super::Pass;
use crate::base::Money;
use crate::matching::case::Case;
use crate::matching::decided::Decision;
use crate::matching::deduction::Deductions;
use crate::matching::evidence::Fact;
use crate::matching::pool::{Pool, Proposal};
use crate::matching::solve::pairs;
use crate::matching::tolerance::Difference;
use crate::words::{Arg, Args};

pub static PASS: Pass = Pass {
    code: "R27",
    most: Decision::Suggested,
    propose: |case, pool| Box::pin(propose(case, pool)),
};

/// Hundredths of a percent of what is open: beyond them a reference means something else.
const SHORT_BP: i128 = 2_000;
const OVER_BP: i128 = 300;

async fn propose(case: &Case, pool: &mut Pool) -> Vec<Proposal> {
    let mut proposals = Vec::new();
    let mut of_item: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for left in pool.lefts() {
        pool.look().await;
        let mut items = case.meant(left);
        items.retain(|&at| pool.right(at) != 0 && !pool.is_refused(left, at));
        if let &[one] = items.as_slice() {
            of_item.entry(one).or_default().push(left);
        }
        if !items.is_empty() && is_disturbed(case, &[left], &items) {
            proposals.extend(apart(case, pool, vec![left], items));
        }
    }
    let several =
        |item: u32, receipts: &[u32]| receipts.len() > 1 && is_disturbed(case, receipts, &[item]);
    for (item, receipts) in of_item.into_iter().filter(|(item, all)| several(*item, all)) {
        pool.look().await;
        proposals.extend(apart(case, pool, receipts, vec![item]));
    }
    proposals
}

/// What is named whole throughout is the work of other passes.
fn is_disturbed(case: &Case, left: &[u32], right: &[u32]) -> bool {
    pairs(left, right).any(|(l, r)| {
        case.mention(l as usize, r as usize).is_some_and(|mention| mention.like.is_some())
    })
}

/// The proposal of a set whose sums are near each other.
pub fn apart(case: &Case, pool: &Pool, left: Vec<u32>, right: Vec<u32>) -> Option<Proposal> {
    let received: i64 = left.iter().map(|&at| pool.left(at)).sum();
    let open: i64 = right.iter().map(|&at| pool.right(at)).sum();
    let off = i128::from(received - open) * i128::from(open.signum()) * 10_000;
    let whole = i128::from(open.abs());
    if open == 0 || !(-SHORT_BP * whole..=OVER_BP * whole).contains(&off) {
        return None;
    }
    Some(difference(case, pool, left, right))
}

/// The proposal of a set with what its sums are apart.
pub fn difference(case: &Case, pool: &Pool, left: Vec<u32>, right: Vec<u32>) -> Proposal {
    let received: i64 = left.iter().map(|&at| pool.left(at)).sum();
    let open: i64 = right.iter().map(|&at| pool.right(at)).sum();
    let off = received - open;
    let deduction = Deductions { case, pool, left: &left, right: &right }.of(received, open);
    let way =
        if received.abs() < open.abs() { Difference::ShortPaid } else { Difference::OverPaid };
    let mut facts = Vec::new();
    let currency = case.sides.left[left[0] as usize].currency;
    let by = Arg::Money(Money::new(received - open, currency));
    facts.push(match off {
        0 => Fact::pro("evidence-amount-exact", Args::new()),
        _ => Fact::contra("evidence-amount-differs", Args::new().with("by", by)),
    });
    let code = (off != 0).then(|| deduction.as_ref().map_or(way, |deduction| deduction.code));
    facts.extend(deduction.map(|deduction| deduction.fact));
    let decision = Decision::Suggested;
    Proposal { decision, left, right, code, facts, other: None, stated: None }
}
