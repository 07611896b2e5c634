//! Invoices, credit notes and rebills for jobs. All of them add up.

use std::collections::BTreeSet;

use chrono::Datelike;

use super::{Charge, Invoice, Ledger, Line, Written, plus};
use crate::base::{Date, Decimal, Money, round_to};

impl Ledger {
    /// One to three jobs an invoice, of one client and protocol, on the next Friday.
    pub(super) fn bill_all(&mut self) {
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

    pub(super) fn write_lines(&mut self, at: usize, jobs: &[usize]) {
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
            status: "Issued",
            reason: "",
            approved_by: "",
            language: self.clients[client].asks.language,
            lines: Vec::new(),
            has_header: true,
            copies: 1,
            written: Written::new(),
        }
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
            written: Written::new(),
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

    /// A credit note for one job of an invoice, in the last run.
    pub fn credit(&mut self, invoice: usize, job_no: &str) -> usize {
        let original = self.invoices[invoice].clone();
        let mut credit =
            self.blank(format!("CN26-{:04}", self.next_credit), original.client, self.as_of);
        self.next_credit += 1;
        (credit.doc_type, credit.original) = ("Credit note", original.no);
        credit.po = original.po;
        let is_korean = self.clients[original.client].is_korean();
        credit.reason = if is_korean { "기재사항 착오정정" } else { "Wrong price" };
        credit.approved_by = "R. Osei";
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
    pub(super) fn rebill_some(&mut self, jobs: u32) {
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
    pub(super) fn note_gross(&mut self, at: usize) -> bool {
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

/// The run that bills a day's deliveries: that Friday or the next.
pub(super) fn next_friday(date: Date) -> Date {
    plus(date, (12 - i64::from(date.weekday().number_from_monday())) % 7)
}
