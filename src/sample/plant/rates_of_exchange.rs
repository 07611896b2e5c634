//! Faults of exchange rates and of amounts in the house's own currency.

use super::noticeable;
use crate::base::{Decimal, round_to};
use crate::sample::columns::fx_rate;
use crate::sample::ledger::Ledger;
use crate::table::Field;

/// A rate of another day altogether; the local amount follows it.
pub fn rate_differs(ledger: &mut Ledger) {
    write_rate(ledger, |rate| rate + Decimal::new(613, 4));
}

/// The point two places to the right.
pub fn rate_slipped(ledger: &mut Ledger) {
    write_rate(ledger, |rate| rate * Decimal::ONE_HUNDRED);
}

pub fn wrong_local_amount(ledger: &mut Ledger) {
    let (at, rate) = in_euro(ledger);
    let invoice = &ledger.invoices[at];
    let right = round_to(invoice.gross.unwrap_or_default() * rate, 2);
    let wrong = right + noticeable(ledger, invoice.client);
    ledger.invoices[at].written.insert(Field::LocalAmount, wrong.to_string());
}

fn write_rate(ledger: &mut Ledger, how: impl FnOnce(Decimal) -> Decimal) {
    let (at, rate) = in_euro(ledger);
    let invoice = &mut ledger.invoices[at];
    let rate = how(rate);
    let local = round_to(invoice.gross.unwrap_or_default() * rate, 2);
    invoice.written.insert(Field::FxRate, rate.to_string());
    invoice.written.insert(Field::LocalAmount, local.to_string());
}

/// An invoice in euro, and the rate of its day.
fn in_euro(ledger: &mut Ledger) -> (usize, Decimal) {
    let rate_of = |ledger: &Ledger, client: usize, date| {
        fx_rate(ledger.clients[client].currency, date).unwrap_or_default()
    };
    let at = ledger
        .untouched(|ledger, invoice| !rate_of(ledger, invoice.client, invoice.date).is_zero());
    let invoice = &ledger.invoices[at];
    (at, rate_of(ledger, invoice.client, invoice.date))
}
