//! The company's register of receipts: money for what it billed in October, as payers pay. Whole and
//! named, several in one, short, less a discount, twice, under another name, and one that nobody
//! knows. Read off the books as they are, so no other file depends on it.

use super::ledger::{Invoice, Ledger, day, plus};
use crate::base::{Date, Decimal, iso, round_to};

/// One row of the register.
struct Receipt {
    date: Date,
    payer: String,
    text: String,
    amount: Decimal,
    currency: String,
}

/// Number, date, payer, memo, amount, currency.
pub(super) fn rows(ledger: &Ledger) -> Vec<Vec<String>> {
    let mut receipts: Vec<Receipt> = Vec::new();
    for client in 0..ledger.clients.len().min(REGULAR) {
        receipts.extend(of_client(ledger, client));
    }
    receipts.extend(strangers());
    receipts.sort_by(|a, b| (a.date, &a.text, a.amount).cmp(&(b.date, &b.text, b.amount)));
    let row = |(at, receipt): (usize, Receipt)| {
        vec![
            format!("R26-{}", 41_207 + at * 13),
            iso(receipt.date),
            receipt.payer,
            receipt.text,
            receipt.amount.to_string(),
            receipt.currency,
        ]
    };
    receipts.into_iter().enumerate().map(row).collect()
}

/// Clients beyond these belong to planted faults.
const REGULAR: usize = 9;

fn of_client(ledger: &Ledger, client: usize) -> Vec<Receipt> {
    let billed = payable(ledger, client);
    let of = |at: usize| billed.get(at).copied();
    let mut all: Vec<Receipt> = Vec::new();
    for invoice in (0..3).filter_map(of) {
        all.push(receipt(ledger, &[invoice], &format!("INV {}", invoice.no)));
    }
    if let (Some(one), Some(two)) = (of(3), of(4)) {
        all.push(receipt(ledger, &[one, two], &format!("PAYMENT {} {}", one.no, two.no)));
    }
    let Some(odd) = of(5) else { return all };
    let mut whole = receipt(ledger, &[odd], &odd.no);
    let digits = ledger.clients[client].currency.exponent();
    match client {
        0 => whole.amount -= Decimal::from(185),
        1 => {
            whole.amount = round_to(whole.amount * Decimal::new(98, 2), digits);
            whole.text = "SETTLEMENT LESS 2 PCT".to_owned();
        }
        2 => whole.amount -= Decimal::new(40, 2),
        3 => {
            whole.text = "ACH CREDIT".to_owned();
            all.push(Receipt {
                date: plus(whole.date, 1),
                ..receipt(ledger, &[odd], "ACH CREDIT")
            });
        }
        4 => whole.amount = round_to(whole.amount * Decimal::new(5, 1), digits),
        6 => {
            if let Some(next) = of(6) {
                whole = receipt(ledger, &[odd, next], &format!("{} 외 1건", odd.no));
            }
        }
        _ => {}
    }
    all.push(whole);
    if client == 0 {
        // The same customer pays through its holding, once with the number and twice without.
        for (invoice, named) in [(of(6), true), (of(7), false), (of(8), false)] {
            let Some(invoice) = invoice else { continue };
            let text = if named { format!("REF {}", invoice.no) } else { "WIRE".to_owned() };
            let payer = "CB HOLDINGS LLC".to_owned();
            all.push(Receipt { payer, ..receipt(ledger, &[invoice], &text) });
        }
    }
    all
}

/// Invoices of the first runs that nothing odd is known of.
fn payable(ledger: &Ledger, client: usize) -> Vec<&Invoice> {
    let credited = |no: &str| ledger.invoices.iter().any(|other| other.original == no);
    let sound = |invoice: &&Invoice| {
        let again = ledger.invoices.iter().filter(|other| other.no == invoice.no).count();
        invoice.client == client
            && invoice.date <= day(10, 16)
            && invoice.has_header
            && invoice.copies == 1
            && again == 1
            && invoice.original.is_empty()
            && invoice.gross.is_some_and(|gross| gross > Decimal::from(200))
            && !credited(&invoice.no)
    };
    ledger.invoices.iter().filter(sound).take(9).collect()
}

fn receipt(ledger: &Ledger, invoices: &[&Invoice], text: &str) -> Receipt {
    let client = &ledger.clients[invoices[0].client];
    let digits = invoices[0].no.bytes().map(i64::from).sum::<i64>();
    let last = invoices.iter().map(|invoice| invoice.date).max().unwrap_or(ledger.as_of);
    Receipt {
        date: plus(last, 9 + digits % 10),
        payer: client.name.to_uppercase(),
        text: text.to_owned(),
        amount: invoices.iter().filter_map(|invoice| invoice.gross).sum(),
        currency: client.currency.code().to_owned(),
    }
}

/// Money of somebody whom the books do not know, and a payment that went back.
fn strangers() -> Vec<Receipt> {
    let one = |day: Date, payer: &str, text: &str, amount: i64| Receipt {
        date: day,
        payer: payer.to_owned(),
        text: text.to_owned(),
        amount: Decimal::new(amount, 2),
        currency: "USD".to_owned(),
    };
    vec![
        one(day(10, 21), "NORTHLIGHT VENTURES", "THANK YOU 99120417", 117_500),
        one(day(10, 26), "HARBOR STATE BANK", "DEPOSIT RETURN CHECK 2207", 64_050),
        one(day(10, 28), "HARBOR STATE BANK", "DEPOSIT RETURN CHECK 2207", -64_050),
    ]
}
