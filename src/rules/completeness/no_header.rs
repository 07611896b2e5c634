//! CMP-03: lines that point to an invoice of which no header was loaded.

use crate::base::Severity;
use crate::model::Owner;
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};

pub static RULE: Rule = Rule {
    code: "CMP-03",
    since: "0.1.0",
    severity: Severity::Break,
    topic: Topic::Completeness,
    owner: Owner::Billing,
    needs: &[
        Need::Column(Kind::Invoices, Field::InvoiceNo),
        Need::Column(Kind::Lines, Field::InvoiceNo),
    ],
    check,
};

/// One finding an invoice, on its first line.
fn check(case: &Case, findings: &mut Findings) {
    for invoice in case.book.invoices().filter(|invoice| invoice.header().is_none()) {
        let Some(first) = invoice.lines().next() else { continue };
        let finding = findings
            .at(first.0.source(Field::InvoiceNo), invoice.key())
            .arg("invoice", invoice.no())
            .arg("lines", invoice.lines().len())
            .stake(invoice.lines_net())
            .row(first.0)
            .customer(invoice.customer_label());
        findings.push(finding);
    }
}
