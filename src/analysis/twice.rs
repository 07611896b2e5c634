//! Billed twice: the same charge of the same job on two invoices, and no credit takes it back.
//!
//! The same charge is one code on one service day and air waybill; where whole invoices stand for
//! the charges, one amount. Invoices count in order of date and number, never of rows. Told by
//! money, not by counting documents: a credit of a part does not undo a double charge, and a
//! credit line that names no charge code counts against whatever the job was charged.

use std::collections::BTreeMap;

use super::charges::Billed;
use super::taken_back::taken_back;
use crate::base::{Currency, Date, QuickSet, fold_id, fold_word};
use crate::model::Book;
use crate::table::Field;

/// A charge that an earlier invoice already has.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Repeat {
    /// Position in [`Book::charges`] of the first line on the earlier invoice.
    pub first: u32,
    /// Positions of the lines on the later invoice.
    pub again: Vec<u32>,
}

/// Folded numbers of the invoices that were credited in full without saying for which job.
pub fn reversed_whole(book: &Book) -> QuickSet<String> {
    let names_job = |&at: &u32| book.job_no_of_charge(at as usize).is_some();
    taken_back(book, |credit| !credit.line_positions().iter().any(names_job))
}

/// What makes two lines of one job the same charge.
type Service = (String, Option<Date>, String, Currency);

/// What one invoice bills, or one credit note takes back, of one charge.
struct Part {
    date: Option<Date>,
    invoice: String,
    original: Option<String>,
    minor: i64,
    lines: Vec<u32>,
}

#[derive(Default)]
struct Charged {
    bills: Vec<Part>,
    credits: Vec<Part>,
}

/// All repeats among the charges of one job. `billed` is [`super::charges::billed`], `reversed`
/// [`reversed_whole`].
pub fn repeats(
    book: &Book,
    billed: &[Billed],
    reversed: &QuickSet<String>,
    positions: &[u32],
) -> Vec<Repeat> {
    // Almost every job is on one invoice; only the others are worth the maps.
    let mut invoices = positions.iter().filter_map(|&at| billed[at as usize].invoice);
    let first = invoices.next();
    if invoices.all(|invoice| Some(invoice) == first) {
        return Vec::new();
    }
    let mut services: BTreeMap<Service, Charged> = BTreeMap::new();
    for &at in positions {
        sort_in(book, billed, reversed, at, &mut services);
    }
    let mut uncoded: Vec<(Currency, Vec<Part>)> = Vec::new();
    services.retain(|(code, _, _, currency), charged| {
        let is_uncoded = code.is_empty() || charged.bills.is_empty();
        if is_uncoded {
            uncoded.push((*currency, std::mem::take(&mut charged.credits)));
        }
        !is_uncoded
    });
    let mut repeats = Vec::new();
    for ((_, _, _, currency), charged) in services {
        let others = uncoded.iter_mut().filter(|(other, _)| *other == currency);
        repeats.extend(standing_repeats(charged, others.flat_map(|(_, parts)| parts)));
    }
    repeats
}

fn sort_in(
    book: &Book,
    billed: &[Billed],
    reversed: &QuickSet<String>,
    at: u32,
    services: &mut BTreeMap<Service, Charged>,
) {
    let line = &billed[at as usize];
    let charge = book.charge(at as usize);
    let Some(amount) = line.amount.filter(|amount| !amount.is_zero() && !line.void) else { return };
    let Some(invoice) = book.invoice_of_charge(at as usize) else { return };
    if reversed.contains(invoice.key()) {
        return;
    }
    let code = match charge.is_header() {
        true => format!("={}", amount.minor.abs()),
        false => charge.code().map(fold_word).unwrap_or_default(),
    };
    let waybill = charge.0.text(Field::Awb).map(fold_id).unwrap_or_default();
    let service = (code, charge.0.date(Field::ServiceDate), waybill, amount.currency);
    let charged = services.entry(service).or_default();
    let parts = if line.credit { &mut charged.credits } else { &mut charged.bills };
    match parts.iter_mut().find(|part| part.invoice == invoice.key()) {
        Some(part) => {
            part.minor = part.minor.saturating_add(amount.minor);
            part.lines.push(at);
        }
        None => parts.push(Part {
            date: invoice.date(),
            invoice: invoice.key().to_owned(),
            original: invoice.original().map(fold_id),
            minor: amount.minor,
            lines: vec![at],
        }),
    }
}

/// What stands on two invoices after its own credits and those of the job that name no charge. A
/// credit that was used is set to nothing.
fn standing_repeats<'p>(
    charged: Charged,
    uncoded: impl Iterator<Item = &'p mut Part>,
) -> Vec<Repeat> {
    let Charged { mut bills, mut credits } = charged;
    bills.sort_by(|a, b| (a.date, &a.invoice).cmp(&(b.date, &b.invoice)));
    let mut left: i64 = 0;
    for credit in &mut credits {
        left = left.saturating_add(take_off(&mut bills, credit));
    }
    for credit in uncoded {
        left = left.saturating_add(take_off(&mut bills, credit));
    }
    let all: i64 = bills.iter().map(|bill| bill.minor).sum();
    let largest = bills.iter().map(|bill| bill.minor).max().unwrap_or(0);
    let Some((first, later)) = bills.split_first() else { return Vec::new() };
    // Several credits that together take back all but one invoice.
    if all - left <= largest {
        return Vec::new();
    }
    let again = |bill: &Part| Repeat { first: first.lines[0], again: bill.lines.clone() };
    later.iter().map(again).collect()
}

/// Takes the bill of the credit's amount off, that of the invoice it names if there is one. What
/// it does not so take off comes back.
fn take_off(bills: &mut Vec<Part>, credit: &mut Part) -> i64 {
    let equal = |bill: &Part| bill.minor == -credit.minor;
    let named = |bill: &Part| equal(bill) && credit.original.as_deref() == Some(&bill.invoice);
    match bills.iter().position(named).or_else(|| bills.iter().position(equal)) {
        Some(at) => {
            bills.remove(at);
            credit.minor = 0;
            0
        }
        None => -credit.minor,
    }
}
