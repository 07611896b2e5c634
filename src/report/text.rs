//! Small pieces that several sections share: columns by word key, and how a source is written.

use super::{Align, Cell, Column, Table};
use crate::base::{Money, Source};
use crate::rules::Results;
use crate::words::{self, Arg, Lang, format};

/// A column whose title is a word key.
pub fn column(lang: Lang, key: &str, align: Align, width: u16) -> Column {
    Column { title: words::text(lang, key), align, width }
}

/// A column of words.
pub fn start(lang: Lang, key: &str, width: u16) -> Column {
    column(lang, key, Align::Start, width)
}

/// A column of figures.
pub fn end(lang: Lang, key: &str, width: u16) -> Column {
    column(lang, key, Align::End, width)
}

/// A table without a line of totals.
pub fn table(lang: Lang, title: &str, columns: Vec<Column>, rows: Vec<Vec<Cell>>) -> Table {
    Table { title: words::text(lang, title), columns, rows, totals: Vec::new() }
}

pub fn text(value: Option<&str>) -> Cell {
    value.map_or(Cell::Blank, |value| Cell::Text(value.to_owned()))
}

pub fn money(value: Option<Money>) -> Cell {
    value.map_or(Cell::Blank, Cell::Money)
}

/// The code in its own column, so that the amount stays a number.
pub fn code(value: Option<Money>) -> Cell {
    value.map_or(Cell::Blank, |money| Cell::Text(format::currency(money.currency)))
}

/// File, sheet and cell of a source.
pub fn source(results: &Results, at: Option<Source>) -> Cell {
    let cited = at.and_then(|at| results.cite(&at));
    cited.map_or(Cell::Blank, |cited| Cell::Text(cited.text()))
}

/// A found or expected value: typed where a workbook can hold it typed.
pub fn value(lang: Lang, arg: Option<&Arg>) -> Cell {
    match arg {
        None => Cell::Blank,
        Some(Arg::Money(money)) => Cell::Money(*money),
        Some(Arg::Number(number)) => Cell::Number(*number),
        Some(Arg::Percent(ratio)) => Cell::Percent(*ratio),
        Some(Arg::Count(count)) => Cell::Count(*count),
        Some(Arg::Date(date)) => Cell::Date(*date),
        Some(Arg::Text(text)) => Cell::Text(text.clone()),
        Some(Arg::Currency(currency)) => Cell::Text(format::currency(*currency)),
        Some(Arg::Term(key)) => Cell::Text(words::text(lang, key)),
        Some(Arg::List(items)) => Cell::Text(items.join(", ")),
    }
}
