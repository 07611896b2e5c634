//! The jobs that left the list of open ones: what the roll-forward counts as billed and as cancelled, in
//! as many rows as it says. No reason stands beside them and nothing is to be done.

use super::Show;
use super::list::{Entry, job_entry};
use crate::analysis::unbilled::{JobState, RolledJob, Standing};
use crate::rules::Results;
use crate::table::Field;
use crate::view::sources::Sources;

pub(super) fn entries(results: &Results, show: Show, sources: &Sources) -> Vec<Entry> {
    let Some(roll) = &results.unbilled.roll_forward else { return Vec::new() };
    let (jobs, state) = match show {
        Show::Cancelled => (&roll.cancelled_jobs, JobState::Cancelled),
        _ => (&roll.billed_jobs, JobState::Billed),
    };
    jobs.iter().map(|&job| entry(results, job, state, sources)).collect()
}

fn entry(results: &Results, job: RolledJob, state: JobState, sources: &Sources) -> Entry {
    let settled = |entry: Entry| Entry {
        late: false,
        value_from: None,
        escalation: None,
        // The mark of what asks nobody for anything.
        standing: Standing::Planned,
        reason: state.word().to_owned(),
        action: "unbilled-action-settled".to_owned(),
        due: None,
        ..entry
    };
    match job {
        RolledJob::Now(at) => {
            let billing = &results.unbilled.jobs[at as usize];
            let value = match state {
                JobState::Cancelled => billing.expected,
                _ => billing.billed,
            };
            settled(Entry { value, ..job_entry(results, billing, sources) })
        }
        RolledJob::Before(at) => {
            let job = results.book.prior_job(at as usize);
            let text = |field: Field| job.0.text(field).unwrap_or_default().to_owned();
            settled(Entry {
                job: text(Field::JobNo),
                awb: text(Field::Awb),
                client: results.book.customer_label(job.0).unwrap_or_default().to_owned(),
                reference: text(Field::Project),
                age_days: None,
                late: false,
                value: job.stated_value(),
                value_from: None,
                escalation: None,
                standing: Standing::Planned,
                reason: String::new(),
                is_set: false,
                also: Vec::new(),
                owner: "owner-billing".to_owned(),
                action: String::new(),
                due: None,
                source: sources.tag(job.0.source(Field::JobNo)),
            })
        }
    }
}
