//! Which column serves which field: the assignment with the best total, and by how much each pair
//! beats the best assignment without it. Knows numbers only.

/// Best total assignment of rows (fields) to columns, each used once. A score of 0 is no pair.
/// Returns the column of each row. Ties fall to the lower column.
pub fn best(scores: &[Vec<u32>]) -> Vec<Option<usize>> {
    // Most fields of a kind have no column in a list, and the method takes the cube of their number.
    let paired = |row: &usize| scores[*row].iter().any(|score| *score > 0);
    let rows: Vec<usize> = (0..scores.len()).filter(paired).collect();
    let dense: Vec<&[u32]> = rows.iter().map(|&row| scores[row].as_slice()).collect();
    let mut chosen = vec![None; scores.len()];
    for (row, column) in rows.into_iter().zip(best_of_paired(&dense)) {
        chosen[row] = column;
    }
    chosen
}

fn best_of_paired(scores: &[&[u32]]) -> Vec<Option<usize>> {
    let rows = scores.len();
    let real = scores.first().map_or(0, |row| row.len());
    // One spare column a row, so that staying without a column is always possible.
    let columns = real + rows;
    let cost = |r: usize, c: usize| -> i64 { -i64::from(scores[r].get(c).copied().unwrap_or(0)) };
    // Hungarian method with potentials; row and column 0 are sentinels.
    let (mut u, mut v) = (vec![0i64; rows + 1], vec![0i64; columns + 1]);
    let mut owner = vec![0usize; columns + 1];
    for row in 1..=rows {
        owner[0] = row;
        let mut at = 0;
        let mut slack = vec![i64::MAX; columns + 1];
        let mut came = vec![0usize; columns + 1];
        let mut seen = vec![false; columns + 1];
        loop {
            seen[at] = true;
            let (i, mut delta, mut next) = (owner[at], i64::MAX, 0);
            for c in (1..=columns).filter(|&c| !seen[c]) {
                let reduced = cost(i - 1, c - 1) - u[i] - v[c];
                if reduced < slack[c] {
                    (slack[c], came[c]) = (reduced, at);
                }
                if slack[c] < delta {
                    (delta, next) = (slack[c], c);
                }
            }
            for c in 0..=columns {
                if seen[c] {
                    u[owner[c]] += delta;
                    v[c] -= delta;
                } else if slack[c] != i64::MAX {
                    slack[c] -= delta;
                }
            }
            at = next;
            if owner[at] == 0 {
                break;
            }
        }
        while at != 0 {
            owner[at] = owner[came[at]];
            at = came[at];
        }
    }
    let mut chosen = vec![None; rows];
    for c in 1..=real {
        if owner[c] > 0 && scores[owner[c] - 1][c - 1] > 0 {
            chosen[owner[c] - 1] = Some(c - 1);
        }
    }
    chosen
}

pub fn total(scores: &[Vec<u32>], chosen: &[Option<usize>]) -> u32 {
    chosen.iter().enumerate().filter_map(|(r, c)| Some(scores[r][(*c)?])).sum()
}

/// By how much the best assignment loses when one of its pairs is forbidden.
pub fn margin(scores: &[Vec<u32>], chosen: &[Option<usize>], row: usize) -> u32 {
    let Some(column) = chosen[row] else { return 0 };
    let mut without = scores.to_vec();
    without[row][column] = 0;
    total(scores, chosen).saturating_sub(total(&without, &best(&without)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_total_decides_not_the_single_best_pair() {
        // The first field likes column 0 best, but only it can take column 1.
        let scores = vec![vec![900, 800], vec![850, 0]];
        assert_eq!(best(&scores), [Some(1), Some(0)]);
        assert_eq!(best(&[vec![0, 0]]), [None]);
        assert_eq!(best(&[]), Vec::<Option<usize>>::new());
    }

    #[test]
    fn equal_columns_have_no_margin() {
        let scores = vec![vec![700, 700]];
        assert_eq!(margin(&scores, &best(&scores), 0), 0);
        let scores = vec![vec![1000, 700]];
        assert_eq!(margin(&scores, &best(&scores), 0), 300);
    }

    fn brute(scores: &[Vec<u32>], row: usize, used: u32) -> u32 {
        let Some(line) = scores.get(row) else { return 0 };
        let free = (0..line.len()).filter(|c| used & (1 << c) == 0);
        let taken = free.map(|c| line[c] + brute(scores, row + 1, used | (1 << c))).max();
        taken.unwrap_or(0).max(brute(scores, row + 1, used))
    }

    proptest! {
        #[test]
        fn no_assignment_is_better(
            scores in proptest::collection::vec(proptest::collection::vec(0u32..1200, 5), 0..5)
        ) {
            prop_assert_eq!(total(&scores, &best(&scores)), brute(&scores, 0, 0));
        }
    }
}
