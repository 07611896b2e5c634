//! What a job without a value usually comes to: the median of what the same customer was billed for
//! jobs of the same service and lane. Only jobs of which nothing was billed are valued so: a part of a
//! job can't be held against a guess.

use super::{JobBilling, JobState, ValueFrom};
use crate::base::{Currency, Money, QuickMap, fold_word};
use crate::model::{Book, Job, Party};
use crate::table::Field;

/// Fewer jobs show nothing.
const JOBS_MIN: usize = 3;

type Kin = (Party, [String; 3]);

/// Values the jobs that nothing else values.
pub(super) fn value(book: &Book, jobs: &mut [JobBilling]) {
    let lacks = |job: &JobBilling| {
        let stated = book.job(job.job).stated_value().is_some();
        job.state == JobState::Unbilled && job.expected.is_none() && !stated
    };
    if !jobs.iter().any(lacks) {
        return;
    }
    let mut billed: QuickMap<Kin, QuickMap<Currency, Vec<i64>>> = QuickMap::default();
    for job in jobs.iter().filter(|job| job.state == JobState::Billed) {
        let money = job.billed.filter(|money| money.minor > 0);
        if let (Some(kin), Some(money)) = (kin(book, book.job(job.job)), money) {
            billed.entry(kin).or_default().entry(money.currency).or_default().push(money.minor);
        }
    }
    for job in jobs.iter_mut().filter(|job| lacks(job)) {
        let Some(of_kin) = kin(book, book.job(job.job)).and_then(|kin| billed.get_mut(&kin)) else {
            continue;
        };
        // A customer that is billed in two currencies: nobody knows in which this one would be.
        let mut currencies = of_kin.iter_mut();
        let (Some((&currency, minors)), None) = (currencies.next(), currencies.next()) else {
            continue;
        };
        if minors.len() < JOBS_MIN {
            continue;
        }
        minors.sort_unstable();
        // Of two in the middle the lower one, which was billed.
        let median = Money::new(minors[(minors.len() - 1) / 2], currency);
        (job.expected, job.open) = (Some(median), Some(median));
        job.value_from = Some(ValueFrom::Median);
    }
}

/// Customer, service, origin and destination; none for a job that names no service.
fn kin(book: &Book, job: Job) -> Option<Kin> {
    let word = |field: Field| job.0.text(field).map(fold_word).unwrap_or_default();
    let service = Some(word(Field::ServiceCode)).filter(|service| !service.is_empty())?;
    Some((book.party(job.0)?, [service, word(Field::Origin), word(Field::Destination)]))
}
