//! Exports with one row a line that repeat the invoice's own fields on each: the total of an
//! invoice of three lines stands there three times. Such a sheet is also read as what it says of
//! the invoices, once each; the lines keep their own amounts.
//!
//! Nothing is taken away from the sheet: the second one holds the first row of every invoice and the
//! columns that say the same on all rows of an invoice.

use super::headers::Sense;
use super::layout::{self, Layout};
use super::typing::read_number;
use super::{Problem, Reading};
use crate::table::{Field, RawColumn, RawSheet};
use crate::words::Args;

/// Invoices with several lines that must bear it out.
const INVOICES_MIN: usize = 2;

/// Share of them, in percent, on whose rows a column must not change.
const SAME_PERCENT: usize = 95;

/// The sheet of what is said once an invoice, if amounts are repeated on its lines.
pub(super) fn once(raw: &RawSheet) -> Option<(RawSheet, Problem)> {
    let layout = layout::find(raw);
    let header = layout.row? as usize;
    let first = header + layout.height as usize;
    let key = column_of(&layout, Field::InvoiceNo)?;
    let documents = documents(raw, key, first);
    let of_document: Vec<bool> =
        raw.columns.iter().map(|column| is_same(column, &documents)).collect();
    let total = (0..raw.columns.len()).find(|&at| {
        of_document[at] && is_total(&layout, at) && is_amount(&raw.columns[at], &documents)
    })?;
    // The lines have amounts of their own, or the sheet is a list of invoices with duplicates.
    (0..raw.columns.len())
        .find(|&at| !of_document[at] && is_amount(&raw.columns[at], &documents))?;
    let mut rows: Vec<usize> = (0..first).collect();
    rows.extend(documents.iter().filter_map(|rows| rows.first().copied()));
    rows.sort_unstable();
    let column = |(at, column): (usize, &RawColumn)| RawColumn {
        cells: column.cells.clone(),
        codes: rows
            .iter()
            .map(|&row| if of_document[at] || row < header { column.codes[row] } else { 0 })
            .collect(),
    };
    let key_name = &layout.headers[key].text;
    let args = Args::new()
        .with("column", key_name.as_str())
        .with("total", layout.headers[total].text.as_str());
    let problem = "problem-headers-once".to_owned();
    let sheet = RawSheet {
        name: format!("{} / {key_name}", raw.name),
        hidden: raw.hidden,
        columns: raw.columns.iter().enumerate().map(column).collect(),
        row_numbers: rows.iter().map(|&row| raw.row_numbers[row]).collect(),
        hidden_rows: (0..rows.len() as u32)
            .filter(|&at| raw.hidden_rows.binary_search(&(rows[at as usize] as u32)).is_ok())
            .collect(),
        hidden_columns: raw.hidden_columns.clone(),
        ..RawSheet::default()
    };
    Some((sheet, Problem { key: problem, args, sheet: None, row: None, column: None }))
}

/// Whether a column of lines says the same on all rows of each invoice: the invoice's amount, not
/// the line's.
pub(super) fn of_invoice<'r>(raw: &'r RawSheet, reading: &Reading) -> impl Fn(u16) -> bool + 'r {
    let first = reading.header_row.map_or(0, |row| (row + reading.header_height) as usize);
    let key = reading.columns.get(&Field::InvoiceNo);
    let documents = key.map_or_else(Vec::new, |&key| documents(raw, usize::from(key), first));
    move |column| {
        let cells = &raw.columns[usize::from(column)];
        is_same(cells, &documents) && is_amount(cells, &documents)
    }
}

fn column_of(layout: &Layout, field: Field) -> Option<usize> {
    let plain = |at: &usize| {
        let found = layout.headers[*at].sense(Sense::Field(field));
        found.is_some_and(|m| !m.vague && m.score >= 900)
    };
    (0..layout.headers.len()).find(plain)
}

fn is_total(layout: &Layout, at: usize) -> bool {
    let fields = [Field::Gross, Field::Net, Field::Tax, Field::OpenAmount, Field::Amount];
    fields.iter().any(|field| layout.headers[at].sense(Sense::Field(*field)).is_some())
}

/// The rows of each invoice, in order of the first.
fn documents(raw: &RawSheet, key: usize, first: usize) -> Vec<Vec<usize>> {
    let column = &raw.columns[key];
    let mut at: Vec<Option<usize>> = vec![None; column.cells.len() + 1];
    let mut documents: Vec<Vec<usize>> = Vec::new();
    for row in (first..raw.rows()).filter(|&row| column.codes[row] > 0) {
        let slot = *at[column.codes[row] as usize].get_or_insert_with(|| {
            documents.push(Vec::new());
            documents.len() - 1
        });
        documents[slot].push(row);
    }
    documents
}

fn is_same(column: &RawColumn, documents: &[Vec<usize>]) -> bool {
    let several = || documents.iter().filter(|rows| rows.len() > 1);
    let same =
        |rows: &&Vec<usize>| rows.iter().all(|&row| column.codes[row] == column.codes[rows[0]]);
    let all = several().count();
    all >= INVOICES_MIN && several().filter(same).count() * 100 >= all * SAME_PERCENT
}

/// Numbers that are not the same throughout, on most rows.
fn is_amount(column: &RawColumn, documents: &[Vec<usize>]) -> bool {
    let rows = documents.iter().flatten().take(1_000);
    let (mut all, mut numbers, mut codes) = (0, 0, std::collections::BTreeSet::new());
    for &row in rows {
        let Some(cell) = column.get(row) else { continue };
        all += 1;
        codes.insert(column.codes[row]);
        let style = Some(super::NumberStyle::Point);
        let comma = Some(super::NumberStyle::Comma);
        let reads = read_number(&cell, style).ok().or_else(|| read_number(&cell, comma).ok());
        numbers += usize::from(reads.is_some());
    }
    all > 0 && numbers * 100 >= all * SAME_PERCENT && codes.len() > 1
}
