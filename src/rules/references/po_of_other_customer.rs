//! REF-02: the purchase order on an invoice is, by the job list, another customer's.

use crate::base::{QuickMap, Severity, fold_id};
use crate::model::{Book, Invoice, Job, Owner};
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};

pub static RULE: Rule = Rule {
    code: "REF-02",
    since: "0.1.0",
    severity: Severity::Break,
    topic: Topic::References,
    owner: Owner::AccountManagement,
    needs: &[
        Need::Column(Kind::Jobs, Field::PoNo),
        Need::AnyColumn(&[(Kind::Invoices, Field::PoNo), (Kind::Lines, Field::PoNo)]),
    ],
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    let jobs = case.shared.jobs_by_po(case.book);
    for invoice in case.book.invoices().filter(|i| !i.is_void() && !i.is_credit()) {
        let Some(row) = invoice.stating(Field::PoNo) else { continue };
        let Some(po) = row.text(Field::PoNo) else { continue };
        let Some(job) = other_owner(case.book, jobs, &invoice, po) else { continue };
        let owner = job.customer_name().unwrap_or_default();
        let finding = findings
            .at(row.source(Field::PoNo), invoice.no())
            .arg("invoice", invoice.no())
            .arg("po", po)
            .arg("owner", owner)
            .arg("customer", invoice.customer_label().unwrap_or_default())
            .found(po)
            .stake(invoice.worth())
            .evidence("evidence-job", job.0.source(Field::PoNo))
            .of_invoice(Some(invoice));
        findings.push(finding);
    }
}

/// A job with this order, where all jobs with it are of other customers than the invoice's.
pub fn other_owner<'b>(
    book: &'b Book,
    jobs: &QuickMap<String, Vec<u32>>,
    invoice: &Invoice,
    po: &str,
) -> Option<Job<'b>> {
    let payer = invoice.any_row().and_then(|row| book.party(row))?;
    let known = jobs.get(&fold_id(po))?;
    let is_other = |&at: &u32| {
        let owner = book.party(book.job(at as usize).0);
        owner.and_then(|owner| payer.same(owner)) == Some(false)
    };
    let first = *known.first()?;
    known.iter().all(is_other).then(|| book.job(first as usize))
}
