//! The cells of a window, and the figures of a selection.

use serde::{Deserialize, Serialize};

use super::{Choice, Face, Order, Selection};
use crate::base::column_letters;
use crate::base::{Decimal, Money, Sums, limits};
use crate::table::{Cell, Data, Fate, Field, Table, ValueKind};
use crate::view::amounts;
use crate::words::{self, Lang, format};

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Column {
    /// The field's name, or the column's letter.
    pub head: String,
    /// The header in the file, where the head is another word.
    pub aside: String,
    /// Figures stand at the end of their cell.
    pub end: bool,
    /// Identifiers wear a slashed zero.
    pub id: bool,
    /// A field reads this column.
    pub mapped: bool,
    /// Characters of the widest cell seen, for a first width.
    pub width: u16,
    /// The column of the sheet; `None` for the fate.
    pub sheet_column: Option<u16>,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct GridRow {
    /// Position in the order.
    pub at: u32,
    /// Row number in the file.
    pub number: String,
    pub cells: Vec<GridCell>,
    /// Not read as data: shown struck, never hidden.
    pub struck: bool,
    pub selected: bool,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct GridCell {
    pub text: String,
    /// The column could not read it; the text is the raw one.
    pub bad: bool,
}

/// Rows looked at for the width of columns.
const WIDTH_ROWS: usize = 200;
const WIDTH_MAX: usize = 44;

pub(super) fn columns(table: &Table, face: Face, lang: Lang) -> Vec<Column> {
    match face {
        Face::Typed => {
            let typed = |column: &crate::table::Column| Column {
                head: words::text(lang, &column.field.word()),
                aside: column.header.clone(),
                end: !matches!(column.data, Data::Text(_)),
                id: column.field.value() == ValueKind::Id,
                mapped: true,
                width: width(table, usize::from(column.index)),
                sheet_column: Some(column.index),
            };
            table.columns.iter().map(typed).collect()
        }
        Face::Raw => {
            let fate =
                Column { head: words::text(lang, "grid-fate"), width: 10, ..Column::default() };
            let raw = |index: usize| {
                let reader = table.columns.iter().find(|c| usize::from(c.index) == index);
                let end = reader.is_some_and(|c| matches!(c.data, Data::Number(_)));
                Column {
                    head: column_letters(index as u16),
                    aside: reader.map_or_else(String::new, |c| words::text(lang, &c.field.word())),
                    end,
                    id: reader.is_some_and(|c| c.field.value() == ValueKind::Id),
                    mapped: reader.is_some(),
                    width: width(table, index),
                    sheet_column: u16::try_from(index).ok(),
                }
            };
            std::iter::once(fate).chain((0..table.raw.columns.len()).map(raw)).collect()
        }
    }
}

/// Where the column with these letters stands in the view.
pub(super) fn find(columns: &[Column], letters: Option<&str>) -> u16 {
    let is_it = |column: &Column| column.sheet_column.map(column_letters).as_deref() == letters;
    let found = letters.and_then(|_| columns.iter().position(is_it));
    found.and_then(|at| u16::try_from(at).ok()).unwrap_or_default()
}

/// The window, and the position of its first row.
pub(super) fn cut(
    table: &Table,
    choice: &Choice,
    order: &Order,
    columns: &[Column],
    lang: Lang,
) -> (u32, Vec<GridRow>) {
    let total = order.positions.len();
    let from = (choice.from as usize).min(total);
    let to = from.saturating_add(choice.rows.min(limits::WINDOW_ROWS_MAX) as usize).min(total);
    let rows = (from..to).map(|at| {
        let position = order.positions[at] as usize;
        match choice.face {
            Face::Typed => typed_row(table, at, position, choice, lang),
            Face::Raw => raw_row(table, at, position, choice, columns, lang),
        }
    });
    (from as u32, rows.collect())
}

pub(super) fn selection(
    table: &Table,
    choice: &Choice,
    order: &Order,
    columns: &[Column],
) -> Selection {
    let total = order.positions.len() as u32;
    let mut picked: Vec<(u32, u32)> =
        choice.selected.iter().map(|(a, b)| (*a, (*b).min(total.saturating_sub(1)))).collect();
    picked.retain(|(first, last)| first <= last && total > 0);
    picked.sort_unstable();
    let mut count = 0_i64;
    let mut sums = Sums::new();
    let mut number = Decimal::ZERO;
    let mut numbers = false;
    let field = choice.sum_column.and_then(|at| field_at(table, columns, usize::from(at)));
    let mut next = 0;
    for (first, last) in picked {
        for at in first.max(next)..=last {
            count += 1;
            let Some(row) = used_row(table, choice.face, order.positions[at as usize]) else {
                continue;
            };
            match field.map(|field| (field, field.value())) {
                Some((field, ValueKind::Amount)) => {
                    table.money(field, row).into_iter().for_each(|money: Money| sums.add(money));
                }
                Some((field, ValueKind::Number)) => {
                    let value = table.number(field, row).unwrap_or_default();
                    number = number.checked_add(value).unwrap_or(number);
                    numbers = true;
                }
                _ => {}
            }
        }
        next = next.max(last + 1);
    }
    Selection {
        count: if count == 0 { String::new() } else { format::count(count) },
        sums: amounts(&sums),
        number: if numbers { format::number(number.normalize()) } else { String::new() },
    }
}

fn field_at(table: &Table, columns: &[Column], at: usize) -> Option<Field> {
    let index = columns.get(at)?.sheet_column?;
    table.columns.iter().find(|column| column.index == index).map(|column| column.field)
}

fn used_row(table: &Table, face: Face, position: u32) -> Option<usize> {
    match face {
        Face::Typed => Some(position as usize),
        Face::Raw => table.rows.binary_search(&position).ok(),
    }
}

fn typed_row(table: &Table, at: usize, row: usize, choice: &Choice, lang: Lang) -> GridRow {
    let cell = |column: &crate::table::Column| {
        let raw = || table.raw(column.field, row).map_or("", |cell| cell.text).to_owned();
        let (text, bad) = match &column.data {
            Data::Text(text) => (text.get(row).unwrap_or_default().to_owned(), false),
            Data::Date(dates) => match dates.get(row) {
                Cell::Ok(date) => (format::date(lang, date), false),
                Cell::Blank => (String::new(), false),
                Cell::Failed => (raw(), true),
            },
            Data::Number(numbers) => match numbers.get(row) {
                Cell::Ok(value) => (number(table, column.field, row, value), false),
                Cell::Blank => (String::new(), false),
                Cell::Failed => (raw(), true),
            },
        };
        GridCell { text, bad }
    };
    GridRow {
        at: at as u32,
        number: number_of(table, table.rows[row] as usize),
        cells: table.columns.iter().map(cell).collect(),
        struck: false,
        selected: is_selected(choice, at),
    }
}

/// An amount with at least the digits of its currency, and never fewer than the file has.
fn number(table: &Table, field: Field, row: usize, value: Decimal) -> String {
    match field.value() {
        ValueKind::Amount => match table.money(field, row) {
            Some(money) if money.decimal() == value => format::money(money),
            _ => format::number(value),
        },
        ValueKind::Percent => format::percent(value),
        _ => format::number(value),
    }
}

fn raw_row(
    table: &Table,
    at: usize,
    physical: usize,
    choice: &Choice,
    columns: &[Column],
    lang: Lang,
) -> GridRow {
    let fate = table.fates.get(physical).copied().unwrap_or(Fate::Blank);
    let used = table.rows.binary_search(&(physical as u32)).ok();
    let failed = |index: u16| {
        let column = table.columns.iter().find(|column| column.index == index)?;
        let row = used?;
        Some(match &column.data {
            Data::Text(_) => false,
            Data::Date(dates) => dates.get(row) == Cell::Failed,
            Data::Number(numbers) => numbers.get(row) == Cell::Failed,
        })
    };
    let cell = |column: &Column| match column.sheet_column {
        None => GridCell { text: words::text(lang, &format!("fate-{}", fate.key())), bad: false },
        Some(index) => GridCell {
            text: table.raw.text(physical, usize::from(index)).to_owned(),
            bad: failed(index).unwrap_or(false),
        },
    };
    GridRow {
        at: at as u32,
        number: number_of(table, physical),
        cells: columns.iter().map(cell).collect(),
        struck: !matches!(fate, Fate::Used | Fate::Header | Fate::Title | Fate::Blank),
        selected: is_selected(choice, at),
    }
}

fn number_of(table: &Table, physical: usize) -> String {
    format::count(i64::from(table.raw.row_numbers.get(physical).copied().unwrap_or(0)))
}

fn is_selected(choice: &Choice, at: usize) -> bool {
    choice.selected.iter().any(|(first, last)| (*first..=*last).contains(&(at as u32)))
}

fn width(table: &Table, index: usize) -> u16 {
    let Some(column) = table.raw.columns.get(index) else { return 0 };
    let wide = |c: char| if u32::from(c) > 0x1100 { 2 } else { 1 };
    let texts = column.cells.iter().take(WIDTH_ROWS);
    let widest = texts.map(|cell| cell.text.chars().map(wide).sum::<usize>()).max().unwrap_or(0);
    widest.clamp(4, WIDTH_MAX) as u16
}
