//! State, value and open remainder of every job. Not: why something is open (`reasons`).
//!
//! A job number that stands on several rows is one job in parts (order lines): what was billed is
//! laid over the parts in a fixed order, so nothing is counted twice. A row that repeats another
//! in every respect takes no part; it is a duplicate (`twins`).

use super::{JobBilling, JobState, JobStatus, ValueFrom, twins, usual_value};
use crate::analysis::charges::{Billed, recast};
use crate::analysis::pricing::{self, Pricing};
use crate::analysis::twice;
use crate::base::{Currency, Decimal, Money, QuickSet, Sums};
use crate::model::{Book, Job, Policy};

/// What all jobs are judged by.
struct Ground<'a> {
    book: &'a Book,
    policy: &'a Policy,
    statuses: &'a [Option<JobStatus>],
    billed: &'a [Billed],
    /// Folded numbers of invoices that a credit note reverses as a whole.
    reversed: QuickSet<String>,
    /// The one currency of all charges: a job list that names no currency is read in it.
    common: Option<Currency>,
}

pub(super) fn bill(
    book: &Book,
    policy: &Policy,
    pricing: &Pricing,
    statuses: &[Option<JobStatus>],
    billed: &[Billed],
) -> Vec<JobBilling> {
    let reversed = twice::reversed_whole(book);
    let common = common_currency(billed.iter());
    let ground = Ground { book, policy, statuses, billed, reversed, common };
    let mut jobs: Vec<JobBilling> = book
        .jobs()
        .enumerate()
        .map(|(at, job)| {
            let (expected, from) = expected(book, pricing, at).unzip();
            let expected = expected.map(|money| named(money, common));
            let expected = expected.map(|money| match money.currency.is_none() {
                true => named(money, agreed_currency(book, &job)),
                false => money,
            });
            JobBilling { value_from: from, ..blank(at, expected, age_days(&job, policy)) }
        })
        .collect();
    for rows in book.jobs_by_number() {
        let rows: Vec<usize> = rows.iter().map(|&at| at as usize).collect();
        ground.bill_number(&rows, &mut jobs);
    }
    for (at, _) in book.jobs().enumerate().filter(|(_, job)| job.no().is_none()) {
        ground.state_alone(at, &mut jobs);
    }
    usual_value::value(book, &mut jobs);
    jobs
}

/// What the job is worth: stated by the file, else by the rate card. A stated zero says nothing.
fn expected(book: &Book, pricing: &Pricing, at: usize) -> Option<(Money, ValueFrom)> {
    let stated = book.job(at).stated_value().filter(|money| !money.is_zero());
    let rated = || Some((pricing::expected_value(book, pricing, at)?, ValueFrom::RateCard));
    stated.map(|money| (money, ValueFrom::Stated)).or_else(rated)
}

fn blank(at: usize, expected: Option<Money>, age_days: Option<i64>) -> JobBilling {
    JobBilling {
        job: at,
        state: JobState::Unbilled,
        charges: Vec::new(),
        expected,
        billed: None,
        other_currency: Sums::new(),
        open: expected,
        reason: None,
        secondary: Vec::new(),
        reason_is_set: false,
        age_days,
        due: None,
        value_from: None,
        escalation: None,
    }
}

/// `None` without a date, without an as-of date, and for a date that is still to come.
fn age_days(job: &Job, policy: &Policy) -> Option<i64> {
    let days = (policy.as_of? - job.trigger()?).num_days();
    (days >= 0).then_some(days)
}

impl Ground<'_> {
    /// All rows of one job number, against the charges that name it.
    fn bill_number(&self, rows: &[usize], jobs: &mut [JobBilling]) {
        let parts = twins::parts(self.book, self.statuses, rows);
        let all = self.book.charges_of_job_at(parts[0]).iter().copied();
        let positions: Vec<u32> = all.filter(|&at| !self.billed[at as usize].void).collect();
        // What nobody names a currency for is in the one that it is billed in.
        if parts.iter().any(|&at| jobs[at].expected.is_some_and(|money| money.currency.is_none())) {
            let of_charges = common_currency(positions.iter().map(|&at| &self.billed[at as usize]));
            for &at in &parts {
                jobs[at].expected = jobs[at].expected.map(|money| named(money, of_charges));
            }
        }
        let (own, other) = self.billed_of(&positions, self.currency(parts[0], jobs));
        let expected = parts.iter().filter_map(|&at| jobs[at].expected);
        let expected_minor: i64 = expected.map(|money| money.minor).sum();
        let over = own.is_some_and(|own| own.minor > expected_minor);
        let is_twice = !twice::repeats(self.book, self.billed, &self.reversed, &positions)
            .is_empty()
            && (parts.len() == 1 || expected_minor == 0 || over);
        lay_over(&parts, own, jobs);
        for &at in &parts {
            let job = &mut jobs[at];
            job.charges = positions.clone();
            job.other_currency = if at == parts[0] { other.clone() } else { Sums::new() };
            settle(job, self.is_cancelled(at), is_twice, self.policy);
        }
        for &twin in rows.iter().filter(|at| !parts.contains(at)) {
            self.state_alone(twin, jobs);
        }
    }

    fn currency(&self, at: usize, jobs: &[JobBilling]) -> Currency {
        let stated = || named(Money::new(0, self.book.job(at).0.currency()), self.common);
        jobs[at].expected.unwrap_or_else(stated).currency
    }

    /// Σ of the charges in the job's currency, and those in others.
    fn billed_of(&self, positions: &[u32], currency: Currency) -> (Option<Money>, Sums) {
        let mut own: Option<Money> = None;
        let mut other = Sums::new();
        for money in positions.iter().filter_map(|&at| self.billed[at as usize].amount) {
            if money.currency == currency || money.currency.is_none() {
                let minor = recast(money, currency).minor;
                let sum = own.map_or(0, |sum| sum.minor).saturating_add(minor);
                own = Some(Money::new(sum, currency));
            } else {
                other.add(money);
            }
        }
        (own, other)
    }

    /// A repeated row or one without number: no charge can name it.
    fn state_alone(&self, at: usize, jobs: &mut [JobBilling]) {
        if self.is_cancelled(at) {
            jobs[at].state = JobState::Cancelled;
            jobs[at].open = None;
        }
    }

    fn is_cancelled(&self, at: usize) -> bool {
        self.statuses[at] == Some(JobStatus::Cancelled)
    }
}

/// Fills the parts one after the other; what goes beyond all of them stands on the first.
fn lay_over(parts: &[usize], own: Option<Money>, jobs: &mut [JobBilling]) {
    let Some(own) = own else { return };
    let mut left = own.minor;
    for &at in &parts[1..] {
        let fits = |m: Money| m.currency == own.currency;
        let first = jobs[parts[0]].expected.filter(|&m| fits(m)).map_or(0, |m| m.minor);
        let room = jobs[at].expected.filter(|&m| fits(m)).map_or(0, |m| m.minor);
        let part = (left - first).clamp(0, room.max(0));
        jobs[at].billed = (part != 0).then_some(Money::new(part, own.currency));
        left -= part;
    }
    jobs[parts[0]].billed = Some(Money::new(left, own.currency));
}

fn settle(job: &mut JobBilling, is_cancelled: bool, is_twice: bool, policy: &Policy) {
    let billed = job.billed.map_or(0, |money| money.minor);
    let open = job.expected.map(|e| Money::new(e.minor.saturating_sub(billed), e.currency));
    let in_other = !job.other_currency.all_zero();
    job.state = match job.expected {
        _ if is_cancelled && billed == 0 && !in_other => JobState::Cancelled,
        _ if is_twice => JobState::BilledTwice,
        _ if is_cancelled => JobState::Billed,
        None if billed != 0 || in_other => JobState::Billed,
        // Lines that state no amount still show that the job was invoiced.
        None if !job.charges.is_empty() && job.billed.is_none() => JobState::Billed,
        None => JobState::Unbilled,
        Some(expected) if is_full(expected.minor, billed, policy) => JobState::Billed,
        Some(_) if billed > 0 || in_other => JobState::PartlyBilled,
        Some(_) => JobState::Unbilled,
    };
    job.open = open.filter(|_| job.state.is_open());
}

fn is_full(expected: i64, billed: i64, policy: &Policy) -> bool {
    let enough = Decimal::from(expected).checked_mul(policy.full_billing_share);
    enough.is_some_and(|enough| Decimal::from(billed) >= enough)
}

/// What the customer of a job is billed in, by the customer list.
fn agreed_currency(book: &Book, job: &Job) -> Option<Currency> {
    let listed = book.customer_of(job.0)?.0.currency();
    (!listed.is_none()).then_some(listed)
}

fn common_currency<'b>(billed: impl Iterator<Item = &'b Billed>) -> Option<Currency> {
    let mut found = None;
    for money in billed.filter_map(|b| b.amount).filter(|m| !m.currency.is_none()) {
        match found {
            None => found = Some(money.currency),
            Some(currency) if currency != money.currency => return None,
            Some(_) => {}
        }
    }
    found
}

fn named(money: Money, common: Option<Currency>) -> Money {
    match common {
        Some(currency) if money.currency.is_none() => recast(money, currency),
        _ => money,
    }
}
