//! Invoice headers against their lines, before tax. A difference is explained when a finding names
//! the invoice; a difference that no check found stays unexplained.

use std::collections::BTreeSet;

use super::{Builder, Tie};
use crate::analysis::charges::Billed;
use crate::base::{Money, Sums};
use crate::model::{Book, Invoice, Row};
use crate::table::{Field, Kind};

static PARTS: &[(&str, bool)] =
    &[("tie-without-lines", false), ("tie-without-header", false), ("tie-totals-differ", false)];

/// Nothing unless both headers and lines were loaded.
pub fn lines_headers(book: &Book, billed: &[Billed], named: &BTreeSet<String>) -> Vec<Tie> {
    if !book.has(Kind::Invoices) || !book.has(Kind::Lines) {
        return Vec::new();
    }
    let mut builder = Builder::new("tie-lines-headers", PARTS);
    for invoice in book.invoices().filter(|invoice| !invoice.is_void()) {
        let (headers, lines) = (headers(&invoice), lines(book, &invoice, billed));
        let mut difference = Sums::new();
        for money in headers.iter() {
            builder.left(money);
            difference.add(money);
        }
        for money in lines.iter() {
            builder.right(money);
            difference.subtract(money);
        }
        if !named.contains(invoice.key()) {
            continue;
        }
        let part = match (headers.is_empty(), lines.is_empty()) {
            (false, true) => "tie-without-lines",
            (true, false) => "tie-without-header",
            _ => "tie-totals-differ",
        };
        difference.iter().for_each(|money| builder.part(part, money));
    }
    for money in book.unnumbered().filter_map(|row| header_net(&row)) {
        // No number, so no finding can name it by one: it stays unexplained until it has one.
        builder.left(money);
    }
    builder.build()
}

fn headers(invoice: &Invoice) -> Sums {
    let negate = |money: Money| match invoice.is_credit() && money.minor > 0 {
        true => Money { minor: -money.minor, ..money },
        false => money,
    };
    invoice.headers().filter_map(|row| header_net(&row)).map(negate).collect()
}

/// Lines that repeat the header rows (a list with one row an invoice) are taken once as headers.
fn lines(book: &Book, invoice: &Invoice, billed: &[Billed]) -> Sums {
    let from_lines = |at: &&u32| book.charge(**at as usize).0.table.kind == Kind::Lines;
    let lines = invoice.line_positions().iter().filter(from_lines);
    lines.filter_map(|&at| billed[at as usize].amount).collect()
}

/// Net as stated, else gross less tax, else the total of a list that knows no tax.
fn header_net(row: &Row) -> Option<Money> {
    let gross = || row.money(Field::Gross).or_else(|| row.money(Field::Amount));
    if let Some(net) = row.money(Field::Net) {
        return Some(net);
    }
    match row.money(Field::Tax) {
        Some(tax) => gross().map(|gross| Money::new(gross.minor - tax.minor, gross.currency)),
        None if !row.has(Field::Tax) => gross(),
        None => None,
    }
}
