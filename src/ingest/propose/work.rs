//! Columns that a list of work names as other lists name something else: "N° commande" is the number of
//! the job where the client's own order stands beside it, and the day on which a service went live is
//! the day of its delivery where the proof of it is asked for. Settled before a kind is chosen.

use super::keys::KnownKeys;
use super::profile::Profile;
use crate::ingest::Why;
use crate::ingest::headers::{Header, Match, Sense};
use crate::table::{Field, RawSheet};

/// Orders of which the word does not say whose they are.
const ORDERS: [&str; 9] = [
    "orderref",
    "orderreference",
    "commande",
    "#commande",
    "commande#",
    "pedido",
    "#pedido",
    "pedido#",
    "bestell#",
];
/// Words of the paper under which a carrier knows a job.
const CARRIERS: [&str; 3] = ["consignment", "tracking", "sendungs"];
/// What only a list of jobs has.
const OF_WORK: [Field; 5] =
    [Field::PodDate, Field::PodName, Field::PodStatus, Field::HoldReason, Field::EstRevenue];
const OF_WORK_MIN: usize = 2;
const PLAIN: u16 = 900;

/// The sheet whose headers are settled.
pub struct Sheet<'a> {
    pub raw: &'a RawSheet,
    pub rows: &'a [u32],
    pub profiles: &'a [Profile],
    pub keys: &'a KnownKeys,
}

pub fn settle(headers: &mut [Header], sheet: &Sheet) {
    order_of_work(headers, sheet);
    consignment_is_waybill(headers, sheet);
    live_is_delivered(headers);
}

fn of_carrier(header: &Header) -> bool {
    CARRIERS.iter().any(|word| header.folded.contains(word))
}

/// Where a list has an order of the house, its consignments are the carrier's: another paper for the same.
fn consignment_is_waybill(headers: &mut [Header], sheet: &Sheet) {
    let job = |header: &Header| header.is_plainly(Field::JobNo);
    let own = |(at, header): (usize, &Header)| {
        !of_carrier(header) && job(header) && sheet.profiles[at].unique()
    };
    if !headers.iter().enumerate().any(own) {
        return;
    }
    for header in headers.iter_mut().filter(|h| of_carrier(h) && job(h)) {
        header.senses = Vec::new();
    }
}

fn order_of_work(headers: &mut [Header], sheet: &Sheet) {
    let plainly = |field: Field| headers.iter().any(|header| header.is_plainly(field));
    if headers.iter().any(|header| header.is_plainly(Field::JobNo) && !of_carrier(header)) {
        return;
    }
    let is_order = |header: &Header| ORDERS.contains(&header.folded.as_str());
    let clients_own =
        headers.iter().any(|header| header.is_plainly(Field::PoNo) && !is_order(header));
    let of_work = OF_WORK.into_iter().filter(|&f| says(headers, f)).count() >= OF_WORK_MIN;
    let of_orders = plainly(Field::PoAmount) || plainly(Field::PoUsed);
    let is_job = |at: usize| {
        let column = &sheet.raw.columns[at];
        let has = |field: Field| sheet.keys.contains(field, column, sheet.rows);
        let each_its_own = sheet.profiles[at].unique() && of_work && !plainly(Field::InvoiceNo);
        !has(Field::PoNo) && !of_orders && (clients_own || has(Field::JobNo) || each_its_own)
    };
    let Some(at) = (0..headers.len()).find(|&at| is_order(&headers[at]) && is_job(at)) else {
        return;
    };
    headers[at].senses = vec![plain(Field::JobNo)];
}

/// "Mise en service" beside the proof of delivery, and no other day of delivery.
fn live_is_delivered(headers: &mut [Header]) {
    let runs = says(headers, Field::EndDate) || says(headers, Field::ServiceId);
    let proved = says(headers, Field::PodDate) && says(headers, Field::JobNo);
    if !proved || runs || headers.iter().any(|header| header.is_plainly(Field::DeliveryDate)) {
        return;
    }
    if let Some(header) = headers.iter_mut().find(|header| header.is_plainly(Field::StartDate)) {
        header.senses = vec![plain(Field::DeliveryDate)];
    }
}

fn says(headers: &[Header], field: Field) -> bool {
    headers.iter().any(|header| header.sense(Sense::Field(field)).is_some())
}

pub(super) fn plain(field: Field) -> Match {
    Match { sense: Sense::Field(field), score: PLAIN, why: Why::HeaderWords, vague: false }
}
