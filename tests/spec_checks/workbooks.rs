//! Workbooks of the other formats from the lines of a spec: xls (Excel 97) record by record, ods as its
//! XML. Written here and not by a library, so that they hold what the formats allow.

use std::collections::BTreeMap;
use std::io::{Cursor, Write as _};

use chrono::{Days, NaiveDate};
use zip::write::{SimpleFileOptions, ZipWriter};

#[path = "../mutations/compound.rs"]
mod compound;

/// One sheet: its title, whether it is hidden, and its cells.
pub struct Sheet<'t> {
    pub title: &'t str,
    pub hidden: bool,
    pub cells: Vec<Placed<'t>>,
}

/// What stands in a cell, or holds for its row; row and column count from 0.
pub struct Placed<'t> {
    pub row: u16,
    pub column: u16,
    pub written: Written<'t>,
}

pub enum Written<'t> {
    Text(&'t str),
    Bool(bool),
    /// As it is written, and its number format.
    Number(&'t str, &'t str),
    /// Its result; the formula itself is read by nobody.
    Formula(&'t str),
    /// Over how many columns, and the text.
    Merged(u16, &'t str),
    HiddenRow,
}

fn words(all: &[u16]) -> Vec<u8> {
    all.iter().flat_map(|word| word.to_le_bytes()).collect()
}

fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    let length = u16::try_from(data.len()).expect("a short record");
    [&kind.to_le_bytes()[..], &length.to_le_bytes(), data].concat()
}

/// Length in units, that they are wide, and the units.
fn wide(text: &str) -> Vec<u8> {
    let units: Vec<u16> = text.encode_utf16().collect();
    [&words(&[units.len() as u16])[..], &[1], &words(&units)].concat()
}

/// An Excel 97 workbook. `epoch_1904`: its days count from 1904.
pub fn xls(sheets: &[Sheet], epoch_1904: bool) -> Result<Vec<u8>, String> {
    let mut book = Xls::default();
    let bodies: Result<Vec<Vec<u8>>, String> =
        sheets.iter().map(|sheet| book.sheet(sheet)).collect();
    let bodies = bodies?;
    let head = |places: &[u32]| {
        let bound = sheets.iter().zip(places).flat_map(|(sheet, place)| {
            let units: Vec<u16> = sheet.title.encode_utf16().collect();
            let name = [&[units.len() as u8, 1][..], &words(&units)].concat();
            record(
                0x0085,
                &[&place.to_le_bytes()[..], &[u8::from(sheet.hidden), 0], &name].concat(),
            )
        });
        let bound: Vec<u8> = bound.collect();
        let era = record(0x0022, &words(&[u16::from(epoch_1904)]));
        [begin(5), era, book.styles(), bound, book.strings(), record(0x000a, &[])].concat()
    };
    let mut at = head(&vec![0; sheets.len()]).len() as u32;
    let places: Vec<u32> = bodies
        .iter()
        .map(|body| {
            at += body.len() as u32;
            at - body.len() as u32
        })
        .collect();
    Ok(compound::file(&[head(&places), bodies.concat()].concat()))
}

fn begin(content: u16) -> Vec<u8> {
    record(0x0809, &words(&[0x0600, content, 0, 0, 0, 0, 0, 0]))
}

#[derive(Default)]
struct Xls {
    texts: Vec<String>,
    /// Format codes by the number of their cell style.
    formats: BTreeMap<String, u16>,
}

impl Xls {
    fn sheet(&mut self, sheet: &Sheet) -> Result<Vec<u8>, String> {
        let mut body = begin(0x0010);
        let mut merged = Vec::new();
        for Placed { row, column, written } in &sheet.cells {
            let place = |style: u16| words(&[*row, *column, style]);
            let data = match written {
                Written::HiddenRow => {
                    record(0x0208, &words(&[*row, 0, 8, 0x00ff, 0, 0, 0x0020, 0]))
                }
                Written::Text(text) => self.label(&place(0), text),
                Written::Merged(width, text) => {
                    merged.extend(words(&[*row, *row, *column, column + width - 1]));
                    self.label(&place(0), text)
                }
                Written::Bool(flag) => {
                    record(0x0205, &[&place(0)[..], &[u8::from(*flag), 0]].concat())
                }
                Written::Number(number, format) => {
                    let value: f64 = number.parse().map_err(|_| format!("number {number:?}"))?;
                    let style = self.style(format);
                    record(0x0203, &[&place(style)[..], &value.to_le_bytes()].concat())
                }
                Written::Formula(result) => formula(&place(0), result),
            };
            body.extend(data);
        }
        if !merged.is_empty() {
            let count = words(&[(merged.len() / 8) as u16]);
            body.extend(record(0x00e5, &[count, merged].concat()));
        }
        body.extend(record(0x000a, &[]));
        Ok(body)
    }

    fn label(&mut self, place: &[u8], text: &str) -> Vec<u8> {
        self.texts.push(text.to_owned());
        let at = self.texts.len() as u32 - 1;
        record(0x00fd, &[place, &at.to_le_bytes()].concat())
    }

    fn style(&mut self, format: &str) -> u16 {
        let next = self.formats.len() as u16 + 1;
        if format.is_empty() { 0 } else { *self.formats.entry(format.to_owned()).or_insert(next) }
    }

    /// Formats of one's own are numbered from 164.
    fn styles(&self) -> Vec<u8> {
        let own = |style: &u16| 163 + style;
        let mut by_style: Vec<(&u16, &String)> =
            self.formats.iter().map(|(code, style)| (style, code)).collect();
        by_style.sort_unstable();
        let codes = by_style
            .iter()
            .flat_map(|(style, code)| record(0x041e, &[words(&[own(style)]), wide(code)].concat()));
        let style = |format: u16| record(0x00e0, &words(&[0, format, 0, 0, 0, 0, 0, 0, 0, 0]));
        let codes: Vec<u8> = codes.collect();
        let styles = by_style.iter().flat_map(|(at, _)| style(own(at)));
        codes.into_iter().chain(style(0)).chain(styles).collect()
    }

    fn strings(&self) -> Vec<u8> {
        let count = (self.texts.len() as u32).to_le_bytes();
        let texts: Vec<u8> = self.texts.iter().flat_map(|text| wide(text)).collect();
        record(0x00fc, &[&count[..], &count, &texts].concat())
    }
}

/// A number stands in the record, a text behind it, an error as its code.
fn formula(place: &[u8], result: &str) -> Vec<u8> {
    const ERRORS: [(&str, u8); 4] =
        [("#DIV/0!", 0x07), ("#VALUE!", 0x0f), ("#REF!", 0x17), ("#N/A", 0x2a)];
    let error = ERRORS.iter().find(|(name, _)| *name == result);
    let (value, text) = match (error, result.parse::<f64>()) {
        (Some((_, code)), _) => ([2, 0, *code, 0, 0, 0, 0xff, 0xff], None),
        (None, Ok(number)) => (number.to_le_bytes(), None),
        (None, Err(_)) => ([0, 0, 0, 0, 0, 0, 0xff, 0xff], Some(result)),
    };
    let cell = record(0x0006, &[place, &value, &[0; 6], &words(&[0])].concat());
    let behind = text.map(|text| record(0x0207, &wide(text))).unwrap_or_default();
    [cell, behind].concat()
}

/// An OpenDocument spreadsheet, each number shown as its format says.
pub fn ods(sheets: &[Sheet]) -> Result<Vec<u8>, String> {
    let tables: Result<String, String> = sheets.iter().map(table).collect();
    let names = ["office", "table", "text", "style"]
        .map(|name| format!(" xmlns:{name}=\"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0\""));
    let content = format!(
        "<?xml version=\"1.0\"?><office:document-content{}><office:automatic-styles>\
         <style:style style:name=\"off\" style:family=\"table\"><style:table-properties table:display=\"false\"/></style:style>\
         </office:automatic-styles><office:body><office:spreadsheet>{}</office:spreadsheet></office:body></office:document-content>",
        names.concat(),
        tables?
    );
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let kind = "application/vnd.oasis.opendocument.spreadsheet";
    for (name, text) in [("mimetype", kind), ("content.xml", &content)] {
        zip.start_file(name, SimpleFileOptions::default()).map_err(|why| why.to_string())?;
        zip.write_all(text.as_bytes()).map_err(|why| why.to_string())?;
    }
    Ok(zip.finish().map_err(|why| why.to_string())?.into_inner())
}

fn table(sheet: &Sheet) -> Result<String, String> {
    let mut rows: BTreeMap<u16, (bool, BTreeMap<u16, &Written>)> = BTreeMap::new();
    for Placed { row, column, written } in &sheet.cells {
        let (hidden, cells) = rows.entry(*row).or_default();
        match written {
            Written::HiddenRow => *hidden = true,
            written => _ = cells.insert(*column, written),
        }
    }
    let style = if sheet.hidden { " table:style-name=\"off\"" } else { "" };
    let mut xml = format!("<table:table table:name=\"{}\"{style}>", escaped(sheet.title));
    let mut next = 0;
    for (row, (hidden, cells)) in rows {
        if row > next {
            let gap = row - next;
            xml += &format!(
                "<table:table-row table:number-rows-repeated=\"{gap}\"><table:table-cell/></table:table-row>"
            );
        }
        let seen = if hidden { " table:visibility=\"collapse\"" } else { "" };
        xml += &format!("<table:table-row{seen}>");
        let mut place = 0;
        for (column, written) in cells {
            if column > place {
                let gap = column - place;
                xml += &format!("<table:table-cell table:number-columns-repeated=\"{gap}\"/>");
            }
            xml += &cell(written)?;
            place = column + if let Written::Merged(width, _) = written { *width } else { 1 };
        }
        xml += "</table:table-row>";
        next = row + 1;
    }
    Ok(xml + "</table:table>")
}

fn cell(written: &Written) -> Result<String, String> {
    let full = |kind: &str, value: &str, shown: &str| {
        let shown = escaped(shown);
        format!(
            "<table:table-cell office:value-type=\"{kind}\"{value}><text:p>{shown}</text:p></table:table-cell>"
        )
    };
    Ok(match written {
        Written::HiddenRow => String::new(),
        Written::Text(text) => full("string", "", text),
        Written::Merged(width, text) => {
            let over = format!(
                " table:number-columns-spanned=\"{width}\" table:number-rows-spanned=\"1\""
            );
            let covered = "<table:covered-table-cell/>".repeat(usize::from(width - 1));
            full("string", &over, text) + &covered
        }
        Written::Bool(flag) => {
            full("boolean", &format!(" office:boolean-value=\"{flag}\""), &flag.to_string())
        }
        Written::Formula(result) => match result.parse::<f64>() {
            Ok(_) => full(
                "float",
                &format!(" office:value=\"{result}\" table:formula=\"of:=1\""),
                result,
            ),
            Err(_) => full("string", " table:formula=\"of:=1\"", result),
        },
        Written::Number(number, format) if format.contains('y') => {
            let days = number.parse().map_err(|_| format!("a whole day, not {number:?}"))?;
            let first = NaiveDate::from_ymd_opt(1899, 12, 30).ok_or("a day")?;
            let day = first.checked_add_days(Days::new(days)).ok_or("a day")?.to_string();
            full("date", &format!(" office:date-value=\"{day}\""), &day)
        }
        Written::Number(number, format) => {
            let zeros = format.len() > 1 && format.bytes().all(|b| b == b'0');
            let shown = if zeros {
                format!("{number:0>width$}", width = format.len())
            } else {
                (*number).to_owned()
            };
            full("float", &format!(" office:value=\"{number}\""), &shown)
        }
    })
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}
