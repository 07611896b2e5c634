//! Columns by which the rows of two tables belong together though no header and no field says so: the
//! values of the one are found in the other, and there they tell rows apart.

use super::keyed::{cell, is_nearly_all, key, nearly_all_found, sampled};
use crate::base::{QuickSet, fold_id};
use crate::table::{Data, Table};

/// Fewer different values prove nothing, nor do shorter ones.
const VALUES_MIN: usize = 5;
const CHARS_MIN: usize = 4;
/// Columns that make one key.
const KEY_COLUMNS_MAX: usize = 4;

/// The columns of both, as few as tell the other table's rows apart.
pub fn by_values(table: &Table, other: &Table) -> Option<(Vec<u16>, Vec<u16>)> {
    let pairs = contained(table, other);
    let &(own, theirs, _) = pairs
        .iter()
        .filter(|(_, at, values)| *values >= VALUES_MIN && is_telling(other, *at))
        .max_by_key(|(own, theirs, values)| (*values, u16::MAX - own, u16::MAX - theirs))?;
    let mut found = (vec![own], vec![theirs]);
    let mut told = keys(other, &found.1).len();
    while told < other.len() && found.0.len() < KEY_COLUMNS_MAX {
        let free = pairs
            .iter()
            .filter(|(own, theirs, _)| !found.0.contains(own) && !found.1.contains(theirs));
        let longer = free.filter_map(|&(own, theirs, _)| {
            let with = |columns: &[u16], more| columns.iter().copied().chain([more]).collect();
            let (own, theirs): (Vec<u16>, Vec<u16>) = (with(&found.0, own), with(&found.1, theirs));
            let known = keys(other, &theirs);
            let is_found = nearly_all_found(table, &own, |key| known.contains(key));
            is_found.then_some((known.len(), own, theirs))
        });
        // The first of equals.
        let best = longer.reduce(|best, next| if next.0 > best.0 { next } else { best });
        let Some((more, own, theirs)) = best.filter(|(more, ..)| *more > told) else { break };
        (told, found) = (more, (own, theirs));
    }
    Some(found)
}

/// Pairs of columns of which the first's values are found among the second's, with how many different
/// ones the second has.
fn contained(table: &Table, other: &Table) -> Vec<(u16, u16, usize)> {
    let theirs: Vec<(u16, QuickSet<String>)> = columns(other)
        .map(|at| (at, (0..other.len()).map(|row| fold_id(cell(other, row, at))).collect()))
        .collect();
    let mut pairs = Vec::new();
    for own in columns(table) {
        let values: QuickSet<String> =
            sampled(table).map(|row| fold_id(cell(table, row, own))).collect();
        for (at, known) in &theirs {
            let found = values.iter().filter(|value| !value.is_empty() && known.contains(*value));
            if is_nearly_all(found.count(), values.len()) {
                pairs.push((own, *at, known.len()));
            }
        }
    }
    pairs
}

/// Columns that hold no amounts and no dates.
fn columns(table: &Table) -> impl Iterator<Item = u16> {
    let measured = |at: &u16| {
        let column = table.columns.iter().find(|column| column.index == *at);
        column.is_some_and(|column| !matches!(column.data, Data::Text(_)))
    };
    (0..table.raw.columns.len() as u16).filter(move |at| !measured(at))
}

fn is_telling(table: &Table, at: u16) -> bool {
    let long = sampled(table).filter(|&row| cell(table, row, at).chars().count() >= CHARS_MIN);
    is_nearly_all(long.count(), sampled(table).len())
}

/// The keys that the columns make.
fn keys(table: &Table, columns: &[u16]) -> QuickSet<String> {
    (0..table.len()).filter_map(|row| key(table, row, columns)).collect()
}
