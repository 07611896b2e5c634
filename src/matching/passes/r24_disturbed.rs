//! R24: references that were disturbed on the way. They decide nothing by themselves: by machine
//! only where the payer is certain, the amount is exact, and no other set of the named items fits.

use super::{Pass, guarded, solved};
use crate::matching::case::Case;
use crate::matching::decided::Decision;
use crate::matching::pool::{Pool, Proposal};
use crate::matching::solve::{Band, pairs};

pub static PASS: Pass = Pass { code: "R24", most: Decision::Auto, propose };

fn propose(case: &Case, pool: &mut Pool) -> Vec<Proposal> {
    let found = solved(case, pool, Band::Exact, |_| true);
    let proposals = found.into_iter().filter_map(|(centre, solution)| {
        let (left, right) = solution.sides(centre);
        let agreed =
            pairs(&left, &right).all(|(l, r)| case.agrees_certainly(l as usize, r as usize));
        let sure =
            agreed && solution.is_proved() && solution.chance <= case.options.auto_chance_max;
        sure.then(|| solution.proposal(case, centre, Decision::Auto))
    });
    let proposals: Vec<Proposal> = proposals.collect();
    proposals.into_iter().map(|proposal| guarded(case, pool, proposal)).collect()
}
