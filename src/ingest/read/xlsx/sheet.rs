//! One worksheet: its cells, and what stands around them that a reader of the list should be told.

use std::io::BufRead;

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

/// `bytes` is how long the part is when unpacked.
pub(super) fn read_sheet(
    entry: &SheetEntry,
    part: Box<dyn BufRead + '_>,
    bytes: u64,
    book: &Book,
    passed: &mut dyn FnMut(u64),
) -> Result<ReadSheet, Refusal> {
    let mut scanner = Scanner::new(part);
    let mut cells = Cells::new(book, SheetBuilder::new(&entry.name, entry.hidden));
    let mut around = Around::default();
    let mut seen = false;
    loop {
        let Token::Open { name, attributes, empty } = (match scanner.next()? {
            Token::End => break,
            token => token,
        }) else {
            continue;
        };
        match scanner.bytes(&name) {
            b"sheetData" => {
                seen = true;
                if !empty {
                    cells.read(&mut scanner, passed)?;
                }
            }
            b"dimension" => {
                if let Some((rows, columns)) = size(scanner.bytes(&attributes), bytes) {
                    cells.sheet.expect(rows, columns);
                }
            }
            // Cells outside of `sheetData` mean that the part lacks its beginning.
            b"row" if !seen => return Err(damaged()),
            name => around.note(name, scanner.bytes(&attributes)),
        }
    }
    around.say(&mut cells.sheet, cells.veiled);
    Ok(ReadSheet { builder: cells.sheet, tables: around.tables })
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
