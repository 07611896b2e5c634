//! What every invoice line adds to the bill: signed, in the invoice's currency. Once for all
//! questions that compare lines with something else.
//!
//! Invariant: one [`Billed`] per charge, in the order of [`Book::charges`].

use std::collections::BTreeMap;

use crate::base::{Currency, Money, fold_id};
use crate::model::{Book, Charge, Invoice};

/// One charge as it counts.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Billed {
    /// Negative when it credits. `None`: the line states no amount and none can be computed, or its
    /// invoice is void.
    pub amount: Option<Money>,
    /// Position in the order of [`Book::invoices`]; `None` for a line without invoice number.
    pub invoice: Option<u32>,
    pub credit: bool,
    /// The invoice was cancelled: the line counts for nothing.
    pub void: bool,
}

/// A line that names no currency has that of its invoice; a credit note that is written with
/// positive amounts is negated, one that is written with signs is taken as it stands.
pub fn billed(book: &Book) -> Vec<Billed> {
    let alone = |charge: Charge| {
        let amount = charge.net();
        let credit = amount.is_some_and(|m| m.minor < 0);
        Billed { amount, invoice: None, credit, void: false }
    };
    let mut all: Vec<Billed> = book.charges().map(alone).collect();
    let mut places: BTreeMap<&str, (u32, Invoice)> = BTreeMap::new();
    for (at, invoice) in book.invoices().enumerate() {
        let negate = is_unsigned_credit(&invoice);
        for &position in invoice.line_positions() {
            let charge = book.charge(position as usize);
            all[position as usize] = count(charge, at as u32, &invoice, negate);
        }
        if invoice.line_positions().is_empty() {
            places.insert(invoice.key(), (at as u32, invoice));
        }
    }
    // A header that stands for its charge is no line of its invoice.
    for (position, charge) in book.charges().enumerate().filter(|(_, charge)| charge.is_header()) {
        let key = charge.invoice_no().map(fold_id).unwrap_or_default();
        if let Some((at, invoice)) = places.get(key.as_str()) {
            all[position] = count(charge, *at, invoice, is_unsigned_credit(invoice));
        }
    }
    all
}

fn count(charge: Charge, at: u32, invoice: &Invoice, negate: bool) -> Billed {
    let (credit, void) = (invoice.is_credit(), invoice.is_void());
    let net = charge.net().filter(|_| !void).map(|net| in_currency_of(net, invoice));
    let amount = net.map(|net| match negate {
        true => Money { minor: -net.minor, ..net },
        false => net,
    });
    let credit = credit || amount.is_some_and(|m| m.minor < 0);
    Billed { amount, invoice: Some(at), credit, void }
}

/// The same figure in another currency's units: for amounts whose file named no currency.
pub fn recast(money: Money, currency: Currency) -> Money {
    Money::round(money.decimal(), currency).unwrap_or(Money::new(money.minor, currency))
}

fn is_unsigned_credit(invoice: &Invoice) -> bool {
    let has_signs = || {
        invoice.gross().is_some_and(|gross| gross.minor < 0)
            || invoice.lines().any(|line| line.net().is_some_and(|net| net.minor < 0))
    };
    invoice.is_credit() && !has_signs()
}

fn in_currency_of(net: Money, invoice: &Invoice) -> Money {
    match invoice.header().map(|header| header.currency()) {
        Some(currency) if net.currency.is_none() && !currency.is_none() => recast(net, currency),
        _ => net,
    }
}
