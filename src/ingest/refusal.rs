//! Clear messages on bad input. Stored as key and arguments, worded late.

use serde::{Deserialize, Serialize};

use crate::words::Args;

/// A file that is not read. Its word key has the attributes `.what`, `.why` and `.remedy`.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Refusal {
    /// `refused-encrypted`, `refused-damaged`, `refused-empty`, `refused-too-large` …
    pub key: String,
    pub args: Args,
}

/// Something worth saying about a file, a sheet or a cell, that did not stop the reading.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Problem {
    /// `problem-ragged-row`, `problem-replaced-characters`, `problem-number-unread` …
    pub key: String,
    pub args: Args,
    /// Sheet index, when it concerns one sheet.
    pub sheet: Option<u16>,
    /// Row number as the user's program shows it.
    pub row: Option<u32>,
    pub column: Option<u16>,
}

/// A password was given, and does not open the file.
pub const WRONG_PASSWORD: &str = "refused-wrong-password";
/// A password would open the file.
pub const PASSWORD_WANTED: &str = "refused-encrypted";

impl Refusal {
    /// Whether a password, or another one, would open it.
    pub fn is_locked(&self) -> bool {
        [PASSWORD_WANTED, WRONG_PASSWORD].contains(&self.key.as_str())
    }

    pub fn new(key: &str, args: Args) -> Refusal {
        Refusal { key: key.to_owned(), args }
    }
}
