//! REF-04: an invoice bills a job that is in no job list, neither this period's nor the last one's, or
//! that the list has as cancelled; or it names no job where nearly all invoices name one.
//!
//! A cancelled job whose invoice says that it bills the cancellation, or was credited in full, is right.

use crate::analysis::taken_back::taken_back;
use crate::analysis::unbilled::{JobStatus, job_status};
use crate::base::{Severity, Source};
use crate::model::{Book, Charge, Invoice, Owner, Spellings, is_void_word};
use crate::rules::billed_job::{BilledJob, billed_jobs};
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};
use crate::words::Arg;

pub static RULE: Rule = Rule {
    code: "REF-04",
    since: "0.1.0",
    severity: Severity::Break,
    topic: Topic::References,
    owner: Owner::Operations,
    needs: &[
        Need::Table(Kind::Jobs),
        // Without numbers in the list, every job would be unknown.
        Need::Column(Kind::Jobs, Field::JobNo),
        Need::AnyColumn(&[(Kind::Lines, Field::JobNo), (Kind::Invoices, Field::JobNo)]),
    ],
    check,
};

/// So many invoices show a habit, and so many in a hundred of them follow it.
const INVOICES_MIN: usize = 20;
const HABIT_PERCENT: usize = 95;

fn check(case: &Case, findings: &mut Findings) {
    let book = case.book;
    let statuses = book.spellings(Field::Status, job_status);
    let credited = taken_back(book, |_| true);
    for billed in billed_jobs(case) {
        let is_listed =
            !billed.jobs.is_empty() || !book.prior_jobs_numbered(billed.job_no).is_empty();
        let was_credited =
            || billed.invoice.is_some_and(|invoice| credited.contains(invoice.key()));
        let fault = match is_listed {
            false => "job-fault-unknown",
            true if is_cancelled(book, &statuses, &billed) && !was_credited() => {
                "job-fault-cancelled"
            }
            true => continue,
        };
        let mut finding = findings
            .at(billed.cell(), &billed.key())
            .arg("job", billed.job_no)
            .arg("fault", Arg::term(fault))
            .found(billed.job_no)
            .stake(billed.net)
            .of_invoice(billed.invoice)
            .job(Some(billed.job_no));
        if let Some(&at) = billed.jobs.first() {
            let status: Source = book.job(at as usize).0.source(Field::Status);
            finding = finding.evidence("evidence-job", status);
        }
        findings.push(finding);
    }
    nameless(book, findings);
}

/// Every row of the job is cancelled, and it is billed for something else than that.
fn is_cancelled(book: &Book, statuses: &Spellings<Option<JobStatus>>, billed: &BilledJob) -> bool {
    let of_job = |&at: &u32| statuses.of(book.job(at as usize).0).copied().flatten();
    let all = billed.jobs.iter().all(|at| of_job(at) == Some(JobStatus::Cancelled));
    let bills = billed.net.is_some_and(|net| net.minor > 0);
    let of_invoice = |charge: &Charge| charge.invoice_no() == billed.first.invoice_no();
    let charges = book.charges_of_job(billed.job_no).iter().map(|&at| book.charge(at as usize));
    let says = |charge: Charge| {
        let texts = [Field::ServiceCode, Field::Text].map(|field| charge.0.text(field));
        texts.into_iter().flatten().any(is_void_word)
    };
    all && !billed.jobs.is_empty() && bills && !charges.filter(of_invoice).any(says)
}

/// Invoices without a job among many that name one, where each stands for its one charge. A line without a
/// job may be a fee.
fn nameless(book: &Book, findings: &mut Findings) {
    if book.has(Kind::Lines) {
        return;
    }
    let bills = |invoice: &Invoice| {
        let worth = invoice.worth().is_some_and(|worth| worth.minor > 0);
        worth && !invoice.is_credit() && !invoice.is_void()
    };
    let all: Vec<Invoice> = book.invoices().filter(bills).collect();
    let without: Vec<&Invoice> =
        all.iter().filter(|invoice| invoice.stating(Field::JobNo).is_none()).collect();
    let follow = all.len() - without.len();
    if all.len() < INVOICES_MIN || follow * 100 < all.len() * HABIT_PERCENT {
        return;
    }
    for invoice in without {
        let Some(row) = invoice.any_row() else { continue };
        let mut finding = findings
            .at(row.source(Field::JobNo), invoice.key())
            .arg("job", invoice.no())
            .arg("fault", Arg::term("job-fault-none"))
            .stake(invoice.worth())
            .of_invoice(Some(*invoice));
        finding.severity = Severity::Review;
        findings.push(finding);
    }
}
