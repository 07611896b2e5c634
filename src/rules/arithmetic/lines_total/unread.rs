//! Charges in columns that no field reads: a parcel carrier has one for each of a hundred surcharges.
//!
//! A column is taken for a charge, or for a discount, where it is the difference between the total and the
//! charges that are read on nearly all rows that fill it. Nothing else is known of it, so no other check
//! looks at it.

use std::collections::BTreeSet;

use super::Comparison;
use crate::base::{Decimal, TableId};
use crate::table::Table;

/// Where so many rows fill the column, on so many in a hundred of them it is the difference; where fewer do, on
/// each.
const ROWS_MIN: usize = 3;
const SHARE_PERCENT: usize = 80;

/// Adds what such columns state to the totals.
pub(super) fn add_charges(comparisons: &mut [Comparison]) {
    let tables: BTreeSet<TableId> = comparisons.iter().filter_map(table_id).collect();
    for table in tables {
        let of_table = comparisons.iter_mut().filter(|one| table_id(one) == Some(table));
        add_of_table(&mut of_table.collect::<Vec<_>>());
    }
}

fn table_id(comparison: &Comparison) -> Option<TableId> {
    comparison.invoice.header().map(|header| header.table.id)
}

fn add_of_table(comparisons: &mut [&mut Comparison]) {
    let header = comparisons.first().and_then(|one| one.invoice.header());
    let Some(table) = header.map(|header| header.table) else { return };
    let mut left: Vec<usize> = unread(table);
    // One column may show the difference only once another one is taken.
    while let Some((place, sign)) = left
        .iter()
        .enumerate()
        .find_map(|(place, &column)| Some((place, sign_of(comparisons, column)?)))
    {
        let column = left.remove(place);
        for one in comparisons.iter_mut() {
            if let Some(amount) = amount(one, column) {
                one.total += sign * amount;
                one.charges += 1;
            }
        }
    }
}

fn unread(table: &Table) -> Vec<usize> {
    let is_read = |at: &usize| table.columns.iter().any(|column| usize::from(column.index) == *at);
    (0..table.raw.columns.len()).filter(|at| !is_read(at)).collect()
}

/// One for a charge, minus one for a discount; `None` where the column is neither.
fn sign_of(comparisons: &[&mut Comparison], column: usize) -> Option<Decimal> {
    let filled: Vec<(Decimal, Decimal)> = comparisons
        .iter()
        .filter_map(|one| Some((amount(one, column)?, one.stated.decimal() - one.total)))
        .collect();
    let is_charge = |sign: Decimal| {
        let right = filled.iter().filter(|(amount, missing)| sign * amount == *missing).count();
        match filled.len() {
            // On the one or two rows that fill it nothing but it explains the difference.
            0..ROWS_MIN => right > 0 && right == filled.len(),
            rows => right * 100 >= rows * SHARE_PERCENT,
        }
    };
    [Decimal::ONE, Decimal::NEGATIVE_ONE].into_iter().find(|sign| is_charge(*sign))
}

/// What the row states in the column; a nought and what is no number are nothing.
fn amount(comparison: &Comparison, column: usize) -> Option<Decimal> {
    let header = comparison.invoice.header()?;
    let row = *header.table.rows.get(header.row)? as usize;
    let text = header.table.raw.columns.get(column)?.text(row).trim();
    let number: Decimal = match text.parse() {
        Ok(number) => number,
        // A comma with one or two digits behind it is a decimal one.
        Err(_) => {
            let (whole, part) = text.split_once(',')?;
            let is_decimal = matches!(part.len(), 1 | 2) && !whole.contains(['.', ',']);
            is_decimal.then(|| format!("{whole}.{part}").parse().ok())??
        }
    };
    (!number.is_zero()).then_some(number)
}
