//! Readiness: how far the work of a client and a week has come towards its bill.
//!
//! A week begins on Monday and is that of the end of service. Jobs without a date stand in no week.

use std::collections::BTreeMap;

use chrono::{Datelike, Days};

use super::{JobBilling, JobState, Standing, Unbilled};
use crate::base::Date;
use crate::model::Book;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Ready {
    Billed,
    /// Nothing stands in the way.
    Now,
    Waiting,
    /// On a schedule that the customer agreed to.
    Planned,
    NotDone,
    Cancelled,
}

#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Readiness {
    pub billed: usize,
    pub now: usize,
    pub waiting: usize,
    pub planned: usize,
}

impl Readiness {
    /// Jobs that could be billed: planned ones wait for their day and are no fault.
    pub fn done(&self) -> usize {
        self.billed + self.now + self.waiting
    }
}

impl JobBilling {
    pub fn readiness(&self) -> Ready {
        match self.state {
            JobState::Cancelled => Ready::Cancelled,
            JobState::Billed | JobState::BilledTwice => Ready::Billed,
            _ if self.reason == Some(NOT_DONE) => Ready::NotDone,
            _ => match self.reason().map(|reason| reason.standing) {
                Some(Standing::Ready) => Ready::Now,
                Some(Standing::Planned) => Ready::Planned,
                Some(Standing::Waiting | Standing::NoReason) | None => Ready::Waiting,
            },
        }
    }
}

/// BLK-01: the work itself is not done.
const NOT_DONE: &str = "BLK-01";

/// By client as the job list names it, and by the Monday of the week.
pub fn readiness(book: &Book, unbilled: &Unbilled) -> BTreeMap<(String, Date), Readiness> {
    let mut weeks: BTreeMap<(String, Date), Readiness> = BTreeMap::new();
    for billing in &unbilled.jobs {
        let ready = billing.readiness();
        let job = book.job(billing.job);
        let client = book.customer_label(job.0);
        let week = job.trigger().and_then(monday);
        let (Some(week), false) = (week, matches!(ready, Ready::NotDone | Ready::Cancelled)) else {
            continue;
        };
        let line = weeks.entry((client.unwrap_or("–").to_owned(), week)).or_default();
        match ready {
            Ready::Billed => line.billed += 1,
            Ready::Now => line.now += 1,
            Ready::Planned => line.planned += 1,
            _ => line.waiting += 1,
        }
    }
    weeks
}

fn monday(day: Date) -> Option<Date> {
    day.checked_sub_days(Days::new(u64::from(day.weekday().num_days_from_monday())))
}
