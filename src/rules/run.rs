//! Runs the catalogue over a book. A rule that lacks a column is reported as not run.
//!
//! What a rule looked at beyond the tables is kept beside its outcome, so that a changed setting runs
//! again only the rules that it concerns.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::{Deref, Range};
use std::sync::Arc;

use super::{Finding, Findings, Need, RULES, Rule, Shared, own_code, own_missing, try_own};
use crate::analysis::pricing::{Pricing, Verdict};
use crate::analysis::unbilled::Unbilled;
use crate::base::{Severity, fold_id, limits};
use crate::model::{Book, OwnRule, Policy};
use crate::table::Kind;

/// What a rule may look at.
pub struct Case<'a> {
    pub book: &'a Book,
    pub policy: &'a Policy,
    pub pricing: Watched<'a, Pricing>,
    /// One per charge.
    pub verdicts: Watched<'a, Vec<Verdict>>,
    pub unbilled: Watched<'a, Unbilled>,
    pub shared: &'a Shared,
}

/// Something derived that notes when it was looked at.
pub struct Watched<'a, T> {
    it: &'a T,
    looked: Cell<bool>,
}

/// What a rule looked at, beside the tables and the policy.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Looked {
    pub pricing: bool,
    pub verdicts: bool,
    pub unbilled: bool,
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
    /// Where the findings that were kept stand in [`Qc::findings`].
    pub kept: Range<usize>,
}

#[derive(Clone, PartialEq, Debug, Default)]
pub struct Qc {
    /// In the order of the catalogue, then of the rows. Shared: a rule that need not run again hands
    /// its findings over.
    pub findings: Vec<Arc<Finding>>,
    pub ran: Vec<Ran>,
    pub not_run: Vec<NotRun>,
    pub looked: BTreeMap<&'static str, Looked>,
}

/// Runs the whole catalogue.
pub fn run(case: &Case) -> Qc {
    let mut qc = Qc::default();
    for rule in RULES {
        run_one(rule, case, &mut qc);
    }
    for own in &case.policy.own_rules {
        run_own(own, case, &mut qc);
    }
    qc
}

/// Runs one rule; a step of a derivation.
pub fn run_one(rule: &'static Rule, case: &Case, qc: &mut Qc) {
    case.look_anew();
    let switched_off = case.policy.is_off(rule.code);
    let missing = missing(rule, case);
    if switched_off || !missing.is_empty() {
        qc.not_run.push(NotRun { rule: rule.code, missing, switched_off });
        return;
    }
    let mut findings = Findings::new(rule);
    (rule.check)(case, &mut findings);
    qc.looked.insert(rule.code, case.looked());
    let lacking = std::mem::take(&mut findings.lacking);
    let list = findings.finish(case.book);
    if !lacking.is_empty() && list.is_empty() {
        qc.not_run.push(NotRun { rule: rule.code, missing: lacking, switched_off: false });
        return;
    }
    qc.push(rule.code, list, case.policy.severities.get(rule.code).copied());
}

/// Runs one of the house's own.
pub fn run_own(own: &OwnRule, case: &Case, qc: &mut Qc) {
    let Some(rule) = own_code(&own.code) else { return };
    let switched_off = case.policy.is_off(rule.code);
    let missing = own_missing(own, case.book);
    if switched_off || !missing.is_empty() {
        qc.not_run.push(NotRun { rule: rule.code, missing, switched_off });
        return;
    }
    qc.looked.insert(rule.code, Looked::default());
    qc.push(rule.code, try_own(own, rule, case.book, usize::MAX).1, None);
}

/// What a rule finds, for another that leaves a cause to it. Whether it is switched on is not asked: a
/// cause has one rule, and who switches that off wants to hear nothing of it.
pub(super) fn findings_of(rule: &'static Rule, case: &Case) -> Vec<Finding> {
    if !missing(rule, case).is_empty() {
        return Vec::new();
    }
    let mut findings = Findings::new(rule);
    (rule.check)(case, &mut findings);
    findings.finish(case.book)
}

fn missing(rule: &Rule, case: &Case) -> Vec<Need> {
    let mut missing: Vec<Need> =
        rule.needs.iter().copied().filter(|need| !met(need, case)).collect();
    // Of a list that is not there, no column need be named.
    let lists: Vec<Kind> = missing.iter().filter_map(list_of).collect();
    missing.retain(|need| match need {
        Need::Column(kind, _) => !lists.contains(kind),
        Need::AnyColumn(any) => !any.iter().all(|(kind, _)| lists.contains(kind)),
        _ => true,
    });
    missing
}

fn list_of(need: &Need) -> Option<Kind> {
    match need {
        Need::Table(kind) => Some(*kind),
        _ => None,
    }
}

fn met(need: &Need, case: &Case) -> bool {
    match *need {
        Need::Table(kind) => case.book.has(kind),
        Need::Column(kind, field) => case.book.has_column(kind, field),
        Need::AnyColumn(any) => any.iter().any(|&(kind, field)| case.book.has_column(kind, field)),
        Need::AsOf => case.policy.as_of.is_some(),
        // Shows only while looking.
        Need::Agreement(_) => true,
    }
}

/// Rules whose finding explains why the lines of an invoice don't come to its header.
static TOTALS: &[&str] =
    &["ARI-02", "CMP-01", "CMP-02", "CMP-03", "CMP-10", "FX-02", "ID-02", "ID-09"];

impl<'a> Case<'a> {
    pub fn new(
        book: &'a Book,
        policy: &'a Policy,
        (pricing, verdicts): (&'a Pricing, &'a Vec<Verdict>),
        unbilled: &'a Unbilled,
        shared: &'a Shared,
    ) -> Case<'a> {
        let (pricing, verdicts) = (Watched::new(pricing), Watched::new(verdicts));
        Case { book, policy, pricing, verdicts, unbilled: Watched::new(unbilled), shared }
    }

    fn look_anew(&self) {
        self.pricing.looked.set(false);
        self.verdicts.looked.set(false);
        self.unbilled.looked.set(false);
    }

    fn looked(&self) -> Looked {
        Looked {
            pricing: self.pricing.looked.get(),
            verdicts: self.verdicts.looked.get(),
            unbilled: self.unbilled.looked.get(),
        }
    }
}

impl<'a, T> Watched<'a, T> {
    fn new(it: &'a T) -> Watched<'a, T> {
        Watched { it, looked: Cell::new(false) }
    }
}

impl<T> Deref for Watched<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.looked.set(true);
        self.it
    }
}

impl Qc {
    /// Adds the outcome of a rule that ran; the house's own severity stands over the catalogue's.
    fn push(&mut self, rule: &'static str, mut list: Vec<Finding>, severity: Option<Severity>) {
        let findings = list.len();
        list.truncate(limits::FINDINGS_PER_RULE_MAX);
        if let Some(severity) = severity {
            list.iter_mut().for_each(|finding| finding.severity = severity);
        }
        let from = self.findings.len();
        self.findings.extend(list.into_iter().map(Arc::new));
        self.ran.push(Ran { rule, findings, kept: from..self.findings.len() });
    }

    /// What a rule looked at when it last ran; nothing when it did not.
    pub fn looked(&self, rule: &str) -> Looked {
        self.looked.get(rule).copied().unwrap_or_default()
    }

    /// Whether the rule has an outcome here, be it that it could not run.
    pub fn knows(&self, rule: &str) -> bool {
        self.ran.iter().any(|ran| ran.rule == rule)
            || self.not_run.iter().any(|not_run| not_run.rule == rule)
    }

    /// Takes over the outcome of a rule from before, whether it ran or not.
    pub fn take_over(&mut self, rule: &str, before: &Qc) {
        if let Some((&code, &looked)) = before.looked.get_key_value(rule) {
            self.looked.insert(code, looked);
        }
        self.not_run.extend(before.not_run.iter().filter(|not_run| not_run.rule == rule).cloned());
        for ran in before.ran.iter().filter(|ran| ran.rule == rule) {
            let from = self.findings.len();
            self.findings.extend(before.findings[ran.kept.clone()].iter().cloned());
            self.ran.push(Ran { kept: from..self.findings.len(), ..ran.clone() });
        }
    }

    /// Folded numbers of the invoices whose difference between header and lines a finding names.
    pub fn totals_found(&self) -> BTreeSet<String> {
        let about_totals = self.findings.iter().filter(|f| TOTALS.contains(&f.rule));
        about_totals.filter_map(|f| f.invoice.as_deref()).map(fold_id).collect()
    }
}
