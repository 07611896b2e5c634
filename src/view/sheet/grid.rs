//! A window of the sheet's physical rows, each with its fate, and the cells that could not be read.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{Choice, fate_word};
use crate::base::column_letters;
use crate::base::limits;
use crate::ingest::{Ask, IntakeSheet};
use crate::table::{Failure, Fate, Field, Table, ValueKind};
use crate::words::{self, Arg, Args, Lang};

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Grid {
    pub columns: Vec<GridColumn>,
    pub rows: Vec<GridRow>,
    /// Physical index of the first row shown, and the number of all.
    pub from: u32,
    pub of: u32,
}

#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct GridColumn {
    pub letters: String,
    /// Names of the fields that read it, or that might.
    pub fields: String,
    pub mapped: bool,
    /// A question about it is open.
    pub candidate: bool,
    pub numeric: bool,
    /// The user's own program does not show it.
    pub hidden: bool,
}

#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct GridRow {
    pub index: u32,
    /// As the user's program shows it.
    pub number: u32,
    pub fate: Option<Fate>,
    pub fate_word: String,
    /// The user set it.
    pub set: bool,
    /// The user's own program does not show it.
    pub hidden: bool,
    pub cells: Vec<GridCell>,
}

#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct GridCell {
    pub text: String,
    /// Its field could not read it.
    pub bad: bool,
}

/// A sentence about a cell that could not be read.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct CellNote {
    /// Physical index of the row and column, for the grid.
    pub row: u32,
    pub column: u16,
    /// `C9`
    pub place: String,
    pub text: String,
    /// What follows the text: `is no date. The row is used and its invoice date stays blank.`
    pub says: String,
}

/// Notes sent to the page; the count of all stands in the sentence beside the button.
const NOTES_MAX: usize = 200;
/// Columns shown: a sheet wider than this is looked at in its own program.
const COLUMNS_MAX: usize = 80;
/// Characters of a cell shown.
const CELL_SHOWN: usize = 120;

pub(super) fn grid(
    sheet: &IntakeSheet,
    table: Option<&Table>,
    failures: &[Failure],
    choice: &Choice,
    lang: Lang,
) -> Grid {
    let raw = &sheet.raw;
    let of = raw.rows() as u32;
    let count = choice.rows.min(limits::WINDOW_ROWS_MAX);
    let from = choice.from.min(of.saturating_sub(count));
    let columns: Vec<GridColumn> = (0..raw.columns.len().min(COLUMNS_MAX))
        .map(|column| grid_column(sheet, column as u16, lang))
        .collect();
    let bad = table.map(|table| bad_cells(table, failures, from, count)).unwrap_or_default();
    let rows = (from..from.saturating_add(count).min(of)).map(|row| {
        let fate = table.and_then(|table| table.fates.get(row as usize).copied());
        let cells = (0..columns.len()).map(|column| GridCell {
            text: shown(raw.text(row as usize, column)),
            bad: bad.contains(&(row, column as u16)),
        });
        GridRow {
            index: row,
            number: raw.row_numbers.get(row as usize).copied().unwrap_or(0),
            fate,
            fate_word: fate.map(|fate| fate_word(fate, lang)).unwrap_or_default(),
            set: sheet.reading.fates.contains_key(&row),
            hidden: raw.hidden_rows.binary_search(&row).is_ok(),
            cells: cells.collect(),
        }
    });
    Grid { rows: rows.collect(), columns, from, of }
}

pub(super) fn notes(table: &Table, failures: &[Failure], lang: Lang) -> Vec<CellNote> {
    let first = failures.iter().take(NOTES_MAX);
    first.filter_map(|failure| note(table, failure.row, failure.field, lang)).collect()
}

fn note(table: &Table, row: usize, field: Field, lang: Lang) -> Option<CellNote> {
    let source = table.source(row, Some(field));
    let column = source.column?;
    let key = match field.value() {
        ValueKind::Date => "cell-no-date",
        ValueKind::Amount => "cell-no-amount",
        ValueKind::Number | ValueKind::Percent => "cell-no-number",
        ValueKind::Currency => "cell-no-currency",
        ValueKind::Flag => "cell-no-flag",
        ValueKind::Id | ValueKind::Text => "cell-no-text",
    };
    let args = Args::new().with("field", Arg::term(field.word()));
    Some(CellNote {
        row: *table.rows.get(row)?,
        column,
        place: format!("{}{}", column_letters(column), source.row),
        text: shown(table.raw(field, row).map_or("", |cell| cell.text)),
        says: words::say(lang, key, &args),
    })
}

/// Cells of the window that their field could not read.
fn bad_cells(table: &Table, failures: &[Failure], from: u32, count: u32) -> BTreeSet<(u32, u16)> {
    let until = from.saturating_add(count);
    let in_window = failures.iter().filter_map(|failure| {
        let row = *table.rows.get(failure.row)?;
        let column = table.column(failure.field)?.index;
        (row >= from && row < until).then_some((row, column))
    });
    in_window.collect()
}

fn grid_column(sheet: &IntakeSheet, column: u16, lang: Lang) -> GridColumn {
    let reading = &sheet.reading;
    let mapped: Vec<Field> =
        reading.columns.iter().filter(|(_, at)| **at == column).map(|(field, _)| *field).collect();
    let maybe: Vec<Field> = sheet
        .proposal
        .fields
        .iter()
        .filter(|guess| sheet.open.contains(&Ask::Field(guess.field)))
        .filter(|guess| guess.candidates.iter().any(|c| c.column == column))
        .map(|guess| guess.field)
        .collect();
    let is_mapped = !mapped.is_empty();
    let name = |field: &Field| words::text(lang, &field.word());
    let fields: Vec<String> = if is_mapped {
        mapped.iter().map(name).collect()
    } else {
        maybe.iter().map(|field| format!("{}?", name(field))).collect()
    };
    let numeric = mapped
        .iter()
        .any(|f| matches!(f.value(), ValueKind::Amount | ValueKind::Number | ValueKind::Percent));
    GridColumn {
        letters: column_letters(column),
        fields: fields.join(", "),
        mapped: is_mapped,
        candidate: !is_mapped && !maybe.is_empty(),
        numeric,
        hidden: sheet.raw.hidden_columns.contains(&column),
    }
}

fn shown(text: &str) -> String {
    let one_line = text.trim().replace(['\r', '\n', '\t'], " ");
    match one_line.char_indices().nth(CELL_SHOWN) {
        Some((end, _)) => format!("{}…", &one_line[..end]),
        None => one_line,
    }
}
