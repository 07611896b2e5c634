//! R40: nothing is named; of the payer's open items exactly one has the amount, to the minor unit
//! or else within the band. A suggestion.

use super::{Pass, items_of_payer};
use crate::matching::case::Case;
use crate::matching::decided::Decision;
use crate::matching::pool::{Pool, Proposal};
use crate::matching::solve::{Band, Centre, Search, solve};

pub static PASS: Pass = Pass {
    code: "R40",
    most: Decision::Suggested,
    propose: |case, pool| Box::pin(propose(case, pool)),
};

async fn propose(case: &Case, pool: &mut Pool) -> Vec<Proposal> {
    let lefts: Vec<u32> = pool.lefts().collect();
    for band in [Band::Exact, Band::Tolerant] {
        let mut proposals = Vec::new();
        for &left in &lefts {
            pool.look().await;
            let (short, over) = match band {
                Band::Exact => (1, 1),
                Band::Tolerant => {
                    let (short, over) = case.tolerance_of_receipt(left).band(pool.left(left));
                    (2 - short, over + 2)
                }
            };
            let amount = pool.left(left);
            let mut items = items_of_payer(case, pool, left);
            items.retain(|&at| !case.names_another(left, &[at]));
            items.retain(|&at| (-over..=short).contains(&(pool.right(at) - amount)));
            // One by one: sets of several are the work of later passes.
            let fitting: Vec<u32> = items
                .into_iter()
                .filter(|&at| {
                    solve(case, pool, Search::new(Centre::Receipt(left), &[at], band)).is_some()
                })
                .collect();
            if let [one] = fitting.as_slice()
                && let Some(found) =
                    solve(case, pool, Search::new(Centre::Receipt(left), &[*one], band))
            {
                proposals.push(found.proposal(case, Centre::Receipt(left), Decision::Suggested));
            }
        }
        if !proposals.is_empty() {
            return proposals;
        }
    }
    Vec::new()
}
