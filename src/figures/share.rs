//! A share by count and, in each currency, by value; numerator and denominator stay beside it.

use super::Value;
use crate::base::{Currency, Decimal, Money, Sums};
use crate::words::Arg;

/// `None` where there is nothing to divide by.
pub(super) fn by_count(part: usize, whole: usize) -> Option<Value> {
    (whole > 0).then(|| Value {
        word: "figure-by-count",
        value: Arg::percent(Decimal::from(part) / Decimal::from(whole)),
        over: Some((Arg::from(part), Arg::from(whole))),
    })
}

/// One value for each currency whose denominator is more than nil.
pub(super) fn by_value(part: &Sums, whole: &Sums) -> Vec<Value> {
    let share = |currency: Currency| {
        let (part, whole) = (part.get(currency), whole.get(currency));
        (whole.minor > 0).then(|| Value {
            word: "figure-by-value",
            value: Arg::percent(minor(part) / minor(whole)),
            over: Some((Arg::Money(part), Arg::Money(whole))),
        })
    };
    whole.currencies().filter_map(share).collect()
}

fn minor(money: Money) -> Decimal {
    Decimal::from(money.minor)
}
