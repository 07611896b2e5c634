//! DAT-05: a service lies outside the period that its invoice says it bills; or it is billed for days after
//! the service or its contract has ended, or before it began.
//!
//! Where most services lie outside, or the period is the month of the invoice and many do, the column
//! is the period of booking, and nothing is told. A line that says a period of its own is held against that of
//! its invoice too, unless what it bills is often for other days: rent is billed in advance.

use crate::base::{Date, QuickMap, QuickSet, Severity, Source, iso};
use crate::model::{Charge, Invoice, Job, Owner, Period};
use crate::rules::billing::billing;
use crate::rules::dates::date_improbable::is_improbable;
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};
use crate::words::Arg;

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
            (Kind::Jobs, Field::EndDate),
            (Kind::Jobs, Field::StartDate),
        ]),
        Need::AnyColumn(&[
            (Kind::Lines, Field::ServiceDate),
            (Kind::Lines, Field::PeriodFrom),
            (Kind::Invoices, Field::PeriodFrom),
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
    done: Done,
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
    /// Of the job's own day, where the last one is that.
    by_job: Option<Source>,
}

fn check(case: &Case, findings: &mut Findings) {
    outside_period(case, findings);
    lines_outside_invoice(case, findings);
    outside_contract(case, findings);
}

fn outside_period(case: &Case, findings: &mut Findings) {
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
                outside.push(Outside { invoice, charge, done, period });
            }
        }
    }
    if outside.len() > inside || is_booking(inside + outside.len(), booked, outside.len()) {
        return;
    }
    let mut told: QuickSet<(&str, &str, Date)> = QuickSet::default();
    for one in outside {
        let job = one.charge.job_no().unwrap_or_default();
        if told.insert((one.invoice.key(), job, one.done.last)) {
            report(&one, findings);
        }
    }
}

/// Lines with a period of their own that shares no day with the one of their invoice.
fn lines_outside_invoice(case: &Case, findings: &mut Findings) {
    let mut outside = Vec::new();
    // By code: how many lines lie outside, of how many.
    let mut habits: QuickMap<&str, (usize, usize)> = QuickMap::default();
    for (invoice, charges) in billing(case.book) {
        let Some(period) = stated(invoice.header()) else { continue };
        for charge in charges.iter().map(|&at| case.book.charge(at as usize)) {
            let own = if charge.is_header() { None } else { stated(Some(charge.0)) };
            let Some(own) = own else { continue };
            let Period { from: first, to: last } = own.period;
            let is_outside = first > period.period.to || last < period.period.from;
            let habit = habits.entry(charge.code().unwrap_or_default()).or_default();
            *habit = (habit.0 + usize::from(is_outside), habit.1 + 1);
            if is_outside {
                let done = Done { first, last, at: own.cell, by_job: None };
                outside.push(Outside { invoice, charge, done, period });
            }
        }
    }
    for one in outside {
        let &(outside, all) = &habits[one.charge.code().unwrap_or_default()];
        if all > outside && (outside == 1 || outside * 10 <= all) {
            report(&one, findings);
        }
    }
}

/// Charges whose first day lies after the end of their job's service, or whose last day lies before its start.
/// A charge without a day of its own is not judged.
fn outside_contract(case: &Case, findings: &mut Findings) {
    let bounded = [Field::StartDate, Field::EndDate];
    if !bounded.iter().any(|&field| case.book.has_column(Kind::Jobs, field)) {
        return;
    }
    for (at, charge) in case.book.charges().enumerate().filter(|(_, charge)| !charge.is_header()) {
        let &[job] = case.book.jobs_of_charge(at) else { continue };
        let job = case.book.job(job as usize).0;
        let Some(invoice) = case.book.invoice_of_charge(at) else { continue };
        let bills = charge.net().is_some_and(|net| net.minor > 0);
        if !bills || invoice.is_credit() || invoice.is_void() {
            continue;
        }
        let Some((from, to, cell)) = days_billed(charge, &invoice) else { continue };
        let [start, end] = bounded.map(|field| job.date(field).filter(|day| !is_improbable(*day)));
        let (day, bound) = match (start, end) {
            (_, Some(end)) if from > end => (from, Field::EndDate),
            (Some(start), _) if to < start => (to, Field::StartDate),
            _ => continue,
        };
        let shown =
            |date: Option<Date>| date.map_or_else(|| Arg::term("value-not-stated"), Arg::from);
        let finding = findings
            .at(cell, &format!("{}:contract", charge.key()))
            .arg("invoice", invoice.no())
            .arg("what", Arg::term("period-of-service"))
            .arg("date", day)
            .arg("from", shown(start))
            .arg("to", shown(end))
            .found(day)
            .stake(charge.net())
            .evidence(bound.word(), job.source(bound))
            .of_invoice(Some(invoice))
            .job(job.text(Field::JobNo));
        findings.push(finding);
    }
}

/// The days that a charge is for: its period, else its day of service; else the period of its invoice.
fn days_billed(charge: Charge, invoice: &Invoice) -> Option<(Date, Date, Source)> {
    let row = charge.0;
    let period = |row: crate::model::Row| {
        let period = Period::of(row)?;
        Some((period.from, period.to, row.source(Period::field(row))))
    };
    let of_line = || {
        let day = row.date(Field::ServiceDate).filter(|day| !is_improbable(*day))?;
        Some((day, day, row.source(Field::ServiceDate)))
    };
    period(row).or_else(of_line).or_else(|| period(invoice.header()?))
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
    let last = |job: &Job| job.trigger_cell().filter(|(day, _)| !is_improbable(*day));
    if let Some(first) = sound(charge.0.date(Field::ServiceDate)) {
        let later = job.as_ref().and_then(last).filter(|(day, _)| *day > first);
        let (last, by_job) = later.map_or((first, None), |(day, cell)| (day, Some(cell)));
        return Some(Done { first, last, at: charge.0.source(Field::ServiceDate), by_job });
    }
    let job = job?;
    let (last, cell) = last(&job)?;
    let first = sound(job.0.date(Field::PickupDate)).unwrap_or(last).min(last);
    Some(Done { first, last, at: charge.0.source(Field::JobNo), by_job: Some(cell) })
}

fn report(outside: &Outside, findings: &mut Findings) {
    let Stated { period, cell, field } = outside.period;
    let done = &outside.done;
    let mut finding = findings
        .at(done.at, &outside.charge.key())
        .arg("invoice", outside.invoice.no())
        .arg("what", Arg::term("period-of-invoice"))
        .arg("date", done.last)
        .arg("from", period.from)
        .arg("to", period.to)
        .found(done.last)
        .expected(format!("{} – {}", iso(period.from), iso(period.to)))
        .stake(outside.charge.net())
        .evidence(field.word(), cell)
        .of_invoice(Some(outside.invoice))
        .job(outside.charge.job_no());
    if let Some(cell) = done.by_job {
        finding = finding.evidence("evidence-job", cell);
    }
    findings.push(finding);
}
