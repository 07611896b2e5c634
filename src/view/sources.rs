//! Sources of a whole view: tables are looked up once, cells read from the sheet.

use std::collections::BTreeMap;

use super::SourceTag;
use crate::base::{Source, TableId, column_letters};
use crate::rules::Results;
use crate::table::Table;

/// Tables by id, looked up once for a whole view.
pub(super) struct Sources<'r>(BTreeMap<TableId, &'r Table>);

impl<'r> Sources<'r> {
    pub(super) fn of(results: &'r Results) -> Sources<'r> {
        Sources(results.book.tables().iter().map(|table| (table.id, &**table)).collect())
    }

    pub(super) fn tag(&self, source: Source) -> SourceTag {
        let table = self.0.get(&source.table);
        SourceTag {
            table: source.table.0,
            file: table.map_or_else(String::new, |t| t.file_name.to_string()),
            sheet: table.map_or_else(String::new, |t| t.sheet_label().to_owned()),
            row: source.row,
            column: source.column.map(column_letters).unwrap_or_default(),
        }
    }

    pub(super) fn file_of(&self, table: TableId) -> &'r str {
        self.0.get(&table).map_or("", |table| &*table.file_name)
    }

    pub(super) fn file(&self, source: Source) -> &'r str {
        self.0.get(&source.table).map_or("", |table| &*table.file_name)
    }

    /// The cell as it stands in the file; empty for a whole row.
    pub(super) fn raw(&self, source: Source) -> &'r str {
        let Some(table) = self.0.get(&source.table) else { return "" };
        let Some(column) = source.column else { return "" };
        let physical = table.raw.row_numbers.binary_search(&source.row);
        physical.map_or("", |row| table.raw.text(row, usize::from(column)))
    }
}
