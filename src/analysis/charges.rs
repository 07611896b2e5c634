//! What every invoice line adds to the bill: signed, in the invoice's currency. Once for all
//! questions that compare lines with something else.
//!
//! Invariant: one [`Billed`] per charge, in the order of [`Book::charges`].

use crate::base::{Currency, Money};
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
    let alone = |(charge, invoice): (Charge, Option<Invoice>)| {
        // Those of an invoice are counted with it.
        let amount = if invoice.is_none() { charge.net() } else { None };
        let credit = amount.is_some_and(|m| m.minor < 0);
        Billed { amount, invoice: None, credit, void: false }
    };
    let mut all: Vec<Billed> = book.charges().zip(book.invoices_of_charges()).map(alone).collect();
    for invoice in book.invoices() {
        let negate = is_unsigned_credit(&invoice);
        for &position in invoice.line_positions() {
            let charge = book.charge(position as usize);
            all[position as usize] = count(charge, &invoice, negate);
        }
    }
    // A header that stands for its charge is no line of its invoice.
    for (position, charge) in book.charges().enumerate().filter(|(_, charge)| charge.is_header()) {
        if let Some(invoice) = book.invoice_of_charge(position) {
            all[position] = count(charge, &invoice, is_unsigned_credit(&invoice));
        }
    }
    all
}

fn count(charge: Charge, invoice: &Invoice, negate: bool) -> Billed {
    let (credit, void) = (invoice.is_credit(), invoice.is_void());
    let net = charge.net().filter(|_| !void).map(|net| in_currency_of(net, invoice));
    let amount = net.map(|net| match negate {
        true => Money { minor: -net.minor, ..net },
        false => net,
    });
    let credit = credit || amount.is_some_and(|m| m.minor < 0);
    Billed { amount, invoice: Some(invoice.position()), credit, void }
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
