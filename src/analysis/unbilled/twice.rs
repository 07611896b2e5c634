//! Billed twice: the same charge of the same job on two invoices, and no credit takes it back.
//!
//! Where whole invoices stand for the charges, two invoices of one amount are the same charge.
//! Told by money, not by counting documents: a credit of a part does not undo a double charge, and
//! a credit note that names no charge code counts against whatever the job was charged.

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::charges::Billed;
use crate::base::{Currency, fold_id, fold_word};
use crate::model::Book;

/// What one charge code came to, in one currency.
#[derive(Default)]
struct Code {
    by_invoice: BTreeMap<u32, i64>,
    credited: i64,
}

pub(super) fn billed_twice(
    book: &Book,
    billed: &[Billed],
    reversed: &BTreeSet<String>,
    positions: &[u32],
) -> bool {
    // Almost every job is on one invoice; only the others are worth the maps.
    let invoices: BTreeSet<u32> =
        positions.iter().filter_map(|&at| billed[at as usize].invoice).collect();
    if invoices.len() < 2 {
        return false;
    }
    let mut codes: BTreeMap<(String, Currency), Code> = BTreeMap::new();
    let mut credits: Vec<(String, Currency, i64)> = Vec::new();
    for &at in positions {
        let line = &billed[at as usize];
        let (Some(amount), Some(invoice)) = (line.amount, line.invoice) else { continue };
        let charge = book.charge(at as usize);
        if charge.invoice_no().is_some_and(|no| reversed.contains(&fold_id(no))) {
            continue;
        }
        let code = match charge.is_header() {
            true => format!("={}", amount.minor.abs()),
            false => charge.code().map(fold_word).unwrap_or_default(),
        };
        if line.credit {
            credits.push((code, amount.currency, amount.minor));
        } else if !code.is_empty() && amount.minor > 0 {
            let entry = codes.entry((code, amount.currency)).or_default();
            *entry.by_invoice.entry(invoice).or_default() += amount.minor;
        }
    }
    let mut uncoded: BTreeMap<Currency, i64> = BTreeMap::new();
    for (code, currency, minor) in credits {
        match codes.get_mut(&(code, currency)) {
            Some(entry) => entry.credited += minor,
            None => *uncoded.entry(currency).or_default() += minor,
        }
    }
    codes.iter().any(|((_, currency), code)| {
        let credited = code.credited + uncoded.get(currency).copied().unwrap_or(0);
        let all: i64 = code.by_invoice.values().sum();
        let largest = code.by_invoice.values().max().copied().unwrap_or(0);
        code.by_invoice.len() > 1 && all + credited > largest
    })
}
