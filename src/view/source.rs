//! A source as words: file, sheet, row, and the column's letter.

use serde::{Deserialize, Serialize};

#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct SourceTag {
    /// Names file and sheet for the address of the Files screen.
    pub table: u32,
    pub file: String,
    /// Empty where it says no more than the file's name.
    pub sheet: String,
    pub row: u32,
    /// `C`; empty for a whole row.
    pub column: String,
}
