//! Faults against what clients require and what their accounts, orders and terms say.

use super::{a_client, new_client, new_invoice};
use crate::base::{Decimal, round_to};
use crate::sample::client::{currency, tax_id};
use crate::sample::ledger::{Invoice, Ledger, day, plus};
use crate::table::Field;

/// Two digits of a registration number changed over.
pub fn wrong_tax_id(ledger: &mut Ledger) {
    let client = new_client(ledger, "Hangang Bio", "KRW");
    let id = &mut ledger.clients[client].tax_id;
    *id = tax_id(client, "KRW", "");
    let last = id.pop().and_then(|c| c.to_digit(10)).unwrap_or(0);
    id.push_str(&((last + 1) % 10).to_string());
}

/// Nobody wrote down the city.
pub fn address_missing(ledger: &mut Ledger) {
    let client = new_client(ledger, "Corvane Pharma", "USD");
    ledger.clients[client].written.insert(Field::City, String::new());
    new_invoice(ledger, client);
}

/// An account that is not the house's.
pub fn other_account(ledger: &mut Ledger) {
    let at = ledger.untouched(|_, _| true);
    ledger.invoices[at].written.insert(Field::RemitTo, "7719-4402-0031".to_owned());
}

pub fn document_missing(ledger: &mut Ledger) {
    let client = new_client(ledger, "Ilmen Clinical", "USD");
    let required = "POD; Timesheet".to_owned();
    ledger.clients[client].written.insert(Field::RequiredDocuments, required);
    new_invoice(ledger, client);
}

pub fn wrong_words(ledger: &mut Ledger) {
    let at = ledger.untouched(|_, _| true);
    let words = "Seven hundred and 07/100".to_owned();
    ledger.invoices[at].written.insert(Field::AmountInWords, words);
}

pub fn account_closed(ledger: &mut Ledger) {
    let client = new_client(ledger, "Solvane Labs", "USD");
    ledger.clients[client].status = "Closed";
    new_invoice(ledger, client);
}

pub fn account_on_hold(ledger: &mut Ledger) {
    let client = new_client(ledger, "Maren Diagnostics", "USD");
    ledger.clients[client].status = "On hold";
    new_invoice(ledger, client);
}

/// Terms and due date agree with each other, not with the client.
pub fn terms_not_agreed(ledger: &mut Ledger) {
    let at = ledger.untouched(|_, _| true);
    let invoice = &mut ledger.invoices[at];
    invoice.terms = "Net 75".to_owned();
    invoice.due = plus(invoice.date, 75);
}

/// Done in February, billed in November.
pub fn billed_late(ledger: &mut Ledger) {
    let client = a_client(ledger, |_| true);
    let job = ledger.add_job(client);
    let done = day(2, 10);
    let (no, date) = (ledger.jobs[job].no.clone(), ledger.as_of);
    if let Some(job) = ledger.job_mut(&no) {
        (job.pickup, job.delivery, job.pod_date) = (plus(done, -2), Some(done), Some(done));
    }
    let at = ledger.bill(&[job], date);
    ledger.touch(at);
}

/// An order that no job knows.
pub fn other_po(ledger: &mut Ledger) {
    let at = ledger.untouched(|_, invoice| !invoice.po.is_empty());
    let invoice = &mut ledger.invoices[at];
    invoice.po = format!("7700{}", invoice.po);
}

/// The order of a client that requires one, on an invoice to one that does not.
pub fn po_of_other(ledger: &mut Ledger) {
    let at = ledger.untouched(|_, invoice| invoice.po.is_empty());
    let other = ledger.jobs.iter().find(|job| !job.po.is_empty());
    let po = other.map_or(String::new(), |job| job.po.clone());
    ledger.invoices[at].po = po;
}

pub fn project_missing(ledger: &mut Ledger) {
    let client = a_client(ledger, |client| client.project_required && !client.po_required);
    let job = ledger.add_job(client);
    ledger.jobs[job].protocol = String::new();
    let date = ledger.as_of;
    let at = ledger.bill(&[job], date);
    ledger.touch(at);
}

pub fn signature_missing(ledger: &mut Ledger) {
    let at = ledger.untouched(|_, _| true);
    let no = ledger.invoices[at].lines[0].job_no.clone();
    if let Some(job) = ledger.job_mut(&no) {
        job.pod_name = String::new();
    }
}

/// A job is credited in full and billed again; then a kilogram of it is credited once more.
pub fn credited_too_much(ledger: &mut Ledger) {
    let client = a_client(ledger, |_| true);
    let job = ledger.add_job(client);
    let date = ledger.as_of;
    let at = ledger.bill(&[job], date);
    let no = ledger.jobs[job].no.clone();
    let (credit, again) = (ledger.credit(at, &no), ledger.rebill(job));
    let more = ledger.credit(at, &no);
    let mut invoice = ledger.invoices[more].clone();
    invoice.lines.truncate(1);
    let line = &mut invoice.lines[0];
    (line.job_no, line.awb) = (String::new(), String::new());
    line.charge.qty = -Decimal::ONE;
    line.charge.net = -line.charge.price;
    ledger.total(&mut invoice);
    ledger.invoices[more] = invoice;
    [at, credit, again, more].into_iter().for_each(|at| ledger.touch(at));
}

/// A credit note that went to another client than the invoice.
pub fn credit_differs(ledger: &mut Ledger) {
    let usd = currency("USD");
    let alike = |client: &crate::sample::client::Client| {
        client.currency == usd && client.tax_percent == 0 && !client.po_required
    };
    let clients: Vec<usize> = (0..9).filter(|&at| alike(&ledger.clients[at])).collect();
    let &[client, other, ..] = clients.as_slice() else { return };
    let jobs = [ledger.add_job(client), ledger.add_job(client)];
    let date = ledger.as_of;
    let at = ledger.bill(&jobs, date);
    let no = ledger.jobs[jobs[0]].no.clone();
    let (credit, again) = (ledger.credit(at, &no), ledger.rebill(jobs[0]));
    ledger.invoices[credit].client = other;
    [at, credit, again].into_iter().for_each(|at| ledger.touch(at));
}

/// A number of last year's series.
pub fn number_of_other_year(ledger: &mut Ledger) {
    let client = a_client(ledger, |_| true);
    let job = ledger.add_job(client);
    let count = ledger.invoices.iter().filter(|i| i.no.starts_with("CI25")).count();
    let no = format!("CI25-{:05}", 20_117 + 13 * count);
    let mut invoice = ledger.blank(no, client, ledger.as_of);
    invoice.po = ledger.jobs[job].po.clone();
    invoice.lines = ledger.lines(job);
    ledger.total(&mut invoice);
    ledger.invoices.push(invoice);
    ledger.touch(ledger.invoices.len() - 1);
}

pub fn tax_id_missing(ledger: &mut Ledger) {
    let client = new_client(ledger, "Aldous Clinics", "USD");
    ledger.clients[client].tax_percent = 10;
    ledger.clients[client].tax_id = String::new();
    new_invoice(ledger, client);
}

/// Twelve per cent, where Korea has ten.
pub fn unknown_rate(ledger: &mut Ledger) {
    let client = new_client(ledger, "Namsan Bio", "KRW");
    ledger.clients[client].tax_percent = 12;
    ledger.clients[client].tax_id = tax_id(client, "KRW", "");
    new_invoice(ledger, client);
}

/// Costs half as much again as it brings.
pub fn below_cost(ledger: &mut Ledger) {
    let at = ledger.untouched(|_, _| true);
    let no = ledger.invoices[at].lines[0].job_no.clone();
    if let Some(job) = ledger.job_mut(&no) {
        let worth: Decimal = job.charges.iter().map(|charge| charge.net).sum();
        job.cost = Some(round_to(worth * Decimal::new(15, 1), job.currency.exponent()));
    }
}

/// The tax is cut off where it should be rounded up.
pub fn rounding_step(ledger: &mut Ledger) {
    let taxes = |ledger: &Ledger, invoice: &Invoice| {
        let client = &ledger.clients[invoice.client];
        let exact = invoice.net * Decimal::new(client.tax_percent, 2);
        let digits = client.currency.exponent();
        (exact.trunc_with_scale(digits), round_to(exact, digits))
    };
    let at = ledger.untouched(|ledger, invoice| {
        let (cut, rounded) = taxes(ledger, invoice);
        cut != rounded
    });
    let (cut, _) = taxes(ledger, &ledger.invoices[at]);
    let invoice = &mut ledger.invoices[at];
    invoice.tax = cut;
    invoice.gross = Some(invoice.net + cut);
}
