//! Faults of credit notes and of what follows them, and of numbers out of turn.

use super::headers::credited_to;
use super::{a_client, new_client};
use crate::base::Decimal;
use crate::sample::client::tax_id;
use crate::sample::ledger::{Ledger, day, plus};
use crate::sample::service::SERVICES;

/// The freight of an invoice again, under another number, without its job.
pub fn rebilled_uncredited(ledger: &mut Ledger) {
    let client = a_client(ledger, |_| true);
    let job = ledger.add_job(client);
    let logger = ledger.charge(client, &SERVICES[3], Decimal::ONE);
    ledger.jobs[job].charges.truncate(1);
    ledger.jobs[job].charges.push(logger);
    let date = ledger.as_of;
    let old = ledger.bill(&[job], date);
    let mut invoice = ledger.invoices[old].clone();
    invoice.original = std::mem::replace(&mut invoice.no, ledger.next_number());
    invoice.doc_type = "Rebill";
    invoice.lines.truncate(1);
    for line in &mut invoice.lines {
        (line.job_no, line.awb) = (String::new(), String::new());
    }
    ledger.total(&mut invoice);
    ledger.invoices.push(invoice);
    [old, ledger.invoices.len() - 1].into_iter().for_each(|at| ledger.touch(at));
}

/// An invoice is taken back as a whole, and its job is on no other.
pub fn not_rebilled(ledger: &mut Ledger) {
    let client = a_client(ledger, |_| true);
    let job = ledger.add_job(client);
    let date = ledger.as_of;
    let at = ledger.bill(&[job], date);
    let no = ledger.jobs[job].no.clone();
    let credit = ledger.credit(at, &no);
    for line in &mut ledger.invoices[credit].lines {
        (line.job_no, line.awb) = (String::new(), String::new());
    }
    [at, credit].into_iter().for_each(|at| ledger.touch(at));
}

pub fn credit_without_reason(ledger: &mut Ledger) {
    let client = a_client(ledger, |client| !client.is_korean());
    let credit = credited_to(ledger, client);
    ledger.invoices[credit].reason = "";
}

/// Two jobs of a Korean client, each with half a won of tax: together none, credited apart one won.
pub fn credit_rounding(ledger: &mut Ledger) {
    let client = new_client(ledger, "Baekdu Bio", "KRW");
    ledger.clients[client].tax_percent = 10;
    ledger.clients[client].tax_id = tax_id(client, "KRW", "");
    let lane = ledger.add_lane(client, "ICN", "ZRH", 655);
    let jobs = [25, 27].map(|halves| {
        let job = ledger.add_job_on(lane);
        (ledger.jobs[job].weight, ledger.jobs[job].chargeable) = (halves, Some(halves));
        ledger.jobs[job].charges = vec![ledger.freight(&ledger.jobs[job])];
        job
    });
    let date = ledger.as_of;
    let at = ledger.bill(&jobs, date);
    ledger.touch(at);
    for job in jobs {
        let no = ledger.jobs[job].no.clone();
        let (credit, again) = (ledger.credit(at, &no), ledger.rebill(job));
        [credit, again].into_iter().for_each(|at| ledger.touch(at));
    }
}

/// Decided for the client two months ago.
pub fn dispute_not_credited(ledger: &mut Ledger) {
    let at = ledger.untouched(|_, _| true);
    ledger.dispute(at, "Valid", day(9, 1));
}

/// The last number, with a date four weeks before.
pub fn number_out_of_turn(ledger: &mut Ledger) {
    let client = a_client(ledger, |_| true);
    let job = ledger.add_job(client);
    let done = day(10, 7);
    let row = &mut ledger.jobs[job];
    (row.pickup, row.delivery, row.pod_date) = (plus(done, -2), Some(done), Some(done));
    let at = ledger.bill(&[job], day(10, 9));
    ledger.touch(at);
}

pub fn void_without_record(ledger: &mut Ledger) {
    let client = a_client(ledger, |_| true);
    let no = ledger.next_number();
    let mut invoice = ledger.blank(no, client, ledger.as_of);
    invoice.status = "Void";
    invoice.gross = Some(Decimal::ZERO);
    ledger.invoices.push(invoice);
    ledger.touch(ledger.invoices.len() - 1);
}
