//! DAT-02: the due date is not the invoice date plus the terms, in any reading of the terms. Terms
//! that cannot be read give no finding; a due date before the invoice is DAT-03.

use crate::base::{Date, Severity, iso};
use crate::model::{Invoice, Owner, Row, Terms};
use crate::rules::dates::sound_date;
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};
use crate::words::Arg;

pub static RULE: Rule = Rule {
    code: "DAT-02",
    since: "0.1.0",
    severity: Severity::Break,
    topic: Topic::Dates,
    owner: Owner::Billing,
    needs: &[
        Need::AnyColumn(&[(Kind::Invoices, Field::DueDate), (Kind::Lines, Field::DueDate)]),
        Need::AnyColumn(&[(Kind::Invoices, Field::InvoiceDate), (Kind::Lines, Field::InvoiceDate)]),
        Need::AnyColumn(&[
            (Kind::Invoices, Field::Terms),
            (Kind::Lines, Field::Terms),
            (Kind::Customers, Field::Terms),
        ]),
    ],
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    let spellings = case.book.spellings(Field::Terms, Terms::parse);
    for invoice in case.book.invoices().filter(|invoice| !invoice.is_void()) {
        let due = sound_date(&invoice, Field::DueDate);
        let (Some(date), Some(due)) = (sound_date(&invoice, Field::InvoiceDate), due) else {
            continue;
        };
        let Some((stated, terms)) = terms(&invoice) else { continue };
        let Some(parsed) = spellings.of(stated).copied().flatten() else { continue };
        // A credit note is set off at once, whatever terms its form repeats.
        if invoice.is_credit() && due == date {
            continue;
        }
        let readings = parsed.due_dates(date);
        if due < date || readings.is_empty() || readings.contains(&due) {
            continue;
        }
        let Some(row) = invoice.stating(Field::DueDate) else { continue };
        let dated = invoice.stating(Field::InvoiceDate).unwrap_or(row);
        let finding = findings
            .at(row.source(Field::DueDate), invoice.no())
            .arg("due", due)
            .arg("terms", terms)
            .arg("date", date)
            .arg("expected", either(&readings))
            .found(due)
            .expected(either(&readings))
            .stake(invoice.worth())
            .evidence("field-terms", stated.source(Field::Terms))
            .evidence("field-invoice-date", dated.source(Field::InvoiceDate))
            .of_invoice(Some(invoice));
        findings.push(finding);
    }
}

/// The terms on the invoice, else those agreed with the customer. A credit note takes no terms
/// from the customer: it is due when it is set off.
fn terms<'b>(invoice: &Invoice<'b>) -> Option<(Row<'b>, &'b str)> {
    let agreed =
        || invoice.customer_asking(Field::Terms).filter(|_| !invoice.is_credit()).map(|c| c.0);
    let row = invoice.stating(Field::Terms).or_else(agreed)?;
    Some((row, row.text(Field::Terms)?))
}

fn either(readings: &[Date]) -> Arg {
    match readings {
        [one] => Arg::from(*one),
        several => Arg::List(several.iter().copied().map(iso).collect()),
    }
}
