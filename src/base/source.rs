//! Where a figure comes from, and how grave a finding is.

use serde::{Deserialize, Serialize};

/// Index of a loaded file within the session.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub struct FileId(pub u32);

/// Index of a typed table within the book.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub struct TableId(pub u32);

/// A cell, or a whole row: every figure and every finding cites one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub struct Source {
    pub table: TableId,
    /// The row number that the spreadsheet program shows: 1-based; for text files the line on
    /// which the record starts.
    pub row: u32,
    /// 0-based column in the sheet; `None` for a whole row.
    pub column: Option<u16>,
}

/// How grave a finding is (rule catalogue: B, W, I).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Blocks release.
    Break,
    /// Release needs a reason.
    Review,
    /// For information.
    Note,
}

impl Severity {
    /// Key of its word in the catalogue.
    pub fn word(self) -> &'static str {
        match self {
            Severity::Break => "severity-break",
            Severity::Review => "severity-review",
            Severity::Note => "severity-note",
        }
    }
}

/// 0 is A, 25 is Z, 26 is AA: columns as spreadsheet programs name them.
pub fn column_letters(column: u16) -> String {
    let mut letters = Vec::new();
    let mut rest = u32::from(column) + 1;
    while rest > 0 {
        letters.push(b'A' + ((rest - 1) % 26) as u8);
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().map(|&letter| char::from(letter)).collect()
}

#[cfg(test)]
mod tests {
    use super::column_letters;

    #[test]
    fn columns_have_the_letters_of_the_spreadsheet() {
        for (column, letters) in [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")] {
            assert_eq!(column_letters(column), letters);
        }
    }
}
