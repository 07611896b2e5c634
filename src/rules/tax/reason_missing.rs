//! TAX-04: a tax code says reverse charge, exempt or zero-rated, and no reason is printed.

use crate::base::Severity;
use crate::model::Owner;
use crate::rules::placeholder::is_placeholder;
use crate::rules::tax::treatment::{Treatment, treated};
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};

pub static RULE: Rule = Rule {
    code: "TAX-04",
    since: "0.1.0",
    severity: Severity::Break,
    topic: Topic::Tax,
    owner: Owner::Tax,
    needs: &[
        Need::AnyColumn(&[(Kind::Invoices, Field::TaxCode), (Kind::Lines, Field::TaxCode)]),
        Need::AnyColumn(&[(Kind::Invoices, Field::TaxReason), (Kind::Lines, Field::TaxReason)]),
    ],
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for invoice in case.book.invoices().filter(|invoice| !invoice.is_void()) {
        let reason = invoice.stating(Field::TaxReason).and_then(|row| row.text(Field::TaxReason));
        if reason.is_some_and(|reason| !is_placeholder(reason)) {
            continue;
        }
        // Zero-rated needs no reason in EN 16931, and gets one all the same in most countries.
        let untaxed = treated(&invoice).find(|(_, _, treatment)| *treatment != Treatment::Taxed);
        let Some((row, code, _)) = untaxed else { continue };
        let at = if row.has(Field::TaxReason) { Field::TaxReason } else { Field::TaxCode };
        let finding = findings
            .at(row.source(at), invoice.no())
            .arg("invoice", invoice.no())
            .arg("code", code)
            .stake(invoice.worth())
            .evidence(Field::TaxCode.word(), row.source(Field::TaxCode))
            .of_invoice(Some(invoice));
        findings.push(finding);
    }
}
