//! What a rate comes to: price × quantity, weight or one, within its minimum and maximum.

use super::{Pricing, Unit};
use crate::base::{Decimal, Money};
use crate::model::{Book, Rate, Row};
use crate::table::Field;

/// What a job is worth by the rate card: the one rate that fits it. In the rate's currency, or in
/// the job's where the card names none. `None` when no rate fits, when several do and they differ,
/// or when the quantity that the rate asks for is not known.
pub fn expected_value(book: &Book, pricing: &Pricing, job: usize) -> Option<Money> {
    let rate = pricing.jobs.get(job)?.rate(book)?;
    let row = book.job(job).0;
    let amount = price_amount(rate, quantity(rate, row)?)?;
    let currency = rate.0.currency();
    Money::round(amount, if currency.is_none() { row.currency() } else { currency })
}

/// Price × quantity, raised to the minimum and cut at the maximum of the rate. Unrounded.
pub fn price_amount(rate: Rate, quantity: Decimal) -> Option<Decimal> {
    let mut amount = rate.price()?.checked_mul(quantity)?;
    if let Some(min) = rate.0.number(Field::MinCharge) {
        amount = amount.max(min);
    }
    if let Some(max) = rate.0.number(Field::MaxCharge).filter(|max| !max.is_zero()) {
        amount = amount.min(max);
    }
    Some(amount)
}

/// How many of the rate's units a job is. The rate's unit decides; without one, weight bands with a
/// minimum mean a price for each kilogram, else the job's quantity counts, else the job as a whole.
fn quantity(rate: Rate, job: Row) -> Option<Decimal> {
    let weight = || job.number(Field::ChargeableWeight).or_else(|| job.number(Field::Weight));
    let pieces = || job.number(Field::Qty).or_else(|| job.number(Field::Pieces));
    let Some(unit) = rate.0.text(Field::Unit) else {
        let banded = rate.0.number(Field::WeightFrom).or_else(|| rate.0.number(Field::WeightTo));
        if banded.is_some() && rate.0.number(Field::MinCharge).is_some() {
            return weight();
        }
        return Some(job.number(Field::Qty).unwrap_or(Decimal::ONE));
    };
    match Unit::parse(unit) {
        Unit::Kilogram => weight(),
        Unit::HundredKilograms => weight()?.checked_div(Decimal::ONE_HUNDRED),
        Unit::Tonne => weight()?.checked_div(Decimal::ONE_THOUSAND),
        Unit::Job => Some(Decimal::ONE),
        Unit::Piece => pieces(),
        // Weights of jobs are kilograms as far as anybody has said.
        Unit::Pound | Unit::Percent => None,
        Unit::Other(_) => job.number(Field::Qty),
    }
}
