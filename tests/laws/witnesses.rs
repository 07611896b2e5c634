//! Laws of the other workbooks: what stands in an xls or ods, this reader and an independent one read
//! alike. The files are put together here from the formats' own records, by neither of the two.

use std::io::{Cursor, Write};

use calamine::{Data, Ods, Reader, Xls};
use proptest::prelude::*;
use tieout::ingest::{RawFile, read};
use tieout::table::{RawCell, RawKind};
use zip::write::{SimpleFileOptions, ZipWriter};

#[path = "../mutations/compound.rs"]
mod compound;

#[derive(Clone, Debug)]
enum Written {
    Blank,
    Text(String),
    Number(f64),
    Flag(bool),
}

#[expect(clippy::float_arithmetic, reason = "numbers of a workbook, no money")]
fn cell() -> impl Strategy<Value = Written> {
    prop_oneof![
        Just(Written::Blank),
        "[!-~]([ -~]{0,10}[!-~])?".prop_map(Written::Text),
        any::<i32>().prop_map(|n| Written::Number(f64::from(n))),
        (any::<i32>(), 0..7_u32)
            .prop_map(|(n, e)| Written::Number(f64::from(n) / 10_f64.powi(e as i32))),
        any::<bool>().prop_map(Written::Flag),
    ]
}

type Rows = Vec<Vec<Written>>;

fn rows() -> impl Strategy<Value = Rows> {
    prop::collection::vec(prop::collection::vec(cell(), 0..6), 1..12)
}

fn is_empty(rows: &Rows) -> bool {
    rows.iter().flatten().all(|cell| matches!(cell, Written::Blank))
}

fn xls(rows: &Rows) -> Vec<u8> {
    let record = |kind: u16, data: &[u8]| {
        let length = u16::try_from(data.len()).expect("a short record");
        [&kind.to_le_bytes()[..], &length.to_le_bytes(), data].concat()
    };
    let words = |all: &[u16]| all.iter().flat_map(|word| word.to_le_bytes()).collect::<Vec<u8>>();
    let begin = |content: u16| record(0x0809, &words(&[0x0600, content, 0, 0, 0, 0, 0, 0]));
    let end = record(0x000a, &[]);
    let mut strings: Vec<&str> = Vec::new();
    let mut sheet = begin(0x0010);
    for (row, cells) in (0_u16..).zip(rows) {
        for (column, cell) in (0_u16..).zip(cells) {
            let place = words(&[row, column, 0]);
            match cell {
                Written::Blank => {}
                Written::Text(text) => {
                    let at = strings.len() as u32;
                    strings.push(text);
                    sheet.extend(record(0x00fd, &[&place[..], &at.to_le_bytes()].concat()));
                }
                Written::Number(number) => {
                    sheet.extend(record(0x0203, &[&place[..], &number.to_le_bytes()].concat()));
                }
                Written::Flag(flag) => {
                    let flag = [u8::from(*flag), 0];
                    sheet.extend(record(0x0205, &[&place[..], &flag].concat()));
                }
            }
        }
    }
    sheet.extend(&end);
    let count = strings.len() as u32;
    let mut table = [count, count].iter().flat_map(|n| n.to_le_bytes()).collect::<Vec<u8>>();
    for text in strings {
        table.extend([&words(&[text.len() as u16])[..], &[0], text.as_bytes()].concat());
    }
    let style = record(0x00e0, &words(&[0; 10]));
    let head = |place: u32| {
        let bound = [&place.to_le_bytes()[..], &[0, 0, 5, 0], b"Items"].concat();
        let bound = record(0x0085, &bound);
        [begin(5), style.clone(), bound, record(0x00fc, &table), end.clone()].concat()
    };
    compound::file(&[head(head(0).len() as u32), sheet].concat())
}

fn ods(rows: &Rows) -> Vec<u8> {
    let escaped =
        |text: &str| text.replace('&', "&amp;").replace('<', "&lt;").replace("  ", " <text:s/>");
    let cell = |cell: &Written| match cell {
        Written::Blank => "<table:table-cell/>".to_owned(),
        Written::Text(text) => format!(
            "<table:table-cell office:value-type=\"string\"><text:p>{}</text:p></table:table-cell>",
            escaped(text)
        ),
        Written::Number(number) => format!(
            "<table:table-cell office:value-type=\"float\" office:value=\"{number}\"><text:p>{number}</text:p></table:table-cell>"
        ),
        Written::Flag(flag) => format!(
            "<table:table-cell office:value-type=\"boolean\" office:boolean-value=\"{flag}\"><text:p>{flag}</text:p></table:table-cell>"
        ),
    };
    let row = |cells: &Vec<Written>| {
        let cells: String = cells.iter().map(cell).collect();
        format!("<table:table-row>{cells}</table:table-row>")
    };
    let rows: String = rows.iter().map(row).collect();
    let names = ["office", "table", "text"]
        .map(|name| format!(" xmlns:{name}=\"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0\""));
    let content = format!(
        "<?xml version=\"1.0\"?><office:document-content{}><office:body><office:spreadsheet><table:table table:name=\"Items\">{rows}\
         </table:table></office:spreadsheet></office:body></office:document-content>",
        names.concat()
    );
    let mut packed = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in [
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", content.as_str()),
        // The other reader asks for it.
        ("META-INF/manifest.xml", "<?xml version=\"1.0\"?><manifest/>"),
    ] {
        packed.start_file(name, SimpleFileOptions::default()).expect("a part");
        packed.write_all(text.as_bytes()).expect("written");
    }
    packed.finish().expect("an archive").into_inner()
}

/// Numbers are compared as the nearest float, which is all that the other reader keeps of them.
fn agrees(ours: RawCell, theirs: &Data) -> bool {
    match (ours.kind, theirs) {
        (RawKind::Text, Data::String(text)) => ours.text == text,
        (RawKind::Number, Data::Float(number)) => ours.text.parse() == Ok(*number),
        (RawKind::Number, Data::Int(number)) => ours.text.parse() == Ok(*number),
        (RawKind::Bool, Data::Bool(flag)) => (ours.text == "TRUE") == *flag,
        _ => false,
    }
}

/// Every cell of either is one of the other.
fn alike(ours: &RawFile, theirs: &calamine::Range<Data>) -> Result<(), TestCaseError> {
    let sheet = &ours.sheets[0];
    let (first_row, first_column) = theirs.start().unwrap_or_default();
    let mut counted = 0;
    for (row, column, cell) in theirs.used_cells() {
        let number = first_row + row as u32 + 1;
        let at = sheet.row_numbers.binary_search(&number).ok();
        let found = at.and_then(|at| sheet.cell(at, first_column as usize + column));
        prop_assert!(
            found.is_some_and(|f| agrees(f, cell)),
            "row {number}: {found:?}, not {cell:?}"
        );
        counted += 1;
    }
    let cells = (0..sheet.rows()).flat_map(|row| sheet.columns.iter().map(move |c| c.get(row)));
    prop_assert_eq!(cells.flatten().count(), counted);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn two_readers_read_an_xls_alike(rows in rows()) {
        prop_assume!(!is_empty(&rows));
        let bytes = xls(&rows);
        let ours = read("book.xls", &bytes, &mut |_| {});
        prop_assert!(ours.is_ok(), "{ours:?}");
        let mut theirs: Xls<_> = Xls::new(Cursor::new(&bytes[..])).expect("a workbook");
        let range = theirs.worksheet_range("Items").expect("its sheet");
        alike(&ours.expect("read"), &range)?;
    }

    #[test]
    fn two_readers_read_an_ods_alike(rows in rows()) {
        prop_assume!(!is_empty(&rows));
        let bytes = ods(&rows);
        let ours = read("book.ods", &bytes, &mut |_| {});
        prop_assert!(ours.is_ok(), "{ours:?}");
        let mut theirs: Ods<_> = Ods::new(Cursor::new(&bytes[..])).expect("a workbook");
        let range = theirs.worksheet_range("Items").expect("its sheet");
        alike(&ours.expect("read"), &range)?;
    }
}
