//! A sheet as it stands in the file: dictionary-coded raw cells, nothing typed, nothing dropped.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Fate;

/// What the file itself says about a cell.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub enum RawKind {
    Text,
    /// `text` is the exact decimal text of the stored number.
    Number,
    /// A number with a date format; `text` is `2026-11-06` or `2026-11-06 14:02:00`.
    Date,
    Bool,
    /// `#N/A`, `#REF!` …; `text` is the error as the spreadsheet shows it.
    Error,
    /// A formula whose value was never calculated; `text` is empty.
    NoValue,
}

#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub struct RawCell {
    pub text: Box<str>,
    pub kind: RawKind,
}

/// One column: a code per physical row. Code 0 is a blank cell, code `n` is `cells[n - 1]`.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct RawColumn {
    pub cells: Vec<RawCell>,
    pub codes: Vec<u32>,
}

impl RawColumn {
    pub fn get(&self, row: usize) -> Option<&RawCell> {
        let code = *self.codes.get(row)? as usize;
        self.cells.get(code.checked_sub(1)?)
    }

    pub fn text(&self, row: usize) -> &str {
        self.get(row).map_or("", |cell| &cell.text)
    }
}

/// One sheet or one text file. Every column has `row_numbers.len()` codes.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct RawSheet {
    pub name: String,
    pub hidden: bool,
    pub columns: Vec<RawColumn>,
    /// For each physical row the number that the user's own program shows (1-based), or the line
    /// on which a text record starts. Blank rows between data are physical rows too.
    pub row_numbers: Vec<u32>,
    /// Rows (0-based) of which the format itself says what they are: page titles and starred totals
    /// of a printed list. Evidence from the cells is not asked for these.
    pub known_fates: BTreeMap<u32, Fate>,
}

impl RawSheet {
    pub fn rows(&self) -> usize {
        self.row_numbers.len()
    }

    pub fn cell(&self, row: usize, column: usize) -> Option<&RawCell> {
        self.columns.get(column)?.get(row)
    }

    pub fn text(&self, row: usize, column: usize) -> &str {
        self.columns.get(column).map_or("", |c| c.text(row))
    }

    pub fn is_blank_row(&self, row: usize) -> bool {
        self.columns.iter().all(|c| c.text(row).trim().is_empty() && !c.has_no_value(row))
    }
}

impl RawColumn {
    fn has_no_value(&self, row: usize) -> bool {
        self.get(row).is_some_and(|cell| cell.kind == RawKind::NoValue)
    }
}
