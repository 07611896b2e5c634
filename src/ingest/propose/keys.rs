//! The key values of the other sheets: a column whose values are found among them is that key,
//! whatever its header says.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use crate::base::{fold_id, fold_word};
use crate::ingest::Reading;
use crate::table::{Field, Kind, RawColumn, RawSheet};

/// Share of a column's distinct values that must be known, in percent.
const CONTAINED_PERCENT: usize = 60;

/// Fewer distinct values than this prove nothing.
const DISTINCT_MIN: usize = 3;

/// Folded key values per field, as sorted hashes: membership is all that is asked of them.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct KnownKeys(BTreeMap<Field, Vec<u64>>);

impl KnownKeys {
    /// Adds the keys that a sheet owns under its reading.
    pub fn add(&mut self, raw: &RawSheet, reading: &Reading) {
        let from = reading.header_row.unwrap_or(0) + reading.header_height;
        for &field in owned(reading.kind) {
            let Some(column) =
                reading.columns.get(&field).and_then(|&c| raw.columns.get(c as usize))
            else {
                continue;
            };
            let rows: Vec<u32> = (from..raw.rows() as u32).collect();
            let values: Vec<u64> =
                distinct(column, &rows).iter().map(|t| hash(&fold(field, t))).collect();
            self.merge(field, values);
        }
    }

    pub fn union<'a>(all: impl Iterator<Item = &'a KnownKeys>) -> KnownKeys {
        let mut union = KnownKeys::default();
        for keys in all {
            for (&field, values) in &keys.0 {
                union.merge(field, values.clone());
            }
        }
        union
    }

    /// Whether a column's values are mostly keys of this field in another sheet.
    pub fn contains(&self, field: Field, column: &RawColumn, rows: &[u32]) -> bool {
        let key = if field == Field::OriginalInvoice { Field::InvoiceNo } else { field };
        let Some(known) = self.0.get(&key) else { return false };
        // Small whole numbers stand in every list: they prove no relation.
        let telling: BTreeSet<String> = distinct(column, rows)
            .into_iter()
            .map(|text| fold(key, text))
            .filter(|v| v.chars().count() >= 5 || v.chars().any(char::is_alphabetic))
            .collect();
        let found = telling.iter().filter(|v| known.binary_search(&hash(v)).is_ok()).count();
        telling.len() >= DISTINCT_MIN && found * 100 >= telling.len() * CONTAINED_PERCENT
    }

    fn merge(&mut self, field: Field, values: Vec<u64>) {
        let slot = self.0.entry(field).or_default();
        slot.extend(values);
        slot.sort_unstable();
        slot.dedup();
    }
}

/// The fields whose values a kind's rows are the master of.
fn owned(kind: Kind) -> &'static [Field] {
    match kind {
        Kind::Jobs | Kind::PriorJobs => &[Field::JobNo, Field::Awb],
        Kind::Invoices | Kind::PriorInvoices => &[Field::InvoiceNo],
        Kind::Customers => &[Field::CustomerNo, Field::CustomerName],
        Kind::Rates => &[Field::ContractNo],
        Kind::Payments => &[Field::PaymentNo],
        Kind::Orders => &[Field::PoNo],
        Kind::Inventory => &[Field::ServiceId],
        Kind::PriorItems
        | Kind::Lines
        | Kind::FxRates
        | Kind::Remittances
        | Kind::BankLines
        | Kind::Disputes
        | Kind::Promotions
        | Kind::GeneralLedger
        | Kind::Other => &[],
    }
}

fn fold(field: Field, text: &str) -> String {
    match field {
        Field::CustomerName => fold_word(text),
        _ => fold_id(text),
    }
}

fn distinct<'a>(column: &'a RawColumn, rows: &[u32]) -> BTreeSet<&'a str> {
    let codes: BTreeSet<u32> =
        rows.iter().filter_map(|&row| column.codes.get(row as usize).copied()).collect();
    let cells = codes.iter().filter_map(|code| column.cells.get(code.checked_sub(1)? as usize));
    cells.map(|cell| cell.text.trim()).filter(|text| !text.is_empty()).collect()
}

fn hash(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::{RawCell, RawKind};

    fn column(texts: &[&str]) -> RawColumn {
        let cells = texts.iter().map(|t| RawCell { text: t, kind: RawKind::Text });
        RawColumn { cells: cells.collect(), codes: (1..=texts.len() as u32).collect() }
    }

    #[test]
    fn most_values_known_make_a_key() {
        let jobs = column(&["Job No", "J-1001", "J-1002", "J-1003"]);
        let raw =
            RawSheet { columns: vec![jobs], row_numbers: vec![1, 2, 3, 4], ..RawSheet::default() };
        let reading = Reading {
            kind: Kind::Jobs,
            header_row: Some(0),
            header_height: 1,
            columns: [(Field::JobNo, 0)].into(),
            ..Reading::default()
        };
        let mut keys = KnownKeys::default();
        keys.add(&raw, &reading);
        let found = |texts: &[&str]| {
            let rows: Vec<u32> = (0..texts.len() as u32).collect();
            keys.contains(Field::JobNo, &column(texts), &rows)
        };
        assert!(found(&["j1001", "J-1002", "J-1003", "J-9"]));
        assert!(!found(&["J-1001", "X-1", "X-2", "X-3"]));
        assert!(!found(&["J-1001"]));
    }

    #[test]
    fn small_numbers_prove_nothing() {
        let ids = column(&["Invoice", "1", "2", "3", "4"]);
        let raw = RawSheet {
            columns: vec![ids],
            row_numbers: vec![1, 2, 3, 4, 5],
            ..RawSheet::default()
        };
        let reading = Reading {
            kind: Kind::Invoices,
            header_row: Some(0),
            header_height: 1,
            columns: [(Field::InvoiceNo, 0)].into(),
            ..Reading::default()
        };
        let mut keys = KnownKeys::default();
        keys.add(&raw, &reading);
        assert!(!keys.contains(Field::InvoiceNo, &column(&["1", "2", "3"]), &[0, 1, 2]));
    }
}
