//! ID-05: the same charge for the same job on two invoices. What counts as the same, and what a
//! credit takes back, is said in `analysis::twice`.

use crate::analysis::charges::Billed;
use crate::analysis::twice::{self, Repeat};
use crate::analysis::unbilled::JobState;
use crate::base::{Money, Severity, Sums};
use crate::model::{Book, Owner};
use crate::rules::placeholder::is_placeholder;
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};
use crate::words::Arg;

pub static RULE: Rule = Rule {
    code: "ID-05",
    since: "0.1.0",
    severity: Severity::Break,
    topic: Topic::Identity,
    owner: Owner::Billing,
    needs: &[
        Need::AnyColumn(&[(Kind::Lines, Field::JobNo), (Kind::Invoices, Field::JobNo)]),
        Need::AnyColumn(&[
            (Kind::Lines, Field::ServiceCode),
            (Kind::Lines, Field::Text),
            (Kind::Invoices, Field::JobNo),
        ]),
    ],
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    let book = case.book;
    if book.charges_by_job().next().is_none() {
        findings.cannot_run(Need::Column(Kind::Lines, Field::JobNo));
    }
    let billed = case.shared.billed(book);
    let reversed = twice::reversed_whole(book);
    for lines in book.charges_by_job().filter(|lines| lines.len() > 1) {
        let repeats = twice::repeats(book, billed, &reversed, lines);
        // Nearly no job has any: its number need not be looked at.
        if repeats.is_empty() || names_no_job(book, lines) || is_job_in_parts(case, lines) {
            continue;
        }
        for repeat in repeats {
            report(book, billed, &repeat, findings);
        }
    }
}

fn names_no_job(book: &Book, lines: &[u32]) -> bool {
    is_placeholder(book.job_no_of_charge(lines[0] as usize).unwrap_or_default())
}

/// A job that the job list has on several rows may be billed in as many parts; the job list knows
/// whether that came to too much.
fn is_job_in_parts(case: &Case, lines: &[u32]) -> bool {
    let rows = case.book.jobs_of_charge(lines[0] as usize);
    let state = |at: u32| case.unbilled.jobs.get(at as usize).map(|job| job.state);
    rows.len() > 1 && !rows.iter().any(|&at| state(at) == Some(JobState::BilledTwice))
}

fn report(book: &Book, billed: &[Billed], repeat: &Repeat, findings: &mut Findings) {
    let first = book.charge(repeat.first as usize);
    let Some(again) = repeat.again.first().map(|&at| at as usize) else { return };
    let line = book.charge(again);
    let job = book.job_no_of_charge(again).unwrap_or_default();
    let cell = |at: usize| {
        let row = book.job_of_charge_row(at).unwrap_or(book.charge(at).0);
        row.source(Field::JobNo)
    };
    let code = line.code().map_or(Arg::term("charge-whole-invoice"), Arg::from);
    let (a, b) = (first.invoice_no().unwrap_or_default(), line.invoice_no().unwrap_or_default());
    let amounts: Vec<Money> =
        repeat.again.iter().filter_map(|&at| billed[at as usize].amount).collect();
    let currency = amounts.first().map(|amount| amount.currency);
    let total: Sums = amounts.into_iter().collect();
    let key = [job, line.code().unwrap_or_default(), a, b].join(":");
    let finding = findings
        .at(cell(again), &key)
        .arg("job", job)
        .arg("code", code)
        .arg("first", a)
        .arg("second", b)
        .evidence("evidence-first", cell(repeat.first as usize))
        .evidence("evidence-amount", line.amount_source())
        .stake(currency.map(|currency| total.get(currency)))
        .row(line.0)
        .of_invoice(book.invoice_of_charge(again))
        .job(Some(job));
    findings.push(finding);
}
