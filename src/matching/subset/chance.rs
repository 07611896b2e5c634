//! How likely a set adds up by accident: an estimate, and a trial with targets that nobody paid.

use super::sums::grid;
use super::{Problem, Proof, search};

/// Accidental sets to be expected, in millionths: for all sizes by the bell curve around half of
/// the total, `2ⁿ / (σ √(2π))`, with the width of the band. Whole numbers, rounded up.
pub fn expected_per_million(problem: &Problem) -> u64 {
    const ROOT_TWO_PI_MILLI: u128 = 2_507;
    let items = problem.amounts.len();
    if items < 2 {
        return 0;
    }
    let grid = u128::from(grid(&problem.amounts).unsigned_abs());
    if problem.size_max < items && problem.size_max <= FEW {
        return of_few(problem, grid);
    }
    if items >= 64 {
        return u64::MAX;
    }
    let squares: u128 = problem
        .amounts
        .iter()
        .map(|&a| (u128::from(a.unsigned_abs()) / grid).saturating_pow(2))
        .fold(0, u128::saturating_add);
    // σ = ½ √Σa²
    let spread = squares.isqrt().max(2) / 2;
    let width = (i128::from(problem.high) - i128::from(problem.low)).unsigned_abs() / grid + 1;
    let sets = 1_u128 << items;
    let expected = sets
        .saturating_mul(width)
        .saturating_mul(1_000_000_000)
        .div_ceil(spread.saturating_mul(ROOT_TWO_PI_MILLI).max(1));
    u64::try_from(expected).unwrap_or(u64::MAX)
}

/// Sets of this size and less are counted one by one.
const FEW: usize = 4;

/// Sets of few items, `Σ C(n, j)`, over twice as dense a line of totals as their largest spans: totals
/// crowd in its middle.
fn of_few(problem: &Problem, grid: u128) -> u64 {
    let items = problem.amounts.len() as u128;
    let (mut sets, mut of_size) = (0_u128, 1_u128);
    for size in 1..=problem.size_max as u128 {
        of_size = of_size.saturating_mul(items + 1 - size) / size;
        sets = sets.saturating_add(of_size);
    }
    let mut amounts: Vec<u64> = problem.amounts.iter().map(|a| a.unsigned_abs()).collect();
    amounts.sort_unstable_by(|a, b| b.cmp(a));
    let span: u128 = amounts.iter().take(problem.size_max).map(|&a| u128::from(a)).sum();
    let width = (i128::from(problem.high) - i128::from(problem.low)).unsigned_abs() / grid + 1;
    let expected = sets.saturating_mul(2 * width).saturating_mul(1_000_000);
    u64::try_from(expected.div_ceil((span / grid).max(1))).unwrap_or(u64::MAX)
}

/// Of `trials` targets next to the true one that nobody paid, how many have a set as well.
pub fn decoy_hits(problem: &Problem, trials: u32) -> u32 {
    let step = grid(&problem.amounts);
    let width = problem.high - problem.low + step;
    let mut hits = 0;
    for trial in 1..=i64::from(trials) {
        let side = if trial % 2 == 0 { -1 } else { 1 };
        let Some(shift) = width.checked_mul((trial + 1) / 2 * side * 7) else { continue };
        let (Some(low), Some(high)) =
            (problem.low.checked_add(shift), problem.high.checked_add(shift))
        else {
            continue;
        };
        let decoy = Problem { low, high, ..problem.clone() };
        hits += u32::from(matches!(search(&decoy), Proof::Unique { .. } | Proof::Ambiguous(..)));
    }
    hits
}
