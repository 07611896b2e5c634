//! Mean, median and ninetieth percentile of days, and how they spread over classes.

use super::Value;
use crate::base::{Currency, Decimal, Money, round_to};
use crate::words::Arg;

/// First and last day of each class and its word; every number of days falls in exactly one.
const CLASSES: [(i64, i64, &str); 7] = [
    (0, 0, "days-0"),
    (1, 2, "days-1-2"),
    (3, 5, "days-3-5"),
    (6, 10, "days-6-10"),
    (11, 20, "days-11-20"),
    (21, 30, "days-21-30"),
    (31, i64::MAX, "days-31-up"),
];

/// Days with what they weigh, in one currency at a time.
#[derive(Default)]
pub(super) struct Days {
    days: Vec<i64>,
    /// Currency, Σ days × amount, Σ amount; amounts in minor units.
    weighed: Vec<(Currency, i128, i128)>,
}

impl Days {
    pub(super) fn add(&mut self, days: i64, weight: Option<Money>) {
        self.days.push(days);
        let Some(weight) = weight.filter(|weight| weight.minor > 0) else { return };
        let minor = i128::from(weight.minor);
        let known = self.weighed.iter_mut().find(|(currency, ..)| *currency == weight.currency);
        match known {
            Some((_, sum, all)) => {
                *sum += i128::from(days) * minor;
                *all += minor;
            }
            None => self.weighed.push((weight.currency, i128::from(days) * minor, minor)),
        }
    }

    /// Mean, median and p90 in days to one decimal, and the mean weighted by value a currency.
    pub(super) fn values(mut self) -> (Vec<Value>, Vec<(&'static str, usize)>) {
        if self.days.is_empty() {
            return (Vec::new(), Vec::new());
        }
        self.days.sort_unstable();
        let count = self.days.len();
        let sum: i64 = self.days.iter().sum();
        let plain = |word, days: Decimal| Value {
            word,
            value: Arg::Number(round_to(days, 1).normalize()),
            over: None,
        };
        let mut values = vec![
            Value {
                over: Some((Arg::Count(sum), Arg::from(count))),
                ..plain("figure-mean", Decimal::from(sum) / Decimal::from(count))
            },
            plain("figure-median", median(&self.days)),
            plain("figure-p90", Decimal::from(nearest_rank(&self.days, 90))),
        ];
        self.weighed.sort_by_key(|(currency, ..)| *currency);
        values.extend(self.weighed.iter().filter_map(|(currency, sum, all)| {
            let mean = ratio(*sum, *all)?;
            let money = Money::new(i64::try_from(*all).ok()?, *currency);
            Some(Value {
                over: Some((Arg::Number(major(*sum, *currency)?), Arg::Money(money))),
                ..plain("figure-weighted", mean)
            })
        }));
        let classes = CLASSES.iter().map(|(from, to, word)| {
            (*word, self.days.iter().filter(|days| (from..=to).contains(days)).count())
        });
        (values, classes.collect())
    }
}

/// The middle one of sorted days, or the mean of the two in the middle.
fn median(sorted: &[i64]) -> Decimal {
    let middle = sorted.len() / 2;
    match sorted.len() % 2 {
        1 => Decimal::from(sorted[middle]),
        _ => Decimal::from(sorted[middle - 1] + sorted[middle]) / Decimal::TWO,
    }
}

/// Nearest rank: the smallest value that is not below `percent` of all.
fn nearest_rank(sorted: &[i64], percent: usize) -> i64 {
    let rank = (sorted.len() * percent).div_ceil(100).max(1);
    sorted[rank - 1]
}

/// Days × amount, with the amount in whole units of its currency.
fn major(minor: i128, currency: Currency) -> Option<Decimal> {
    Decimal::try_from_i128_with_scale(minor, currency.exponent()).ok()
}

/// Exact where the parts fit a decimal; absent where they don't or nothing is divided by.
fn ratio(part: i128, whole: i128) -> Option<Decimal> {
    let part = Decimal::try_from_i128_with_scale(part, 0).ok()?;
    let whole = Decimal::try_from_i128_with_scale(whole, 0).ok()?;
    part.checked_div(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_and_the_ninetieth() {
        let mut days = Days::default();
        for lag in [1, 2, 3, 4, 5, 6, 7, 8, 9, 30] {
            days.add(lag, None);
        }
        let (values, spread) = days.values();
        let of = |word| values.iter().find(|value| value.word == word).map(|v| v.value.clone());
        assert_eq!(of("figure-mean"), Some(Arg::Number(Decimal::new(75, 1))));
        assert_eq!(of("figure-median"), Some(Arg::Number(Decimal::new(55, 1))));
        assert_eq!(of("figure-p90"), Some(Arg::Number(Decimal::from(9))));
        assert_eq!(spread.iter().map(|(_, count)| count).sum::<usize>(), 10);
    }

    /// Part 3.3's example of a weighted mean: 10 after 5 days, 100 after 10 days.
    #[test]
    fn large_amounts_weigh_more() {
        let usd = Currency::parse("USD").expect("a code");
        let mut days = Days::default();
        days.add(5, Some(Money::new(1_000, usd)));
        days.add(10, Some(Money::new(10_000, usd)));
        let (values, _) = days.values();
        let weighted = values.iter().find(|value| value.word == "figure-weighted");
        // 9.545…, to one decimal.
        assert_eq!(weighted.map(|v| &v.value), Some(&Arg::Number(Decimal::new(95, 1))));
    }
}
