//! CMP-10: a cell that is read holds a spreadsheet error, or a formula that was never calculated.

use crate::base::{QuickMap, Severity};
use crate::model::{Owner, Row};
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Column, Field, Kind, RawCell, RawColumn, RawKind, Table};
use crate::words::Arg;

pub static RULE: Rule = Rule {
    code: "CMP-10",
    since: "0.1.0",
    severity: Severity::Break,
    topic: Topic::Completeness,
    owner: Owner::Billing,
    needs: &[Need::AnyColumn(&[
        (Kind::Invoices, Field::InvoiceNo),
        (Kind::Lines, Field::InvoiceNo),
        (Kind::Jobs, Field::JobNo),
        (Kind::Rates, Field::UnitPrice),
        (Kind::Customers, Field::CustomerName),
    ])],
    check,
};

/// The errors of spreadsheet programs, as they stand in text exports too.
const ERRORS: &[&str] = &[
    "#N/A",
    "#REF!",
    "#VALUE!",
    "#DIV/0!",
    "#NAME?",
    "#NUM!",
    "#NULL!",
    "#SPILL!",
    "#CALC!",
    "#NV",
    "#BEZUG!",
    "#WERT!",
    "#ZAHL!",
    "#ÜBERLAUF!",
    "#VALEUR!",
    "#NOM?",
    "#NOMBRE!",
    "#NUL!",
    "#PROPAGATION!",
    "#N/D",
    "#¡VALOR!",
    "#¡REF!",
    "#¡DIV/0!",
    "#¿NOMBRE?",
    "#¡NUM!",
    "#¡NULO!",
    "#¡DESBORDAMIENTO!",
    "Err:502",
    "Err:508",
    "Err:522",
];

fn check(case: &Case, findings: &mut Findings) {
    for table in case.book.tables().iter().filter(|table| table.kind != Kind::Other) {
        for column in &*table.columns {
            let Some(raw) = table.raw.columns.get(usize::from(column.index)) else { continue };
            let broken = broken_codes(raw);
            if !broken.is_empty() {
                report(table, column, raw, &broken, findings);
            }
        }
    }
}

/// Each distinct text is looked at once; a clean column costs no more than its dictionary.
fn broken_codes(raw: &RawColumn) -> QuickMap<u32, RawCell<'_>> {
    let coded = raw.cells.iter().zip(1_u32..);
    coded.filter(|(cell, _)| is_broken(cell)).map(|(cell, code)| (code, cell)).collect()
}

fn is_broken(cell: &RawCell) -> bool {
    match cell.kind {
        RawKind::Error | RawKind::NoValue => true,
        RawKind::Text => {
            let text = cell.text.trim();
            // A column too narrow for its figure is exported as a row of hashes.
            let hashes = text.len() > 2 && text.bytes().all(|byte| byte == b'#');
            hashes || ERRORS.contains(&text)
        }
        RawKind::Number | RawKind::Date | RawKind::Bool | RawKind::Id => false,
    }
}

fn report(
    table: &Table,
    column: &Column,
    raw: &RawColumn,
    broken: &QuickMap<u32, RawCell<'_>>,
    findings: &mut Findings,
) {
    for row in (0..table.len()).map(|row| Row { table, row }) {
        let code = raw.codes.get(table.rows[row.row] as usize).copied().unwrap_or(0);
        let Some(cell) = broken.get(&code) else { continue };
        let error = match cell.kind {
            RawKind::NoValue => Arg::term("cell-no-value"),
            _ => Arg::from(cell.text),
        };
        let keys = [Field::InvoiceNo, Field::LineNo, Field::JobNo, Field::CustomerName];
        let own: Vec<&str> = keys.into_iter().filter_map(|field| row.text(field)).collect();
        let key = format!("{}:{}:{}", table.kind.key(), own.join(":"), column.field.key());
        let finding = findings
            .at(row.source(column.field), &key)
            .arg("field", Arg::term(column.field.word()))
            .arg("error", error.clone())
            .found(error)
            .row(row);
        findings.push(finding);
    }
}
