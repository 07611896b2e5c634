//! Billing completeness: billed value of the period's completed jobs over billed and billable
//! (part 3.4). Work on an agreed schedule is not billable yet and stays out.

use super::{Figure, Measured, share};
use crate::analysis::unbilled::{JobState, Standing};
use crate::base::Sums;
use crate::rules::Results;
use crate::words::Arg;

pub(super) static FIGURE: Figure = Figure { key: "billing-completeness", measure };

fn measure(results: &Results, measured: &mut Measured) {
    let (mut billed, mut both) = (Sums::new(), Sums::new());
    let (mut done, mut all) = (0, 0);
    for billing in &results.unbilled.jobs {
        let job = results.book.job(billing.job);
        let at = job.0.row_source();
        let from = results.policy.period_from;
        let day = job.trigger();
        if billing.state == JobState::Cancelled {
            measured.push(at, "left-out-cancelled", None);
            continue;
        }
        if billing.standing() == Some(Standing::Planned) {
            measured.push(at, "left-out-planned", billing.open.map(Arg::Money));
            continue;
        }
        if from.is_some_and(|from| day.is_none_or(|day| day < from))
            || results.policy.as_of.is_some_and(|last| day.is_some_and(|day| day > last))
        {
            measured.push(at, "left-out-other-period", None);
            continue;
        }
        all += 1;
        billing.billed.into_iter().for_each(|money| {
            billed.add(money);
            both.add(money);
        });
        if billing.state.is_open() {
            billing.open.into_iter().for_each(|money| both.add(money));
            measured.push(at, "counted-open", billing.open.map(Arg::Money));
        } else {
            done += 1;
            measured.push(at, "counted-billed", billing.billed.map(Arg::Money));
        }
    }
    measured.values.extend(share::by_count(done, all));
    measured.values.extend(share::by_value(&billed, &both));
    if measured.values.is_empty() {
        measured.lacks = Some("lacks-jobs");
    }
}
