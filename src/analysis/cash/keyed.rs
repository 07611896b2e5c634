//! Rows that are found by the cells of some columns: their keys, and whether nearly every row of one
//! table finds one of another. Says nothing of which columns these are.

use crate::base::fold_id;
use crate::table::Table;

/// Rows that are looked at, and how many of a hundred must be found.
const SAMPLE: usize = 1_000;
const FOUND_PERCENT: usize = 90;

/// The cells of the columns, folded; none where one is blank.
pub fn key(table: &Table, row: usize, columns: &[u16]) -> Option<String> {
    let mut key = String::new();
    for &at in columns {
        let folded = fold_id(cell(table, row, at));
        if folded.is_empty() {
            return None;
        }
        key.push_str(&folded);
        key.push('\u{1f}');
    }
    Some(key)
}

pub fn cell(table: &Table, row: usize, at: u16) -> &str {
    let physical = table.rows.get(row).copied().unwrap_or(0) as usize;
    table.raw.text(physical, usize::from(at)).trim()
}

/// Rows over the whole of the table.
pub fn sampled(table: &Table) -> impl ExactSizeIterator<Item = usize> {
    (0..table.len()).step_by(table.len().div_ceil(SAMPLE).max(1))
}

/// Whether nearly every row has a key that is known.
pub fn nearly_all_found(table: &Table, own: &[u16], is_known: impl Fn(&String) -> bool) -> bool {
    let found = sampled(table).filter(|&row| key(table, row, own).as_ref().is_some_and(&is_known));
    !table.is_empty() && is_nearly_all(found.count(), sampled(table).len())
}

pub fn is_nearly_all(found: usize, all: usize) -> bool {
    found * 100 >= all * FOUND_PERCENT
}
