//! OpenDocument spreadsheets, zipped or flat: one pass over the XML, no grid of cells.
//!
//! Not their formulas, links and scripts, which are never followed. An id whose zeros stand only in
//! its format is taken as it is shown. Repeated rows and cells count only where they hold something:
//! a file may claim millions of empty ones.

use std::collections::BTreeSet;

use quick_xml::events::{BytesStart, Event};

use super::package::{Package, damaged};
use super::serial::plain_decimal;
use super::sheet::SheetBuilder;
use super::xlsx::xml::{self, Xml, attribute, attributes, push_reference};
use super::{PROGRESS_ROWS, ReadProgress, ReadSheets, ReadStage, keep};
use crate::base::limits::{FILE_CELLS_MAX, SHEET_COLUMNS_MAX, SHEETS_MAX};
use crate::ingest::{Problem, Refusal};
use crate::table::RawKind;
use crate::words::Args;

type Progress<'p> = &'p mut dyn FnMut(ReadProgress);

/// A zipped spreadsheet.
pub(super) fn read(package: &mut Package, progress: Progress) -> Result<ReadSheets, Refusal> {
    let manifest = package.text("META-INF/manifest.xml").ok().flatten().unwrap_or_default();
    if manifest.contains("encryption-data") {
        return Err(Refusal::new("refused-unknown-encryption", Args::new()));
    }
    let content = package.part("content.xml")?.ok_or_else(damaged)?;
    read_content(xml::reader(content), progress)
}

/// The content of a spreadsheet, or all of a flat one. What stands before a break is kept.
pub(super) fn read_content(mut xml: Xml, progress: Progress) -> Result<ReadSheets, Refusal> {
    let mut book = Book::default();
    let whole = book.read(&mut xml, progress);
    let open = book.sheet.take();
    match whole {
        Err(refusal) if refusal.key != "refused-damaged" => return Err(refusal),
        Err(refusal) if open.is_none() && book.read.sheets.is_empty() => return Err(refusal),
        Err(_) => {
            if let Some(sheet) = open {
                keep(&mut book.read, sheet.builder.finish()?)?;
            }
            let (key, args) = ("problem-ends-early".to_owned(), Args::new());
            book.read.problems.push(Problem { key, args, sheet: None, row: None, column: None });
        }
        Ok(()) => {}
    }
    book.read.beyond(book.sheets);
    Ok(book.read)
}

#[derive(Default)]
struct Book {
    read: ReadSheets,
    sheet: Option<Sheet>,
    /// Sheets met, also those beyond the limit.
    sheets: usize,
    /// Styles of sheets that are not displayed.
    hidden_styles: BTreeSet<String>,
    rows_read: u64,
}

struct Sheet {
    builder: SheetBuilder,
    /// Number of the row being read, 1-based, and how often it stands there.
    row: u32,
    row_repeat: u32,
    row_hidden: bool,
    /// Columns described before the rows.
    columns_told: u32,
    /// Filled cells of the row: column, how often, what.
    cells: Vec<(u32, u32, RawKind, String)>,
    column: u32,
}

/// The cell being read.
struct Cell {
    repeat: u32,
    kind: Option<String>,
    value: Option<String>,
    is_error: bool,
    has_formula: bool,
    text: String,
    paragraphs: u32,
}

impl Book {
    fn read(&mut self, xml: &mut Xml, progress: Progress) -> Result<(), Refusal> {
        let mut buffer = Vec::new();
        let mut style = String::new();
        let mut cell: Option<Cell> = None;
        // Elements open inside the cell, and whether a paragraph of its own is one of them: notes
        // and drawings have paragraphs too.
        let (mut depth, mut in_text) = (0_u32, false);
        loop {
            match xml::next(xml, &mut buffer)? {
                Event::Start(e) if cell.is_some() => {
                    depth += 1;
                    if let Some(cell) = &mut cell {
                        in_text = cell.element(&e, depth, in_text);
                    }
                }
                Event::Start(e) => match e.local_name().as_ref() {
                    "style" => style = attribute(&e, "name").unwrap_or_default(),
                    "table-properties" if shown(&e) == Some(false) => {
                        self.hidden_styles.insert(style.clone());
                    }
                    "table" => self.begin(&e),
                    "table-column" => self.column(&e),
                    "table-row" => self.begin_row(&e),
                    "table-cell" | "covered-table-cell" if self.sheet.is_some() => {
                        (cell, depth, in_text) = (Some(Cell::new(&e)), 0, false);
                    }
                    _ => {}
                },
                Event::End(_) if cell.is_some() => {
                    if depth > 0 {
                        in_text &= depth > 1;
                        depth -= 1;
                    } else if let (Some(cell), Some(sheet)) = (cell.take(), &mut self.sheet) {
                        sheet.take(cell);
                    }
                }
                Event::End(e) => match e.local_name().as_ref() {
                    "table-row" => self.end_row(progress)?,
                    "table" => self.end()?,
                    _ => {}
                },
                Event::Text(t) if in_text => push(&mut cell, &t.xml10_content()),
                Event::CData(t) if in_text => push(&mut cell, &t.xml10_content()),
                Event::GeneralRef(r) if in_text => {
                    if let Some(cell) = &mut cell {
                        push_reference(&r, &mut cell.text);
                    }
                }
                Event::Eof if self.sheet.is_some() => return Err(damaged()),
                Event::Eof => return Ok(()),
                _ => {}
            }
        }
    }

    fn begin(&mut self, element: &BytesStart) {
        self.sheets += 1;
        if self.sheets > SHEETS_MAX || self.sheet.is_some() {
            return;
        }
        let name = attribute(element, "name").unwrap_or_default();
        let style = attribute(element, "style-name").unwrap_or_default();
        let builder = SheetBuilder::new(&name, self.hidden_styles.contains(&style));
        self.sheet = Some(Sheet {
            builder,
            row: 0,
            row_repeat: 0,
            row_hidden: false,
            columns_told: 0,
            cells: Vec::new(),
            column: 0,
        });
    }

    fn column(&mut self, element: &BytesStart) {
        let Some(sheet) = &mut self.sheet else { return };
        let first = sheet.columns_told;
        let count = repeat(element, "number-columns-repeated").max(1);
        sheet.columns_told = first.saturating_add(count);
        if attribute(element, "visibility").is_some_and(|v| v != "visible") {
            sheet.builder.hidden_columns(first..=sheet.columns_told - 1);
        }
    }

    fn begin_row(&mut self, element: &BytesStart) {
        let Some(sheet) = &mut self.sheet else { return };
        sheet.row = sheet.row.saturating_add(sheet.row_repeat.max(1));
        sheet.row_repeat = repeat(element, "number-rows-repeated");
        sheet.row_hidden = attribute(element, "visibility").is_some_and(|v| v != "visible");
        sheet.cells.clear();
        sheet.column = 0;
    }

    fn end_row(&mut self, progress: Progress) -> Result<(), Refusal> {
        let Some(sheet) = &mut self.sheet else { return Ok(()) };
        if sheet.cells.is_empty() {
            return Ok(());
        }
        let width = sheet.cells.iter().map(|(column, repeat, ..)| column.saturating_add(*repeat));
        let width = width.max().unwrap_or(0).min(u32::from(SHEET_COLUMNS_MAX));
        let claimed = u64::from(sheet.row_repeat) * u64::from(width);
        if claimed > FILE_CELLS_MAX {
            // Filling memory up to the limit would only come to the same end later.
            let args = Args::new()
                .with("rows", sheet.row_repeat)
                .with("columns", width)
                .with("limit", FILE_CELLS_MAX as i64);
            return Err(Refusal::new("refused-too-many-cells", args));
        }
        for number in sheet.row..sheet.row.saturating_add(sheet.row_repeat) {
            sheet.builder.row(number)?;
            if sheet.row_hidden {
                sheet.builder.hidden_row(number);
            }
            for (column, repeat, kind, text) in &sheet.cells {
                for column in *column..column.saturating_add(*repeat) {
                    sheet.builder.cell(column as usize, *kind, text);
                }
            }
            self.rows_read += 1;
            if self.rows_read.is_multiple_of(PROGRESS_ROWS) {
                let done = self.rows_read;
                progress(ReadProgress { stage: ReadStage::Rows, done, total: None });
            }
        }
        Ok(())
    }

    fn end(&mut self) -> Result<(), Refusal> {
        match self.sheet.take() {
            Some(sheet) => keep(&mut self.read, sheet.builder.finish()?),
            None => Ok(()),
        }
    }
}

impl Sheet {
    fn take(&mut self, cell: Cell) {
        // One cell too many is enough to say that cells stand beyond the last column.
        let repeat = cell.repeat.min(u32::from(SHEET_COLUMNS_MAX) + 1);
        let column = self.column;
        self.column = self.column.saturating_add(cell.repeat);
        if let Some((kind, text)) = cell.content() {
            self.cells.push((column, repeat, kind, text));
        }
    }
}

impl Cell {
    fn new(element: &BytesStart) -> Cell {
        let mut cell = Cell {
            repeat: repeat(element, "number-columns-repeated"),
            kind: None,
            value: None,
            is_error: false,
            has_formula: false,
            text: String::new(),
            paragraphs: 0,
        };
        attributes(element, |name, value| match name {
            "value-type" if value == "error" => cell.is_error = true,
            "value-type" => cell.kind = cell.kind.take().or(Some(value.to_owned())),
            "formula" => cell.has_formula = true,
            _ => {}
        });
        let value = match cell.kind.as_deref() {
            Some("date") => "date-value",
            Some("time") => "time-value",
            Some("boolean") => "boolean-value",
            Some("string") => "string-value",
            _ => "value",
        };
        cell.value = attribute(element, value);
        cell
    }

    /// An element inside the cell; says whether text is now the cell's own.
    fn element(&mut self, element: &BytesStart, depth: u32, in_text: bool) -> bool {
        match element.local_name().as_ref() {
            "p" if depth == 1 => {
                if self.paragraphs > 0 {
                    self.text.push('\n');
                }
                self.paragraphs += 1;
                true
            }
            "s" if in_text => {
                let count = attribute(element, "c").and_then(|count| count.parse().ok());
                let count: usize = count.unwrap_or(1);
                self.text.extend(std::iter::repeat_n(' ', count.min(SPACES_MAX)));
                true
            }
            "tab" if in_text => {
                self.text.push('\t');
                true
            }
            "line-break" if in_text => {
                self.text.push('\n');
                true
            }
            // A phonetic reading is not part of the text, a note inside it neither.
            "ruby-text" | "annotation" | "frame" => false,
            _ => in_text,
        }
    }

    fn content(self) -> Option<(RawKind, String)> {
        if self.is_error {
            return Some((RawKind::Error, self.text));
        }
        let value = self.value.filter(|value| !value.is_empty());
        let content = match (self.kind.as_deref(), value) {
            (Some("float" | "percentage" | "currency"), Some(value)) => number(&value, self.text),
            (Some("date"), Some(value)) => date(&value),
            (Some("time"), Some(value)) => (RawKind::Text, clock(&value)),
            (Some("boolean"), Some(value)) => {
                (RawKind::Bool, if value == "true" { "TRUE" } else { "FALSE" }.to_owned())
            }
            (Some("string"), Some(value)) => (RawKind::Text, value),
            (None, _) if self.has_formula && self.text.is_empty() => {
                return Some((RawKind::NoValue, String::new()));
            }
            _ => (RawKind::Text, self.text),
        };
        Some(content).filter(|(_, text)| !text.is_empty())
    }
}

/// Blanks that one element may stand for.
const SPACES_MAX: usize = 1_024;

fn push(cell: &mut Option<Cell>, text: &str) {
    if let Some(cell) = cell {
        // Line ends in the file are layout, as in all of XML.
        cell.text.push_str(&text.replace(['\r', '\n', '\t'], " "));
    }
}

fn shown(element: &BytesStart) -> Option<bool> {
    attribute(element, "display").map(|display| display != "false")
}

fn repeat(element: &BytesStart, name: &str) -> u32 {
    attribute(element, name).and_then(|count| count.trim().parse().ok()).unwrap_or(1).max(1)
}

/// A number, or the id that it is shown as: the same digits with zeros before them.
fn number(value: &str, shown: String) -> (RawKind, String) {
    let Some(plain) = plain_decimal(value) else { return (RawKind::Text, shown) };
    let is_id = shown.len() > plain.len()
        && shown.starts_with('0')
        && shown.bytes().all(|byte| byte.is_ascii_digit())
        && shown.trim_start_matches('0') == plain.trim_start_matches('0');
    if is_id { (RawKind::Id, shown) } else { (RawKind::Number, plain) }
}

/// `2026-11-06T14:02:00.000` as the table layer writes it.
fn date(value: &str) -> (RawKind, String) {
    let (day, clock) = value.trim().split_once('T').unwrap_or((value.trim(), ""));
    let clock = clock.split('.').next().unwrap_or("").trim_end_matches('Z');
    let text = match clock {
        "" | "00:00:00" => day.to_owned(),
        clock => format!("{day} {clock}"),
    };
    (RawKind::Date, text)
}

/// `PT14H05M00S` as a clock shows it.
fn clock(value: &str) -> String {
    let part = |unit: char| -> Option<&str> {
        let (before, _) = value.split_once(unit)?;
        let digits = before.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.');
        before.get(digits.len()..)?.split('.').next()
    };
    match (value.starts_with("PT"), part('H'), part('M'), part('S')) {
        (true, Some(hours), Some(minutes), Some(seconds)) => format!("{hours}:{minutes}:{seconds}"),
        _ => value.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;
    use crate::table::RawSheet;

    fn sheets(body: &str) -> Result<ReadSheets, Refusal> {
        let text = format!(
            "<office:document><style:style style:name='ta2'><style:table-properties \
             table:display='false'/></style:style>{body}</office:document>"
        );
        read_content(xml::reader(Box::new(Cursor::new(text.into_bytes()))), &mut |_| {})
    }

    fn row(sheet: &RawSheet, row: usize) -> Vec<&str> {
        (0..sheet.columns.len()).map(|column| sheet.text(row, column)).collect()
    }

    #[test]
    fn every_kind_of_value() {
        let read = sheets(
            "<table:table table:name='List' table:style-name='ta2'><table:table-row>\
             <table:table-cell office:value-type='string'><office:annotation><text:p>note</text:p>\
             </office:annotation><text:p>A<text:s text:c='2'/><text:span>&amp;B</text:span></text:p>\
             <text:p>C</text:p></table:table-cell>\
             <table:table-cell office:value-type='float' office:value='4711'><text:p>0000004711\
             </text:p></table:table-cell>\
             <table:table-cell office:value-type='currency' office:value='1234.50'><text:p>1.234,50 €\
             </text:p></table:table-cell>\
             <table:table-cell office:value-type='date' office:date-value='2026-11-06T00:00:00'/>\
             <table:table-cell office:value-type='time' office:time-value='PT08H30M00S'/>\
             <table:table-cell office:value-type='boolean' office:boolean-value='true'/>\
             <table:table-cell office:value-type='string' calcext:value-type='error'><text:p>#N/A\
             </text:p></table:table-cell></table:table-row></table:table>",
        );
        let read = read.expect("a spreadsheet");
        let expected =
            ["A  &B\nC", "0000004711", "1234.5", "2026-11-06", "08:30:00", "TRUE", "#N/A"];
        assert_eq!(row(&read.sheets[0], 0), expected);
        assert!(read.sheets[0].hidden);
    }

    #[test]
    fn repetition_counts_only_where_something_stands() {
        let read = sheets(
            "<table:table table:name='List'><table:table-row table:number-rows-repeated='2'>\
             <table:table-cell/><table:table-cell table:number-columns-repeated='2' \
             office:value-type='float' office:value='1'/><table:table-cell \
             table:number-columns-repeated='16000'/></table:table-row>\
             <table:table-row table:number-rows-repeated='1048570'><table:table-cell/>\
             </table:table-row></table:table>",
        );
        let sheet = &read.expect("a spreadsheet").sheets[0];
        assert_eq!((sheet.rows(), row(sheet, 1)), (2, vec!["", "1", "1"]));
        let bomb = sheets(
            "<table:table><table:table-row table:number-rows-repeated='4000000000'>\
             <table:table-cell table:number-columns-repeated='4000000000' office:value-type='float' \
             office:value='1'/></table:table-row></table:table>",
        );
        assert_eq!(bomb.err().map(|r| r.key).as_deref(), Some("refused-too-many-cells"));
    }

    #[test]
    fn what_stands_before_a_break_is_kept_and_the_break_said() {
        let cell = "<table:table-cell office:value-type='float' office:value='7'/>";
        let read = sheets(&format!(
            "<table:table table:name='List'><table:table-row>{cell}</table:table-row><table:ta"
        ));
        let read = read.expect("one row");
        assert_eq!(row(&read.sheets[0], 0), ["7"]);
        assert_eq!(read.problems[0].key, "problem-ends-early");
    }
}
