//! FX-02: the lines of one invoice are not all in one currency, or not in that of its header. A
//! line that names no currency is in the header's.

use std::collections::BTreeSet;

use crate::base::{Currency, Severity, Sums};
use crate::model::{Invoice, Owner, Row};
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};
use crate::words::Arg;

pub static RULE: Rule = Rule {
    code: "FX-02",
    since: "0.1.0",
    severity: Severity::Break,
    topic: Topic::Currency,
    owner: Owner::Billing,
    needs: &[Need::Column(Kind::Lines, Field::Currency)],
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for invoice in case.book.invoices().filter(|invoice| !invoice.is_void()) {
        let lines = invoice.lines().map(|line| line.0);
        let rows =
            invoice.header().into_iter().chain(lines).filter(|row| !row.currency().is_none());
        let mut rows = rows.peekable();
        let Some(first) = rows.peek().copied() else { continue };
        let others: Vec<Row> = rows.filter(|row| row.currency() != first.currency()).collect();
        if let Some(&other) = others.first() {
            report(invoice, first, other, &others, findings);
        }
    }
}

fn report(invoice: Invoice, first: Row, other: Row, others: &[Row], findings: &mut Findings) {
    let all: BTreeSet<Currency> = others.iter().map(|row| row.currency()).collect();
    let named = std::iter::once(first.currency()).chain(all);
    let named: Vec<String> = named.map(|currency| currency.code().to_owned()).collect();
    let strays = invoice.lines().filter(|line| line.0.currency() == other.currency());
    let sums: Sums = strays.filter_map(|line| line.net()).collect();
    let mut finding = findings
        .at(other.source(Field::Currency), invoice.no())
        .arg("invoice", invoice.no())
        .arg("currencies", Arg::List(named))
        .found(other.currency())
        .expected(first.currency())
        .stake(Some(sums.get(other.currency())).filter(|sum| !sum.is_zero()))
        .evidence("field-currency", first.source(Field::Currency))
        .of_invoice(Some(invoice));
    for row in &others[1..others.len().min(4)] {
        finding = finding.evidence("field-currency", row.source(Field::Currency));
    }
    findings.push(finding);
}
