//! Volumetric weight: what goods weigh by their size and the divisor of the contract.

use crate::base::Decimal;
use crate::model::{Book, Charge, Rate, Row};
use crate::table::Field;
use crate::words::format;

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

/// What goods weigh and measure, before anybody knows the divisor.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub(super) struct Size {
    /// The chargeable weight as it is stated.
    pub stated: Option<Decimal>,
    pub actual: Option<Decimal>,
    /// Cubic metres, and whether a column asks for them.
    pub volume: Option<Decimal>,
    pub is_measured: bool,
}

impl Size {
    pub fn of(row: Row) -> Size {
        let positive = |field: Field| row.number(field).filter(|n| *n > Decimal::ZERO);
        let by_sides = || {
            // In centimetres, of each piece.
            let [length, width, height] =
                [Field::Length, Field::Width, Field::Height].map(positive);
            let one = length?.checked_mul(width?)?.checked_mul(height?)?;
            let pieces = positive(Field::Pieces).unwrap_or(Decimal::ONE);
            one.checked_mul(pieces)?.checked_div(Decimal::from(1_000_000))
        };
        Size {
            stated: row.number(Field::ChargeableWeight).map(|weight| weight.abs()),
            actual: row.number(Field::Weight).map(|weight| weight.abs()),
            volume: positive(Field::Volume).or_else(by_sides),
            is_measured: row.has(Field::Volume) || row.has(Field::Length),
        }
    }

    /// Where the row says nothing, the other one is asked.
    pub fn or(self, other: impl FnOnce() -> Option<Size>) -> Size {
        match self.stated.or(self.actual) {
            Some(_) => self,
            None => other().unwrap_or(self),
        }
    }

    /// A weight that was billed as such.
    pub fn billed(weight: Decimal) -> Size {
        Size { stated: Some(weight.abs()), ..Size::default() }
    }

    /// The weight that a row of the card looks at: stated, else the greater of the actual one and
    /// the size by the divisor. A size that nobody measured leaves the actual one.
    pub fn weight(&self, divisor: Option<Decimal>) -> Option<Decimal> {
        if self.stated.is_some() {
            return self.stated;
        }
        let actual = self.actual?;
        let by_size = divisor.zip(self.volume).and_then(|(by, volume)| volumetric(volume, by));
        Some(by_size.map_or(actual, |volumetric| actual.max(volumetric)))
    }
}

/// How the weight of a charge comes about, where it is the size that counts: `0.9 × 167 = 150.3`.
pub fn volumetric_steps(book: &Book, charge: Charge, rate: Rate, own: Decimal) -> Option<String> {
    let job = || {
        let at = *book.jobs_numbered(charge.job_no()?).first()?;
        Some(Size::of(book.job(at as usize).0))
    };
    let size = Size::of(charge.0).or(job);
    let divisor = divisor(rate, own)?;
    let weight = size.weight(Some(divisor)).filter(|_| size.stated.is_none())?;
    let volume = size.volume.filter(|_| size.actual.is_some_and(|actual| actual < weight))?;
    let shown = |number: Decimal| format::number(number.normalize());
    let by = match divisor <= Decimal::from(DENSITY_MAX) {
        true => shown(divisor),
        false => format!("{} / {}", shown(Decimal::from(1_000_000)), shown(divisor)),
    };
    Some(format!("{} × {by} = {}", shown(volume), shown(weight.round_dp(3))))
}

/// The divisor of a row of the card, else the house's own.
pub(super) fn divisor(rate: Rate, own: Decimal) -> Option<Decimal> {
    let stated = rate.0.number(Field::Divisor).filter(|d| *d > Decimal::ZERO);
    stated.or_else(|| (own > Decimal::ZERO).then_some(own))
}

/// The weight to charge a job by a row of the card. A rate with a divisor asks for the size too:
/// without it, the weight is not known.
pub(super) fn chargeable(rate: Rate, job: Row) -> Option<Decimal> {
    let (size, divisor) = (Size::of(job), divisor(rate, Decimal::ZERO));
    if size.stated.is_none() && divisor.is_some() && size.is_measured && size.volume.is_none() {
        return None;
    }
    size.weight(divisor)
}
