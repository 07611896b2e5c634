//! One worksheet: its cells, and what stands around them that a reader of the list should be told.

use std::rc::Rc;

use super::cells::{Book, Cells, place};
use super::scan::{Scanner, Token, attributes};
use super::workbook::SheetEntry;
use crate::ingest::Refusal;
use crate::ingest::read::package::damaged;
use crate::ingest::read::sheet::SheetBuilder;
use crate::words::Args;

/// A worksheet as read, and what is left to look up for it.
pub(super) struct ReadSheet {
    pub builder: SheetBuilder,
    /// The relations of its tables.
    pub tables: Vec<String>,
}

/// A worksheet as it is read.
pub(super) struct SheetReading<'p> {
    scanner: Scanner<'p>,
    cells: Cells,
    around: Around,
    /// How long the part is when unpacked.
    bytes: u64,
    /// `sheetData` was seen, and is not left yet.
    seen: bool,
    inside: bool,
}

/// How far a reading came.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Reached {
    /// The end of the bytes at hand: more have to be fed.
    Bytes,
    /// The end of the part.
    End,
}

impl<'p> SheetReading<'p> {
    /// `bytes` is how long the part is when unpacked.
    pub(super) fn new(
        entry: &SheetEntry,
        scanner: Scanner<'p>,
        bytes: u64,
        book: Rc<Book>,
    ) -> SheetReading<'p> {
        SheetReading {
            scanner,
            cells: Cells::new(book, SheetBuilder::new(&entry.name, entry.hidden)),
            around: Around::default(),
            bytes,
            seen: false,
            inside: false,
        }
    }

    /// For what is to be fed.
    pub(super) fn scanner(&mut self) -> &mut Scanner<'p> {
        &mut self.scanner
    }

    /// Calls from time to time with the bytes passed.
    pub(super) fn read(&mut self, passed: &mut dyn FnMut(u64)) -> Result<Reached, Refusal> {
        loop {
            match self.step(passed) {
                Ok(true) => {}
                Ok(false) => return Ok(Reached::End),
                Err(_) if self.scanner.is_starved() => return Ok(Reached::Bytes),
                Err(refusal) => return Err(refusal),
            }
        }
    }

    pub(super) fn finish(mut self) -> ReadSheet {
        self.around.say(&mut self.cells.sheet, self.cells.veiled);
        ReadSheet { builder: self.cells.sheet, tables: self.around.tables }
    }

    /// One mark, or all cells; false at the end of the part.
    fn step(&mut self, passed: &mut dyn FnMut(u64)) -> Result<bool, Refusal> {
        if self.inside {
            self.cells.read(&mut self.scanner, passed)?;
            self.inside = false;
            return Ok(true);
        }
        let SheetReading { scanner, cells, around, .. } = self;
        scanner.begin_step();
        let (name, attributes, empty) = match scanner.next()? {
            Token::Open { name, attributes, empty } => (name, attributes, empty),
            Token::End => return Ok(false),
            _ => return Ok(true),
        };
        match scanner.bytes(&name) {
            b"sheetData" => (self.seen, self.inside) = (true, !empty),
            b"dimension" => {
                if let Some((rows, columns)) = size(scanner.bytes(&attributes), self.bytes) {
                    cells.sheet.expect(rows, columns);
                }
            }
            // Cells outside of `sheetData` mean that the part lacks its beginning.
            b"row" if !self.seen => return Err(damaged()),
            name => around.note(name, scanner.bytes(&attributes)),
        }
        Ok(true)
    }
}

/// Rows and columns of `A1:L1000001`. A part of so many bytes cannot hold more cells, whatever it
/// says.
fn size(raw: &[u8], bytes: u64) -> Option<(usize, usize)> {
    const CELL_BYTES_MIN: u64 = 8;
    let mut found = None;
    attributes(raw, |name, value| {
        if name == b"ref" {
            found = value.split(|byte| *byte == b':').next_back().and_then(place);
        }
    });
    let (rows, last_column) = found?;
    let cells = u64::from(rows) * (u64::from(last_column) + 1);
    (cells <= bytes / CELL_BYTES_MIN).then_some((rows as usize, last_column as usize + 1))
}

/// What stands before and behind the cells.
#[derive(Default)]
struct Around {
    /// First and last, 1-based.
    hidden_columns: Vec<(u32, u32)>,
    /// Merged areas of the list's body that reach over several rows.
    merged_rows: u32,
    tables: Vec<String>,
}

impl Around {
    fn note(&mut self, name: &[u8], raw: &[u8]) {
        match name {
            b"col" => {
                let (mut min, mut max, mut hidden) = (1, 1, false);
                attributes(raw, |name, value| match name {
                    b"min" => min = number(value),
                    b"max" => max = number(value),
                    b"hidden" => hidden = matches!(value, b"1" | b"true"),
                    _ => {}
                });
                if hidden && max >= min && min > 0 {
                    self.hidden_columns.push((min, max));
                }
            }
            b"mergeCell" => attributes(raw, |name, value| {
                if name == b"ref" && merges_rows_of_body(value) {
                    self.merged_rows += 1;
                }
            }),
            b"tablePart" => attributes(raw, |name, value| {
                if name == b"id" {
                    self.tables.push(String::from_utf8_lossy(value).into_owned());
                }
            }),
            _ => {}
        }
    }

    fn say(&self, sheet: &mut SheetBuilder, veiled: u64) {
        for (first, last) in &self.hidden_columns {
            sheet.hidden_columns(first - 1..=last - 1);
        }
        let counts = [
            ("problem-veiled-cells", veiled),
            ("problem-merged-rows", u64::from(self.merged_rows)),
        ];
        for (key, count) in counts.into_iter().filter(|(_, count)| *count > 0) {
            sheet.say(key, Args::new().with("count", i64::try_from(count).unwrap_or(i64::MAX)));
        }
    }
}

/// Whether a merged area leaves rows of a list without the value that is shown there. Titles and
/// headers are merged as a matter of course.
fn merges_rows_of_body(reference: &[u8]) -> bool {
    const HEAD_ROWS: u32 = 10;
    let mut corners = reference.split(|byte| *byte == b':').filter_map(place);
    match (corners.next(), corners.next()) {
        (Some((top, _)), Some((bottom, _))) => bottom > top && top > HEAD_ROWS,
        _ => false,
    }
}

fn number(value: &[u8]) -> u32 {
    std::str::from_utf8(value).ok().and_then(|text| text.trim().parse().ok()).unwrap_or(0)
}
