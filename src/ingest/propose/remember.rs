//! Confirmed readings, remembered by layout: the next file with the same headers is read the same
//! way, also when its columns were moved. A header that came or went makes it a new layout, and
//! nothing is applied to that in silence.

use std::collections::BTreeMap;

use crate::ingest::headers::Header;
use crate::ingest::layout::Layout;
use crate::ingest::{Candidate, FieldGuess, Proposal, Reading, Remembered, Why};
use crate::table::Kind;

use super::grouped::Grouped;
use super::styles::Styles;

/// Kind and folded headers in order.
pub fn fingerprint(kind: Kind, headers: &[Header]) -> String {
    layout_key(kind, &column_keys(headers))
}

/// What to keep of a reading that the user confirmed.
pub fn remember(proposal: &Proposal, reading: &Reading) -> Remembered {
    let headers: Vec<Header> =
        proposal.headers.iter().map(|text| Header::read(&[text.as_str()])).collect();
    let keys = column_keys(&headers);
    let key = |column: u16| keys.get(column as usize).cloned().filter(|k| !k.is_empty());
    let columns = reading.columns.iter();
    let numbers = reading.numbers.iter();
    let dates = reading.dates.iter();
    Remembered {
        layout: layout_key(reading.kind, &keys),
        kind: reading.kind,
        columns: columns.filter_map(|(&field, &c)| Some((field, key(c)?))).collect(),
        numbers: numbers.filter_map(|(&c, &style)| Some((key(c)?, style))).collect(),
        dates: dates.filter_map(|(&c, &order)| Some((key(c)?, order))).collect(),
        currency: reading.currency,
        scales: reading.scales.iter().filter_map(|(&c, &power)| Some((key(c)?, power))).collect(),
        parts: reading.parts.clone(),
    }
}

/// The remembered reading of a sheet with these headers, in this or another order; the last
/// confirmed one, should there be two.
pub fn find<'a>(layout: &Layout, remembered: &'a [Remembered]) -> Option<&'a Remembered> {
    let keys = column_keys(&layout.headers);
    if keys.iter().all(String::is_empty) {
        return None;
    }
    let same_order = |r: &&Remembered| layout_key(r.kind, &keys) == r.layout;
    let moved = |r: &&Remembered| {
        let kept = r.layout.split_once(SEPARATOR).map_or("", |(_, headers)| headers);
        sorted(kept.split(SEPARATOR)) == sorted(keys.iter().map(String::as_str))
    };
    remembered.iter().rfind(same_order).or_else(|| remembered.iter().rfind(moved))
}

/// Reads a sheet as remembered. Where the cells decide the decimal mark or the order of day and
/// month by themselves, they are believed before the memory: a file may come from another system.
pub fn apply(layout: Layout, known: &Remembered, seen: Styles, grouped: &Grouped) -> Proposal {
    let keys = column_keys(&layout.headers);
    let at: BTreeMap<&str, u16> =
        keys.iter().enumerate().map(|(c, key)| (key.as_str(), c as u16)).collect();
    let column = |key: &String| at.get(key.as_str()).copied();
    let columns: BTreeMap<_, _> =
        known.columns.iter().filter_map(|(&field, key)| Some((field, column(key)?))).collect();
    let filled = grouped.filled(|column| {
        columns.iter().find(|(_, used)| **used == column).map(|(&field, _)| field)
    });
    let spec = known.kind.spec();
    let guess = |&field| {
        let chosen = columns.get(&field);
        let candidates = chosen.map(|&column| Candidate { column, why: vec![Why::Remembered] });
        FieldGuess { field, candidates: candidates.into_iter().collect(), ask: false }
    };
    Proposal {
        fields: spec.needs.iter().chain(spec.reads).map(guess).collect(),
        layout: fingerprint(known.kind, &layout.headers),
        reading: Reading {
            kind: known.kind,
            header_row: layout.row,
            header_height: layout.height,
            columns,
            numbers: known
                .numbers
                .iter()
                .filter_map(|(key, &style)| Some((column(key)?, style)))
                .chain(seen.numbers)
                .collect(),
            dates: known
                .dates
                .iter()
                .filter_map(|(key, &order)| Some((column(key)?, order)))
                .chain(seen.dates)
                .collect(),
            currency: known.currency,
            fates: BTreeMap::new(),
            scales: known
                .scales
                .iter()
                .filter_map(|(key, &power)| Some((column(key)?, power)))
                .collect(),
            filled,
            parts: known.parts.clone(),
        },
        headers: layout.headers.into_iter().map(|h| h.text).collect(),
        asks: Vec::new(),
        remembered: true,
    }
}

/// No header holds it: folding drops punctuation.
const SEPARATOR: char = '|';

fn layout_key(kind: Kind, keys: &[String]) -> String {
    let mut key = kind.key().to_owned();
    for column in keys {
        key.push(SEPARATOR);
        key.push_str(column);
    }
    key
}

/// The folded header of each column; the second of two alike gets its number, so that both are
/// found again.
fn column_keys(headers: &[Header]) -> Vec<String> {
    let mut seen: BTreeMap<&str, u32> = BTreeMap::new();
    headers
        .iter()
        .map(|header| {
            let count = seen.entry(&header.folded).or_default();
            *count += 1;
            match *count {
                _ if header.folded.is_empty() => String::new(),
                1 => header.folded.clone(),
                n => format!("{}~{n}", header.folded),
            }
        })
        .collect()
}

fn sorted<'a>(keys: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut keys: Vec<&str> = keys.collect();
    keys.sort_unstable();
    keys
}
