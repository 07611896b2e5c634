//! ID-07: two lines of one invoice that are equal in every column.
//!
//! Columns that no field reads count too (a tracking number tells two lines apart), except one
//! that only counts the rows up.

use std::hash::BuildHasher;

use rustc_hash::FxBuildHasher;

use crate::base::{QuickMap, Severity, TableId};
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
    let several = || case.book.invoices().filter(|invoice| invoice.lines().len() > 1);
    if several().next().is_none() {
        return;
    }
    let tables = case.book.tables().iter().filter(|table| table.kind == Kind::Lines);
    let told_by: QuickMap<TableId, Lines> =
        tables.map(|table| (table.id, Lines::of(table))).collect();
    let mut alike: Vec<(u64, Charge)> = Vec::new();
    for invoice in several() {
        alike.clear();
        alike.extend(invoice.lines().filter_map(|line| {
            let lines = told_by.get(&line.0.table.id)?;
            Some((lines.marks[physical(&line)], line))
        }));
        alike.sort_by_key(|(mark, _)| *mark);
        let repeated = alike.chunk_by(|(a, _), (b, _)| a == b).filter(|lines| lines.len() > 1);
        let groups = repeated.flat_map(|lines| equal(lines, &told_by));
        for mut group in groups.filter(|group| group.len() > 1) {
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

/// The lines of a table by what tells them apart.
struct Lines<'t> {
    columns: Vec<&'t RawColumn>,
    /// One for each physical row: equal rows have equal marks, and hardly any others do.
    marks: Vec<u64>,
}

impl<'t> Lines<'t> {
    fn of(table: &'t Table) -> Lines<'t> {
        let mapped = |index: usize| table.columns.iter().find(|c| usize::from(c.index) == index);
        let tells = |(index, raw): &(usize, &RawColumn)| match mapped(*index) {
            Some(column) => column.field != Field::LineNo,
            None => !numbers_rows(table, raw),
        };
        let raws = table.raw.columns.iter().enumerate();
        let columns: Vec<&RawColumn> = raws.filter(tells).map(|(_, raw)| raw).collect();
        let mut marks = vec![0; table.raw.row_numbers.len()];
        for column in &columns {
            mark(column, &mut marks);
        }
        Lines { columns, marks }
    }

    /// Whether two rows say the same but for blanks around it.
    fn are_equal(&self, a: usize, b: usize) -> bool {
        self.columns.iter().all(|column| {
            column.codes[a] == column.codes[b] || column.text(a).trim() == column.text(b).trim()
        })
    }
}

/// Adds a column to the marks of its rows. A blank counts like a text of blanks.
fn mark(column: &RawColumn, marks: &mut [u64]) {
    let of_text = |text: &str| FxBuildHasher.hash_one(text.trim());
    let of_cells = column.cells.iter().map(|cell| of_text(cell.text));
    let values: Vec<u64> = std::iter::once(of_text("")).chain(of_cells).collect();
    for (mark, &code) in marks.iter_mut().zip(&column.codes) {
        *mark = FxBuildHasher.hash_one((*mark, values[code as usize]));
    }
}

/// Lines of one mark that are equal, together.
fn equal<'b>(
    lines: &[(u64, Charge<'b>)],
    told_by: &QuickMap<TableId, Lines>,
) -> Vec<Vec<Charge<'b>>> {
    let mut groups: Vec<Vec<Charge>> = Vec::new();
    for (_, line) in lines.iter().filter(|(_, line)| says_something(line)) {
        let same = |other: &Charge| {
            let (table, lines) = (line.0.table.id, told_by.get(&line.0.table.id));
            let (a, b) = (physical(line), physical(other));
            table == other.0.table.id && lines.is_some_and(|lines| lines.are_equal(a, b))
        };
        match groups.iter_mut().find(|group| same(&group[0])) {
            Some(group) => group.push(*line),
            None => groups.push(vec![*line]),
        }
    }
    groups
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
