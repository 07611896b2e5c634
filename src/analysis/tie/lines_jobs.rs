//! Invoice lines against jobs: all charges, less those on jobs of the job list.

use super::{Builder, Tie};
use crate::analysis::charges::Billed;
use crate::analysis::unbilled::Unbilled;
use crate::base::Sums;
use crate::model::Book;
use crate::table::Kind;

static PARTS: &[(&str, bool)] = &[("tie-unknown-job", false), ("tie-no-job-number", false)];

/// Nothing without a job list and charges.
pub fn lines_jobs(book: &Book, billed: &[Billed], unbilled: &Unbilled) -> Vec<Tie> {
    if !book.has(Kind::Jobs) {
        return Vec::new();
    }
    let mut builder = Builder::new("tie-lines-jobs", PARTS);
    let mut without_job = unbilled.without_job.iter().peekable();
    let with_job = billed
        .iter()
        .enumerate()
        .filter(|(at, _)| without_job.next_if_eq(&&(*at as u32)).is_none());
    let with_job: Sums = with_job.filter_map(|(_, billed)| billed.amount).collect();
    for amount in with_job.iter() {
        builder.left(amount);
        builder.right(amount);
    }
    for at in unbilled.without_job.iter().map(|&at| at as usize) {
        let Some(amount) = billed[at].amount else { continue };
        builder.left(amount);
        let is_named = book.job_no_of_charge(at).is_some();
        builder.part(if is_named { "tie-unknown-job" } else { "tie-no-job-number" }, amount);
    }
    builder.build()
}
