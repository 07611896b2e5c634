//! Sheets as files: UTF-8 text, comma or tab separated, and workbooks with real numbers and dates.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use super::sheet::Sheet;
use crate::base::Decimal;
use crate::table::ValueKind;

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

/// A workbook of one sheet. `None` only if the library refuses to write, which it never should.
pub(super) fn xlsx(sheet: &Sheet) -> Option<SampleFile> {
    let bytes = workbook(sheet).ok()?;
    Some(SampleFile { name: format!("{}.xlsx", sheet.name), bytes })
}

fn workbook(sheet: &Sheet) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // Without it the library writes the hour, and two runs would differ.
    let created = ExcelDateTime::from_ymd(2026, 11, 6)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&created));
    let to = workbook.add_worksheet();
    to.set_name(sheet.name.chars().take(31).collect::<String>())?;
    to.set_freeze_panes(1, 0)?;
    for (at, header) in (0..).zip(&sheet.headers) {
        to.write_with_format(0, at, *header, &Format::new().set_bold())?;
    }
    for (row, cells) in (1..).zip(&sheet.rows) {
        for ((at, field), text) in (0..).zip(&sheet.fields).zip(cells) {
            write(to, (row, at), field.value(), text)?;
        }
    }
    workbook.save_to_buffer()
}

fn write(
    to: &mut Worksheet,
    (row, at): (u32, u16),
    value: ValueKind,
    text: &str,
) -> Result<(), XlsxError> {
    let number = |text: &str| text.parse::<Decimal>().ok().and_then(|n| f64::try_from(n).ok());
    let cell = match value {
        _ if text.is_empty() => return Ok(()),
        ValueKind::Date => ExcelDateTime::parse_from_str(text).ok().map(Cell::Date),
        ValueKind::Amount | ValueKind::Number => number(text).map(Cell::Number),
        ValueKind::Percent => percent(text).map(Cell::Percent),
        ValueKind::Id | ValueKind::Text | ValueKind::Currency | ValueKind::Flag => None,
    };
    let as_format = |code: &str| Format::new().set_num_format(code);
    match cell {
        Some(Cell::Date(date)) => {
            to.write_with_format(row, at, &date, &as_format("yyyy-mm-dd"))?;
        }
        Some(Cell::Number(number)) => {
            to.write_number(row, at, number)?;
        }
        Some(Cell::Percent(ratio)) => {
            to.write_with_format(row, at, ratio, &as_format("0%"))?;
        }
        None => {
            to.write_string(row, at, text)?;
        }
    }
    Ok(())
}

enum Cell {
    Date(ExcelDateTime),
    Number(f64),
    Percent(f64),
}

/// `10%` as the ratio that a spreadsheet keeps.
fn percent(text: &str) -> Option<f64> {
    let hundredths: i64 = text.strip_suffix('%')?.parse().ok()?;
    f64::try_from(Decimal::new(hundredths, 2)).ok()
}
