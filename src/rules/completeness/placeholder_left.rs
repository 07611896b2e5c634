//! CMP-09: a cell of an invoice still holds what was put there until the value came: "TBC", "xxx",
//! "미정", "待定".
//!
//! "N/A" says that there is none: it counts only where there must be one, or where nearly every
//! other row has one. A purchase order that
//! the client requires is REF-01.

use std::cell::LazyCell;

use crate::base::{Severity, fold_id};
use crate::model::{Owner, Row};
use crate::rules::placeholder::is_placeholder;
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Data, Field, Kind, Table};
use crate::words::Arg;

pub static RULE: Rule = Rule {
    code: "CMP-09",
    since: "0.1.0",
    severity: Severity::Review,
    topic: Topic::Completeness,
    owner: Owner::Billing,
    needs: &[Need::AnyColumn(&[
        (Kind::Invoices, Field::InvoiceNo),
        (Kind::Lines, Field::InvoiceNo),
    ])],
    check,
};

/// Must hold something.
static MANDATORY: [Field; 3] = [Field::CustomerName, Field::ServiceCode, Field::Text];
/// May be left blank, but not "to be confirmed".
static OPTIONAL: [Field; 7] = [
    Field::PoNo,
    Field::Project,
    Field::Awb,
    Field::Terms,
    Field::TaxId,
    Field::Site,
    Field::Contact,
];

fn check(case: &Case, findings: &mut Findings) {
    let invoicing =
        |table: &&std::sync::Arc<Table>| matches!(table.kind, Kind::Invoices | Kind::Lines);
    for table in case.book.tables().iter().filter(invoicing) {
        for field in MANDATORY {
            check_column(table, field, is_filler, findings);
        }
        for field in OPTIONAL {
            let expected = LazyCell::new(|| is_nearly_full(table, field));
            let wanted = |text: &str| is_filler(text) && (!says_none(text) || *expected);
            check_column(table, field, wanted, findings);
        }
    }
}

/// Where nearly every row has a value, "N/A" stands in place of one.
fn is_nearly_full(table: &Table, field: Field) -> bool {
    let Some(Data::Text(column)) = table.column(field).map(|column| &column.data) else {
        return false;
    };
    let values: Vec<bool> = column.dict.iter().map(|text| !is_placeholder(text)).collect();
    let filled = |code: &&u32| (**code as usize).checked_sub(1).is_some_and(|at| values[at]);
    let rows = table.len();
    rows >= FULL_ROWS_MIN && column.codes.iter().filter(filled).count() * 10 >= rows * 8
}

const FULL_ROWS_MIN: usize = 10;

/// Noughts may be a code, and `#N/A` is CMP-10.
fn is_filler(text: &str) -> bool {
    is_placeholder(text) && !text.bytes().all(|byte| byte == b'0') && !text.starts_with('#')
}

fn says_none(text: &str) -> bool {
    let none =
        ["NA", "NONE", "NIL", "NULL", "없음", "해당없음", "无", "暂无", "VARIOUS", "MULTIPLE"];
    let folded = fold_id(text);
    none.contains(&folded.as_str()) || (folded.is_empty() && !text.contains('?'))
}

/// Each distinct text is looked at once.
fn check_column(
    table: &Table,
    field: Field,
    is_left: impl Fn(&str) -> bool,
    findings: &mut Findings,
) {
    let Some(Data::Text(column)) = table.column(field).map(|column| &column.data) else { return };
    let left: Vec<bool> = column.dict.iter().map(is_left).collect();
    if !left.contains(&true) {
        return;
    }
    for row in 0..table.len() {
        let code = column.codes[row] as usize;
        let Some(at) = code.checked_sub(1).filter(|&at| left[at]) else { continue };
        let (text, row) = (column.dict.get(at).unwrap_or(""), Row { table, row });
        let keys = [Field::InvoiceNo, Field::LineNo, Field::JobNo];
        let own: Vec<&str> = keys.into_iter().filter_map(|field| row.text(field)).collect();
        let finding = findings
            .at(row.source(field), &format!("{}:{}", own.join(":"), field.key()))
            .arg("invoice", row.text(Field::InvoiceNo).unwrap_or_default())
            .arg("field", Arg::term(field.word()))
            .arg("text", text)
            .found(text)
            .row(row);
        findings.push(finding);
    }
}
