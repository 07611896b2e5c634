//! A list in any language, in any encoding that can hold it, is read as it was written: from two
//! hundred bytes up, without a word about the encoding. When one is not, the table of what was taken
//! for what is printed.

use std::fmt::Write as _;

use encoding_rs::Encoding;
use tieout::ingest::{RawFile, read};

/// Language, encodings that can hold it, and a list. Written by hand; each is well over 400 bytes.
const LISTS: [(&str, &[&str], &str); 18] = [
    ("Korean", &["utf-8", "euc-kr", "utf-16le"], include_str!("encodings/korean.csv")),
    ("Chinese", &["utf-8", "gb18030", "gbk", "utf-16le"], include_str!("encodings/chinese.csv")),
    ("Traditional", &["utf-8", "big5", "utf-16le"], include_str!("encodings/traditional.csv")),
    (
        "Japanese",
        &["utf-8", "shift_jis", "euc-jp", "iso-2022-jp", "utf-16le"],
        include_str!("encodings/japanese.csv"),
    ),
    (
        "German",
        &["utf-8", "windows-1252", "macintosh", "utf-16le"],
        include_str!("encodings/german.csv"),
    ),
    ("French", &["utf-8", "windows-1252", "macintosh"], include_str!("encodings/french.csv")),
    ("Spanish", &["utf-8", "windows-1252", "macintosh"], include_str!("encodings/spanish.csv")),
    ("Portuguese", &["utf-8", "windows-1252"], include_str!("encodings/portuguese.csv")),
    ("Swedish", &["utf-8", "windows-1252"], include_str!("encodings/swedish.csv")),
    ("Polish", &["utf-8", "windows-1250", "iso-8859-2"], include_str!("encodings/polish.csv")),
    ("Czech", &["utf-8", "windows-1250", "iso-8859-2"], include_str!("encodings/czech.csv")),
    (
        "Hungarian",
        &["utf-8", "windows-1250", "iso-8859-2"],
        include_str!("encodings/hungarian.csv"),
    ),
    (
        "Russian",
        &["utf-8", "windows-1251", "koi8-r", "iso-8859-5", "ibm866"],
        include_str!("encodings/russian.csv"),
    ),
    ("Greek", &["utf-8", "windows-1253", "iso-8859-7"], include_str!("encodings/greek.csv")),
    ("Turkish", &["utf-8", "windows-1254"], include_str!("encodings/turkish.csv")),
    ("Thai", &["utf-8", "windows-874"], include_str!("encodings/thai.csv")),
    ("Hebrew", &["utf-8", "windows-1255"], include_str!("encodings/hebrew.csv")),
    ("Arabic", &["utf-8", "windows-1256"], include_str!("encodings/arabic.csv")),
];

#[test]
fn every_list_is_read_in_every_encoding() {
    let mut wrong = String::new();
    let mut tried = 0;
    for (language, labels, list) in LISTS {
        for label in labels {
            for bytes_min in [200, 400, usize::MAX] {
                let text = first_lines(list, label, bytes_min);
                let bytes = encoded(&text, label);
                tried += 1;
                let found = read("list.csv", &bytes, &mut |_| {}).map(|file| (cells(&file), file));
                match found {
                    Ok((cells, _)) if cells == plain(&text) => {}
                    Ok((_, file)) => {
                        let taken = file.encoding.unwrap_or_default();
                        let _ = writeln!(wrong, "{language} {label} {}: {taken}", bytes.len());
                    }
                    Err(refusal) => {
                        let _ = writeln!(wrong, "{language} {label}: {}", refusal.key);
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "of {tried}:\nlanguage, encoding, bytes: taken for\n{wrong}");
}

#[test]
fn plain_text_raises_no_doubt() {
    for (language, _, list) in LISTS {
        let file = read("list.csv", list.as_bytes(), &mut |_| {}).expect("reads");
        assert!(file.other_encodings.is_empty(), "{language}: {:?}", file.other_encodings);
    }
}

/// Whole lines until they take so many bytes.
fn first_lines(list: &str, label: &str, bytes_min: usize) -> String {
    let mut text = String::new();
    for line in list.lines() {
        text.push_str(line);
        text.push('\n');
        if encoded(&text, label).len() >= bytes_min {
            break;
        }
    }
    text
}

fn encoded(text: &str, label: &str) -> Vec<u8> {
    if label == "utf-16le" {
        return text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    }
    let encoding = Encoding::for_label(label.as_bytes()).expect("a label");
    let (bytes, _, failed) = encoding.encode(text);
    assert!(!failed, "{label} cannot hold {text}");
    bytes.into_owned()
}

fn cells(file: &RawFile) -> String {
    let sheet = &file.sheets[0];
    let row = |row: usize| -> Vec<&str> {
        (0..sheet.columns.len()).map(|column| sheet.text(row, column)).collect()
    };
    (0..sheet.rows()).map(|at| row(at).join(";").trim_end_matches(';').to_owned() + "\n").collect()
}

fn plain(text: &str) -> String {
    text.lines().map(|line| line.trim_end_matches(';').to_owned() + "\n").collect()
}
