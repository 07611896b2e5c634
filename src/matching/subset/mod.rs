//! Which items add up to an amount, with proof: none does, exactly one set does, at least two do,
//! or the search was not finished. These four are never merged.
//!
//! Items of one class (same amount, nothing to tell them apart) count as one choice. A set with a
//! part that adds up to nothing is not minimal and is no answer. The work is counted in steps, so
//! that a search ends at the same place on every machine.

mod branch;
mod chance;
mod meet;
mod sums;

pub use chance::{decoy_hits, expected_per_million};

/// What to search.
#[derive(Clone, Debug)]
pub struct Problem {
    /// Signed minor units, none nil.
    pub amounts: Vec<i64>,
    /// Lowest and highest total that is an answer.
    pub low: i64,
    pub high: i64,
    /// Largest set.
    pub size_max: usize,
    pub steps_max: u64,
}

/// Positions in the pool, ascending.
pub type Members = Vec<usize>;

#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Proof {
    /// Every set was looked at or ruled out.
    None,
    /// One set. `free`: items of equal amount stand outside it, so which of them is meant is open.
    Unique { members: Members, free: bool },
    /// The first two.
    Ambiguous(Members, Members),
    /// Not finished; the best set so far. Never the same as none.
    Unfinished(Option<Members>),
}

/// Pools up to this size are halved and met in the middle.
const MEET_ITEMS_MAX: usize = 40;
/// Below this a plain search with bounds is done sooner.
const BRANCH_ITEMS: usize = 18;
/// Reachable sums that are kept at once.
const SUMS_MAX: i128 = 4_000_000;

/// Searches a pool in the way that fits its size.
pub fn search(problem: &Problem) -> Proof {
    let items = problem.amounts.len();
    if items == 0 || problem.size_max == 0 || problem.low > problem.high {
        return Proof::None;
    }
    let positive = problem.amounts.iter().all(|&a| a > 0);
    let found = if items <= BRANCH_ITEMS {
        branch::search(problem)
    } else if items <= MEET_ITEMS_MAX && problem.size_max >= items {
        meet::search(problem)
    } else if positive && sums::span(problem) <= SUMS_MAX && problem.size_max >= items {
        sums::search(problem)
    } else {
        branch::search(problem)
    };
    found.proof(problem)
}

/// What a search comes back with: up to two sets that differ by more than equal amounts.
struct Found {
    sets: Vec<Members>,
    finished: bool,
}

impl Found {
    fn proof(mut self, problem: &Problem) -> Proof {
        for set in &mut self.sets {
            set.sort_unstable();
        }
        match (self.sets.len(), self.finished) {
            (0, true) => Proof::None,
            (0, false) => Proof::Unfinished(None),
            (1, false) => Proof::Unfinished(self.sets.pop()),
            (1, true) => {
                let members = self.sets.remove(0);
                let free = is_free(problem, &members);
                Proof::Unique { members, free }
            }
            _ => {
                let second = self.sets.remove(1);
                Proof::Ambiguous(self.sets.remove(0), second)
            }
        }
    }
}

/// Whether an item outside has the amount of one inside.
fn is_free(problem: &Problem, members: &[usize]) -> bool {
    let outside = (0..problem.amounts.len()).filter(|at| !members.contains(at));
    let mut outside = outside.map(|at| problem.amounts[at]);
    outside.any(|amount| members.iter().any(|&m| problem.amounts[m] == amount))
}

/// No part of the set adds up to nothing. Sets of one sign are minimal by nature.
fn is_minimal(problem: &Problem, members: &[usize]) -> bool {
    let amounts: Vec<i64> = members.iter().map(|&at| problem.amounts[at]).collect();
    let mixed = amounts.iter().any(|&a| a > 0) && amounts.iter().any(|&a| a < 0);
    const TRIED_MAX: usize = 20;
    if !mixed {
        return true;
    }
    if amounts.len() > TRIED_MAX {
        return false;
    }
    let all = (1_u32 << amounts.len()) - 1;
    (1..=all).all(|mask| {
        let part = amounts.iter().enumerate().filter(|(at, _)| mask & (1 << at) != 0);
        part.map(|(_, a)| i128::from(*a)).sum::<i128>() != 0
    })
}

/// The amounts of a set, sorted: two sets with the same are one answer with a free choice.
fn amounts_of(problem: &Problem, members: &[usize]) -> Vec<i64> {
    let mut amounts: Vec<i64> = members.iter().map(|&at| problem.amounts[at]).collect();
    amounts.sort_unstable();
    amounts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn proof(amounts: &[i64], target: i64) -> Proof {
        search(&Problem {
            amounts: amounts.to_vec(),
            low: target,
            high: target,
            size_max: amounts.len(),
            steps_max: 1_000_000,
        })
    }

    #[test]
    fn counts_to_two_and_says_which() {
        assert_eq!(proof(&[5, 7, 9], 12), Proof::Unique { members: vec![0, 1], free: false });
        assert_eq!(proof(&[5, 7, 9], 13), Proof::None);
        assert!(matches!(proof(&[1, 2, 3], 3), Proof::Ambiguous(..)));
        assert_eq!(proof(&[5, 5, 7], 12), Proof::Unique { members: vec![0, 2], free: true });
    }

    #[test]
    fn a_pair_that_cancels_is_no_second_answer() {
        assert_eq!(proof(&[5, 3, -3], 5), Proof::Unique { members: vec![0], free: false });
        assert_eq!(proof(&[10, -3], 7), Proof::Unique { members: vec![0, 1], free: false });
    }

    #[test]
    fn out_of_steps_is_not_none() {
        let amounts: Vec<i64> = (1..60).map(|i| i * 1_000_003 + 7).collect();
        let target = amounts.iter().sum::<i64>() / 2 + 1;
        let size_max = amounts.len();
        let problem = Problem { amounts, low: target, high: target, size_max, steps_max: 500 };
        assert_eq!(search(&problem), Proof::Unfinished(None));
    }
}
