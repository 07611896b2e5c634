//! To whom open work is taken when it stays open (Part H's ladder): a job that nobody explained for
//! some working days, or any obstacle for a month, to the team lead; after two months, or beyond an
//! amount, to the manager. Planned work is no fault and goes to nobody.

use std::collections::BTreeSet;

use chrono::{Datelike, Weekday};
use serde::{Deserialize, Serialize};

use super::{JobBilling, Standing};
use crate::base::{Date, Decimal};
use crate::model::{Job, Policy};

/// The lowest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    TeamLead,
    Manager,
}

impl Level {
    pub fn word(self) -> &'static str {
        match self {
            Level::TeamLead => "level-team-lead",
            Level::Manager => "level-manager",
        }
    }
}

/// `None` where nothing is open, or it is not old enough.
pub(super) fn level(billing: &JobBilling, job: Job, policy: &Policy) -> Option<Level> {
    let standing = billing.standing().filter(|standing| *standing != Standing::Planned)?;
    let age = billing.age_days?;
    let above = policy.escalation_value;
    let is_large = || billing.open.is_some_and(|open| open.decimal() > above);
    if age > policy.escalation_manager_days || (above > Decimal::ZERO && is_large()) {
        return Some(Level::Manager);
    }
    let working_days = || Some(working_days(job.trigger()?, policy.as_of?, &policy.holidays));
    let is_unexplained = standing == Standing::NoReason
        && working_days().is_some_and(|days| days > policy.escalation_unknown_days);
    (is_unexplained || age > policy.escalation_lead_days).then_some(Level::TeamLead)
}

/// Mondays to Fridays after the first day, up to the last, less the holidays of the house.
fn working_days(from: Date, to: Date, holidays: &BTreeSet<Date>) -> i64 {
    let days = (to - from).num_days();
    let weeks = days.div_euclid(7);
    let rest = from.iter_days().skip(1).take(days.rem_euclid(7) as usize);
    let is_work = |day: &Date| !matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
    let is_off = |day: &&Date| from < **day && **day <= to && is_work(day);
    let off = holidays.iter().filter(is_off).count() as i64;
    weeks * 5 + rest.filter(is_work).count() as i64 - off
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weekends_do_not_count() {
        let day = |day| Date::from_ymd_opt(2026, 11, day).expect("a day");
        // From Friday the 6th.
        for (to, days) in [(6, 0), (9, 1), (13, 5), (14, 5), (16, 6), (20, 10)] {
            assert_eq!(working_days(day(6), day(to), &BTreeSet::new()), days, "{to}");
        }
        // A Wednesday, a Saturday, and the day from which is counted.
        let holidays = BTreeSet::from([day(11), day(14), day(6)]);
        assert_eq!(working_days(day(6), day(20), &holidays), 9);
    }
}
