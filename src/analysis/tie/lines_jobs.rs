//! Invoice lines against jobs: all charges, less those on jobs of the job list.

use super::{Builder, Tie};
use crate::analysis::charges::Billed;
use crate::analysis::unbilled::Unbilled;
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
    for (at, billed) in billed.iter().enumerate() {
        let is_without = without_job.next_if_eq(&&(at as u32)).is_some();
        let Some(amount) = billed.amount else { continue };
        builder.left(amount);
        if !is_without {
            builder.right(amount);
        } else if book.job_no_of_charge(at).is_some() {
            builder.part("tie-unknown-job", amount);
        } else {
            builder.part("tie-no-job-number", amount);
        }
    }
    builder.build()
}
