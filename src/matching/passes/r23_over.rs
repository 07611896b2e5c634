//! R23: a whole reference, and more than is open. What is open is paid; the rest stays unapplied,
//! or is to be refunded; never by machine.

use super::Pass;
use super::r22_partial::apart;
use crate::matching::case::Case;
use crate::matching::decided::Decision;
use crate::matching::pool::{Pool, Proposal};

pub static PASS: Pass = Pass {
    code: "R23",
    most: Decision::Suggested,
    propose: |case, pool| Box::pin(propose(case, pool)),
};

async fn propose(case: &Case, pool: &mut Pool) -> Vec<Proposal> {
    let over = apart(case, pool, |received, open| {
        received.signum() == open.signum() && received.abs() > open.abs()
    });
    over.await.into_iter().map(|(proposal, _)| proposal).collect()
}
