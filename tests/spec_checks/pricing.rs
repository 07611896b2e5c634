//! Specs of the rate card: which rows fit each charge and each job, and what a job is worth.

use tieout::analysis::pricing::{self, Fit, Verdict};
use tieout::base::Source;
use tieout::model::{Book, Policy, Row};
use tieout::words::format;

use super::Actual;
use super::format::Spec;
use super::tables::{SpecTable, read_tables};

/// No settings. The one block `expect` has a line for each charge and then for each job:
/// `jobs.csv:2 rates.csv:3 = USD 40.00`; rates out of force stand in brackets. A charge that is priced
/// by use shows the steps to its amount.
pub fn check(spec: &Spec) -> Result<Actual, String> {
    spec.allow_settings(&[])?;
    let tables = read_tables(spec)?;
    let book = Book::build(tables.iter().map(|t| t.table.clone()).collect());
    let policy = Policy::default();
    let pricing = pricing::price(&book, &policy);
    let verdicts = pricing::judge(&book, &policy, &pricing);
    let mut out = String::new();
    for (at, charge) in book.charges().enumerate() {
        let fit = fits(&tables, &book, charge.0, &pricing.charges[at]);
        let by_use = verdicts[at].rate();
        let by_use = by_use.and_then(|rate| pricing.by_use(&book, charge, rate));
        let steps = by_use.map(|by| format!(" = {}", by.steps)).unwrap_or_default();
        out.push_str(&format!("{fit}{steps}{}\n", verdict(verdicts[at])));
    }
    for (at, job) in book.jobs().enumerate() {
        out.push_str(&fits(&tables, &book, job.0, &pricing.jobs[at]));
        if let Some(value) = pricing::expected_value(&book, &pricing, at) {
            out.push_str(&format!(" = {}", format::money_with_code(value)));
        }
        out.push('\n');
    }
    let (block, _) = spec.blocks_of("expect").next().ok_or("an expect block is needed")?;
    Ok(vec![(block, out)])
}

fn fits(tables: &[SpecTable], book: &Book, row: Row, fit: &Fit) -> String {
    let rate = |at: &u32| place(tables, book.rate(*at as usize).0.row_source());
    let mut words = vec![place(tables, row.row_source())];
    words.extend(fit.in_force.iter().map(rate));
    words.extend(fit.out_of_force.iter().map(|at| format!("({})", rate(at))));
    words.join(" ")
}

fn place(tables: &[SpecTable], source: Source) -> String {
    let name = tables.iter().find(|t| t.table.id == source.table).map(|t| &*t.table.file_name);
    format!("{}:{}", name.unwrap_or("nowhere"), source.row)
}

fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::NotCompared => " not compared",
        Verdict::NoRate => " no rate",
        Verdict::Ambiguous => " ambiguous",
        Verdict::Fits(_) => "",
        Verdict::Differs(_) => " differs",
        Verdict::Ended { .. } => " ended",
        Verdict::Early { .. } => " early",
        Verdict::OtherBreak { .. } => " other break",
    }
}
