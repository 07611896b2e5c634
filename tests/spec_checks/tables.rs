//! Typed tables straight from the CSV blocks of a spec, with field keys as headers.
//!
//! Deliberately simple and apart from `ingest`: specs of rules must not hang on how files are read.
//! One record a line; dates are ISO, numbers have a decimal point, percents are `10%` or `0.1`.

use std::str::FromStr;
use std::sync::Arc;

use tieout::base::{Currency, Date, Decimal, FileId, TableId, days_from_date};
use tieout::model::Policy;
use tieout::table::{
    Cell, Column, Data, DateColumn, Failure, Fate, Field, Kind, NumberColumn, RawCell, RawColumn,
    RawKind, RawSheet, Table, TextColumn, ValueKind,
};

use super::format::{Block, Spec};

/// The header of the column that names the findings expected on each row.
pub const MARKS: &str = "!";

/// A table of a spec, with the place of its block.
pub struct SpecTable {
    pub block: usize,
    pub table: Arc<Table>,
    pub has_marks: bool,
}

/// The settings `policy` (JSON) and `as_of`.
pub fn policy(spec: &Spec) -> Result<Policy, String> {
    let mut policy = match spec.setting("policy") {
        Some(json) => serde_json::from_str(json).map_err(|why| format!("policy: {why}"))?,
        None => Policy::default(),
    };
    if let Some(day) = spec.setting("as_of") {
        policy.as_of = Some(day.parse::<Date>().map_err(|why| format!("as_of: {why}"))?);
    }
    Ok(policy)
}

/// Reads every block ```` ```csv <kind> <file name> [<currency>] ````.
pub fn read_tables(spec: &Spec) -> Result<Vec<SpecTable>, String> {
    let read = |(id, (block, csv)): (usize, (usize, &Block))| {
        let [_, kind, name, rest @ ..] = csv.info.as_slice() else {
            return Err("a table is opened by: csv <kind> <file name>".to_owned());
        };
        let kind = Kind::from_key(kind).ok_or_else(|| format!("no kind of table {kind:?}"))?;
        let mut table = table(id as u32, kind, name, &csv.text)?;
        if let Some(code) = rest.first() {
            table.currency = Currency::parse(code).ok_or_else(|| format!("currency {code:?}"))?;
        }
        let has_marks = csv.text.lines().next().is_some_and(|h| h.trim_end().ends_with(MARKS));
        Ok(SpecTable { block, table: Arc::new(table), has_marks })
    };
    spec.blocks_of("csv").enumerate().map(read).collect()
}

/// The CSV text with the marks of each data row replaced.
pub fn with_marks(csv: &str, marks: impl Fn(u32) -> String) -> String {
    let mut out = String::new();
    for (at, line) in csv.lines().enumerate() {
        match line.rsplit_once(',') {
            Some((cells, _)) if at > 0 => {
                let mark = marks(at as u32 + 1);
                out.push_str(cells);
                out.push_str(if mark.is_empty() { "," } else { ", " });
                out.push_str(&mark);
            }
            _ => out.push_str(line),
        }
        out.push('\n');
    }
    out
}

/// Before the header of a column that no field reads.
const UNREAD: char = '?';

/// A typed table from CSV text whose headers are field keys. Row numbers are the lines of the text.
pub fn table(id: u32, kind: Kind, name: &str, csv: &str) -> Result<Table, String> {
    let mut lines = csv.lines().map(record);
    let headers = lines.next().ok_or_else(|| format!("{name}: an empty table"))?;
    let rows: Vec<Vec<String>> = lines.collect();
    if let Some(at) = rows.iter().position(|row| row.len() != headers.len()) {
        let (has, wants) = (rows[at].len(), headers.len());
        return Err(format!("{name}:{}: {has} cells under {wants} headers", at + 2));
    }
    let cells = |at: usize| rows.iter().map(move |row| row[at].as_str());
    let mut columns = Vec::new();
    let mut failures = Vec::new();
    let is_read = |header: &str| header != MARKS && !header.starts_with(UNREAD);
    for (at, header) in headers.iter().enumerate().filter(|(_, header)| is_read(header)) {
        let field = Field::from_key(header)
            .ok_or_else(|| format!("{name}: no field is called {header:?}"))?;
        // In a real file it would be dropped, and the spec would show what never happens.
        let spec = kind.spec();
        if kind != Kind::Other && !spec.needs.contains(&field) && !spec.reads.contains(&field) {
            let kind = kind.key();
            return Err(format!("{name}: {kind} reads no {header}; ?{header} is a column unread"));
        }
        let data = typed(field.value(), cells(at), |row| failures.push(Failure { row, field }));
        columns.push(Column { field, index: at as u16, header: header.clone(), data });
    }
    let count = rows.len() as u32;
    let of_the_file = headers.iter().enumerate().filter(|(_, header)| *header != MARKS);
    let raw = RawSheet {
        name: name.trim_end_matches(".csv").to_owned(),
        hidden: false,
        columns: of_the_file.map(|(at, header)| raw_column(header, cells(at))).collect(),
        row_numbers: (1..=count + 1).collect(),
        ..RawSheet::default()
    };
    let mut fates = vec![Fate::Used; rows.len() + 1];
    fates[0] = Fate::Header;
    Ok(Table {
        id: TableId(id),
        file: FileId(id),
        file_name: name.into(),
        kind,
        raw: Arc::new(raw),
        taken_from: Vec::new(),
        fates,
        rows: (1..=count).collect(),
        columns: Arc::new(columns.into()),
        failures,
        told: Vec::new(),
        currency: Currency::NONE,
        inherited: None,
        placed: None,
    })
}

/// One line of CSV: quotes may hold commas and doubled quotes; blanks around cells don't count.
fn record(line: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut quoted = false;
    let mut chars = line.chars().peekable();
    while let Some(c) = chars.next() {
        let cell = cells.last_mut().expect("a cell is always open");
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                cell.push('"');
                chars.next();
            }
            '"' => quoted = !quoted,
            ',' if !quoted => cells.push(String::new()),
            _ => cell.push(c),
        }
    }
    cells.iter().map(|cell| cell.trim().to_owned()).collect()
}

fn raw_column<'c>(header: &'c str, cells: impl Iterator<Item = &'c str>) -> RawColumn {
    let mut column = RawColumn::default();
    for text in std::iter::once(header).chain(cells) {
        let kind = match text {
            "#NOVALUE" => RawKind::NoValue,
            _ if is_error(text) => RawKind::Error,
            _ => RawKind::Text,
        };
        if text.is_empty() {
            column.codes.push(0);
            continue;
        }
        let shown = if kind == RawKind::NoValue { "" } else { text };
        let cell = RawCell { text: shown, kind };
        let known = column.cells.iter().position(|other| other == cell);
        let at = known.unwrap_or_else(|| {
            column.cells.push(cell);
            column.cells.len() - 1
        });
        column.codes.push(at as u32 + 1);
    }
    column
}

fn is_error(text: &str) -> bool {
    ["#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!"].contains(&text)
}

fn typed<'c>(
    value: ValueKind,
    cells: impl Iterator<Item = &'c str> + Clone,
    mut failed: impl FnMut(usize),
) -> Data {
    match value {
        ValueKind::Id | ValueKind::Text | ValueKind::Currency | ValueKind::Flag => {
            Data::Text(text_column(cells))
        }
        ValueKind::Date => {
            let mut column = DateColumn::default();
            for (row, text) in cells.enumerate() {
                let cell = cell(text, |t| Date::parse_from_str(t, "%Y-%m-%d").ok());
                if cell == Cell::Failed {
                    failed(row);
                }
                column.push(match cell {
                    Cell::Ok(date) => Cell::Ok(days_from_date(date)),
                    Cell::Blank => Cell::Blank,
                    Cell::Failed => Cell::Failed,
                });
            }
            Data::Date(column)
        }
        ValueKind::Amount | ValueKind::Number | ValueKind::Percent => {
            let numbers: Vec<Cell<Decimal>> = cells.map(|text| cell(text, number)).collect();
            let scale = numbers.iter().filter_map(|n| n.ok()).map(|n| n.scale()).max();
            let mut column = NumberColumn::with_scale(scale.unwrap_or(0));
            for (row, number) in numbers.into_iter().enumerate() {
                if number == Cell::Failed {
                    failed(row);
                }
                column.push(number);
            }
            Data::Number(column)
        }
    }
}

fn text_column<'c>(cells: impl Iterator<Item = &'c str>) -> TextColumn {
    let mut column = TextColumn::default();
    for text in cells {
        // The text of a broken cell is no client text, in a spec as in a workbook.
        let blank = text.is_empty() || text == "#NOVALUE" || is_error(text);
        if !blank {
            column.dict.push(text);
        }
        column.codes.push(if blank { 0 } else { column.dict.len() as u32 });
    }
    column
}

fn cell<T>(text: &str, parse: impl Fn(&str) -> Option<T>) -> Cell<T> {
    match text {
        "" => Cell::Blank,
        _ => parse(text).map_or(Cell::Failed, Cell::Ok),
    }
}

fn number(text: &str) -> Option<Decimal> {
    match text.strip_suffix('%') {
        Some(percent) => Some(Decimal::from_str(percent.trim()).ok()? / Decimal::ONE_HUNDRED),
        None => Decimal::from_str(text).ok(),
    }
}
