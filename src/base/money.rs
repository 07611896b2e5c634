//! Money is a whole number of minor units and a currency. No float ever touches it.

use std::collections::BTreeMap;

use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Deserialize, Serialize};

use super::Currency;

/// An amount in minor units (cents, won) of one currency.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub struct Money {
    pub minor: i64,
    pub currency: Currency,
}

impl Money {
    pub const fn new(minor: i64, currency: Currency) -> Money {
        Money { minor, currency }
    }

    /// Rounds half away from zero to the currency's exponent (definitions, "Rounding").
    /// `None` when the amount leaves the range of `i64` minor units.
    pub fn round(amount: Decimal, currency: Currency) -> Option<Money> {
        let digits = currency.exponent();
        if let Some(missing) = digits.checked_sub(amount.scale()) {
            // Nothing to round: nearly every amount of a file.
            let mantissa = i64::try_from(amount.mantissa()).ok()?;
            return times_ten(mantissa, missing).map(|minor| Money { minor, currency });
        }
        let rounded = round_to(amount, digits);
        let scaled = rounded.checked_mul(Decimal::from(10_i64.pow(digits)))?;
        i64::try_from(scaled.trunc().mantissa() / 10_i128.pow(scaled.trunc().scale()))
            .ok()
            .map(|minor| Money { minor, currency })
    }

    pub fn decimal(&self) -> Decimal {
        Decimal::new(self.minor, self.currency.exponent())
    }

    pub fn is_zero(&self) -> bool {
        self.minor == 0
    }

    pub fn abs(self) -> Money {
        Money { minor: self.minor.saturating_abs(), ..self }
    }
}

/// Rounds half away from zero.
pub fn round_to(amount: Decimal, digits: u32) -> Decimal {
    amount.round_dp_with_strategy(digits, RoundingStrategy::MidpointAwayFromZero)
}

/// The same number without zeros at its end. Amounts fit into 64 bits, in which this is many times
/// quicker than in the 96 of the general way.
pub fn shortest(number: Decimal) -> Decimal {
    match i64::try_from(number.mantissa()) {
        Ok(mantissa) => shortest_of(mantissa, number.scale()),
        Err(_) => number.normalize(),
    }
}

/// The number of so many digits after the point, without zeros at its end.
pub fn shortest_of(mut mantissa: i64, mut scale: u32) -> Decimal {
    // Divisions of 32 bits are many times quicker in a browser, and nearly all amounts have no more.
    if let Ok(mut small) = i32::try_from(mantissa) {
        while scale > 0 && small % 10 == 0 {
            small /= 10;
            scale -= 1;
        }
        return Decimal::new(small.into(), scale);
    }
    while scale > 0 && mantissa % 10 == 0 {
        mantissa /= 10;
        scale -= 1;
    }
    Decimal::new(mantissa, scale)
}

/// A whole number moved to the left by so many digits. `None` when it leaves the range.
pub fn times_ten(number: i64, digits: u32) -> Option<i64> {
    // A checked product is one of 128 bits, which a browser has to work out in pieces.
    match (digits, i32::try_from(number)) {
        (0, _) => Some(number),
        (1..=9, Ok(small)) => Some(i64::from(small) * i64::from(10_i32.pow(digits))),
        _ => number.checked_mul(10_i64.checked_pow(digits)?),
    }
}

/// How a house brings an amount to whole minor units.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rounding {
    /// Half away from zero: the commercial custom.
    #[default]
    HalfUp,
    HalfEven,
    /// What is left over is dropped, as Korean tax invoices do.
    Truncate,
}

impl Rounding {
    pub fn round(self, amount: Decimal, currency: Currency) -> Option<Money> {
        let strategy = match self {
            Rounding::HalfUp => RoundingStrategy::MidpointAwayFromZero,
            Rounding::HalfEven => RoundingStrategy::MidpointNearestEven,
            Rounding::Truncate => RoundingStrategy::ToZero,
        };
        Money::round(amount.round_dp_with_strategy(currency.exponent(), strategy), currency)
    }
}

/// Totals kept per currency: two currencies are never added. Exact: `i128` minor units.
#[derive(Clone, Default, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Sums(BTreeMap<Currency, i128>);

impl Sums {
    pub fn new() -> Sums {
        Sums::default()
    }

    pub fn add(&mut self, money: Money) {
        self.put((money.currency, money.minor.into()));
    }

    fn put(&mut self, (currency, minor): (Currency, i128)) {
        *self.0.entry(currency).or_default() += minor;
    }

    pub fn subtract(&mut self, money: Money) {
        self.put((money.currency, -i128::from(money.minor)));
    }

    pub fn add_all(&mut self, other: &Sums) {
        other.0.iter().for_each(|(&currency, &minor)| self.put((currency, minor)));
    }

    /// The total in one currency; zero when nothing was added in it.
    pub fn get(&self, currency: Currency) -> Money {
        let minor = self.0.get(&currency).copied().unwrap_or(0);
        Money::new(i64::try_from(minor).unwrap_or(i64::MAX), currency)
    }

    /// One total per currency, in order of code. A currency that was touched stays, even at zero.
    pub fn iter(&self) -> impl Iterator<Item = Money> + '_ {
        self.0.keys().map(|&currency| self.get(currency))
    }

    pub fn currencies(&self) -> impl Iterator<Item = Currency> + '_ {
        self.0.keys().copied()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn all_zero(&self) -> bool {
        self.0.values().all(|&minor| minor == 0)
    }
}

impl FromIterator<Money> for Sums {
    fn from_iter<I: IntoIterator<Item = Money>>(amounts: I) -> Sums {
        let mut sums = Sums::new();
        // Amounts of one currency mostly come together: its total is looked up once a run.
        let mut run: Option<(Currency, i128)> = None;
        for money in amounts {
            match &mut run {
                Some((currency, minor)) if *currency == money.currency => {
                    *minor += i128::from(money.minor);
                }
                _ => {
                    let before = run.replace((money.currency, money.minor.into()));
                    before.into_iter().for_each(|of| sums.put(of));
                }
            }
        }
        run.into_iter().for_each(|of| sums.put(of));
        sums
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn currency(code: &str) -> Currency {
        Currency::parse(code).expect("a known code")
    }

    #[test]
    fn rounds_half_away_from_zero_at_the_exponent() {
        let half = Decimal::new(12345, 3);
        assert_eq!(Money::round(half, currency("USD")), Some(Money::new(1235, currency("USD"))));
        assert_eq!(Money::round(-half, currency("USD")), Some(Money::new(-1235, currency("USD"))));
        assert_eq!(Money::round(half, currency("KRW")), Some(Money::new(12, currency("KRW"))));
        assert_eq!(Money::round(Decimal::MAX, currency("USD")), None);
    }

    #[test]
    fn never_adds_two_currencies() {
        let sums: Sums =
            [Money::new(1, currency("USD")), Money::new(2, currency("KRW"))].into_iter().collect();
        assert_eq!(sums.iter().count(), 2);
        assert_eq!(sums.get(currency("USD")).minor, 1);
    }
}
