//! What a rate comes to: price × quantity, weight or one, within its minimum and maximum.

use super::{Pricing, Unit, size};
use crate::base::{Currency, Decimal, Money};
use crate::model::{Book, Rate, Row};
use crate::table::Field;

/// What a job is worth by the rate card and the promotions that hold for it: the one rate that fits it. In the rate's currency, or in
/// the job's where the card names none. `None` when no rate fits, when several do and they differ,
/// or when the quantity that the rate asks for is not known.
pub fn expected_value(book: &Book, pricing: &Pricing, job: usize) -> Option<Money> {
    let at = pricing.jobs.get(job)?.one(book)?;
    // By use, what a job comes to hangs on each call, or on how the tiers are meant.
    if pricing.is_by_use(book, at) {
        return None;
    }
    let of = book.rate(at as usize);
    let (rate, row) = (RateTerms::read(of), book.job(job).0);
    let currency = if rate.currency.is_none() { row.currency() } else { rate.currency };
    let units = quantity(&rate, of, row)?;
    let full = rate.amount(units)?;
    let less = pricing.promotions.best_of_job(book, book.job(job), (full, Some(units)));
    Money::round(less, currency)
}

/// What the contract takes off a price.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Discount {
    /// A tenth is 0.1.
    pub share: Decimal,
    /// A figure above one may also be an amount off each unit: nobody says which it is.
    pub amount: Option<Decimal>,
}

impl Discount {
    /// Of a row of the card. A figure below one is a share, `10` ten per cent.
    pub fn of(rate: Rate) -> Option<Discount> {
        let stated = rate.0.number(Field::Discount).filter(|d| *d > Decimal::ZERO)?;
        if stated < Decimal::ONE {
            return Some(Discount { share: stated, amount: None });
        }
        let share = stated.checked_div(Decimal::ONE_HUNDRED).filter(|s| *s < Decimal::ONE)?;
        Some(Discount { share, amount: Some(stated) })
    }

    /// A price after it.
    pub fn off(&self, price: Decimal) -> Option<Decimal> {
        price.checked_mul(Decimal::ONE - self.share)
    }
}

/// What a rate row says about money.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct RateTerms {
    pub price: Option<Decimal>,
    pub minimum: Option<Decimal>,
    pub maximum: Option<Decimal>,
    pub discount: Option<Discount>,
    pub unit: Option<Unit>,
    pub currency: Currency,
    /// The price is for a weight: by its unit, else by weight bands with a minimum, which would
    /// make no sense for a price that is the same for the whole band.
    pub by_weight: bool,
}

impl RateTerms {
    pub fn read(rate: Rate) -> RateTerms {
        let unit = rate.0.text(Field::Unit).map(Unit::parse);
        let minimum = rate.0.number(Field::MinCharge);
        let band = rate.0.number(Field::WeightFrom).or_else(|| rate.0.number(Field::WeightTo));
        let by_weight = match &unit {
            Some(unit) => unit.is_weight(),
            None => band.is_some() && minimum.is_some(),
        };
        RateTerms {
            price: rate.price(),
            minimum,
            maximum: rate.0.number(Field::MaxCharge).filter(|max| !max.is_zero()),
            discount: Discount::of(rate),
            unit,
            currency: rate.0.currency(),
            by_weight,
        }
    }

    /// Price × quantity less discount, raised to the minimum and cut at the maximum. Unrounded.
    pub fn amount(&self, quantity: Decimal) -> Option<Decimal> {
        let amount = self.discounted(self.price?.checked_mul(quantity)?)?;
        self.within_limits(amount)
    }

    /// Before discount, within the same limits.
    pub fn list_amount(&self, quantity: Decimal) -> Option<Decimal> {
        self.within_limits(self.price?.checked_mul(quantity)?)
    }

    pub fn discounted(&self, price: Decimal) -> Option<Decimal> {
        self.discount.map_or(Some(price), |discount| discount.off(price))
    }

    pub fn within_limits(&self, amount: Decimal) -> Option<Decimal> {
        let amount = self.minimum.map_or(amount, |min| amount.max(min));
        Some(self.maximum.map_or(amount, |max| amount.min(max)))
    }

    /// Kilograms in the unit of a rate by weight. Weights are kilograms as far as anybody has said.
    pub fn in_units(&self, kilograms: Decimal) -> Option<Decimal> {
        match &self.unit {
            None => Some(kilograms),
            Some(unit) => kilograms.checked_div(unit.kilograms()?),
        }
    }
}

/// How many of the rate's units a job is. The rate's unit decides; without one the job's quantity
/// counts, else the job as a whole.
fn quantity(rate: &RateTerms, of: Rate, job: Row) -> Option<Decimal> {
    if rate.by_weight {
        return rate.in_units(size::chargeable(of, job)?);
    }
    let count = job.number(Field::Qty);
    match rate.unit {
        None => Some(count.unwrap_or(Decimal::ONE)),
        Some(Unit::Job) => Some(Decimal::ONE),
        Some(Unit::Piece) => count.or_else(|| job.number(Field::Pieces)),
        Some(Unit::Percent) => None,
        Some(_) => count,
    }
}
