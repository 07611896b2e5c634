//! ACH files (NACHA): records of 94 characters; entries (6) with their addenda (7) in batches (5) of
//! one company.
//!
//! Read as receipts: the company of a batch is who paid, its entries are the amounts, and addenda name
//! the invoices, as free text or as `RMR` segments. Invariant: totals of batches (8) are worked out
//! again; what differs is said.

use super::amount::{compact_date, minor_units};
use super::lockbox::{cut, money};
use crate::base::Decimal;
use crate::ingest::Refusal;
use crate::ingest::read::given::GivenSheet;
use crate::table::{Field, Kind};
use crate::words::Args;

const PAYMENTS: &[(Field, &str)] = &[
    (Field::PaymentNo, "6 trace number"),
    (Field::PaymentDate, "5 effective entry date"),
    (Field::PayerName, "5 company name"),
    (Field::PayerAccount, "5 company identification"),
    (Field::Amount, "6 amount"),
    (Field::Side, "6 transaction code"),
    (Field::PaymentRef, "7 payment related information"),
    (Field::Text, "5 entry description, 6 identification and name"),
];
const INVOICES: &[(Field, &str)] = &[
    (Field::PaymentNo, "6 trace number"),
    (Field::InvoiceNo, "7 RMR reference"),
    (Field::Amount, "7 RMR amount"),
    (Field::PaymentDate, "5 effective entry date"),
];

const WIDTH: usize = 94;

/// An entry and what its addenda say.
struct Entry<'t> {
    line: u32,
    batch: &'t str,
    record: &'t str,
    addenda: String,
}

impl Entry<'_> {
    /// Codes 21 to 24, 31 to 34, 41 to 44, 51 to 54 credit an account; 26 to 29 and so on debit it.
    fn is_credit(&self) -> bool {
        matches!(self.record.as_bytes().get(2), Some(b'0'..=b'4'))
    }
}

pub(super) fn read(name: &str, text: &str) -> Result<Vec<GivenSheet>, Refusal> {
    let mut payments = GivenSheet::new(name, Kind::Payments, PAYMENTS);
    let mut entries: Vec<Entry> = Vec::new();
    let mut batch = "";
    let mut begun = 0;
    for (at, record) in text.lines().enumerate() {
        let line = at as u32 + 1;
        match record.bytes().next() {
            Some(b'5') => (batch, begun) = (record, entries.len()),
            Some(b'6') => entries.push(Entry { line, batch, record, addenda: String::new() }),
            Some(b'7') => {
                if let Some(entry) = entries.last_mut() {
                    entry.addenda.push_str(cut(record, 3, 80).trim_end());
                }
            }
            Some(b'8') => verify(&mut payments, record, line, entries.get(begun..).unwrap_or(&[])),
            _ => {}
        }
    }
    let mut invoices = GivenSheet::new("7", Kind::Remittances, INVOICES);
    for entry in &entries {
        let date = compact_date(cut(entry.batch, 69, 6));
        let trace = cut(entry.record, 79, 15);
        payments.row(entry.line)?;
        payments.text(Field::PaymentNo, trace);
        payments.date(Field::PaymentDate, date);
        payments.text(Field::PayerName, cut(entry.batch, 4, 16));
        payments.text(Field::PayerAccount, cut(entry.batch, 40, 10));
        money(&mut payments, entry.line, cut(entry.record, 29, 10));
        payments.text(Field::Side, if entry.is_credit() { "C" } else { "D" });
        payments.text(Field::PaymentRef, &entry.addenda);
        let parts =
            [cut(entry.batch, 53, 10), cut(entry.record, 39, 15), cut(entry.record, 54, 22)];
        let parts: Vec<&str> = parts.into_iter().map(str::trim).filter(|p| !p.is_empty()).collect();
        payments.text(Field::Text, &parts.join(" "));
        for (invoice, amount) in paid(&entry.addenda) {
            invoices.row(entry.line)?;
            invoices.text(Field::PaymentNo, trace);
            invoices.text(Field::InvoiceNo, invoice);
            if let Ok(amount) = Decimal::from_str_exact(amount) {
                invoices.number(Field::Amount, amount);
            }
            invoices.date(Field::PaymentDate, date);
        }
    }
    let mut sheets = vec![payments];
    sheets.extend((invoices.rows() > 0).then_some(invoices));
    Ok(sheets)
}

/// `RMR*IV*INV-1**1060.00\`: the invoices and amounts of an electronic advice.
fn paid(addenda: &str) -> impl Iterator<Item = (&str, &str)> {
    addenda.split(['\\', '~']).filter_map(|segment| {
        let mut parts = segment.trim().split('*');
        (parts.next() == Some("RMR")).then_some(())?;
        let (_, invoice) = (parts.next()?, parts.next()?);
        Some((invoice.trim(), parts.nth(1).unwrap_or("").trim()))
    })
}

/// The control of a batch: the sums of its debits and of its credits.
fn verify(sheet: &mut GivenSheet, record: &str, line: u32, entries: &[Entry]) {
    for (start, credits) in [(20, false), (32, true)] {
        let side = entries.iter().filter(|entry| entry.is_credit() == credits);
        let amounts = side.filter_map(|entry| minor_units(cut(entry.record, 29, 10), 0));
        let counted: Decimal = amounts.sum();
        let Some(stated) = minor_units(cut(record, start, 12), 0) else { continue };
        if stated != counted {
            let args = Args::new()
                .with("record", "8")
                .with("stated", stated.to_string())
                .with("counted", counted.to_string());
            sheet.problem("problem-control-total-differs", args, line);
        }
    }
}

/// Whether the first record names the width that all of this standard have.
pub(super) fn is_ach(text: &str) -> bool {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or("");
    first.starts_with("101") && cut(first, 34, 6) == "094101" && first.trim_end().len() <= WIDTH
}
