//! The cells of one worksheet, from bytes to codes in one pass.
//!
//! A cell in the plain form of nearly all writers is read straight from the bytes at hand; everything
//! else that XML allows takes the way of marks.

use std::rc::Rc;

use super::plain::{digits, plain_cell};
use super::scan::{Scanner, Token, attributes, push_text};
use super::strings::{Strings, clean_text, rich_text};
use crate::base::limits::CELL_BYTES_MAX;
use crate::base::stretches;
use crate::ingest::Refusal;
use crate::ingest::read::package::damaged;
use crate::ingest::read::serial::{Epoch, NumberFormat, is_plain_decimal, number_cell};
use crate::ingest::read::sheet::SheetBuilder;
use crate::table::RawKind;

/// What all sheets of a workbook share.
pub(super) struct Book {
    pub epoch: Epoch,
    /// By cell style.
    pub formats: Vec<NumberFormat>,
    pub strings: Strings,
}

impl Book {
    fn format(&self, style: u32) -> &NumberFormat {
        self.formats.get(style as usize).unwrap_or(&NumberFormat::Plain)
    }
}

/// Rows and columns of Excel; a reference beyond them is a fault in the file.
const ROWS_MAX: u32 = 1_048_576;
const COLUMNS_MAX: u32 = 16_384;

/// So many bytes are at hand before a cell is tried in its plain form.
pub(super) const AT_HAND_BYTES: usize = 1 << 12;

#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(super) enum Type {
    #[default]
    Number,
    Shared,
    Text,
    Bool,
    Error,
    Date,
}

/// The attributes of a cell.
#[derive(Clone, Copy, Default, Debug, PartialEq, Eq)]
pub(super) struct Head {
    /// Row (1-based) and column (0-based).
    pub place: Option<(u32, u32)>,
    pub style: u32,
    pub kind: Type,
}

/// The cells of a sheet as they go by.
pub(super) struct Cells {
    book: Rc<Book>,
    pub sheet: SheetBuilder,
    known: Vec<Known>,
    row: u32,
    column: u32,
    /// Cells that their number format hides, and whether any format does.
    pub veiled: u64,
    veils: bool,
    value: Vec<u8>,
}

/// Codes of one column that are found without a look at the text.
#[derive(Default)]
struct Known {
    /// By index of the shared string; 0 is not known yet.
    shared: Vec<u32>,
    /// Short numbers under a format, each at the place that its digits name.
    formatted: Vec<(u64, u32, u32)>,
}

impl Cells {
    pub(super) fn new(book: Rc<Book>, sheet: SheetBuilder) -> Cells {
        let value = Vec::new();
        let veils = book.formats.contains(&NumberFormat::Hidden);
        Cells { book, sheet, known: Vec::new(), row: 0, column: 0, veiled: 0, veils, value }
    }

    /// Reads to the end of `sheetData`, or to the end of the bytes at hand. Calls from time to time
    /// with the bytes passed.
    ///
    /// A step takes its bytes first and gives its cell last, so that it can begin again.
    pub(super) fn read(
        &mut self,
        scanner: &mut Scanner,
        passed: &mut dyn FnMut(u64),
    ) -> Result<(), Refusal> {
        const REPORT_BYTES: u64 = 1 << 20;
        let mut next_report = scanner.passed() + REPORT_BYTES;
        stretches::repeat(|| {
            scanner.begin_step();
            let hand = scanner.at_hand(AT_HAND_BYTES)?;
            if let Some(plain) = plain_cell(hand) {
                let value = plain.value.map(|range| &hand[range]);
                self.give(plain.head, value, plain.has_formula)?;
                scanner.pass(plain.bytes);
                return Ok(true);
            }
            if hand.starts_with(b"</row>") {
                scanner.pass(6);
                return Ok(true);
            }
            if scanner.passed() >= next_report {
                next_report = scanner.passed() + REPORT_BYTES;
                passed(scanner.passed());
            }
            self.mark(scanner)
        })
    }

    /// What is no plain cell; false at the end of `sheetData`.
    fn mark(&mut self, scanner: &mut Scanner) -> Result<bool, Refusal> {
        match scanner.next()? {
            Token::Open { name, attributes, empty } => match scanner.bytes(&name) {
                b"c" => {
                    let head = head(scanner.bytes(&attributes));
                    self.marked_cell(scanner, head, empty)?;
                }
                b"row" => self.begin_row(scanner.bytes(&attributes)),
                _ => {}
            },
            Token::Close { name } if scanner.bytes(&name) == b"sheetData" => return Ok(false),
            Token::End => return Err(damaged()),
            _ => {}
        }
        Ok(true)
    }

    fn begin_row(&mut self, raw: &[u8]) {
        let (mut number, mut hidden) = (None, false);
        attributes(raw, |name, value| match name {
            b"r" => number = digits(value),
            b"hidden" => hidden = matches!(value, b"1" | b"true"),
            _ => {}
        });
        self.row = number.unwrap_or(self.row.saturating_add(1));
        if hidden {
            self.sheet.hidden_row(self.row);
        }
        self.column = 0;
    }

    /// A cell in any form, from behind its opening mark.
    fn marked_cell(
        &mut self,
        scanner: &mut Scanner,
        mut head: Head,
        empty: bool,
    ) -> Result<(), Refusal> {
        let mut value = std::mem::take(&mut self.value);
        value.clear();
        let inside =
            if empty { Inside::default() } else { inside(scanner, &mut head, &mut value)? };
        self.give(head, inside.has_value.then_some(&value), inside.has_formula)?;
        self.value = value;
        Ok(())
    }

    /// Puts a cell where it belongs.
    fn give(&mut self, head: Head, value: Option<&[u8]>, has_formula: bool) -> Result<(), Refusal> {
        if let Some((row, column)) = head.place {
            (self.row, self.column) = (row, column);
        }
        let column = self.column as usize;
        if self.row == 0 || self.row > ROWS_MAX || self.column >= COLUMNS_MAX {
            return Err(damaged());
        }
        self.column += 1;
        let Some(value) = value.filter(|value| !value.is_empty()) else {
            // A formula that yields an empty text has a value, `<v></v>` of type `str`.
            let calculated = head.kind == Type::Text && value.is_some();
            if has_formula && !calculated {
                self.sheet.row(self.row)?;
                self.sheet.cell(column, RawKind::NoValue, "");
            }
            return Ok(());
        };
        self.sheet.row(self.row)?;
        match head.kind {
            Type::Number => self.number(column, head.style, value),
            Type::Shared => self.shared(column, value)?,
            Type::Text => {
                self.sheet.cell(column, RawKind::Text, &clean_text(value));
            }
            Type::Bool => {
                let is_true = matches!(value.trim_ascii(), b"1" | b"true");
                self.sheet.cell(column, RawKind::Bool, if is_true { "TRUE" } else { "FALSE" });
            }
            Type::Error => {
                self.sheet.cell(column, RawKind::Error, &clean_text(value));
            }
            Type::Date => {
                let (kind, text) = iso_moment(&clean_text(value));
                self.sheet.cell(column, kind, &text);
            }
        }
        if self.veils && self.book.format(head.style) == &NumberFormat::Hidden {
            self.veiled += 1;
        }
        Ok(())
    }

    fn shared(&mut self, column: usize, value: &[u8]) -> Result<(), Refusal> {
        let at = digits(value.trim_ascii()).ok_or_else(damaged)? as usize;
        let known = known(&mut self.known, column);
        if let Some(&code) = known.and_then(|known| known.shared.get(at)).filter(|code| **code > 0)
        {
            self.sheet.repeat(column, code);
            return Ok(());
        }
        let text = self.book.strings.get(at).ok_or_else(damaged)?;
        let code = self.sheet.cell(column, RawKind::Text, text);
        if code > 0
            && let Some(known) = self.known.get_mut(column)
        {
            if known.shared.len() <= at {
                known.shared.resize(at + 1, 0);
            }
            known.shared[at] = code;
        }
        Ok(())
    }

    fn number(&mut self, column: usize, style: u32, value: &[u8]) {
        /// Distinct days of a list fill a small part of it, so that hardly two want one place.
        const FORMATTED_BITS: u32 = 12;
        const FORMATTED: usize = 1 << FORMATTED_BITS;
        let format = self.book.format(style);
        if matches!(format, NumberFormat::Plain | NumberFormat::Hidden) && is_plain_decimal(value) {
            // Digits, a sign and a mark: always UTF-8.
            self.sheet.cell(column, RawKind::Number, std::str::from_utf8(value).unwrap_or(""));
            return;
        }
        let short = (value.len() < 8).then(|| {
            let key = value.iter().fold(0_u64, |key, byte| key << 8 | u64::from(*byte));
            (key, (key.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (64 - FORMATTED_BITS)) as usize)
        });
        if let Some((key, at)) = short
            && let Some(known) = known(&mut self.known, column)
            && let Some(&(same, styled, code)) = known.formatted.get(at)
            && (same, styled) == (key, style)
            && code > 0
        {
            self.sheet.repeat(column, code);
            return;
        }
        let (kind, text) = number_cell(&clean_text(value), format, self.book.epoch);
        let code = self.sheet.cell(column, kind, &text);
        if let Some((key, at)) = short
            && let Some(known) = self.known.get_mut(column)
        {
            known.formatted.resize(FORMATTED, (0, 0, 0));
            known.formatted[at] = (key, style, code);
        }
    }
}

/// The known codes of a column. `None` for columns that are not kept anyway.
fn known(all: &mut Vec<Known>, column: usize) -> Option<&mut Known> {
    if all.len() <= column && column < usize::from(crate::base::limits::SHEET_COLUMNS_MAX) {
        all.resize_with(column + 1, Known::default);
    }
    all.get_mut(column)
}

/// What stood between a cell's marks beside its value.
#[derive(Default)]
struct Inside {
    has_value: bool,
    has_formula: bool,
}

/// Reads up to the end of the cell; the text of its value goes to `value`.
fn inside(scanner: &mut Scanner, head: &mut Head, value: &mut Vec<u8>) -> Result<Inside, Refusal> {
    let (mut has_value, mut has_formula, mut in_value) = (false, false, false);
    // Some writers leave a number beside a text of the cell's own: the text is what is shown.
    let mut has_text = false;
    loop {
        match scanner.next()? {
            Token::Open { name, empty, .. } => match scanner.bytes(&name) {
                b"v" => (has_value, in_value) = (true, !empty && !has_text),
                b"f" => has_formula = true,
                b"is" => {
                    (has_value, has_text, head.kind) = (true, true, Type::Text);
                    value.clear();
                    if !empty {
                        rich_text(scanner, b"is", value)?;
                    }
                }
                _ => {}
            },
            Token::Close { name } => match scanner.bytes(&name) {
                b"v" => in_value = false,
                b"c" => return Ok(Inside { has_value, has_formula }),
                b"row" | b"sheetData" => return Err(damaged()),
                _ => {}
            },
            Token::Text(text) if in_value && value.len() < CELL_BYTES_MAX => {
                push_text(scanner.bytes(&text), value);
            }
            Token::Literal(text) if in_value && value.len() < CELL_BYTES_MAX => {
                value.extend_from_slice(scanner.bytes(&text));
            }
            Token::End => return Err(damaged()),
            _ => {}
        }
    }
}

fn head(raw: &[u8]) -> Head {
    let mut head = Head::default();
    attributes(raw, |name, value| match name {
        b"r" => head.place = place(value),
        b"s" => head.style = digits(value).unwrap_or(0),
        b"t" => head.kind = kind(value),
        _ => {}
    });
    head
}

pub(super) fn kind(name: &[u8]) -> Type {
    match name {
        b"s" => Type::Shared,
        b"str" | b"inlineStr" | b"is" => Type::Text,
        b"b" => Type::Bool,
        b"e" => Type::Error,
        b"d" => Type::Date,
        _ => Type::Number,
    }
}

/// `2026-11-06T14:02:00.000` as the table layer writes it. A clock alone is text.
fn iso_moment(value: &str) -> (RawKind, String) {
    let value = value.trim().trim_end_matches('Z');
    let Some((day, clock)) = value.split_once('T') else {
        let kind = if value.contains('-') { RawKind::Date } else { RawKind::Text };
        return (kind, value.to_owned());
    };
    let clock = clock.split('.').next().unwrap_or("");
    match (day, clock) {
        ("", clock) => (RawKind::Text, clock.to_owned()),
        (day, "" | "00:00:00") => (RawKind::Date, day.to_owned()),
        (day, clock) => (RawKind::Date, format!("{day} {clock}")),
    }
}

/// Row (1-based) and column (0-based) of `AB12`.
pub(super) fn place(reference: &[u8]) -> Option<(u32, u32)> {
    let mut column = 0_u32;
    let mut row = 0_u32;
    for byte in reference {
        match byte {
            b'A'..=b'Z' => {
                column = column.checked_mul(26)?.checked_add(u32::from(byte - b'A') + 1)?
            }
            b'a'..=b'z' => {
                column = column.checked_mul(26)?.checked_add(u32::from(byte - b'a') + 1)?
            }
            b'0'..=b'9' => row = row.checked_mul(10)?.checked_add(u32::from(byte - b'0'))?,
            b'$' => {}
            _ => return None,
        }
    }
    Some((row, column.checked_sub(1)?)).filter(|(row, _)| *row > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references() {
        assert_eq!(place(b"A1"), Some((1, 0)));
        assert_eq!(place(b"XFD1048576"), Some((1_048_576, 16_383)));
        for reference in ["", "A", "1", "A0", "A-1", "ZZZZZZZZZZ1"] {
            assert_eq!(place(reference.as_bytes()), None, "{reference}");
        }
    }
}
