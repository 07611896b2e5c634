//! R35: the text names one number that several items have in common, and a little less came than is open of
//! them: what a card processor or a market place keeps back of each payout. A suggestion.

use super::{Pass, each_receipt};
use crate::base::Decimal;
use crate::matching::case::Case;
use crate::matching::decided::Decision;
use crate::matching::evidence::Fact;
use crate::matching::pool::{Pool, Proposal};
use crate::matching::subset::{Problem, Proof, search};
use crate::matching::tolerance::Difference;
use crate::words::{Arg, Args};

pub static PASS: Pass = Pass {
    code: "R35",
    most: Decision::Suggested,
    propose: |case, pool| Box::pin(propose(case, pool)),
};

/// What is kept back, in hundredths of a percent: with a fixed fee for each payment five percent of small
/// ones, and hardly ever more.
const FEE_BP_MAX: i128 = 500;
const BASIS: i128 = 10_000;

async fn propose(case: &Case, pool: &mut Pool) -> Vec<Proposal> {
    each_receipt(pool, |left| paid_out(case, pool, left)).await
}

fn paid_out(case: &Case, pool: &Pool, left: u32) -> Option<Proposal> {
    let mentions = &case.mentions[left as usize];
    let token = &mentions.first()?.token;
    let whole =
        |m: &crate::matching::Mention| m.token == *token && m.like.is_none() && m.slips == 0;
    if mentions.len() < 2 || !mentions.iter().all(whole) {
        return None;
    }
    let mut right: Vec<u32> = mentions.iter().map(|m| m.item).collect();
    right.sort_unstable();
    right.dedup();
    // One that is settled or blocked already makes another sum of the rest.
    let free = |&at: &u32| pool.right(at) > 0 && case.vetoed(left as usize, at as usize).is_none();
    if right.len() < 2 || !right.iter().all(free) {
        return None;
    }
    let open: i128 = right.iter().map(|&at| i128::from(pool.right(at))).sum();
    let kept = open - i128::from(pool.left(left));
    if kept <= 0 || pool.left(left) <= 0 || kept * BASIS > open * FEE_BP_MAX {
        return None;
    }
    // Exactly some of them: then the others are simply not paid.
    let problem = Problem {
        amounts: right.iter().map(|&at| pool.right(at)).collect(),
        low: pool.left(left),
        high: pool.left(left),
        size_max: right.len(),
        steps_max: case.options.search_steps_max,
    };
    if search(&problem) != Proof::None {
        return None;
    }
    let share = i64::try_from(kept * BASIS / open).ok()?;
    let args = Args::new()
        .with("count", Arg::Count(right.len() as i64))
        .with("token", Arg::Text(token.clone()))
        .with("share", Arg::percent(Decimal::new(share, 4)));
    Some(Proposal {
        decision: Decision::Suggested,
        left: vec![left],
        right,
        code: Some(Difference::BankFee),
        facts: vec![Fact::pro("evidence-payout", args)],
        other: None,
        stated: None,
    })
}
