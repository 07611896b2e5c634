//! DAT-05: a service lies outside the period that its invoice says it bills.
//!
//! Where most services lie outside, or the period is the month of the invoice and many do, the column
//! is the period of booking, and nothing is told.

use std::collections::HashSet;

use crate::base::{Date, Severity, Source, iso};
use crate::model::{Charge, Invoice, Job, Owner, Period};
use crate::rules::billing::billing;
use crate::rules::dates::date_improbable::is_improbable;
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};

pub static RULE: Rule = Rule {
    code: "DAT-05",
    since: "0.1.0",
    severity: Severity::Review,
    topic: Topic::Dates,
    owner: Owner::Billing,
    needs: &[
        Need::AnyColumn(&[
            (Kind::Invoices, Field::Period),
            (Kind::Invoices, Field::PeriodFrom),
            (Kind::Lines, Field::PeriodFrom),
        ]),
        Need::AnyColumn(&[
            (Kind::Lines, Field::ServiceDate),
            (Kind::Jobs, Field::ServiceDate),
            (Kind::Jobs, Field::DeliveryDate),
            (Kind::Jobs, Field::PodDate),
        ]),
    ],
    check,
};

/// A service outside its period.
struct Outside<'b> {
    invoice: Invoice<'b>,
    charge: Charge<'b>,
    day: Date,
    at: Source,
    period: Stated,
}

#[derive(Clone, Copy)]
struct Stated {
    period: Period,
    cell: Source,
    field: Field,
}

/// First and last day of a service, and the cell that says so.
struct Done {
    first: Date,
    last: Date,
    at: Source,
}

fn check(case: &Case, findings: &mut Findings) {
    let (mut inside, mut booked, mut outside) = (0_usize, 0_usize, Vec::new());
    for (invoice, charges) in billing(case.book) {
        let of_header = stated(invoice.header());
        let month = invoice.date().and_then(Period::month_of);
        for charge in charges.iter().map(|&at| case.book.charge(at as usize)) {
            let own = if charge.is_header() { None } else { stated(Some(charge.0)) };
            let Some(period) = own.or(of_header) else { continue };
            let Some(done) = done(case, charge) else { continue };
            booked += usize::from(month == Some(period.period));
            if done.first <= period.period.to && done.last >= period.period.from {
                inside += 1;
            } else {
                outside.push(Outside { invoice, charge, day: done.last, at: done.at, period });
            }
        }
    }
    if outside.len() > inside || is_booking(inside + outside.len(), booked, outside.len()) {
        return;
    }
    let mut told: HashSet<(&str, &str, Date)> = HashSet::new();
    for one in outside {
        let job = one.charge.job_no().unwrap_or_default();
        if told.insert((one.invoice.key(), job, one.day)) {
            report(&one, findings);
        }
    }
}

/// Of so many services, nearly all stand under the month of their invoice, and more than a slip or two
/// lie outside it.
fn is_booking(all: usize, booked: usize, outside: usize) -> bool {
    const TELLING_MIN: usize = 20;
    all >= TELLING_MIN && booked * 20 >= all * 19 && outside * 20 > all
}

fn stated(row: Option<crate::model::Row>) -> Option<Stated> {
    let row = row?;
    let (period, field) = (Period::of(row)?, Period::field(row));
    Some(Stated { period, field, cell: row.source(field) })
}

/// By the line itself and its job: a service that reaches into the period is in it.
fn done(case: &Case, charge: Charge) -> Option<Done> {
    let sound = |date: Option<Date>| date.filter(|&date| !is_improbable(date));
    let job = charge.job_no().map(|no| case.book.jobs_numbered(no));
    let job = match job {
        Some(&[at]) => Some(case.book.job(at as usize)),
        _ => None,
    };
    let last = |job: &Job| sound(job.trigger());
    if let Some(day) = sound(charge.0.date(Field::ServiceDate)) {
        let last = job.as_ref().and_then(last).unwrap_or(day).max(day);
        return Some(Done { first: day, last, at: charge.0.source(Field::ServiceDate) });
    }
    let job = job?;
    let last = last(&job)?;
    let first = sound(job.0.date(Field::PickupDate)).unwrap_or(last).min(last);
    Some(Done { first, last, at: charge.0.source(Field::JobNo) })
}

fn report(outside: &Outside, findings: &mut Findings) {
    let Stated { period, cell, field } = outside.period;
    let finding = findings
        .at(outside.at, &outside.charge.key())
        .arg("invoice", outside.invoice.no())
        .arg("date", outside.day)
        .arg("from", period.from)
        .arg("to", period.to)
        .found(outside.day)
        .expected(format!("{} – {}", iso(period.from), iso(period.to)))
        .stake(outside.charge.net())
        .evidence(field.word(), cell)
        .of_invoice(Some(outside.invoice))
        .job(outside.charge.job_no());
    findings.push(finding);
}
