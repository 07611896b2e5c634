//! CMP-06: an invoice shows tax, and neither it nor the customer list has the buyer's tax number. Where the
//! buyer owes the tax, that is TAX-05.

use crate::base::Severity;
use crate::model::{Invoice, Owner, Row};
use crate::rules::placeholder::is_placeholder;
use crate::rules::tax::buyer_id_missing::reverse_charge;
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};

pub static RULE: Rule = Rule {
    code: "CMP-06",
    since: "0.1.0",
    severity: Severity::Break,
    topic: Topic::Completeness,
    owner: Owner::MasterData,
    needs: &[
        Need::AnyColumn(&[(Kind::Invoices, Field::TaxId), (Kind::Customers, Field::TaxId)]),
        Need::AnyColumn(&[(Kind::Invoices, Field::Tax), (Kind::Invoices, Field::TaxRate)]),
    ],
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for invoice in case.book.invoices().filter(|i| !i.is_void() && !i.is_credit()) {
        let Some(header) = invoice.header().filter(taxed) else { continue };
        let places = places(case, &invoice, header);
        let states = |row: &Row| row.text(Field::TaxId).is_some_and(|id| !is_placeholder(id));
        let Some(&place) = places.first().filter(|_| !places.iter().any(states)) else { continue };
        if reverse_charge(&invoice).is_some() {
            continue;
        }
        let customer = invoice.customer_label().unwrap_or_default();
        let shown = [Field::Tax, Field::TaxRate].into_iter().find(|&field| header.has(field));
        let finding = findings
            .at(place.source(Field::TaxId), invoice.no())
            .arg("invoice", invoice.no())
            .arg("customer", customer)
            .stake(invoice.worth())
            .evidence("evidence-tax", header.source(shown.unwrap_or(Field::Tax)))
            .of_invoice(Some(invoice));
        findings.push(finding);
    }
}

fn taxed(header: &Row) -> bool {
    let fields = [Field::Tax, Field::TaxRate];
    fields.into_iter().any(|field| header.number(field).is_some_and(|tax| !tax.is_zero()))
}

/// Where the number could stand: on the invoice alone, where all others of its list have it. A customer
/// that is in no list is CUS-01.
fn places<'b>(case: &Case, invoice: &Invoice<'b>, header: Row<'b>) -> Vec<Row<'b>> {
    let own = header.has(Field::TaxId) && case.shared.states_tax_ids(header.table);
    let listed = invoice.customer_asking(Field::TaxId).map(|customer| customer.0).filter(|_| !own);
    [Some(header), listed].into_iter().flatten().filter(|row| row.has(Field::TaxId)).collect()
}
