//! How often a payer's matches by one rule were refused lately. A refusal weighs less with every day, so
//! that what was wrong once is not held against a rule for good; while several weigh on it, the rule asks.
//!
//! Invariant: days are those of the decisions and of the work, never of a clock.

use super::evidence::days_between;
use super::rulings::Rulings;
use crate::base::Date;

/// A payer's matches by one rule, with how often they were refused.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Turned<'r> {
    pub payer: &'r str,
    pub pass: &'r str,
    pub count: usize,
    /// Of the latest refusal.
    pub last: Option<Date>,
    /// Enough weighs on it that the rule only suggests.
    pub asks: bool,
}

/// What one refusal weighs on its day.
const ONE: u64 = 1_000_000;
/// What is left of it a day later, in millionths: e-fold in 45 days.
const A_DAY_LATER: u64 = 978_023;
/// More than one, and less than two on one day.
const MARK: u64 = 1_500_000;
/// However many there were, some time without another one is enough.
const MOST: u64 = 4_000_000;
/// Days after which nothing is left that counts.
const DAYS_MAX: i64 = 400;

impl Rulings {
    /// Every rule and payer with refusals, as they weigh on a day.
    pub fn turned(&self, day: Option<Date>) -> Vec<Turned<'_>> {
        let turned = self.refusals.iter().map(|((payer, pass), all)| {
            let dates = || all.iter().map(|(_, date)| *date);
            let (count, last) = (all.len(), dates().max().flatten());
            let asks = weight(dates(), day) >= MARK;
            Turned { payer, pass, count, last, asks }
        });
        turned.collect()
    }
}

/// One refusal after the other: what the ones before have left, one more, and never beyond the most.
fn weight(dates: impl Iterator<Item = Option<Date>>, day: Option<Date>) -> u64 {
    // A refusal whose day nobody knows may be of today.
    let mut dates: Vec<Option<Date>> = dates.map(|date| date.or(day)).collect();
    dates.sort_unstable();
    let (mut weight, mut last) = (0, None);
    for date in dates {
        weight = (faded(weight, last, date) + ONE).min(MOST);
        last = date;
    }
    faded(weight, last, day)
}

fn faded(weight: u64, from: Option<Date>, to: Option<Date>) -> u64 {
    let days = from.zip(to).map_or(0, |(from, to)| days_between(from, to));
    (0..days.min(DAYS_MAX)).fold(weight, |left, _| left * A_DAY_LATER / ONE)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(date: &str) -> Option<Date> {
        Date::parse_from_str(date, "%Y-%m-%d").ok()
    }

    fn asks(refused: &[&str], on: &str) -> bool {
        weight(refused.iter().map(|date| day(date)), day(on)) >= MARK
    }

    #[test]
    fn a_refusal_weighs_a_third_after_forty_five_days_and_nothing_after_a_year() {
        let left = |on| weight([day("2026-01-01")].into_iter(), day(on));
        assert_eq!(left("2026-01-01"), ONE);
        assert!((367_000..369_000).contains(&left("2026-02-15")));
        assert!(left("2027-01-01") < 1_000);
        // Work that is judged by an earlier day, and a refusal of no day.
        assert_eq!(left("2025-12-01"), ONE);
        assert_eq!(weight([None].into_iter(), day("2026-01-01")), ONE);
    }

    #[test]
    fn two_of_late_are_enough_and_one_is_not() {
        assert!(!asks(&["2026-01-01"], "2026-01-01"));
        assert!(asks(&["2026-01-01", "2026-01-01"], "2026-01-10"));
        assert!(!asks(&["2026-01-01", "2026-01-01"], "2026-01-20"));
        assert!(!asks(&["2025-10-01", "2026-01-01"], "2026-01-01"));
    }

    #[test]
    fn however_many_there_were_some_weeks_are_enough() {
        let many = vec!["2026-01-01"; 50];
        assert!(asks(&many, "2026-02-10"));
        assert!(!asks(&many, "2026-02-20"));
    }
}
