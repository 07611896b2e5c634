//! What a format says of its own columns, and what a bank statement says of itself: opening,
//! closing, counts and sums. A spreadsheet says neither.
//!
//! Invariant: figures here are the file's own words. What the lines add up to is worked out from
//! the lines, never taken from here.

use std::collections::BTreeMap;
use std::ops::Range;

use rust_decimal::Decimal;
use rust_decimal::serde::str_option;
use serde::{Deserialize, Serialize};

use super::{Field, Kind};
use crate::base::Currency;

/// The reading of a sheet whose format names its columns.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Given {
    pub kind: Kind,
    /// Field → 0-based column.
    pub columns: BTreeMap<Field, u16>,
    /// The format's own name of each column: `:61: value date`, `BookgDt`.
    pub headers: Vec<String>,
    pub statements: Vec<Statement>,
}

/// One bank statement as it describes itself.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Statement {
    pub account: String,
    pub number: String,
    pub currency: Currency,
    /// Credit balances are positive.
    #[serde(with = "str_option")]
    pub opening: Option<Decimal>,
    #[serde(with = "str_option")]
    pub closing: Option<Decimal>,
    /// Counts and sums that the statement gives for its own lines.
    pub stated: Stated,
    /// The physical rows of its lines.
    pub rows: Range<u32>,
    /// The line of the file on which it starts.
    pub line: u32,
}

/// Control figures. Sums of debits are kept without a sign.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Stated {
    pub entries: Option<u32>,
    pub credit_entries: Option<u32>,
    pub debit_entries: Option<u32>,
    #[serde(with = "str_option")]
    pub credits: Option<Decimal>,
    #[serde(with = "str_option")]
    pub debits: Option<Decimal>,
}
