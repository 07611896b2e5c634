//! The books of the make-believe company before they are written to files: clean by construction.
//!
//! Every job that was delivered is billed at its estimate, every invoice adds up, every price is the
//! contracted one. Faults are planted afterwards (`plant`).

use std::collections::{BTreeMap, BTreeSet};

use chrono::Datelike;

use super::client::{Client, clients};
use super::random::Random;
use super::service::{SERVICES, Service, waybill};
use crate::base::{Currency, Date, Decimal, Money, round_to};

/// What a company is made of.
pub(super) struct Ledger {
    pub random: Random,
    pub clients: Vec<Client>,
    pub lanes: Vec<Lane>,
    pub jobs: Vec<Job>,
    pub invoices: Vec<Invoice>,
    pub rates: Vec<Rate>,
    pub as_of: Date,
    next_job: i64,
    next_invoice: i64,
    next_credit: i64,
    gross_seen: BTreeSet<(usize, i64)>,
    /// Numbers of invoices that take part in a planted fault.
    touched: BTreeSet<String>,
}

pub(super) struct Lane {
    pub client: usize,
    pub origin: String,
    pub destination: String,
    /// For a kilogram, in hundredths (USD, EUR) or won.
    pub price: i64,
    /// Of a planted fault; no other job takes it.
    pub is_own: bool,
}

#[derive(Clone)]
pub(super) struct Job {
    pub no: String,
    pub awb: String,
    pub client: usize,
    pub lane: usize,
    pub protocol: String,
    pub po: String,
    pub pickup: Date,
    pub delivery: Option<Date>,
    pub pod_date: Option<Date>,
    pub pod_name: String,
    pub pieces: i64,
    /// In half kilograms.
    pub weight: i64,
    pub chargeable: Option<i64>,
    pub status: String,
    pub hold_reason: String,
    pub charges: Vec<Charge>,
    pub currency: Currency,
    /// How often the row stands in the job list.
    pub copies: usize,
}

#[derive(Clone)]
pub(super) struct Charge {
    pub code: &'static str,
    pub text: &'static str,
    pub qty: Decimal,
    pub unit: &'static str,
    pub price: Decimal,
    pub net: Decimal,
}

#[derive(Clone)]
pub(super) struct Line {
    pub job_no: String,
    pub awb: String,
    pub service_date: Date,
    pub origin: String,
    pub destination: String,
    pub charge: Charge,
    pub text: String,
    pub currency: Currency,
}

#[derive(Clone)]
pub(super) struct Invoice {
    pub no: String,
    pub doc_type: &'static str,
    pub original: String,
    pub client: usize,
    pub date: Date,
    pub due: Date,
    pub terms: String,
    pub po: String,
    pub net: Decimal,
    pub tax: Decimal,
    pub gross: Option<Decimal>,
    pub sent: Date,
    pub lines: Vec<Line>,
    pub has_header: bool,
    /// How often the header stands in the file.
    pub copies: usize,
}

pub(super) struct Rate {
    pub client_no: String,
    pub code: &'static str,
    pub text: &'static str,
    pub origin: String,
    pub destination: String,
    pub unit: &'static str,
    pub price: Decimal,
    pub min: Option<Decimal>,
    pub valid_from: Date,
    pub valid_to: Date,
    pub currency: Currency,
}

const AIRPORTS: [&str; 14] = [
    "AMS", "BOS", "CDG", "DUB", "EWR", "FRA", "ICN", "JFK", "LHR", "NRT", "PVG", "SFO", "SIN",
    "ZRH",
];
const LANES_PER_CLIENT: i64 = 5;
const SIGNERS: [&str; 8] =
    ["K. Lee", "M. Brandt", "A. Okoye", "S. Tan", "이수진", "D. Moreau", "H. Sato", "R. Patel"];

/// A day of 2026, the year of the make-believe company.
pub(super) fn day(month: u32, day: u32) -> Date {
    Date::from_ymd_opt(2026, month, day).unwrap_or_default()
}

pub(super) fn plus(date: Date, days: i64) -> Date {
    date.checked_add_signed(chrono::TimeDelta::days(days)).unwrap_or(date)
}

impl Ledger {
    pub fn generate(seed: u64, jobs: u32) -> Ledger {
        let mut ledger = Ledger {
            random: Random::new(seed),
            clients: clients(),
            lanes: Vec::new(),
            jobs: Vec::new(),
            invoices: Vec::new(),
            rates: Vec::new(),
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
        ledger
    }

    fn open_lanes(&mut self, client: usize) {
        let home = self.clients[client].home;
        let mut far: Vec<&str> = AIRPORTS.iter().copied().filter(|a| *a != home).collect();
        for _ in 0..LANES_PER_CLIENT {
            let at = self.random.between(0, far.len() as i64 - 1) as usize;
            let destination = far.remove(at).to_owned();
            let price = self.random.between(410, 960);
            self.add_lane(client, home, &destination, price);
        }
        self.add_accessorial_rates(client);
    }

    /// A lane with its rate for the year.
    pub fn add_lane(&mut self, client: usize, from: &str, to: &str, price: i64) -> usize {
        let lane = self.lane_without_rate(client, from, to, price);
        let rate = self.lane_rate(lane, day(1, 1), day(12, 31));
        self.rates.push(rate);
        lane
    }

    pub fn lane_without_rate(&mut self, client: usize, from: &str, to: &str, price: i64) -> usize {
        let price = price * self.clients[client].price_scale();
        let (origin, destination) = (from.to_owned(), to.to_owned());
        self.lanes.push(Lane { client, origin, destination, price, is_own: false });
        self.lanes.len() - 1
    }

    pub fn lane_rate(&self, lane: usize, valid_from: Date, valid_to: Date) -> Rate {
        let lane = &self.lanes[lane];
        let client = &self.clients[lane.client];
        let price = self.price(lane.client, lane.price);
        Rate {
            client_no: client.no.clone(),
            code: SERVICES[0].code,
            text: SERVICES[0].text,
            origin: lane.origin.clone(),
            destination: lane.destination.clone(),
            unit: SERVICES[0].unit,
            price,
            min: Some(price * Decimal::from(10)),
            valid_from,
            valid_to,
            currency: client.currency,
        }
    }

    pub fn add_accessorial_rates(&mut self, client: usize) {
        for service in &SERVICES[1..] {
            let price = self.accessorial_price(client, service);
            let client = &self.clients[client];
            self.rates.push(Rate {
                client_no: client.no.clone(),
                code: service.code,
                text: service.text,
                origin: String::new(),
                destination: String::new(),
                unit: service.unit,
                price,
                min: None,
                valid_from: day(1, 1),
                valid_to: day(12, 31),
                currency: client.currency,
            });
        }
    }

    fn accessorial_price(&self, client: usize, service: &Service) -> Decimal {
        self.price(client, service.price * self.clients[client].price_scale())
    }

    fn price(&self, client: usize, units: i64) -> Decimal {
        Decimal::new(units, self.clients[client].currency.exponent())
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
            weight: chargeable - self.random.between(0, 8),
            chargeable: Some(chargeable),
            status: if self.clients[client].is_korean() { "배송완료" } else { "Delivered" }
                .to_owned(),
            hold_reason: String::new(),
            charges: Vec::new(),
            currency: self.clients[client].currency,
            copies: 1,
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

    /// Freight by the lane's price and the chargeable weight.
    pub fn freight(&self, job: &Job) -> Charge {
        let kilograms = Decimal::new(job.chargeable.unwrap_or(job.weight) * 5, 1);
        let price = self.price(job.client, self.lanes[job.lane].price);
        self.priced(job.client, &SERVICES[0], kilograms, price)
    }

    fn charge(&self, client: usize, service: &Service, qty: Decimal) -> Charge {
        self.priced(client, service, qty, self.accessorial_price(client, service))
    }

    pub fn priced(&self, client: usize, service: &Service, qty: Decimal, price: Decimal) -> Charge {
        let net = round_to(qty * price, self.clients[client].currency.exponent());
        let Service { code, text, unit, .. } = *service;
        Charge { code, text, qty, unit, price, net }
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

    /// One to three jobs an invoice, of one client and protocol, on the next Friday.
    fn bill_all(&mut self) {
        let mut waiting: Vec<(Date, usize, String, usize)> = Vec::new();
        for (at, job) in self.jobs.iter().enumerate() {
            if let Some(pod) = job.pod_date {
                waiting.push((next_friday(pod), job.client, job.protocol.clone(), at));
            }
        }
        waiting.sort();
        let mut at = 0;
        while at < waiting.len() {
            let (date, client, protocol, _) = waiting[at].clone();
            let size = self.random.between(1, 3) as usize;
            let same =
                |w: &&(Date, usize, String, usize)| (w.0, w.1, &w.2) == (date, client, &protocol);
            let jobs: Vec<usize> =
                waiting[at..].iter().take(size).take_while(same).map(|w| w.3).collect();
            at += jobs.len();
            self.bill(&jobs, date);
        }
    }

    /// An invoice for whole jobs. Two invoices of a client never have the same total: that would
    /// look like one sent twice.
    pub fn bill(&mut self, jobs: &[usize], date: Date) -> usize {
        let no = format!("CI26-{}", self.next_invoice);
        self.next_invoice += 1;
        let mut invoice = self.blank(no, self.jobs[jobs[0]].client, date);
        invoice.po = self.jobs[jobs[0]].po.clone();
        self.invoices.push(invoice);
        let at = self.invoices.len() - 1;
        self.write_lines(at, jobs);
        while !self.note_gross(at) {
            let mut job = self.jobs[jobs[0]].clone();
            job.chargeable = job.chargeable.map(|weight| weight + 1);
            job.charges[0] = self.freight(&job);
            self.jobs[jobs[0]] = job;
            self.write_lines(at, jobs);
        }
        at
    }

    fn write_lines(&mut self, at: usize, jobs: &[usize]) {
        let mut invoice = self.invoices[at].clone();
        invoice.lines = jobs.iter().flat_map(|&job| self.lines(job)).collect();
        self.total(&mut invoice);
        self.invoices[at] = invoice;
    }

    pub fn blank(&self, no: String, client: usize, date: Date) -> Invoice {
        Invoice {
            no,
            doc_type: "Invoice",
            original: String::new(),
            client,
            date,
            due: plus(date, self.clients[client].terms_days.unwrap_or(0)),
            terms: self.clients[client].terms(),
            po: String::new(),
            net: Decimal::ZERO,
            tax: Decimal::ZERO,
            gross: None,
            sent: date,
            lines: Vec::new(),
            has_header: true,
            copies: 1,
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
            if fits(self, &self.invoices[at]) {
                return at;
            }
        }
        self.invoices.len() - 1
    }

    pub fn touch(&mut self, at: usize) {
        self.touched.insert(self.invoices[at].no.clone());
    }

    pub fn job_mut(&mut self, no: &str) -> Option<&mut Job> {
        self.jobs.iter_mut().find(|job| job.no == no)
    }

    /// Leaves a hole in the series of invoice numbers.
    pub fn skip_number(&mut self) {
        self.next_invoice += 1;
    }

    pub fn next_number(&mut self) -> String {
        let no = format!("CI26-{}", self.next_invoice);
        self.next_invoice += 1;
        no
    }

    pub fn lines(&self, job: usize) -> Vec<Line> {
        let job = &self.jobs[job];
        let lane = &self.lanes[job.lane];
        let line = |charge: &Charge| Line {
            job_no: job.no.clone(),
            awb: job.awb.clone(),
            service_date: job.pickup,
            origin: lane.origin.clone(),
            destination: lane.destination.clone(),
            text: charge.text.to_owned(),
            charge: charge.clone(),
            currency: job.currency,
        };
        job.charges.iter().map(line).collect()
    }

    /// Net, tax and gross from the lines that are in the client's currency.
    pub fn total(&self, invoice: &mut Invoice) {
        let client = &self.clients[invoice.client];
        let own = invoice.lines.iter().filter(|line| line.currency == client.currency);
        invoice.net = own.map(|line| line.charge.net).sum();
        let rate = Decimal::new(client.tax_percent, 2);
        invoice.tax = round_to(invoice.net * rate, client.currency.exponent());
        invoice.gross = Some(invoice.net + invoice.tax);
    }

    /// A credit note for one job of an invoice, on the same day.
    pub fn credit(&mut self, invoice: usize, job_no: &str) -> usize {
        let original = self.invoices[invoice].clone();
        let mut credit =
            self.blank(format!("CN26-{:04}", self.next_credit), original.client, original.date);
        self.next_credit += 1;
        (credit.doc_type, credit.original) = ("Credit note", original.no);
        credit.po = original.po;
        // A credit note is due when it is set off.
        (credit.terms, credit.due) = (String::new(), credit.date);
        credit.lines = original.lines.into_iter().filter(|line| line.job_no == job_no).collect();
        for line in &mut credit.lines {
            line.charge.qty = -line.charge.qty;
            line.charge.net = -line.charge.net;
        }
        self.total(&mut credit);
        self.invoices.push(credit);
        self.invoices.len() - 1
    }

    /// Some jobs were credited and billed again: clean, but not simple.
    fn rebill_some(&mut self, jobs: u32) {
        let regular = self.invoices.len() as i64;
        let mut credited: BTreeSet<usize> = BTreeSet::new();
        // Most invoices don't fit; the tries are bounded all the same.
        for _ in 0..(jobs / 30).max(60) {
            if credited.len() as u32 >= (jobs / 300).max(3) {
                return;
            }
            let at = self.random.between(0, regular - 1) as usize;
            let lines = &self.invoices[at].lines;
            let (first, last) = (&lines[0].job_no, &lines[lines.len() - 1].job_no);
            if first == last || credited.contains(&at) {
                continue;
            }
            let job_no = first.clone();
            credited.insert(at);
            self.credit(at, &job_no);
            if let Some(job) = self.jobs.iter().position(|job| job.no == job_no) {
                let again = self.rebill(job);
                self.note_gross(again);
            }
        }
    }

    /// Two invoices of a client never have the same total. `false` if another has it already.
    fn note_gross(&mut self, at: usize) -> bool {
        let client = self.invoices[at].client;
        let gross = self.invoices[at].gross.unwrap_or_default();
        let minor = Money::round(gross, self.clients[client].currency);
        self.gross_seen.insert((client, minor.map_or(0, |m| m.minor)))
    }

    /// The job again at the same price, in the last run.
    pub fn rebill(&mut self, job: usize) -> usize {
        let no = self.next_number();
        let mut invoice = self.blank(no, self.jobs[job].client, self.as_of);
        invoice.po = self.jobs[job].po.clone();
        invoice.lines = self.lines(job);
        self.total(&mut invoice);
        self.invoices.push(invoice);
        self.invoices.len() - 1
    }
}

/// One purchase order a protocol.
pub(super) fn po_of(client: usize, protocol: &str) -> String {
    let tail: u32 = protocol.bytes().map(u32::from).sum();
    format!("45000{}{tail:04}", client + 1)
}

/// The run that bills a day's deliveries: that Friday or the next.
fn next_friday(date: Date) -> Date {
    plus(date, (12 - i64::from(date.weekday().number_from_monday())) % 7)
}
