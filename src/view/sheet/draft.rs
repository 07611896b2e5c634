//! The table behind a sheet: the one in force, or a draft typed under the reading as it stands now,
//! so that the user sees what would come of it.

use std::sync::Arc;

use crate::base::{FileId, TableId, limits};
use crate::ingest::{self, IntakeFile, IntakeSheet};
use crate::table::{Kind, RawColumn, RawSheet, Table};

pub(super) struct Draft {
    pub table: Arc<Table>,
    /// Typed on the first rows of a long sheet only.
    pub partly: bool,
}

impl Draft {
    /// `None` for a sheet that is read as no table.
    pub(super) fn of(file: &IntakeFile, index: u16, sheet: &IntakeSheet) -> Option<Draft> {
        if let Some(table) = &sheet.table {
            return Some(Draft { table: Arc::clone(table), partly: false });
        }
        if sheet.reading.kind == Kind::Other || !sheet.is_proposed() {
            return None;
        }
        let partly = sheet.raw.rows() > limits::DRAFT_ROWS_MAX;
        let raw = if partly { Arc::new(first_rows(&sheet.raw)) } else { Arc::clone(&sheet.raw) };
        let FileId(id) = file.id;
        let table_id = TableId(id * limits::SHEETS_MAX as u32 + u32::from(index));
        let (table, _) = ingest::build(table_id, file.id, &file.name, &raw, &sheet.reading);
        Some(Draft { table: Arc::new(table), partly })
    }
}

fn first_rows(raw: &RawSheet) -> RawSheet {
    let rows = limits::DRAFT_ROWS_MAX;
    let columns = raw.columns.iter().map(|column| RawColumn {
        cells: column.cells.clone(),
        codes: column.codes.iter().take(rows).copied().collect(),
    });
    RawSheet {
        name: raw.name.clone(),
        hidden: raw.hidden,
        columns: columns.collect(),
        row_numbers: raw.row_numbers.iter().take(rows).copied().collect(),
        known_fates: raw.known_fates.range(..rows as u32).map(|(r, fate)| (*r, *fate)).collect(),
        hidden_rows: raw.hidden_rows.iter().copied().filter(|row| (*row as usize) < rows).collect(),
        hidden_columns: raw.hidden_columns.clone(),
        given: raw.given.clone(),
        unfolded: raw.unfolded.clone(),
    }
}
