//! The invoices that bill something: no credit note, not cancelled. Whether they are is asked once an
//! invoice, not once a line.

use std::borrow::Cow;

use crate::model::{Book, Invoice, month_number};
use crate::rules::Case;
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

/// Whether an invoice went out in a month before the one that is checked, the latest of all: what its
/// customer asks for now comes too late for it.
pub fn gone_out(case: &Case) -> impl Fn(&Invoice) -> bool {
    let of_day = |invoice: &Invoice| invoice.date().map(month_number);
    let latest = case.policy.as_of.map(month_number);
    let latest = latest.or_else(|| case.book.invoices().filter_map(|one| of_day(&one)).max());
    move |invoice| invoice.was_sent() && of_day(invoice) < latest
}
