//! CMP-02: an invoice header without any line. Of a register of what went out, whose lines were not loaded,
//! nothing is said: hardly any of its invoices has one (a number used again), while those of another list do.

use crate::base::{QuickMap, Severity, TableId};
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

/// Fewer than one in so many is hardly any.
const BARE_ONE_IN: usize = 10;

fn check(case: &Case, findings: &mut Findings) {
    // Invoices of each list, and those of them that have lines.
    let mut lists: QuickMap<TableId, (usize, usize)> = QuickMap::default();
    for invoice in case.book.invoices() {
        let Some(header) = invoice.header() else { continue };
        let (all, with_lines) = lists.entry(header.table.id).or_default();
        *all += 1;
        *with_lines += usize::from(invoice.lines().len() > 0);
    }
    let is_bare = |(all, with_lines): (usize, usize)| with_lines * BARE_ONE_IN < all;
    let some_have = lists.values().any(|list| !is_bare(*list));
    for invoice in case.book.invoices().filter(|invoice| invoice.lines().len() == 0) {
        let Some(header) = invoice.header().filter(|_| !invoice.is_void()) else { continue };
        if some_have
            && invoice.was_sent()
            && lists.get(&header.table.id).is_some_and(|l| is_bare(*l))
        {
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
