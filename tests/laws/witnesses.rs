//! Laws of the other workbooks: what stands in an xls, xlsb or ods, this reader and an independent one read
//! alike. The files are put together here from the formats' own records, by neither of the two.

use std::io::{Cursor, Write};

use calamine::{Data, Ods, Reader, Xls, Xlsb};
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
    packed(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", content.as_bytes()),
        // The other reader asks for it.
        ("META-INF/manifest.xml", b"<?xml version=\"1.0\"?><manifest/>"),
    ])
}

fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut packed = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        packed.start_file(*name, SimpleFileOptions::default()).expect("a part");
        packed.write_all(bytes).expect("written");
    }
    packed.finish().expect("an archive").into_inner()
}

/// A record of a binary workbook: kind and length in seven bits a byte, then the data.
fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut write = |mut number: u32| loop {
        let low = (number & 0x7f) as u8;
        number >>= 7;
        bytes.push(if number > 0 { low | 0x80 } else { low });
        if number == 0 {
            break;
        }
    };
    write(u32::from(kind));
    write(u32::try_from(data.len()).expect("a short record"));
    bytes.extend(data);
    bytes
}

/// Texts by turns in the shared table and in the cell, numbers short where they fit.
fn xlsb(rows: &Rows) -> Vec<u8> {
    const RELATIONS: &[u8] = b"<Relationships><Relationship Id=\"r1\" \
        Target=\"worksheets/sheet1.bin\"/></Relationships>";
    let longs = |all: &[u32]| all.iter().flat_map(|long| long.to_le_bytes()).collect::<Vec<u8>>();
    let wide = |text: &str| {
        let units: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        [&((units.len() / 2) as u32).to_le_bytes()[..], &units].concat()
    };
    let (mut shared, mut turns) = (Vec::new(), 0_u32);
    let mut sheet =
        [record(129, &[]), record(148, &longs(&[0, 11, 0, 5])), record(145, &[])].concat();
    for (row, cells) in (0_u32..).zip(rows) {
        sheet.extend(record(0, &[&longs(&[row, 0, 0]), &[0; 5][..]].concat()));
        for (column, cell) in (0_u32..).zip(cells) {
            let placed = |value: &[u8]| [&longs(&[column, 0])[..], value].concat();
            sheet.extend(match cell {
                Written::Blank => record(1, &placed(&[])),
                Written::Text(text) => {
                    turns += 1;
                    if turns % 2 == 0 {
                        record(6, &placed(&wide(text)))
                    } else {
                        shared.push(text);
                        record(7, &placed(&longs(&[shared.len() as u32 - 1])))
                    }
                }
                Written::Number(number) => match small(*number) {
                    Some(short) => record(2, &placed(&longs(&[short]))),
                    None => record(5, &placed(&number.to_le_bytes())),
                },
                Written::Flag(flag) => record(4, &placed(&[u8::from(*flag)])),
            });
        }
    }
    sheet.extend([record(146, &[]), record(130, &[])].concat());
    let count = shared.len() as u32;
    let mut strings = record(159, &longs(&[count, count]));
    for text in shared {
        strings.extend(record(19, &[&[0][..], &wide(text)].concat()));
    }
    strings.extend(record(160, &[]));
    let entry = record(156, &[&longs(&[0, 1])[..], &wide("r1"), &wide("Items")].concat());
    let book = [record(131, &[]), record(143, &[]), entry, record(144, &[]), record(132, &[])];
    packed(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("xl/workbook.bin", &book.concat()),
        ("xl/_rels/workbook.bin.rels", RELATIONS),
        ("xl/sharedStrings.bin", &strings),
        ("xl/worksheets/sheet1.bin", &sheet),
    ])
}

/// A whole number of thirty bits, as such workbooks shorten it.
fn small(number: f64) -> Option<u32> {
    let whole = number.fract() == 0.0 && number.abs() < f64::from(1 << 28);
    whole.then_some(((number as i32) << 2 | 2) as u32)
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
    #![proptest_config(crate::cases(96))]

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
    fn two_readers_read_an_xlsb_alike(rows in rows()) {
        prop_assume!(!is_empty(&rows));
        let bytes = xlsb(&rows);
        let ours = read("book.xlsb", &bytes, &mut |_| {});
        prop_assert!(ours.is_ok(), "{ours:?}");
        let mut theirs: Xlsb<_> = Xlsb::new(Cursor::new(&bytes[..])).expect("a workbook");
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
