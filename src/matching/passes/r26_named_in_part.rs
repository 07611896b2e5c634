//! R26: some references are whole or nearly, others are missing; the payer's other items, or other
//! receipts, make up the amount in one way only. By machine where the text counts as many as the set
//! has, to the minor unit.

use super::{POOL_MAX, Pass, guarded, items_of_payer, named, receipts_of_customer};
use crate::base::QuickMap;
use crate::matching::case::Case;
use crate::matching::decided::Decision;
use crate::matching::pool::{Pool, Proposal};
use crate::matching::solve::{Band, Centre, SIZE_MAX, Search, Solution, pairs, solve};

pub static PASS: Pass =
    Pass { code: "R26", most: Decision::Auto, propose: |case, pool| Box::pin(propose(case, pool)) };

/// Items that the text counts and does not name, up to which a larger pool proves something.
const COUNTED_MAX: usize = 2;
const COUNTED_POOL_MAX: usize = 200;

async fn propose(case: &Case, pool: &mut Pool) -> Vec<Proposal> {
    let mut proposals = Vec::new();
    for (centre, members) in centres(case, pool).await {
        pool.look().await;
        let given: Vec<u32> = members;
        let rest: Vec<u32> = match centre {
            Centre::Receipt(left) => items_of_payer(case, pool, left),
            Centre::Item(right) => free_receipts(case, pool, right),
        };
        let unnamed = match centre {
            Centre::Receipt(left) => case.counts[left as usize].map(|c| c.unnamed(given.len())),
            Centre::Item(_) => None,
        };
        let few = unnamed.filter(|unnamed| (1..=COUNTED_MAX).contains(unnamed));
        if rest.len() > few.map_or(POOL_MAX, |_| COUNTED_POOL_MAX) {
            continue;
        }
        let mut all = given.clone();
        all.extend(rest.iter().filter(|at| !given.contains(at)));
        let found = [Band::Exact, Band::Tolerant].into_iter().find_map(|band| {
            let few = few.unwrap_or(SIZE_MAX);
            solve(case, pool, Search { centre, members: &all, given: &given, band, few })
                .filter(|s| s.chance <= case.options.shown_chance_max)
        });
        proposals.extend(found.map(|solution| {
            let most = if is_counted(case, centre, &solution) {
                Decision::Auto
            } else {
                Decision::Suggested
            };
            guarded(case, pool, solution.proposal(case, centre, most))
        }));
    }
    proposals
}

/// The text counts the items, the payer is certainly their customer, and nothing is off.
fn is_counted(case: &Case, centre: Centre, solution: &Solution) -> bool {
    let Centre::Receipt(receipt) = centre else { return false };
    let (left, right) = solution.sides(centre);
    let named = case.meant(receipt).len();
    case.counts[receipt as usize].is_some_and(|count| count.fits(right.len(), named))
        && pairs(&left, &right).all(|(l, r)| case.agrees_certainly(l as usize, r as usize))
        && solution.is_proved()
        && solution.difference == 0
        && solution.chance <= case.options.auto_chance_max
}

/// As [`named`], and items that only one receipt names.
async fn centres(case: &Case, pool: &Pool) -> Vec<(Centre, Vec<u32>)> {
    let mut all = named(case, pool, |m| m.strong).await;
    let known: QuickMap<u32, Vec<u32>> = all
        .iter()
        .filter_map(|(centre, items)| match centre {
            Centre::Receipt(left) => Some((*left, items.clone())),
            Centre::Item(_) => None,
        })
        .collect();
    // Nearly named is enough where something else is whole: the amount has to come out exactly.
    for left in pool.lefts() {
        pool.look().await;
        let mut items = case.meant(left);
        items.retain(|&at| pool.right(at) != 0 && !pool.is_refused(left, at));
        if !items.is_empty() && known.get(&left) != Some(&items) {
            all.push((Centre::Receipt(left), items));
        }
    }
    for right in pool.rights() {
        pool.look().await;
        let by: Vec<u32> = case.mentioned_by[right as usize]
            .iter()
            .copied()
            .filter(|&l| {
                pool.left(l) != 0
                    && case.mention(l as usize, right as usize).is_some_and(|m| m.strong)
            })
            .collect();
        if by.len() == 1 {
            all.push((Centre::Item(right), by));
        }
    }
    all
}

/// Receipts of the customer that name nothing else beyond doubt.
fn free_receipts(case: &Case, pool: &Pool, right: u32) -> Vec<u32> {
    let mut receipts = receipts_of_customer(case, pool, right);
    receipts.retain(|&left| {
        let mut strong = case.mentions[left as usize].iter().filter(|m| m.strong);
        strong.all(|m| m.item == right || pool.right(m.item) == 0)
    });
    receipts
}
