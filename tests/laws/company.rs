//! From the sheets of a sample company to everything derived from them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use tieout::analysis::tie::{Tie, ties};
use tieout::analysis::unbilled::{Unbilled, reconcile};
use tieout::analysis::{charges, pricing};
use tieout::model::{Book, Policy};
use tieout::rules::{self, Case, Qc, Shared};
use tieout::sample::{Sheet, as_of};

use super::tables::table;

pub struct Derived {
    pub book: Book,
    pub unbilled: Unbilled,
    pub qc: Qc,
    pub ties: Vec<Tie>,
}

/// Codes only, sorted: rules of the findings, primary reasons of the open jobs.
#[derive(PartialEq, Eq, Debug, Default)]
pub struct Outcome {
    pub findings: Vec<String>,
    pub reasons: Vec<String>,
}

/// Past the readers: these laws are about what the figures say.
pub fn derive(sheets: &[Sheet]) -> Derived {
    let tables = sheets.iter().enumerate().map(|(at, sheet)| {
        let keys: Vec<String> = sheet.fields.iter().map(|f| f.key().to_owned()).collect();
        let rows: Vec<String> =
            std::iter::once(&keys).chain(&sheet.rows).map(|r| record(r)).collect();
        let table = table(at as u32, sheet.kind, sheet.name, &rows.join("\n"));
        Arc::new(table.expect("a sheet of the sample is a table"))
    });
    let book = Book::build(tables.collect());
    let policy = Policy { as_of: Some(as_of()), ..Policy::default() };
    let pricing = pricing::price(&book, &policy);
    let verdicts = pricing::judge(&book, &policy, &pricing);
    let shared = Shared::default();
    let unbilled = reconcile(&book, shared.billed(&book), &policy, &pricing, &BTreeMap::new());
    let case = Case::new(&book, &policy, (&pricing, &verdicts), &unbilled, &shared);
    let qc = rules::run(&case);
    let ties = ties(&book, &charges::billed(&book), &unbilled, &qc.totals_found());
    Derived { book, unbilled, qc, ties }
}

pub fn outcome(derived: &Derived) -> Outcome {
    let mut findings: Vec<String> =
        derived.qc.findings.iter().map(|finding| finding.rule.to_owned()).collect();
    findings.sort();
    let mut reasons: Vec<String> =
        derived.unbilled.open().map(|job| job.reason.unwrap_or("none").to_owned()).collect();
    reasons.sort();
    Outcome { findings, reasons }
}

/// State, reasons and open amount by job number; and the keys of all findings.
pub fn by_job(derived: &Derived) -> (BTreeSet<String>, Vec<String>) {
    let mut jobs: Vec<String> = derived
        .unbilled
        .jobs
        .iter()
        .map(|job| {
            let no = derived.book.job(job.job).no().unwrap_or_default();
            format!("{no} {:?} {:?} {:?} {:?}", job.state, job.reason, job.secondary, job.open)
        })
        .collect();
    jobs.sort();
    (derived.qc.findings.iter().map(|finding| finding.key.clone()).collect(), jobs)
}

fn record(cells: &[String]) -> String {
    let quoted = cells.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\"")));
    quoted.collect::<Vec<_>>().join(",")
}
