//! CMP-02: an invoice header without any line. Of a register of what went out, whose lines were not loaded,
//! nothing is said: none of its invoices has one, while those of another list do.

use crate::base::{QuickSet, Severity, TableId};
use crate::model::Owner;
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};

pub static RULE: Rule = Rule {
    code: "CMP-02",
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

fn check(case: &Case, findings: &mut Findings) {
    let headed = case.book.invoices().filter(|invoice| invoice.lines().len() > 0);
    let lists = headed.filter_map(|invoice| Some(invoice.header()?.table.id));
    let with_lines: QuickSet<TableId> = lists.collect();
    for invoice in case.book.invoices().filter(|invoice| invoice.lines().len() == 0) {
        let Some(header) = invoice.header().filter(|_| !invoice.is_void()) else { continue };
        let went_out = invoice.was_sent() && !with_lines.contains(&header.table.id);
        if went_out && !with_lines.is_empty() {
            continue;
        }
        let finding = findings
            .at(header.source(Field::InvoiceNo), invoice.key())
            .arg("invoice", invoice.no())
            .stake(invoice.gross())
            .row(header)
            .customer(invoice.customer_label());
        findings.push(finding);
    }
}
