//! ID-08: an air waybill or container number whose check digit is wrong. Each number once, however
//! many rows carry it.
//!
//! House waybills and parcel numbers have no such digit. Where most numbers of a column fail, they
//! are of that sort and nothing is said. Jobs numbered by waybills count where nearly all their numbers
//! hold.

use crate::base::identifiers::{Check, awb, container};
use crate::base::{QuickSet, Severity};
use crate::model::{Owner, Row};
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Data, Field, Kind, Table};
use crate::words::Arg;

pub static RULE: Rule = Rule {
    code: "ID-08",
    since: "0.1.0",
    severity: Severity::Break,
    topic: Topic::Identity,
    owner: Owner::Operations,
    needs: &[Need::AnyColumn(&[
        (Kind::Jobs, Field::Awb),
        (Kind::Lines, Field::Awb),
        (Kind::Invoices, Field::Awb),
        (Kind::Invoices, Field::Container),
        (Kind::Jobs, Field::Container),
        (Kind::Jobs, Field::JobNo),
    ])],
    check,
};

/// Or jobs that are numbered by their air waybills.
const NEEDS: Need = Need::AnyColumn(&[
    (Kind::Jobs, Field::Awb),
    (Kind::Lines, Field::Awb),
    (Kind::Invoices, Field::Awb),
    (Kind::Invoices, Field::Container),
    (Kind::Jobs, Field::Container),
]);

type Digit = fn(&str) -> Check;

static NUMBERS: [(Field, Digit); 2] =
    [(Field::Awb, awb::check), (Field::Container, container::check)];

fn check(case: &Case, findings: &mut Findings) {
    let mut told: QuickSet<String> = QuickSet::default();
    let kinds = [Kind::Jobs, Kind::Lines, Kind::Invoices];
    let mut any = false;
    for kind in kinds {
        for table in case.book.tables().iter().filter(|table| table.kind == kind) {
            for (field, check) in NUMBERS {
                any |= table.has(field);
                check_column(table, field, check, &mut told, findings);
            }
            if are_waybills(table) {
                any = true;
                check_column(table, Field::JobNo, awb::check, &mut told, findings);
            }
        }
    }
    if !any {
        findings.cannot_run(NEEDS);
    }
}

/// Jobs that are known by their air waybills: nearly all numbers are written as one, and hold.
fn are_waybills(table: &Table) -> bool {
    const NUMBERS_MIN: usize = 10;
    let column = table.column(Field::JobNo).map(|column| &column.data);
    let Some(Data::Text(column)) = column.filter(|_| !table.has(Field::Awb)) else { return false };
    let is_written = |no: &str| no.as_bytes().get(3).is_some_and(|sign| b"- ".contains(sign));
    // A list of other numbers is told by its first ones.
    if column.dict.iter().take(NUMBERS_MIN).any(|no| !is_written(no)) {
        return false;
    }
    let all = column.dict.iter().count();
    let hold = column.dict.iter().filter(|no| is_written(no) && awb::check(no) == Check::Holds);
    all >= NUMBERS_MIN && hold.count() * 10 >= all * 9
}

fn check_column(
    table: &Table,
    field: Field,
    check: fn(&str) -> Check,
    told: &mut QuickSet<String>,
    findings: &mut Findings,
) {
    let Some(Data::Text(column)) = table.column(field).map(|column| &column.data) else { return };
    let checked: Vec<Check> = column.dict.iter().map(check).collect();
    let count = |wanted: Check| checked.iter().filter(|check| **check == wanted).count();
    if count(Check::WrongDigit) > count(Check::Holds) {
        return;
    }
    for row in 0..table.len() {
        let code = column.codes[row] as usize;
        let Some(at) = code.checked_sub(1).filter(|&at| checked[at] == Check::WrongDigit) else {
            continue;
        };
        let no = column.dict.get(at).unwrap_or("");
        if !told.insert(format!("{}:{}", field.key(), crate::base::fold_id(no))) {
            continue;
        }
        let row = Row { table, row };
        let finding = findings
            .at(row.source(field), &format!("{}:{no}", field.key()))
            .arg("number", no)
            .arg("field", Arg::term(field.word()))
            .found(no)
            .row(row);
        findings.push(finding);
    }
}
