//! Reachable sums: for large pools of small amounts, the number of ways to each total, counted to
//! two, and the way back. Only amounts above nil.

use super::{Found, Members, Problem, amounts_of};

/// Totals that a table must span, in units of the pool's grid.
pub fn span(problem: &Problem) -> i128 {
    i128::from(problem.high) / i128::from(grid(&problem.amounts)) + 1
}

/// The unit in which all amounts are whole.
pub fn grid(amounts: &[i64]) -> i64 {
    fn gcd(a: u64, b: u64) -> u64 {
        if b == 0 { a } else { gcd(b, a % b) }
    }
    let unit = amounts.iter().fold(0, |unit, a| gcd(unit, a.unsigned_abs()));
    i64::try_from(unit).unwrap_or(1).max(1)
}

pub fn search(problem: &Problem) -> Found {
    let grid = grid(&problem.amounts);
    let mut found = Found { sets: Vec::new(), finished: true };
    let Ok(top) = usize::try_from(problem.high / grid) else { return found };
    let classes = classes(&problem.amounts, grid);
    let work: u64 = classes.iter().map(|(_, held)| held.len() as u64).sum::<u64>() * top as u64;
    if work > problem.steps_max {
        found.finished = false;
        return found;
    }
    // ways[class][sum]: choices of the first classes that make the sum, at most two.
    let mut ways: Vec<Vec<u8>> = vec![vec![0; top + 1]];
    ways[0][0] = 1;
    for (unit, held) in &classes {
        let before = &ways[ways.len() - 1];
        let mut with = before.clone();
        for count in 1..=held.len() {
            let Some(shift) = unit.checked_mul(count).filter(|&shift| shift <= top) else { break };
            for sum in shift..=top {
                with[sum] = (with[sum] + before[sum - shift]).min(2);
            }
        }
        ways.push(with);
    }
    let low = usize::try_from((problem.low + grid - 1).div_euclid(grid).max(1)).unwrap_or(1);
    for sum in low..=top {
        if ways[classes.len()][sum] > 0 {
            trace(problem, &classes, &ways, sum, &mut found);
        }
        if found.sets.len() >= 2 {
            break;
        }
    }
    found
}

/// Equal amounts together, in grid units, with their positions.
fn classes(amounts: &[i64], grid: i64) -> Vec<(usize, Members)> {
    let mut classes: std::collections::BTreeMap<usize, Members> = Default::default();
    for (at, &amount) in amounts.iter().enumerate() {
        let unit = usize::try_from(amount / grid).unwrap_or(usize::MAX);
        classes.entry(unit).or_default().push(at);
    }
    classes.into_iter().collect()
}

/// Walks back from a sum along every way there is, until two sets are found.
fn trace(
    problem: &Problem,
    classes: &[(usize, Members)],
    ways: &[Vec<u8>],
    sum: usize,
    found: &mut Found,
) {
    let mut open: Vec<(usize, usize, Members)> = vec![(classes.len(), sum, Vec::new())];
    while let Some((class, sum, set)) = open.pop() {
        if class == 0 {
            let fresh = |known: &Members| amounts_of(problem, known) != amounts_of(problem, &set);
            if sum == 0 && found.sets.iter().all(fresh) {
                found.sets.push(set);
            }
            if found.sets.len() >= 2 {
                return;
            }
            continue;
        }
        let (unit, held) = &classes[class - 1];
        for count in 0..=held.len() {
            let Some(rest) = unit.checked_mul(count).and_then(|used| sum.checked_sub(used)) else {
                break;
            };
            if ways[class - 1][rest] > 0 {
                let mut set = set.clone();
                set.extend(&held[..count]);
                open.push((class - 1, rest, set));
            }
        }
    }
}
