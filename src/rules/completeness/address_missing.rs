//! CMP-05: the address of a customer that is billed lacks a part. Only parts that the list gives for
//! most customers are asked for; a post code is not, since many countries have none.

use std::collections::BTreeMap;

use crate::base::{Money, Severity, Sums};
use crate::model::{Customer, Invoice, Owner, Row};
use crate::rules::placeholder::is_placeholder;
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};
use crate::words::Arg;

pub static RULE: Rule = Rule {
    code: "CMP-05",
    since: "0.1.0",
    severity: Severity::Break,
    topic: Topic::Completeness,
    owner: Owner::MasterData,
    needs: &[
        Need::AnyColumn(&[
            (Kind::Customers, Field::Address),
            (Kind::Customers, Field::City),
            (Kind::Customers, Field::Country),
        ]),
        Need::AnyColumn(&[(Kind::Invoices, Field::InvoiceNo), (Kind::Lines, Field::InvoiceNo)]),
    ],
    check,
};

const PARTS: [Field; 4] = [Field::Address, Field::City, Field::Country, Field::PostalCode];

fn check(case: &Case, findings: &mut Findings) {
    let mut billed: BTreeMap<(u32, u32), (Row, Vec<Invoice>)> = BTreeMap::new();
    for invoice in case.book.invoices().filter(|i| !i.is_void() && !i.is_credit()) {
        if let Some(customer) = PARTS.iter().find_map(|&part| listing(&invoice, part)) {
            let row = customer.0;
            let place = (row.table.id.0, row.row as u32);
            billed.entry(place).or_insert_with(|| (row, Vec::new())).1.push(invoice);
        }
    }
    let gives = |field: Field| {
        let filled = billed.values().filter(|(row, _)| stands(*row, field)).count();
        match field {
            // Some countries have none.
            Field::PostalCode => filled < billed.len() && filled * 10 >= billed.len() * 9,
            _ => filled * 2 > billed.len(),
        }
    };
    let parts: Vec<Field> = PARTS.into_iter().filter(|field| gives(*field)).collect();
    for (row, invoices) in billed.values() {
        for &field in &parts {
            if row.has(field) && !stands(*row, field) {
                report(*row, field, invoices, findings);
            }
        }
    }
}

/// The customer in the list that has the column: what is billed to whom may stand in another.
fn listing<'b>(invoice: &Invoice<'b>, field: Field) -> Option<Customer<'b>> {
    invoice.customer_asking(field).filter(|customer| customer.0.has(field))
}

fn stands(row: Row, field: Field) -> bool {
    row.text(field).is_some_and(|text| !is_placeholder(text))
}

fn report(row: Row, field: Field, invoices: &[Invoice], findings: &mut Findings) {
    let name = row.text(Field::CustomerName).unwrap_or_default();
    let worth: Vec<Money> = invoices.iter().filter_map(|invoice| invoice.worth()).collect();
    let currency = worth.first().map(|money| money.currency);
    let sum: Sums = worth.into_iter().collect();
    let first = invoices.first().map(|invoice| invoice.no());
    let finding = findings
        .at(row.source(field), &format!("{name}:{}", field.key()))
        .arg("customer", name)
        .arg("field", Arg::term(field.word()))
        .arg("invoices", invoices.len())
        .stake(currency.map(|currency| sum.get(currency)))
        .invoice(first)
        .customer(Some(name));
    let cell = invoices.first().and_then(|invoice| invoice.source(Field::InvoiceNo));
    findings.push(match cell {
        Some(cell) => finding.evidence(Field::InvoiceNo.word(), cell),
        None => finding,
    });
}
