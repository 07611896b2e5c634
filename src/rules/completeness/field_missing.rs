//! CMP-01: a mandatory field of an invoice header is blank: customer, date, currency, amount.

use crate::base::Severity;
use crate::model::{Owner, Row, is_void_word};
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind, RawKind, Table};
use crate::words::Arg;

pub static RULE: Rule = Rule {
    code: "CMP-01",
    since: "0.1.0",
    severity: Severity::Break,
    topic: Topic::Completeness,
    owner: Owner::Billing,
    needs: &[
        Need::Column(Kind::Invoices, Field::InvoiceDate),
        Need::AnyColumn(&[
            (Kind::Invoices, Field::CustomerName),
            (Kind::Invoices, Field::CustomerNo),
        ]),
        Need::AnyColumn(&[
            (Kind::Invoices, Field::Gross),
            (Kind::Invoices, Field::Amount),
            (Kind::Invoices, Field::Net),
        ]),
    ],
    check,
};

const CUSTOMER: [Field; 2] = [Field::CustomerName, Field::CustomerNo];
const AMOUNT: [Field; 3] = [Field::Gross, Field::Amount, Field::Net];

fn check(case: &Case, findings: &mut Findings) {
    for table in case.book.tables().iter().filter(|table| table.kind == Kind::Invoices) {
        let names_currency = table.has(Field::Currency);
        if table.currency.is_none() && !names_currency && !table.is_empty() {
            no_currency_at_all(table, findings);
        }
        let amount = AMOUNT.into_iter().find(|&field| table.has(field));
        for row in (0..table.len()).map(|row| Row { table, row }) {
            if row.text(Field::Status).is_some_and(is_void_word) {
                continue;
            }
            // Name or number: either is enough.
            let customer = CUSTOMER.into_iter().find(|&field| table.has(field));
            if CUSTOMER.into_iter().all(|field| is_blank(row, field)) {
                report(row, customer, findings);
            }
            for field in [Some(Field::InvoiceDate), amount].into_iter().flatten() {
                if table.has(field) && is_blank(row, field) {
                    report(row, Some(field), findings);
                }
            }
            if names_currency && table.currency.is_none() && is_blank(row, Field::Currency) {
                report(row, Some(Field::Currency), findings);
            }
        }
    }
}

/// Blank in the file. A cell with an error, or with something unreadable, is not blank.
fn is_blank(row: Row, field: Field) -> bool {
    row.raw(field).is_none_or(|cell| cell.kind != RawKind::NoValue && cell.text.trim().is_empty())
}

fn report(row: Row, field: Option<Field>, findings: &mut Findings) {
    let Some(field) = field else { return };
    let at = row.source(field);
    let no = row.text(Field::InvoiceNo);
    // An invoice without a number is named by its place.
    let place = || Arg::from(format!("{}:{}", row.table.file_name, at.row));
    let invoice = no.map_or_else(place, Arg::from);
    let stake = AMOUNT.into_iter().find_map(|amount| row.money(amount));
    let finding = findings
        .at(at, &format!("{}:{}", no.unwrap_or_default(), field.key()))
        .arg("field", Arg::term(field.word()))
        .arg("invoice", invoice)
        .stake(stake)
        .row(row);
    findings.push(finding);
}

/// One finding for the file: no row of it can say otherwise.
fn no_currency_at_all(table: &Table, findings: &mut Findings) {
    let finding = findings
        .at(table.source(0, None), &format!("{}:currency", table.file_name))
        .arg("field", Arg::term(Field::Currency.word()))
        .arg("invoice", &*table.file_name);
    findings.push(finding);
}
