//! Excel 2003 XML: the workbook that NetSuite and many others still write.
//!
//! A document type is never expanded: an entity that it declares stays as it is written.

use std::collections::BTreeMap;
use std::io::Cursor;

use quick_xml::events::{BytesStart, Event};

use super::encoding::{Decoded, declared, decode_declared};
use super::package::damaged;
use super::serial::{Epoch, NumberFormat, format_of_code, number_cell};
use super::sheet::SheetBuilder;
use super::text::of_decoding;
use super::xlsx::xml::{self, Xml, attribute, push_reference};
use super::{PROGRESS_ROWS, ReadProgress, ReadSheets, ReadStage, keep};
use crate::base::limits::{SHEET_COLUMNS_MAX, SHEET_ROWS_MAX, SHEETS_MAX};
use crate::ingest::{Problem, Refusal};
use crate::table::RawKind;
use crate::words::Args;

pub(super) fn read(
    bytes: &[u8],
    chosen: Option<&str>,
    progress: &mut dyn FnMut(ReadProgress),
) -> Result<(ReadSheets, Decoded<'static>), Refusal> {
    let mut decoded = decode_declared(bytes, chosen, declared(bytes).as_deref());
    let text = std::mem::take(&mut decoded.text);
    let mut xml = xml::reader(Box::new(Cursor::new(text.into_owned().into_bytes())));
    let mut book = Book::default();
    let whole = book.read(&mut xml, progress);
    if let Some(sheet) = book.sheet.take() {
        keep(&mut book.read, sheet.builder.finish()?)?;
    }
    match whole {
        Err(refusal) if book.read.sheets.iter().all(|sheet| sheet.rows() == 0) => {
            return Err(refusal);
        }
        Err(_) => {
            let key = "problem-ends-early".to_owned();
            let args = Args::new();
            book.read.problems.push(Problem { key, args, sheet: None, row: None, column: None });
        }
        Ok(()) => {}
    }
    book.read.problems.extend(of_decoding(&decoded));
    book.read.beyond(book.sheets);
    Ok((book.read, decoded.told()))
}

#[derive(Default)]
struct Book {
    read: ReadSheets,
    formats: BTreeMap<String, NumberFormat>,
    epoch: Epoch,
    sheet: Option<Sheet>,
    /// Worksheets met, also those beyond the limit.
    sheets: usize,
    rows_read: u64,
}

struct Sheet {
    builder: SheetBuilder,
    row: u32,
    column: u32,
    /// Columns described before the rows.
    columns_told: u32,
    /// Per column, rows that a merged cell from above still covers.
    covered: BTreeMap<u32, u32>,
}

impl Book {
    fn read(
        &mut self,
        xml: &mut Xml,
        progress: &mut dyn FnMut(ReadProgress),
    ) -> Result<(), Refusal> {
        let mut buffer = Vec::new();
        let mut style = String::new();
        let mut open = 0_usize;
        loop {
            match xml::next(xml, &mut buffer)? {
                Event::Start(e) => {
                    open += 1;
                    match e.local_name().as_ref() {
                        "Style" => style = attribute(&e, "ID").unwrap_or_default(),
                        "NumberFormat" => self.number_format(&style, &e),
                        "Worksheet" => self.worksheet(&e)?,
                        "Row" => {
                            self.row(&e)?;
                            self.rows_read += 1;
                            if self.rows_read.is_multiple_of(PROGRESS_ROWS) {
                                let (stage, done) = (ReadStage::Rows, self.rows_read);
                                progress(ReadProgress { stage, done, total: None });
                            }
                        }
                        "Cell" => {
                            let cell = Cell::of(&e);
                            self.cell(cell, xml)?;
                            open -= 1;
                        }
                        "Column" => self.column(&e),
                        "Visible" => {
                            let says = xml::next(xml, &mut buffer)?;
                            let hidden = matches!(says, Event::Text(t) if &*t.xml10_content() != "SheetVisible");
                            if let Some(sheet) = self.sheet.as_mut().filter(|_| hidden) {
                                sheet.builder.hide();
                            }
                        }
                        "Date1904" => self.epoch = Epoch::Y1904,
                        _ => {}
                    }
                }
                Event::End(_) => open = open.saturating_sub(1),
                Event::Eof if open > 0 => return Err(damaged()),
                Event::Eof => return Ok(()),
                _ => {}
            }
        }
    }

    fn number_format(&mut self, style: &str, element: &BytesStart) {
        let code = attribute(element, "Format").unwrap_or_default();
        let format = match code.as_str() {
            "Short Date" | "Medium Date" | "Long Date" | "General Date" | "Short Time"
            | "Medium Time" | "Long Time" => NumberFormat::Date,
            "General Number" | "Fixed" | "Standard" | "Percent" | "Scientific" | "Currency"
            | "Euro Currency" | "Yes/No" | "True/False" | "On/Off" => NumberFormat::Plain,
            code => format_of_code(code),
        };
        self.formats.insert(style.to_owned(), format);
    }

    fn worksheet(&mut self, element: &BytesStart) -> Result<(), Refusal> {
        if let Some(sheet) = self.sheet.take() {
            keep(&mut self.read, sheet.builder.finish()?)?;
        }
        self.sheets += 1;
        if self.sheets <= SHEETS_MAX {
            let name = attribute(element, "Name").unwrap_or_default();
            let builder = SheetBuilder::new(&name, false);
            let covered = BTreeMap::new();
            self.sheet = Some(Sheet { builder, row: 0, column: 0, columns_told: 0, covered });
        }
        Ok(())
    }

    fn column(&mut self, element: &BytesStart) {
        let Some(sheet) = &mut self.sheet else { return };
        let number = |name: &str| attribute(element, name)?.trim().parse::<u32>().ok();
        let first =
            number("Index").filter(|index| *index > 0).map_or(sheet.columns_told, |i| i - 1);
        let last = first.saturating_add(number("Span").unwrap_or(0));
        sheet.columns_told = last.saturating_add(1);
        if attribute(element, "Hidden").is_some_and(|hidden| hidden == "1") {
            sheet.builder.hidden_columns(first..=last);
        }
    }

    fn row(&mut self, element: &BytesStart) -> Result<(), Refusal> {
        let Some(sheet) = &mut self.sheet else { return Ok(()) };
        let number = |name: &str| attribute(element, name)?.trim().parse::<u32>().ok();
        let wanted = number("Index").filter(|index| *index > sheet.row);
        let next = wanted.unwrap_or(sheet.row + 1).min(SHEET_ROWS_MAX);
        let passed = next - sheet.row;
        sheet.covered.retain(|_, rows| {
            *rows = rows.saturating_sub(passed);
            *rows > 0
        });
        sheet.row = next;
        sheet.column = 0;
        sheet.builder.row(next)?;
        if attribute(element, "Hidden").is_some_and(|hidden| hidden == "1") {
            sheet.builder.hidden_row(next);
        }
        Ok(())
    }

    /// Reads up to the cell's end tag and sets it.
    fn cell(&mut self, mut cell: Cell, xml: &mut Xml) -> Result<(), Refusal> {
        cell.read(xml)?;
        let Some(sheet) = self.sheet.as_mut().filter(|sheet| sheet.row > 0) else { return Ok(()) };
        match cell.index.filter(|index| *index > sheet.column) {
            Some(index) => sheet.column = index - 1,
            None => {
                while sheet.covered.contains_key(&sheet.column) {
                    sheet.column += 1;
                }
            }
        }
        let width = cell.across.min(u32::from(SHEET_COLUMNS_MAX)) + 1;
        if cell.down > 0 {
            for column in sheet.column..sheet.column + width {
                sheet.covered.insert(column, cell.down + 1);
            }
        }
        let (kind, text) = cell.value(&self.formats, self.epoch);
        sheet.builder.cell(sheet.column as usize, kind, &text);
        sheet.column += width;
        Ok(())
    }
}

#[derive(Default)]
struct Cell {
    /// 1-based column, where cells before it are left out.
    index: Option<u32>,
    across: u32,
    down: u32,
    style: String,
    has_formula: bool,
    kind: String,
    text: String,
}

impl Cell {
    fn of(element: &BytesStart) -> Cell {
        let number = |name: &str| attribute(element, name)?.trim().parse::<u32>().ok();
        Cell {
            index: number("Index"),
            across: number("MergeAcross").unwrap_or(0),
            down: number("MergeDown").unwrap_or(0),
            style: attribute(element, "StyleID").unwrap_or_default(),
            has_formula: attribute(element, "Formula").is_some(),
            ..Cell::default()
        }
    }

    fn read(&mut self, xml: &mut Xml) -> Result<(), Refusal> {
        let mut buffer = Vec::new();
        let mut in_data = 0_usize;
        loop {
            match xml::next(xml, &mut buffer)? {
                Event::Start(e) => match e.local_name().as_ref() {
                    "Data" => {
                        in_data = 1;
                        self.kind = attribute(&e, "Type").unwrap_or_default();
                    }
                    // Runs of rich text stand in elements of HTML.
                    _ if in_data > 0 => in_data += 1,
                    // A comment has data of its own.
                    "Comment" => skip(xml, &mut Vec::new(), "Comment")?,
                    _ => {}
                },
                Event::End(e) if e.local_name().as_ref() == "Cell" => return Ok(()),
                Event::End(_) => in_data = in_data.saturating_sub(1),
                Event::Text(t) if in_data > 0 => self.text.push_str(&t.xml10_content()),
                Event::CData(t) if in_data > 0 => self.text.push_str(&t.xml10_content()),
                Event::GeneralRef(r) if in_data > 0 => push_reference(&r, &mut self.text),
                Event::Eof => return Err(damaged()),
                _ => {}
            }
        }
    }

    fn value(&self, formats: &BTreeMap<String, NumberFormat>, epoch: Epoch) -> (RawKind, String) {
        let text = self.text.trim();
        if text.is_empty() && self.has_formula && self.kind != "String" {
            return (RawKind::NoValue, String::new());
        }
        match self.kind.as_str() {
            "Number" => {
                let plain = NumberFormat::Plain;
                let format = formats.get(&self.style).unwrap_or(&plain);
                number_cell(text, format, epoch)
            }
            "DateTime" => date_time(text),
            "Boolean" => {
                let yes = matches!(text, "1" | "true" | "True");
                (RawKind::Bool, if yes { "TRUE" } else { "FALSE" }.to_owned())
            }
            "Error" => (RawKind::Error, text.to_owned()),
            _ => (RawKind::Text, self.text.clone()),
        }
    }
}

/// `2026-11-06T00:00:00.000`; day zero of 1899 carries a time alone.
fn date_time(text: &str) -> (RawKind, String) {
    let (day, clock) = text.split_once('T').unwrap_or((text, ""));
    let clock = clock.split(['.', 'Z', '+']).next().unwrap_or("");
    match (day, clock) {
        ("1899-12-31" | "1899-12-30", clock) if !clock.is_empty() => (RawKind::Text, clock.into()),
        (day, "" | "00:00:00") => (RawKind::Date, day.to_owned()),
        (day, clock) => (RawKind::Date, format!("{day} {clock}")),
    }
}

fn skip(xml: &mut Xml, buffer: &mut Vec<u8>, name: &str) -> Result<(), Refusal> {
    loop {
        match xml::next(xml, buffer)? {
            Event::End(e) if e.local_name().as_ref() == name => return Ok(()),
            Event::Eof => return Err(damaged()),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(table: &str) -> Vec<String> {
        let text = format!(
            "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY lol \"lollol\">]>\
             <Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"\
             xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"><Styles>\
             <Style ss:ID=\"d\"><NumberFormat ss:Format=\"Short Date\"/></Style>\
             <Style ss:ID=\"z\"><NumberFormat ss:Format=\"0000000000\"/></Style></Styles>\
             <Worksheet ss:Name=\"S\"><Table>{table}"
        );
        let (read, _) = super::read(text.as_bytes(), None, &mut |_| {}).expect("reads");
        let sheet = &read.sheets[0];
        let row = |row: usize| {
            let cells = sheet.columns.iter().map(|column| match column.get(row) {
                Some(cell) if cell.kind != RawKind::Text => {
                    format!("{} {:?}", cell.text, cell.kind)
                }
                Some(cell) => cell.text.to_string(),
                None => String::new(),
            });
            cells.collect::<Vec<_>>().join("|")
        };
        (0..sheet.rows()).map(row).collect()
    }

    #[test]
    fn indexes_merges_and_types() {
        let data = |kind: &str, text: &str| format!("<Data ss:Type=\"{kind}\">{text}</Data>");
        let table = format!(
            "<Row><Cell ss:MergeAcross=\"1\">{}</Cell><Cell>{}</Cell></Row>\
             <Row ss:Index=\"3\"><Cell ss:Index=\"2\" ss:StyleID=\"d\">{}</Cell>\
             <Cell ss:StyleID=\"z\">{}</Cell><Cell>{}</Cell></Row>\
             <Row><Cell ss:MergeDown=\"1\">{}</Cell><Cell>{}</Cell></Row>\
             <Row><Cell>{}</Cell><Cell>{}</Cell></Row>\
             </Table></Worksheet></Workbook>",
            data("String", "a"),
            data("String", "b &amp; &lol; &#228;"),
            data("Number", "45838"),
            data("Number", "123"),
            data("DateTime", "2025-06-30T14:02:00.000"),
            data("String", "down"),
            data("Boolean", "1"),
            data("Error", "#N/A"),
            data("Number", "1.5E-3"),
        );
        assert_eq!(
            rows(&table),
            [
                "a||b & &lol; ä|",
                "|||",
                "|2025-06-30 Date|0000000123 Id|2025-06-30 14:02:00 Date",
                "down|TRUE Bool||",
                "|#N/A Error|0.0015 Number|",
            ]
        );
    }

    #[test]
    fn a_file_that_breaks_off_gives_what_it_has() {
        assert_eq!(
            rows("<Row><Cell><Data ss:Type=\"String\">a</Data></Cell></Row><Row><Ce"),
            ["a"]
        );
    }
}
