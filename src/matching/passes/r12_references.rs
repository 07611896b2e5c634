//! R12: whole references of several items that one receipt pays exactly, or of one item that
//! several receipts pay exactly.

use super::{Pass, solved};
use crate::matching::case::Case;
use crate::matching::decided::Decision;
use crate::matching::evidence::Fact;
use crate::matching::pool::{Pool, Proposal};
use crate::matching::solve::{Band, Centre};
use crate::words::{Arg, Args};

pub static PASS: Pass = Pass { code: "R12", most: Decision::Auto, propose };

fn propose(case: &Case, pool: &mut Pool) -> Vec<Proposal> {
    whole(case, pool, Band::Exact, |members| members > 1)
}

/// Sets over strong references. A reference to an open item that the set leaves out speaks against
/// it, and so does a count in the text that is not the set's.
pub fn whole(
    case: &Case,
    pool: &mut Pool,
    band: Band,
    size: impl Fn(usize) -> bool,
) -> Vec<Proposal> {
    let mut proposals = Vec::new();
    for (centre, solution) in solved(case, pool, band, |m| m.strong) {
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
        if let Some(token) = left_out(case, pool, &left, &right) {
            proposal.decision = proposal.decision.max(Decision::Suggested);
            let args = Args::new().with("token", Arg::Text(token));
            proposal.facts.push(Fact::contra("evidence-reference-left-out", args));
        }
        if let Centre::Receipt(at) = centre {
            proposal = counted(case, at, proposal);
        }
        proposals.push(proposal);
    }
    proposals
}

/// A strong reference of the receipts to an item that is open and not in the set.
fn left_out(case: &Case, pool: &Pool, left: &[u32], right: &[u32]) -> Option<String> {
    let mentions = left.iter().flat_map(|&at| &case.mentions[at as usize]);
    let mut out =
        mentions.filter(|m| m.strong && !right.contains(&m.item) && pool.right(m.item) != 0);
    out.next().map(|m| m.token.clone())
}

/// "외 3건" is evidence for four items, and against any other number.
pub fn counted(case: &Case, left: u32, mut proposal: Proposal) -> Proposal {
    if let Some(count) = case.readings[left as usize].count {
        let args = Args::new().with("count", Arg::Count(count.into()));
        if count as usize == proposal.right.len() {
            proposal.facts.push(Fact::pro("evidence-count", args));
        } else {
            proposal.facts.push(Fact::contra("evidence-count-differs", args));
            proposal.decision = proposal.decision.max(Decision::Suggested);
        }
    }
    proposal
}
