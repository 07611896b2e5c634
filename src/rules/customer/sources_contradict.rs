//! CUS-10: what an invoice says and what its jobs say contradict each other, in the purchase order.
//! Terms are DAT-04 and the currency is FX-01.
//!
//! Which of the two holds is a matter of rank (signed contract, accepted order, requirement sheet,
//! customer list, habit): the finding shows both, and a person decides.

use crate::base::{Severity, fold_id};
use crate::model::{Invoice, Job, Owner};
use crate::rules::placeholder::is_placeholder;
use crate::rules::references::po_of_other_customer::{jobs_by_po, other_owner};
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};
use crate::words::Arg;

pub static RULE: Rule = Rule {
    code: "CUS-10",
    since: "0.1.0",
    severity: Severity::Break,
    topic: Topic::Customer,
    owner: Owner::AccountManagement,
    needs: &[
        Need::Column(Kind::Jobs, Field::PoNo),
        Need::AnyColumn(&[(Kind::Invoices, Field::PoNo), (Kind::Lines, Field::PoNo)]),
        Need::AnyColumn(&[(Kind::Lines, Field::JobNo), (Kind::Invoices, Field::JobNo)]),
    ],
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    let by_po = jobs_by_po(case.book);
    for invoice in case.book.invoices().filter(|i| !i.is_void() && !i.is_credit()) {
        let Some(row) = invoice.stating(Field::PoNo) else { continue };
        let Some(po) = row.text(Field::PoNo).filter(|po| !is_placeholder(po)) else { continue };
        let jobs = jobs_with_po(case, &invoice);
        let same = |job: &Job| job.0.text(Field::PoNo).map(fold_id) == Some(fold_id(po));
        let Some(first) = jobs.first().filter(|_| !jobs.iter().any(same)) else { continue };
        // Another customer's order is REF-02.
        if other_owner(case.book, &by_po, &invoice, po).is_some() {
            continue;
        }
        let other = first.0.text(Field::PoNo).unwrap_or_default();
        let finding = findings
            .at(row.source(Field::PoNo), invoice.no())
            .arg("invoice", invoice.no())
            .arg("field", Arg::term(Field::PoNo.word()))
            .arg("found", po)
            .arg("other", other)
            .arg("job", first.no().unwrap_or_default())
            .found(po)
            .expected(other)
            .stake(invoice.worth())
            .evidence("evidence-job", first.0.source(Field::PoNo))
            .of_invoice(Some(invoice))
            .job(first.no());
        findings.push(finding);
    }
}

fn jobs_with_po<'a>(case: &Case<'a>, invoice: &Invoice<'a>) -> Vec<Job<'a>> {
    let on_header = invoice.header().and_then(|row| row.text(Field::JobNo));
    let on_lines = invoice.lines().filter_map(|line| line.job_no());
    let positions = on_header
        .into_iter()
        .chain(on_lines)
        .flat_map(|no| case.book.jobs_numbered(no).iter().copied());
    let jobs = positions.map(|at| case.book.job(at as usize));
    let says = |job: &Job| job.0.text(Field::PoNo).is_some_and(|po| !is_placeholder(po));
    jobs.filter(says).collect()
}
