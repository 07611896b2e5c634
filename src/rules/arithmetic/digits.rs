//! ARI-06: an amount with more decimals than its currency has.
//!
//! Unit prices are exempt: a price per kilogram may have as many as it needs.

use crate::base::{Currency, Decimal, Severity, round_to};
use crate::model::{Owner, Row};
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Column, Data, Field, Kind, Table, ValueKind};

pub static RULE: Rule = Rule {
    code: "ARI-06",
    since: "0.1.0",
    severity: Severity::Review,
    topic: Topic::Arithmetic,
    owner: Owner::Billing,
    needs: &[Need::AnyColumn(&[
        (Kind::Invoices, Field::Gross),
        (Kind::Invoices, Field::Net),
        (Kind::Invoices, Field::Amount),
        (Kind::Lines, Field::Net),
        (Kind::Lines, Field::Amount),
        (Kind::Lines, Field::Gross),
    ])],
    check,
};

/// Spreadsheets keep 0.1 + 0.2 as 0.30000000000000004: nobody wrote that.
const NOISE: Decimal = Decimal::from_parts(1, 0, 0, false, 6);

fn check(case: &Case, findings: &mut Findings) {
    let billed = [Kind::Invoices, Kind::Lines];
    for table in case.book.tables().iter().filter(|table| billed.contains(&table.kind)) {
        for column in table.columns.iter().filter(|c| c.field.value() == ValueKind::Amount) {
            check_column(case, table, column, findings);
        }
    }
}

fn check_column(case: &Case, table: &Table, column: &Column, findings: &mut Findings) {
    let Data::Number(numbers) = &column.data else { return };
    if numbers.scale == 0 {
        return;
    }
    for row in (0..table.len()).map(|row| Row { table, row }) {
        let stated = Some(row.currency()).filter(|currency| !currency.is_none());
        // No number of the column has more than its scale: in most lists nothing need be read.
        if stated.is_some_and(|currency| numbers.scale <= currency.exponent()) {
            continue;
        }
        let Some(value) = row.number(column.field).filter(|value| value.scale() > 0) else {
            continue;
        };
        let of_invoice = || Some(case.book.invoice(row.text(Field::InvoiceNo)?)?.currency());
        let currency = stated.or_else(of_invoice).unwrap_or(Currency::NONE);
        let digits = currency.exponent();
        if currency.is_none() || value.scale() <= digits {
            continue;
        }
        let rounded = round_to(value, digits);
        if (value - rounded).abs() < NOISE {
            continue;
        }
        let no = row.text(Field::InvoiceNo).unwrap_or_default();
        let line = row.text(Field::LineNo).or_else(|| row.text(Field::JobNo)).unwrap_or_default();
        let finding = findings
            .at(row.source(column.field), &format!("{no}:{line}:{}", column.field.key()))
            .arg("invoice", no)
            .arg("currency", currency)
            .arg("digits", digits)
            .arg("found", value)
            .found(value)
            .expected(rounded)
            .row(row);
        findings.push(match row.text(Field::Currency) {
            Some(_) => finding.evidence(Field::Currency.word(), row.source(Field::Currency)),
            None => finding,
        });
    }
}
