//! Invoices that come to the same: what else two of them share is worth a look. Most come to an amount
//! of their own, and nothing more need be asked of them.

use crate::base::{Money, QuickMap};
use crate::model::{Book, Invoice};

/// Those in force whose gross, other than nought, is another one's as well, in order of their numbers.
pub(super) fn of_equal_gross(book: &Book) -> impl Iterator<Item = (Invoice<'_>, Money)> {
    let gross = |invoice: &Invoice| invoice.gross().filter(|gross| !gross.is_zero());
    let invoices = book.invoices().filter(|invoice| !invoice.is_void());
    let known: Vec<(Invoice, Money)> =
        invoices.filter_map(|invoice| Some((invoice, gross(&invoice)?))).collect();
    let mut count: QuickMap<Money, u32> = QuickMap::default();
    for (_, gross) in &known {
        *count.entry(*gross).or_default() += 1;
    }
    known.into_iter().filter(move |(_, gross)| count.get(gross).is_some_and(|count| *count > 1))
}
