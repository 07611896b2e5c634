//! Sheets as files: UTF-8 text, comma or tab separated.

use super::sheet::Sheet;

/// A file as a user would drop it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SampleFile {
    pub name: String,
    pub bytes: Vec<u8>,
}

pub(super) fn csv(sheet: &Sheet) -> SampleFile {
    // Excel reads UTF-8 in a CSV file only when it starts with the mark.
    let mark = if sheet.name.is_ascii() { "" } else { "\u{feff}" };
    SampleFile {
        name: format!("{}.csv", sheet.name),
        bytes: format!("{mark}{}", separated(sheet, ',')).into_bytes(),
    }
}

pub(super) fn tsv(sheet: &Sheet) -> SampleFile {
    SampleFile { name: format!("{}.tsv", sheet.name), bytes: separated(sheet, '\t').into_bytes() }
}

fn separated(sheet: &Sheet, separator: char) -> String {
    let mut text = String::new();
    let headers: Vec<String> = sheet.headers.iter().map(|header| (*header).to_owned()).collect();
    for row in std::iter::once(&headers).chain(&sheet.rows) {
        for (at, cell) in row.iter().enumerate() {
            if at > 0 {
                text.push(separator);
            }
            if cell.contains([separator, '"', '\n']) {
                text.push_str(&format!("\"{}\"", cell.replace('"', "\"\"")));
            } else {
                text.push_str(cell);
            }
        }
        text.push_str("\r\n");
    }
    text
}
