//! The roll-forward with the jobs behind it by their numbers: positions follow the order of rows, and
//! what is said must not.

use tieout::analysis::unbilled::{RollForward, RolledJob, Unbilled};
use tieout::model::Book;

/// The figures, and the numbers of the jobs that were billed and that were cancelled.
#[derive(PartialEq, Debug)]
pub struct Rolled {
    figures: RollForward,
    billed: Vec<String>,
    cancelled: Vec<String>,
}

pub fn rolled(book: &Book, unbilled: &Unbilled) -> Option<Rolled> {
    let mut figures = unbilled.roll_forward.clone()?;
    let billed = numbers(book, unbilled, std::mem::take(&mut figures.billed_jobs));
    let cancelled = numbers(book, unbilled, std::mem::take(&mut figures.cancelled_jobs));
    Some(Rolled { figures, billed, cancelled })
}

fn numbers(book: &Book, unbilled: &Unbilled, jobs: Vec<RolledJob>) -> Vec<String> {
    let job = |job: RolledJob| match job {
        RolledJob::Now(at) => book.job(unbilled.jobs[at as usize].job),
        RolledJob::Before(at) => book.prior_job(at as usize),
    };
    let number = |rolled: RolledJob| job(rolled).no().unwrap_or("–").to_owned();
    let mut numbers: Vec<String> = jobs.into_iter().map(number).collect();
    numbers.sort();
    numbers
}
