//! R21: whole references, and a difference within the band, taken once for the whole match and
//! coded.

use super::Pass;
use super::r12_references::whole;
use crate::matching::case::Case;
use crate::matching::decided::Decision;
use crate::matching::pool::{Pool, Proposal};
use crate::matching::solve::Band;

pub static PASS: Pass = Pass { code: "R21", most: Decision::Auto, propose };

fn propose(case: &Case, pool: &mut Pool) -> Vec<Proposal> {
    whole(case, pool, Band::Tolerant, |_| true)
}
