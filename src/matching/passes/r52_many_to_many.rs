//! R52: a small block of receipts and items that name each other and add up to the same, where no
//! part of it does. A suggestion.

use std::collections::BTreeSet;

use super::Pass;
use crate::matching::case::{Case, Mention};
use crate::matching::decided::Decision;
use crate::matching::evidence::Fact;
use crate::matching::pool::{Pool, Proposal};
use crate::matching::tolerance::Difference;
use crate::words::{Arg, Args};

pub static PASS: Pass = Pass {
    code: "R52",
    most: Decision::Suggested,
    propose: |case, pool| Box::pin(propose(case, pool)),
};

const BLOCK_MAX: usize = 8;
/// Receipts that near references may tie together: beyond it two blocks of one payer run into one.
const NEAR_MAX: usize = 3;

async fn propose(case: &Case, pool: &mut Pool) -> Vec<Proposal> {
    let mut seen: BTreeSet<u32> = BTreeSet::new();
    let mut proposals = Vec::new();
    for left in pool.lefts() {
        pool.look().await;
        if seen.contains(&left) {
            continue;
        }
        let whole = block(case, pool, left, true);
        let lefts = whole.0.clone();
        // Where whole references do not close the block, those of the payer that are only near may.
        let near = Some(block(case, pool, left, false)).filter(|near| near.0.len() <= NEAR_MAX);
        let mut blocks = [Some(whole), near].into_iter().flatten();
        let closed = blocks.find_map(|block| closed(case, pool, block));
        seen.extend(closed.as_ref().map_or(lefts, |(lefts, ..)| lefts.iter().copied().collect()));
        if let Some((left, right, off)) = closed {
            let mut facts = Vec::new();
            let args = Args::new().with("count", Arg::Count(right.len() as i64));
            facts.push(Fact::pro("evidence-block", args));
            proposals.push(Proposal {
                decision: Decision::Suggested,
                left,
                right,
                code: (off != 0).then_some(Difference::Rounding),
                facts,
                other: None,
                stated: None,
            });
        }
    }
    proposals
}

/// The block with what its sums are off, where it is small and they come to the same.
fn closed(case: &Case, pool: &Pool, (lefts, rights): Block) -> Option<(Vec<u32>, Vec<u32>, u128)> {
    let small = (2..=BLOCK_MAX).contains(&lefts.len()) && (2..=BLOCK_MAX).contains(&rights.len());
    let received: i128 = lefts.iter().map(|&at| i128::from(pool.left(at))).sum();
    let open: i128 = rights.iter().map(|&at| i128::from(pool.right(at))).sum();
    let off = (received - open).unsigned_abs();
    let (left, right): (Vec<u32>, Vec<u32>) =
        (lefts.into_iter().collect(), rights.into_iter().collect());
    (small && off <= slack(case, &left, &right)).then_some((left, right, off))
}

/// Half a minor unit for each amount that the file holds finer than the currency.
fn slack(case: &Case, left: &[u32], right: &[u32]) -> u128 {
    let lefts = left.iter().filter(|&&at| case.sides.left[at as usize].rounded);
    let rights = right.iter().filter(|&&at| case.sides.right[at as usize].rounded);
    (lefts.count() + rights.count()).div_ceil(2) as u128
}

type Block = (BTreeSet<u32>, BTreeSet<u32>);

/// Everything open that references tie to a receipt: whole ones, or near ones of the payer's own as well.
fn block(case: &Case, pool: &Pool, left: u32, whole: bool) -> Block {
    let ties = |left: u32, m: &Mention| {
        m.strong || (!whole && !m.far && case.agrees(left as usize, m.item as usize))
    };
    let (mut lefts, mut rights) = (BTreeSet::from([left]), BTreeSet::new());
    let mut next = vec![left];
    while let Some(left) = next.pop() {
        let named = case.mentions[left as usize]
            .iter()
            .filter(|m| ties(left, m) && pool.right(m.item) != 0);
        for item in named.map(|m| m.item) {
            if rights.len() > BLOCK_MAX || !rights.insert(item) {
                continue;
            }
            for &other in &case.mentioned_by[item as usize] {
                let tied = case.mention(other as usize, item as usize);
                if tied.is_some_and(|m| ties(other, m))
                    && pool.left(other) != 0
                    && lefts.insert(other)
                {
                    next.push(other);
                }
            }
        }
    }
    (lefts, rights)
}
