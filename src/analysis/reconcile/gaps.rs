//! Numbers that neither list has between numbers that they have: a document that was never handed
//! over stands in no row and is seen only here.

use std::collections::BTreeMap;

use super::Reconciled;

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Gap {
    /// First and last number that is missing, written as the list writes them.
    pub first: String,
    pub last: String,
    pub count: u64,
}

/// A series that has fewer than this share of its numbers, in percent, is no series.
const DENSE_PERCENT: u64 = 50;
const NUMBERS_MIN: usize = 5;
const GAPS_MAX: usize = 200;

pub(super) fn gaps(done: &Reconciled) -> Vec<Gap> {
    let mut series: BTreeMap<(String, usize), Vec<u64>> = BTreeMap::new();
    for entry in done.left.entries.iter().chain(&done.right.entries) {
        let key = entry.folded.as_str();
        let prefix = key.trim_end_matches(|c: char| c.is_ascii_digit());
        let digits = &key[prefix.len()..];
        if let (false, Ok(number)) = (digits.len() > 12, digits.parse::<u64>()) {
            series.entry((prefix.to_owned(), digits.len())).or_default().push(number);
        }
    }
    let mut found = Vec::new();
    for ((prefix, width), mut numbers) in series {
        numbers.sort_unstable();
        numbers.dedup();
        let (Some(first), Some(last)) = (numbers.first(), numbers.last()) else { continue };
        let span = last - first + 1;
        if numbers.len() < NUMBERS_MIN || numbers.len() as u64 * 100 < span * DENSE_PERCENT {
            continue;
        }
        let write = |number: u64| format!("{prefix}{number:0width$}");
        for pair in numbers.windows(2).filter(|pair| pair[1] > pair[0] + 1) {
            let (first, last) = (pair[0] + 1, pair[1] - 1);
            found.push(Gap { first: write(first), last: write(last), count: last - first + 1 });
        }
    }
    found.truncate(GAPS_MAX);
    found
}
