//! Office Open XML workbooks, streamed: one pass over each sheet's XML, no grid.
//!
//! Not calamine here, though it reads the other spreadsheet kinds: it fails a whole sheet for one
//! `#SPILL!`, gives numbers as floats instead of the text that stands in the file, tells a formula
//! without a value, or an id kept by its number format, only in further passes, and takes several
//! times as long. The tests hold this reader against it.

mod cells;
mod fed;
mod plain;
mod scan;
mod sheet;
mod strings;
mod styles;
mod tables;
mod workbook;
pub(super) mod xml;

use std::rc::Rc;

use self::cells::Book;
pub use self::fed::{FED_BYTES_MIN, FedWorkbook};
use self::scan::Scanner;
use self::sheet::{ReadSheet, SheetReading};
use self::strings::Strings;
use self::styles::number_formats;
use self::tables::totals_rows;
use self::workbook::{Workbook, workbook};
use super::package::{Package, damaged};
use super::{ReadProgress, ReadSheets, ReadStage, keep};
use crate::base::limits::SHEETS_MAX;
use crate::ingest::{Problem, Refusal};
use crate::table::Fate;
use crate::words::Args;

pub(super) fn read(
    package: &mut Package,
    progress: &mut dyn FnMut(ReadProgress),
) -> Result<ReadSheets, Refusal> {
    let mut reading = WorkbookReading::open(package)?;
    reading.read_alone(package, &mut |_| false, progress)?;
    reading.finish()
}

/// A workbook as its sheets are read, one after the other.
struct WorkbookReading {
    workbook: Workbook,
    /// Sheets that the workbook names, with those beyond the limit.
    named: usize,
    /// Read when the first sheet is.
    book: Option<Rc<Book>>,
    read: ReadSheets,
    /// Index of the sheet that comes next.
    next: usize,
    /// Unpacked bytes of what was read, and of all that will be.
    done: u64,
    total: u64,
}

impl WorkbookReading {
    pub(super) fn open(package: &mut Package) -> Result<WorkbookReading, Refusal> {
        let mut workbook = workbook(package)?;
        let named = workbook.sheets.len();
        workbook.sheets.truncate(SHEETS_MAX);
        let parts = workbook.sheets.iter().map(|entry| entry.part.as_str());
        let total = parts.chain([strings_part(&workbook)]).map(|part| package.size(part)).sum();
        let read = ReadSheets::default();
        Ok(WorkbookReading { workbook, named, book: None, read, next: 0, done: 0, total })
    }

    /// The parts of the sheets, in order.
    pub(super) fn parts(&self) -> impl Iterator<Item = &str> {
        self.workbook.sheets.iter().map(|entry| entry.part.as_str())
    }

    /// Reads sheets up to one that is fed, if any is.
    pub(super) fn read_alone(
        &mut self,
        package: &mut Package,
        is_fed: &mut dyn FnMut(&str) -> bool,
        progress: &mut dyn FnMut(ReadProgress),
    ) -> Result<(), Refusal> {
        let book = self.book(package, progress)?;
        while let Some(entry) = self.workbook.sheets.get(self.next)
            && !is_fed(&entry.part)
        {
            let bytes = package.size(&entry.part);
            let Some(part) = package.part(&entry.part)? else {
                self.read.missing_sheet(&entry.name);
                self.next += 1;
                continue;
            };
            let mut sheet = SheetReading::new(entry, Scanner::new(part), bytes, book.clone());
            sheet.read(&mut told(self.done, self.total, progress))?;
            let sheet = sheet.finish();
            self.keep(package, sheet)?;
        }
        Ok(())
    }

    /// Begins the sheet that comes next, whose bytes are fed.
    pub(super) fn begin_fed(&self, bytes: u64) -> Option<SheetReading<'static>> {
        let (entry, book) = (self.workbook.sheets.get(self.next)?, self.book.clone()?);
        Some(SheetReading::new(entry, Scanner::fed(), bytes, book))
    }

    /// What hears of the bytes that the present sheet has passed.
    pub(super) fn told<'p>(
        &self,
        progress: &'p mut dyn FnMut(ReadProgress),
    ) -> impl FnMut(u64) + 'p {
        told(self.done, self.total, progress)
    }

    /// Keeps the sheet that was just read.
    pub(super) fn keep(
        &mut self,
        package: &mut Package,
        mut sheet: ReadSheet,
    ) -> Result<(), Refusal> {
        let Some(entry) = self.workbook.sheets.get(self.next) else { return Ok(()) };
        for row in totals_rows(package, &entry.part, &sheet.tables)? {
            sheet.builder.fate_of_row(row, Fate::Subtotal);
        }
        self.done += package.size(&entry.part);
        self.next += 1;
        keep(&mut self.read, sheet.builder.finish()?)
    }

    pub(super) fn finish(mut self) -> Result<ReadSheets, Refusal> {
        if self.read.sheets.is_empty() && !self.read.problems.is_empty() {
            return Err(damaged());
        }
        if self.workbook.calculated_by_hand {
            let key = "problem-calculated-by-hand".to_owned();
            let args = Args::new();
            self.read.problems.push(Problem { key, args, sheet: None, row: None, column: None });
        }
        self.read.beyond(self.named);
        Ok(self.read)
    }

    /// What all sheets share.
    fn book(
        &mut self,
        package: &mut Package,
        progress: &mut dyn FnMut(ReadProgress),
    ) -> Result<Rc<Book>, Refusal> {
        if let Some(book) = &self.book {
            return Ok(book.clone());
        }
        let formats = number_formats(package, self.workbook.styles.as_deref())?;
        let name = strings_part(&self.workbook);
        let bytes = package.size(name);
        let strings = match package.part(name)? {
            Some(part) => {
                Strings::read(&mut Scanner::new(part), &mut told(self.done, self.total, progress))?
            }
            None => Strings::default(),
        };
        self.done += bytes;
        let book = Rc::new(Book { epoch: self.workbook.epoch, formats, strings });
        Ok(self.book.insert(book).clone())
    }
}

fn strings_part(workbook: &Workbook) -> &str {
    workbook.strings.as_deref().unwrap_or("xl/sharedStrings.xml")
}

/// Tells progress of a part before which so many bytes were read.
fn told<'p>(
    done: u64,
    total: u64,
    progress: &'p mut dyn FnMut(ReadProgress),
) -> impl FnMut(u64) + 'p {
    move |passed| {
        let (done, total) = (done + passed, Some(total));
        progress(ReadProgress { stage: ReadStage::Rows, done, total });
    }
}
