//! FX-01: an invoice is in another currency than the one agreed with the customer. An invoice that
//! names no currency is CMP-01's business.

use crate::base::{Currency, Severity};
use crate::model::{Customer, Invoice, Owner};
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};

pub static RULE: Rule = Rule {
    code: "FX-01",
    since: "0.1.0",
    severity: Severity::Break,
    topic: Topic::Currency,
    owner: Owner::Billing,
    needs: &[
        Need::Column(Kind::Customers, Field::Currency),
        Need::AnyColumn(&[(Kind::Invoices, Field::InvoiceNo), (Kind::Lines, Field::InvoiceNo)]),
    ],
    check,
};

/// The customer and its currency, where the invoice is in another one.
pub(in crate::rules) fn agreed_otherwise<'b>(
    invoice: &Invoice<'b>,
) -> Option<(Customer<'b>, Currency)> {
    let customer = invoice.customer_asking(Field::Currency)?;
    let agreed = customer.0.text(Field::Currency).and_then(Currency::parse)?;
    let found = invoice.any_row()?.currency();
    (found != agreed && !found.is_none()).then_some((customer, agreed))
}

fn check(case: &Case, findings: &mut Findings) {
    for invoice in case.book.invoices().filter(|invoice| !invoice.is_void()) {
        let Some((customer, agreed)) = agreed_otherwise(&invoice) else { continue };
        let Some(row) = invoice.any_row() else { continue };
        let found = row.currency();
        let cell = invoice.stating(Field::Currency).unwrap_or(row);
        let finding = findings
            .at(cell.source(Field::Currency), invoice.no())
            .arg("found", found)
            .arg("agreed", agreed)
            .found(found)
            .expected(agreed)
            .stake(invoice.worth())
            .evidence("evidence-customer-list", customer.0.source(Field::Currency))
            .of_invoice(Some(invoice));
        findings.push(finding);
    }
}
