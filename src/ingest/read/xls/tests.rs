//! Workbooks put together byte by byte, one for each turn that the format has taken.

use super::*;
use crate::ingest::Problem;
use crate::table::RawSheet;

fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    let length = u16::try_from(data.len()).expect("a record's length");
    [&kind.to_le_bytes()[..], &length.to_le_bytes(), data].concat()
}

fn words(numbers: &[u16]) -> Vec<u8> {
    numbers.iter().flat_map(|number| number.to_le_bytes()).collect()
}

fn begin5(version: u16, content: u16) -> Vec<u8> {
    record(0x0809, &words(&[version, content, 0, 0]))
}

fn end() -> Vec<u8> {
    record(END, &[])
}

/// A cell record: row, column, style, and what follows.
fn cell(kind: u16, row: u16, column: u16, style: u16, rest: &[u8]) -> Vec<u8> {
    record(kind, &[&words(&[row, column, style])[..], rest].concat())
}

/// Name as stored, whether hidden, and the records of its cells.
type Sheet<'a> = (&'a [u8], u8, Vec<Vec<u8>>);

/// Globals, then the sheets that they name.
fn workbook(version: u16, globals: &[Vec<u8>], sheets: &[Sheet]) -> Vec<u8> {
    let name = |name: &[u8]| -> Vec<u8> {
        let flags: &[u8] = if version == 0x0600 { &[0] } else { &[] };
        [&[name.len() as u8], flags, name].concat()
    };
    let head = |places: &[u32]| -> Vec<u8> {
        let bound = sheets.iter().zip(places).map(|((text, hidden, _), place)| {
            record(0x0085, &[&place.to_le_bytes()[..], &[*hidden, 0], &name(text)].concat())
        });
        let bound: Vec<u8> = bound.flatten().collect();
        [begin5(version, 0x0005), globals.concat(), bound, end()].concat()
    };
    let mut at = head(&vec![0; sheets.len()]).len() as u32;
    let mut places = Vec::new();
    let mut bodies = Vec::new();
    for (_, _, cells) in sheets {
        let body = [begin5(version, 0x0010), cells.concat(), end()].concat();
        places.push(at);
        at += body.len() as u32;
        bodies.push(body);
    }
    [head(&places), bodies.concat()].concat()
}

fn read_all(stream: &[u8]) -> (Vec<RawSheet>, Vec<Problem>) {
    let (read, _) = read(stream, &mut |_| {}).expect("a readable workbook");
    (read.sheets, read.problems)
}

/// Cells as `A1=text`, in order of rows.
fn shown(sheet: &RawSheet) -> Vec<String> {
    let mut shown = Vec::new();
    for row in 0..sheet.rows() {
        for column in 0..sheet.columns.len() {
            if let Some(cell) = sheet.cell(row, column) {
                let letter = crate::base::column_letters(column as u16);
                shown.push(format!("{letter}{}={}", sheet.row_numbers[row], cell.text));
            }
        }
    }
    shown
}

fn string8(text: &str) -> Vec<u8> {
    let units: Vec<u16> = text.encode_utf16().collect();
    [&words(&[units.len() as u16])[..], &[1], &words(&units)].concat()
}

#[test]
fn excel_2_has_formats_in_its_cells() {
    let stream = [
        record(0x0009, &words(&[2, 0x0010])),
        record(0x001e, b"\x07General"),
        record(0x001e, b"\x08d/m/yyyy"),
        record(0x0004, &[&words(&[0, 0])[..], &[0, 0, 0, 3], b"Job"].concat()),
        record(0x0002, &[&words(&[1, 0])[..], &[0, 0, 0], &words(&[17])].concat()),
        record(0x0003, &[&words(&[1, 1])[..], &[0, 1, 0], &45838_f64.to_le_bytes()].concat()),
        record(0x0005, &[&words(&[1, 2])[..], &[0, 0, 0, 0x2a, 1]].concat()),
        end(),
    ];
    let (sheets, problems) = read_all(&stream.concat());
    assert_eq!(shown(&sheets[0]), ["A1=Job", "A2=17", "B2=2025-06-30", "C2=#N/A"]);
    assert!(problems.is_empty());
}

#[test]
fn excel_4_keeps_sheets_under_their_names() {
    let sheet = |text: &[u8]| {
        let label = [&words(&[text.len() as u16])[..], text].concat();
        [
            record(0x0409, &words(&[0, 0x0010, 0])),
            cell(0x0204, 0, 0, 0, &label),
            cell(0x027e, 1, 0, 0, &0x4059_0001_u32.to_le_bytes()),
            end(),
        ]
        .concat()
    };
    let header = |name: &[u8]| record(0x008f, &[&[0; 4][..], &[name.len() as u8], name].concat());
    let stream = [
        record(0x0409, &words(&[0, 0x0100, 0])),
        header(b"May"),
        sheet(b"one"),
        header(b"June"),
        sheet(b"two"),
        end(),
    ];
    let (sheets, _) = read_all(&stream.concat());
    let names: Vec<&str> = sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    assert_eq!(names, ["May", "June"]);
    assert_eq!(shown(&sheets[1]), ["A1=two", "A2=1"]);
}

#[test]
fn excel_5_lets_the_font_say_the_script() {
    let label = |row: u16, text: &[u8]| {
        cell(0x0204, row, 0, 1, &[&words(&[text.len() as u16])[..], text].concat())
    };
    let font = |charset: u8| record(0x0031, &[&[0; 12][..], &[charset, 0, 0]].concat());
    let styles = [record(0x00e0, &words(&[0, 0])), record(0x00e0, &words(&[1, 0]))];
    let globals = [&[record(0x0042, &words(&[1252])), font(0), font(204)][..], &styles].concat();
    let stream =
        workbook(0x0500, &globals, &[(b"List", 0, vec![label(0, b"\xca\xeb\xe8\xe5\xed\xf2")])]);
    let (sheets, _) = read_all(&stream);
    assert_eq!(shown(&sheets[0]), ["A1=Клиент"]);
}

#[test]
fn shared_strings_run_over_records_and_change_their_width() {
    // “Müller” breaks after three narrow characters and goes on in wide ones; both counts lie.
    let strings = [
        record(0x00fc, &[&[9, 0, 0, 0, 1, 0, 0, 0][..], &words(&[6]), &[0], b"M\xfcl"].concat()),
        record(0x003c, &[&[1][..], &words(&[0x6c, 0x65, 0x72]), &string8("송장번호")].concat()),
    ];
    let cells = vec![
        cell(0x00fd, 0, 0, 0, &0_u32.to_le_bytes()),
        cell(0x00fd, 0, 1, 0, &1_u32.to_le_bytes()),
        cell(0x00fd, 0, 2, 0, &7_u32.to_le_bytes()),
    ];
    let (sheets, problems) = read_all(&workbook(0x0600, &strings, &[(b"List", 0, cells)]));
    assert_eq!(shown(&sheets[0]), ["A1=Müller", "B1=송장번호"]);
    let keys: Vec<&str> = problems.iter().map(|problem| problem.key.as_str()).collect();
    assert_eq!(keys, ["problem-cells-unread"]);
}

#[test]
fn formats_say_dates_and_zeros_and_formulas_keep_their_values() {
    let format =
        |id: u16, code: &str| record(0x041e, &[&words(&[id])[..], &string8(code)].concat());
    let style = |format: u16| record(0x00e0, &words(&[0, format]));
    let globals = [
        record(0x0022, &words(&[1])),
        format(164, "0000000000"),
        format(165, "yyyy-mm-dd"),
        style(0),
        style(164),
        style(165),
    ];
    let kept = |kind: u8, value: u8| [kind, 0, value, 0, 0, 0, 0xff, 0xff];
    let many = [words(&[2, 0, 0]), 0x4059_0000_u32.to_le_bytes().to_vec()].concat();
    let cells = vec![
        cell(0x0203, 0, 0, 1, &4711_f64.to_le_bytes()),
        cell(0x0203, 0, 1, 2, &44376_f64.to_le_bytes()),
        cell(0x0006, 1, 0, 0, &kept(0, 0)),
        record(0x04bc, &[0; 10]),
        record(0x0207, &string8("open")),
        cell(0x0006, 1, 1, 0, &kept(1, 1)),
        cell(0x0006, 1, 2, 0, &kept(2, 0x17)),
        cell(0x0006, 1, 3, 0, &0.1_f64.to_le_bytes()),
        record(0x00bd, &[many, words(&[0, 1, 0x4059, 1])].concat()),
    ];
    let sheets: [Sheet; 2] = [(b"List", 1, cells), (b"Empty", 0, Vec::new())];
    let (sheets, _) = read_all(&workbook(0x0600, &globals, &sheets));
    assert_eq!(
        shown(&sheets[0]),
        [
            "A1=0000004711",
            "B1=2025-06-30",
            "A2=open",
            "B2=TRUE",
            "C2=#REF!",
            "D2=0.1",
            "A3=100",
            "B3=1"
        ]
    );
    assert!(sheets[0].hidden && !sheets[1].hidden);
}

#[test]
fn what_is_cut_off_is_said_and_never_panics() {
    let cells = vec![cell(0x0203, 0, 0, 0, &1_f64.to_le_bytes()); 3];
    let strings = [record(0x00fc, &[&[0; 8][..], &string8("일월"), &string8("이월")].concat())];
    let whole = workbook(0x0600, &strings, &[(b"A", 0, cells.clone()), (b"B", 0, cells)]);
    for length in 0..whole.len() {
        if let Ok((read, _)) = read(&whole[..length], &mut |_| {}) {
            assert!(!read.problems.is_empty() || read.sheets.is_empty(), "{length}");
        }
    }
    // Any byte may be anything.
    for at in 0..whole.len() {
        for value in [0, 1, 0x7f, 0xff] {
            let mut broken = whole.clone();
            broken[at] = value;
            let _ = read(&broken, &mut |_| {});
        }
    }
}

#[test]
fn a_row_of_numbers_at_the_last_column_ends_there() {
    let numbers = words(&[0, u16::MAX, 0, 2, 0, 0, 2, 0, u16::MAX]);
    let stream = workbook(0x0600, &[], &[(b"S", 0, vec![record(0x00bd, &numbers)])]);
    let (sheets, problems) = read_all(&stream);
    assert_eq!(sheets.len(), 1);
    assert!(!problems.is_empty());
}
