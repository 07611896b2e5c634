//! Excel workbooks before xlsx: a stream of records, from Excel 2 (1987) to Excel 2003.
//!
//! Not the compound file around it, which is `ole`. No formula, link or macro is ever followed, no
//! size or count that a record claims is believed, and what is cut off or points to nothing is said.

mod cells;
mod codepage;
mod globals;
mod number;
mod record;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

pub(super) use self::cells::error_text;
pub(super) use self::number::{float_text, rk_text};

use self::cells::SheetReader;
use self::globals::{Content, Globals, begin, first};
use self::record::{END, Records};
use super::{ReadProgress, ReadSheets, keep};
use crate::base::limits::SHEETS_MAX;
use crate::ingest::Refusal;

/// The sheets of a workbook, and the code page of one whose strings are bytes.
pub(super) fn read(
    stream: &[u8],
    progress: &mut dyn FnMut(ReadProgress),
) -> Result<(ReadSheets, Option<String>), Refusal> {
    let (version, content, start) = first(stream)?;
    let globals = Globals::read(stream, start, version)?;
    let mut read = ReadSheets::default();
    let encoding = (version < globals::Version::Eight).then(|| globals.page.name().to_owned());
    if content != Content::Globals {
        let sheet = SheetReader::new(&globals, "Sheet1", false);
        keep(&mut read, sheet.read(Records::new(stream, start), progress)?)?;
        return Ok((read, encoding));
    }
    let mut visited = BTreeSet::new();
    for (index, entry) in globals.sheets.iter().take(SHEETS_MAX).enumerate() {
        let place = begins_at(stream, entry.at).or_else(|| sheet_starts(stream).nth(index));
        // Two sheets in one place would be read for ever; an honest file has none.
        let Some(start) = place.filter(|start| visited.insert(*start)) else {
            read.missing_sheet(&entry.name);
            continue;
        };
        let own;
        let globals = if version < globals::Version::Five {
            own = Globals::read(stream, start, version)?;
            if own.has_styles() { &own } else { &globals }
        } else {
            &globals
        };
        let sheet = SheetReader::new(globals, &entry.name, entry.hidden);
        keep(&mut read, sheet.read(Records::new(stream, start), progress)?)?;
    }
    read.beyond(globals.sheets.len());
    Ok((read, encoding))
}

/// Behind the first record of a sheet, if one stands there.
fn begins_at(stream: &[u8], at: usize) -> Option<usize> {
    let record = Records::new(stream, at).next()?;
    begin(&record).map(|_| at + 4 + record.data.len())
}

/// Where sheets begin, in the order in which they stand: for files whose places are wrong.
fn sheet_starts(stream: &[u8]) -> impl Iterator<Item = usize> {
    let mut depth = 0_u32;
    Records::new(stream, 0).filter_map(move |record| {
        if record.kind == END {
            depth = depth.saturating_sub(1);
        }
        if !record.is_begin() {
            return None;
        }
        depth += 1;
        let sheet = depth == 1 && begin(&record).is_some_and(|(_, c)| c == Content::Sheet);
        sheet.then(|| record.at + 4 + record.data.len())
    })
}
