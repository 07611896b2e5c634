//! Meet in the middle: the sums of each half, sorted, and a walk of one against the other. Work and
//! memory grow with the square root of the number of sets.

use super::{Found, Members, Problem, amounts_of, is_minimal};

pub fn search(problem: &Problem) -> Found {
    let half = problem.amounts.len() / 2;
    let (left, right) = problem.amounts.split_at(half);
    let (left, right) = (sums(left), sums(right));
    let mut found = Found { sets: Vec::new(), finished: true };
    let mut steps = (left.len() + right.len()) as u64;
    if steps > problem.steps_max {
        found.finished = false;
        return found;
    }
    let (low, high) = (i128::from(problem.low), i128::from(problem.high));
    // As the left sum grows, the right sums that complete it fall.
    let mut from = right.len();
    for &(sum, mask) in &left {
        while from > 0 && right[from - 1].0 + sum >= low {
            from -= 1;
        }
        for &(other, others) in &right[from..] {
            steps += 1;
            if steps > problem.steps_max {
                found.finished = false;
                return found;
            }
            if sum + other > high {
                break;
            }
            keep(problem, &mut found, members(mask, others, half));
            if found.sets.len() >= 2 {
                return found;
            }
        }
    }
    found
}

/// Sum and members of every set of a half, by sum.
fn sums(amounts: &[i64]) -> Vec<(i128, u32)> {
    let mut all: Vec<(i128, u32)> = vec![(0, 0)];
    for (at, &amount) in amounts.iter().enumerate() {
        let with: Vec<(i128, u32)> =
            all.iter().map(|&(sum, mask)| (sum + i128::from(amount), mask | 1 << at)).collect();
        all.extend(with);
    }
    all.sort_unstable();
    all
}

fn members(left: u32, right: u32, half: usize) -> Members {
    let bits = |mask: u32, from: usize| {
        (0..u32::BITS as usize).filter(move |at| mask & (1 << at) != 0).map(move |at| at + from)
    };
    bits(left, 0).chain(bits(right, half)).collect()
}

fn keep(problem: &Problem, found: &mut Found, set: Members) {
    if set.is_empty() || set.len() > problem.size_max {
        return;
    }
    let known = |known: &Members| amounts_of(problem, known) == amounts_of(problem, &set);
    if !found.sets.iter().any(known) && is_minimal(problem, &set) {
        found.sets.push(set);
    }
}
