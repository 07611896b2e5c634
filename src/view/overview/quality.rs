//! Data quality by file: cells and rows that were not used as they stand.

use serde::{Deserialize, Serialize};

use crate::rules::Results;
use crate::table::{Fate, Table, ValueKind};
use crate::words::{self, Lang, format};

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Quality {
    /// One a table: its short name, and its id for the data grid.
    pub tables: Vec<(String, u32)>,
    pub rows: Vec<QualityRow>,
    pub total: Vec<String>,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct QualityRow {
    pub label: String,
    /// One a table, then all together; empty for nil.
    pub counts: Vec<String>,
}

type Measure = fn(&Table) -> usize;

static MEASURES: &[(&str, Measure)] = &[
    ("quality-blank-key", blank_keys),
    ("quality-date", |table| failed(table, &[ValueKind::Date])),
    ("quality-number", |table| {
        failed(table, &[ValueKind::Amount, ValueKind::Number, ValueKind::Percent])
    }),
    ("quality-other", |table| failed(table, &[ValueKind::Currency, ValueKind::Flag])),
    ("quality-rejected", |table| fate(table, Fate::Rejected)),
    ("quality-subtotal", |table| fate(table, Fate::Subtotal)),
    ("quality-excluded", |table| fate(table, Fate::Excluded)),
];

pub(super) fn quality(results: &Results, lang: Lang) -> Quality {
    let tables = results.book.tables();
    let mut sums = vec![0; tables.len() + 1];
    let mut rows = Vec::new();
    for (key, measure) in MEASURES {
        let mut counts: Vec<usize> = tables.iter().map(|table| measure(table)).collect();
        counts.push(counts.iter().sum());
        if counts.iter().all(|count| *count == 0) {
            continue;
        }
        sums.iter_mut().zip(&counts).for_each(|(sum, count)| *sum += count);
        let label = words::text(lang, key);
        rows.push(QualityRow { label, counts: counts.into_iter().map(text).collect() });
    }
    Quality {
        tables: tables.iter().map(|table| (name(table), table.id.0)).collect(),
        total: if rows.is_empty() { Vec::new() } else { sums.into_iter().map(text).collect() },
        rows,
    }
}

/// File name without its ending, and the sheet where the file has several.
fn name(table: &Table) -> String {
    let file = table.file_name.rsplit_once('.').map_or(&*table.file_name, |(stem, _)| stem);
    match table.raw.name.is_empty() || table.raw.name == file {
        true => file.to_owned(),
        false => format!("{file} › {}", table.raw.name),
    }
}

/// Rows without the key of their kind: the first field that the kind needs.
fn blank_keys(table: &Table) -> usize {
    let Some(key) = table.kind.spec().needs.first().copied() else { return 0 };
    let blank = |row: &usize| table.raw(key, *row).is_none_or(|cell| cell.text.trim().is_empty());
    match table.has(key) {
        true => (0..table.len()).filter(blank).count(),
        false => 0,
    }
}

fn failed(table: &Table, kinds: &[ValueKind]) -> usize {
    table.failures.iter().filter(|failure| kinds.contains(&failure.field.value())).count()
}

fn fate(table: &Table, fate: Fate) -> usize {
    table.fates.iter().filter(|has| **has == fate).count()
}

fn text(count: usize) -> String {
    if count == 0 { String::new() } else { format::count(count as i64) }
}
