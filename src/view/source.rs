//! A source as words: file, sheet, row, and the column's letter.

use serde::{Deserialize, Serialize};

use crate::base::{Source, limits};
use crate::ingest::Intake;

#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct SourceTag {
    /// Names file and sheet for the address of the Files screen.
    pub table: u32,
    pub file: String,
    /// Empty for a file with one sheet.
    pub sheet: String,
    pub row: u32,
    /// `C`; empty for a whole row.
    pub column: String,
}

impl SourceTag {
    pub fn of(intake: &Intake, source: Source) -> SourceTag {
        let (file, sheet) = (
            source.table.0 / limits::SHEETS_MAX as u32,
            source.table.0 % limits::SHEETS_MAX as u32,
        );
        let file = intake.files.iter().find(|f| f.id.0 == file);
        let sheet = file
            .filter(|f| f.sheets.len() > 1)
            .and_then(|f| f.sheets.get(sheet as usize))
            .map_or_else(String::new, |s| s.raw.name.clone());
        SourceTag {
            table: source.table.0,
            file: file.map_or_else(String::new, |f| f.name.to_string()),
            sheet,
            row: source.row,
            column: source.column.map(column_letters).unwrap_or_default(),
        }
    }
}

/// `A` for column 0, `AA` for column 26, as spreadsheet programs count.
pub fn column_letters(column: u16) -> String {
    let mut letters = Vec::new();
    let mut rest = u32::from(column) + 1;
    while rest > 0 {
        rest -= 1;
        letters.push((b'A' + (rest % 26) as u8) as char);
        rest /= 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_counted_as_spreadsheets_do() {
        let letters: Vec<String> = [0, 25, 26, 51, 52, 701, 702].map(column_letters).to_vec();
        assert_eq!(letters, ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }
}
