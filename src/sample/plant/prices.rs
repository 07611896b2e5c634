//! Faults of prices against the rate card. Each has a lane of its own.

use super::a_client;
use crate::base::{Decimal, round_to};
use crate::sample::client::currency;
use crate::sample::ledger::{Charge, Ledger, day, plus};

pub fn no_rate(ledger: &mut Ledger) {
    let client = a_client(ledger, |_| true);
    let lane = fresh_lane(ledger, client);
    bill_freight(ledger, lane);
}

/// Two rows for one lane at two prices; the lower one was billed.
pub fn two_rates(ledger: &mut Ledger) {
    let client = a_client(ledger, |_| true);
    let lane = fresh_lane(ledger, client);
    let rate = ledger.lane_rate(lane, day(1, 1), day(12, 31));
    let mut dearer = ledger.lane_rate(lane, day(7, 1), day(12, 31));
    dearer.price += dearer.price / Decimal::from(10);
    dearer.price = round_to(dearer.price, dearer.currency.exponent());
    ledger.rates.extend([rate, dearer]);
    bill_freight(ledger, lane);
}

/// Billed at a tenth more than contracted.
pub fn wrong_price(ledger: &mut Ledger) {
    let at = ledger.untouched(|_, _| true);
    let mut invoice = ledger.invoices[at].clone();
    let digits = ledger.clients[invoice.client].currency.exponent();
    let charge = &mut invoice.lines[0].charge;
    charge.price = round_to(charge.price * Decimal::new(11, 1), digits);
    charge.net = round_to(charge.qty * charge.price, digits);
    ledger.total(&mut invoice);
    ledger.invoices[at] = invoice;
}

/// The price of last quarter; the new one is lower.
pub fn ended_rate(ledger: &mut Ledger) {
    let client = a_client(ledger, |_| true);
    let lane = fresh_lane(ledger, client);
    let ended = ledger.lane_rate(lane, day(1, 1), day(9, 30));
    let mut current = ledger.lane_rate(lane, day(10, 1), day(12, 31));
    current.price = round_to(current.price * Decimal::new(9, 1), current.currency.exponent());
    ledger.rates.extend([ended, current]);
    bill_freight(ledger, lane);
}

/// Four kilograms, where ten are the minimum.
pub fn below_minimum(ledger: &mut Ledger) {
    let client = a_client(ledger, |_| true);
    let lane = fresh_lane(ledger, client);
    let rate = ledger.lane_rate(lane, day(1, 1), day(12, 31));
    ledger.rates.push(rate);
    let job = freight_job(ledger, lane);
    (ledger.jobs[job].weight, ledger.jobs[job].chargeable) = (6, Some(8));
    ledger.jobs[job].charges = vec![ledger.freight(&ledger.jobs[job])];
    let date = ledger.as_of;
    let at = ledger.bill(&[job], date);
    ledger.touch(at);
}

/// A lane that no other job of the client has.
pub fn fresh_lane(ledger: &mut Ledger, client: usize) -> usize {
    let home = ledger.clients[client].home;
    let count = ledger.lanes.len();
    let letter = |n: usize| char::from(b'A' + (n % 26) as u8);
    let destination = format!("Z{}{}", letter(count / 26), letter(count));
    let lane = ledger.lane_without_rate(client, home, &destination, 720);
    ledger.lanes[lane].is_own = true;
    lane
}

fn bill_freight(ledger: &mut Ledger, lane: usize) -> usize {
    let job = freight_job(ledger, lane);
    let date = ledger.as_of;
    let at = ledger.bill(&[job], date);
    ledger.touch(at);
    at
}

/// Freight only, moved in October.
pub fn freight_job(ledger: &mut Ledger, lane: usize) -> usize {
    let job = ledger.add_job_on(lane);
    ledger.jobs[job].charges.truncate(1);
    let delivery = plus(day(10, 12), ledger.random.between(0, 14));
    let job = &mut ledger.jobs[job];
    (job.delivery, job.pod_date, job.pickup) = (Some(delivery), Some(delivery), plus(delivery, -2));
    ledger.jobs.len() - 1
}

/// A surcharge of 12.5 %, where the contract says 10.
pub fn wrong_percent(ledger: &mut Ledger) {
    let lane = own_lane(ledger);
    let client = ledger.lanes[lane].client;
    let mut rate = ledger.lane_rate(lane, day(1, 1), day(12, 31));
    (rate.code, rate.text, rate.unit) = ("FSC", "Fuel surcharge", "%");
    (rate.price, rate.min, rate.max) = (Decimal::from(10), None, None);
    let job = freight_job(ledger, lane);
    let digits = ledger.clients[client].currency.exponent();
    let percent = Decimal::new(125, 1);
    let net = ledger.jobs[job].charges[0].net * percent / Decimal::ONE_HUNDRED;
    ledger.jobs[job].charges.push(Charge {
        code: rate.code,
        text: rate.text,
        qty: Decimal::ONE,
        unit: rate.unit,
        price: percent,
        net: round_to(net, digits),
    });
    ledger.rates.push(rate);
    let date = ledger.as_of;
    let at = ledger.bill(&[job], date);
    ledger.touch(at);
}

/// Demurrage for three days, where five are free.
pub fn no_event(ledger: &mut Ledger) {
    let lane = own_lane(ledger);
    let mut rate = ledger.lane_rate(lane, day(1, 1), day(12, 31));
    (rate.code, rate.text, rate.unit) = ("DEM", "Demurrage at airport", "day");
    (rate.min, rate.max) = (None, None);
    let job = freight_job(ledger, lane);
    ledger.jobs[job].demurrage_days = 3;
    ledger.jobs[job].charges.push(Charge {
        code: rate.code,
        text: rate.text,
        qty: Decimal::from(3),
        unit: rate.unit,
        price: rate.price,
        net: rate.price * Decimal::from(3),
    });
    ledger.rates.push(rate);
    let date = ledger.as_of;
    let at = ledger.bill(&[job], date);
    ledger.touch(at);
}

/// A lane of the fault's own, with its rate, of a client outside Korea.
pub fn own_lane(ledger: &mut Ledger) -> usize {
    let client = a_client(ledger, |client| !client.is_korean());
    let lane = fresh_lane(ledger, client);
    let rate = ledger.lane_rate(lane, day(1, 1), day(12, 31));
    ledger.rates.push(rate);
    lane
}

/// The new price two weeks before it holds.
pub fn early_rate(ledger: &mut Ledger) {
    let client = a_client(ledger, |_| true);
    let lane = fresh_lane(ledger, client);
    let current = ledger.lane_rate(lane, day(1, 1), day(10, 31));
    let mut future = ledger.lane_rate(lane, day(11, 1), day(12, 31));
    future.price = round_to(future.price * Decimal::new(11, 1), future.currency.exponent());
    let price = future.price;
    ledger.rates.extend([current, future]);
    let at = bill_freight(ledger, lane);
    reprice(ledger, at, |charge| charge.price = price);
}

/// A hundred kilograms more than the cap allows for.
pub fn above_maximum(ledger: &mut Ledger) {
    let lane = own_lane(ledger);
    let job = freight_job(ledger, lane);
    (ledger.jobs[job].weight, ledger.jobs[job].chargeable) = (2_196, Some(2_200));
    ledger.jobs[job].charges = vec![ledger.freight(&ledger.jobs[job])];
    let date = ledger.as_of;
    let at = ledger.bill(&[job], date);
    ledger.touch(at);
}

/// The rate is in euro, the invoice bills the same figure in dollars.
pub fn other_currency(ledger: &mut Ledger) {
    let usd = currency("USD");
    let client = a_client(ledger, |client| client.currency == usd);
    let lane = fresh_lane(ledger, client);
    let mut rate = ledger.lane_rate(lane, day(1, 1), day(12, 31));
    rate.currency = currency("EUR");
    ledger.rates.push(rate);
    bill_freight(ledger, lane);
}

/// Ten per cent, but not of the freight.
pub fn wrong_base(ledger: &mut Ledger) {
    let lane = own_lane(ledger);
    let mut rate = ledger.lane_rate(lane, day(1, 1), day(12, 31));
    (rate.code, rate.text, rate.unit) = ("FSC", "Fuel surcharge", "%");
    (rate.price, rate.min, rate.max) = (Decimal::from(10), None, None);
    let job = freight_job(ledger, lane);
    let base = ledger.jobs[job].charges[0].net + Decimal::ONE_HUNDRED;
    ledger.jobs[job].charges.push(Charge {
        code: rate.code,
        text: rate.text,
        qty: Decimal::ONE,
        unit: rate.unit,
        price: rate.price,
        net: round_to(base / Decimal::TEN, 2),
    });
    ledger.rates.push(rate);
    let date = ledger.as_of;
    let at = ledger.bill(&[job], date);
    ledger.touch(at);
}

/// Eighty kilograms at the price of the break above a thousand.
pub fn other_break(ledger: &mut Ledger) {
    let client = a_client(ledger, |_| true);
    let lane = fresh_lane(ledger, client);
    let mut light = ledger.lane_rate(lane, day(1, 1), day(12, 31));
    let mut heavy = ledger.lane_rate(lane, day(1, 1), day(12, 31));
    (light.weight_from, light.weight_to) = (Some(0), Some(1_000));
    (heavy.weight_from, heavy.weight_to) = (Some(1_000), Some(5_000));
    heavy.price = round_to(heavy.price * Decimal::new(8, 1), heavy.currency.exponent());
    let price = heavy.price;
    ledger.rates.extend([light, heavy]);
    let job = freight_job(ledger, lane);
    (ledger.jobs[job].weight, ledger.jobs[job].chargeable) = (158, Some(160));
    let charge = &mut ledger.jobs[job].charges[0];
    charge.qty = Decimal::from(80);
    (charge.price, charge.net) = (price, charge.qty * price);
    let date = ledger.as_of;
    let at = ledger.bill(&[job], date);
    ledger.touch(at);
}

/// Changes the first line and all totals.
fn reprice(ledger: &mut Ledger, at: usize, how: impl FnOnce(&mut Charge)) {
    let mut invoice = ledger.invoices[at].clone();
    let digits = ledger.clients[invoice.client].currency.exponent();
    let charge = &mut invoice.lines[0].charge;
    how(charge);
    charge.net = round_to(charge.qty * charge.price, digits);
    ledger.total(&mut invoice);
    ledger.invoices[at] = invoice;
}
