//! Binary Excel and OpenDocument workbooks, read by calamine.
//!
//! It panics on some files; natively that is caught and refused, in the browser it ends only the
//! worker that reads. Known gap: calamine gives no number formats here, so an id that is kept by
//! its format (`0000000000`) loses its zeros.

use std::fmt::Display;
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{Data, Ods, Range, Reader, Sheet, SheetType, SheetVisible};

use super::serial::{Epoch, NumberFormat, number_cell, shortest};
use super::sheet::SheetBuilder;
use super::{PROGRESS_ROWS, ReadProgress, ReadSheets, ReadStage, keep};
use crate::base::limits::SHEETS_MAX;
use crate::ingest::Refusal;
use crate::table::RawKind;
use crate::words::Args;

type Progress<'p> = &'p mut dyn FnMut(ReadProgress);

pub(super) fn read_ods(bytes: &[u8], progress: Progress) -> Result<ReadSheets, Refusal> {
    guarded(|| {
        let mut book: Ods<_> = Ods::new(Cursor::new(bytes)).map_err(unread)?;
        read_ranges(&mut book, Epoch::Y1900, progress)
    })
}

fn read_ranges<'b, B>(book: &mut B, epoch: Epoch, progress: Progress) -> Result<ReadSheets, Refusal>
where
    B: Reader<Cursor<&'b [u8]>>,
    B::Error: Display,
{
    let mut read = ReadSheets::default();
    let sheets = worksheets(book);
    for sheet in sheets.iter().take(SHEETS_MAX) {
        let mut builder = SheetBuilder::new(&sheet.name, is_hidden(sheet));
        let range: Range<Data> = book.worksheet_range(&sheet.name).map_err(unread)?;
        let (first_row, first_column) = range.start().unwrap_or_default();
        let mut report = Report::default();
        for (row, column, value) in range.used_cells() {
            let (row, column) = (first_row + row as u32, first_column + column as u32);
            report.row(row, progress);
            put(&mut builder, row, column, value, epoch)?;
        }
        keep(&mut read, builder.finish()?)?;
    }
    read.beyond(sheets.len());
    Ok(read)
}

fn worksheets<'b, B: Reader<Cursor<&'b [u8]>>>(book: &B) -> Vec<Sheet> {
    book.sheets_metadata().iter().filter(|s| s.typ == SheetType::WorkSheet).cloned().collect()
}

fn is_hidden(sheet: &Sheet) -> bool {
    sheet.visible != SheetVisible::Visible
}

/// One cell; row and column 0-based.
fn put(
    sheet: &mut SheetBuilder,
    row: u32,
    column: u32,
    value: &Data,
    epoch: Epoch,
) -> Result<(), Refusal> {
    let (kind, text) = match value {
        Data::Empty => return Ok(()),
        Data::String(text) if text.is_empty() => return Ok(()),
        Data::String(text) => (RawKind::Text, text.clone()),
        Data::Int(number) => (RawKind::Number, number.to_string()),
        Data::Float(number) => number_cell(&shortest(*number), &NumberFormat::Plain, epoch),
        Data::DateTime(moment) => {
            let format =
                if moment.is_duration() { NumberFormat::Duration } else { NumberFormat::Date };
            number_cell(&shortest(moment.as_f64()), &format, epoch)
        }
        Data::DateTimeIso(text) => iso_moment(text),
        Data::DurationIso(text) => (RawKind::Text, iso_clock(text)),
        Data::Bool(true) => (RawKind::Bool, "TRUE".to_owned()),
        Data::Bool(false) => (RawKind::Bool, "FALSE".to_owned()),
        Data::Error(error) => (RawKind::Error, error.to_string()),
    };
    sheet.row(row + 1)?;
    sheet.cell(column as usize, kind, &text);
    Ok(())
}

fn iso_moment(text: &str) -> (RawKind, String) {
    let (day, clock) = text.split_once('T').unwrap_or((text, ""));
    let clock = clock.split('.').next().unwrap_or("").trim_end_matches('Z');
    let text = match clock {
        "" | "00:00:00" => day.to_owned(),
        clock => format!("{day} {clock}"),
    };
    (RawKind::Date, text)
}

/// `PT14H05M00S` as a clock shows it.
fn iso_clock(text: &str) -> String {
    let part = |unit: char| -> Option<&str> {
        let (before, _) = text.split_once(unit)?;
        let digits = before.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.');
        before.get(digits.len()..)?.split('.').next()
    };
    match (text.starts_with("PT"), part('H'), part('M'), part('S')) {
        (true, Some(hours), Some(minutes), Some(seconds)) => format!("{hours}:{minutes}:{seconds}"),
        _ => text.to_owned(),
    }
}

#[derive(Default)]
struct Report {
    row: u32,
    rows: u64,
}

impl Report {
    fn row(&mut self, row: u32, progress: &mut dyn FnMut(ReadProgress)) {
        if row != self.row {
            self.row = row;
            self.rows += 1;
            if self.rows.is_multiple_of(PROGRESS_ROWS) {
                progress(ReadProgress { stage: ReadStage::Rows, done: self.rows, total: None });
            }
        }
    }
}

fn guarded(read: impl FnOnce() -> Result<ReadSheets, Refusal>) -> Result<ReadSheets, Refusal> {
    catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|_| Err(unread("")))
}

fn unread(_: impl Display) -> Refusal {
    Refusal::new("refused-unread-workbook", Args::new())
}
