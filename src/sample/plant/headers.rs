//! Faults of invoice headers.

use super::{a_client, new_client, new_invoice, noticeable};
use crate::base::{Date, Decimal, round_to};
use crate::sample::ledger::{Ledger, Sent, day, plus};
use crate::table::Field;

pub fn without_number(ledger: &mut Ledger) {
    let client = a_client(ledger, |_| true);
    let mut invoice = ledger.blank(String::new(), client, ledger.as_of);
    invoice.po =
        ledger.jobs.iter().find(|j| j.client == client).map_or(String::new(), |j| j.po.clone());
    invoice.net = noticeable(ledger, client) * Decimal::from(42);
    set_tax(ledger, &mut invoice);
    ledger.invoices.push(invoice);
}

pub fn number_twice(ledger: &mut Ledger) {
    let at = ledger.untouched(|_, _| true);
    ledger.invoices[at].copies = 2;
}

/// The same invoice under another number; its lines forgot their jobs. A number of the same digits would
/// be a fault of its own.
pub fn invoice_twice(ledger: &mut Ledger) {
    let digits = |no: &str| {
        let mut digits: Vec<char> = no.chars().collect();
        digits.sort_unstable();
        digits
    };
    let no = ledger.next_number();
    let at = ledger.untouched(|ledger, invoice| {
        invoice.date == ledger.as_of && digits(&invoice.no) != digits(&no)
    });
    let mut again = ledger.invoices[at].clone();
    again.no = no;
    for line in &mut again.lines {
        (line.job_no, line.awb) = (String::new(), String::new());
    }
    ledger.invoices.push(again);
    ledger.touch(ledger.invoices.len() - 1);
}

/// The number with the letter I, over another job of the same price in another month.
pub fn number_alike(ledger: &mut Ledger) {
    let client = a_client(ledger, |_| true);
    let jobs = [ledger.add_job(client), ledger.add_job(client)];
    let date = ledger.as_of;
    let first = ledger.bill(&jobs[..1], date);
    let (lane, chargeable) = (ledger.jobs[jobs[0]].lane, ledger.jobs[jobs[0]].chargeable);
    let (charges, done) = (ledger.jobs[jobs[0]].charges.clone(), day(10, 20));
    let pieces = ledger.jobs[jobs[0]].pieces;
    let job = &mut ledger.jobs[jobs[1]];
    (job.lane, job.chargeable, job.charges) = (lane, chargeable, charges);
    job.pieces = pieces;
    job.weight = chargeable.unwrap_or(job.weight);
    for job in jobs {
        let job = &mut ledger.jobs[job];
        (job.pickup, job.delivery, job.pod_date) = (plus(done, -2), Some(done), Some(done));
    }
    let mut earlier = ledger.invoices[first].clone();
    earlier.lines = ledger.lines(jobs[0]);
    ledger.invoices[first] = earlier;
    let no = ledger.invoices[first].no.replacen('1', "I", 1);
    let mut invoice = ledger.blank(no, client, day(10, 30));
    invoice.po = ledger.jobs[jobs[1]].po.clone();
    invoice.lines = ledger.lines(jobs[1]);
    ledger.total(&mut invoice);
    ledger.invoices.push(invoice);
    ledger.touch(first);
    ledger.touch(ledger.invoices.len() - 1);
}

pub fn total_missing(ledger: &mut Ledger) {
    let at = ledger.untouched(|_, _| true);
    ledger.invoices[at].gross = None;
}

pub fn without_lines(ledger: &mut Ledger) {
    let at = ledger.untouched(|_, _| true);
    let no = ledger.next_number();
    let of = ledger.invoices[at].clone();
    let mut invoice = ledger.blank(no, of.client, ledger.as_of);
    invoice.po = of.po;
    // Two of them would look like one invoice sent twice.
    let again = ledger.invoices.iter().filter(|invoice| invoice.lines.is_empty()).count();
    invoice.net = noticeable(ledger, of.client) * Decimal::from(57 + again);
    set_tax(ledger, &mut invoice);
    ledger.invoices.push(invoice);
}

pub fn wrong_net(ledger: &mut Ledger) {
    let at = ledger.untouched(|_, _| true);
    let mut invoice = ledger.invoices[at].clone();
    invoice.net += noticeable(ledger, invoice.client);
    set_tax(ledger, &mut invoice);
    ledger.invoices[at] = invoice;
}

pub fn wrong_gross(ledger: &mut Ledger) {
    let at = ledger.untouched(|_, _| true);
    let more = noticeable(ledger, ledger.invoices[at].client);
    let gross = &mut ledger.invoices[at].gross;
    *gross = gross.map(|gross| gross + more);
}

/// Four tenths of the smallest unit.
pub fn too_many_decimals(ledger: &mut Ledger) {
    let at = ledger.untouched(|_, _| true);
    let digits = ledger.clients[ledger.invoices[at].client].currency.exponent();
    let gross = &mut ledger.invoices[at].gross;
    *gross = gross.map(|gross| gross + Decimal::new(4, digits + 1));
}

pub fn wrong_tax(ledger: &mut Ledger) {
    let at = ledger.untouched(|ledger, invoice| ledger.clients[invoice.client].tax_percent > 0);
    let more = noticeable(ledger, ledger.invoices[at].client);
    let invoice = &mut ledger.invoices[at];
    invoice.tax += more;
    invoice.gross = invoice.gross.map(|gross| gross + more);
}

/// A credit note and its rebill, the credit written with positive amounts among negative ones.
pub fn credit_with_plus(ledger: &mut Ledger) {
    let credit = credited(ledger);
    let mut invoice = ledger.invoices[credit].clone();
    for line in &mut invoice.lines {
        line.charge.qty = -line.charge.qty;
        line.charge.net = -line.charge.net;
    }
    ledger.total(&mut invoice);
    ledger.invoices[credit] = invoice;
}

pub fn credit_without_original(ledger: &mut Ledger) {
    let credit = credited(ledger);
    ledger.invoices[credit].original = String::new();
}

pub fn currency_not_agreed(ledger: &mut Ledger) {
    let client = new_client(ledger, "Lumen Biologics", "EUR");
    ledger.clients[client].agreed = Some(crate::sample::client::currency("USD"));
    new_invoice(ledger, client);
}

pub fn unknown_customer(ledger: &mut Ledger) {
    let client = new_client(ledger, "Arden Clinical", "USD");
    ledger.clients[client].is_listed = false;
    new_invoice(ledger, client);
}

pub fn dated_ahead(ledger: &mut Ledger) {
    let client = a_client(ledger, |_| true);
    let at = new_invoice(ledger, client);
    let invoice = &mut ledger.invoices[at];
    invoice.date = plus(invoice.date, 5);
    invoice.due = plus(invoice.due, 5);
}

pub fn due_not_by_terms(ledger: &mut Ledger) {
    let at = ledger.untouched(|_, _| true);
    let invoice = &mut ledger.invoices[at];
    invoice.due = plus(invoice.due, 3);
}

pub fn due_before_date(ledger: &mut Ledger) {
    let at = ledger.untouched(|_, _| true);
    let invoice = &mut ledger.invoices[at];
    invoice.due = plus(invoice.date, -5);
}

/// Signed for two days after it was billed.
pub fn billed_before_pod(ledger: &mut Ledger) {
    let at = ledger.untouched(|ledger, invoice| plus(invoice.date, 7) <= ledger.as_of);
    let (no, date) = (ledger.invoices[at].lines[0].job_no.clone(), ledger.invoices[at].date);
    if let Some(job) = ledger.job_mut(&no) {
        job.delivery = Some(plus(date, 2));
        job.pod_date = job.delivery;
    }
}

pub fn sent_in_1900(ledger: &mut Ledger) {
    let at = ledger.untouched(|_, _| true);
    ledger.invoices[at].sent = Date::from_ymd_opt(1900, 1, 1).unwrap_or_default();
}

pub fn po_missing(ledger: &mut Ledger) {
    let at = ledger.untouched(|_, invoice| !invoice.po.is_empty());
    ledger.invoices[at].po = String::new();
}

/// A number is skipped, and one more invoice follows.
pub fn number_gap(ledger: &mut Ledger) {
    ledger.skip_number();
    let client = a_client(ledger, |_| true);
    new_invoice(ledger, client);
}

/// The number of one of September's invoices that was sent.
pub fn sent_before(ledger: &mut Ledger) {
    let at = ledger.untouched(|_, _| true);
    let invoice = &ledger.invoices[at];
    let gross = noticeable(ledger, invoice.client) * Decimal::from(93);
    let sent = Sent { no: invoice.no.clone(), client: invoice.client, date: day(9, 18), gross };
    ledger.sent_before.push(sent);
}

pub fn wrong_amount_due(ledger: &mut Ledger) {
    let at = ledger.untouched(|_, _| true);
    let more = noticeable(ledger, ledger.invoices[at].client);
    let invoice = &mut ledger.invoices[at];
    let due = invoice.gross.unwrap_or_default() + more;
    invoice.written.insert(Field::OpenAmount, due.to_string());
}

/// An October invoice to a Korean client, issued in the middle of November.
pub fn issued_late(ledger: &mut Ledger) {
    let at = ledger.untouched(|ledger, invoice| {
        ledger.clients[invoice.client].is_korean() && invoice.date < day(11, 1)
    });
    ledger.invoices[at].sent = day(11, 13);
}

/// A Korean credit that is called a corrected tax invoice, and gives no reason.
pub fn correction_unexplained(ledger: &mut Ledger) {
    let client = a_client(ledger, |client| client.is_korean());
    let credit = credited_to(ledger, client);
    ledger.invoices[credit].doc_type = "수정세금계산서";
    ledger.invoices[credit].reason = "기타 사유";
}

/// A credit note for one of two jobs of a new invoice; the job is billed again.
fn credited(ledger: &mut Ledger) -> usize {
    let client = a_client(ledger, |_| true);
    credited_to(ledger, client)
}

pub(super) fn credited_to(ledger: &mut Ledger, client: usize) -> usize {
    let jobs = [ledger.add_job(client), ledger.add_job(client)];
    let date = ledger.as_of;
    let at = ledger.bill(&jobs, date);
    let job_no = ledger.jobs[jobs[0]].no.clone();
    let credit = ledger.credit(at, &job_no);
    let again = ledger.rebill(jobs[0]);
    [at, credit, again].into_iter().for_each(|at| ledger.touch(at));
    credit
}

fn set_tax(ledger: &Ledger, invoice: &mut crate::sample::ledger::Invoice) {
    let client = &ledger.clients[invoice.client];
    let rate = Decimal::new(client.tax_percent, 2);
    invoice.tax = round_to(invoice.net * rate, client.currency.exponent());
    invoice.gross = Some(invoice.net + invoice.tax);
}
