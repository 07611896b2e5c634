//! How far a price may be off before it is a finding: four values, above and below, as a share and
//! as an amount.

use serde::{Deserialize, Serialize};

use crate::base::Decimal;

/// Either value is enough. All default to nought: nothing may be off.
#[derive(Clone, Copy, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Tolerance {
    /// Share of the contracted price that may be billed above it.
    pub over_share: Decimal,
    /// Amount that a line may bill above the contract.
    pub over_amount: Decimal,
    pub under_share: Decimal,
    pub under_amount: Decimal,
}

/// What a band of four values is about.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Bound {
    /// What receipts in a currency may be off.
    #[default]
    ReceiptsIn,
    /// What receipts of a client may be off, in units of whatever currency.
    ReceiptsOf,
    /// What prices of a client may be off.
    PricesOf,
}

impl Bound {
    pub const ALL: [Bound; 3] = [Bound::ReceiptsIn, Bound::ReceiptsOf, Bound::PricesOf];

    pub fn key(self) -> &'static str {
        match self {
            Bound::ReceiptsIn => "receipts_in",
            Bound::ReceiptsOf => "receipts_of",
            Bound::PricesOf => "prices_of",
        }
    }

    /// Key of its word in the catalogue.
    pub fn word(self) -> &'static str {
        match self {
            Bound::ReceiptsIn => "band-receipts-in",
            Bound::ReceiptsOf => "band-receipts-of",
            Bound::PricesOf => "band-prices-of",
        }
    }
}

impl Tolerance {
    /// Amount and percent below, amount and percent above, as a person writes them; blank is nought.
    /// `None` where one is no figure or below nought.
    pub fn read(values: &[String; 4]) -> Option<Tolerance> {
        let figure = |text: &str| match text.trim().trim_end_matches('%').trim() {
            "" => Some(Decimal::ZERO),
            text => text.parse().ok().filter(|figure: &Decimal| !figure.is_sign_negative()),
        };
        let share = |text: &str| figure(text)?.checked_div(Decimal::ONE_HUNDRED);
        let [under_amount, under_share, over_amount, over_share] = values;
        Some(Tolerance {
            over_share: share(over_share)?,
            over_amount: figure(over_amount)?,
            under_share: share(under_share)?,
            under_amount: figure(under_amount)?,
        })
    }

    /// The same as [`Tolerance::read`] takes it.
    pub fn write(&self) -> [String; 4] {
        let share = |share: Decimal| (share * Decimal::ONE_HUNDRED).normalize().to_string();
        [
            self.under_amount.normalize().to_string(),
            share(self.under_share),
            self.over_amount.normalize().to_string(),
            share(self.over_share),
        ]
    }

    pub fn both(share: Decimal) -> Tolerance {
        Tolerance { over_share: share, under_share: share, ..Tolerance::default() }
    }

    pub fn allows(&self, billed: Decimal, contracted: Decimal, quantity: Decimal) -> bool {
        let off = billed - contracted;
        let (share, amount) = match off > Decimal::ZERO {
            true => (self.over_share, self.over_amount),
            false => (self.under_share, self.under_amount),
        };
        let on_line = off.checked_mul(quantity).unwrap_or(Decimal::MAX).abs();
        off.abs() <= contracted.abs() * share || on_line <= amount
    }
}
/// What a receipt may be off from what it pays, once for the whole of it. Of amount and share the
/// smaller counts, so that large invoices get no large gifts.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ReceiptTolerance {
    /// Units of the currency that a receipt may be short, and the share of the open amount.
    pub short_amount: Decimal,
    pub short_share: Decimal,
    pub over_amount: Decimal,
    pub over_share: Decimal,
}

impl From<ReceiptTolerance> for Tolerance {
    fn from(of: ReceiptTolerance) -> Tolerance {
        Tolerance {
            over_share: of.over_share,
            over_amount: of.over_amount,
            under_share: of.short_share,
            under_amount: of.short_amount,
        }
    }
}

impl From<Tolerance> for ReceiptTolerance {
    fn from(of: Tolerance) -> ReceiptTolerance {
        ReceiptTolerance {
            short_amount: of.under_amount,
            short_share: of.under_share,
            over_amount: of.over_amount,
            over_share: of.over_share,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(values: [&str; 4]) -> Option<Tolerance> {
        Tolerance::read(&values.map(str::to_owned))
    }

    #[test]
    fn four_values_come_back_as_they_were_written() {
        let band = read(["5", "0.5 %", "", "2"]).expect("figures");
        assert_eq!(band.under_share, Decimal::from_parts(5, 0, 0, false, 3));
        assert_eq!(band.write(), ["5", "0.5", "0", "2"].map(str::to_owned));
        assert_eq!(Tolerance::read(&band.write()), Some(band));
        assert_eq!(Tolerance::from(ReceiptTolerance::from(band)), band);
    }

    #[test]
    fn words_and_figures_below_nought_are_none() {
        assert_eq!(read(["five", "", "", ""]), None);
        assert_eq!(read(["", "-1", "", ""]), None);
    }
}
