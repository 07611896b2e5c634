//! DAT-01: an invoice is dated after the as-of date, or in a period that is closed.

use crate::base::Severity;
use crate::model::Owner;
use crate::rules::dates::sound_date;
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};
use crate::words::Arg;

pub static RULE: Rule = Rule {
    code: "DAT-01",
    since: "0.1.0",
    severity: Severity::Break,
    topic: Topic::Dates,
    owner: Owner::Billing,
    needs: &[
        Need::AnyColumn(&[(Kind::Invoices, Field::InvoiceDate), (Kind::Lines, Field::InvoiceDate)]),
        Need::AsOf,
    ],
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for invoice in case.book.invoices().filter(|invoice| !invoice.is_void()) {
        let Some(row) = invoice.stating(Field::InvoiceDate) else { continue };
        let Some(date) = sound_date(&invoice, Field::InvoiceDate) else { continue };
        let closed = case.policy.closed_through.filter(|last| date <= *last);
        let future = case.policy.as_of.filter(|as_of| date > *as_of);
        let (state, limit) = match (future, closed) {
            (Some(as_of), _) => ("period-future", as_of),
            (None, Some(last)) => ("period-closed", last),
            (None, None) => continue,
        };
        let finding = findings
            .at(row.source(Field::InvoiceDate), invoice.no())
            .arg("date", date)
            .arg("state", Arg::term(state))
            .arg("limit", limit)
            .found(date)
            .stake(invoice.worth())
            .of_invoice(Some(invoice));
        findings.push(finding);
    }
}
