//! Age of unbilled work on its trigger date (definitions 3.4): contiguous buckets, each job in
//! exactly one, so that the buckets add up to the open list.

use serde::{Deserialize, Serialize};

use super::{JobBilling, Unbilled};
use crate::base::Sums;

/// `0–7, 8–14, 15–30, 31–60, 61–90, > 90` days; the word key is `age-0-7` and so on.
pub static BUCKETS: &[(&str, i64, i64)] = &[
    ("age-0-7", 0, 7),
    ("age-8-14", 8, 14),
    ("age-15-30", 15, 30),
    ("age-31-60", 31, 60),
    ("age-61-90", 61, 90),
    ("age-over-90", 91, i64::MAX),
];

/// For jobs without a date, and for those whose date is still to come.
pub const UNDATED: &str = "age-undated";

#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Bucket {
    pub word: String,
    pub jobs: usize,
    /// Jobs of the bucket whose value nobody knows.
    pub unvalued: usize,
    pub open: Sums,
}

/// The word key of the bucket for an age.
pub fn bucket(age_days: Option<i64>) -> &'static str {
    let fits = |age: i64| BUCKETS.iter().find(|(_, lo, hi)| (*lo..=*hi).contains(&age));
    age_days.and_then(fits).map_or(UNDATED, |(word, _, _)| word)
}

/// All buckets in order, also the empty ones; undated last.
pub fn ageing(unbilled: &Unbilled) -> Vec<Bucket> {
    let words = BUCKETS.iter().map(|(word, _, _)| *word).chain([UNDATED]);
    words.map(|word| fill(word, unbilled.open())).collect()
}

fn fill<'j>(word: &str, open: impl Iterator<Item = &'j JobBilling>) -> Bucket {
    let here: Vec<&JobBilling> = open.filter(|job| bucket(job.age_days) == word).collect();
    Bucket {
        word: word.to_owned(),
        jobs: here.len(),
        unvalued: here.iter().filter(|job| job.open.is_none()).count(),
        open: here.iter().filter_map(|job| job.open).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_edges_of_the_buckets() {
        for (age, word) in [
            (0, "age-0-7"),
            (7, "age-0-7"),
            (8, "age-8-14"),
            (14, "age-8-14"),
            (15, "age-15-30"),
            (30, "age-15-30"),
            (31, "age-31-60"),
            (60, "age-31-60"),
            (61, "age-61-90"),
            (90, "age-61-90"),
            (91, "age-over-90"),
            (4000, "age-over-90"),
            (-1, UNDATED),
        ] {
            assert_eq!(bucket(Some(age)), word, "{age} days");
        }
        assert_eq!(bucket(None), UNDATED);
    }

    #[test]
    fn the_buckets_are_contiguous() {
        for pair in BUCKETS.windows(2) {
            assert_eq!(pair[0].2 + 1, pair[1].1);
        }
    }
}
