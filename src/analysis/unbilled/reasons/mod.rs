//! The reasons for not billing: one file a reason, one slice of all of them, and the choice of the
//! primary one. A new reason is its file, one `mod` line and one line in the slice; its words live
//! in `reasons.ftl` under its code.
//!
//! Days to act and lead times are our own proposals, to be tuned with users.

mod agreed_schedule;
mod charge_not_approved;
mod claim_open;
mod contract_not_in_force;
mod customer_not_set_up;
mod data_contradictory;
mod duplicate_job;
mod duty_receipt_missing;
mod free_of_charge;
mod intercompany;
mod interface_failure;
mod not_delivered;
mod past_billing_limit;
mod po_insufficient;
mod po_missing;
mod pod_contested;
mod pod_not_received;
mod portal_rejected;
mod protocol_missing;
mod quality_open;
mod quote_not_attached;
mod rate_missing;
mod ready;
mod states;
mod subjects;
mod tax_status_missing;
mod unknown;
mod vendor_cost_disputed;
mod vendor_cost_missing;
mod waits_for_sister_jobs;
mod weight_unconfirmed;

use std::cmp::Reverse;

use chrono::{Datelike, Days, Months, Weekday};

use states::State;
pub use states::States;

use super::phrases::Said;
use super::{JobStatus, Obstacle, Reason, Standing};
use crate::base::{Date, fold_word};
use crate::model::{Customer, Row};
use crate::table::Field;

/// In the order of their codes.
pub static REASONS: &[&Reason] = &[
    &not_delivered::REASON,
    &pod_not_received::REASON,
    &pod_contested::REASON,
    &po_missing::REASON,
    &po_insufficient::REASON,
    &rate_missing::REASON,
    &quote_not_attached::REASON,
    &weight_unconfirmed::REASON,
    &vendor_cost_missing::REASON,
    &vendor_cost_disputed::REASON,
    &charge_not_approved::REASON,
    &quality_open::REASON,
    &protocol_missing::REASON,
    &customer_not_set_up::REASON,
    &tax_status_missing::REASON,
    &contract_not_in_force::REASON,
    &agreed_schedule::REASON,
    &waits_for_sister_jobs::REASON,
    &portal_rejected::REASON,
    &data_contradictory::REASON,
    &duplicate_job::REASON,
    &claim_open::REASON,
    &duty_receipt_missing::REASON,
    &intercompany::REASON,
    &free_of_charge::REASON,
    &interface_failure::REASON,
    &ready::REASON,
    &past_billing_limit::REASON,
    &unknown::REASON,
];

pub fn reason(code: &str) -> Option<&'static Reason> {
    REASONS.iter().find(|reason| reason.code == code).copied()
}

/// The reason that a text states, where it is one and no other; else the one that it is about.
pub(super) fn told_reason(text: &str) -> Option<&'static Reason> {
    let said = Said::new(text);
    let tells = |reason: &&&Reason| reason.told.iter().any(|phrase| said.has(phrase));
    let mut told = REASONS.iter().filter(tells);
    let Some(first) = told.next().copied() else {
        return subjects::subject(text).and_then(reason);
    };
    told.next().is_none().then_some(first)
}

/// Lead time of an obstacle that waiting never clears.
const NEVER: i64 = 9_999;

pub(super) struct Explained {
    pub primary: &'static Reason,
    pub secondary: Vec<&'static str>,
    pub is_set: bool,
    pub due: Option<Date>,
}

/// The primary reason is the one that a person set, else of those that hold the one with the
/// longest expected lead time: the last obstacle that remains. The others are kept.
pub(super) fn explain(obstacle: &Obstacle, by_hand: Option<&str>) -> Explained {
    let said = obstacle.hold_text();
    // A remark may be of anything: what no reason recognises in it stands in the way of nothing.
    let remark = obstacle.job.0.text(Field::Text).map(Said::new);
    let tells = |reason: &Reason| {
        let told = |said: &Said| reason.told.iter().any(|phrase| said.has(phrase));
        said.as_ref().is_some_and(told) || reason.is_obstacle() && remark.as_ref().is_some_and(told)
    };
    let mut found: Vec<&'static Reason> = REASONS
        .iter()
        .copied()
        .filter(|reason| reason.is_obstacle() && (tells(reason) || (reason.holds)(obstacle)))
        .collect();
    let is_told = found.iter().any(|reason| tells(reason));
    let text = obstacle.job.0.text(Field::HoldReason).filter(|_| said.is_some() && !is_told);
    if let Some(about) = text.and_then(subjects::subject).and_then(reason)
        && !(ready::REASON.holds)(obstacle)
        && !found.iter().any(|reason| reason.code == about.code)
    {
        found.push(about);
    }
    found.sort_by_key(|reason| (Reverse(reason.lead_days), reason.code));
    let set = by_hand.and_then(reason);
    let primary = set.or(found.first().copied()).unwrap_or_else(|| {
        if (ready::REASON.holds)(obstacle) { &ready::REASON } else { &unknown::REASON }
    });
    let others = found.iter().map(|reason| reason.code);
    Explained {
        primary,
        secondary: others.filter(|code| *code != primary.code).collect(),
        is_set: set.is_some(),
        due: due(obstacle, primary),
    }
}

/// The day after an announced delivery for a job under way, else the reason's days from the as-of
/// date; never a Saturday or Sunday.
fn due(obstacle: &Obstacle, primary: &Reason) -> Option<Date> {
    let as_of = obstacle.as_of?;
    let announced = obstacle.job.0.date(Field::DeliveryDate).filter(|&day| day >= as_of);
    let day = match announced {
        Some(day) if primary.code == not_delivered::REASON.code => {
            day.checked_add_days(Days::new(1))
        }
        _ if primary.standing == Standing::Planned && obstacle.month_runs() => month_end(as_of),
        _ => as_of.checked_add_days(Days::new(primary.days_to_act.unsigned_abs())),
    }?;
    match day.weekday() {
        Weekday::Sat => day.checked_add_days(Days::new(2)),
        Weekday::Sun => day.checked_add_days(Days::new(1)),
        _ => Some(day),
    }
}

fn month_end(day: Date) -> Option<Date> {
    day.with_day(1)?.checked_add_months(Months::new(1))?.pred_opt()
}

/// The list has the column, and this row nothing in it but perhaps a placeholder.
fn lacks(row: Row, field: Field) -> bool {
    const PLACEHOLDERS: [&str; 10] =
        ["tbc", "tba", "tbd", "n a", "na", "none", "pending", "xxx", "미정", "待定"];
    let is_placeholder = |text: &str| {
        // Nearly all numbers, and no placeholder.
        if text.bytes().any(|byte| byte.is_ascii_digit()) {
            return false;
        }
        let folded = fold_word(text);
        folded.is_empty() || PLACEHOLDERS.contains(&folded.as_str())
    };
    row.has(field) && row.text(field).is_none_or(is_placeholder)
}

impl Reason {
    /// Ready and unknown are what is left when nothing stands in the way.
    fn is_obstacle(&self) -> bool {
        !matches!(self.standing, Standing::Ready | Standing::NoReason)
    }
}

impl<'a> Obstacle<'a> {
    /// Whether the service is done; `None` when the file does not say. A proof of delivery outweighs
    /// the status, the status outweighs a delivery date, which may be a plan.
    fn is_done(&self) -> Option<bool> {
        let row = self.job.0;
        let is_past = |day: Date| self.as_of.is_none_or(|as_of| day <= as_of);
        if self.status == Some(JobStatus::Delivered)
            || row.date(Field::PodDate).is_some_and(is_past)
        {
            return Some(true);
        }
        if matches!(self.status, Some(JobStatus::InTransit | JobStatus::Planned)) {
            return Some(false);
        }
        if let Some(day) = row.date(Field::DeliveryDate) {
            return Some(is_past(day));
        }
        if row.has(Field::DeliveryDate) || row.has(Field::PodDate) {
            return Some(false);
        }
        row.date(Field::ServiceDate).map(is_past)
    }

    /// What the hold-reason column says; a word for "nothing" says nothing.
    fn hold_text(&self) -> Option<Said> {
        const NOTHING: [&str; 10] =
            ["none", "n a", "na", "no", "ok", "없음", "无", "keine", "aucun", "ninguno"];
        let text = self.job.0.text(Field::HoldReason)?;
        let said = Said::new(text);
        // "???" says that somebody asks.
        let is_nothing =
            said.is_blank() && !text.contains('?') || NOTHING.iter().any(|word| said.is(word));
        (!is_nothing).then_some(said)
    }

    fn customer(&self) -> Option<Customer<'a>> {
        self.book.customer_of(self.job.0)
    }

    /// Whether the customer asks for something; `None` when nobody says.
    fn requires(&self, what: Field) -> Option<bool> {
        let po = self.job.0.text(Field::PoNo);
        let customer = self.book.requirement(self.customer()?, what, po, self.as_of)?;
        customer.0.flag(what)
    }

    /// What the customer asks for, in its own words.
    fn asked(&self, what: Field) -> Option<&str> {
        let po = self.job.0.text(Field::PoNo);
        self.book.requirement(self.customer()?, what, po, self.as_of)?.0.text(what)
    }

    fn lacks(&self, field: Field) -> bool {
        lacks(self.job.0, field)
    }

    /// What a column of states says about the job.
    fn stated(&self, field: Field) -> Option<State> {
        self.states.said(self.job.0.text(field)?)
    }

    /// By what the customer list says about when the customer is billed.
    fn is_billed_monthly(&self) -> bool {
        self.customer().is_some_and(|customer| self.states.is_monthly(customer))
    }

    /// Whether the month of the work is the one of the as-of date.
    fn month_runs(&self) -> bool {
        let month = |day: Date| (day.year(), day.month());
        self.as_of.zip(self.job.trigger()).is_some_and(|(as_of, day)| month(as_of) == month(day))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_unique_and_in_order() {
        for pair in REASONS.windows(2) {
            assert!(pair[0].code < pair[1].code);
        }
        assert!(REASONS.iter().all(|r| reason(r.code).is_some_and(|found| found.code == r.code)));
    }

    #[test]
    fn every_phrase_is_folded_and_tells_one_reason() {
        for reason in REASONS {
            for phrase in reason.told {
                assert_eq!(fold_word(phrase), **phrase, "{}", reason.code);
                let others = REASONS.iter().filter(|other| other.told.contains(phrase));
                assert_eq!(others.count(), 1, "{phrase}");
            }
        }
    }
}
