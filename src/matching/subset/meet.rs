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

/// Sum and members of every set of a half, by sum. The sums without an amount and those with it are both
/// in order, so that they are merged and never sorted.
fn sums(amounts: &[i64]) -> Vec<(i128, u32)> {
    let mut all: Vec<(i128, u32)> = vec![(0, 0)];
    for (at, &amount) in amounts.iter().enumerate() {
        let with = |&(sum, mask): &(i128, u32)| (sum + i128::from(amount), mask | 1 << at);
        let mut merged = Vec::with_capacity(all.len() * 2);
        let mut without = all.iter().copied().peekable();
        for one in all.iter().map(with) {
            while let Some(before) = without.next_if(|before| *before < one) {
                merged.push(before);
            }
            merged.push(one);
        }
        merged.extend(without);
        all = merged;
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_those_of_all_sets_in_order() {
        for amounts in [vec![], vec![5], vec![3, -3, 3, 7], vec![-4, -4, 9, 1, 0], vec![2; 6]] {
            let mut all: Vec<(i128, u32)> = Vec::new();
            for mask in 0_u32..1 << amounts.len() {
                let of = amounts.iter().enumerate().filter(|(at, _)| mask & (1 << at) != 0);
                all.push((of.map(|(_, amount)| i128::from(*amount)).sum(), mask));
            }
            all.sort_unstable();
            assert_eq!(sums(&amounts), all);
        }
    }
}
