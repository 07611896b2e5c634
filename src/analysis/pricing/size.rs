//! Volumetric weight: what goods weigh by their size and the divisor of the contract.

use crate::base::Decimal;
use crate::model::{Rate, Row};
use crate::table::Field;

/// Up to here a divisor is kilograms a cubic metre (167, 333, 1,000 at sea), above it cubic centimetres
/// a kilogram (5,000, 6,000).
const DENSITY_MAX: i64 = 1_000;

/// Kilograms for so many cubic metres.
pub fn volumetric(cubic_metres: Decimal, divisor: Decimal) -> Option<Decimal> {
    match divisor <= Decimal::from(DENSITY_MAX) {
        true => cubic_metres.checked_mul(divisor),
        false => cubic_metres.checked_mul(Decimal::from(1_000_000))?.checked_div(divisor),
    }
}

/// The weight to charge: stated, else the greater of the actual one and the size by the rate's divisor.
/// A rate with a divisor asks for the size too: without it, the weight is not known.
pub(super) fn chargeable(rate: Rate, job: Row) -> Option<Decimal> {
    let positive = |row: Row, field: Field| row.number(field).filter(|n| *n > Decimal::ZERO);
    if let Some(stated) = job.number(Field::ChargeableWeight) {
        return Some(stated);
    }
    let actual = job.number(Field::Weight)?;
    let has_size = [Field::Volume, Field::Length].into_iter().any(|field| job.has(field));
    let Some(divisor) = positive(rate.0, Field::Divisor).filter(|_| has_size) else {
        return Some(actual);
    };
    let by_sides = || {
        // In centimetres, of each piece.
        let [length, width, height] =
            [Field::Length, Field::Width, Field::Height].map(|side| positive(job, side));
        let one = length?.checked_mul(width?)?.checked_mul(height?)?;
        let pieces = positive(job, Field::Pieces).unwrap_or(Decimal::ONE);
        one.checked_mul(pieces)?.checked_div(Decimal::from(1_000_000))
    };
    let volume = positive(job, Field::Volume).or_else(by_sides)?;
    Some(actual.max(volumetric(volume, divisor)?))
}
