//! R11: one receipt names one item by a whole reference that no other item has, and pays exactly
//! what is open.

use super::Pass;
use super::r12_references::whole;
use crate::matching::case::Case;
use crate::matching::decided::Decision;
use crate::matching::pool::{Pool, Proposal};
use crate::matching::solve::Band;

pub static PASS: Pass =
    Pass { code: "R11", most: Decision::Auto, propose: |case, pool| Box::pin(propose(case, pool)) };

async fn propose(case: &Case, pool: &mut Pool) -> Vec<Proposal> {
    whole(case, pool, Band::Exact, |members| members == 1).await
}
