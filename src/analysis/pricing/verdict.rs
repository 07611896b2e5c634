//! What a charge's price comes to against the card: once, for all price checks.
//!
//! A price is compared for each unit; where a line bills the whole as "1" and the rate is for each
//! kilogram, the totals are compared. Whatever cannot be compared is not called different.

use super::value::RateTerms;
use super::{Fit, Pricing, Unit};
use crate::analysis::charge_columns::{base_price, columns_beside_base};
use crate::base::{Date, Decimal, Money, QuickMap, QuickSet, fold_id};
use crate::model::{Book, Charge, Policy, Rate, Spellings, Tolerance};
use crate::table::{Field, Kind};

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
    /// The price is that of another weight break of the same rate.
    OtherBreak { rate: u32, billed: u32 },
    /// The price is that of a rate that has ended.
    Ended { ended: u32, current: Option<u32> },
    /// The price is that of a rate that has not begun.
    Early { future: u32, current: Option<u32> },
}

impl Verdict {
    /// The one rate in force, whatever was billed.
    pub fn rate(self) -> Option<u32> {
        match self {
            Verdict::Fits(at) | Verdict::Differs(at) => Some(at),
            Verdict::OtherBreak { rate, .. } => Some(rate),
            Verdict::Ended { current, .. } | Verdict::Early { current, .. } => current,
            Verdict::NotCompared | Verdict::NoRate | Verdict::Ambiguous => None,
        }
    }
}

/// The two prices of a charge, for the same quantity.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Prices {
    pub billed: Decimal,
    /// After the discount of the contract, unless the charge bills the price before it.
    pub contracted: Decimal,
    /// Before any discount.
    pub list: Decimal,
    pub quantity: Decimal,
}

impl Prices {
    /// `None` without a unit price, in another currency, or where the rate is a percentage.
    pub fn of(charge: Charge, rate: Rate, weight: Option<Decimal>) -> Option<Prices> {
        let unit = charge.0.text(Field::Unit).map(Unit::parse);
        Prices::between(charge, unit.as_ref(), &RateTerms::read(rate), weight)
    }

    fn between(
        charge: Charge,
        line_unit: Option<&Unit>,
        rate: &RateTerms,
        weight: Option<Decimal>,
    ) -> Option<Prices> {
        let list = rate.price?;
        let currency = charge.0.currency();
        if currency != rate.currency && !currency.is_none() && !rate.currency.is_none() {
            return None;
        }
        if rate.unit == Some(Unit::Percent) || line_unit == Some(&Unit::Percent) {
            return None;
        }
        if is_amount_alone(charge) {
            return Prices::of_amount(charge, rate, weight);
        }
        let billed = base_price(charge)?.abs();
        let quantity = charge.qty().unwrap_or(Decimal::ONE);
        let whole = line_unit.is_none() && quantity.abs() == Decimal::ONE && rate.by_weight;
        if whole && let Some(weight) = weight.filter(|w| *w > Decimal::ONE) {
            let rounded = |amount: Decimal| Some(Money::round(amount, currency)?.decimal());
            let units = rate.in_units(weight)?;
            let (list, less) = (rounded(rate.list_amount(units)?)?, rounded(rate.amount(units)?)?);
            return Some(Prices { billed, contracted: less, list, quantity }.taken(charge, rate));
        }
        let contracted = rate.discounted(list)?;
        Some(Prices { billed, contracted, list, quantity }.taken(charge, rate))
    }

    /// What a charge comes to as a whole, where no column says what one unit costs. What lies beyond a
    /// minimum or maximum is the price itself: the limit is another question (PRC-06, PRC-07).
    fn of_amount(charge: Charge, rate: &RateTerms, weight: Option<Decimal>) -> Option<Prices> {
        let net = charge.net().filter(|net| net.minor > 0)?;
        let rounded = |amount: Decimal| Some(Money::round(amount, net.currency)?.decimal());
        let units = match &rate.unit {
            _ if rate.by_weight => {
                rate.in_units(weight.filter(|weight| *weight > Decimal::ZERO)?)?
            }
            None | Some(Unit::Job) => charge.qty().unwrap_or(Decimal::ONE),
            Some(_) => charge.qty()?,
        };
        let plain = rounded(rate.discounted(rate.price?.checked_mul(units)?)?)?;
        let (billed, list) = (net.decimal(), rounded(rate.list_amount(units)?)?);
        let contracted = if billed == plain { plain } else { rounded(rate.amount(units)?)? };
        Some(Prices { billed, contracted, list, quantity: Decimal::ONE }.taken(charge, rate))
    }

    /// Where the charge bills the list price, or shows its discount in a column, that is the price
    /// to compare with: whether the discount is right is another question (PRC-12).
    fn taken(self, charge: Charge, rate: &RateTerms) -> Prices {
        let Some(discount) = rate.discount else { return self };
        let in_column = charge.0.number(Field::Discount).is_some_and(|d| !d.is_zero());
        let by_amount = discount.amount.is_some_and(|off| self.list - off == self.billed);
        match () {
            () if by_amount => Prices { contracted: self.billed, ..self },
            () if self.billed == self.contracted => self,
            () if in_column || self.billed == self.list => Prices { contracted: self.list, ..self },
            () => self,
        }
    }

    pub fn difference(&self) -> Decimal {
        self.billed - self.contracted
    }

    /// Within the tolerance of the house, before or after a discount that is a share.
    pub fn agree(&self, tolerance: &Tolerance, charge: Charge) -> bool {
        let near = |billed: Decimal| tolerance.allows(billed, self.contracted, self.quantity);
        near(self.billed) || near(discounted(charge, self.billed))
    }

    /// Contracted, for the whole quantity.
    pub fn contracted_amount(&self) -> Option<Decimal> {
        self.contracted.checked_mul(self.quantity)
    }

    /// The whole quantity at the price of the contract, before promotions.
    pub(super) fn before_promotions(&self, rate: &RateTerms) -> Option<Decimal> {
        rate.discounted(self.list)?.checked_mul(self.quantity)
    }

    /// Billed − contracted, for the whole quantity. Where the line grants a discount, what it
    /// bills after it counts, not the list price.
    pub fn at_stake(&self, charge: Charge) -> Option<Money> {
        let discounted = charge.0.number(Field::Discount).is_some_and(|d| !d.is_zero());
        let billed = match charge.stated_net().filter(|_| discounted) {
            Some(net) => net.decimal(),
            None => self.billed.checked_mul(self.quantity)?,
        };
        Money::round(billed.checked_sub(self.contracted_amount()?)?, charge.0.currency())
    }
}

/// A job has several charges, and nothing that is read of the card says which of them a price is for: the
/// rate of the freight would fit the rent of the box.
pub fn cannot_tell_charges(book: &Book) -> bool {
    let tells = [Field::ServiceCode, Field::Text, Field::ServiceLevel, Field::ContractNo];
    if tells.iter().any(|&field| book.has_column(Kind::Rates, field)) {
        return false;
    }
    let mut jobs = book.charges().filter_map(|charge| charge.job_no().map(fold_id));
    let mut seen = QuickSet::default();
    jobs.any(|job| !seen.insert(job))
}

pub(super) struct Judge<'b> {
    book: &'b Book,
    policy: &'b Policy,
    pricing: &'b Pricing,
    /// One per rate, read once: a card has thousands of rows, the lines are a million.
    rates: Vec<RateTerms>,
    units: Spellings<Unit>,
    /// Whether each rate prices by use.
    by_use: Vec<bool>,
    /// The card prices more than one service.
    by_service: bool,
    cannot_tell: bool,
}

impl<'b> Judge<'b> {
    pub fn new(book: &'b Book, policy: &'b Policy, pricing: &'b Pricing) -> Judge<'b> {
        let rates: Vec<RateTerms> = book.rates().map(RateTerms::read).collect();
        let by_use = (0..rates.len() as u32).map(|at| pricing.is_by_use(book, at)).collect();
        let units = book.spellings(Field::Unit, Unit::parse);
        let mut services = book.rates().map(|rate| rate.0.text(Field::ServiceCode));
        let first = services.next();
        let by_service = services.any(|service| Some(service) != first);
        let cannot_tell = cannot_tell_charges(book);
        Judge { book, policy, pricing, rates, units, by_use, by_service, cannot_tell }
    }

    /// One verdict per charge.
    pub fn all(self) -> Vec<Verdict> {
        let fits = &self.pricing.charges;
        let charges = self.book.charges().zip(self.book.invoices_of_charges()).zip(fits);
        let mut verdicts: Vec<Verdict> = charges
            .map(|((charge, invoice), fit)| {
                // A credit note and a cancelled invoice are not checked.
                match invoice.is_some_and(|invoice| invoice.is_credit() || invoice.is_void()) {
                    true => Verdict::NotCompared,
                    false => self.one(charge, fit),
                }
            })
            .collect();
        self.hear_habit(&mut verdicts);
        verdicts
    }

    /// An amount alone may hold more than the card prices (fuel, fees, tax), or be for a quantity that
    /// nobody states: it is held against the card only where the file shows that it is meant to equal it,
    /// that is, where most charges of the service do.
    fn hear_habit(&self, verdicts: &mut [Verdict]) {
        let services = self.book.spellings(Field::ServiceCode, fold_id);
        let service = |charge: &Charge| services.of(charge.0).map_or("", String::as_str);
        let other =
            |verdict: &Verdict| matches!(verdict, Verdict::Differs(_) | Verdict::OtherBreak { .. });
        let mut heard: QuickMap<&str, (usize, usize)> = QuickMap::default();
        for (charge, verdict) in self.book.charges().zip(verdicts.iter()) {
            if is_amount_alone(charge) {
                let (fits, others) = heard.entry(service(&charge)).or_default();
                *fits += usize::from(matches!(verdict, Verdict::Fits(_)));
                *others += usize::from(other(verdict));
            }
        }
        heard.retain(|_, (fits, others)| others > fits);
        if heard.is_empty() {
            return;
        }
        for (charge, verdict) in self.book.charges().zip(verdicts) {
            if other(verdict) && is_amount_alone(charge) && heard.contains_key(service(&charge)) {
                *verdict = verdict.rate().map_or(Verdict::NotCompared, Verdict::Fits);
            }
        }
    }

    fn one(&self, charge: Charge, fit: &Fit) -> Verdict {
        let is_credit = charge.net().is_some_and(|net| net.minor < 0);
        if self.cannot_tell || is_credit || (self.by_service && self.says_no_service(charge)) {
            return Verdict::NotCompared;
        }
        let unit = self.units.of(charge.0);
        let promotions = &self.pricing.promotions;
        let tolerance = self.policy.tolerance(self.book, charge);
        // `None`: the two prices cannot be compared.
        let agrees = |at: u32| {
            let rate = &self.rates[at as usize];
            // It bills a minimum, and the card has none that could be read.
            if rate.minimum.is_none() && charge.0.text(Field::Text).is_some_and(Unit::says_minimum)
            {
                return None;
            }
            let prices = match self.by_use[at as usize] {
                true => self.pricing.by_use(self.book, charge, at)?.prices,
                false => Prices::between(charge, unit, rate, fit.weight)?,
            };
            let promoted = || {
                let full = prices.before_promotions(rate)?;
                promotions.judge(self.book, charge, full)
            };
            let agrees = prices.agree(&tolerance, charge) || at_limit(charge, rate);
            Some(agrees || (!promotions.is_empty() && promoted().is_some()))
        };
        let current = self.current(fit);
        if fit.in_force.iter().all(|&at| agrees(at) == Some(false)) {
            let ended = fit.out_of_force.iter().filter(|&&at| agrees(at) == Some(true));
            let ended = ended.filter_map(|&at| Some((self.ended_before(at, fit.day?)?, at)));
            if let Some((_, ended)) = ended.max() {
                return Verdict::Ended { ended, current };
            }
            let future = fit.out_of_force.iter().filter(|&&at| agrees(at) == Some(true));
            let future = future.filter_map(|&at| Some((self.begins_after(at, fit.day?)?, at)));
            if let Some((_, future)) = future.min() {
                return Verdict::Early { future, current };
            }
        }
        match current {
            Some(at) if agrees(at) == Some(false) => {
                let mut breaks = self.pricing.breaks.of(at).iter();
                match breaks.find(|&&other| other != at && agrees(other) == Some(true)) {
                    Some(&billed) if self.ends_at(billed, at, fit.weight) => Verdict::Fits(billed),
                    Some(&billed) => Verdict::OtherBreak { rate: at, billed },
                    None => match self.other_tier(charge, at) {
                        Some(billed) => Verdict::OtherBreak { rate: at, billed },
                        None => Verdict::Differs(at),
                    },
                }
            }
            Some(at) => Verdict::Fits(at),
            None if !fit.in_force.is_empty() => match self.limit_of(charge, fit) {
                Some(at) => Verdict::Fits(at),
                None => Verdict::Ambiguous,
            },
            None if fit.day.is_none() => Verdict::NotCompared,
            None => Verdict::NoRate,
        }
    }

    /// Where bands touch at the weight (0-5, 5-10), a card may mean "up to" or "from": the cheaper of both is
    /// never wrong, which is how parcel tariffs are read.
    fn ends_at(&self, billed: u32, own: u32, weight: Option<Decimal>) -> bool {
        let price = |at: u32| self.rates[at as usize].price;
        let ends = self.book.rate(billed as usize).0.number(Field::WeightTo);
        let cheaper = price(billed).zip(price(own)).is_some_and(|(billed, own)| billed < own);
        weight.is_some() && ends == weight && cheaper
    }

    /// Where the line bills a minimum as one, the rate whose minimum it is.
    fn limit_of(&self, charge: Charge, fit: &Fit) -> Option<u32> {
        charge.qty().filter(|qty| qty.abs() == Decimal::ONE)?;
        let mut at_limits = fit.in_force.iter().copied();
        at_limits.find(|&at| at_limit(charge, &self.rates[at as usize]))
    }

    /// Another tier of the same tariff at whose price the whole quantity is billed.
    fn other_tier(&self, charge: Charge, at: u32) -> Option<u32> {
        let (price, qty, net) = (charge.unit_price()?.abs(), charge.qty()?.abs(), charge.net()?);
        let whole = Money::round(price.checked_mul(qty)?, net.currency)?;
        let own = self.rates[at as usize].price;
        let same = |other: &&u32| {
            let other = self.rates[**other as usize].price;
            other != own && other == Some(price)
        };
        let mut tiers = self.pricing.tiers.of(at).iter().filter(same).copied();
        tiers.next().filter(|_| whole.minor.abs_diff(net.minor.abs()) <= 1)
    }

    /// A line left blank where its list says what is billed: which price holds nobody knows (CMP-04).
    fn says_no_service(&self, charge: Charge) -> bool {
        let names = [Field::ServiceCode, Field::Text].iter().any(|&field| charge.0.has(field));
        let of_job = || match self.book.jobs_numbered(charge.job_no()?) {
            &[at] => self.book.job(at as usize).0.text(Field::ServiceCode),
            _ => None,
        };
        !charge.is_header() && names && charge.code().is_none() && of_job().is_none()
    }

    /// As [`Fit::one`], from the terms already read.
    fn current(&self, fit: &Fit) -> Option<u32> {
        let (&first, rest) = fit.in_force.split_first()?;
        let terms = |at: u32| &self.rates[at as usize];
        rest.iter().all(|&at| terms(at) == terms(first)).then_some(first)
    }

    fn begins_after(&self, rate: u32, day: Date) -> Option<Date> {
        self.book.rate(rate as usize).0.date(Field::ValidFrom).filter(|begin| *begin > day)
    }

    fn ended_before(&self, rate: u32, day: Date) -> Option<Date> {
        self.book.rate(rate as usize).0.date(Field::ValidTo).filter(|end| *end < day)
    }
}

/// Whether the charge states an amount, and has no column for a price or for charges of their own.
fn is_amount_alone(charge: Charge) -> bool {
    let row = charge.0;
    let has = |field: &Field| row.has(*field);
    let is_net = row.has(Field::Net) || row.has(Field::Amount);
    let priced = [Field::UnitPrice, Field::FreightCharge].iter().any(has);
    is_net && !priced && !(charge.is_header() && columns_beside_base().iter().any(has))
}

/// The price after a discount that is a share: some lists show the list price and the discount.
fn discounted(charge: Charge, price: Decimal) -> Decimal {
    let share = charge.0.number(Field::Discount).filter(|d| d.abs() <= Decimal::ONE);
    price * (Decimal::ONE - share.unwrap_or_default())
}

/// The line bills exactly the minimum or the maximum of the rate.
fn at_limit(charge: Charge, rate: &RateTerms) -> bool {
    let Some(net) = charge.net().map(|net| net.decimal()) else { return false };
    !net.is_zero() && [rate.minimum, rate.maximum].contains(&Some(net))
}
