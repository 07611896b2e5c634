//! Whose "Mandant" it is: a company of the house in a ledger, the client in a house that stores for others.
//! The number of the customer beside it tells: where each goes with one name and each name with one, the
//! column names the customers. Not here: lists that name their customers otherwise.

use std::collections::{BTreeMap, BTreeSet};

use super::work::{Sheet, plain};
use crate::base::fold_word;
use crate::ingest::headers::{Header, Sense};
use crate::table::{Field, RawSheet};

/// So many customers show it.
const CUSTOMERS_MIN: usize = 3;
/// A slip in a name is no other customer.
const ONE_NAME_PERCENT: usize = 90;

pub fn settle(headers: &mut [Header], sheet: &Sheet) {
    let plainly = |field: Field| headers.iter().position(|header| header.is_plainly(field));
    let named = Sense::Field(Field::CustomerName);
    if headers.iter().any(|header| header.sense(named).is_some()) {
        return;
    }
    let tenant = headers.iter().position(|header| header.folded == "mandant");
    let Some((number, tenant)) = plainly(Field::CustomerNo).zip(tenant) else { return };
    if go_together(sheet.raw, sheet.rows, number, tenant) {
        headers[tenant].senses = vec![plain(Field::CustomerName)];
    }
}

/// Whether each value of one column goes with one of the other, both ways, in the rows looked at.
pub(super) fn go_together(raw: &RawSheet, rows: &[u32], one: usize, other: usize) -> bool {
    each_has_one((raw, rows), one, other) && each_has_one((raw, rows), other, one)
}

/// Nearly all values of one column stand beside one value of the other.
fn each_has_one((raw, rows): (&RawSheet, &[u32]), one: usize, other: usize) -> bool {
    let mut beside: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for &row in rows {
        let text = |column: usize| fold_word(raw.text(row as usize, column));
        let (one, other) = (text(one), text(other));
        if !one.is_empty() && !other.is_empty() {
            beside.entry(one).or_default().insert(other);
        }
    }
    let single = beside.values().filter(|others| others.len() == 1).count();
    beside.len() >= CUSTOMERS_MIN && single * 100 >= beside.len() * ONE_NAME_PERCENT
}
