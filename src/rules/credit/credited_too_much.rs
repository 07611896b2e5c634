//! CRB-02: credit notes take back more than their invoice billed. Rounding alone is CRB-07.

use std::collections::BTreeMap;

use super::credit_rounding::is_rounding;
use crate::base::{Money, Severity};
use crate::model::{Invoice, Owner};
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};

pub static RULE: Rule = Rule {
    code: "CRB-02",
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
    let mut credits: BTreeMap<&str, Vec<(Invoice, Money)>> = BTreeMap::new();
    for credit in case.book.invoices().filter(|invoice| invoice.is_credit() && !invoice.is_void()) {
        let original = credit.original().and_then(|no| case.book.invoice(no));
        let (Some(original), Some(worth)) = (original, credit.worth()) else { continue };
        if original.key() != credit.key() {
            credits.entry(original.key()).or_default().push((credit, worth.abs()));
        }
    }
    for (no, mut credits) in credits {
        let Some(original) = case.book.invoice(no) else { continue };
        let Some(whole) = original.worth().map(Money::abs) else { continue };
        credits.retain(|(_, worth)| worth.currency == whole.currency);
        credits.sort_by_key(|(credit, _)| (credit.date(), credit.key()));
        let total: i64 = credits.iter().map(|(_, worth)| worth.minor).sum();
        let total = Money::new(total, whole.currency);
        let notes: Vec<Invoice> = credits.iter().map(|(credit, _)| *credit).collect();
        let is_over = total.minor > whole.minor && !is_rounding(&notes, total, whole);
        if let Some((last, _)) = credits.last().filter(|_| is_over) {
            report(&original, last, whole, total, findings);
        }
    }
}

fn report(original: &Invoice, last: &Invoice, whole: Money, total: Money, findings: &mut Findings) {
    let Some(row) = last.stating(Field::OriginalInvoice) else { return };
    let mut finding = findings
        .at(row.source(Field::OriginalInvoice), &format!("{}:{}", original.key(), last.key()))
        .arg("original", original.no())
        .arg("credit", last.no())
        .arg("total", total)
        .arg("whole", whole)
        .found(total)
        .expected(whole)
        // Too much taken back: the client pays too little.
        .stake(Some(Money::new(whole.minor - total.minor, whole.currency)))
        .of_invoice(Some(*last));
    if let Some(source) = original.source(Field::InvoiceNo) {
        finding = finding.evidence("evidence-other-invoice", source);
    }
    findings.push(finding);
}
