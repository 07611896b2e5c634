//! Delivered jobs without a single invoice line, and those that are billed in part (part 3.4).

use super::{Figure, Measured, Value};
use crate::analysis::unbilled::JobState;
use crate::rules::Results;
use crate::words::Arg;

pub(super) static FIGURE: Figure = Figure { key: "uninvoiced", measure };

fn measure(results: &Results, measured: &mut Measured) {
    let (mut none, mut partly, mut all) = (0_usize, 0_usize, 0_usize);
    for billing in &results.unbilled.jobs {
        let job = results.book.job(billing.job);
        let at = job.0.row_source();
        if billing.state == JobState::Cancelled {
            measured.push(at, "left-out-cancelled", None);
            continue;
        }
        if job.completed().is_none() {
            measured.push(at, "left-out-not-delivered", None);
            continue;
        }
        all += 1;
        let open = billing.open.map(Arg::Money);
        match billing.state {
            JobState::Unbilled => {
                none += 1;
                measured.push(at, "counted-not-invoiced", open);
            }
            JobState::PartlyBilled => {
                partly += 1;
                measured.push(at, "counted-partly-invoiced", open);
            }
            _ => measured.push(at, "counted-billed", None),
        }
    }
    if all == 0 {
        measured.lacks = Some("lacks-delivered-jobs");
        return;
    }
    let value = |word, count: usize| Value {
        word,
        value: Arg::from(count),
        over: Some((Arg::from(count), Arg::from(all))),
    };
    measured.values =
        vec![value("figure-not-invoiced", none), value("figure-partly-invoiced", partly)];
}
