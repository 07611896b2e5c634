//! CRB-03: a credit note has another customer, currency or tax rate than the invoice it credits.

use crate::base::Severity;
use crate::model::{Invoice, Owner};
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};
use crate::words::Arg;

pub static RULE: Rule = Rule {
    code: "CRB-03",
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
    for credit in case.book.invoices().filter(|invoice| invoice.is_credit() && !invoice.is_void()) {
        let original = credit.original().and_then(|no| case.book.invoice(no));
        let Some(original) = original.filter(|other| other.key() != credit.key()) else { continue };
        let Some((field, found, expected)) = difference(case, &credit, &original) else { continue };
        let Some(row) = credit.stating(field).or_else(|| credit.any_row()) else { continue };
        let mut finding = findings
            .at(row.source(field), credit.key())
            .arg("credit", credit.no())
            .arg("original", original.no())
            .arg("field", Arg::term(field.word()))
            .arg("found", found.clone())
            .arg("expected", expected.clone())
            .found(found)
            .expected(expected)
            .stake(credit.worth())
            .of_invoice(Some(credit));
        if let Some(source) = original.stating(field).map(|row| row.source(field)) {
            finding = finding.evidence("evidence-other-invoice", source);
        }
        findings.push(finding);
    }
}

/// The first difference, the gravest first.
fn difference(case: &Case, credit: &Invoice, original: &Invoice) -> Option<(Field, Arg, Arg)> {
    let (a, b) = (credit.any_row()?, original.any_row()?);
    let parties = case.book.party(a).zip(case.book.party(b));
    if parties.and_then(|(a, b)| a.same(b)) == Some(false) {
        let label = |invoice: &Invoice| Arg::from(invoice.customer_label().unwrap_or_default());
        let field =
            if a.has(Field::CustomerName) { Field::CustomerName } else { Field::CustomerNo };
        return Some((field, label(credit), label(original)));
    }
    let (mine, theirs) = (credit.currency(), original.currency());
    if mine != theirs && !mine.is_none() && !theirs.is_none() {
        return Some((Field::Currency, Arg::from(mine), Arg::from(theirs)));
    }
    let rate = |invoice: &Invoice| invoice.header()?.number(Field::TaxRate);
    match (rate(credit), rate(original)) {
        (Some(mine), Some(theirs)) if mine != theirs => {
            Some((Field::TaxRate, Arg::percent(mine), Arg::percent(theirs)))
        }
        _ => None,
    }
}
