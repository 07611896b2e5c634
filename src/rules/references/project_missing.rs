//! REF-06: the customer requires a project or protocol number, and neither the invoice, its line
//! nor the job states one.

use crate::base::Severity;
use crate::model::{Customer, Invoice, Owner, Row, names_project};
use crate::rules::billed_job::billed_jobs;
use crate::rules::placeholder::is_placeholder;
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};

pub static RULE: Rule = Rule {
    code: "REF-06",
    since: "0.1.0",
    severity: Severity::Break,
    topic: Topic::References,
    owner: Owner::AccountManagement,
    needs: &[
        Need::AnyColumn(&[
            (Kind::Customers, Field::ProjectRequired),
            (Kind::Customers, Field::RequiredReferences),
        ]),
        Need::AnyColumn(&[
            (Kind::Invoices, Field::Project),
            (Kind::Lines, Field::Project),
            (Kind::Jobs, Field::Project),
        ]),
        Need::AnyColumn(&[(Kind::Lines, Field::JobNo), (Kind::Invoices, Field::JobNo)]),
    ],
    check,
};

/// The row that asks for a project, and the column that says so.
fn asking<'b>(invoice: &Invoice<'b>) -> Option<(Customer<'b>, Field)> {
    let flag = Field::ProjectRequired;
    let flagged = invoice.customer_asking(flag).filter(|row| row.0.flag(flag) == Some(true));
    let list = Field::RequiredReferences;
    let listed = || {
        let row = invoice.customer_asking(list)?;
        names_project(row.0.text(list)?).then_some((row, list))
    };
    flagged.map(|row| (row, flag)).or_else(listed)
}

fn check(case: &Case, findings: &mut Findings) {
    for billed in billed_jobs(case) {
        let Some(invoice) = billed.invoice.filter(|_| !is_placeholder(billed.job_no)) else {
            continue;
        };
        let Some((customer, field)) = asking(&invoice) else { continue };
        let jobs = billed.jobs;
        let jobs: Vec<Row> = jobs.iter().map(|&at| case.book.job(at as usize).0).collect();
        let own = [Some(billed.first.0), invoice.header()].into_iter().flatten();
        let rows: Vec<Row> = own.chain(jobs).filter(|row| row.has(Field::Project)).collect();
        let stated = |row: &Row| row.text(Field::Project).is_some_and(|no| !is_placeholder(no));
        let Some(&row) = rows.first().filter(|_| !rows.iter().any(stated)) else { continue };
        let finding = findings
            .at(row.source(Field::Project), &billed.key())
            .arg("job", billed.job_no)
            .arg("invoice", invoice.no())
            .arg("customer", invoice.customer_label().unwrap_or_default())
            .stake(billed.net)
            .evidence("evidence-customer-list", customer.0.source(field))
            .evidence("evidence-line", billed.cell())
            .of_invoice(Some(invoice))
            .job(Some(billed.job_no));
        findings.push(finding);
    }
}
