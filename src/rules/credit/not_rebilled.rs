//! CRB-05: a delivered job was credited in full and is on no other invoice: what it earned is lost
//! unless it is billed again, or somebody approves that it is not.

use std::collections::{BTreeMap, BTreeSet};

use super::credits::credits_by_original;
use crate::analysis::charges::{Billed, billed};
use crate::analysis::unbilled::{JobStatus, job_status};
use crate::base::{Money, Severity, Sums, fold_id};
use crate::model::{Invoice, Owner};
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};
use crate::words::Arg;

pub static RULE: Rule = Rule {
    code: "CRB-05",
    since: "0.1.0",
    severity: Severity::Review,
    topic: Topic::Credit,
    owner: Owner::Billing,
    needs: &[
        Need::Table(Kind::Jobs),
        Need::AnyColumn(&[
            (Kind::Invoices, Field::OriginalInvoice),
            (Kind::Lines, Field::OriginalInvoice),
        ]),
        Need::AnyColumn(&[(Kind::Lines, Field::JobNo), (Kind::Invoices, Field::JobNo)]),
    ],
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    let billed = billed(case.book);
    for (no, credits) in credits_by_original(case.book) {
        let Some(original) = case.book.invoice(&no).filter(|i| !i.is_void()) else { continue };
        let on_credits: BTreeSet<&str> = credits.iter().flat_map(jobs).collect();
        let is_whole = takes_back(&credits, &original);
        let named: Vec<&str> = match on_credits.is_empty() {
            true if is_whole => jobs(&original).into_iter().collect(),
            true => continue,
            false => on_credits.into_iter().collect(),
        };
        let lost: Vec<&str> = named
            .into_iter()
            .filter(|job| is_delivered(case, job))
            .filter(|job| is_lost(case, &billed, &original, job))
            .collect();
        if let (Some(last), false) = (credits.last(), lost.is_empty()) {
            report(case, &billed, (&original, last), &lost, findings);
        }
    }
}

fn jobs<'b>(invoice: &Invoice<'b>) -> BTreeSet<&'b str> {
    let on_header = invoice.header().and_then(|row| row.text(Field::JobNo));
    on_header.into_iter().chain(invoice.lines().filter_map(|line| line.job_no())).collect()
}

fn takes_back(credits: &[Invoice], original: &Invoice) -> bool {
    let total: Sums = credits.iter().filter_map(|c| c.worth()).map(Money::abs).collect();
    original.worth().is_some_and(|whole| total.get(whole.currency).minor >= whole.abs().minor)
}

fn is_delivered(case: &Case, job: &str) -> bool {
    let &[at] = case.book.jobs_numbered(job) else { return false };
    let job = case.book.job(at as usize);
    let status = job.0.text(Field::Status).and_then(job_status);
    match status {
        Some(JobStatus::Delivered) => true,
        Some(JobStatus::Cancelled | JobStatus::Planned | JobStatus::InTransit) => false,
        _ => job.completed().is_some(),
    }
}

/// Nothing is left of what was billed for the job, and no other invoice bills it.
fn is_lost(case: &Case, billed: &[Billed], original: &Invoice, job: &str) -> bool {
    let positions = case.book.charges_of_job(job);
    let mut left: BTreeMap<_, i64> = BTreeMap::new();
    let mut is_credited = false;
    for &at in positions {
        let (charge, count) = (case.book.charge(at as usize), &billed[at as usize]);
        let other = charge.invoice_no().map(fold_id).as_deref() != Some(original.key());
        if other && !count.credit && !count.void {
            return false;
        }
        is_credited |= count.credit;
        if let Some(amount) = count.amount {
            *left.entry(amount.currency).or_default() += amount.minor;
        }
    }
    !is_credited || left.values().all(|&minor| minor <= 0)
}

fn report(
    case: &Case,
    billed: &[Billed],
    (original, credit): (&Invoice, &Invoice),
    lost: &[&str],
    findings: &mut Findings,
) {
    let Some(row) = credit.stating(Field::OriginalInvoice) else { return };
    let currency = original.currency();
    let positions = lost.iter().flat_map(|job| case.book.charges_of_job(job)).copied();
    let amounts = positions.filter(|&at| !billed[at as usize].credit);
    let amounts = amounts.filter_map(|at| billed[at as usize].amount);
    let revenue = amounts.collect::<Sums>().get(currency);
    let listed: Vec<String> = lost.iter().map(|job| (*job).to_owned()).collect();
    let mut finding = findings
        .at(row.source(Field::OriginalInvoice), credit.key())
        .arg("credit", credit.no())
        .arg("original", original.no())
        .arg("jobs", Arg::List(listed))
        .arg("revenue", revenue)
        // What is not billed again, the client does not pay.
        .stake(Some(Money::new(-revenue.minor, currency)))
        .of_invoice(Some(*credit))
        .job(lost.first().copied());
    for job in lost.iter().take(3) {
        if let Some(&at) = case.book.jobs_numbered(job).first() {
            let job = case.book.job(at as usize);
            finding = finding.evidence("evidence-job", job.0.source(Field::JobNo));
        }
    }
    findings.push(finding);
}
