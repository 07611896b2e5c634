//! Office Open XML workbooks, streamed: one pass over each sheet's XML, no grid.
//!
//! Not calamine here, though it reads the other spreadsheet kinds: it fails a whole sheet for one
//! `#SPILL!`, gives numbers as floats instead of the text that stands in the file, tells a formula
//! without a value, or an id kept by its number format, only in further passes, and takes several
//! times as long. The tests hold this reader against it.

mod cells;
mod plain;
mod scan;
mod sheet;
mod strings;
mod styles;
mod tables;
mod workbook;
pub(super) mod xml;

use self::cells::Book;
use self::scan::Scanner;
use self::sheet::read_sheet;
use self::strings::Strings;
use self::styles::number_formats;
use self::tables::totals_rows;
use self::workbook::workbook;
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
    let workbook = workbook(package)?;
    let strings_part = workbook.strings.as_deref().unwrap_or("xl/sharedStrings.xml");
    let sheets = &workbook.sheets[..workbook.sheets.len().min(SHEETS_MAX)];
    let strings_bytes = package.size(strings_part);
    let sheet_bytes: u64 = sheets.iter().map(|entry| package.size(&entry.part)).sum();
    let total = Some(strings_bytes + sheet_bytes);
    let mut done = 0;
    let mut told = |done: u64| progress(ReadProgress { stage: ReadStage::Rows, done, total });

    let formats = number_formats(package, workbook.styles.as_deref())?;
    let strings = match package.part(strings_part)? {
        Some(part) => Strings::read(&mut Scanner::new(part), &mut told)?,
        None => Strings::default(),
    };
    done += strings_bytes;
    let book = Book { epoch: workbook.epoch, formats, strings };

    let mut read = ReadSheets::default();
    for entry in sheets {
        let bytes = package.size(&entry.part);
        let Some(part) = package.part(&entry.part)? else {
            read.missing_sheet(&entry.name);
            continue;
        };
        let mut sheet = read_sheet(entry, part, bytes, &book, &mut |passed| told(done + passed))?;
        done += bytes;
        for row in totals_rows(package, &entry.part, &sheet.tables)? {
            sheet.builder.fate_of_row(row, Fate::Subtotal);
        }
        keep(&mut read, sheet.builder.finish()?)?;
    }
    if read.sheets.is_empty() && !read.problems.is_empty() {
        return Err(damaged());
    }
    if workbook.calculated_by_hand {
        let key = "problem-calculated-by-hand".to_owned();
        let args = Args::new();
        read.problems.push(Problem { key, args, sheet: None, row: None, column: None });
    }
    read.beyond(workbook.sheets.len());
    Ok(read)
}
