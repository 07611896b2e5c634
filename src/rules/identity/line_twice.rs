//! ID-07: two lines of one invoice that are equal in every column.
//!
//! Columns that no field reads count too (a tracking number tells two lines apart), except one
//! that only counts the rows up.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use crate::base::{Severity, TableId};
use crate::model::{Charge, Owner};
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind, RawColumn, Table};

pub static RULE: Rule = Rule {
    code: "ID-07",
    since: "0.1.0",
    severity: Severity::Review,
    topic: Topic::Identity,
    owner: Owner::Billing,
    needs: &[
        Need::Column(Kind::Lines, Field::InvoiceNo),
        Need::AnyColumn(&[
            (Kind::Lines, Field::ServiceCode),
            (Kind::Lines, Field::Text),
            (Kind::Lines, Field::JobNo),
            (Kind::Lines, Field::Awb),
        ]),
    ],
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    let tables = case.book.tables().iter().filter(|table| table.kind == Kind::Lines);
    let told_by: HashMap<TableId, Vec<&RawColumn>> =
        tables.map(|table| (table.id, telling_columns(table))).collect();
    for invoice in case.book.invoices().filter(|invoice| invoice.lines().len() > 1) {
        let mut seen: HashMap<u64, usize> = HashMap::new();
        let mut groups: Vec<Vec<Charge>> = Vec::new();
        for line in invoice.lines().filter(says_something) {
            let columns = told_by.get(&line.0.table.id).map_or(&[][..], Vec::as_slice);
            let place = *seen.entry(hash(&line, columns)).or_insert(groups.len());
            match groups.get_mut(place) {
                // Two different lines with one 64-bit hash are told apart here.
                Some(group) if equal(&group[0], &line, columns) => group.push(line),
                Some(_) => {}
                None => groups.push(vec![line]),
            }
        }
        for mut group in groups.into_iter().filter(|group| group.len() > 1) {
            // The lowest line number is the first one, wherever it stands in the file.
            group.sort_by_key(line_number);
            group[1..].iter().for_each(|line| report(&group[0], line, findings));
        }
    }
}

fn line_number(line: &Charge) -> (Option<u64>, usize) {
    let number = line.0.text(Field::LineNo).and_then(|no| no.parse().ok());
    (number, physical(line))
}

/// A line that names nothing, or neither moves nor costs anything, repeats harmlessly.
fn says_something(line: &Charge) -> bool {
    let moves = line.qty().is_some_and(|qty| !qty.is_zero());
    let is_free = !moves && line.net().is_some_and(|net| net.is_zero());
    let names = line.code().or_else(|| line.job_no()).or_else(|| line.0.text(Field::Awb));
    !is_free && names.is_some()
}

fn telling_columns(table: &Table) -> Vec<&RawColumn> {
    let mapped = |index: usize| table.columns.iter().find(|c| usize::from(c.index) == index);
    let tells = |(index, raw): &(usize, &RawColumn)| match mapped(*index) {
        Some(column) => column.field != Field::LineNo,
        None => !numbers_rows(table, raw),
    };
    table.raw.columns.iter().enumerate().filter(tells).map(|(_, raw)| raw).collect()
}

/// Whether a column only counts the rows: a whole number on each, rising all the way down.
fn numbers_rows(table: &Table, column: &RawColumn) -> bool {
    let mut last = None;
    table.rows.iter().all(|&row| match column.text(row as usize).trim().parse::<i64>() {
        Ok(number) => last.replace(number).is_none_or(|last| last < number),
        Err(_) => false,
    })
}

fn physical(line: &Charge) -> usize {
    line.0.table.rows[line.0.row] as usize
}

fn hash(line: &Charge, columns: &[&RawColumn]) -> u64 {
    let mut hasher = DefaultHasher::new();
    line.0.table.id.hash(&mut hasher);
    let row = physical(line);
    for column in columns {
        column.text(row).trim().hash(&mut hasher);
    }
    hasher.finish()
}

fn equal(a: &Charge, b: &Charge, columns: &[&RawColumn]) -> bool {
    let (row_a, row_b) = (physical(a), physical(b));
    a.0.table.id == b.0.table.id
        && columns.iter().all(|c| c.text(row_a).trim() == c.text(row_b).trim())
}

fn report(first: &Charge, line: &Charge, findings: &mut Findings) {
    let at = line.amount_source();
    let no = line.invoice_no().unwrap_or_default();
    let finding = findings
        .at(at, &line.key())
        .arg("invoice", no)
        .arg("row", at.row)
        .arg("other", first.0.row_source().row)
        .evidence("evidence-first", first.amount_source())
        .stake(line.net())
        .row(line.0);
    findings.push(finding);
}
