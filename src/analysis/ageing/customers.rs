//! Who an item belongs to: the customer's number where the list has one, else the name. One label a
//! customer, so that a name that is spelled in two ways is one line.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::Aged;
use crate::base::{fold_id, fold_word};
use crate::model::Row;
use crate::table::Field;

/// The label of each customer, by folded number or name.
#[derive(Clone, Debug, Default)]
pub struct CustomerLabels(BTreeMap<String, String>);

/// Labels over the rows of several lists, so that they call a customer the same.
pub fn customer_labels<'r>(rows: impl Iterator<Item = Row<'r>>) -> CustomerLabels {
    let named = rows.map(|row| {
        let name = row.text(Field::CustomerName).or_else(|| row.text(Field::PayerName));
        (row.text(Field::CustomerNo), name.unwrap_or_default())
    });
    labels(named)
}

/// Puts the label of its customer on each item. The order of the items does not show.
pub(super) fn label(items: &mut [Aged]) {
    let labels = labels(items.iter().map(|i| (i.customer_no.as_deref(), i.customer.as_str())));
    for item in items.iter_mut() {
        item.customer = labels.of(item.customer_no.as_deref(), &item.customer);
    }
}

impl CustomerLabels {
    pub fn of(&self, number: Option<&str>, name: &str) -> String {
        self.0.get(&key(number, name)).map_or_else(|| name.to_owned(), Clone::clone)
    }
}

/// What is known of one customer.
#[derive(Default)]
struct Known<'n> {
    spellings: BTreeMap<&'n str, usize>,
    number: Option<&'n str>,
}

/// The commonest spelling of each customer; with the number where two customers share a name. A
/// name without a number is the customer of that name, if only one bears it.
fn labels<'n>(all: impl Iterator<Item = (Option<&'n str>, &'n str)>) -> CustomerLabels {
    let mut known: BTreeMap<String, Known> = BTreeMap::new();
    for (number, name) in all {
        let of = known.entry(key(number, name)).or_default();
        *of.spellings.entry(name).or_default() += 1;
        of.number = match (of.number, number) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        };
    }
    let mut bearers: BTreeMap<String, Vec<&String>> = BTreeMap::new();
    let mut labels: BTreeMap<String, String> = BTreeMap::new();
    for (key, of) in &known {
        let named = of.spellings.iter().filter(|(name, _)| !name.is_empty());
        let best = named.max_by_key(|(name, count)| (**count, Reverse(**name)));
        let label = best.map_or(of.number.unwrap_or_default(), |(name, _)| name);
        bearers.entry(fold_word(label)).or_default().push(key);
        labels.insert(key.clone(), label.to_owned());
    }
    for keys in bearers.values().filter(|keys| keys.len() > 1) {
        let numbered: Vec<&&String> =
            keys.iter().filter(|key| known[**key].number.is_some()).collect();
        for key in keys {
            let number = known[*key].number;
            let Some(label) = labels.get_mut(*key) else { continue };
            if let Some(number) = number.filter(|_| numbered.len() > 1) {
                *label = format!("{label} ({number})");
            }
        }
        if let [only] = numbered[..] {
            let label = labels[*only].clone();
            for key in keys {
                labels.insert((*key).clone(), label.clone());
            }
        }
    }
    CustomerLabels(labels)
}

fn key(number: Option<&str>, name: &str) -> String {
    match number.map(fold_id).filter(|no| !no.is_empty()) {
        Some(no) => format!("no {no}"),
        None => format!("name {}", fold_word(name)),
    }
}
