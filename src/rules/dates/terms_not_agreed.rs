//! DAT-04: the payment terms on an invoice are not those of the customer list. Terms that cannot
//! be read on either side are not compared.

use crate::base::Severity;
use crate::model::{Invoice, Owner, Terms};
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};

pub static RULE: Rule = Rule {
    code: "DAT-04",
    since: "0.1.0",
    severity: Severity::Break,
    topic: Topic::Dates,
    owner: Owner::Billing,
    needs: &[
        Need::AnyColumn(&[(Kind::Invoices, Field::Terms), (Kind::Lines, Field::Terms)]),
        Need::Column(Kind::Customers, Field::Terms),
    ],
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    let terms = case.book.spellings(Field::Terms, Terms::parse);
    let read = |row| terms.of(row).copied().flatten();
    // What is agreed today says nothing about what went out in months before.
    let past = |invoice: &Invoice| case.shared.is_past(case.book, invoice);
    for invoice in case.book.invoices().filter(|i| !i.is_void() && !i.is_credit() && !past(i)) {
        let Some(row) = invoice.stating(Field::Terms) else { continue };
        let Some(customer) = invoice.customer_asking(Field::Terms) else { continue };
        let (Some(stated), Some(agreed)) = (row.text(Field::Terms), customer.0.text(Field::Terms))
        else {
            continue;
        };
        let (Some(a), Some(b)) = (read(row), read(customer.0)) else { continue };
        if a == b {
            continue;
        }
        let finding = findings
            .at(row.source(Field::Terms), invoice.no())
            .arg("invoice", invoice.no())
            .arg("stated", stated)
            .arg("agreed", agreed)
            .found(stated)
            .expected(agreed)
            .stake(invoice.worth())
            .evidence("evidence-customer-list", customer.0.source(Field::Terms))
            .of_invoice(Some(invoice));
        findings.push(finding);
    }
}
