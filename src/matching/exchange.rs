//! Exchange rates by day, as a file of them has it. No rate is made up: one that is not dated, that
//! is too old for the day or that the file states twice is none.

use super::item::Item;
use crate::base::{Currency, Date, Decimal, Money, Source};

/// One unit of `from` is worth so much of `to`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Rate {
    pub source: Source,
    pub from: Currency,
    pub to: Currency,
    pub date: Date,
    pub rate: Decimal,
}

/// An item in the currency of a receipt, on the receipt's day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Exchanged<'r> {
    pub money: Money,
    pub rate: &'r Rate,
}

/// Over weekends and holidays the last rate holds.
const AGE_DAYS_MAX: i64 = 7;

pub(super) fn sort(rates: &mut [Rate]) {
    rates.sort_by(|a, b| {
        (a.from, a.to, a.date, a.rate, a.source).cmp(&(b.from, b.to, b.date, b.rate, b.source))
    });
}

/// What the item is worth in the receipt's currency; rates are sorted.
pub fn exchanged<'r>(rates: &'r [Rate], item: &Item, receipt: &Item) -> Option<Exchanged<'r>> {
    let day = receipt.date?;
    let amount = item.money().decimal();
    let (own, to) = (item.currency, receipt.currency);
    let (rate, worth) = match on(rates, own, to, day) {
        Some(rate) => (rate, amount.checked_mul(rate.rate)?),
        None => {
            let rate = on(rates, to, own, day)?;
            (rate, amount.checked_div(rate.rate)?)
        }
    };
    Some(Exchanged { money: Money::round(worth, to)?, rate })
}

/// The rate of the day, or the last one before it.
fn on(rates: &[Rate], from: Currency, to: Currency, day: Date) -> Option<&Rate> {
    let key = |rate: &Rate| (rate.from, rate.to, rate.date);
    let after = rates.partition_point(|rate| key(rate) <= (from, to, day));
    let last = rates.get(after.checked_sub(1)?)?;
    let age = day.signed_duration_since(last.date).num_days();
    let of_the_day = rates[..after].iter().rev().take_while(|rate| key(rate) == key(last));
    let stated_once = of_the_day.into_iter().all(|rate| rate.rate == last.rate);
    let fits = (last.from, last.to) == (from, to) && age <= AGE_DAYS_MAX && stated_once;
    fits.then_some(last)
}
