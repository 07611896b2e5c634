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
use crate::base::stretches;
use crate::table::{Field, RawColumn, RawSheet};
use crate::words::Args;

/// Invoices with several lines that must bear it out.
const INVOICES_MIN: usize = 2;

/// So many lines of one invoice bear it out alone, where another of its amounts differs on them.
const LINES_MIN: u32 = 4;

/// Share of them, in percent, on whose rows a column must not change.
const SAME_PERCENT: usize = 95;

/// The sheet of what is said once an invoice, if amounts are repeated on its lines.
pub(super) fn once(raw: &RawSheet) -> Option<(RawSheet, Problem)> {
    let layout = layout::find(raw);
    let header = layout.row? as usize;
    let first = header + layout.height as usize;
    let key = column_of(&layout, Field::InvoiceNo)?;
    let documents = Documents::of(raw, key, first)?;
    let total = (0..raw.columns.len()).find(|&at| {
        is_total(&layout, at)
            && documents.have_amounts(&raw.columns[at])
            && documents.agree_in(&raw.columns[at])
    })?;
    let of_document: Vec<bool> =
        raw.columns.iter().map(|column| documents.agree_in(column)).collect();
    // The lines have amounts of their own, or the sheet is a list of invoices with duplicates.
    (0..raw.columns.len())
        .find(|&at| !of_document[at] && documents.have_amounts(&raw.columns[at]))?;
    let mut rows: Vec<usize> = (0..first).collect();
    rows.extend(documents.first_rows());
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
    let documents = key.and_then(|&key| Documents::with(raw, usize::from(key), first, 1));
    let of_line = |&column: &u16, d: &Documents| {
        let column = &raw.columns[usize::from(column)];
        !d.agree_in(column) && d.have_amounts(column)
    };
    let amounts = [Field::Net, Field::Amount, Field::Gross, Field::UnitPrice];
    let amounts = amounts.iter().filter_map(|field| reading.columns.get(field));
    let lines_differ = documents
        .as_ref()
        .is_some_and(|d| d.longest() >= LINES_MIN && amounts.into_iter().any(|c| of_line(c, d)));
    move |column| {
        let column = &raw.columns[usize::from(column)];
        documents.as_ref().is_some_and(|d| {
            let many = d.several >= INVOICES_MIN && d.have_amounts(column);
            d.agree_in(column) && (many || lines_differ && d.says_one(column))
        })
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

/// The rows of each invoice, by the codes of the column that names it.
struct Documents<'r> {
    codes: &'r [u32],
    /// The first row below the header.
    from: usize,
    /// By code: the first row that names the invoice, and how many do.
    firsts: Vec<u32>,
    counts: Vec<u32>,
    /// Invoices with several rows.
    several: usize,
}

impl<'r> Documents<'r> {
    /// `None` where too few have several rows to tell anything.
    fn of(raw: &'r RawSheet, key: usize, from: usize) -> Option<Documents<'r>> {
        Documents::with(raw, key, from, INVOICES_MIN)
    }

    fn with(raw: &'r RawSheet, key: usize, from: usize, min: usize) -> Option<Documents<'r>> {
        let column = &raw.columns[key];
        let mut firsts = vec![0; column.cells.len() + 1];
        let mut counts = vec![0_u32; column.cells.len() + 1];
        let mut several = 0;
        stretches::each((0_u32..).zip(&column.codes).skip(from), |(row, &code)| {
            let count = &mut counts[code as usize];
            match *count {
                0 => firsts[code as usize] = row,
                1 if code > 0 => several += 1,
                _ => {}
            }
            *count += 1;
        });
        let codes = &column.codes;
        (several >= min).then_some(Documents { codes, from, firsts, counts, several })
    }

    /// The lines of the invoice that has the most.
    fn longest(&self) -> u32 {
        self.counts.iter().skip(1).copied().max().unwrap_or(0)
    }

    /// Whether a column holds one number, not zero, on every line.
    fn says_one(&self, column: &RawColumn) -> bool {
        let mut codes = self.rows().map(|(row, _)| column.codes[row]);
        let Some((first, row)) = codes.next().zip(self.rows().next().map(|(row, _)| row)) else {
            return false;
        };
        let text = column.text(row);
        first > 0
            && text.contains(|c: char| ('1'..='9').contains(&c))
            && codes.all(|code| code == first)
    }

    /// The rows that name an invoice, with its code.
    fn rows(&self) -> impl Iterator<Item = (usize, u32)> {
        let rows = self.codes.iter().copied().enumerate().skip(self.from);
        rows.filter(|(_, code)| *code > 0)
    }

    fn first_rows(&self) -> impl Iterator<Item = usize> {
        let is_first = |(row, code): &(usize, u32)| self.firsts[*code as usize] as usize == *row;
        self.rows().filter(is_first).map(|(row, _)| row)
    }

    /// Whether a column says the same on all rows of nearly each invoice.
    fn agree_in(&self, column: &RawColumn) -> bool {
        let mut differs = vec![false; self.counts.len()];
        let mut agreeing = self.several;
        // A column of the lines shows it within the first few invoices.
        stretches::all(self.rows(), |(row, code)| {
            let first = self.firsts[code as usize] as usize;
            let differs = &mut differs[code as usize];
            if !*differs && column.codes[row] != column.codes[first] {
                *differs = true;
                agreeing -= 1;
            }
            agreeing * 100 >= self.several * SAME_PERCENT
        })
    }

    /// Whether a column holds numbers that are not the same throughout, on most rows.
    fn have_amounts(&self, column: &RawColumn) -> bool {
        const ROWS: usize = 1_000;
        let (mut all, mut numbers, mut codes) = (0, 0, std::collections::BTreeSet::new());
        for (row, _) in self.rows().take(ROWS) {
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
}
