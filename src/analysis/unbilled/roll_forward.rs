//! The roll-forward: opening + new − billed − cancelled ± re-valued = closing (definitions 3.4),
//! in rows of the job lists and per currency.
//!
//! What changed the worth of a job without billing or cancelling it is re-valued: a better estimate,
//! a bill above or below it. What can't be explained at all is listed as vanished.

use std::collections::{BTreeMap, BTreeSet};

use super::roll_groups::Groups;
use super::{JobBilling, JobState, RollForward, RollGroup, RolledJob};
use crate::analysis::charges::Billed;
use crate::base::{Money, Sums, fold_id};
use crate::model::{Book, Job, Policy};
use crate::table::{Field, Kind};

/// One job number over the period.
#[derive(Default)]
struct Number {
    /// As last period's list writes it.
    prior_no: Option<String>,
    prior: Vec<Option<Money>>,
    /// Positions of its rows in last period's list.
    before: Vec<usize>,
    rows: Vec<usize>,
}

/// `None` when last period's list was not given.
pub(super) fn roll_forward(
    book: &Book,
    policy: &Policy,
    billed: &[Billed],
    jobs: &[JobBilling],
) -> Option<(RollForward, Vec<RollGroup>)> {
    if !book.has(Kind::PriorJobs) {
        return None;
    }
    let (mut roll, mut groups) = (RollForward::default(), Groups::default());
    for number in numbers(book).values() {
        let rows: Vec<&JobBilling> = number.rows.iter().map(|&at| &jobs[at]).collect();
        let mut one = RollForward::default();
        rows.iter().filter(|row| row.state.is_open()).for_each(|row| one.close(row.open));
        add(&mut one, book, policy, billed, &rows, number);
        roll.add_all(&one);
        groups.place(one, number.before.first().map(|&at| book.prior_job(at)), &rows);
    }
    roll.vanished.sort();
    debug_assert!(roll.holds(), "{roll:?}");
    let listed = [roll.billed_jobs.len(), roll.cancelled_jobs.len()].map(|count| count as i64);
    debug_assert_eq!(listed, [roll.billed.jobs, roll.cancelled.jobs]);
    Some((roll, groups.finish()))
}

fn numbers(book: &Book) -> BTreeMap<String, Number> {
    let mut numbers: BTreeMap<String, Number> = BTreeMap::new();
    let key = |job: &Job, list: &str, at: usize| {
        job.no().map_or_else(|| format!("\u{0}{list}{at}"), fold_id)
    };
    for (at, job) in book.prior_jobs().enumerate() {
        let number = numbers.entry(key(&job, "prior", at)).or_default();
        number.prior.push(job.stated_value());
        number.before.push(at);
        number.prior_no.get_or_insert_with(|| job.no().unwrap_or("–").to_owned());
    }
    for (at, job) in book.jobs().enumerate() {
        numbers.entry(key(&job, "", at)).or_default().rows.push(at);
    }
    numbers
}

fn add(
    roll: &mut RollForward,
    book: &Book,
    policy: &Policy,
    billed: &[Billed],
    rows: &[&JobBilling],
    number: &Number,
) {
    let is_prior = !number.prior.is_empty();
    if !is_prior && is_before(book, policy, rows) {
        return;
    }
    // What the number still has to come to once all steps but re-valuing are taken.
    let mut rest = Sums::new();
    for &value in &number.prior {
        roll.opening.count(value);
        value.into_iter().for_each(|money| rest.add(money));
    }
    if rows.is_empty() {
        leave(roll, book, policy, billed, number, rest);
        return;
    }
    for _ in number.prior.len()..rows.len() {
        roll.new.jobs += 1;
    }
    roll.revalued.jobs -= number.prior.len().saturating_sub(rows.len()) as i64;
    for row in rows {
        if let Some(expected) = row.expected.filter(|_| !is_prior) {
            roll.new.value.add(expected);
            rest.add(expected);
        }
        match row.state {
            JobState::Unbilled | JobState::PartlyBilled => {}
            JobState::Billed | JobState::BilledTwice => {
                roll.billed.jobs += 1;
                roll.billed_jobs.push(RolledJob::Now(row.job as u32));
            }
            JobState::Cancelled => {
                roll.cancelled.jobs += 1;
                roll.cancelled_jobs.push(RolledJob::Now(row.job as u32));
                row.expected.into_iter().for_each(|money| {
                    roll.cancelled.value.add(money);
                    rest.subtract(money);
                });
            }
        }
        if let Some(money) = row.billed.filter(|_| row.expected.is_some()) {
            roll.billed.value.add(money);
            rest.subtract(money);
        }
        row.open.into_iter().for_each(|money| rest.subtract(money));
    }
    for money in before(book, policy, billed, rows).iter().filter(|_| is_prior) {
        roll.billed.value.subtract(money);
        rest.add(money);
    }
    rest.iter().for_each(|money| roll.revalued.value.subtract(money));
}

/// A job of last period's list that the job list no longer has: billed, or gone.
fn leave(
    roll: &mut RollForward,
    book: &Book,
    policy: &Policy,
    billed: &[Billed],
    number: &Number,
    mut rest: Sums,
) {
    let no = number.prior_no.as_deref().unwrap_or_default();
    let rows = number.prior.len() as i64;
    let positions = book.charges_of_job(no);
    if positions.is_empty() {
        roll.lost.jobs += rows;
        roll.lost.value.add_all(&rest);
        roll.vanished.push(no.to_owned());
        return;
    }
    roll.billed.jobs += rows;
    roll.billed_jobs.extend(number.before.iter().map(|&at| RolledJob::Before(at as u32)));
    let in_period = positions.iter().filter(|&&at| !is_charged_before(book, policy, at));
    for money in in_period.filter_map(|&at| billed[at as usize].amount) {
        // Another currency than the opening value's can't reduce it.
        if rest.currencies().any(|currency| currency == money.currency) {
            roll.billed.value.add(money);
            rest.subtract(money);
        }
    }
    rest.iter().for_each(|money| roll.revalued.value.subtract(money));
}

/// A job that was settled before the period began takes no part in it.
fn is_before(book: &Book, policy: &Policy, rows: &[&JobBilling]) -> bool {
    let Some(from) = policy.period_from else { return false };
    !rows.is_empty()
        && rows.iter().all(|row| match row.state {
            JobState::Unbilled | JobState::PartlyBilled => false,
            JobState::Cancelled => book.job(row.job).trigger().is_some_and(|day| day < from),
            JobState::Billed | JobState::BilledTwice => {
                !row.charges.is_empty()
                    && row.charges.iter().all(|&at| is_charged_before(book, policy, at))
            }
        })
}

/// What the rows were billed before the period: last period's list is already net of it.
fn before(book: &Book, policy: &Policy, billed: &[Billed], rows: &[&JobBilling]) -> Sums {
    let currencies: BTreeSet<_> =
        rows.iter().filter_map(|r| r.expected).map(|m| m.currency).collect();
    let charges: BTreeSet<u32> = rows.iter().flat_map(|row| row.charges.iter().copied()).collect();
    charges
        .into_iter()
        .filter(|&at| is_charged_before(book, policy, at))
        .filter_map(|at| billed[at as usize].amount)
        .filter(|money| currencies.contains(&money.currency))
        .collect()
}

fn is_charged_before(book: &Book, policy: &Policy, at: u32) -> bool {
    let charge = book.charge(at as usize);
    let dated = || charge.0.date(Field::InvoiceDate);
    let date = dated().or_else(|| book.invoice(charge.invoice_no()?)?.date());
    policy.period_from.zip(date).is_some_and(|(from, date)| date < from)
}
