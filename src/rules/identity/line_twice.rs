//! ID-07: two lines of one invoice that are equal in every column.
//!
//! Columns that no field reads count too (a tracking number tells two lines apart), except one
//! that only counts the rows up.

use crate::base::{QuickMap, Severity, TableId};
use crate::model::{Charge, Owner};
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind, RawCell, RawColumn, Table};

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
    let several = || case.book.invoices().filter(|invoice| invoice.lines().len() > 1);
    if several().next().is_none() {
        return;
    }
    let tables = case.book.tables().iter().filter(|table| table.kind == Kind::Lines);
    let told_by: QuickMap<TableId, Vec<Telling>> =
        tables.map(|table| (table.id, telling_columns(table))).collect();
    for invoice in several() {
        let mut places: QuickMap<(TableId, Vec<u32>), usize> = QuickMap::default();
        let mut groups: Vec<Vec<Charge>> = Vec::new();
        for line in invoice.lines().filter(says_something) {
            let table = line.0.table.id;
            let row = physical(&line);
            let columns = told_by.get(&table).into_iter().flatten();
            let values = columns.map(|column| column.values[column.codes[row] as usize]).collect();
            let place = *places.entry((table, values)).or_insert(groups.len());
            match groups.get_mut(place) {
                Some(group) => group.push(line),
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

/// A column that tells lines apart: texts that differ only in blanks around them have one number.
struct Telling<'t> {
    codes: &'t [u32],
    /// By the code of the raw text; a blank is nought.
    values: Vec<u32>,
}

impl<'t> Telling<'t> {
    fn of(column: &'t RawColumn) -> Telling<'t> {
        let mut numbers: QuickMap<&str, u32> = QuickMap::default();
        numbers.insert("", 0);
        let number = |cell: RawCell<'t>| {
            let next = numbers.len() as u32;
            *numbers.entry(cell.text.trim()).or_insert(next)
        };
        let values = std::iter::once(0).chain(column.cells.iter().map(number)).collect();
        Telling { codes: &column.codes, values }
    }
}

fn telling_columns(table: &Table) -> Vec<Telling<'_>> {
    let mapped = |index: usize| table.columns.iter().find(|c| usize::from(c.index) == index);
    let tells = |(index, raw): &(usize, &RawColumn)| match mapped(*index) {
        Some(column) => column.field != Field::LineNo,
        None => !numbers_rows(table, raw),
    };
    table.raw.columns.iter().enumerate().filter(tells).map(|(_, raw)| Telling::of(raw)).collect()
}

/// Whether a column only counts the rows: a whole number on each, rising all the way down; or each once
/// and hardly one left out, as the rows of a database are numbered.
fn numbers_rows(table: &Table, column: &RawColumn) -> bool {
    let numbers =
        table.rows.iter().map(|&row| column.text(row as usize).trim().parse::<i64>().ok());
    let Some(mut numbers) = numbers.collect::<Option<Vec<i64>>>() else { return false };
    let rises = |numbers: &[i64]| numbers.windows(2).all(|pair| pair[0] < pair[1]);
    // Or it begins anew with each invoice.
    let starts_anew = numbers.windows(2).all(|pair| pair[1] == pair[0] + 1 || pair[1] <= 1);
    if rises(&numbers) || starts_anew {
        return true;
    }
    numbers.sort_unstable();
    let span = numbers.last().zip(numbers.first()).map(|(last, first)| last.abs_diff(*first));
    let is_dense = span.is_some_and(|span| span <= 4 * numbers.len() as u64);
    is_dense && rises(&numbers)
}

fn physical(line: &Charge) -> usize {
    line.0.table.rows[line.0.row] as usize
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
