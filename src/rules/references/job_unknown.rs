//! REF-04: an invoice names a job that is in no job list, neither this period's nor the last one's.

use crate::base::Severity;
use crate::model::Owner;
use crate::rules::billed_job::billed_jobs;
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};

pub static RULE: Rule = Rule {
    code: "REF-04",
    since: "0.1.0",
    severity: Severity::Break,
    topic: Topic::References,
    owner: Owner::Operations,
    needs: &[
        Need::Table(Kind::Jobs),
        Need::AnyColumn(&[(Kind::Lines, Field::JobNo), (Kind::Invoices, Field::JobNo)]),
    ],
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for billed in billed_jobs(case) {
        let listed = billed.jobs.len();
        if listed + case.book.prior_jobs_numbered(billed.job_no).len() > 0 {
            continue;
        }
        let finding = findings
            .at(billed.first.0.source(Field::JobNo), &billed.key())
            .arg("job", billed.job_no)
            .found(billed.job_no)
            .stake(billed.net)
            .of_invoice(billed.invoice)
            .job(Some(billed.job_no));
        findings.push(finding);
    }
}
