//! Faults of tax and of what goes with it on an invoice.

use super::{a_client, new_client, new_invoice, noticeable};
use crate::base::{Decimal, round_to};
use crate::sample::ledger::{Charge, Ledger, day};
use crate::table::Field;

/// The tax of one line; the total is right.
pub fn wrong_line_tax(ledger: &mut Ledger) {
    let at = ledger.untouched(|ledger, invoice| ledger.clients[invoice.client].tax_percent > 0);
    let client = ledger.invoices[at].client;
    let (digits, rate) = (
        ledger.clients[client].currency.exponent(),
        Decimal::new(ledger.clients[client].tax_percent, 2),
    );
    let more = noticeable(ledger, client);
    let line = &mut ledger.invoices[at].lines[0];
    let tax = round_to(line.charge.net * rate, digits) + more;
    line.written.insert(Field::Tax, tax.to_string());
}

/// Ten per cent of tax on a sale to another country.
pub fn export_taxed(ledger: &mut Ledger) {
    let client = taxed_client(ledger, "Halcyon Trials");
    let at = new_invoice(ledger, client);
    ledger.invoices[at].written.insert(Field::SellerCountry, "DE".to_owned());
}

pub fn reason_missing(ledger: &mut Ledger) {
    let at = ledger.untouched(|ledger, invoice| ledger.clients[invoice.client].tax_percent == 0);
    ledger.invoices[at].written.insert(Field::TaxReason, String::new());
}

pub fn buyer_id_missing(ledger: &mut Ledger) {
    let client = new_client(ledger, "Meridian Biotech", "EUR");
    ledger.clients[client].tax_id = String::new();
    let at = new_invoice(ledger, client);
    let written = &mut ledger.invoices[at].written;
    written.insert(Field::TaxCode, "AE".to_owned());
    written.insert(Field::TaxReason, "Reverse charge".to_owned());
}

/// A duty that was paid for the client, with tax on it.
pub fn duty_taxed(ledger: &mut Ledger) {
    let client = taxed_client(ledger, "Ostrava Cell");
    let job = ledger.add_job(client);
    let price = Decimal::new(21_000, 2);
    let mut rate = ledger.lane_rate(ledger.jobs[job].lane, day(1, 1), day(12, 31));
    (rate.code, rate.text, rate.unit) = ("DTY", "Customs duty outlay", "shipment");
    (rate.price, rate.min, rate.max) = (price, None, None);
    ledger.jobs[job].charges.push(Charge {
        code: rate.code,
        text: rate.text,
        qty: Decimal::ONE,
        unit: rate.unit,
        price,
        net: price,
    });
    ledger.rates.push(rate);
    let date = ledger.as_of;
    let at = ledger.bill(&[job], date);
    ledger.touch(at);
}

/// A code of nine digits.
pub fn fapiao_misshapen(ledger: &mut Ledger) {
    let at = ledger.untouched(|_, _| true);
    ledger.invoices[at].written.insert(Field::FapiaoCode, "310012345".to_owned());
}

/// Two clients have a lane at one price; a line names the one, its header the other.
pub fn number_shared(ledger: &mut Ledger) {
    let alike = |client: &crate::sample::client::Client| {
        client.currency.code() == "USD" && client.tax_percent == 0
    };
    let owner = a_client(ledger, alike);
    let other = (0..9).find(|&at| at != owner && alike(&ledger.clients[at])).unwrap_or(owner);
    let lane = ledger.add_lane(owner, "ICN", "SVO", 675);
    ledger.add_lane(other, "ICN", "SVO", 675);
    (ledger.lanes[lane].is_own, ledger.lanes[lane + 1].is_own) = (true, true);
    let job = ledger.add_job_on(lane);
    ledger.jobs[job].charges.truncate(1);
    let date = ledger.as_of;
    let at = ledger.bill(&[job], date);
    ledger.touch(at);
    let no = ledger.clients[other].no.clone();
    ledger.invoices[at].lines[0].written.insert(Field::CustomerNo, no);
}

/// With a tax number, so that nothing else is wrong.
fn taxed_client(ledger: &mut Ledger, name: &str) -> usize {
    let client = new_client(ledger, name, "USD");
    ledger.clients[client].tax_percent = 10;
    ledger.clients[client].tax_id = format!("QA1002{client:05}");
    client
}
