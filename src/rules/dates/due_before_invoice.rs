//! DAT-03: an invoice falls due before it is dated.

use crate::base::Severity;
use crate::model::Owner;
use crate::rules::dates::sound_date;
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};

pub static RULE: Rule = Rule {
    code: "DAT-03",
    since: "0.1.0",
    severity: Severity::Break,
    topic: Topic::Dates,
    owner: Owner::Billing,
    needs: &[
        Need::AnyColumn(&[(Kind::Invoices, Field::DueDate), (Kind::Lines, Field::DueDate)]),
        Need::AnyColumn(&[(Kind::Invoices, Field::InvoiceDate), (Kind::Lines, Field::InvoiceDate)]),
    ],
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for invoice in case.book.invoices().filter(|invoice| !invoice.is_void()) {
        let due = sound_date(&invoice, Field::DueDate);
        let (Some(date), Some(due)) = (sound_date(&invoice, Field::InvoiceDate), due) else {
            continue;
        };
        let Some(row) = invoice.stating(Field::DueDate).filter(|_| due < date) else { continue };
        let dated = invoice.stating(Field::InvoiceDate).unwrap_or(row);
        let finding = findings
            .at(row.source(Field::DueDate), invoice.no())
            .arg("due", due)
            .arg("date", date)
            .found(due)
            .stake(invoice.worth())
            .evidence("field-invoice-date", dated.source(Field::InvoiceDate))
            .of_invoice(Some(invoice));
        findings.push(finding);
    }
}
