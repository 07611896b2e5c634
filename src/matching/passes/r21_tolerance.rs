//! R21: whole references, and a difference within the band, taken once for the whole match and
//! coded; or less by just what the invoice's terms grant or the payer keeps back time and again.

use super::Pass;
use super::r12_references::whole;
use super::r22_partial::granted;
use crate::matching::case::Case;
use crate::matching::decided::Decision;
use crate::matching::pool::{Pool, Proposal};
use crate::matching::solve::Band;

pub static PASS: Pass =
    Pass { code: "R21", most: Decision::Auto, propose: |case, pool| Box::pin(propose(case, pool)) };

async fn propose(case: &Case, pool: &mut Pool) -> Vec<Proposal> {
    let mut proposals = granted(case, pool).await;
    proposals.extend(whole(case, pool, Band::Tolerant, |_| true).await);
    proposals
}
