//! Specs of reading: bytes in, raw rows, typed tables, fates, problems and refusals out.

use std::io::{Cursor, Write as _};
use std::sync::Arc;

use rust_xlsxwriter::{Format, Formula, Workbook, Worksheet};
use tieout::analysis::conservation::prove;
use tieout::base::{Currency, FileId, TableId, iso};
use tieout::ingest::{Problem, RawFile, Reading, Refusal, build, read};
use tieout::table::{Cell, Column, Data, Fate, Field, Kind, RawCell, RawKind, RawSheet, Table};
use tieout::words::{self, Lang};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

#[path = "../mutations/fed.rs"]
mod fed;

use super::Actual;
use super::format::{Block, Spec};
use super::workbooks::{self, Placed, Written};

/// Settings: `encoding` and `ends` (`lf`, `crlf`, `cr`) of a text file, `bom`; `kind`, `header`
/// (row number) and `currency` of the reading; `epoch: 1904` of an xls. With `zip` all text blocks are members of one archive.
pub fn check(spec: &Spec) -> Result<Actual, String> {
    spec.allow_settings(&[
        "encoding", "ends", "bom", "slashes", "kind", "header", "currency", "zip", "epoch",
    ])?;
    let (name, bytes) = input(spec)?;
    let file = read(&name, &bytes, &mut |_| {});
    if let Ok(file) = &file {
        let again = RawFile::decode(&file.encode());
        if again.as_ref() != Some(file) {
            return Err("the file does not survive its way between workers".to_owned());
        }
    }
    for piece in [1, 50, 5_000] {
        let fed = fed::read_in_pieces(&name, &bytes, piece);
        let alike = |fed: &RawFile| {
            file.as_ref()
                .is_ok_and(|file| file.sheets == fed.sheets && file.problems == fed.problems)
        };
        if fed.is_some_and(|fed| !alike(&fed)) {
            return Err(format!("the workbook is read otherwise in pieces of {piece} bytes"));
        }
    }
    let mut actual = Actual::new();
    for (at, block) in spec.blocks_of("expect") {
        let found = match (block.info.get(1).map(String::as_str), &file) {
            (Some("refusal"), Err(refusal)) => refused(refusal),
            (_, Err(refusal)) => return Err(format!("refused:\n{}", refused(refusal))),
            (Some("refusal"), Ok(_)) => String::new(),
            (Some("rows"), Ok(file)) => file.sheets.iter().map(rows).collect(),
            (Some("file"), Ok(file)) => told(file),
            (Some("table"), Ok(file)) => typed(spec, file)?,
            (other, _) => return Err(format!("expect rows, file, table, refusal, not {other:?}")),
        };
        actual.push((at, found));
    }
    if actual.is_empty() { Err("nothing is expected".to_owned()) } else { Ok(actual) }
}

pub(super) fn input(spec: &Spec) -> Result<(String, Vec<u8>), String> {
    let named = |block: &Block| block.info.get(1).cloned().ok_or("a file needs a name".to_owned());
    if spec.setting("zip").is_some() {
        return zipped(spec);
    }
    if let Some((_, block)) = spec.blocks_of("text").next() {
        return Ok((named(block)?, encoded(spec, &block.text)?));
    }
    if let Some((_, block)) = spec.blocks_of("hex").next() {
        let digits: String = block.text.split_whitespace().collect();
        let byte = |at: usize| u8::from_str_radix(digits.get(at..at + 2).unwrap_or("?"), 16);
        let bytes: Result<Vec<u8>, _> = (0..digits.len()).step_by(2).map(byte).collect();
        return Ok((named(block)?, bytes.map_err(|why| why.to_string())?));
    }
    if spec.blocks_of("part").next().is_some() {
        return package(spec);
    }
    if let Some((_, first)) = spec.blocks_of("sheet").next()
        && named(first)?.ends_with(['s', 'S'])
    {
        return other_workbook(spec, named(first)?);
    }
    let mut workbook = Workbook::new();
    let mut name = None;
    for (_, block) in spec.blocks_of("sheet") {
        name = Some(named(block)?);
        let sheet = workbook.add_worksheet();
        if let Some(title) = block.info.get(2) {
            sheet.set_name(title).map_err(|why| why.to_string())?;
        }
        if block.info.get(3).is_some_and(|word| word == "hidden") {
            sheet.set_hidden(true);
        }
        for line in block.text.lines() {
            write(sheet, line)?;
        }
    }
    let bytes = workbook.save_to_buffer().map_err(|why| why.to_string())?;
    Ok((name.ok_or("no text, hex or sheet block")?, bytes))
}

/// All text blocks as the members of one archive.
fn zipped(spec: &Spec) -> Result<(String, Vec<u8>), String> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (_, block) in spec.blocks_of("text") {
        let name = block.info.get(1).ok_or("a file needs a name")?;
        let options = zip::write::SimpleFileOptions::default();
        zip.start_file(name.as_str(), options).map_err(|why| why.to_string())?;
        zip.write_all(&encoded(spec, &block.text)?).map_err(|why| why.to_string())?;
    }
    let bytes = zip.finish().map_err(|why| why.to_string())?.into_inner();
    Ok(("files.zip".to_owned(), bytes))
}

/// A workbook from its parts, as another program could have written it. What is not given is made:
/// the smallest package with one sheet.
fn package(spec: &Spec) -> Result<(String, Vec<u8>), String> {
    const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const ROLE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let relations =
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
    let relation = |id: &str, role: &str, target: &str| {
        format!("<Relationship Id=\"{id}\" Type=\"{ROLE}/{role}\" Target=\"{target}\"/>")
    };
    let mut parts = vec![
        (
            "_rels/.rels".to_owned(),
            format!(
                "{relations}{}</Relationships>",
                relation("r1", "officeDocument", "xl/workbook.xml")
            ),
        ),
        (
            "xl/workbook.xml".to_owned(),
            format!(
                "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{ROLE}\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels".to_owned(),
            format!(
                "{relations}{}</Relationships>",
                relation("r1", "worksheet", "worksheets/sheet1.xml")
            ),
        ),
    ];
    let mut file = None;
    for (_, block) in spec.blocks_of("part") {
        let [_, name, part, ..] = block.info.as_slice() else {
            return Err("a part is: part FILE PATH".to_owned());
        };
        file = Some(name.clone());
        let part =
            part.replace('/', if spec.setting("slashes") == Some("back") { "\\" } else { "/" });
        parts.retain(|(known, _)| known.replace('/', "\\") != part.replace('/', "\\"));
        parts.push((part, block.text.replace('\n', "")));
    }
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (part, text) in parts.iter().filter(|(_, text)| !text.is_empty()) {
        zip.start_file(part.as_str(), SimpleFileOptions::default())
            .map_err(|why| why.to_string())?;
        zip.write_all(&encoded(spec, text)?).map_err(|why| why.to_string())?;
    }
    let bytes = zip.finish().map_err(|why| why.to_string())?.into_inner();
    Ok((file.ok_or("no part")?, bytes))
}

/// The text in the encoding and with the line ends that the settings name.
fn encoded(spec: &Spec, text: &str) -> Result<Vec<u8>, String> {
    let text = match spec.setting("ends").unwrap_or("lf") {
        "lf" => text.to_owned(),
        "crlf" => text.replace('\n', "\r\n"),
        "cr" => text.replace('\n', "\r"),
        other => return Err(format!("line ends {other:?}")),
    };
    let text = text.replace('␀', "\0");
    let label = spec.setting("encoding").unwrap_or("utf-8");
    let mut bytes = match label {
        "utf-16le" => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        "utf-16be" => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        label => {
            let encoding = encoding_rs::Encoding::for_label(label.as_bytes());
            encoding.ok_or(format!("encoding {label:?}"))?.encode(&text).0.into_owned()
        }
    };
    if spec.setting("bom") == Some("yes") {
        let mark: &[u8] = match label {
            "utf-16le" => b"\xff\xfe",
            "utf-16be" => b"\xfe\xff",
            _ => b"\xef\xbb\xbf",
        };
        bytes.splice(0..0, mark.iter().copied());
    }
    Ok(bytes)
}

/// The sheets as an xls or ods.
fn other_workbook(spec: &Spec, name: String) -> Result<(String, Vec<u8>), String> {
    let mut sheets = Vec::new();
    for (_, block) in spec.blocks_of("sheet") {
        let cells: Result<Vec<Placed>, String> = block.text.lines().map(placed).collect();
        sheets.push(workbooks::Sheet {
            title: block.info.get(2).map_or("Sheet1", String::as_str),
            hidden: block.info.get(3).is_some_and(|word| word == "hidden"),
            cells: cells?,
        });
    }
    let bytes = match name.rsplit('.').next() {
        Some("xls") => workbooks::xls(&sheets, spec.setting("epoch") == Some("1904"))?,
        Some("ods") => workbooks::ods(&sheets)?,
        other => return Err(format!("no workbook is called {other:?}")),
    };
    Ok((name, bytes))
}

/// `B2 number 45838 yyyy-mm-dd`: cell, kind, value and number format.
fn placed(line: &str) -> Result<Placed<'_>, String> {
    let mut words = line.splitn(3, ' ');
    let (Some(place), Some(kind)) = (words.next(), words.next()) else {
        return Err(format!("a cell is: B2 number 1.5 0.00, not {line:?}"));
    };
    let value = words.next().unwrap_or("");
    let (row, column) = cell_at(place)?;
    let written = match kind {
        "text" => Written::Text(value),
        "bool" => Written::Bool(value == "true"),
        "formula" => {
            let (_, result) = value.split_once(" -> ").ok_or("a formula of an xls has a value")?;
            Written::Formula(result)
        }
        "merged" => {
            let (last, text) =
                value.split_once(' ').ok_or("merged cells are: A1 merged B1 Text")?;
            let (_, last) = cell_at(last)?;
            Written::Merged(last - column + 1, text)
        }
        "hidden" => Written::HiddenRow,
        "number" => {
            let (number, format) = value.split_once(' ').unwrap_or((value, ""));
            Written::Number(number, format)
        }
        other => return Err(format!("no kind of cell is called {other:?}")),
    };
    Ok(Placed { row: u16::try_from(row).map_err(|why| why.to_string())?, column, written })
}

/// Row and column of "B2", counted from 0.
fn cell_at(place: &str) -> Result<(u32, u16), String> {
    let letters = place.trim_end_matches(|c: char| c.is_ascii_digit());
    let column = letters.bytes().fold(0_u16, |column, b| column * 26 + u16::from(b - b'A') + 1) - 1;
    let row: u32 = place[letters.len()..].parse().map_err(|_| format!("row of {place:?}"))?;
    Ok((row - 1, column))
}

/// The same in a sheet of an xlsx, where a row may be too far down for the others.
fn write(sheet: &mut Worksheet, line: &str) -> Result<(), String> {
    let mut words = line.splitn(3, ' ');
    let (Some(place), Some(kind)) = (words.next(), words.next()) else {
        return Err(format!("a cell is: B2 number 1.5 0.00, not {line:?}"));
    };
    let value = words.next().unwrap_or("");
    let (row, column) = cell_at(place)?;
    let written = match kind {
        "text" => sheet.write_string(row, column, value),
        "bool" => sheet.write_boolean(row, column, value == "true"),
        "formula" => {
            let (formula, result) = value.split_once(" -> ").unwrap_or((value, ""));
            sheet.write_formula(row, column, Formula::new(formula).set_result(result))
        }
        "merged" => {
            let (last, text) =
                value.split_once(' ').ok_or("merged cells are: A1 merged B1 Text")?;
            sheet.merge_range(row, column, row, cell_at(last)?.1, text, &Format::new())
        }
        "hidden" => sheet.set_row_hidden(row),
        "number" => {
            let (number, format) = value.split_once(' ').unwrap_or((value, ""));
            let number: f64 = number.parse().map_err(|_| format!("number {number:?}"))?;
            match format {
                "" => sheet.write_number(row, column, number),
                code => {
                    let format = Format::new().set_num_format(code);
                    sheet.write_number_with_format(row, column, number, &format)
                }
            }
        }
        other => return Err(format!("no kind of cell is called {other:?}")),
    };
    written.map(|_| ()).map_err(|why| why.to_string())
}

fn refused(refusal: &Refusal) -> String {
    let say = |part: &str| words::say(Lang::En, &format!("{}.{part}", refusal.key), &refusal.args);
    format!("{}\n{}\n{}\n", say("what"), say("why"), say("remedy"))
}

/// One line a row: its number, then the cells. What is not text says what it is.
fn rows(sheet: &RawSheet) -> String {
    let mut found = String::new();
    for row in 0..sheet.rows() {
        found.push_str(&sheet.row_numbers[row].to_string());
        for column in &sheet.columns {
            found.push_str(" | ");
            found.push_str(&column.get(row).map(cell).unwrap_or_default());
        }
        while found.ends_with([' ', '|']) {
            found.pop();
        }
        found.push('\n');
    }
    found
}

fn cell(cell: RawCell) -> String {
    let text = cell.text.replace('\n', "⏎").replace('\r', "␍");
    match cell.kind {
        RawKind::Text => text,
        kind => format!("{text} ({kind:?})"),
    }
}

/// Kind, encoding, sheets and problems.
fn told(file: &RawFile) -> String {
    let mut found = words::text(Lang::En, file.kind.word());
    if let Some(encoding) = &file.encoding {
        found.push_str(&format!(", {encoding}"));
    }
    found.push('\n');
    for sheet in &file.sheets {
        let hidden = if sheet.hidden { ", hidden" } else { "" };
        found.push_str(&format!("sheet {}: {} rows{hidden}\n", sheet.name, sheet.rows()));
    }
    found.push_str(&problems(&file.problems));
    found
}

pub(super) fn problems(problems: &[Problem]) -> String {
    let line = |problem: &Problem| {
        let row = problem.row.map(|row| format!("row {row}: ")).unwrap_or_default();
        format!("{row}{}\n", words::say(Lang::En, &problem.key, &problem.args))
    };
    problems.iter().map(line).collect()
}

/// The first sheet under a reading whose header words are field keys: rows with their fates and
/// typed cells, then the table's currency and problems.
fn typed(spec: &Spec, file: &RawFile) -> Result<String, String> {
    let raw = Arc::new(file.sheets.first().ok_or("no sheet")?.clone());
    let key = spec.setting("kind").ok_or("a typed table needs the setting kind")?;
    let kind = Kind::from_key(key).ok_or(format!("no kind of table {key:?}"))?;
    let header: u32 = spec.setting("header").unwrap_or("1").parse().map_err(|_| "header")?;
    let header = raw.row_numbers.iter().position(|n| *n == header).ok_or("no such header row")?;
    let field = |column: usize| Field::from_key(raw.text(header, column).trim());
    let columns = (0..raw.columns.len()).filter_map(|c| Some((field(c)?, c as u16))).collect();
    let currency = match spec.setting("currency") {
        Some(code) => Currency::parse(code).ok_or(format!("currency {code:?}"))?,
        None => Currency::NONE,
    };
    let reading = Reading {
        kind,
        header_row: Some(header as u32),
        header_height: 1,
        columns,
        numbers: Default::default(),
        dates: Default::default(),
        currency,
        fates: Default::default(),
        filled: Default::default(),
        scales: Default::default(),
        parts: Default::default(),
    };
    let (table, told) = build(TableId(0), FileId(0), &file.name.as_str().into(), &raw, &reading);
    let table = Arc::new(table);
    if !prove(std::slice::from_ref(&table)).holds() {
        return Err("sums are not conserved".to_owned());
    }
    let currency = match table.currency.is_none() {
        true => String::new(),
        false => format!("currency {}\n", table.currency),
    };
    Ok(format!("{}{currency}{}", table_rows(&table), problems(&told)))
}

pub(super) fn table_rows(table: &Table) -> String {
    let mut found = String::new();
    let mut used = 0;
    for (physical, fate) in table.fates.iter().enumerate() {
        found.push_str(&format!("{} {}", table.raw.row_numbers[physical], fate.key()));
        if *fate == Fate::Used {
            let cells: Vec<String> =
                table.columns.iter().filter_map(|column| value(column, used)).collect();
            found.push_str(&format!(": {}", cells.join(", ")));
            used += 1;
        }
        found.push('\n');
    }
    found
}

fn value(column: &Column, row: usize) -> Option<String> {
    let text = match &column.data {
        Data::Text(text) => text.get(row)?.to_owned(),
        Data::Date(dates) => shown(dates.get(row), iso)?,
        Data::Number(numbers) => shown(numbers.get(row), |n| n.to_string())?,
    };
    Some(format!("{} {text}", column.field.key()))
}

fn shown<T>(cell: Cell<T>, show: impl Fn(T) -> String) -> Option<String> {
    match cell {
        Cell::Blank => None,
        Cell::Failed => Some("unread".to_owned()),
        Cell::Ok(value) => Some(show(value)),
    }
}
