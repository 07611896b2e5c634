//! What a charge's price comes to against the card: once, for all price checks.
//!
//! A price is compared for each unit; where a line bills the whole as "1" and the rate is for each
//! kilogram, the totals are compared. Whatever cannot be compared is not called different.

use super::value::{by_weight, in_units, price_amount};
use super::{Fit, Unit};
use crate::base::{Date, Decimal, Money};
use crate::model::{Book, Charge, Invoice, Policy, Rate};
use crate::table::Field;

/// Positions are those of [`Book::rates`].
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Verdict {
    /// Nothing to compare: a credit, a cancelled invoice, no day to judge by.
    #[default]
    NotCompared,
    /// No row of the card is in force for it.
    NoRate,
    /// Several rows fit and come to different prices.
    Ambiguous,
    /// One rate fits; the price agrees with it or cannot be compared with it.
    Fits(u32),
    /// One rate fits and the price is another.
    Differs(u32),
    /// The price is that of a rate that has ended.
    Ended { ended: u32, current: Option<u32> },
}

/// The two prices of a charge, for the same quantity.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Prices {
    pub billed: Decimal,
    pub contracted: Decimal,
    pub quantity: Decimal,
}

impl Prices {
    /// `None` without a unit price, in another currency, or where the rate is a percentage.
    pub fn of(charge: Charge, rate: Rate, weight: Option<Decimal>) -> Option<Prices> {
        let (billed, contracted) = (charge.unit_price()?.abs(), rate.price()?);
        let (currency, other) = (charge.0.currency(), rate.0.currency());
        if currency != other && !currency.is_none() && !other.is_none() {
            return None;
        }
        let line_unit = charge.0.text(Field::Unit).map(Unit::parse);
        let rate_unit = rate.0.text(Field::Unit).map(Unit::parse);
        if rate_unit == Some(Unit::Percent) || line_unit == Some(Unit::Percent) {
            return None;
        }
        let quantity = charge.qty().unwrap_or(Decimal::ONE);
        let whole = line_unit.is_none() && quantity.abs() == Decimal::ONE && by_weight(rate);
        if whole && let Some(weight) = weight.filter(|w| *w > Decimal::ONE) {
            let amount = price_amount(rate, in_units(rate, weight)?)?;
            let contracted = Money::round(amount, currency)?.decimal();
            return Some(Prices { billed, contracted, quantity });
        }
        Some(Prices { billed, contracted, quantity })
    }

    pub fn difference(&self) -> Decimal {
        self.billed - self.contracted
    }

    /// Billed − contracted, for the whole quantity.
    pub fn at_stake(&self, charge: Charge) -> Option<Money> {
        Money::round(self.difference().checked_mul(self.quantity)?, charge.0.currency())
    }
}

/// Judges one charge. `None` from a comparison means that the two cannot be compared.
pub(super) fn judge(
    book: &Book,
    policy: &Policy,
    charge: Charge,
    invoice: Option<Invoice>,
    fit: &Fit,
) -> Verdict {
    let taken_back = charge.net().is_some_and(|net| net.minor < 0);
    if taken_back || invoice.is_some_and(|i| i.is_credit() || i.is_void()) {
        return Verdict::NotCompared;
    }
    let rate = |at: u32| book.rate(at as usize);
    let agrees = |at: u32| agrees(policy, charge, rate(at), fit.weight);
    let current = fit.one(book);
    if fit.in_force.iter().all(|&at| agrees(at) == Some(false)) {
        let ended = fit.out_of_force.iter().filter(|&&at| agrees(at) == Some(true));
        let ended = ended.filter_map(|&at| Some((ended_before(rate(at), fit.day?)?, at)));
        if let Some((_, ended)) = ended.max() {
            return Verdict::Ended { ended, current };
        }
    }
    match current {
        Some(at) if agrees(at) == Some(false) => Verdict::Differs(at),
        Some(at) => Verdict::Fits(at),
        None if !fit.in_force.is_empty() => Verdict::Ambiguous,
        None if fit.day.is_none() => Verdict::NotCompared,
        None => Verdict::NoRate,
    }
}

fn agrees(policy: &Policy, charge: Charge, rate: Rate, weight: Option<Decimal>) -> Option<bool> {
    let prices = Prices::of(charge, rate, weight)?;
    let allowed = prices.contracted.abs() * policy.price_tolerance;
    let near = |billed: Decimal| (billed - prices.contracted).abs() <= allowed;
    Some(near(prices.billed) || near(discounted(charge, prices.billed)) || at_limit(charge, rate))
}

/// The price after a discount that is a share: some lists show the list price and the discount.
fn discounted(charge: Charge, price: Decimal) -> Decimal {
    let share = charge.0.number(Field::Discount).filter(|d| d.abs() <= Decimal::ONE);
    price * (Decimal::ONE - share.unwrap_or_default())
}

/// The line bills exactly the minimum or the maximum of the rate.
fn at_limit(charge: Charge, rate: Rate) -> bool {
    let Some(net) = charge.net().map(|net| net.decimal()) else { return false };
    let limits = [Field::MinCharge, Field::MaxCharge].map(|field| rate.0.number(field));
    !net.is_zero() && limits.contains(&Some(net))
}

fn ended_before(rate: Rate, day: Date) -> Option<Date> {
    rate.0.date(Field::ValidTo).filter(|end| *end < day)
}
