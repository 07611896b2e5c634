//! Who an item belongs to: the customer's number where the list has one, else the name. One label a
//! customer, so that a name that is spelled in two ways is one line.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::Aged;
use crate::base::{QuickMap, fold_id, fold_word};
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
    let labels = labels(items.iter().map(spelling));
    let mut found: QuickMap<Spelling, Option<&str>> = QuickMap::default();
    let other = |item| {
        let label = *found.entry(spelling(item)).or_insert_with(|| {
            let (number, name) = spelling(item);
            labels.get(number, name).filter(|label| *label != name)
        });
        label.map(str::to_owned)
    };
    let others: Vec<Option<String>> = items.iter().map(other).collect();
    for (item, label) in items.iter_mut().zip(others) {
        if let Some(label) = label {
            item.customer = label;
        }
    }
}

impl CustomerLabels {
    pub fn of(&self, number: Option<&str>, name: &str) -> String {
        self.get(number, name).unwrap_or(name).to_owned()
    }

    fn get(&self, number: Option<&str>, name: &str) -> Option<&str> {
        self.0.get(&key(number, name)).map(String::as_str)
    }
}

/// Number and name as a list has them.
type Spelling<'n> = (Option<&'n str>, &'n str);

fn spelling(item: &Aged) -> Spelling<'_> {
    (item.customer_no.as_deref(), &item.customer)
}

/// What is known of one customer.
#[derive(Default)]
struct Known<'n> {
    spellings: BTreeMap<&'n str, usize>,
    number: Option<&'n str>,
}

/// The commonest spelling of each customer; with the number where two customers share a name. A
/// name without a number is the customer of that name, if only one bears it.
fn labels<'n>(all: impl Iterator<Item = Spelling<'n>>) -> CustomerLabels {
    // A customer has many rows, and they spell it alike.
    let mut spelled: QuickMap<Spelling, usize> = QuickMap::default();
    for spelling in all {
        *spelled.entry(spelling).or_default() += 1;
    }
    let mut known: BTreeMap<String, Known> = BTreeMap::new();
    for ((number, name), count) in spelled {
        let of = known.entry(key(number, name)).or_default();
        *of.spellings.entry(name).or_default() += count;
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
