//! The invoices that bill something: no credit note, not cancelled. Whether they are is asked once an
//! invoice, not once a line.

use std::borrow::Cow;

use crate::model::{Book, Invoice};
use crate::table::Kind;

/// Each with the positions of its charges in [`Book::charges`]; where no lines are loaded, of the
/// header that stands for its charge.
pub fn billing(book: &Book) -> Vec<(Invoice<'_>, Cow<'_, [u32]>)> {
    let bills = |invoice: &Invoice| !invoice.is_void() && !invoice.is_credit();
    if book.has(Kind::Lines) {
        let invoices = book.invoices().filter(bills);
        return invoices.map(|one| (one, Cow::Borrowed(one.line_positions()))).collect();
    }
    let of_header = book.charges().enumerate().filter_map(|(at, charge)| {
        let invoice = charge.invoice_no().and_then(|no| book.invoice(no)).filter(bills)?;
        Some((invoice, Cow::Owned(vec![at as u32])))
    });
    of_header.collect()
}
