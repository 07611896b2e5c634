//! Reading holds for any bytes and any list: no panic, a fate for every row, sums conserved, and a
//! number that was written is the number that is read.

use std::sync::Arc;

use proptest::prelude::*;
use rust_decimal::Decimal;
use tieout::analysis::conservation::prove;
use tieout::base::{Currency, FileId, TableId};
use tieout::ingest::typing::{number_evidence, read_number};
use tieout::ingest::{NumberStyle, RawFile, Reading, build, read, text_to_raw};
use tieout::table::{Field, Kind, RawCell, RawColumn, RawKind, Table};

fn any_start() -> impl Strategy<Value = Vec<u8>> {
    let starts: Vec<&'static [u8]> = vec![
        b"",
        b"PK\x03\x04",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        b"\xef\xbb\xbf",
        b"\xff\xfe",
        b"no;gross\n",
        b"\"",
        b"sep=,\n",
        b"<html>",
    ];
    let rest = prop::collection::vec(any::<u8>(), 0..600);
    (prop::sample::select(starts), rest).prop_map(|(start, rest)| [start, &rest].concat())
}

/// Cells as they meet in real lists, among them marks, quotes, totals and blanks.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[0-9]{1,6}",
        3 => (-99_999_999_i64..99_999_999).prop_map(|cents| Decimal::new(cents, 2).to_string()),
        1 => Just(String::new()),
        1 => Just("Total".to_owned()),
        1 => Just("(1,234.50)".to_owned()),
        1 => Just("1.234,50-".to_owned()),
        1 => Just("see above".to_owned()),
        1 => Just("€5".to_owned()),
        1 => "[ -~]{0,12}",
    ]
}

fn list() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::collection::vec(cell(), 0..5), 0..40).prop_map(|rows| {
        let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
        let line = |row: &Vec<String>| row.iter().map(quoted).collect::<Vec<_>>().join(";");
        let lines: Vec<String> = rows.iter().map(line).collect();
        format!("no;date;gross;net\n{}", lines.join("\n"))
    })
}

fn table(text: &str) -> Option<Table> {
    let file: RawFile = text_to_raw("list", text).ok()?;
    let raw = Arc::new(file.sheets.into_iter().next()?);
    let columns =
        [(Field::InvoiceNo, 0), (Field::InvoiceDate, 1), (Field::Gross, 2), (Field::Net, 3)];
    let reading = Reading {
        kind: Kind::Invoices,
        header_row: Some(0),
        header_height: 1,
        columns: columns.into_iter().collect(),
        numbers: Default::default(),
        dates: Default::default(),
        currency: Currency::NONE,
        fates: Default::default(),
        filled: Default::default(),
        scales: Default::default(),
        parts: Default::default(),
    };
    Some(build(TableId(0), FileId(0), &"list".into(), &raw, &reading).0)
}

/// `1234567.5` with groups and a mark, and a sign in one of the usual places.
fn written(number: Decimal, style: NumberStyle, sign: u8) -> String {
    let plain = number.abs().to_string();
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let (group, mark) = match style {
        NumberStyle::Point => (',', '.'),
        NumberStyle::Comma => ('.', ','),
    };
    let mut text = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            text.push(group);
        }
        text.push(digit);
    }
    if !fraction.is_empty() {
        text.push(mark);
        text.push_str(fraction);
    }
    match (number.is_sign_negative(), sign % 4) {
        (false, _) => text,
        (true, 0) => format!("-{text}"),
        (true, 1) => format!("{text}-"),
        (true, 2) => format!("({text})"),
        (true, _) => format!("△ {text}"),
    }
}

proptest! {
    #![proptest_config(crate::cases(256))]

    #[test]
    fn any_bytes_give_sheets_or_a_refusal(bytes in any_start()) {
        if let Ok(file) = read("any.csv", &bytes, &mut |_| {}) {
            for sheet in &file.sheets {
                prop_assert!(sheet.columns.iter().all(|c| c.codes.len() == sheet.rows()));
                prop_assert!(sheet.row_numbers.is_sorted_by(|a, b| a < b));
            }
            prop_assert_eq!(RawFile::decode(&file.encode()), Some(file));
        }
    }

    #[test]
    fn fates_and_sums_add_up_for_any_list(text in list()) {
        if let Some(table) = table(&text) {
            prop_assert_eq!(table.fates.len(), table.raw.rows());
            prop_assert_eq!(table.counts().used as usize, table.rows.len());
            for row in 0..table.len() {
                prop_assert!(table.source(row, None).row > 0);
            }
            let table = Arc::new(table);
            let proof = prove(std::slice::from_ref(&table));
            prop_assert!(proof.holds(), "{:?}", proof);
        }
    }

    #[test]
    fn a_written_number_is_the_number_read(
        units in -9_999_999_999_i64..9_999_999_999,
        decimals in 0_u32..5,
        comma in any::<bool>(),
        sign in any::<u8>(),
    ) {
        let number = Decimal::new(units, decimals);
        let style = if comma { NumberStyle::Comma } else { NumberStyle::Point };
        let text = written(number, style, sign);
        let cell = RawCell { text: text.as_str(), kind: RawKind::Text };
        let read = read_number(&cell, Some(style)).ok().map(|n| n.value);
        prop_assert_eq!(read, Some(number), "{}", text);
        let column = RawColumn { cells: [cell].into_iter().collect(), codes: vec![1] };
        let evidence = number_evidence(&column, &[0]);
        prop_assert_eq!((evidence.numbers, evidence.failed), (1, 0), "{}", text);
    }
}
