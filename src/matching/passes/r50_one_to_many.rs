//! R50: several open items of the payer add up to the receipt, in one way only, and chance would
//! hardly do it. A suggestion.

use super::{POOL_MAX, Pass, guarded, items_of_payer};
use crate::matching::case::Case;
use crate::matching::decided::Decision;
use crate::matching::pool::{Pool, Proposal};
use crate::matching::solve::{Band, Centre, Search, solve};

pub static PASS: Pass = Pass {
    code: "R50",
    most: Decision::Suggested,
    propose: |case, pool| Box::pin(propose(case, pool)),
};

async fn propose(case: &Case, pool: &mut Pool) -> Vec<Proposal> {
    let lefts: Vec<u32> = pool.lefts().collect();
    for band in [Band::Exact, Band::Tolerant] {
        let mut proposals = Vec::new();
        for &left in &lefts {
            pool.look().await;
            let items = items_of_payer(case, pool, left);
            let centre = Centre::Receipt(left);
            if items.len() > POOL_MAX {
                pool.note_unfinished(centre);
                continue;
            }
            if items.len() < 2 {
                continue;
            }
            let found = solve(case, pool, Search::new(centre, &items, band));
            let found = found.filter(|s| {
                s.chance <= case.options.shown_chance_max && !case.names_another(left, &s.members)
            });
            let found = found.map(|s| s.proposal(case, centre, Decision::Suggested));
            proposals.extend(found.map(|proposal| guarded(case, pool, proposal)));
        }
        if !proposals.is_empty() {
            return proposals;
        }
    }
    Vec::new()
}
