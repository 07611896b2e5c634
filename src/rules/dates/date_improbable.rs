//! DAT-11: a date that no bill of our days has: an empty cell shown as 1900, a placeholder in 2099,
//! or a date 1,462 days off the others of its row, as when a workbook counts from 1904.

use crate::base::{Date, Severity, iso};
use crate::model::{Charge, Job, Owner, Row};
use crate::rules::{Case, Finding, Findings, Need, Rule, Topic};
use crate::table::{Cell, Column, Data, Field, Kind};
use crate::words::Arg;

pub static RULE: Rule = Rule {
    code: "DAT-11",
    since: "0.1.0",
    severity: Severity::Break,
    topic: Topic::Dates,
    owner: Owner::Billing,
    needs: &[Need::AnyColumn(&[
        (Kind::Invoices, Field::InvoiceDate),
        (Kind::Invoices, Field::DueDate),
        (Kind::Lines, Field::InvoiceDate),
        (Kind::Lines, Field::ServiceDate),
        (Kind::Jobs, Field::ServiceDate),
        (Kind::Jobs, Field::PickupDate),
        (Kind::Jobs, Field::DeliveryDate),
        (Kind::Jobs, Field::PodDate),
        (Kind::Rates, Field::ValidFrom),
        (Kind::Rates, Field::ValidTo),
    ])],
    check,
};

/// Days between the two ways in which spreadsheets count: from 1900 and from 1904.
const SHIFT_DAYS: i64 = 1_462;
/// Dates of one row lie within two months of each other: service, invoice, due date.
const SHIFT_SLACK_DAYS: i64 = 62;

/// The first and the last day of the years that are billed, counted from 1970-01-01.
const FIRST_DAY: i32 = 7_305;
const LAST_DAY: i32 = 47_116;

/// Before anything that is still billed, or a date that means "never".
pub fn is_improbable(date: Date) -> bool {
    use chrono::Datelike;
    !(1990..2099).contains(&date.year())
}

fn check(case: &Case, findings: &mut Findings) {
    for table in case.book.tables().iter().filter(|t| t.kind != Kind::Other) {
        let dates: Vec<&Column> =
            table.columns.iter().filter(|c| matches!(c.data, Data::Date(_))).collect();
        for row in 0..table.len() {
            let row = Row { table, row };
            if is_sound(&dates, row.row) {
                continue;
            }
            for column in &dates {
                check_cell(case, row, column.field, findings);
            }
            if dates.len() > 1 && table.kind != Kind::Rates {
                check_shift(case, row, &dates, findings);
            }
        }
    }
}

/// Whether the dates of a row, where it has any, lie in years that are billed and near each other: so
/// do nearly all, and no date need be made of them.
fn is_sound(dates: &[&Column], row: usize) -> bool {
    let mut span: Option<(i32, i32)> = None;
    for column in dates {
        let Data::Date(days) = &column.data else { return false };
        match days.days(row) {
            Cell::Blank => {}
            Cell::Failed => return false,
            Cell::Ok(day) => {
                let (first, last) = span.unwrap_or((day, day));
                span = Some((first.min(day), last.max(day)));
            }
        }
    }
    span.is_none_or(|(first, last)| {
        first >= FIRST_DAY
            && last <= LAST_DAY
            && i64::from(last - first) < SHIFT_DAYS - SHIFT_SLACK_DAYS
    })
}

fn check_cell(case: &Case, row: Row, field: Field, findings: &mut Findings) {
    let value = match row.date_cell(field) {
        Cell::Ok(date) if is_improbable(date) && !is_open_end(row, field, date) => Arg::from(date),
        Cell::Failed => match row.raw(field).map(|cell| cell.text.trim()) {
            Some(text) if is_empty_cell_text(text) => Arg::from(text),
            _ => return,
        },
        _ => return,
    };
    findings.push(about(case, row, field, value, findings));
}

/// A rate without end is often written 31.12.9999, one without beginning 1.1.1900.
fn is_open_end(row: Row, field: Field, date: Date) -> bool {
    use chrono::Datelike;
    row.table.kind == Kind::Rates
        && match field {
            Field::ValidTo => date.year() >= 2099,
            Field::ValidFrom => date.year() < 1990,
            _ => false,
        }
}

/// What spreadsheets show for a date cell that holds 0 or 1.
fn is_empty_cell_text(text: &str) -> bool {
    let day = text.split([' ', 'T']).next().unwrap_or_default();
    [
        "1900-01-00",
        "1900-01-01",
        "1899-12-30",
        "1899-12-31",
        "1904-01-01",
        "0000-00-00",
        "00/01/1900",
        "0/1/1900",
        "1/0/1900",
        "01/00/1900",
        "00.01.1900",
        "1900/1/0",
        "1900/01/00",
        "00/00/0000",
        "00.00.0000",
        "0000/00/00",
    ]
    .contains(&day)
}

fn check_shift(case: &Case, row: Row, dates: &[&Column], findings: &mut Findings) {
    let stated = dates.iter().filter_map(|c| Some((c.field, row.date(c.field)?)));
    let stated: Vec<(Field, Date)> = stated.filter(|(_, date)| !is_improbable(*date)).collect();
    let shifted =
        |a: Date, b: Date| ((a - b).num_days().abs() - SHIFT_DAYS).abs() <= SHIFT_SLACK_DAYS;
    let partners = |date: Date| stated.iter().filter(|(_, other)| shifted(date, *other)).count();
    // The odd one out; of two, the one in the future, else the older.
    let future = |date: Date| case.policy.as_of.is_none_or(|as_of| date > as_of);
    let rank = |date: Date| (partners(date), future(date), std::cmp::Reverse(date));
    let suspect = stated.iter().filter(|(_, date)| partners(*date) > 0);
    let Some(&(field, date)) = suspect.max_by_key(|(_, date)| rank(*date)) else { return };
    let Some(&(near, other)) = stated.iter().find(|(_, other)| shifted(date, *other)) else {
        return;
    };
    let days = chrono::Days::new(SHIFT_DAYS.unsigned_abs());
    let meant =
        if date > other { date.checked_sub_days(days) } else { date.checked_add_days(days) };
    let finding =
        about(case, row, field, Arg::from(date), findings).evidence(near.word(), row.source(near));
    findings.push(match meant {
        Some(meant) => finding.expected(meant),
        None => finding,
    });
}

fn about(case: &Case, row: Row, field: Field, value: Arg, findings: &Findings) -> Finding {
    let invoice_no = row.text(Field::InvoiceNo);
    let (key, stake) = match row.table.kind {
        Kind::Lines => (Charge(row).key(), Charge(row).net()),
        Kind::Jobs | Kind::PriorJobs => {
            (Job(row).no().unwrap_or_default().to_owned(), Job(row).stated_value())
        }
        Kind::Invoices => {
            let invoice = invoice_no.and_then(|no| case.book.invoice(no));
            (invoice_no.unwrap_or_default().to_owned(), invoice.and_then(|i| i.worth()))
        }
        _ => (rate_key(row), None),
    };
    findings
        .at(row.source(field), &format!("{}:{}:{key}", row.table.kind.key(), field.key()))
        .arg("field", Arg::term(field.word()))
        .arg("value", value.clone())
        .found(value)
        .stake(stake)
        .of_invoice(invoice_no.and_then(|no| case.book.invoice(no)))
        .job(row.text(Field::JobNo))
}

fn rate_key(row: Row) -> String {
    let fields = [
        Field::ContractNo,
        Field::CustomerNo,
        Field::CustomerName,
        Field::ServiceCode,
        Field::Origin,
        Field::Destination,
    ];
    let texts: Vec<&str> = fields.into_iter().filter_map(|field| row.text(field)).collect();
    let from = row.date(Field::ValidFrom).map(iso).unwrap_or_default();
    format!("{}:{from}", texts.join(":"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::date_from_days;

    #[test]
    fn first_and_last_day_are_those_of_the_years() {
        for (day, beyond) in [(FIRST_DAY, FIRST_DAY - 1), (LAST_DAY, LAST_DAY + 1)] {
            let improbable = [day, beyond].map(|day| date_from_days(day).map(is_improbable));
            assert_eq!(improbable, [Some(false), Some(true)]);
        }
    }
}
