//! Faults against what clients ask of their invoices, and against their orders. Each has a client of
//! its own.

use super::{new_client, new_invoice};
use crate::base::Decimal;
use crate::sample::ledger::{Ledger, day, plus};
use crate::sample::service::SERVICES;

pub fn other_entity(ledger: &mut Ledger) {
    let client = new_client(ledger, "Halcyon Bio", "USD");
    ledger.clients[client].asks.entity = Some("HCL Korea");
    new_invoice(ledger, client);
}

/// Two jobs on one invoice.
pub fn not_split(ledger: &mut Ledger) {
    let client = new_client(ledger, "Ostrava Trials", "EUR");
    ledger.clients[client].asks.split_rule = "One per job";
    let jobs = [ledger.add_job(client), ledger.add_job(client)];
    let date = ledger.as_of;
    let at = ledger.bill(&jobs, date);
    ledger.touch(at);
}

pub fn no_channel(ledger: &mut Ledger) {
    let client = new_client(ledger, "Kestrel Labs", "USD");
    ledger.clients[client].asks.email = String::new();
    new_invoice(ledger, client);
}

pub fn other_language(ledger: &mut Ledger) {
    let client = new_client(ledger, "Marlow Research", "USD");
    let at = new_invoice(ledger, client);
    ledger.invoices[at].language = "Korean";
}

/// Delivered on the 8th, cut-off on the 20th, billed in November.
pub fn cut_off_missed(ledger: &mut Ledger) {
    let client = new_client(ledger, "Dunmore Clinics", "USD");
    ledger.clients[client].asks.cut_off = "20";
    let job = ledger.add_job(client);
    let done = day(10, 8);
    let job_row = &mut ledger.jobs[job];
    (job_row.pickup, job_row.delivery, job_row.pod_date) = (plus(done, -2), Some(done), Some(done));
    let date = ledger.as_of;
    let at = ledger.bill(&[job], date);
    ledger.touch(at);
}

pub fn charge_excluded(ledger: &mut Ledger) {
    let client = new_client(ledger, "Sorrel Genomics", "USD");
    ledger.clients[client].asks.excluded = SERVICES[3].code;
    let job = ledger.add_job(client);
    let logger = ledger.charge(client, &SERVICES[3], Decimal::ONE);
    ledger.jobs[job].charges.truncate(1);
    ledger.jobs[job].charges.push(logger);
    let date = ledger.as_of;
    let at = ledger.bill(&[job], date);
    ledger.touch(at);
}

pub fn contact_left(ledger: &mut Ledger) {
    let client = new_client(ledger, "Tarn Vaccines", "USD");
    ledger.clients[client].asks.contact_status = "Left company";
    new_invoice(ledger, client);
}

pub fn order_exceeded(ledger: &mut Ledger) {
    with_order(ledger, "Ravel Oncology", 10, (12, 31));
}

pub fn order_ended(ledger: &mut Ledger) {
    with_order(ledger, "Pembroke Bio", 1_000_000, (6, 30));
}

fn with_order(ledger: &mut Ledger, name: &str, amount: i64, (month, last): (u32, u32)) {
    let client = new_client(ledger, name, "USD");
    let po = format!("46000{client:04}");
    ledger.add_order(po.clone(), client, amount, day(month, last));
    let job = ledger.add_job(client);
    ledger.jobs[job].po = po;
    let date = ledger.as_of;
    let at = ledger.bill(&[job], date);
    ledger.touch(at);
}
