//! CUS-11: an invoice to an account on hold. Delivered work stays billable: this only tells.

use super::account_state::{AccountState, account_state};
use crate::base::Severity;
use crate::model::Owner;
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};

pub static RULE: Rule = Rule {
    code: "CUS-11",
    since: "0.1.0",
    severity: Severity::Note,
    topic: Topic::Customer,
    owner: Owner::Credit,
    needs: &[Need::Column(Kind::Customers, Field::Status)],
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for invoice in case.book.invoices().filter(|i| !i.is_void() && !i.is_credit()) {
        let Some(customer) = invoice.customer() else { continue };
        if account_state(customer) != Some(AccountState::OnHold) {
            continue;
        }
        let Some(row) = invoice.any_row() else { continue };
        let named = [Field::CustomerName, Field::CustomerNo].into_iter().find(|&f| row.has(f));
        let at = named.map_or_else(|| row.row_source(), |field| row.source(field));
        let status = customer.0.text(Field::Status).unwrap_or_default();
        let finding = findings
            .at(at, invoice.no())
            .arg("invoice", invoice.no())
            .arg("customer", invoice.customer_label().unwrap_or_default())
            .arg("status", status)
            .found(status)
            .stake(invoice.worth())
            .evidence("evidence-customer-list", customer.0.source(Field::Status))
            .of_invoice(Some(invoice));
        findings.push(finding);
    }
}
