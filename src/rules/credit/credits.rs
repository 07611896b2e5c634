//! The credit notes of each invoice that they name, in the order of their dates.

use std::collections::BTreeMap;

use crate::model::{Book, Invoice};

/// By folded number of the invoice, which may itself be in no list. A note that names itself is none.
pub fn credits_by_original(book: &Book) -> BTreeMap<String, Vec<Invoice<'_>>> {
    let mut credits: BTreeMap<String, Vec<Invoice>> = BTreeMap::new();
    for credit in book.invoices().filter(|invoice| invoice.is_credit() && !invoice.is_void()) {
        let Some(original) = credit.original().map(crate::base::fold_id) else { continue };
        if original != credit.key() {
            credits.entry(original).or_default().push(credit);
        }
    }
    for notes in credits.values_mut() {
        notes.sort_by_key(|credit| (credit.date(), credit.key()));
    }
    credits
}
