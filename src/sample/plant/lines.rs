//! Faults of invoice lines.

use super::{a_client, new_invoice, noticeable};
use crate::base::{Decimal, round_to};
use crate::sample::client::currency;
use crate::sample::ledger::{Charge, Invoice, Ledger, Rate, Written, day};
use crate::sample::service::SERVICES;

/// A charge of one invoice stands on a later one as well.
pub fn charge_twice(ledger: &mut Ledger) {
    let first = ledger.untouched(|_, _| true);
    let client = ledger.invoices[first].client;
    let second = new_invoice(ledger, client);
    let line = ledger.invoices[first].lines[0].clone();
    change(ledger, second, |invoice| invoice.lines.push(line));
}

pub fn line_twice(ledger: &mut Ledger) {
    let at = ledger.untouched(|_, _| true);
    let line = ledger.invoices[at].lines[0].clone();
    change(ledger, at, |invoice| invoice.lines.insert(1, line));
}

/// The header is in no file.
pub fn without_header(ledger: &mut Ledger) {
    let client = a_client(ledger, |_| true);
    let job = ledger.add_job(client);
    let no =
        format!("MI26-{:04}", 7 + 13 * ledger.invoices.iter().filter(|i| !i.has_header).count());
    let mut invoice = ledger.blank(no, client, ledger.as_of);
    invoice.lines = ledger.lines(job);
    invoice.has_header = false;
    ledger.invoices.push(invoice);
}

pub fn broken_cell(ledger: &mut Ledger) {
    let at = ledger.untouched(|_, _| true);
    ledger.invoices[at].lines[0].text = "#N/A".to_owned();
}

/// Quantity × price is not the amount; all totals follow the wrong amount.
pub fn wrong_amount(ledger: &mut Ledger) {
    let at = ledger.untouched(|_, _| true);
    let more = noticeable(ledger, ledger.invoices[at].client);
    change(ledger, at, |invoice| invoice.lines[0].charge.net += more);
}

/// One line more, in a currency that is not the invoice's; the rate card has it so.
pub fn other_currency(ledger: &mut Ledger) {
    let at = ledger
        .untouched(|ledger, invoice| ledger.clients[invoice.client].currency == currency("USD"));
    let client_no = ledger.clients[ledger.invoices[at].client].no.clone();
    let mut line = ledger.invoices[at].lines[0].clone();
    line.currency = currency("EUR");
    let price = Decimal::new(1_800, 2);
    let charge = Charge {
        code: "APT",
        text: "Airport tax",
        qty: Decimal::ONE,
        unit: "shipment",
        price,
        net: price,
    };
    if !ledger.rates.iter().any(|rate| rate.code == charge.code && rate.client_no == client_no) {
        ledger.rates.push(Rate {
            client_no,
            code: charge.code,
            text: charge.text,
            origin: String::new(),
            destination: String::new(),
            unit: charge.unit,
            price,
            min: None,
            max: None,
            free_days: None,
            weight_from: None,
            weight_to: None,
            valid_from: day(1, 1),
            valid_to: day(12, 31),
            currency: line.currency,
            written: Written::new(),
        });
    }
    (line.text, line.charge) = (charge.text.to_owned(), charge);
    ledger.invoices[at].lines.push(line);
}

pub fn unknown_job(ledger: &mut Ledger) {
    let client = a_client(ledger, |_| true);
    let at = new_invoice(ledger, client);
    let no = ledger.invoices[at].lines[0].job_no.clone();
    if let Some(job) = ledger.job_mut(&no) {
        job.copies = 0;
    }
    // One line, so that there is one unknown job on one line.
    change(ledger, at, |invoice| invoice.lines.truncate(1));
}

/// Both clients have the lane at one price, so that only the job is wrong.
pub fn job_of_other_customer(ledger: &mut Ledger) {
    let (owner, billed) = (0, 1);
    let lane = ledger.add_lane(owner, "ICN", "DOH", 655);
    ledger.add_lane(billed, "ICN", "DOH", 655);
    let job = ledger.add_job_on(lane);
    ledger.jobs[job].charges.truncate(1);
    let date = ledger.as_of;
    let at = ledger.bill(&[job], date);
    ledger.touch(at);
    let (no, lines) = (ledger.invoices[at].no.clone(), ledger.invoices[at].lines.clone());
    let mut invoice = ledger.blank(no, billed, date);
    invoice.lines = lines;
    ledger.total(&mut invoice);
    ledger.invoices[at] = invoice;
}

fn change(ledger: &mut Ledger, at: usize, how: impl FnOnce(&mut Invoice)) {
    let mut invoice = ledger.invoices[at].clone();
    how(&mut invoice);
    ledger.total(&mut invoice);
    ledger.invoices[at] = invoice;
}

pub fn without_description(ledger: &mut Ledger) {
    let at = ledger.untouched(|_, _| true);
    let line = &mut ledger.invoices[at].lines[0];
    (line.charge.code, line.text) = ("", String::new());
}

pub fn placeholder_left(ledger: &mut Ledger) {
    let at = ledger.untouched(|_, _| true);
    ledger.invoices[at].lines[0].text = "TBC".to_owned();
}

/// One logger more, for nothing.
pub fn priced_at_nought(ledger: &mut Ledger) {
    let at = ledger.untouched(|_, _| true);
    let mut line = ledger.invoices[at].lines[0].clone();
    line.charge.code = SERVICES[3].code;
    line.text = SERVICES[3].text.to_owned();
    (line.charge.unit, line.charge.qty) = (SERVICES[3].unit, Decimal::ONE);
    (line.charge.price, line.charge.net) = (Decimal::ZERO, Decimal::ZERO);
    ledger.invoices[at].lines.push(line);
}

/// The last digit of an air waybill, on the job and on all its lines.
pub fn wrong_check_digit(ledger: &mut Ledger) {
    let at = ledger.untouched(|_, _| true);
    let no = ledger.invoices[at].lines[0].job_no.clone();
    let awb = ledger.invoices[at].lines[0].awb.clone();
    let (start, last) = awb.split_at(awb.len() - 1);
    let wrong = format!("{start}{}", (last.parse::<u32>().unwrap_or(0) + 1) % 7);
    for line in ledger.invoices[at].lines.iter_mut().filter(|line| line.job_no == no) {
        line.awb = wrong.clone();
    }
    if let Some(job) = ledger.job_mut(&no) {
        job.awb = wrong;
    }
}

/// Ten kilograms more than the job has.
pub fn other_weight(ledger: &mut Ledger) {
    let at = ledger.untouched(|_, _| true);
    let digits = ledger.clients[ledger.invoices[at].client].currency.exponent();
    change(ledger, at, |invoice| {
        let charge = &mut invoice.lines[0].charge;
        charge.qty += Decimal::TEN;
        charge.net = round_to(charge.qty * charge.price, digits);
    });
}
