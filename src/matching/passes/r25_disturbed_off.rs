//! R25: disturbed references where the payer is not certain, or the amount is off within the band:
//! never more than a suggestion.

use super::{Pass, solved};
use crate::matching::case::Case;
use crate::matching::decided::Decision;
use crate::matching::pool::{Pool, Proposal};
use crate::matching::solve::Band;

pub static PASS: Pass = Pass {
    code: "R25",
    most: Decision::Suggested,
    propose: |case, pool| Box::pin(propose(case, pool)),
};

async fn propose(case: &Case, pool: &mut Pool) -> Vec<Proposal> {
    let mut proposals = Vec::new();
    for (band, far) in
        [(Band::Exact, false), (Band::Tolerant, false), (Band::Exact, true), (Band::Tolerant, true)]
    {
        let found = solved(case, pool, band, |m| far || !m.far).await;
        let shown = found.into_iter().filter(|(_, s)| s.chance <= case.options.shown_chance_max);
        proposals.extend(shown.map(|(centre, s)| s.proposal(case, centre, Decision::Suggested)));
        if !proposals.is_empty() {
            break;
        }
    }
    proposals
}
