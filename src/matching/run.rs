//! The run: passes in order over what is still open, until nothing more comes of it; then what is
//! left, with what was looked at.

use super::case::{Case, Options};
use super::decided::{Decision, Match, Research};
use super::item::Sides;
use super::passes::{PASSES, Pass};
use super::pool::Pool;

pub struct Outcome {
    /// In the order in which the run looked at them; matches point into it.
    pub sides: Sides,
    pub matches: Vec<Match>,
    /// Receipts without a match.
    pub research: Vec<Research>,
    /// Open items without a match.
    pub unmatched: Vec<u32>,
    /// What is still open of each receipt and item when every match is taken.
    pub rest_left: Vec<i64>,
    pub rest_right: Vec<i64>,
}

/// Rounds after which a run stops whatever it may still find; three have been the most.
const ROUNDS_MAX: usize = 8;
const NEAREST: usize = 3;

pub fn run(sides: Sides, options: Options) -> Outcome {
    let case = Case::build(sides, options);
    let mut pool = Pool::new(&case);
    let machine: Vec<&Pass> = PASSES.iter().copied().filter(|p| p.most == Decision::Auto).collect();
    // What is certain first: a suggestion must not stand in the way of a proof.
    rounds(&case, &mut pool, &machine, true);
    rounds(&case, &mut pool, PASSES, false);
    for pass in PASSES {
        let proposals = (pass.propose)(&case, &mut pool);
        pool.show_contested(&case, pass.code, proposals);
    }
    outcome(case, pool)
}

fn rounds(case: &Case, pool: &mut Pool, passes: &[&Pass], certain: bool) {
    for _ in 0..ROUNDS_MAX {
        let before = pool.matches.len();
        for pass in passes {
            let mut proposals = (pass.propose)(case, pool);
            if certain {
                proposals.retain(|proposal| proposal.decision == Decision::Auto);
            }
            pool.settle(case, pass.code, proposals);
        }
        if pool.matches.len() == before {
            break;
        }
    }
}

fn outcome(case: Case, pool: Pool) -> Outcome {
    let mut in_left = vec![false; case.sides.left.len()];
    let mut in_right = vec![false; case.sides.right.len()];
    for found in &pool.matches {
        found.left.iter().for_each(|&at| in_left[at as usize] = true);
        found.right.iter().for_each(|&at| in_right[at as usize] = true);
    }
    let lefts = (0..case.sides.left.len() as u32).filter(|&at| !in_left[at as usize]);
    let research = lefts.map(|left| research(&case, &pool, left)).collect();
    let rights = 0..case.sides.right.len() as u32;
    let unmatched = rights.filter(|&at| !in_right[at as usize]).collect();
    let rest_left = (0..case.sides.left.len() as u32).map(|at| pool.left(at)).collect();
    let rest_right = (0..case.sides.right.len() as u32).map(|at| pool.right(at)).collect();
    Outcome { matches: pool.matches, research, unmatched, rest_left, rest_right, sides: case.sides }
}

/// What was searched, what is nearest, and what to ask.
fn research(case: &Case, pool: &Pool, left: u32) -> Research {
    let customer = case.payers[left as usize].map(|payer| payer.customer);
    let own = customer.and_then(|customer| case.items_of.get(&customer));
    let amount = i128::from(pool.left(left));
    let mut open: Vec<u32> = match own {
        Some(items) => items.iter().copied().filter(|&at| pool.right(at) != 0).collect(),
        None => Vec::new(),
    };
    open.retain(|&at| case.compatible(left as usize, at as usize));
    open.sort_by_key(|&at| ((i128::from(pool.right(at)) - amount).abs(), at));
    open.truncate(NEAREST);
    let candidates = &case.readings[left as usize].candidates;
    let searched = candidates.iter().filter(|c| !c.masked).map(|c| c.text.clone()).collect();
    let quiet = case.mentions[left as usize].is_empty() && case.named[left as usize].is_empty();
    let ask = match (customer, quiet) {
        (None, _) => "ask-who-paid",
        (Some(_), true) => "ask-which-items",
        (Some(_), false) => "ask-about-reference",
    };
    Research { left, customer, searched, nearest: open, ask }
}
