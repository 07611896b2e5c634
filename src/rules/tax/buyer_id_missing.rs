//! TAX-05: the buyer owes the tax (reverse charge), and the buyer's tax number is nowhere.

use crate::base::Severity;
use crate::model::{Invoice, Owner, Row};
use crate::rules::placeholder::is_placeholder;
use crate::rules::tax::treatment::{Treatment, treated, treatment};
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};

pub static RULE: Rule = Rule {
    code: "TAX-05",
    since: "0.1.0",
    severity: Severity::Break,
    topic: Topic::Tax,
    owner: Owner::MasterData,
    needs: &[
        Need::AnyColumn(&[(Kind::Invoices, Field::TaxId), (Kind::Customers, Field::TaxId)]),
        Need::AnyColumn(&[
            (Kind::Invoices, Field::TaxCode),
            (Kind::Lines, Field::TaxCode),
            (Kind::Invoices, Field::TaxReason),
        ]),
    ],
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for invoice in case.book.invoices().filter(|i| !i.is_void() && !i.is_credit()) {
        let Some((row, field)) = reverse_charge(&invoice) else { continue };
        let own = |row: Row| row.has(Field::TaxId) && case.shared.states_tax_ids(row.table);
        let own = invoice.header().is_some_and(own);
        let listed =
            invoice.customer_asking(Field::TaxId).map(|customer| customer.0).filter(|_| !own);
        let places = invoice.headers().chain(listed).filter(|row| row.has(Field::TaxId));
        let places: Vec<Row> = places.collect();
        let states = |row: &Row| row.text(Field::TaxId).is_some_and(|id| !is_placeholder(id));
        let Some(&place) = places.first().filter(|_| !places.iter().any(states)) else { continue };
        let finding = findings
            .at(place.source(Field::TaxId), invoice.no())
            .arg("invoice", invoice.no())
            .arg("customer", invoice.customer_label().unwrap_or_default())
            .stake(invoice.worth())
            .evidence(field.word(), row.source(field))
            .of_invoice(Some(invoice));
        findings.push(finding);
    }
}

/// The cell that says so: the code, else the printed reason.
pub(in crate::rules) fn reverse_charge<'b>(invoice: &Invoice<'b>) -> Option<(Row<'b>, Field)> {
    let by_code = treated(invoice).find(|(_, _, treatment)| *treatment == Treatment::ReverseCharge);
    let by_code = by_code.map(|(row, _, _)| (row, Field::TaxCode));
    by_code.or_else(|| {
        let row = invoice.stating(Field::TaxReason)?;
        let reason = treatment(row.text(Field::TaxReason)?)?;
        (reason == Treatment::ReverseCharge).then_some((row, Field::TaxReason))
    })
}
