//! DAT-06: a job was billed without proof of delivery, or before its date. The proof counts where
//! the job list has a column for it, or the customer requires it (then the delivery date stands in
//! for a missing column). A customer that requires none is left alone, and one delivered in time whose proof
//! alone is missing is REF-07, where proofs are usual. Where no column has the proof and nobody asks for it, a job
//! that its status calls under way stands out if nearly all were delivered before they were billed.

use crate::analysis::unbilled::{JobStatus, job_status};
use crate::base::{Date, Severity};
use crate::model::{Customer, Job, Owner};
use crate::rules::billed_job::{BilledJob, billed_jobs};
use crate::rules::dates::sound_date;
use crate::rules::references::signature_missing::{are_proofs_usual, delivered_unproved};
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};
use crate::words::Arg;

pub static RULE: Rule = Rule {
    code: "DAT-06",
    since: "0.1.0",
    severity: Severity::Break,
    topic: Topic::Dates,
    owner: Owner::Operations,
    needs: &[
        Need::AnyColumn(&[(Kind::Jobs, Field::PodDate), (Kind::Jobs, Field::DeliveryDate)]),
        Need::AnyColumn(&[(Kind::Lines, Field::JobNo), (Kind::Invoices, Field::JobNo)]),
        Need::AnyColumn(&[(Kind::Invoices, Field::InvoiceDate), (Kind::Lines, Field::InvoiceDate)]),
    ],
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    let usual = are_proofs_usual(case.book);
    let after = !case.book.has_column(Kind::Jobs, Field::PodDate) && is_billed_after(case);
    for billed in billed_jobs(case) {
        let Some(invoice) = billed.invoice else { continue };
        let Some(date) = sound_date(&invoice, Field::InvoiceDate) else { continue };
        let customer = invoice.customer_asking(Field::PodRequired);
        let proofs = || {
            let jobs = billed.jobs.iter().map(|&at| case.book.job(at as usize));
            jobs.map(|job| proof(job, customer, date, after))
        };
        // A list of legs or pieces names a job more than once: one that is proved is enough.
        let Some(&first) = billed.jobs.first() else { continue };
        if proofs().any(|proof| proof.is_none()) {
            continue;
        }
        let proof = proofs().flatten().flatten().min();
        if proof.is_some_and(|proof| proof <= date) {
            continue;
        }
        let job = case.book.job(first as usize);
        // One row a job, as REF-07 looks at it.
        if usual && billed.jobs.len() == 1 && delivered_unproved(job.0, date).is_some() {
            continue;
        }
        report(&billed, job, date, proof, findings);
    }
}

/// The day of the proof, `Some(None)` where there is none yet; `None` where no proof is asked for.
fn proof(job: Job, customer: Option<Customer>, billed: Date, after: bool) -> Option<Option<Date>> {
    let required = customer.and_then(|c| c.0.flag(Field::PodRequired));
    if required == Some(false) {
        return None;
    }
    if job.0.has(Field::PodDate) {
        // A signature without a date proves the delivery, if not when.
        let signed = job.0.text(Field::PodName).map(|_| billed);
        return Some(job.0.date(Field::PodDate).or(signed));
    }
    let under_way = || {
        let status = job.0.text(Field::Status).and_then(job_status);
        matches!(status, Some(JobStatus::InTransit | JobStatus::Planned))
    };
    let counts = required == Some(true) || (after && under_way());
    (counts && job.0.has(Field::DeliveryDate)).then(|| job.0.date(Field::DeliveryDate))
}

/// Without a column for the proof: nine in ten jobs were delivered when they were billed.
fn is_billed_after(case: &Case) -> bool {
    const BILLED_MIN: usize = 10;
    let (mut all, mut after) = (0, 0);
    for billed in billed_jobs(case) {
        let (Some(invoice), &[at]) = (billed.invoice, billed.jobs) else { continue };
        let delivered = case.book.job(at as usize).0.date(Field::DeliveryDate);
        all += 1;
        after += usize::from(delivered.zip(invoice.date()).is_some_and(|(day, on)| day <= on));
    }
    all >= BILLED_MIN && after * 10 >= all * 9
}

fn report(billed: &BilledJob, job: Job, date: Date, proof: Option<Date>, findings: &mut Findings) {
    let Some(invoice) = billed.invoice else { return };
    let field = if job.0.has(Field::PodDate) { Field::PodDate } else { Field::DeliveryDate };
    let dated = invoice.stating(Field::InvoiceDate).unwrap_or(billed.first.0);
    let finding = findings
        .at(billed.cell(), &billed.key())
        .arg("job", billed.job_no)
        .arg("date", date)
        .arg("proof", proof.map_or_else(|| Arg::term("value-none"), Arg::from))
        .found(date)
        .stake(billed.net)
        .evidence("evidence-job", job.0.source(field))
        .evidence("field-invoice-date", dated.source(Field::InvoiceDate))
        .of_invoice(Some(invoice))
        .job(Some(billed.job_no));
    findings.push(match proof {
        Some(proof) => finding.expected(proof),
        None => finding,
    });
}
