//! One table of a page: cells find their columns beside spans from above.
//!
//! Invariant: a spanning cell stands once, top left, as in a merged cell of a workbook.

use super::style::Format;
use crate::base::limits::{SHEET_COLUMNS_MAX, SHEET_ROWS_MAX};
use crate::ingest::read::serial::{Epoch, NumberFormat, number_cell};
use crate::ingest::read::sheet::SheetBuilder;
use crate::ingest::{Problem, Refusal};
use crate::table::{RawKind, RawSheet};

/// What a cell's tag says of it.
pub(super) struct Given {
    pub columns: u32,
    pub rows: u32,
    pub format: Format,
    /// The stored number behind what is shown.
    pub number: Option<String>,
    pub boolean: Option<String>,
    pub error: Option<String>,
}

pub(super) struct Table {
    sheet: SheetBuilder,
    row: u32,
    in_row: bool,
    column: u32,
    /// Per column, rows that a cell from above still covers.
    covered: Vec<u32>,
    cell: Option<Given>,
    /// Text of the cell, or of the caption, with blanks as they stand in the page.
    text: String,
    in_caption: bool,
    caption: Option<String>,
    filled: bool,
}

impl Table {
    pub(super) fn new() -> Table {
        Table {
            sheet: SheetBuilder::new("", false),
            row: 0,
            in_row: false,
            column: 0,
            covered: Vec::new(),
            cell: None,
            text: String::new(),
            in_caption: false,
            caption: None,
            filled: false,
        }
    }

    pub(super) fn row(&mut self) -> Result<(), Refusal> {
        self.close_row();
        self.row += 1;
        self.in_row = true;
        self.column = 0;
        self.sheet.row(self.row)
    }

    /// The row just begun is not shown on the page.
    pub(super) fn hide_row(&mut self) {
        self.sheet.hidden_row(self.row);
    }

    pub(super) fn cell(&mut self, given: Given) -> Result<(), Refusal> {
        self.close_cell();
        if !self.in_row {
            self.row()?;
        }
        while self.covered.get(self.column as usize).is_some_and(|rows| *rows > 0) {
            self.column += 1;
        }
        self.cell = Some(given);
        Ok(())
    }

    pub(super) fn caption(&mut self) {
        self.close_cell();
        self.in_caption = true;
    }

    pub(super) fn text(&mut self, text: &str) {
        if self.cell.is_some() || self.in_caption {
            self.text.push_str(text);
        }
    }

    /// A paragraph or block begins or ends within a cell.
    pub(super) fn text_break(&mut self) {
        if self.cell.is_some() && !self.text.trim().is_empty() {
            self.text.push('\u{2029}');
        }
    }

    pub(super) fn close_cell(&mut self) {
        let text = std::mem::take(&mut self.text);
        if std::mem::take(&mut self.in_caption) {
            let text = shown(&text);
            self.caption = Some(text).filter(|text| !text.is_empty());
        }
        let Some(given) = self.cell.take() else { return };
        let text = shown(&text);
        let (kind, text) = value(&given, text);
        self.filled |= !text.is_empty();
        self.sheet.cell(self.column as usize, kind, &text);
        let end = self.column.saturating_add(given.columns).min(u32::from(SHEET_COLUMNS_MAX));
        let below = given.rows.min(SHEET_ROWS_MAX);
        if below > 1 {
            if self.covered.len() < end as usize {
                self.covered.resize(end as usize, 0);
            }
            // Counted down at the end of this row as of the others.
            (self.column..end).for_each(|column| self.covered[column as usize] = below);
        }
        self.column = end.max(self.column + 1);
    }

    pub(super) fn close_row(&mut self) {
        self.close_cell();
        if std::mem::take(&mut self.in_row) {
            self.covered.iter_mut().for_each(|rows| *rows = rows.saturating_sub(1));
        }
    }

    pub(super) fn is_filled(&self) -> bool {
        self.filled
    }

    pub(super) fn caption_text(&self) -> Option<&str> {
        self.caption.as_deref()
    }

    pub(super) fn finish(self, name: &str) -> Result<(RawSheet, Vec<Problem>), Refusal> {
        let (mut sheet, problems) = self.sheet.finish()?;
        sheet.name = name.to_owned();
        Ok((sheet, problems))
    }
}

fn value(given: &Given, shown: String) -> (RawKind, String) {
    if let Some(error) = given.error.as_ref().filter(|error| !error.is_empty()) {
        return (RawKind::Error, error.clone());
    }
    if let Some(boolean) = given.boolean.as_ref().filter(|boolean| !boolean.is_empty()) {
        let yes = boolean.eq_ignore_ascii_case("true") || boolean == "1";
        return (RawKind::Bool, if yes { "TRUE" } else { "FALSE" }.to_owned());
    }
    let Some(number) = &given.number else { return (RawKind::Text, shown) };
    // Zeros that are shown are part of an id: the number behind it has lost them.
    let is_id =
        shown.len() > 1 && shown.starts_with('0') && shown.bytes().all(|b| b.is_ascii_digit());
    match &given.format {
        Format::Text => (RawKind::Text, shown),
        Format::Number(NumberFormat::Plain) if is_id => (RawKind::Id, shown),
        Format::Number(format) => match number_cell(number, format, Epoch::Y1900) {
            // Not a number after all: what people saw counts.
            (RawKind::Text, _) if *format == NumberFormat::Plain => (RawKind::Text, shown),
            cell => cell,
        },
    }
}

/// Text as a browser shows it: runs of blanks are one, line breaks are kept.
fn shown(text: &str) -> String {
    let mut found = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\u{2029}' => {
                found.truncate(found.trim_end_matches(' ').len());
                if !found.is_empty() && !found.ends_with('\n') {
                    found.push('\n');
                }
            }
            ' ' | '\t' | '\r' | '\n' if found.is_empty() || found.ends_with([' ', '\n']) => {}
            ' ' | '\t' | '\r' | '\n' => found.push(' '),
            c => found.push(c),
        }
    }
    let trimmed = found.trim_matches(|c: char| c == '\u{a0}' || c.is_whitespace());
    trimmed.to_owned()
}
