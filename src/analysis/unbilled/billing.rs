//! State, value and open remainder of every job. Not: why something is open (`reasons`).
//!
//! A job number that stands on several rows is one job in parts (order lines): what was billed is
//! laid over the parts in a fixed order, so nothing is counted twice. A row that repeats another
//! in every respect takes no part; it is a duplicate (`twins`).

use std::collections::{BTreeMap, HashSet};

use super::{JobBilling, JobState, JobStatus, job_status, twins};
use crate::analysis::charges::{Billed, recast};
use crate::analysis::pricing::{self, Pricing};
use crate::analysis::twice;
use crate::base::{Currency, Decimal, Money, Sums, fold_id};
use crate::model::{Book, Job, Policy};
use crate::table::Field;

pub(super) fn bill(
    book: &Book,
    policy: &Policy,
    pricing: &Pricing,
    billed: &[Billed],
) -> Vec<JobBilling> {
    let common = common_currency(billed);
    let mut jobs: Vec<JobBilling> = book
        .jobs()
        .enumerate()
        .map(|(at, job)| {
            let expected = expected(book, pricing, at).map(|money| named(money, common));
            blank(at, expected, age_days(&job, policy))
        })
        .collect();
    let reversed = twice::reversed_whole(book);
    for rows in by_number(book).into_values() {
        bill_number(book, policy, billed, &reversed, common, &rows, &mut jobs);
    }
    jobs
}

/// What the job is worth: stated by the file, else by the rate card. A stated zero says nothing.
fn expected(book: &Book, pricing: &Pricing, at: usize) -> Option<Money> {
    let stated = book.job(at).stated_value().filter(|money| !money.is_zero());
    stated.or_else(|| pricing::expected_value(book, pricing, at))
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
    }
}

/// `None` without a date, without an as-of date, and for a date that is still to come.
fn age_days(job: &Job, policy: &Policy) -> Option<i64> {
    let days = (policy.as_of? - job.trigger()?).num_days();
    (days >= 0).then_some(days)
}

/// Rows by folded job number; a row without number stands alone.
fn by_number(book: &Book) -> BTreeMap<String, Vec<usize>> {
    let mut rows: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, job) in book.jobs().enumerate() {
        let key = job.no().map_or_else(|| format!("\u{0}{at}"), fold_id);
        rows.entry(key).or_default().push(at);
    }
    rows
}

fn bill_number(
    book: &Book,
    policy: &Policy,
    billed: &[Billed],
    reversed: &HashSet<String>,
    common: Option<Currency>,
    rows: &[usize],
    jobs: &mut [JobBilling],
) {
    let parts = twins::parts(book, rows);
    let Some(no) = book.job(parts[0]).no() else { return state_alone(book, parts[0], jobs) };
    let all = book.charges_of_job(no).iter().copied();
    let positions: Vec<u32> = all.filter(|&at| !billed[at as usize].void).collect();
    let currency = jobs[parts[0]].expected.map_or_else(
        || named(Money::new(0, book.job(parts[0]).0.currency()), common).currency,
        |m| m.currency,
    );
    let mut own: Option<Money> = None;
    let mut other = Sums::new();
    for money in positions.iter().filter_map(|&at| billed[at as usize].amount) {
        if money.currency == currency || money.currency.is_none() {
            let minor = recast(money, currency).minor;
            own = Some(Money::new(own.map_or(0, |sum| sum.minor).saturating_add(minor), currency));
        } else {
            other.add(money);
        }
    }
    let expected_minor: i64 =
        parts.iter().filter_map(|&at| jobs[at].expected).map(|m| m.minor).sum();
    let over = own.is_some_and(|own| own.minor > expected_minor);
    let is_twice = !twice::repeats(book, billed, reversed, &positions).is_empty()
        && (parts.len() == 1 || expected_minor == 0 || over);
    lay_over(&parts, own, jobs);
    for &at in &parts {
        let job = &mut jobs[at];
        job.charges = positions.clone();
        job.other_currency = if at == parts[0] { other.clone() } else { Sums::new() };
        settle(job, is_cancelled(&book.job(at)), is_twice, !positions.is_empty(), policy);
    }
    for &twin in rows.iter().filter(|at| !parts.contains(at)) {
        state_alone(book, twin, jobs);
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

fn settle(
    job: &mut JobBilling,
    is_cancelled: bool,
    is_twice: bool,
    has_charges: bool,
    policy: &Policy,
) {
    let billed = job.billed.map_or(0, |money| money.minor);
    let open = job.expected.map(|e| Money::new(e.minor.saturating_sub(billed), e.currency));
    let in_other = !job.other_currency.all_zero();
    job.state = match job.expected {
        _ if is_cancelled && billed == 0 && !in_other => JobState::Cancelled,
        _ if is_twice => JobState::BilledTwice,
        _ if is_cancelled => JobState::Billed,
        None if billed != 0 || in_other => JobState::Billed,
        // Lines that state no amount still show that the job was invoiced.
        None if has_charges && job.billed.is_none() => JobState::Billed,
        None => JobState::Unbilled,
        Some(expected) if is_full(expected.minor, billed, policy) => JobState::Billed,
        Some(_) if billed > 0 || in_other => JobState::PartlyBilled,
        Some(_) => JobState::Unbilled,
    };
    job.open = open.filter(|_| job.state.is_open());
}

/// A repeated row or one without number: no charge can name it.
fn state_alone(book: &Book, at: usize, jobs: &mut [JobBilling]) {
    if is_cancelled(&book.job(at)) {
        jobs[at].state = JobState::Cancelled;
        jobs[at].open = None;
    }
}

fn is_full(expected: i64, billed: i64, policy: &Policy) -> bool {
    let enough = Decimal::from(expected).checked_mul(policy.full_billing_share);
    enough.is_some_and(|enough| Decimal::from(billed) >= enough)
}

pub(super) fn is_cancelled(job: &Job) -> bool {
    job.0.text(Field::Status).and_then(job_status) == Some(JobStatus::Cancelled)
}

/// The one currency of all charges: a job list that names no currency is read in it.
fn common_currency(billed: &[Billed]) -> Option<Currency> {
    let mut found = None;
    for money in billed.iter().filter_map(|b| b.amount).filter(|m| !m.currency.is_none()) {
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
