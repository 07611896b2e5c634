//! One function a fault. A fault must not disturb anything else: where it would, it gets a job, a
//! lane or a client of its own.

pub(super) mod asks;
pub(super) mod credits;
pub(super) mod habits;
pub(super) mod headers;
pub(super) mod jobs;
pub(super) mod lines;
pub(super) mod prices;
pub(super) mod rates_of_exchange;
pub(super) mod requirements;
pub(super) mod tariffs;
pub(super) mod taxes;

use super::client::extra;
use super::ledger::Ledger;

/// A client of the fault's own, with a lane and all rates.
fn new_client(ledger: &mut Ledger, name: &str, currency: &str) -> usize {
    let at = ledger.clients.len();
    let again = ledger.clients.iter().filter(|client| client.name.starts_with(name)).count();
    let name = if again == 0 { name.to_owned() } else { format!("{name} {}", again + 1) };
    ledger.clients.push(extra(at, &name, currency));
    ledger.add_lane(at, "DOH", "FRA", 700);
    ledger.add_accessorial_rates(at);
    at
}

/// A new job of a client, billed alone in the last run.
fn new_invoice(ledger: &mut Ledger, client: usize) -> usize {
    let job = ledger.add_job(client);
    let date = ledger.as_of;
    let at = ledger.bill(&[job], date);
    ledger.touch(at);
    at
}

/// A client of the regular ones that fits.
fn a_client(ledger: &mut Ledger, fits: impl Fn(&super::client::Client) -> bool) -> usize {
    let fit: Vec<usize> = (0..9).filter(|&at| fits(&ledger.clients[at])).collect();
    *ledger.random.pick(&fit)
}

/// An amount worth noticing: 10.00, or 10,000 won.
fn noticeable(ledger: &Ledger, client: usize) -> crate::base::Decimal {
    crate::base::Decimal::from(if ledger.clients[client].is_korean() { 10_000 } else { 10 })
}
