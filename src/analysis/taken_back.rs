//! Which invoices credit notes take back in full: billing them again is no duplicate.

use std::collections::{HashMap, HashSet};

use crate::base::{Money, fold_id};
use crate::model::{Book, Invoice};

/// Folded numbers of the invoices whose whole amount was credited by credit notes that name them,
/// as far as `counts` lets a credit note count.
pub fn taken_back(book: &Book, counts: impl Fn(&Invoice) -> bool) -> HashSet<String> {
    let mut credited: HashMap<String, i64> = HashMap::new();
    for credit in book.invoices().filter(|i| i.is_credit() && !i.is_void() && counts(i)) {
        let (Some(original), Some(worth)) = (credit.original(), worth(&credit)) else { continue };
        *credited.entry(fold_id(original)).or_default() += worth.abs().minor;
    }
    credited.retain(|no, &mut minor| {
        let invoice = book.invoice(no);
        invoice.and_then(|invoice| worth(&invoice)).is_some_and(|whole| minor >= whole.abs().minor)
    });
    credited.into_keys().collect()
}

fn worth(invoice: &Invoice) -> Option<Money> {
    invoice.gross().or_else(|| invoice.lines_net())
}
