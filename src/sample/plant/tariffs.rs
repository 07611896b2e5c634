//! Faults against what the contract says beside the price: units, discounts, the divisor, charges that
//! come with every job.

use super::prices::{freight_job, fresh_lane, own_lane};
use super::{a_client, new_client, new_invoice};
use crate::base::Decimal;
use crate::sample::ledger::{Ledger, Promotion, day};
use crate::table::Field;

/// Security on every shipment, which this one does not have.
pub fn charge_absent(ledger: &mut Ledger) {
    let client = new_client(ledger, "Harrow Clinical", "USD");
    let lane = fresh_lane(ledger, client);
    let mut rate = ledger.lane_rate(lane, day(1, 1), day(12, 31));
    (rate.code, rate.text, rate.unit) = ("SEC", "Security screening", "shipment");
    (rate.origin, rate.destination) = (String::new(), String::new());
    (rate.price, rate.min, rate.max) = (Decimal::new(2_500, 2), None, None);
    rate.free_days = None;
    rate.written.insert(Field::AlwaysCharged, "Yes".to_owned());
    ledger.rates.push(rate);
    new_invoice(ledger, client);
}

/// The price for a hundred kilograms times the kilograms.
pub fn other_unit(ledger: &mut Ledger) {
    let client = a_client(ledger, |_| true);
    let lane = fresh_lane(ledger, client);
    let mut rate = ledger.lane_rate(lane, day(1, 1), day(12, 31));
    (rate.unit, rate.min, rate.max) = ("100 kg", None, None);
    let job = freight_job(ledger, lane);
    ledger.rates.push(rate);
    let date = ledger.as_of;
    let at = ledger.bill(&[job], date);
    for charge in &mut ledger.invoices[at].lines {
        charge.charge.unit = "100 kg";
    }
    ledger.touch(at);
}

/// Half of what is charged, by weight and by size.
pub fn volume_too_small(ledger: &mut Ledger) {
    let lane = own_lane(ledger);
    let job = freight_job(ledger, lane);
    (ledger.jobs[job].weight, ledger.jobs[job].chargeable) = (80, Some(160));
    ledger.jobs[job].charges = vec![ledger.freight(&ledger.jobs[job])];
    ledger.jobs[job].written.insert(Field::Volume, "0.21".to_owned());
    let date = ledger.as_of;
    let at = ledger.bill(&[job], date);
    ledger.touch(at);
}

/// A tenth off by contract, and the full price on the line.
pub fn discount_missed(ledger: &mut Ledger) {
    let client = a_client(ledger, |_| true);
    let lane = fresh_lane(ledger, client);
    let mut rate = ledger.lane_rate(lane, day(1, 1), day(12, 31));
    rate.written.insert(Field::Discount, "0.1".to_owned());
    ledger.rates.push(rate);
    let job = freight_job(ledger, lane);
    let date = ledger.as_of;
    let at = ledger.bill(&[job], date);
    ledger.touch(at);
}

/// Eight per cent off on a lane in autumn, and the full price on the line.
pub fn promotion_missed(ledger: &mut Ledger) {
    let client = a_client(ledger, |_| true);
    let lane = fresh_lane(ledger, client);
    let rate = ledger.lane_rate(lane, day(1, 1), day(12, 31));
    ledger.promotions.push(Promotion {
        no: "AUTUMN-26",
        client,
        code: rate.code,
        origin: rate.origin.clone(),
        destination: rate.destination.clone(),
        percent: 8,
        valid_from: day(9, 1),
        valid_to: day(11, 30),
    });
    ledger.rates.push(rate);
    let job = freight_job(ledger, lane);
    let date = ledger.as_of;
    let at = ledger.bill(&[job], date);
    ledger.touch(at);
}
