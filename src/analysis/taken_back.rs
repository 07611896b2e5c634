//! Which invoices credit notes take back in full: billing them again is no duplicate.

use crate::base::{Money, QuickMap, QuickSet, Sums, fold_id};
use crate::model::{Book, Charge, Invoice};

/// Folded numbers of the invoices whose whole amount was credited, in their own currency, by credit
/// notes that name them, as far as `counts` lets a credit note count.
pub fn taken_back(book: &Book, counts: impl Fn(&Invoice) -> bool) -> QuickSet<String> {
    let mut credited: QuickMap<String, Sums> = QuickMap::default();
    for credit in book.invoices().filter(|i| i.is_credit() && !i.is_void() && counts(i)) {
        let (Some(original), Some(worth)) = (credit.original(), worth(&credit)) else { continue };
        credited.entry(fold_id(original)).or_default().add(worth.abs());
    }
    credited.retain(|no, sums| {
        let whole = book.invoice(no).and_then(|invoice| worth(&invoice));
        whole.is_some_and(|whole| sums.get(whole.currency).minor >= whole.abs().minor)
    });
    credited.into_keys().collect()
}

/// Lines in several currencies come to no one amount.
fn worth(invoice: &Invoice) -> Option<Money> {
    let in_currency = |line: Charge| line.net().is_none_or(|n| n.currency == invoice.currency());
    let of_lines = || invoice.lines_net().filter(|_| invoice.lines().all(in_currency));
    invoice.gross().or_else(of_lines)
}
