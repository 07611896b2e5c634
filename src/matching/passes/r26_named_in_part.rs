//! R26: some references are whole or nearly, others are missing; the payer's other items, or other
//! receipts, make up the exact amount in one way only.

use super::{POOL_MAX, Pass, items_of_payer, named, receipts_of_customer};
use crate::base::QuickMap;
use crate::matching::case::Case;
use crate::matching::decided::Decision;
use crate::matching::pool::{Pool, Proposal};
use crate::matching::solve::{Band, Centre, solve};

pub static PASS: Pass = Pass { code: "R26", most: Decision::Suggested, propose };

fn propose(case: &Case, pool: &mut Pool) -> Vec<Proposal> {
    let mut proposals = Vec::new();
    for (centre, members) in centres(case, pool) {
        let given: Vec<u32> = members;
        let rest: Vec<u32> = match centre {
            Centre::Receipt(left) => items_of_payer(case, pool, left),
            Centre::Item(right) => free_receipts(case, pool, right),
        };
        if rest.len() > POOL_MAX {
            continue;
        }
        let mut all = given.clone();
        all.extend(rest.iter().filter(|at| !given.contains(at)));
        let found = solve(case, pool, centre, &all, &given, Band::Exact);
        let found = found.filter(|s| s.chance <= case.options.shown_chance_max);
        proposals.extend(found.map(|s| s.proposal(case, centre, Decision::Suggested)));
    }
    proposals
}

/// As [`named`], and items that only one receipt names.
fn centres(case: &Case, pool: &Pool) -> Vec<(Centre, Vec<u32>)> {
    let mut all = named(case, pool, |m| m.strong);
    let known: QuickMap<u32, Vec<u32>> = all
        .iter()
        .filter_map(|(centre, items)| match centre {
            Centre::Receipt(left) => Some((*left, items.clone())),
            Centre::Item(_) => None,
        })
        .collect();
    // Nearly named is enough where something else is whole: the amount has to come out exactly.
    for left in pool.lefts() {
        let mut items = case.meant(left);
        items.retain(|&at| pool.right(at) != 0 && !pool.is_refused(left, at));
        if !items.is_empty() && known.get(&left) != Some(&items) {
            all.push((Centre::Receipt(left), items));
        }
    }
    for right in pool.rights() {
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
