//! Waiting by the day: the days beyond the free ones, each part at the price of its tier.
//!
//! Tiers may count the days that are charged (1 to 5 follow on the last free day) or all days (the
//! first tier begins where the free ones end): the first tier tells.

use super::Breaks;
use crate::base::Decimal;
use crate::model::{Book, Rate};
use crate::table::Field;
use crate::words::format;

/// What so many days come to.
#[derive(Clone, PartialEq, Debug)]
pub struct ByDay {
    pub amount: Decimal,
    /// How it is worked out: `5 × 75 + 2 × 100`.
    pub steps: String,
    /// The rows of the card that take part, as positions in [`Book::rates`].
    pub rates: Vec<u32>,
}

/// The price of a day: stated as such, else the price of a row in tiers.
pub(super) fn day_price(rate: Rate) -> Option<Decimal> {
    rate.0.number(Field::DayRate).filter(|price| *price > Decimal::ZERO)
}

/// `None` where the row has no day rate, or its tiers leave a day without one.
pub(super) fn by_day(
    book: &Book,
    tiers: &Breaks,
    at: u32,
    (days, free): (Decimal, Decimal),
) -> Option<ByDay> {
    let charged = (days - free).max(Decimal::ZERO);
    let rate = |at: u32| book.rate(at as usize);
    let rows = tiers.of(at);
    if rows.is_empty() {
        let price = day_price(rate(at))?;
        return Some(ByDay {
            amount: charged.checked_mul(price)?,
            steps: step(charged, price),
            rates: vec![at],
        });
    }
    let end = |at: u32| rate(at).0.number(Field::TierTo).filter(|to| !to.is_zero());
    let first = rate(*rows.first()?).0.number(Field::TierFrom).unwrap_or_default();
    // Counted from the first day of all, what is free lies below the first tier.
    let skipped = if first > Decimal::ONE && first > free { free } else { Decimal::ZERO };
    let (mut done, mut amount) = (Decimal::ZERO, Decimal::ZERO);
    let (mut steps, mut rates) = (Vec::new(), Vec::new());
    for &at in rows {
        let until = end(at).map_or(charged, |to| (to - skipped).min(charged));
        let part = until - done;
        if part <= Decimal::ZERO {
            continue;
        }
        let price = day_price(rate(at))?;
        amount = amount.checked_add(part.checked_mul(price)?)?;
        steps.push(step(part, price));
        rates.push(at);
        done = until;
    }
    (done == charged).then(|| ByDay { amount, steps: steps.join(" + "), rates })
}

fn step(days: Decimal, price: Decimal) -> String {
    format!("{} × {}", format::number(days.normalize()), format::number(price.normalize()))
}
