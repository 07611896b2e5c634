//! The data grid: a window over one table, as typed or as it stands in the file.
//!
//! Sorting and filtering make an [`Order`] once; windows are cut from it in no time. The worker
//! keeps the order while the revision and the choice of it stay the same. Invariant: the order
//! holds each row of the table at most once, and without a filter exactly once.

mod order;
mod window;

use serde::{Deserialize, Serialize};

use super::Amount;
use crate::base::TableId;
use crate::rules::Results;
use crate::table::Table;
use crate::words::{self, Args, Lang, format};

pub use order::{Order, OrderKey, order};
pub use window::{Column, GridCell, GridRow};

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Choice {
    pub table: u32,
    pub face: Face,
    /// Position in the order, and how many rows.
    pub from: u32,
    pub rows: u32,
    /// Column of the view and whether downwards.
    pub sort: Option<(u16, bool)>,
    pub filter: String,
    /// Row number of the file to find; the view answers with its position.
    pub find_row: Option<u32>,
    /// Letters of the column in which the cell is.
    pub find_column: Option<String>,
    /// Selected positions: ranges, first and last included; and the column to add up.
    pub selected: Vec<(u32, u32)>,
    pub sum_column: Option<u16>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Face {
    /// Used rows and mapped columns, as read.
    #[default]
    Typed,
    /// All rows and columns as they stand in the file, with the fate of each row.
    Raw,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Rows {
    /// All tables that can be looked at.
    pub tables: Vec<TableLine>,
    /// The table is not loaded (any more).
    pub missing: bool,
    pub title: String,
    pub columns: Vec<Column>,
    pub rows: Vec<GridRow>,
    pub from: u32,
    /// Rows that the filter keeps.
    pub total: u32,
    /// `1,204 of 2,418 rows`
    pub total_text: String,
    pub found_at: Option<u32>,
    /// The column of the view; the first one for a whole row.
    pub found_column: u16,
    pub selection: Selection,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct TableLine {
    pub table: u32,
    pub label: String,
    pub on: bool,
}

/// Figures of the selection in one column, one a currency.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Selection {
    pub count: String,
    pub sums: Vec<Amount>,
    /// Sum of a column of quantities or weights.
    pub number: String,
}

pub fn view(results: &Results, choice: &Choice, order: &Order, lang: Lang) -> Rows {
    let tables = results.book.tables();
    let lines = tables.iter().map(|table| line(table, choice)).collect();
    let Some(table) = results.book.table(TableId(choice.table)) else {
        return Rows { tables: lines, missing: true, ..Rows::default() };
    };
    let columns = window::columns(table, choice.face, lang);
    let total = order.positions.len();
    let all = order::length(table, choice.face);
    let counted = Args::new().with("shown", total).with("count", all);
    let key = if total == all { "grid-rows" } else { "grid-rows-of" };
    let (from, rows) = window::cut(table, choice, order, &columns, lang);
    Rows {
        tables: lines,
        missing: false,
        title: label(table),
        rows,
        from,
        total: total as u32,
        total_text: words::say(lang, key, &counted),
        found_at: choice.find_row.and_then(|row| order.find(table, choice.face, row)),
        found_column: window::find(&columns, choice.find_column.as_deref()),
        selection: window::selection(table, choice, order, &columns),
        columns,
    }
}

fn line(table: &Table, choice: &Choice) -> TableLine {
    let rows = format::count(table.len() as i64);
    TableLine {
        table: table.id.0,
        label: format!("{} ({rows})", label(table)),
        on: table.id.0 == choice.table,
    }
}

fn label(table: &Table) -> String {
    match table.raw.name.is_empty() {
        true => table.file_name.to_string(),
        false => format!("{} › {}", table.file_name, table.raw.name),
    }
}

#[cfg(test)]
mod tests;
