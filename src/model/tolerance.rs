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

impl Tolerance {
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
