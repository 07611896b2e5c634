//! Open jobs, each with one reason.

use super::prices::fresh_lane;
use super::{a_client, new_client};
use crate::sample::ledger::{Ledger, plus};

pub fn under_way(ledger: &mut Ledger) {
    let job = open_job(ledger);
    let is_korean = ledger.clients[ledger.jobs[job].client].is_korean();
    let job = &mut ledger.jobs[job];
    job.status = if is_korean { "배송중" } else { "In transit" }.to_owned();
    (job.delivery, job.pod_date, job.pod_name) = (None, None, String::new());
}

pub fn pod_missing(ledger: &mut Ledger) {
    let job = open_job(ledger);
    (ledger.jobs[job].pod_date, ledger.jobs[job].pod_name) = (None, String::new());
}

pub fn po_missing(ledger: &mut Ledger) {
    let client = a_client(ledger, |client| client.po_required);
    let job = ledger.add_job(client);
    ledger.jobs[job].po = String::new();
}

pub fn rate_missing(ledger: &mut Ledger) {
    let client = a_client(ledger, |_| true);
    let lane = fresh_lane(ledger, client);
    ledger.add_job_on(lane);
}

pub fn weight_missing(ledger: &mut Ledger) {
    let job = open_job(ledger);
    ledger.jobs[job].chargeable = None;
}

pub fn protocol_missing(ledger: &mut Ledger) {
    let client = a_client(ledger, |client| client.project_required);
    let job = ledger.add_job(client);
    ledger.jobs[job].protocol = String::new();
}

pub fn customer_not_set_up(ledger: &mut Ledger) {
    let client = new_client(ledger, "Seorim Research", "USD");
    ledger.clients[client].is_listed = false;
    ledger.add_job(client);
}

/// Picked up after it was delivered.
pub fn dates_contradict(ledger: &mut Ledger) {
    let job = open_job(ledger);
    let job = &mut ledger.jobs[job];
    job.pickup = plus(job.delivery.unwrap_or(job.pickup), 1);
}

/// The row of a billed job once more.
pub fn entered_twice(ledger: &mut Ledger) {
    let at = ledger.untouched(|_, _| true);
    let no = ledger.invoices[at].lines[0].job_no.clone();
    if let Some(job) = ledger.job_mut(&no) {
        job.copies = 2;
    }
}

pub fn ready(ledger: &mut Ledger) {
    open_job(ledger);
}

pub fn held_without_reason(ledger: &mut Ledger) {
    let job = open_job(ledger);
    let is_korean = ledger.clients[ledger.jobs[job].client].is_korean();
    ledger.jobs[job].status = if is_korean { "보류" } else { "On hold" }.to_owned();
}

pub fn told(ledger: &mut Ledger, abroad: &str, korean: &str) {
    let job = open_job(ledger);
    let is_korean = ledger.clients[ledger.jobs[job].client].is_korean();
    ledger.jobs[job].hold_reason = if is_korean { korean } else { abroad }.to_owned();
}

fn open_job(ledger: &mut Ledger) -> usize {
    let client = a_client(ledger, |_| true);
    ledger.add_job(client)
}
