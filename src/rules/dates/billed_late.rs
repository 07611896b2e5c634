//! DAT-07: a service is billed longer after it was done than the house, or its contracts, allow.

use crate::base::{Date, Severity, Source};
use crate::model::Owner;
use crate::rules::billed_job::{BilledJob, billed_jobs};
use crate::rules::dates::date_improbable::is_improbable;
use crate::rules::dates::sound_date;
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};

pub static RULE: Rule = Rule {
    code: "DAT-07",
    since: "0.1.0",
    severity: Severity::Break,
    topic: Topic::Dates,
    owner: Owner::Billing,
    needs: &[
        Need::AnyColumn(&[(Kind::Lines, Field::JobNo), (Kind::Invoices, Field::JobNo)]),
        Need::AnyColumn(&[(Kind::Invoices, Field::InvoiceDate), (Kind::Lines, Field::InvoiceDate)]),
        Need::AnyColumn(&[
            (Kind::Jobs, Field::PodDate),
            (Kind::Jobs, Field::DeliveryDate),
            (Kind::Jobs, Field::ServiceDate),
            (Kind::Lines, Field::ServiceDate),
        ]),
    ],
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    let limit = case.policy.late_billing_days;
    for billed in billed_jobs(case) {
        let Some(invoice) = billed.invoice else { continue };
        let Some(date) = sound_date(&invoice, Field::InvoiceDate) else { continue };
        let Some((done, at)) = done(case, &billed) else { continue };
        let days = (date - done).num_days();
        if days <= limit || is_improbable(done) {
            continue;
        }
        let finding = findings
            .at(billed.cell(), &billed.key())
            .arg("job", billed.job_no)
            .arg("done", done)
            .arg("date", date)
            .arg("days", days)
            .arg("limit", limit)
            .found(days)
            .expected(limit)
            .stake(billed.net)
            .evidence("evidence-job", at)
            .of_invoice(Some(invoice))
            .job(Some(billed.job_no));
        findings.push(finding);
    }
}

/// When the job was done: by the job list, which must name it once, and by its first line, whichever is
/// later: a service that runs on is billed month by month.
fn done(case: &Case, billed: &BilledJob) -> Option<(Date, Source)> {
    let line = billed.first.0;
    let by_line = || Some((line.date(Field::ServiceDate)?, line.source(Field::ServiceDate)));
    match *billed.jobs {
        [] => by_line(),
        [at] => {
            let of_job = case.book.job(at as usize).trigger_cell()?;
            Some(by_line().filter(|(day, _)| *day > of_job.0).unwrap_or(of_job))
        }
        _ => None,
    }
}
