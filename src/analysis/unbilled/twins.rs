//! Duplicates in the job list: a row that repeats another, or a second number for one shipment.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::{JobBilling, JobState, JobStatus};
use crate::base::{Date, Money, fold_id, fold_word};
use crate::model::{Book, Job, Row};
use crate::table::Field;

/// What makes two rows of one number the same row.
type Likeness = (String, Option<Money>, Option<Date>, String, String);

/// The rows of one job number without its repetitions, in an order that does not hang on the order
/// of the file: not cancelled first, then the dearest.
pub(super) fn parts(book: &Book, statuses: &[Option<JobStatus>], rows: &[usize]) -> Vec<usize> {
    if rows.len() < 2 {
        return rows.to_vec();
    }
    let mut first_of: BTreeMap<(bool, Option<Date>, Likeness), usize> = BTreeMap::new();
    for &at in rows {
        let job = book.job(at);
        let key = (statuses[at] == Some(JobStatus::Cancelled), job.trigger(), likeness(&job));
        let first = first_of.entry(key).or_insert(at);
        if rank(book, statuses, at) < rank(book, statuses, *first) {
            *first = at;
        }
    }
    let mut parts: Vec<_> = first_of.into_iter().collect();
    parts.sort_by(|(a, _), (b, _)| (a.0, b.2.1, &a.2).cmp(&(b.0, a.2.1, &b.2)));
    parts.into_iter().map(|(_, at)| at).collect()
}

/// Which of two alike is the real one: the one that got further, else whatever its cells say, so
/// that the order of the file decides nothing.
fn rank(
    book: &Book,
    statuses: &[Option<JobStatus>],
    at: usize,
) -> (Reverse<Option<JobStatus>>, String) {
    let Row { table, row } = book.job(at).0;
    let physical = table.rows[row] as usize;
    let cells: Vec<&str> = table.raw.columns.iter().map(|column| column.text(physical)).collect();
    (Reverse(statuses[at]), cells.join("\u{1f}"))
}

/// One per job: whether the open row is a duplicate.
pub(super) fn twins(book: &Book, statuses: &[Option<JobStatus>], jobs: &[JobBilling]) -> Vec<bool> {
    let mut is_twin = vec![false; jobs.len()];
    let mut by_waybill: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, job) in book.jobs().enumerate() {
        if let Some(awb) = job.0.text(Field::Awb).map(fold_id).filter(|awb| !awb.is_empty()) {
            by_waybill.entry(awb).or_default().push(at);
        }
    }
    for rows in book.jobs_by_number().filter(|rows| rows.len() > 1) {
        let rows: Vec<usize> = rows.iter().map(|&at| at as usize).collect();
        let parts = parts(book, statuses, &rows);
        rows.iter().filter(|at| !parts.contains(at)).for_each(|&at| is_twin[at] = true);
    }
    for rows in by_waybill.values().filter(|rows| rows.len() > 1) {
        let mut alike: BTreeMap<(String, Option<Money>), Vec<usize>> = BTreeMap::new();
        for &at in rows {
            let key = (shipment(&book.job(at)), jobs[at].expected);
            alike.entry(key).or_default().push(at);
        }
        for rows in alike.values().filter(|rows| rows.len() > 1) {
            mark_second_numbers(book, jobs, rows, &mut is_twin);
        }
    }
    is_twin
}

/// The real one is the one that was billed, else the one with the lowest number; what is billed is
/// no open duplicate, whatever its twin says.
fn mark_second_numbers(book: &Book, jobs: &[JobBilling], rows: &[usize], is_twin: &mut [bool]) {
    let number = |at: usize| book.job(at).no().map(fold_id);
    let real = rows.iter().copied().min_by_key(|&at| (!is_settled(&jobs[at]), number(at), at));
    let Some(real) = real else { return };
    for &at in rows.iter().filter(|&&at| !is_settled(&jobs[at])) {
        is_twin[at] |= number(real) != number(at);
    }
}

fn is_settled(job: &JobBilling) -> bool {
    matches!(job.state, JobState::Billed | JobState::PartlyBilled | JobState::BilledTwice)
}

fn likeness(job: &Job) -> Likeness {
    let word = |field| job.0.text(field).map(fold_word).unwrap_or_default();
    let what = format!("{}|{}", word(Field::ServiceCode), word(Field::Text));
    let how_much = job.0.number(Field::Qty).map(|q| q.normalize().to_string()).unwrap_or_default();
    (customer(job), job.stated_value(), job.trigger(), what, how_much)
}

/// Jobs of one master waybill differ in at least one of these.
fn shipment(job: &Job) -> String {
    let fields = [Field::Project, Field::Site, Field::Destination, Field::ServiceCode, Field::Text];
    let mut all = vec![customer(job), format!("{:?}", job.trigger())];
    all.extend(fields.iter().map(|&field| job.0.text(field).map(fold_word).unwrap_or_default()));
    let numbers = [Field::Weight, Field::ChargeableWeight, Field::Pieces, Field::Qty];
    all.extend(numbers.iter().map(|&field| format!("{:?}", job.0.number(field))));
    all.join("|")
}

fn customer(job: &Job) -> String {
    let no = job.0.text(Field::CustomerNo).map(fold_id);
    no.or_else(|| job.0.text(Field::CustomerName).map(fold_word)).unwrap_or_default()
}
