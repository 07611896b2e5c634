//! A facet: the values of one property with their counts, the commonest first.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::columns::thousandths;
use crate::base::{fold_word, limits};
use crate::words::format;

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Facet {
    /// Machine name, also the name of its parameter in the address: `severity`, `client`.
    pub key: String,
    pub title: String,
    pub values: Vec<FacetValue>,
    /// Values beyond those shown; a search reaches them.
    pub more: usize,
    pub searchable: bool,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct FacetValue {
    pub key: String,
    pub label: String,
    pub count: String,
    /// Length of the bar in thousandths of the largest.
    pub ratio: u16,
    pub on: bool,
}

/// Counts by value, made into a facet. A chosen value stays in sight even at nil.
pub(super) fn facet(
    key: &str,
    title: String,
    counts: &BTreeMap<String, usize>,
    chosen: &BTreeSet<String>,
    find: &str,
    label: impl Fn(&str) -> String,
) -> Facet {
    let mut all: Vec<(&str, usize)> = counts.iter().map(|(k, n)| (k.as_str(), *n)).collect();
    for key in chosen.iter().filter(|key| !counts.contains_key(*key)) {
        all.push((key, 0));
    }
    let wanted = fold_word(find);
    let searchable = all.len() > limits::FACET_VALUES_MAX || !wanted.is_empty();
    all.retain(|(key, _)| {
        wanted.is_empty() || chosen.contains(*key) || fold_word(&label(key)).contains(&wanted)
    });
    all.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
    let largest = all.iter().map(|(_, count)| *count).max().unwrap_or(0);
    let before = all.len();
    let mut at = 0;
    all.retain(|(key, _)| {
        at += 1;
        at <= limits::FACET_VALUES_MAX || chosen.contains(*key)
    });
    let more = before - all.len();
    let values = all
        .into_iter()
        .map(|(key, count)| FacetValue {
            key: key.to_owned(),
            label: label(key),
            count: format::count(count as i64),
            ratio: thousandths(count as i64, largest as i64),
            on: chosen.contains(key),
        })
        .collect();
    Facet { key: key.to_owned(), title, values, more, searchable }
}
