//! DAT-10: a date that its column cannot read, and that would be one with day and month the other way
//! round.
//!
//! One finding a column: other cells of it may have been read the wrong way without a word.

use std::collections::BTreeMap;

use crate::base::{Date, Severity, iso};
use crate::ingest::typing::date_readings;
use crate::model::{Owner, Row};
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind, RawKind, Table};
use crate::words::Arg;

pub static RULE: Rule = Rule {
    code: "DAT-10",
    since: "0.1.0",
    severity: Severity::Review,
    topic: Topic::Dates,
    owner: Owner::Billing,
    needs: &[Need::AnyColumn(&[
        (Kind::Invoices, Field::InvoiceDate),
        (Kind::Invoices, Field::DueDate),
        (Kind::Lines, Field::ServiceDate),
        (Kind::Lines, Field::InvoiceDate),
        (Kind::Jobs, Field::DeliveryDate),
        (Kind::Jobs, Field::ServiceDate),
        (Kind::Jobs, Field::PickupDate),
        (Kind::Jobs, Field::PodDate),
    ])],
    check,
};

/// The unread cells of one column.
struct Unread<'b> {
    first: Row<'b>,
    text: &'b str,
    readings: Vec<Date>,
    count: usize,
}

fn check(case: &Case, findings: &mut Findings) {
    for table in case.book.tables().iter().filter(|table| table.kind != Kind::Other) {
        for (field, unread) in unread(table) {
            let row = unread.first;
            let invoice = row.text(Field::InvoiceNo).and_then(|no| case.book.invoice(no));
            let readings = unread.readings.iter().map(|date| iso(*date)).collect();
            let finding = findings
                .at(row.source(field), &format!("{}:{}", table.kind.key(), field.key()))
                .arg("field", Arg::term(field.word()))
                .arg("value", unread.text)
                .arg("readings", Arg::List(readings))
                .arg("count", unread.count)
                .found(unread.text)
                .stake(invoice.and_then(|invoice| invoice.worth()))
                .row(row)
                .of_invoice(invoice);
            findings.push(finding);
        }
    }
}

fn unread(table: &Table) -> BTreeMap<Field, Unread<'_>> {
    let mut unread: BTreeMap<Field, Unread> = BTreeMap::new();
    for failure in &table.failures {
        let row = Row { table, row: failure.row };
        let Some(cell) = row.raw(failure.field).filter(|cell| cell.kind == RawKind::Text) else {
            continue;
        };
        let is_date = table.date_cell(failure.field, failure.row) == crate::table::Cell::Failed;
        let readings = date_readings(cell.text);
        if !is_date || readings.is_empty() {
            continue;
        }
        let one = Unread { first: row, text: cell.text.trim(), readings, count: 0 };
        unread.entry(failure.field).or_insert(one).count += 1;
    }
    unread
}
