//! Laws of workbooks: what another program wrote, this reader and an independent one read alike.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use proptest::prelude::*;
use rust_xlsxwriter::{Format, Formula, Workbook};
use tieout::ingest::{ReadOptions, read, read_unhashed};
use tieout::table::{RawCell, RawKind};

#[path = "../mutations/fed.rs"]
mod fed;

#[derive(Clone, Debug)]
enum Written {
    Blank,
    Text(String),
    Number(f64),
    Day(u32),
    Flag(bool),
    Sum(i32),
}

#[expect(clippy::float_arithmetic, reason = "numbers of a workbook, no money")]
fn cell() -> impl Strategy<Value = Written> {
    prop_oneof![
        Just(Written::Blank),
        "[ -~가-힣一-龥\\n<>&\"']{0,12}".prop_map(Written::Text),
        "(_x000D_|_x|a&amp;b|]]>|0012)".prop_map(Written::Text),
        any::<i32>().prop_map(|n| Written::Number(f64::from(n))),
        (any::<i32>(), 0..7_u32)
            .prop_map(|(n, e)| Written::Number(f64::from(n) / 10_f64.powi(e as i32))),
        (61..60_000_u32).prop_map(Written::Day),
        any::<bool>().prop_map(Written::Flag),
        any::<i32>().prop_map(Written::Sum),
    ]
}

fn workbook(sheets: &[Vec<Vec<Written>>]) -> Vec<u8> {
    let mut book = Workbook::new();
    let day = Format::new().set_num_format("yyyy-mm-dd");
    for rows in sheets {
        let sheet = book.add_worksheet();
        for (row, cells) in (0_u32..).zip(rows) {
            for (column, cell) in (0_u16..).zip(cells) {
                let written = match cell {
                    Written::Blank => continue,
                    Written::Text(text) => sheet.write_string(row, column, text),
                    Written::Number(number) => sheet.write_number(row, column, *number),
                    Written::Day(serial) => {
                        sheet.write_number_with_format(row, column, *serial, &day)
                    }
                    Written::Flag(flag) => sheet.write_boolean(row, column, *flag),
                    Written::Sum(sum) => {
                        let formula = Formula::new("=A1").set_result(sum.to_string());
                        sheet.write_formula(row, column, formula)
                    }
                };
                written.expect("a cell within limits");
            }
        }
    }
    book.save_to_buffer().expect("in memory")
}

/// Whether the other reader's value is ours. Numbers are compared as the nearest float, which is all
/// that it keeps of them.
fn agrees(ours: Option<RawCell>, theirs: &Data) -> bool {
    let Some(ours) = ours else {
        return matches!(theirs, Data::Empty) || matches!(theirs, Data::String(t) if t.is_empty());
    };
    match (ours.kind, theirs) {
        (RawKind::Text, Data::String(text)) => ours.text == text,
        (RawKind::Number, Data::Float(number)) => ours.text.parse() == Ok(*number),
        (RawKind::Number, Data::Int(number)) => ours.text.parse() == Ok(*number),
        (RawKind::Date, Data::DateTime(moment)) => {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            ours.text == format!("{year:04}-{month:02}-{day:02}")
        }
        (RawKind::Bool, Data::Bool(flag)) => (ours.text == "TRUE") == *flag,
        _ => false,
    }
}

proptest! {
    #![proptest_config(crate::cases(96))]

    #[test]
    fn two_readers_read_every_cell_alike(
        sheets in prop::collection::vec(prop::collection::vec(prop::collection::vec(cell(), 0..6), 0..12), 1..3)
    ) {
        let bytes = workbook(&sheets);
        let ours = read("book.xlsx", &bytes, &mut |_| {});
        let mut theirs: Xlsx<_> = Xlsx::new(Cursor::new(&bytes[..])).expect("a workbook");
        let Ok(ours) = ours else {
            let empty = theirs.worksheets().iter().all(|(_, range)| {
                range.used_cells().all(|(_, _, cell)| matches!(cell, Data::String(t) if t.trim().is_empty()))
            });
            prop_assert!(empty, "refused, but there are cells");
            return Ok(());
        };
        prop_assert_eq!(ours.sheets.len(), sheets.len());
        for (sheet, (_, range)) in ours.sheets.iter().zip(theirs.worksheets()) {
            let (first_row, first_column) = range.start().unwrap_or_default();
            for (row, column, cell) in range.used_cells() {
                let number = first_row + row as u32 + 1;
                let at = sheet.row_numbers.binary_search(&number);
                let found = at.ok().and_then(|at| sheet.cell(at, first_column as usize + column));
                let blank = matches!(cell, Data::String(t) if t.trim().is_empty()) && found.is_none();
                prop_assert!(blank || agrees(found, cell), "row {number}: {found:?}, not {cell:?}");
            }
            let ours = (0..sheet.rows()).flat_map(|row| (0..sheet.columns.len()).filter_map(move |c| sheet.cell(row, c)));
            let theirs = range.used_cells().filter(|(.., cell)| !matches!(cell, Data::String(t) if t.trim().is_empty()));
            prop_assert_eq!(ours.filter(|cell| !cell.text.trim().is_empty()).count(), theirs.count());
        }
    }

    #[test]
    fn sheets_in_pieces_are_read_as_they_are_whole(
        sheets in prop::collection::vec(prop::collection::vec(prop::collection::vec(cell(), 0..6), 0..60), 1..4),
        piece in 1..9_000_usize,
    ) {
        let bytes = workbook(&sheets);
        let whole = read_unhashed("book.xlsx", &bytes, &ReadOptions::default(), &mut |_| {});
        // What cannot be read is not read in pieces either.
        prop_assert_eq!(fed::read_in_pieces("book.xlsx", &bytes, piece), whole.ok());
    }
}
