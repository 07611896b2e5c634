//! REF-01: the customer requires a purchase order number and the invoice states none, neither on
//! its header nor on a line. "TBC" is no number.

use crate::base::Severity;
use crate::model::{Invoice, Job, Owner, Row};
use crate::rules::placeholder::is_placeholder;
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};

pub static RULE: Rule = Rule {
    code: "REF-01",
    since: "0.1.0",
    severity: Severity::Break,
    topic: Topic::References,
    owner: Owner::AccountManagement,
    needs: &[
        Need::Column(Kind::Customers, Field::PoRequired),
        Need::AnyColumn(&[(Kind::Invoices, Field::PoNo), (Kind::Lines, Field::PoNo)]),
    ],
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for invoice in case.book.invoices().filter(|i| !i.is_void() && !i.is_credit()) {
        let Some(customer) = invoice.customer_asking(Field::PoRequired) else { continue };
        let required = customer.0.flag(Field::PoRequired) == Some(true);
        let rows = || invoice.headers().chain(invoice.lines().map(|line| line.0));
        let number = |row: Row| row.text(Field::PoNo).filter(|no| !is_placeholder(no)).is_some();
        if !required || rows().any(number) {
            continue;
        }
        let Some(row) = rows().find(|row| row.has(Field::PoNo)) else { continue };
        let name = invoice.customer_label().unwrap_or_default();
        let mut finding = findings
            .at(row.source(Field::PoNo), invoice.no())
            .arg("customer", name)
            .arg("invoice", invoice.no())
            .stake(invoice.worth())
            .evidence("evidence-customer-list", customer.0.source(Field::PoRequired))
            .of_invoice(Some(invoice));
        if let Some(filler) = row.text(Field::PoNo) {
            finding = finding.found(filler);
        }
        // The job may know the order that the invoice forgot.
        if let Some(job) = job_with_po(case, &invoice) {
            finding = finding
                .expected(job.0.text(Field::PoNo).unwrap_or_default())
                .evidence("evidence-job", job.0.source(Field::PoNo));
        }
        findings.push(finding);
    }
}

fn job_with_po<'a>(case: &'a Case, invoice: &Invoice<'a>) -> Option<Job<'a>> {
    let on_header = invoice.header().and_then(|row| row.text(Field::JobNo));
    let on_lines = invoice.lines().filter_map(|line| line.job_no());
    let numbers = on_header.into_iter().chain(on_lines);
    let mut jobs = numbers.filter_map(|no| case.book.jobs_numbered(no).first());
    jobs.find_map(|&at| {
        let job = case.book.job(at as usize);
        job.0.text(Field::PoNo).map(|_| job)
    })
}
