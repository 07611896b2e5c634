//! How far a receipt may be from what it pays. A band is asymmetric, one per currency, taken once
//! for a whole match, and what falls into it is coded, never dropped.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::payer::Customer;
use crate::base::{Currency, Decimal, Money};
use crate::model::ReceiptTolerance;

/// Four values, as freight systems have them. Of the amount and the share the smaller counts:
/// large invoices get no large gifts, small ones are not swallowed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Tolerance {
    /// Minor units that a receipt may be short.
    pub short_minor: i64,
    /// Hundredths of a percent of the open amount that it may be short.
    pub short_bp: i64,
    pub over_minor: i64,
    pub over_bp: i64,
}

/// The band of each currency, and those of single customers.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Tolerances {
    pub by_currency: BTreeMap<Currency, Tolerance>,
    /// By number or name, in units of whatever currency.
    pub by_customer: BTreeMap<String, ReceiptTolerance>,
}

/// Why receipt and open amount differ.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Difference {
    /// Files that state more decimals than the currency has.
    Rounding,
    /// Within the band: a bank's fee or a trifle.
    BankFee,
    /// A share that discounts for early payment come in.
    CashDiscount,
    /// A share that is withheld as tax.
    Withholding,
    /// Less than open, and nothing known explains it: a deduction to ask about.
    ShortPaid,
    /// More than open: unapplied, or to be refunded.
    OverPaid,
    /// More than was owed, and to go back to the payer.
    Refund,
    /// Received in another currency than billed: what the day's rate and the bank's are apart.
    Exchange,
}

const BASIS: i128 = 10_000;

/// About what one piece of paper costs to chase.
const TRIFLES: &[(&str, i64)] = &[
    ("KRW", 1_000),
    ("JPY", 100),
    ("CNY", 500),
    ("HKD", 800),
    ("TWD", 3_000),
    ("SEK", 1_000),
    ("NOK", 1_000),
    ("DKK", 700),
    ("INR", 8_000),
    ("VND", 25_000),
];

impl Tolerances {
    pub fn of(&self, currency: Currency, customer: Option<&Customer>) -> Tolerance {
        let own = customer.filter(|_| !self.by_customer.is_empty()).and_then(|customer| {
            let mut all = self.by_customer.iter();
            all.find(|(name, _)| customer.is_called(name)).map(|(_, own)| *own)
        });
        let of_currency = || self.by_currency.get(&currency).copied();
        let own = own.map(|own| Tolerance::from_units(own, currency));
        own.or_else(of_currency).unwrap_or_else(|| Tolerance::usual(currency))
    }
}

impl Tolerance {
    pub const ZERO: Tolerance =
        Tolerance { short_minor: 0, short_bp: 0, over_minor: 0, over_bp: 0 };

    /// From units of the currency and shares; nothing may be off below nought.
    pub fn from_units(units: ReceiptTolerance, currency: Currency) -> Tolerance {
        let minor = |amount: Decimal| Money::round(amount, currency).map_or(0, |m| m.minor.max(0));
        let bp = |share: Decimal| {
            let bp = share
                .checked_mul(Decimal::from(10_000))
                .and_then(|bp| i64::try_from(bp.round()).ok());
            bp.unwrap_or(0).max(0)
        };
        Tolerance {
            short_minor: minor(units.short_amount),
            short_bp: bp(units.short_share),
            over_minor: minor(units.over_amount),
            over_bp: bp(units.over_share),
        }
    }

    /// One unit of the larger currencies, at most half a percent, either way.
    pub fn usual(currency: Currency) -> Tolerance {
        let listed = TRIFLES.iter().find(|(code, _)| *code == currency.code());
        let minor = listed.map_or(10_i64.pow(currency.exponent()), |&(_, minor)| minor);
        Tolerance { short_minor: minor, short_bp: 50, over_minor: minor, over_bp: 50 }
    }

    /// Lowest and highest `received − open` that the band takes in.
    pub fn band(&self, open: i64) -> (i64, i64) {
        let share = |bp: i64| {
            let part = i128::from(open.unsigned_abs()) * i128::from(bp) / BASIS;
            i64::try_from(part).unwrap_or(i64::MAX)
        };
        (-self.short_minor.min(share(self.short_bp)), self.over_minor.min(share(self.over_bp)))
    }
}

impl Difference {
    /// Key of its word in the catalogue.
    pub fn word(self) -> &'static str {
        match self {
            Difference::Rounding => "difference-rounding",
            Difference::BankFee => "difference-bank-fee",
            Difference::CashDiscount => "difference-cash-discount",
            Difference::Withholding => "difference-withholding",
            Difference::ShortPaid => "difference-short-paid",
            Difference::OverPaid => "difference-over-paid",
            Difference::Refund => "difference-refund",
            Difference::Exchange => "difference-exchange",
        }
    }

    /// Whether the code settles what is left. A deduction stays open until somebody answers for
    /// it, and money that is over stays on account.
    pub fn closes(self) -> bool {
        !matches!(self, Difference::ShortPaid | Difference::OverPaid | Difference::Refund)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn currency(code: &str) -> Currency {
        Currency::parse(code).expect("a known code")
    }

    #[test]
    fn the_smaller_of_amount_and_share_counts() {
        let usual = Tolerance::usual(currency("USD"));
        assert_eq!(usual.band(1_000_000), (-100, 100));
        assert_eq!(usual.band(2_000), (-10, 10));
        assert_eq!(Tolerance::usual(currency("KRW")).band(5_000_000), (-1_000, 1_000));
        assert_eq!(Tolerance::ZERO.band(5_000_000), (0, 0));
    }
}
