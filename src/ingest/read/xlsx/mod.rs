//! Office Open XML workbooks, streamed: one pass over each sheet's XML, no grid.
//!
//! Not calamine here, though it reads the other spreadsheet kinds: it fails a whole sheet for one
//! `#SPILL!`, gives numbers as floats instead of the text that stands in the file, and tells a
//! formula without a value, or an id kept by its number format, only in further passes.

mod sheet;
mod strings;
mod styles;
mod workbook;
pub(super) mod xml;

use self::sheet::{Book, read_sheet};
use self::strings::shared_strings;
use self::styles::number_formats;
use self::workbook::workbook;
use super::package::{Package, damaged};
use super::{ReadProgress, ReadSheets, keep};
use crate::base::limits::SHEETS_MAX;
use crate::ingest::Refusal;

pub(super) fn read(
    package: &mut Package,
    progress: &mut dyn FnMut(ReadProgress),
) -> Result<ReadSheets, Refusal> {
    let workbook = workbook(package)?;
    let book = Book {
        epoch: workbook.epoch,
        formats: number_formats(package, workbook.styles.as_deref())?,
        strings: shared_strings(package, workbook.strings.as_deref())?,
    };
    let mut read = ReadSheets::default();
    for entry in workbook.sheets.iter().take(SHEETS_MAX) {
        let part = package.part(&entry.part)?.ok_or_else(damaged)?;
        let sheet = read_sheet(&entry.name, entry.hidden, part, &book, progress)?;
        keep(&mut read, sheet.finish()?)?;
    }
    read.beyond(workbook.sheets.len());
    Ok(read)
}
