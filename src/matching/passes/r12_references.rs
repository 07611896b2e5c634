//! R12: whole references of several items that one receipt pays exactly, or of one item that
//! several receipts pay exactly.

use super::{Pass, guarded, solved};
use crate::matching::case::Case;
use crate::matching::decided::Decision;
use crate::matching::pool::{Pool, Proposal};
use crate::matching::solve::Band;

pub static PASS: Pass =
    Pass { code: "R12", most: Decision::Auto, propose: |case, pool| Box::pin(propose(case, pool)) };

async fn propose(case: &Case, pool: &mut Pool) -> Vec<Proposal> {
    whole(case, pool, Band::Exact, |members| members > 1).await
}

/// Sets over strong references. A reference to an open item that the set leaves out speaks against
/// it, and so does a count in the text that is not the set's.
pub async fn whole(
    case: &Case,
    pool: &mut Pool,
    band: Band,
    size: impl Fn(usize) -> bool,
) -> Vec<Proposal> {
    let mut proposals = Vec::new();
    for (centre, solution) in solved(case, pool, band, |m| m.strong).await {
        pool.look().await;
        let (left, right) = solution.sides(centre);
        if !size(left.len().max(right.len())) {
            continue;
        }
        let chance = solution.chance;
        let wide = band == Band::Tolerant && chance > case.options.auto_chance_max;
        let mut proposal = solution.proposal(
            case,
            centre,
            if wide { Decision::Suggested } else { Decision::Auto },
        );
        proposal = guarded(case, pool, proposal);
        proposals.push(proposal);
    }
    proposals
}
