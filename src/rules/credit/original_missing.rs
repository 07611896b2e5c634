//! CRB-01: a credit note that does not name the invoice it credits.

use crate::base::Severity;
use crate::model::Owner;
use crate::rules::placeholder::is_placeholder;
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};

pub static RULE: Rule = Rule {
    code: "CRB-01",
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
    for credit in case.book.invoices().filter(|invoice| invoice.is_credit()) {
        let named = credit.original().is_some_and(|original| !is_placeholder(original));
        let Some(row) = credit.any_row().filter(|_| !named && !credit.is_void()) else { continue };
        let amount = credit.gross().or_else(|| credit.lines_net());
        let finding = findings
            .at(row.source(Field::OriginalInvoice), credit.key())
            .arg("credit", credit.no())
            .stake(amount)
            .row(row)
            .customer(credit.customer_label());
        findings.push(finding);
    }
}
