//! To bill against billed: what the jobs are worth, less what was billed or cancelled, explained by
//! how each open job stands.
//!
//! Jobs without a value stand on neither side; they are counted as unvalued where the list is shown.

use super::{Builder, Tie};
use crate::analysis::unbilled::{JobBilling, JobState, Standing};
use crate::base::Money;

/// The first three are always shown, the other two where there is something to show.
static PARTS: &[(&str, bool)] = &[
    ("tie-planned", false),
    ("tie-waiting", false),
    ("tie-ready", false),
    ("tie-revalued", true),
    ("tie-billed-twice", true),
];

pub fn to_bill(jobs: &[JobBilling]) -> Vec<Tie> {
    let mut builder = Builder::new("tie-to-bill", PARTS);
    for job in jobs {
        let Some(expected) = job.expected else { continue };
        let done = match job.state {
            JobState::Cancelled => expected,
            _ => job.billed.unwrap_or(Money::new(0, expected.currency)),
        };
        builder.left(expected);
        builder.right(done);
        let rest = Money::new(expected.minor - done.minor, expected.currency);
        if let Some(part) = part(job) {
            builder.part(part, rest);
        }
    }
    builder.build()
}

/// `None`: an open job without a reason is what stays unexplained.
fn part(job: &JobBilling) -> Option<&'static str> {
    match (job.state, job.standing()) {
        (JobState::BilledTwice, _) => Some("tie-billed-twice"),
        (_, None) => Some("tie-revalued"),
        (_, Some(Standing::NoReason)) => None,
        (_, Some(Standing::Waiting)) => Some("tie-waiting"),
        (_, Some(Standing::Ready)) => Some("tie-ready"),
        (_, Some(Standing::Planned)) => Some("tie-planned"),
    }
}
