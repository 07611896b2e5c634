//! How a customer writes its order numbers, for REF-02: letters, digits and marks in their places, learnt
//! from the register of orders, the jobs and the invoices.
//!
//! Only a habit without doubt counts: many different numbers, all but a few of one or two shapes. A number
//! that the register knows is right, however it looks.

use std::collections::BTreeMap;

use crate::base::{QuickMap, QuickSet, fold_id};
use crate::model::{Book, Party, Row};
use crate::rules::placeholder::is_placeholder;
use crate::table::Field;

/// Different numbers of a customer from which it shows a habit.
const NUMBERS_MIN: usize = 5;
/// So much of a number is left that it is known by it.
const CUT_MIN: usize = 3;
/// Shapes that a customer may have beside each other.
const SHAPES_MAX: usize = 2;

#[derive(Default)]
pub(super) struct Shapes {
    usual: QuickMap<Party, Vec<String>>,
    registered: QuickSet<String>,
    /// What the register lists for each customer, folded, and as it is written.
    own: QuickMap<Party, Vec<(String, String)>>,
}

impl Shapes {
    pub fn learn(book: &Book) -> Shapes {
        let mut numbers: QuickMap<Party, QuickSet<String>> = QuickMap::default();
        let mut registered: QuickSet<String> = QuickSet::default();
        let mut own: QuickMap<Party, Vec<(String, String)>> = QuickMap::default();
        let mut note = |row: Row, party: Option<Party>| {
            let po = row.text(Field::PoNo).filter(|po| !is_placeholder(po));
            if let (Some(po), Some(party)) = (po, party) {
                numbers.entry(party).or_default().insert(po.trim().to_owned());
            }
        };
        for order in book.orders() {
            note(order, book.party(order));
            registered.extend(order.text(Field::PoNo).map(fold_id));
            if let (Some(party), Some(po)) = (book.party(order), order.text(Field::PoNo)) {
                own.entry(party).or_default().push((fold_id(po), po.trim().to_owned()));
            }
        }
        book.jobs().for_each(|job| note(job.0, book.party(job.0)));
        for header in book.invoices().filter_map(|invoice| invoice.header()) {
            note(header, book.party(header));
        }
        let usual = numbers.into_iter().filter_map(|(party, numbers)| {
            let mut counts: BTreeMap<String, usize> = BTreeMap::new();
            for number in &numbers {
                *counts.entry(shape(number)).or_default() += 1;
            }
            let mut counts: Vec<(usize, String)> =
                counts.into_iter().map(|(shape, count)| (count, shape)).collect();
            counts.sort_by(|a, b| b.cmp(a));
            let usual: Vec<(usize, String)> = counts.into_iter().take(SHAPES_MAX).collect();
            // A shape of one number is no habit.
            let usual: Vec<(usize, String)> =
                usual.into_iter().filter(|(count, _)| *count > 1).collect();
            let covered: usize = usual.iter().map(|(count, _)| count).sum();
            // Of few numbers one may be wrong, of many one in ten.
            let enough = numbers.len() >= NUMBERS_MIN
                && numbers.len() - covered <= (numbers.len() / 10).max(1);
            enough.then(|| (party, usual.into_iter().map(|(_, shape)| shape).collect()))
        });
        Shapes { usual: usual.collect(), registered, own }
    }

    /// What the customer's numbers look like, where this one does not.
    pub fn broken(&self, party: Party, po: &str) -> Option<&str> {
        if self.registered.contains(&fold_id(po)) || is_placeholder(po) {
            return None;
        }
        let usual = || {
            let usual = self.usual.get(&party)?;
            let own = shape(po.trim());
            (!usual.contains(&own)).then(|| usual.first().map(String::as_str)).flatten()
        };
        self.cut(party, po).or_else(|| self.stump(party, po)).or_else(usual)
    }

    /// A number of less than half the length of all that the register lists for the customer.
    fn stump(&self, party: Party, po: &str) -> Option<&str> {
        let own = self.own.get(&party).filter(|_| po.contains(|c: char| c.is_ascii_digit()))?;
        let shortest = own.iter().map(|(whole, _)| whole.len()).min()?;
        (fold_id(po).len() * 2 < shortest).then(|| own[0].1.as_str())
    }

    /// The one number on the register of the customer that this one is the beginning of.
    fn cut(&self, party: Party, po: &str) -> Option<&str> {
        let folded = fold_id(po);
        let begins = |(whole, _): &&(String, String)| whole.starts_with(&folded);
        let mut whole = self.own.get(&party)?.iter().filter(begins);
        let (_, written) = whole.next().filter(|_| folded.len() >= CUT_MIN)?;
        whole.next().is_none().then_some(written.as_str())
    }
}

/// `PO-48213` is `PO-99999`: digits in their number, letters as they are, so that another prefix shows.
fn shape(po: &str) -> String {
    po.chars().map(|c| if c.is_ascii_digit() { '9' } else { c.to_ascii_uppercase() }).collect()
}

#[cfg(test)]
mod tests {
    use super::shape;

    #[test]
    fn a_shape_keeps_letters_and_counts_digits() {
        assert_eq!(shape("PO-48213"), "PO-99999");
        assert_eq!(shape("4500012345"), "9999999999");
        assert_eq!(shape("b123/26"), "B999/99");
    }
}
