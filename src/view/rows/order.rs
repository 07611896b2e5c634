//! Which rows stand in the grid, and in what order.

use std::cmp::Ordering;

use super::{Choice, Face};
use crate::base::{TableId, fold_word};
use crate::rules::Results;
use crate::table::{Cell, Data, RawColumn, Table, TextColumn};

/// What an order depends on, besides the revision.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct OrderKey {
    table: u32,
    face: Face,
    sort: Option<(u16, bool)>,
    filter: String,
}

/// Positions into the table's used rows, or into the sheet's physical rows.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Order {
    pub positions: Vec<u32>,
}

/// Filters and sorts. A second's work for a million rows, so it is kept.
pub fn order(results: &Results, key: &OrderKey) -> Order {
    let Some(table) = results.book.table(TableId(key.table)) else { return Order::default() };
    let mut positions: Vec<u32> = match fold_word(&key.filter) {
        wanted if wanted.is_empty() => (0..length(table, key.face) as u32).collect(),
        wanted => filter(table, key.face, &wanted),
    };
    if let Some((column, down)) = key.sort {
        let compare = comparison(table, key.face, usize::from(column));
        // Stable, and blanks last in both directions.
        positions.sort_by(|a, b| compare(*a as usize, *b as usize, down));
    }
    Order { positions }
}

pub(super) fn length(table: &Table, face: Face) -> usize {
    match face {
        Face::Typed => table.len(),
        Face::Raw => table.raw.rows(),
    }
}

impl OrderKey {
    pub fn of(choice: &Choice) -> OrderKey {
        OrderKey {
            table: choice.table,
            face: choice.face,
            sort: choice.sort,
            filter: choice.filter.clone(),
        }
    }
}

impl Order {
    /// Position of the row that the user's program shows under this number.
    pub(super) fn find(&self, table: &Table, face: Face, row_number: u32) -> Option<u32> {
        let physical = table.raw.row_numbers.binary_search(&row_number).ok()? as u32;
        let wanted = match face {
            Face::Raw => physical,
            Face::Typed => table.rows.binary_search(&physical).ok()? as u32,
        };
        self.positions.iter().position(|at| *at == wanted).map(|at| at as u32)
    }
}

/// Rows with a cell that holds the folded text. Each dictionary is searched once.
fn filter(table: &Table, face: Face, wanted: &str) -> Vec<u32> {
    let hits: Vec<Vec<bool>> = table
        .raw
        .columns
        .iter()
        .map(|column| column.cells.iter().map(|c| fold_word(c.text).contains(wanted)).collect())
        .collect();
    let hit = |physical: usize| {
        table.raw.columns.iter().zip(&hits).any(|(column, hits)| {
            let code = column.codes.get(physical).copied().unwrap_or(0) as usize;
            code.checked_sub(1).and_then(|at| hits.get(at)).copied().unwrap_or(false)
        })
    };
    match face {
        Face::Raw => (0..table.raw.rows()).filter(|at| hit(*at)).map(|at| at as u32).collect(),
        Face::Typed => {
            let physical = |at: &usize| hit(table.rows[*at] as usize);
            (0..table.len()).filter(physical).map(|at| at as u32).collect()
        }
    }
}

type Comparison<'t> = Box<dyn Fn(usize, usize, bool) -> Ordering + 't>;

fn comparison(table: &Table, face: Face, column: usize) -> Comparison<'_> {
    match face {
        Face::Raw => {
            // Column 0 is the fate.
            let Some(column) = column.checked_sub(1).and_then(|at| table.raw.columns.get(at))
            else {
                return Box::new(|a, b, down| {
                    ordered(Some(table.fates.get(a)), Some(table.fates.get(b)), down)
                });
            };
            let ranks = raw_ranks(column);
            Box::new(move |a, b, down| {
                ordered(rank(&ranks, column.codes[a]), rank(&ranks, column.codes[b]), down)
            })
        }
        Face::Typed => match table.columns.get(column).map(|column| &column.data) {
            None => Box::new(|_, _, _| Ordering::Equal),
            Some(Data::Text(text)) => {
                let ranks = text_ranks(text);
                Box::new(move |a, b, down| {
                    ordered(rank(&ranks, text.codes[a]), rank(&ranks, text.codes[b]), down)
                })
            }
            Some(Data::Date(dates)) => {
                Box::new(move |a, b, down| ordered(known(dates.get(a)), known(dates.get(b)), down))
            }
            Some(Data::Number(numbers)) => Box::new(move |a, b, down| {
                ordered(known(numbers.get(a)), known(numbers.get(b)), down)
            }),
        },
    }
}

fn known<T>(cell: Cell<T>) -> Option<T> {
    cell.ok()
}

fn ordered<T: Ord>(a: Option<T>, b: Option<T>, down: bool) -> Ordering {
    match (a, b) {
        (Some(a), Some(b)) if down => b.cmp(&a),
        (Some(a), Some(b)) => a.cmp(&b),
        (a, b) => a.is_none().cmp(&b.is_none()),
    }
}

/// Rank of each dictionary entry: text is compared once an entry, not once a row.
fn text_ranks(text: &TextColumn) -> Vec<u32> {
    ranks(text.dict.iter().map(fold_word).collect())
}

fn raw_ranks(column: &RawColumn) -> Vec<u32> {
    ranks(column.cells.iter().map(|cell| natural(cell.text)).collect())
}

/// Numbers before words and by size: the digits of a plain whole part are padded.
fn natural(text: &str) -> String {
    match text.parse::<crate::base::Decimal>() {
        Ok(number) if !number.is_sign_negative() => format!("0{number:0>40.10}"),
        _ => format!("1{}", fold_word(text)),
    }
}

fn ranks(keys: Vec<String>) -> Vec<u32> {
    let mut by_key: Vec<u32> = (0..keys.len() as u32).collect();
    by_key.sort_by(|a, b| keys[*a as usize].cmp(&keys[*b as usize]));
    let mut ranks = vec![0; keys.len()];
    let mut rank = 0;
    for (at, entry) in by_key.iter().enumerate() {
        if at > 0 && keys[*entry as usize] != keys[by_key[at - 1] as usize] {
            rank += 1;
        }
        ranks[*entry as usize] = rank;
    }
    ranks
}

/// `None` for a blank cell.
fn rank(ranks: &[u32], code: u32) -> Option<u32> {
    ranks.get((code as usize).checked_sub(1)?).copied()
}
