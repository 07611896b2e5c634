//! R51: several receipts of a payer add up to one open item, in one way only: instalments. A
//! suggestion.

use super::{POOL_MAX, Pass, receipts_of_customer};
use crate::matching::case::Case;
use crate::matching::decided::Decision;
use crate::matching::pool::{Pool, Proposal};
use crate::matching::solve::{Band, Centre, Search, solve};

pub static PASS: Pass = Pass {
    code: "R51",
    most: Decision::Suggested,
    propose: |case, pool| Box::pin(propose(case, pool)),
};

async fn propose(case: &Case, pool: &mut Pool) -> Vec<Proposal> {
    let rights: Vec<u32> = pool.rights().collect();
    for band in [Band::Exact, Band::Tolerant] {
        let mut proposals = Vec::new();
        for &right in &rights {
            pool.look().await;
            let mut receipts = receipts_of_customer(case, pool, right);
            receipts.retain(|&left| !case.names_another(left, &[right]));
            if receipts.len() < 2 || receipts.len() > POOL_MAX {
                continue;
            }
            let centre = Centre::Item(right);
            let found = solve(case, pool, Search::new(centre, &receipts, band));
            let found = found.filter(|s| s.chance <= case.options.shown_chance_max);
            proposals.extend(found.map(|s| s.proposal(case, centre, Decision::Suggested)));
        }
        if !proposals.is_empty() {
            return proposals;
        }
    }
    Vec::new()
}
