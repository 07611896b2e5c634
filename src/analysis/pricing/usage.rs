//! Prices by use: time in steps (a first and a next interval), quantities in tiers.
//!
//! A tier may price the whole quantity or only the part that falls in it; the card does not say which,
//! so both readings are right, and a wrong amount is held against the nearer one. Intervals are
//! seconds, of one call: what is longer than a call may be the sum of many, and is also right as it
//! stands.

use super::value::RateTerms;
use super::{Breaks, Prices, Unit};
use crate::base::{Decimal, Money};
use crate::model::{Book, Charge, Rate};
use crate::table::Field;
use crate::words::format;

/// What a charge comes to by use, beside what was billed.
#[derive(Clone, PartialEq, Debug)]
pub struct ByUse {
    /// The two amounts of the whole charge.
    pub prices: Prices,
    /// How the amount is worked out: `1,000 × 0.1 + 500 × 0.08`.
    pub steps: String,
    /// The rows of the card that take part, as positions in [`Book::rates`].
    pub rates: Vec<u32>,
}

/// First and following stretches of time that are charged as a whole, in seconds.
#[derive(Clone, Copy, PartialEq, Debug)]
struct Intervals {
    first: Decimal,
    next: Decimal,
}

/// One way to read the card for a charge. Before discount and limits.
struct Reading {
    amount: Decimal,
    steps: String,
    rates: Vec<u32>,
}

/// Four hours: a line that is longer is hardly one call.
const CALL_SECONDS_MAX: i64 = 14_400;

/// Whether a row of the card prices by use.
pub(super) fn is_by_use(book: &Book, tiers: &Breaks, at: u32) -> bool {
    Intervals::of(book.rate(at as usize)).is_some() || !tiers.of(at).is_empty()
}

/// `None` where the row prices otherwise, or the charge lacks what it takes: a quantity, an amount, a
/// unit of time.
pub(super) fn by_use(book: &Book, tiers: &Breaks, charge: Charge, at: u32) -> Option<ByUse> {
    if !is_by_use(book, tiers, at) {
        return None;
    }
    let (rate, currency) = (book.rate(at as usize), charge.0.currency());
    let terms = RateTerms::read(rate);
    if currency != terms.currency && !currency.is_none() && !terms.currency.is_none() {
        return None;
    }
    let billed = charge.net()?.decimal().abs();
    let mut best: Option<ByUse> = None;
    for (quantity, shown) in quantities(charge, rate)? {
        for reading in readings(book, tiers, at, quantity, &shown)? {
            let list = Money::round(terms.within_limits(reading.amount)?, currency)?.decimal();
            let less = terms.within_limits(terms.discounted(reading.amount)?)?;
            let contracted = Money::round(less, currency)?.decimal();
            let prices = Prices { billed, contracted, list, quantity: Decimal::ONE };
            let nearer =
                |known: &ByUse| prices.difference().abs() < known.prices.difference().abs();
            if best.as_ref().is_none_or(nearer) {
                best = Some(ByUse { prices, steps: reading.steps, rates: reading.rates });
            }
        }
    }
    best
}

impl Intervals {
    fn of(rate: Rate) -> Option<Intervals> {
        let positive = |field: Field| rate.0.number(field).filter(|n| *n > Decimal::ZERO);
        let (first, next) = (positive(Field::FirstInterval), positive(Field::NextInterval));
        let next = next.or(first)?;
        Some(Intervals { first: first.unwrap_or(next), next })
    }

    /// The seconds that are charged for so many.
    fn charged(&self, seconds: Decimal) -> Option<Decimal> {
        let more = (seconds - self.first).max(Decimal::ZERO);
        self.first.checked_add(more.checked_div(self.next)?.ceil().checked_mul(self.next)?)
    }
}

/// The quantity in the unit of the rate, by each reading, and how it is written.
fn quantities(charge: Charge, rate: Rate) -> Option<Vec<(Decimal, String)>> {
    let quantity = charge.qty()?.abs();
    let seconds =
        |row: crate::model::Row| row.text(Field::Unit).and_then(|u| Unit::parse(u).seconds());
    let of_rate = seconds(rate.0).or_else(|| seconds(charge.0));
    let of_line = seconds(charge.0).or(of_rate);
    let plain = match (of_line, of_rate) {
        (Some(line), Some(rate)) => quantity.checked_mul(line)?.checked_div(rate)?,
        _ => quantity,
    };
    let Some(intervals) = Intervals::of(rate) else {
        return Some(vec![(plain, format::number(plain.normalize()))]);
    };
    let (line, rate) = (of_line?, of_rate?);
    let used = quantity.checked_mul(line)?;
    let charged = intervals.charged(used)?;
    let write = |seconds: Decimal| match rate == Decimal::ONE {
        true => format::number(seconds.normalize()),
        false => {
            format!(
                "{} / {}",
                format::number(seconds.normalize()),
                format::number(rate.normalize())
            )
        }
    };
    let mut quantities = vec![(charged.checked_div(rate)?, write(charged))];
    if used > Decimal::from(CALL_SECONDS_MAX) && used != charged {
        quantities.push((plain, write(used)));
    }
    Some(quantities)
}

fn readings(
    book: &Book,
    tiers: &Breaks,
    at: u32,
    quantity: Decimal,
    shown: &str,
) -> Option<Vec<Reading>> {
    let price = |at: u32| book.rate(at as usize).price();
    let whole = |at: u32| -> Option<Reading> {
        let price = price(at)?;
        let steps = format!("{shown} × {}", format::number(price));
        Some(Reading { amount: price.checked_mul(quantity)?, steps, rates: vec![at] })
    };
    let rows = tiers.of(at);
    if rows.is_empty() {
        return Some(vec![whole(at)?]);
    }
    let holds = |at: &&u32| {
        let rate = book.rate(**at as usize).0;
        let from = rate.number(Field::TierFrom).unwrap_or_default();
        let to = rate.number(Field::TierTo).filter(|to| !to.is_zero());
        from <= quantity.ceil() && to.is_none_or(|to| quantity <= to)
    };
    let mut all: Vec<Reading> = rows.iter().filter(holds).filter_map(|at| whole(*at)).collect();
    all.extend(in_parts(book, rows, quantity));
    Some(all)
}

/// Each part of the quantity at the price of the tier in which it falls.
fn in_parts(book: &Book, rows: &[u32], quantity: Decimal) -> Option<Reading> {
    let (mut done, mut amount) = (Decimal::ZERO, Decimal::ZERO);
    let (mut steps, mut rates): (Vec<String>, Vec<u32>) = (Vec::new(), Vec::new());
    for &at in rows {
        let rate = book.rate(at as usize);
        let to = rate.0.number(Field::TierTo).filter(|to| !to.is_zero());
        let part = to.map_or(quantity, |to| to.min(quantity)) - done;
        if part <= Decimal::ZERO {
            continue;
        }
        let price = rate.price()?;
        amount = amount.checked_add(part.checked_mul(price)?)?;
        steps.push(format!("{} × {}", format::number(part.normalize()), format::number(price)));
        rates.push(at);
        done += part;
    }
    (done == quantity).then(|| Reading { amount, steps: steps.join(" + "), rates })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_minute_whole_and_then_six_seconds() {
        let by = |first: i64, next: i64| Intervals { first: first.into(), next: next.into() };
        let charged = |by: Intervals, seconds: i64| by.charged(seconds.into()).expect("a figure");
        assert_eq!(charged(by(60, 6), 5), Decimal::from(60));
        assert_eq!(charged(by(60, 6), 60), Decimal::from(60));
        assert_eq!(charged(by(60, 6), 61), Decimal::from(66));
        assert_eq!(charged(by(60, 60), 61), Decimal::from(120));
        assert_eq!(charged(by(1, 1), 61), Decimal::from(61));
    }
}
