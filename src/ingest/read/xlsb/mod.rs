//! Binary Excel workbooks (xlsb): the parts of an xlsx as records instead of XML.
//!
//! Formulas, links and macros are never followed: what stands in a cell is its kept value.

mod book;
mod record;

use self::book::{Book, SheetEntry};
use self::record::{Data, Records};
use super::package::Package;
use super::serial::{NumberFormat, number_cell};
use super::sheet::SheetBuilder;
use super::xls::{error_text, float_text, rk_text};
use super::{PROGRESS_ROWS, ReadProgress, ReadSheets, ReadStage, keep};
use crate::base::limits::SHEETS_MAX;
use crate::ingest::{Problem, Refusal};
use crate::table::{RawKind, RawSheet};
use crate::words::Args;

type Progress<'p> = &'p mut dyn FnMut(ReadProgress);

pub(super) fn read(package: &mut Package, progress: Progress) -> Result<ReadSheets, Refusal> {
    let book = Book::read(package)?;
    let mut read = ReadSheets::default();
    for entry in book.sheets.iter().take(SHEETS_MAX) {
        match package.part(&entry.part)? {
            Some(part) => keep(&mut read, sheet(&book, entry, Records::new(part), progress)?)?,
            None => read.missing_sheet(&entry.name),
        }
    }
    read.beyond(book.sheets.len());
    Ok(read)
}

const ROW: u16 = 0;
const BLANK: u16 = 1;
/// The records of `BLANK..`, without a column.
const SHORT: std::ops::RangeInclusive<u16> = 12..=18;
const SHEET_DATA_END: u16 = 146;
const HIDDEN_ROW: u8 = 0x10;
const COLUMNS: u16 = 60;
const HIDDEN_COLUMN: u8 = 1;

fn sheet(
    book: &Book,
    entry: &SheetEntry,
    mut records: Records,
    progress: Progress,
) -> Result<(RawSheet, Vec<Problem>), Refusal> {
    let mut sheet = SheetBuilder::new(&entry.name, entry.hidden);
    let (mut row, mut rows, mut unread, mut whole) = (0_u32, 0_u64, 0_u32, false);
    let mut begun = false;
    // The next cell's column, for records that leave it out.
    let mut next = 0_u32;
    while let Some((kind, data)) = records.next() {
        match kind {
            SHEET_DATA_END => {
                whole = true;
                break;
            }
            ROW => {
                let Some(number) = data.long(0).and_then(|number| number.checked_add(1)) else {
                    unread += 1;
                    continue;
                };
                (row, begun, next) = (number, false, 0);
                rows += 1;
                if data.byte(11).is_some_and(|flags| flags & HIDDEN_ROW != 0) {
                    sheet.hidden_row(row);
                }
                if rows.is_multiple_of(PROGRESS_ROWS) {
                    progress(ReadProgress { stage: ReadStage::Rows, done: rows, total: None });
                }
            }
            COLUMNS if data.byte(16).is_some_and(|flags| flags & HIDDEN_COLUMN != 0) => {
                if let (Some(first), Some(last)) = (data.long(0), data.long(4)) {
                    sheet.hidden_columns(first..=last);
                }
            }
            1..=18 | 62 => match cell(book, kind, data, &mut next) {
                Some((_, _, text)) if text.is_empty() => {}
                Some((column, kind, text)) if row > 0 => {
                    if !begun {
                        sheet.row(row)?;
                        begun = true;
                    }
                    sheet.cell(column, kind, &text);
                }
                _ => unread += 1,
            },
            _ => {}
        }
    }
    let (sheet, mut problems) = sheet.finish()?;
    let mut say = |key: &str, args: Args| {
        problems.push(Problem { key: key.to_owned(), args, sheet: None, row: None, column: None });
    };
    if unread > 0 {
        say("problem-cells-unread", Args::new().with("count", unread));
    }
    if !whole {
        say("problem-sheet-cut", Args::new());
    }
    Ok((sheet, problems))
}

/// Column, kind and text of a cell record; `None` when it is cut short or points to nothing.
///
/// A short record stands right of the cell before it and has no column of its own.
fn cell(book: &Book, kind: u16, data: Data, next: &mut u32) -> Option<(usize, RawKind, String)> {
    let short = SHORT.contains(&kind);
    let column = if short { *next } else { data.long(0)? };
    *next = column.checked_add(1)?;
    let column = usize::try_from(column).ok()?;
    let (kind, data) =
        if short { (kind - SHORT.start() + BLANK, data) } else { (kind, Data(data.0.get(4..)?)) };
    if kind == BLANK {
        return Some((column, RawKind::Text, String::new()));
    }
    let style = data.long(0)? & 0x00ff_ffff;
    let float = || Some(float_text(data.0.get(4..12)?.try_into().ok()?));
    let number = |text: String| {
        let plain = NumberFormat::Plain;
        let format = book.formats.get(style as usize).unwrap_or(&plain);
        number_cell(&text, format, book.epoch)
    };
    let (kind, text) = match kind {
        2 => number(rk_text(data.long(4)?)),
        5 | 9 => number(float()?),
        3 | 11 => (RawKind::Error, error_text(data.byte(4)?).to_owned()),
        4 | 10 => (RawKind::Bool, if data.byte(4)? == 0 { "FALSE" } else { "TRUE" }.to_owned()),
        6 | 8 => (RawKind::Text, data.text(4)?.0),
        62 => (RawKind::Text, data.text(5)?.0),
        _ => (RawKind::Text, book.strings.get(data.long(4)? as usize)?.to_string()),
    };
    Some((column, kind, text))
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write};

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;

    fn record(kind: u16, data: &[u8]) -> Vec<u8> {
        let mut bytes = if kind < 0x80 {
            vec![kind as u8]
        } else {
            vec![(kind & 0x7f) as u8 | 0x80, (kind >> 7) as u8]
        };
        bytes.push((data.len() & 0x7f) as u8 | if data.len() > 0x7f { 0x80 } else { 0 });
        if data.len() > 0x7f {
            bytes.push((data.len() >> 7) as u8);
        }
        bytes.extend(data);
        bytes
    }

    fn text(text: &str) -> Vec<u8> {
        let units: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        [&((units.len() / 2) as u32).to_le_bytes()[..], &units].concat()
    }

    fn cell(kind: u16, column: u32, style: u32, value: &[u8]) -> Vec<u8> {
        record(kind, &[&column.to_le_bytes()[..], &style.to_le_bytes(), value].concat())
    }

    fn workbook(cells: &[Vec<u8>]) -> Vec<u8> {
        const RELATIONS: &str = "<Relationships><Relationship Id=\"r1\" \
            Target=\"worksheets/sheet1.bin\"/></Relationships>";
        let sheet =
            record(156, &[&[1, 0, 0, 0, 1, 0, 0, 0][..], &text("r1"), &text("List")].concat());
        let styles = [
            record(44, &[&[164, 0][..], &text("000000")].concat()),
            record(617, &[]),
            record(47, &[0, 0, 0, 0]),
            record(47, &[0, 0, 164, 0]),
            record(47, &[0, 0, 14, 0]),
            record(618, &[]),
        ];
        let row = record(ROW, &[&4_u32.to_le_bytes()[..], &[0; 8]].concat());
        let parts: [(&str, Vec<u8>); 6] = [
            ("[Content_Types].xml", b"<Types/>".to_vec()),
            ("xl/workbook.bin", [record(153, &[1, 0, 0, 0]), sheet].concat()),
            ("xl/_rels/workbook.bin.rels", RELATIONS.as_bytes().to_vec()),
            ("xl/sharedStrings.bin", record(19, &[&[0][..], &text("청구")].concat())),
            ("xl/styles.bin", styles.concat()),
            ("xl/worksheets/sheet1.bin", [row, cells.concat(), record(146, &[])].concat()),
        ];
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in parts {
            zip.start_file(name, SimpleFileOptions::default()).expect("a zip in memory");
            zip.write_all(&bytes).expect("a zip in memory");
        }
        zip.finish().expect("a zip in memory").into_inner()
    }

    #[test]
    fn every_kind_of_cell() {
        let bytes = workbook(&[
            cell(7, 0, 0, &0_u32.to_le_bytes()),
            cell(2, 1, 1, &(42_u32 << 2 | 2).to_le_bytes()),
            cell(5, 2, 2, &44376_f64.to_le_bytes()),
            cell(9, 3, 0, &[&0.1_f64.to_le_bytes()[..], &[0; 6]].concat()),
            cell(8, 4, 0, &text("open")),
            cell(4, 5, 0, &[1]),
            cell(3, 6, 0, &[0x2a]),
            cell(7, 7, 0, &9_u32.to_le_bytes()),
        ]);
        let mut package = Package::open(&bytes).expect("a package");
        let read = read(&mut package, &mut |_| {}).expect("a workbook");
        let sheet = &read.sheets[0];
        let texts: Vec<&str> = (0..7).map(|column| sheet.text(4, column)).collect();
        assert_eq!(texts, ["청구", "000042", "2025-06-30", "0.1", "open", "TRUE", "#N/A"]);
        assert!(sheet.hidden);
        let keys: Vec<&str> = read.problems.iter().map(|problem| problem.key.as_str()).collect();
        assert_eq!(keys, ["problem-hidden-sheet", "problem-cells-unread"]);
    }

    #[test]
    fn cells_without_a_column_stand_right_of_the_one_before() {
        let short = |kind: u16, style: u32, value: &[u8]| {
            record(kind, &[&style.to_le_bytes()[..], value].concat())
        };
        let bytes = workbook(&[
            short(18, 0, &0_u32.to_le_bytes()),
            short(13, 1, &(42_u32 << 2 | 2).to_le_bytes()),
            short(12, 0, &[]),
            short(16, 2, &44376_f64.to_le_bytes()),
            cell(1, 5, 0, &[]),
            short(17, 0, &text("open")),
            short(15, 0, &[1]),
            short(14, 0, &[0x2a]),
        ]);
        let mut package = Package::open(&bytes).expect("a package");
        let read = read(&mut package, &mut |_| {}).expect("a workbook");
        let texts: Vec<&str> = (0..9).map(|column| read.sheets[0].text(4, column)).collect();
        assert_eq!(texts, ["청구", "000042", "", "2025-06-30", "", "", "open", "TRUE", "#N/A"]);
    }

    #[test]
    fn lengths_are_never_believed() {
        let part = || Box::new(Cursor::new(vec![5, 0xff, 0xff, 0xff, 0x7f, 1, 2, 3]));
        assert!(Records::new(part()).next().is_none());
        assert!(Data(&[0xfe, 0xff, 0xff, 0xff, 0, 0]).text(0).is_none());
    }
}
