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

/// Whether the price is for a weight: by its unit, else by weight bands with a minimum, which
/// would make no sense for a price that is the same for the whole band.
pub(super) fn by_weight(rate: Rate) -> bool {
    let Some(unit) = rate.0.text(Field::Unit) else {
        let banded = rate.0.number(Field::WeightFrom).or_else(|| rate.0.number(Field::WeightTo));
        return banded.is_some() && rate.0.number(Field::MinCharge).is_some();
    };
    Unit::parse(unit).is_weight()
}

/// Kilograms in the unit of a rate by weight. Weights are kilograms as far as anybody has said.
pub(super) fn in_units(rate: Rate, kilograms: Decimal) -> Option<Decimal> {
    match rate.0.text(Field::Unit).map(Unit::parse) {
        None | Some(Unit::Kilogram) => Some(kilograms),
        Some(Unit::HundredKilograms) => kilograms.checked_div(Decimal::ONE_HUNDRED),
        Some(Unit::Tonne) => kilograms.checked_div(Decimal::ONE_THOUSAND),
        Some(_) => None,
    }
}

/// How many of the rate's units a job is. The rate's unit decides; without one the job's quantity
/// counts, else the job as a whole.
fn quantity(rate: Rate, job: Row) -> Option<Decimal> {
    if by_weight(rate) {
        let weight = job.number(Field::ChargeableWeight).or_else(|| job.number(Field::Weight));
        return in_units(rate, weight?);
    }
    let count = job.number(Field::Qty);
    match rate.0.text(Field::Unit).map(Unit::parse) {
        None => Some(count.unwrap_or(Decimal::ONE)),
        Some(Unit::Job) => Some(Decimal::ONE),
        Some(Unit::Piece) => count.or_else(|| job.number(Field::Pieces)),
        Some(Unit::Percent) => None,
        Some(_) => count,
    }
}
