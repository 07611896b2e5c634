//! The cells of one sheet, record by record.
//!
//! A formula is never calculated: what stands in the cell is the value that was kept with it.

use super::globals::{Globals, Version};
use super::number::{float_text, rk_text};
use super::record::{END, Record, Records};
use crate::ingest::read::serial::number_cell;
use crate::ingest::read::sheet::SheetBuilder;
use crate::ingest::read::{PROGRESS_ROWS, ReadProgress, ReadStage};
use crate::ingest::{Problem, Refusal};
use crate::table::{RawKind, RawSheet};
use crate::words::Args;

pub(super) struct SheetReader<'g> {
    globals: &'g Globals,
    sheet: SheetBuilder,
    /// The formula cell whose text comes in a record of its own.
    awaited: Option<Place>,
    row: u32,
    rows: u64,
    /// Cells that point to nothing or are cut short.
    unread: u32,
}

#[derive(Clone, Copy)]
struct Place {
    row: u16,
    column: u16,
    style: u16,
}

const ROW: u16 = 0x0208;
const HIDDEN_ROW: u16 = 0x0020;
const COLUMNS: u16 = 0x007d;
const HIDDEN_COLUMN: u16 = 1;

impl<'g> SheetReader<'g> {
    pub(super) fn new(globals: &'g Globals, name: &str, hidden: bool) -> SheetReader<'g> {
        let sheet = SheetBuilder::new(name, hidden);
        SheetReader { globals, sheet, awaited: None, row: 0, rows: 0, unread: 0 }
    }

    /// Reads from the record behind the sheet's first one to its end.
    pub(super) fn read(
        mut self,
        mut records: Records,
        progress: &mut dyn FnMut(ReadProgress),
    ) -> Result<(RawSheet, Vec<Problem>), Refusal> {
        let mut depth = 0_u32;
        let mut whole = false;
        while let Some(record) = records.next() {
            match record.kind {
                END if depth == 0 => {
                    whole = true;
                    break;
                }
                END => depth -= 1,
                // A chart stands inside the sheet that it is drawn on.
                _ if record.is_begin() => depth += 1,
                _ if depth > 0 => {}
                _ => {
                    if self.take(&record, &mut records)?.is_none() {
                        self.unread += 1;
                    }
                    self.report(progress);
                }
            }
        }
        let unread = self.unread;
        let (sheet, mut problems) = self.sheet.finish()?;
        let mut say = |key: &str, args: Args| {
            let key = key.to_owned();
            problems.push(Problem { key, args, sheet: None, row: None, column: None });
        };
        if unread > 0 {
            say("problem-cells-unread", Args::new().with("count", unread));
        }
        if !whole {
            say("problem-sheet-cut", Args::new());
        }
        Ok((sheet, problems))
    }

    /// One record. `None` when it is one of a cell that cannot be read.
    fn take<'b>(
        &mut self,
        record: &Record<'b>,
        records: &mut Records<'b>,
    ) -> Result<Option<()>, Refusal> {
        let version = self.globals.version;
        match record.kind {
            0x0002..=0x0006 if version == Version::Two => self.oldest(record),
            0x0007 if version == Version::Two => {
                self.awaited_text(|globals, style| Some(globals.text(record.data.get(1..)?, style)))
            }
            0x0203 => self.at(record, |record| float(record, 6)),
            0x027e => self.at(record, |record| Some(rk_text(record.long(6)?))),
            0x00bd => self.row_of_numbers(record),
            0x0204 | 0x00d6 => self.label(record, records),
            0x00fd => self.shared_text(record),
            0x0205 => {
                let Some(place) = place(record) else { return Ok(None) };
                self.bool_or_error(place, record.byte(6), record.byte(7))
            }
            0x0006 | 0x0206 | 0x0406 => {
                let Some(place) = place(record) else { return Ok(None) };
                self.formula(place, record.data.get(6..14))
            }
            0x0207 => {
                let mut pieces = records.pieces(record);
                self.awaited_text(|globals, style| match globals.version {
                    Version::Eight => pieces.text(true),
                    _ => {
                        let length = usize::from(record.short(0)?);
                        Some(globals.text(upto(record.data, 2, length), style))
                    }
                })
            }
            ROW => {
                if record.short(12).is_some_and(|flags| flags & HIDDEN_ROW != 0) {
                    let number = record.short(0).map_or(0, |row| u32::from(row) + 1);
                    self.sheet.hidden_row(number);
                }
                Ok(Some(()))
            }
            COLUMNS => {
                let hidden = record.short(8).is_some_and(|flags| flags & HIDDEN_COLUMN != 0);
                if let (true, Some(first), Some(last)) = (hidden, record.short(0), record.short(2))
                {
                    self.sheet.hidden_columns(u32::from(first)..=u32::from(last));
                }
                Ok(Some(()))
            }
            _ => Ok(Some(())),
        }
    }

    /// Excel 2: three bytes of looks before the value.
    fn oldest(&mut self, record: &Record) -> Result<Option<()>, Refusal> {
        let Some(mut place) = place(record) else { return Ok(None) };
        let (Some(style), Some(format)) = (record.byte(4), record.byte(5)) else { return Ok(None) };
        place.style = u16::from(style & 0x3f);
        let number = match record.kind {
            0x0002 => record.short(7).map(|number| number.to_string()),
            0x0003 => float(record, 7),
            0x0004 => {
                let length = usize::from(record.byte(7).unwrap_or(0));
                let text = self.globals.text(upto(record.data, 8, length), place.style);
                return self.put(place, RawKind::Text, &text).map(Some);
            }
            0x0005 => return self.bool_or_error(place, record.byte(7), record.byte(8)),
            _ => return self.formula(place, record.data.get(7..15)),
        };
        let Some(number) = number else { return Ok(None) };
        let format = if self.globals.has_styles() {
            self.globals.format(place.style)
        } else {
            self.globals.format_by_id(u16::from(format & 0x3f))
        };
        let (kind, text) = number_cell(&number, &format, self.globals.epoch);
        self.put(place, kind, &text).map(Some)
    }

    fn at(
        &mut self,
        record: &Record,
        value: impl Fn(&Record) -> Option<String>,
    ) -> Result<Option<()>, Refusal> {
        let (Some(place), Some(number)) = (place(record), value(record)) else { return Ok(None) };
        self.number(place, &number).map(Some)
    }

    fn row_of_numbers(&mut self, record: &Record) -> Result<Option<()>, Refusal> {
        let (Some(row), Some(first)) = (record.short(0), record.short(2)) else { return Ok(None) };
        let numbers = record.data.get(4..).unwrap_or_default().chunks_exact(6);
        for (column, number) in (first..=u16::MAX).zip(numbers) {
            let style = u16::from_le_bytes([number[0], number[1]]);
            let bits = u32::from_le_bytes([number[2], number[3], number[4], number[5]]);
            self.number(Place { row, column, style }, &rk_text(bits))?;
        }
        Ok(Some(()))
    }

    fn label<'b>(
        &mut self,
        record: &Record<'b>,
        records: &mut Records<'b>,
    ) -> Result<Option<()>, Refusal> {
        let Some(place) = place(record) else { return Ok(None) };
        let text = if self.globals.version == Version::Eight {
            let mut pieces = records.pieces(record);
            pieces.skip(6);
            pieces.text(true)
        } else {
            let length = record.short(6).map(usize::from);
            length.map(|length| self.globals.text(upto(record.data, 8, length), place.style))
        };
        let Some(text) = text else { return Ok(None) };
        self.put(place, RawKind::Text, &text).map(Some)
    }

    fn shared_text(&mut self, record: &Record) -> Result<Option<()>, Refusal> {
        let (Some(place), Some(at)) = (place(record), record.long(6)) else { return Ok(None) };
        let Some(text) = self.globals.strings.get(at as usize) else { return Ok(None) };
        self.put(place, RawKind::Text, text).map(Some)
    }

    /// The kept value of a formula: a number, or what the last two bytes say it is.
    fn formula(&mut self, place: Place, value: Option<&[u8]>) -> Result<Option<()>, Refusal> {
        self.awaited = None;
        let Some(value) = value else { return Ok(None) };
        match value {
            [0, .., 0xff, 0xff] => self.awaited = Some(place),
            [1, _, value, .., 0xff, 0xff] => {
                return self.bool_or_error(place, Some(*value), Some(0));
            }
            [2, _, value, .., 0xff, 0xff] => {
                return self.bool_or_error(place, Some(*value), Some(1));
            }
            // An empty text.
            [_, .., 0xff, 0xff] => {}
            value => {
                let mut bytes = [0; 8];
                bytes.copy_from_slice(value);
                return self.number(place, &float_text(bytes)).map(Some);
            }
        }
        Ok(Some(()))
    }

    fn awaited_text(
        &mut self,
        text: impl FnOnce(&Globals, u16) -> Option<String>,
    ) -> Result<Option<()>, Refusal> {
        // A text without a formula before it belongs to nothing in a cell.
        let Some(place) = self.awaited.take() else { return Ok(Some(())) };
        let Some(text) = text(self.globals, place.style) else { return Ok(None) };
        self.put(place, RawKind::Text, &text).map(Some)
    }

    fn bool_or_error(
        &mut self,
        place: Place,
        value: Option<u8>,
        is_error: Option<u8>,
    ) -> Result<Option<()>, Refusal> {
        let (Some(value), Some(is_error)) = (value, is_error) else { return Ok(None) };
        let (kind, text) = match (is_error, value) {
            (0, 0) => (RawKind::Bool, "FALSE"),
            (0, _) => (RawKind::Bool, "TRUE"),
            (_, value) => (RawKind::Error, error_text(value)),
        };
        self.put(place, kind, text).map(Some)
    }

    fn number(&mut self, place: Place, number: &str) -> Result<(), Refusal> {
        let format = self.globals.format(place.style);
        let (kind, text) = number_cell(number, &format, self.globals.epoch);
        self.put(place, kind, &text)
    }

    fn put(&mut self, place: Place, kind: RawKind, text: &str) -> Result<(), Refusal> {
        if text.is_empty() {
            return Ok(());
        }
        let row = u32::from(place.row) + 1;
        if row != self.row {
            self.row = row;
            self.rows += 1;
            self.sheet.row(row)?;
        }
        self.sheet.cell(usize::from(place.column), kind, text);
        Ok(())
    }

    fn report(&self, progress: &mut dyn FnMut(ReadProgress)) {
        if self.rows > 0 && self.rows.is_multiple_of(PROGRESS_ROWS) {
            progress(ReadProgress { stage: ReadStage::Rows, done: self.rows, total: None });
        }
    }
}

fn place(record: &Record) -> Option<Place> {
    let style = record.short(4).unwrap_or(0);
    Some(Place { row: record.short(0)?, column: record.short(2)?, style })
}

fn float(record: &Record, at: usize) -> Option<String> {
    let bytes: [u8; 8] = record.data.get(at..at + 8)?.try_into().ok()?;
    Some(float_text(bytes))
}

/// So many bytes from there, or those that are left.
fn upto(data: &[u8], at: usize, length: usize) -> &[u8] {
    let rest = data.get(at..).unwrap_or_default();
    &rest[..length.min(rest.len())]
}

/// An error as the spreadsheet shows it.
pub(in crate::ingest::read) fn error_text(code: u8) -> &'static str {
    match code {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0f => "#VALUE!",
        0x17 => "#REF!",
        0x1d => "#NAME?",
        0x24 => "#NUM!",
        0x2b => "#GETTING_DATA",
        _ => "#N/A",
    }
}
