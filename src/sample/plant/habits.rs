//! Faults against habit: of periods, amounts and months. Each has a client of its own, with charges
//! that come every month.

use super::{a_client, new_client};
use crate::base::{Date, Decimal, iso};
use crate::sample::ledger::{Charge, Ledger, Line, Rate, Written, day, plus};
use crate::table::Field;

/// A charge that the fault brings: code, text, unit.
type Service = (&'static str, &'static str, &'static str);

const STORAGE: Service = ("STO", "Cold storage", "month");
const DEPOT: Service = ("DPT", "Depot management", "month");
const CLEARANCE: Service = ("CLR", "Customs clearance", "shipment");
const WAITING: Service = ("ESC", "Courier escort", "hour");

/// Billed in October, for a period that ended in August.
pub fn service_outside(ledger: &mut Ledger) {
    let client = a_client(ledger, |_| true);
    let job = ledger.add_job(client);
    ledger.jobs[job].charges.truncate(1);
    let date = ledger.as_of;
    let at = ledger.bill(&[job], date);
    ledger.invoices[at].written.insert(Field::Period, "2026-08".to_owned());
    ledger.touch(at);
}

/// Storage from March to August, without June.
pub fn period_gap(ledger: &mut Ledger) {
    let client = monthly(ledger, "Lindqvist Depot");
    for month in [3, 4, 5, 7, 8] {
        bill_month(ledger, client, month, &[(STORAGE, 400, 1)]);
    }
}

/// Storage since the twelfth, for the whole of October.
pub fn month_not_cut(ledger: &mut Ledger) {
    let client = monthly(ledger, "Marlow Stores");
    let at = bill_month(ledger, client, 10, &[(STORAGE, 400, 1)]);
    let invoice = &mut ledger.invoices[at];
    let (from, to) = (day(10, 12), invoice.date);
    invoice.written.insert(Field::Period, format!("{} to {}", iso(from), iso(to)));
    invoice.lines[0].service_date = from;
}

/// A day where the month stands in every other cell.
pub fn day_before_month(ledger: &mut Ledger) {
    let at = ledger.untouched(|_, invoice| invoice.written.is_empty());
    ledger.invoices[at].written.insert(Field::SentDate, "2026-30-10".to_owned());
}

/// Storage until September, not in October.
pub fn charge_gone(ledger: &mut Ledger) {
    let client = monthly(ledger, "Carrick Storage");
    for month in 4..=9 {
        bill_month(ledger, client, month, &[(STORAGE, 400, 1), (DEPOT, 900, 1)]);
    }
    bill_month(ledger, client, 10, &[(DEPOT, 900, 1)]);
}

pub fn charge_new(ledger: &mut Ledger) {
    let client = monthly(ledger, "Whitby Biobank");
    for month in 4..=9 {
        bill_month(ledger, client, month, &[(DEPOT, 900, 1)]);
    }
    bill_month(ledger, client, 10, &[(STORAGE, 400, 1), (DEPOT, 900, 1)]);
}

/// Three depots in October, where there was one.
pub fn month_unusual(ledger: &mut Ledger) {
    let client = monthly(ledger, "Solent Repository");
    for month in 4..=9 {
        bill_month(ledger, client, month, &[(DEPOT, 900, 1)]);
    }
    bill_month(ledger, client, 10, &[(DEPOT, 900, 3)]);
}

/// Eight months in round hundreds, by somebody who bills nobody else.
pub fn round_amounts(ledger: &mut Ledger) {
    let client = new_client(ledger, "Orme Archives", "USD");
    add_rate(ledger, client, CLEARANCE, 100, (day(1, 1), day(12, 31)));
    ledger.clients[client].owner = "T. Quill";
    for (month, qty) in (3..=10).zip([13, 17, 21, 16, 18, 22, 19, 15]) {
        bill_month(ledger, client, month, &[(CLEARANCE, 100, qty)]);
    }
}

/// A new price in November, more than twice the old one.
pub fn amount_unusual(ledger: &mut Ledger) {
    repriced(ledger, "Arbroath Clinics", CLEARANCE, 1, (40, 105));
}

/// Ten times the old one.
pub fn factor_off(ledger: &mut Ledger) {
    repriced(ledger, "Penarth Therapeutics", CLEARANCE, 1, (40, 400));
}

/// By the hour.
pub fn rate_unusual(ledger: &mut Ledger) {
    repriced(ledger, "Wexford Pharma", WAITING, 3, (40, 105));
}

/// Eleven jobs, the last of them by a new rate.
fn repriced(ledger: &mut Ledger, name: &str, service: Service, qty: i64, (old, new): (i64, i64)) {
    let client = new_client(ledger, name, "USD");
    add_rate(ledger, client, service, old, (day(1, 1), day(10, 31)));
    add_rate(ledger, client, service, new, (day(11, 1), day(12, 31)));
    for (days, price) in (0..10).map(|at| (at, old)).chain([(18, new)]) {
        let done = plus(day(10, 17), days);
        let job = ledger.add_job(client);
        let row = &mut ledger.jobs[job];
        (row.pickup, row.delivery, row.pod_date) = (plus(done, -1), Some(done), Some(done));
        row.charges.truncate(1);
        row.charges.push(charge(service, price, qty));
        let date = ledger.as_of;
        let at = ledger.bill(&[job], date);
        ledger.touch(at);
    }
}

/// A client with storage and a depot, by the month.
fn monthly(ledger: &mut Ledger, name: &str) -> usize {
    let client = new_client(ledger, name, "USD");
    add_rate(ledger, client, STORAGE, 400, (day(1, 1), day(12, 31)));
    add_rate(ledger, client, DEPOT, 900, (day(1, 1), day(12, 31)));
    client
}

fn charge((code, text, unit): Service, price: i64, qty: i64) -> Charge {
    let (price, qty) = (Decimal::new(price * 100, 2), Decimal::from(qty));
    Charge { code, text, qty, unit, price, net: price * qty }
}

fn add_rate(
    ledger: &mut Ledger,
    client: usize,
    (code, text, unit): Service,
    price: i64,
    (valid_from, valid_to): (Date, Date),
) {
    ledger.rates.push(Rate {
        client_no: ledger.clients[client].no.clone(),
        code,
        text,
        origin: String::new(),
        destination: String::new(),
        unit,
        price: Decimal::new(price * 100, 2),
        min: None,
        max: None,
        free_days: None,
        weight_from: None,
        weight_to: None,
        valid_from,
        valid_to,
        currency: ledger.clients[client].currency,
        written: Written::new(),
    });
}

/// An invoice of the last day of a month, in a series of the client's own, for no job.
fn bill_month(
    ledger: &mut Ledger,
    client: usize,
    month: u32,
    charges: &[(Service, i64, i64)],
) -> usize {
    let first = day(month, 1);
    let last = plus(day(month + 1, 1), -1);
    let known = ledger.invoices.iter().filter(|invoice| invoice.client == client).count();
    // The client's number twice, so that no two series are one with two digits changed over.
    let no = format!("ST26-{client:02}{client:02}-{:02}", known + 1);
    let mut invoice = ledger.blank(no, client, last);
    let line = |&(service, price, qty): &(Service, i64, i64)| Line {
        job_no: String::new(),
        awb: String::new(),
        service_date: first,
        origin: String::new(),
        destination: String::new(),
        text: service.1.to_owned(),
        charge: charge(service, price, qty),
        currency: ledger.clients[client].currency,
        written: Written::new(),
    };
    invoice.lines = charges.iter().map(line).collect();
    ledger.total(&mut invoice);
    ledger.invoices.push(invoice);
    let at = ledger.invoices.len() - 1;
    ledger.touch(at);
    at
}
