//! One worksheet's XML, cell by cell.

use std::io::BufRead;

use quick_xml::events::{BytesStart, Event};

use super::strings::rich_text;
use super::xml::{Xml, attributes, next, push_reference, reader, unescape_units};
use crate::ingest::Refusal;
use crate::ingest::read::package::damaged;
use crate::ingest::read::serial::{Epoch, NumberFormat, number_cell};
use crate::ingest::read::sheet::SheetBuilder;
use crate::ingest::read::{PROGRESS_ROWS, ReadProgress, ReadStage};
use crate::table::RawKind;

/// What all sheets of a workbook share.
pub(super) struct Book {
    pub epoch: Epoch,
    pub formats: Vec<NumberFormat>,
    pub strings: Vec<Box<str>>,
}

/// Rows and columns of Excel; a reference beyond them is a fault in the file.
const ROWS_MAX: u32 = 1_048_576;
const COLUMNS_MAX: u32 = 16_384;

pub(super) fn read_sheet(
    name: &str,
    hidden: bool,
    part: Box<dyn BufRead + '_>,
    book: &Book,
    progress: &mut dyn FnMut(ReadProgress),
) -> Result<SheetBuilder, Refusal> {
    let mut xml = reader(part);
    let mut buffer = Vec::new();
    let mut sheet = SheetBuilder::new(name, hidden);
    let (mut row, mut column) = (0_u32, 0_u32);
    let mut rows = 0_u64;
    let mut cell = Cell::default();
    loop {
        match next(&mut xml, &mut buffer)? {
            Event::Start(e) => match e.local_name().as_ref() {
                "row" => {
                    let (number, is_hidden) = row_attributes(&e);
                    row = number.unwrap_or(row + 1);
                    column = 0;
                    rows += 1;
                    if is_hidden {
                        sheet.hidden_row();
                    }
                    if rows.is_multiple_of(PROGRESS_ROWS) {
                        progress(ReadProgress { stage: ReadStage::Rows, done: rows, total: None });
                    }
                }
                "c" => {
                    cell.start(&e);
                    if let Some((at_row, at_column)) = cell.place {
                        (row, column) = (at_row, at_column);
                    }
                    if row == 0 || row > ROWS_MAX || column >= COLUMNS_MAX {
                        return Err(damaged());
                    }
                    cell.read(&mut xml)?;
                    cell.give(&mut sheet, row, column as usize, book)?;
                    column += 1;
                }
                _ => {}
            },
            Event::End(e) if e.local_name().as_ref() == "sheetData" => return Ok(sheet),
            Event::Eof => {
                // A part without a single cell may lack the element; one that was cut off may not.
                return if rows == 0 { Ok(sheet) } else { Err(damaged()) };
            }
            _ => {}
        }
    }
}

fn row_attributes(element: &BytesStart) -> (Option<u32>, bool) {
    let (mut number, mut hidden) = (None, false);
    attributes(element, |name, value| match name {
        "r" => number = value.parse().ok(),
        "hidden" => hidden = matches!(value, "1" | "true"),
        _ => {}
    });
    (number, hidden)
}

#[derive(Clone, Copy, PartialEq, Eq, Default)]
enum Type {
    #[default]
    Number,
    Shared,
    Text,
    Bool,
    Error,
    Date,
}

/// The cell at hand; its buffers are reused.
#[derive(Default)]
struct Cell {
    place: Option<(u32, u32)>,
    style: usize,
    kind: Type,
    value: String,
    has_value: bool,
    has_formula: bool,
    buffer: Vec<u8>,
}

impl Cell {
    fn start(&mut self, element: &BytesStart) {
        self.place = None;
        self.style = 0;
        self.kind = Type::Number;
        self.value.clear();
        self.has_value = false;
        self.has_formula = false;
        attributes(element, |name, value| match name {
            "r" => self.place = place(value),
            "s" => self.style = value.parse().unwrap_or(0),
            "t" => {
                self.kind = match value {
                    "s" => Type::Shared,
                    "str" | "inlineStr" | "is" => Type::Text,
                    "b" => Type::Bool,
                    "e" => Type::Error,
                    "d" => Type::Date,
                    _ => Type::Number,
                }
            }
            _ => {}
        });
    }

    /// Reads up to the cell's end tag.
    fn read(&mut self, xml: &mut Xml) -> Result<(), Refusal> {
        let mut in_value = false;
        loop {
            match next(xml, &mut self.buffer)? {
                Event::Start(e) => match e.local_name().as_ref() {
                    "v" => {
                        in_value = true;
                        self.has_value = true;
                    }
                    "f" => self.has_formula = true,
                    "is" => {
                        self.value = rich_text(xml, "is")?;
                        self.has_value = true;
                        self.kind = Type::Text;
                    }
                    _ => {}
                },
                Event::End(e) => match e.local_name().as_ref() {
                    "v" => in_value = false,
                    "c" => return Ok(()),
                    _ => {}
                },
                Event::Text(t) if in_value => self.value.push_str(&t.xml10_content()),
                Event::CData(t) if in_value => self.value.push_str(&t.xml10_content()),
                Event::GeneralRef(r) if in_value => push_reference(&r, &mut self.value),
                Event::Eof => return Err(damaged()),
                _ => {}
            }
        }
    }

    fn give(
        &self,
        sheet: &mut SheetBuilder,
        row: u32,
        column: usize,
        book: &Book,
    ) -> Result<(), Refusal> {
        let value = self.value.as_str();
        if value.is_empty() {
            // A formula that yields an empty text has a value, `<v></v>` of type `str`.
            let calculated = self.kind == Type::Text && self.has_value;
            if self.has_formula && !calculated {
                sheet.row(row)?;
                sheet.cell(column, RawKind::NoValue, "");
            }
            return Ok(());
        }
        sheet.row(row)?;
        match self.kind {
            Type::Shared => {
                let at: usize = value.trim().parse().map_err(|_| damaged())?;
                let text = book.strings.get(at).ok_or_else(damaged)?;
                sheet.cell(column, RawKind::Text, text);
            }
            Type::Text if value.contains("_x") => {
                sheet.cell(column, RawKind::Text, &unescape_units(value));
            }
            Type::Text => sheet.cell(column, RawKind::Text, value),
            Type::Bool => {
                let text = if matches!(value.trim(), "1" | "true") { "TRUE" } else { "FALSE" };
                sheet.cell(column, RawKind::Bool, text);
            }
            Type::Error => sheet.cell(column, RawKind::Error, value),
            Type::Date => sheet.cell(column, RawKind::Date, &iso_text(value)),
            Type::Number => {
                let plain = NumberFormat::Plain;
                let format = book.formats.get(self.style).unwrap_or(&plain);
                let (kind, text) = number_cell(value, format, book.epoch);
                sheet.cell(column, kind, &text);
            }
        }
        Ok(())
    }
}

/// `2026-11-06T14:02:00.000` as the table layer writes it.
fn iso_text(value: &str) -> String {
    let value = value.trim().trim_end_matches('Z');
    let (day, clock) = value.split_once('T').unwrap_or((value, ""));
    let clock = clock.split('.').next().unwrap_or("");
    if clock.is_empty() || clock == "00:00:00" { day.to_owned() } else { format!("{day} {clock}") }
}

/// Row (1-based) and column (0-based) of `AB12`.
fn place(reference: &str) -> Option<(u32, u32)> {
    let mut column = 0_u32;
    let mut row = 0_u32;
    for byte in reference.bytes() {
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
        assert_eq!(place("A1"), Some((1, 0)));
        assert_eq!(place("XFD1048576"), Some((1_048_576, 16_383)));
        for reference in ["", "A", "1", "A0", "A-1", "ZZZZZZZZZZ1"] {
            assert_eq!(place(reference), None, "{reference}");
        }
    }
}
