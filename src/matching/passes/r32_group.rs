//! R32: a receipt pays exactly the items of one due date, or of one month, of its payer.

use std::collections::BTreeMap;

use super::Pass;
use super::r30_account::{natural, on_account};
use crate::base::iso;
use crate::matching::case::Case;
use crate::matching::decided::Decision;
use crate::matching::pool::{Pool, Proposal};

pub static PASS: Pass = Pass { code: "R32", most: Decision::Suggested, propose };

fn propose(case: &Case, pool: &mut Pool) -> Vec<Proposal> {
    let lefts: Vec<u32> = pool.lefts().collect();
    let grouped = lefts.into_iter().filter_map(|left| {
        let mut groups: BTreeMap<(u8, String), Vec<u32>> = BTreeMap::new();
        for at in on_account(case, pool, left) {
            let item = &case.sides.right[at as usize];
            if let Some(due) = item.due {
                groups.entry((0, iso(due))).or_default().push(at);
            }
            if let Some(date) = item.date {
                groups.entry((1, date.format("%Y-%m").to_string())).or_default().push(at);
            }
        }
        let total =
            |items: &[u32]| items.iter().map(|&at| i128::from(pool.right(at))).sum::<i128>();
        let mut paid: Vec<Vec<u32>> = groups
            .into_values()
            .filter(|items| items.len() > 1 && total(items) == i128::from(pool.left(left)))
            .collect();
        paid.sort();
        paid.dedup();
        let [_] = paid.as_slice() else { return None };
        let mut proposal = natural(case, pool, left, paid.remove(0), "evidence-group");
        proposal.decision = Decision::Suggested;
        Some(proposal)
    });
    grouped.collect()
}
