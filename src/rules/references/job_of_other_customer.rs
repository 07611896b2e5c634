//! REF-05: an invoice bills a job that the job list gives to another customer.

use crate::base::Severity;
use crate::model::{Book, Job, Owner, Party, Row};
use crate::rules::billed_job::{BilledJob, billed_jobs};
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};

pub static RULE: Rule = Rule {
    code: "REF-05",
    since: "0.1.0",
    severity: Severity::Break,
    topic: Topic::References,
    owner: Owner::Billing,
    needs: &[
        Need::AnyColumn(&[(Kind::Jobs, Field::CustomerName), (Kind::Jobs, Field::CustomerNo)]),
        Need::AnyColumn(&[(Kind::Lines, Field::JobNo), (Kind::Invoices, Field::JobNo)]),
        Need::AnyColumn(&[
            (Kind::Invoices, Field::CustomerName),
            (Kind::Invoices, Field::CustomerNo),
            (Kind::Lines, Field::CustomerName),
            (Kind::Lines, Field::CustomerNo),
        ]),
    ],
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for billed in billed_jobs(case) {
        let Some(payer) = payer(case.book, &billed) else { continue };
        let numbered = billed.jobs;
        let jobs: Vec<Job> = numbered.iter().map(|&at| case.book.job(at as usize)).collect();
        let other = |job: &Job| Some(!payer.same(case.book.party(job.0)?)?);
        // Where a number is used twice, the customer of either is right.
        if jobs.is_empty() || !jobs.iter().all(|job| other(job) == Some(true)) {
            continue;
        }
        let owner = case.book.customer_label(jobs[0].0).unwrap_or_default();
        let label = billed.invoice.and_then(|i| i.customer_label()).unwrap_or_default();
        let finding = findings
            .at(billed.cell(), &billed.key())
            .arg("job", billed.job_no)
            .arg("owner", owner)
            .arg("customer", label)
            .found(label)
            .expected(owner)
            .stake(billed.net)
            .evidence(Field::CustomerName.word(), billing_row(&billed).customer_source())
            .evidence("evidence-job", jobs[0].0.customer_source())
            .of_invoice(billed.invoice)
            .job(Some(billed.job_no));
        findings.push(finding);
    }
}

/// The row that says who pays: the header, else the line itself.
fn billing_row<'b>(billed: &BilledJob<'b>) -> Row<'b> {
    billed.invoice.and_then(|invoice| invoice.header()).unwrap_or(billed.first.0)
}

/// The invoice's customer: of its header, else of the line itself.
fn payer(book: &Book, billed: &BilledJob) -> Option<Party> {
    let header = billed.invoice.and_then(|i| i.header());
    header.and_then(|row| book.party(row)).or_else(|| book.party(billed.first.0))
}
