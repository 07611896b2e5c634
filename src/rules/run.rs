//! Runs the catalogue over a book. A rule that lacks a column is reported as not run.

use std::collections::BTreeSet;

use super::{Finding, Findings, Need, RULES, Rule};
use crate::analysis::pricing::Pricing;
use crate::analysis::unbilled::Unbilled;
use crate::base::{fold_id, limits};
use crate::model::{Book, Policy};

/// What a rule may look at.
pub struct Case<'a> {
    pub book: &'a Book,
    pub policy: &'a Policy,
    pub pricing: &'a Pricing,
    pub unbilled: &'a Unbilled,
}

/// A rule that could not run, with what is missing.
#[derive(Clone, PartialEq, Debug)]
pub struct NotRun {
    pub rule: &'static str,
    pub missing: Vec<Need>,
    /// Switched off by the policy, not for want of a column.
    pub switched_off: bool,
}

/// A rule that ran, and how many findings it gave (also beyond the number kept).
#[derive(Clone, PartialEq, Debug)]
pub struct Ran {
    pub rule: &'static str,
    pub findings: usize,
}

#[derive(Clone, PartialEq, Debug, Default)]
pub struct Qc {
    /// In the order of the catalogue, then of the rows.
    pub findings: Vec<Finding>,
    pub ran: Vec<Ran>,
    pub not_run: Vec<NotRun>,
}

/// Runs the whole catalogue.
pub fn run(case: &Case) -> Qc {
    let mut qc = Qc::default();
    for rule in RULES {
        run_one(rule, case, &mut qc);
    }
    qc
}

/// Runs one rule; a step of a derivation.
pub fn run_one(rule: &'static Rule, case: &Case, qc: &mut Qc) {
    let switched_off = case.policy.rules_off.iter().any(|code| code == rule.code);
    let missing = missing(rule, case);
    if switched_off || !missing.is_empty() {
        qc.not_run.push(NotRun { rule: rule.code, missing, switched_off });
        return;
    }
    let mut findings = Findings::new(rule);
    (rule.check)(case, &mut findings);
    let lacking = std::mem::take(&mut findings.lacking);
    let mut list = findings.finish();
    if !lacking.is_empty() && list.is_empty() {
        qc.not_run.push(NotRun { rule: rule.code, missing: lacking, switched_off: false });
        return;
    }
    qc.ran.push(Ran { rule: rule.code, findings: list.len() });
    list.truncate(limits::FINDINGS_PER_RULE_MAX);
    qc.findings.append(&mut list);
}

fn missing(rule: &Rule, case: &Case) -> Vec<Need> {
    rule.needs.iter().copied().filter(|need| !met(need, case)).collect()
}

fn met(need: &Need, case: &Case) -> bool {
    match *need {
        Need::Table(kind) => case.book.has(kind),
        Need::Column(kind, field) => case.book.has_column(kind, field),
        Need::AnyColumn(any) => any.iter().any(|&(kind, field)| case.book.has_column(kind, field)),
        Need::AsOf => case.policy.as_of.is_some(),
    }
}

/// Rules whose finding explains why the lines of an invoice don't come to its header.
static TOTALS: &[&str] =
    &["ARI-02", "CMP-01", "CMP-02", "CMP-03", "CMP-10", "FX-02", "ID-02", "ID-09"];

impl Qc {
    /// Folded numbers of the invoices whose difference between header and lines a finding names.
    pub fn totals_found(&self) -> BTreeSet<String> {
        let about_totals = self.findings.iter().filter(|f| TOTALS.contains(&f.rule));
        about_totals.filter_map(|f| f.invoice.as_deref()).map(fold_id).collect()
    }
}
