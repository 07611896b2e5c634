//! Readiness: of the jobs whose work is done, those that are billed or could be billed now. The report
//! has the same by client and week.

use super::{Figure, Measured, share};
use crate::analysis::unbilled::Ready;
use crate::rules::Results;
use crate::words::Arg;

pub(super) static FIGURE: Figure = Figure { key: "readiness", measure };

fn measure(results: &Results, measured: &mut Measured) {
    let (mut ready, mut done) = (0, 0);
    for billing in &results.unbilled.jobs {
        let at = results.book.job(billing.job).0.row_source();
        let group = match billing.readiness() {
            Ready::Billed => "counted-billed",
            Ready::Now => "counted-ready",
            Ready::Waiting => "counted-waiting",
            Ready::Planned => "left-out-planned",
            Ready::NotDone => "left-out-not-done",
            Ready::Cancelled => "left-out-cancelled",
        };
        if group.starts_with("counted") {
            done += 1;
            ready += usize::from(group != "counted-waiting");
        }
        measured.push(at, group, billing.open.map(Arg::Money));
    }
    measured.values.extend(share::by_count(ready, done));
    if measured.values.is_empty() {
        measured.lacks = Some("lacks-done-jobs");
    }
}
