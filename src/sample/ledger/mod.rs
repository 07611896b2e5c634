//! The books of the make-believe company before they are written to files: clean by construction.
//!
//! Every job that was delivered is billed at its estimate, every invoice adds up, every price is the
//! contracted one. Faults are planted afterwards (`plant`).

mod billing;
mod rates;
mod record;

use std::collections::{BTreeMap, BTreeSet};

use crate::base::{Date, Decimal};
use crate::sample::client::{Client, clients};
use crate::sample::random::Random;
use crate::sample::service::{SERVICES, Service, waybill};

pub(super) use record::{
    Charge, Dispute, Invoice, Job, Lane, Line, Order, Promotion, Rate, Sent, Written, day, plus,
};

use billing::next_friday;

/// What a company is made of.
pub(super) struct Ledger {
    pub random: Random,
    pub clients: Vec<Client>,
    pub lanes: Vec<Lane>,
    pub jobs: Vec<Job>,
    pub invoices: Vec<Invoice>,
    pub rates: Vec<Rate>,
    pub sent_before: Vec<Sent>,
    pub promotions: Vec<Promotion>,
    pub orders: Vec<Order>,
    pub disputes: Vec<Dispute>,
    pub as_of: Date,
    next_job: i64,
    next_invoice: i64,
    next_credit: i64,
    gross_seen: BTreeSet<(usize, i64)>,
    /// Numbers of invoices that take part in a planted fault.
    touched: BTreeSet<String>,
}

const AIRPORTS: [&str; 14] = [
    "AMS", "BOS", "CDG", "DUB", "EWR", "FRA", "ICN", "JFK", "LHR", "NRT", "PVG", "SFO", "SIN",
    "ZRH",
];
const LANES_PER_CLIENT: i64 = 5;
const SIGNERS: [&str; 8] =
    ["K. Lee", "M. Brandt", "A. Okoye", "S. Tan", "이수진", "D. Moreau", "H. Sato", "R. Patel"];

impl Ledger {
    pub fn generate(seed: u64, jobs: u32) -> Ledger {
        let mut ledger = Ledger {
            random: Random::new(seed),
            clients: clients(),
            lanes: Vec::new(),
            jobs: Vec::new(),
            invoices: Vec::new(),
            rates: Vec::new(),
            sent_before: sent_before(),
            promotions: Vec::new(),
            orders: Vec::new(),
            disputes: Vec::new(),
            as_of: day(11, 6),
            next_job: 103_801,
            next_invoice: 10_301,
            next_credit: 41,
            gross_seen: BTreeSet::new(),
            touched: BTreeSet::new(),
        };
        for client in 0..ledger.clients.len() {
            ledger.open_lanes(client);
        }
        let shares: i64 = ledger.clients.iter().map(|client| client.share).sum();
        for client in 0..ledger.clients.len() {
            let count = (ledger.clients[client].share * i64::from(jobs) / shares).max(1);
            for _ in 0..count {
                ledger.add_job(client);
            }
        }
        ledger.cancel_some(jobs);
        ledger.bill_all();
        ledger.rebill_some(jobs);
        ledger.register_orders();
        ledger.promise_in_spring();
        ledger.reject_some();
        ledger
    }

    /// A delivered job on one of the client's lanes.
    pub fn add_job(&mut self, client: usize) -> usize {
        let is_open =
            |lane: &usize| self.lanes[*lane].client == client && !self.lanes[*lane].is_own;
        let lanes: Vec<usize> = (0..self.lanes.len()).filter(is_open).collect();
        let lane = *self.random.pick(&lanes);
        self.add_job_on(lane)
    }

    pub fn add_job_on(&mut self, lane: usize) -> usize {
        let client = self.lanes[lane].client;
        // A few were delivered in the last days of September: last period's open list.
        let delivery = match self.random.one_in(100) {
            true => plus(day(9, 28), self.random.between(0, 2)),
            false => plus(day(10, 1), self.random.between(0, 34)),
        };
        let protocol = match self.clients[client].protocols {
            [] => String::new(),
            protocols => (*self.random.pick(protocols)).to_owned(),
        };
        let po =
            if self.clients[client].po_required { po_of(client, &protocol) } else { String::new() };
        let chargeable = self.random.between(24, 360);
        let no = self.next_job;
        // Numbers of jobs are not contiguous: other branches use them too.
        self.next_job += self.random.between(1, 3);
        let mut job = Job {
            no: format!("J26-{no}"),
            awb: waybill(self.clients[client].airline, 4_471_000 + no % 1_000_000),
            client,
            lane,
            protocol,
            po,
            pickup: plus(delivery, -self.random.between(1, 3)),
            delivery: Some(delivery),
            pod_date: Some(delivery),
            pod_name: (*self.random.pick(&SIGNERS)).to_owned(),
            pieces: self.random.between(1, 6),
            demurrage_days: 0,
            cost: None,
            weight: chargeable - self.random.between(0, 8),
            chargeable: Some(chargeable),
            status: if self.clients[client].is_korean() { "배송완료" } else { "Delivered" }
                .to_owned(),
            hold_reason: String::new(),
            charges: Vec::new(),
            currency: self.clients[client].currency,
            copies: 1,
            written: Written::new(),
        };
        let extra: Vec<&Service> = SERVICES[1..].iter().filter(|_| self.random.one_in(3)).collect();
        job.charges = vec![self.freight(&job)];
        for service in extra {
            let qty = service.qty(job.pieces);
            job.charges.push(self.charge(client, service, Decimal::from(qty)));
        }
        self.jobs.push(job);
        self.jobs.len() - 1
    }

    /// Every order of the clients that require one, for more than they will ever need.
    fn register_orders(&mut self) {
        for client in 0..self.clients.len() {
            if !self.clients[client].po_required {
                continue;
            }
            for protocol in self.clients[client].protocols {
                self.add_order(po_of(client, protocol), client, 100_000_000, day(12, 31));
            }
        }
    }

    pub fn add_order(&mut self, po: String, client: usize, amount: i64, valid_to: Date) {
        let scale = if self.clients[client].is_korean() { 1_000 } else { 1 };
        let amount = Decimal::from(amount * scale);
        self.orders.push(Order { po, client, amount, valid_to });
    }

    /// Clients disputed some invoices without reason.
    fn reject_some(&mut self) {
        for at in 0..self.invoices.len().min(3) {
            self.dispute(at, "Rejected", day(10, 20));
        }
    }

    pub fn dispute(&mut self, invoice: usize, verdict: &'static str, resolved: Date) {
        let of = &self.invoices[invoice];
        let (invoice_no, client) = (of.no.clone(), of.client);
        let amount = of.gross.unwrap_or_default();
        self.disputes.push(Dispute { invoice_no, client, amount, verdict, resolved });
    }

    fn cancel_some(&mut self, jobs: u32) {
        for _ in 0..(jobs / 400).max(1) {
            let at = self.random.between(0, self.jobs.len() as i64 - 1) as usize;
            let is_korean = self.clients[self.jobs[at].client].is_korean();
            let job = &mut self.jobs[at];
            job.status = if is_korean { "취소" } else { "Cancelled" }.to_owned();
            (job.delivery, job.pod_date, job.pod_name) = (None, None, String::new());
        }
    }

    /// An invoice that no fault and no credit note has to do with, and that fits.
    pub fn untouched(&mut self, fits: impl Fn(&Ledger, &Invoice) -> bool) -> usize {
        let credited: BTreeSet<&str> = self.invoices.iter().map(|i| i.original.as_str()).collect();
        let first_job = |invoice: &Invoice| invoice.lines.first().map(|line| line.job_no.clone());
        let mut billed: BTreeMap<String, usize> = BTreeMap::new();
        for job in self.invoices.iter().filter_map(first_job) {
            *billed.entry(job).or_default() += 1;
        }
        let is_again = |i: &Invoice| first_job(i).is_some_and(|job| billed.get(&job) > Some(&1));
        let fresh: Vec<usize> = (0..self.invoices.len())
            .filter(|&at| {
                let invoice = &self.invoices[at];
                invoice.original.is_empty()
                    && invoice.has_header
                    && !invoice.lines.is_empty()
                    && !self.touched.contains(&invoice.no)
                    && !credited.contains(invoice.no.as_str())
                    && !is_again(invoice)
                    && fits(self, invoice)
            })
            .collect();
        // A company too small for the fault gets one invoice more.
        let at = if fresh.is_empty() { self.fitting(fits) } else { *self.random.pick(&fresh) };
        self.touch(at);
        at
    }

    /// Bills new jobs until an invoice fits.
    fn fitting(&mut self, fits: impl Fn(&Ledger, &Invoice) -> bool) -> usize {
        for client in (0..self.clients.len()).cycle().take(100) {
            let job = self.add_job(client);
            let date = next_friday(self.jobs[job].pod_date.unwrap_or(self.as_of));
            let at = self.bill(&[job], date);
            self.number_apart(at);
            if fits(self, &self.invoices[at]) {
                return at;
            }
        }
        self.invoices.len() - 1
    }

    /// An invoice of an earlier day that is written last has a number of its own series.
    fn number_apart(&mut self, at: usize) {
        if self.invoices[at].date < self.as_of {
            self.next_invoice -= 1;
            self.invoices[at].no = format!("CX26-{:04}", 100 + 7 * at);
        }
    }

    pub fn touch(&mut self, at: usize) {
        self.touched.insert(self.invoices[at].no.clone());
    }

    pub fn job_mut(&mut self, no: &str) -> Option<&mut Job> {
        self.jobs.iter_mut().find(|job| job.no == no)
    }
}

/// The end of September's series.
fn sent_before() -> Vec<Sent> {
    let one = |at: u32| Sent {
        no: format!("CI26-{}", 10_289 + at),
        client: at as usize % 4,
        date: day(9, 25),
        gross: Decimal::new(184_350 + 7_919 * i64::from(at), 2),
    };
    (0..12).map(one).collect()
}

/// One purchase order a protocol.
pub(super) fn po_of(client: usize, protocol: &str) -> String {
    let tail: u32 = protocol.bytes().map(u32::from).sum();
    format!("45000{}{tail:04}", client + 1)
}
