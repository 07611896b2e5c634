//! Signs of currencies at amounts ("€100") that say something else than the currency of their row.
//!
//! Invariant: the column of currencies, else what the reading says, keeps the last word; a sign
//! that contradicts it is told. Nothing is converted.

use std::collections::BTreeMap;

use super::amounts::Amounts;
use super::problem;
use crate::base::{Currency, stretches};
use crate::ingest::Problem;
use crate::table::{Field, Table};
use crate::words::Args;

/// Currencies whose own sign is a dollar, as one list of them writes it.
#[rustfmt::skip]
const DOLLARS: [&str; 28] = [
    "USD", "AUD", "ARS", "BBD", "BMD", "BND", "BSD", "BZD", "CAD", "CLP", "COP", "DOP", "FJD", "GYD", "HKD", "JMD",
    "KYD", "LRD", "MXN", "NAD", "NZD", "SBD", "SGD", "SRD", "TTD", "TWD", "UYU", "XCD",
];

/// One problem for each pair of sign and currency, at the first amount that shows it.
pub(super) fn problems(table: &Table, amounts: &Amounts) -> Vec<Problem> {
    let mut found: BTreeMap<(u16, Currency, Currency), (u32, usize)> = BTreeMap::new();
    for column in amounts.marked().filter(|column| column.field != Field::LocalAmount) {
        stretches::each(table.rows.iter().enumerate(), |(row, &physical)| {
            let Some((marked, is_bare)) = column.mark(physical) else { return };
            let stated = table.currency(row);
            let dollars = is_bare && DOLLARS.contains(&stated.code());
            if !stated.is_none() && stated != marked && !dollars {
                found.entry((column.index, marked, stated)).or_insert((0, row)).0 += 1;
            }
        });
    }
    let told = |((index, marked, stated), (count, row)): ((u16, Currency, Currency), _)| {
        let args = Args::new()
            .with("count", count)
            .with("marked", marked.code())
            .with("stated", stated.code());
        problem("problem-currency-marked", args, Some(table.source(row, None).row), Some(index))
    };
    found.into_iter().map(told).collect()
}
