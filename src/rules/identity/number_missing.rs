//! ID-01: an invoice, or an invoice line, without an invoice number.

use crate::base::{Severity, iso};
use crate::model::{Owner, Row};
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};

pub static RULE: Rule = Rule {
    code: "ID-01",
    since: "0.1.0",
    severity: Severity::Break,
    topic: Topic::Identity,
    owner: Owner::Billing,
    needs: &[Need::AnyColumn(&[
        (Kind::Invoices, Field::InvoiceNo),
        (Kind::Lines, Field::InvoiceNo),
    ])],
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for row in case.book.unnumbered() {
        report(row, findings);
    }
    for charge in case.book.charges().filter(|charge| charge.invoice_no().is_none()) {
        report(charge.0, findings);
    }
}

fn report(row: Row, findings: &mut Findings) {
    let amount = [Field::Gross, Field::Net, Field::Amount].into_iter().find_map(|f| row.money(f));
    let at = row.source(Field::InvoiceNo);
    let customer = row.text(Field::CustomerName).or_else(|| row.text(Field::CustomerNo));
    let day = row.date(Field::InvoiceDate).map(iso).unwrap_or_default();
    let minor = amount.map(|money| money.minor.to_string()).unwrap_or_default();
    let job = row.text(Field::JobNo);
    let parts = [customer.unwrap_or_default(), &day, job.unwrap_or_default(), &minor];
    let finding = findings.at(at, &parts.join(":")).arg("row", at.row).stake(amount).row(row);
    findings.push(finding);
}
