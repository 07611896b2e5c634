//! CRB-04: an invoice bills again what another one billed, and the old one was never credited.
//!
//! An invoice is a rebill where its type says so, or where it names an earlier invoice and shares a
//! job or the whole amount with it: a debit note for something more names one as well.

use std::collections::BTreeSet;

use super::credits::credits_by_original;
use crate::base::{Severity, fold_id, fold_word};
use crate::model::{Invoice, Owner};
use crate::rules::placeholder::is_placeholder;
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};

pub static RULE: Rule = Rule {
    code: "CRB-04",
    since: "0.1.0",
    severity: Severity::Break,
    topic: Topic::Credit,
    owner: Owner::Billing,
    needs: &[Need::AnyColumn(&[
        (Kind::Invoices, Field::OriginalInvoice),
        (Kind::Lines, Field::OriginalInvoice),
    ])],
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    let credits = credits_by_original(case.book);
    for invoice in case.book.invoices().filter(|i| !i.is_credit() && !i.is_void()) {
        let named = invoice.original().filter(|no| !is_placeholder(no));
        let Some(old) = named.and_then(|no| case.book.invoice(no)) else { continue };
        let is_other = old.key() != invoice.key() && !old.is_credit() && !old.is_void();
        if !is_other || credits.contains_key(old.key()) || !is_rebill(&invoice, &old) {
            continue;
        }
        let Some(row) = invoice.stating(Field::OriginalInvoice) else { continue };
        let mut finding = findings
            .at(row.source(Field::OriginalInvoice), invoice.key())
            .arg("invoice", invoice.no())
            .arg("original", old.no())
            .found(old.no())
            .stake(old.worth())
            .of_invoice(Some(invoice));
        if let Some(source) = old.source(Field::InvoiceNo) {
            finding = finding.evidence("evidence-other-invoice", source);
        }
        findings.push(finding);
    }
}

fn is_rebill(invoice: &Invoice, old: &Invoice) -> bool {
    let kind = invoice.stating(Field::DocType).and_then(|row| row.text(Field::DocType));
    let kind = kind.map(fold_word).unwrap_or_default();
    let says = |words: &[&str]| words.iter().any(|word| kind.contains(word));
    if says(&["debit", "차변", "supplement", "추가", "借项", "补开", "belastung"]) {
        return false;
    }
    let again = [
        "rebill",
        "re bill",
        "replace",
        "correct",
        "reissue",
        "re issue",
        "revised",
        "재발행",
        "재청구",
        "重开",
        "更正",
        "ersatz",
        "korrektur",
        "remplac",
        "sustit",
    ];
    let (a, b) = (jobs(invoice), jobs(old));
    says(&again) || !a.is_disjoint(&b) || (a.is_empty() && invoice.worth() == old.worth())
}

fn jobs(invoice: &Invoice) -> BTreeSet<String> {
    let on_header = invoice.header().and_then(|row| row.text(Field::JobNo));
    on_header
        .into_iter()
        .chain(invoice.lines().filter_map(|line| line.job_no()))
        .map(fold_id)
        .collect()
}
