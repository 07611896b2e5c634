//! Why a line adds to the difference. Open lists of words for it stand in the catalogue.

use serde::{Deserialize, Serialize};

use super::Slip;

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cause {
    /// The two sides agree.
    Equal,
    /// Received in the book, not yet at the bank.
    InTransit,
    /// Paid in the book, not yet at the bank.
    Outstanding,
    /// In the book for so long that the bank should have it.
    Stale,
    BankCharge,
    Interest,
    /// Came back: not honoured, or paid to a wrong account.
    Returned,
    /// At the bank, not in the book, and its text does not say what it is.
    NotInBook,
    OnlyLeft,
    OnlyRight,
    /// After the last day of the other list.
    CutOff,
    /// Of two snapshots: there now, there before, and there with another amount.
    New,
    Gone,
    Changed,
    /// In the general ledger: brought forward from before its list, booked there by hand, revalued
    /// there, cleared within the account.
    BroughtForward,
    Manual,
    Revalued,
    Cleared,
    /// The document stands on another account of the ledger.
    OtherAccount,
    /// Once more than in the other list, with the same amount.
    Twice,
    Slip(Slip),
    /// The amounts differ, and nothing says why.
    Off,
    /// A row that nothing names: it cannot be held against any other.
    NoKey,
}

impl Cause {
    /// Key of its word in the catalogue.
    pub fn word(self) -> &'static str {
        match self {
            Cause::Equal => "cause-equal",
            Cause::InTransit => "cause-in-transit",
            Cause::Outstanding => "cause-outstanding",
            Cause::Stale => "cause-stale",
            Cause::BankCharge => "cause-bank-charge",
            Cause::Interest => "cause-interest",
            Cause::Returned => "cause-returned",
            Cause::NotInBook => "cause-not-in-book",
            Cause::OnlyLeft => "cause-only-left",
            Cause::OnlyRight => "cause-only-right",
            Cause::CutOff => "cause-cut-off",
            Cause::New => "cause-new",
            Cause::Gone => "cause-gone",
            Cause::Changed => "cause-changed",
            Cause::BroughtForward => "cause-brought-forward",
            Cause::Manual => "cause-manual",
            Cause::Revalued => "cause-revalued",
            Cause::Cleared => "cause-cleared",
            Cause::OtherAccount => "cause-other-account",
            Cause::Twice => "cause-twice",
            Cause::Slip(slip) => slip.word(),
            Cause::Off => "cause-off",
            Cause::NoKey => "cause-no-key",
        }
    }

    /// Whether the line has rows of one list only.
    pub fn is_one_sided(self) -> bool {
        !matches!(self, Cause::Equal | Cause::Changed | Cause::Slip(_) | Cause::Off)
    }

    /// Whether the cause says why, and not only where.
    pub fn explains(self) -> bool {
        !matches!(self, Cause::Stale | Cause::NotInBook | Cause::Off | Cause::NoKey)
    }
}
