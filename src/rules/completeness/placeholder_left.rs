//! CMP-09: a cell of an invoice still holds what was put there until the value came: "TBC", "xxx",
//! "미정", "待定".
//!
//! "N/A" says that there is none: it counts only where there must be one, or where nearly every
//! other row has one. What a rule that blocks misses already is left to that rule: an order number that
//! the client requires is REF-01.

use std::cell::{LazyCell, RefCell};

use crate::base::{Money, QuickMap, QuickSet, Severity, Source, fold_id};
use crate::model::{Charge, Owner, Row};
use crate::rules::completeness::tax_id_missing;
use crate::rules::placeholder::is_placeholder;
use crate::rules::references::{po_missing, project_missing};
use crate::rules::run::findings_of;
use crate::rules::tax::buyer_id_missing;
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
static OPTIONAL: [Field; 8] = [
    Field::PoNo,
    Field::Project,
    Field::Awb,
    Field::Terms,
    Field::TaxId,
    Field::Site,
    Field::Contact,
    Field::Preparer,
];

fn check(case: &Case, findings: &mut Findings) {
    let invoicing =
        |table: &&std::sync::Arc<Table>| matches!(table.kind, Kind::Invoices | Kind::Lines);
    let missed = Missed { case, known: RefCell::default() };
    for table in case.book.tables().iter().filter(invoicing) {
        for field in MANDATORY {
            check_column(table, field, is_filler, &missed, findings);
        }
        for field in OPTIONAL {
            let expected = LazyCell::new(|| is_nearly_full(table, field));
            let wanted = |text: &str| is_filler(text) && (!says_none(text) || *expected);
            check_column(table, field, wanted, &missed, findings);
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

/// The rules that miss a value where there is but a placeholder.
static MISSING: &[(Field, &[&Rule])] = &[
    (Field::PoNo, &[&po_missing::RULE]),
    (Field::Project, &[&project_missing::RULE]),
    (Field::Site, &[&project_missing::RULE]),
    (Field::TaxId, &[&tax_id_missing::RULE, &buyer_id_missing::RULE]),
];

/// The invoices that those rules name; looked up where a placeholder stands.
struct Missed<'c, 'b> {
    case: &'c Case<'b>,
    known: RefCell<QuickMap<Field, QuickSet<String>>>,
}

impl Missed<'_, '_> {
    fn names(&self, field: Field, row: Row) -> bool {
        let Some((_, rules)) = MISSING.iter().find(|(of, _)| *of == field) else { return false };
        let mut known = self.known.borrow_mut();
        let invoices = known.entry(field).or_insert_with(|| {
            let found = rules.iter().flat_map(|rule| findings_of(rule, self.case));
            let found = found.filter(|finding| self.is_of(field, finding.at));
            found.filter_map(|finding| finding.invoice.as_deref().map(fold_id)).collect()
        });
        row.text(Field::InvoiceNo).is_some_and(|no| invoices.contains(&fold_id(no)))
    }

    fn is_of(&self, field: Field, cell: Source) -> bool {
        let table = self.case.book.tables().iter().find(|table| table.id == cell.table);
        table.is_some_and(|table| Row { table, row: 0 }.source(field).column == cell.column)
    }
}

/// Each distinct text is looked at once.
fn check_column(
    table: &Table,
    field: Field,
    is_left: impl Fn(&str) -> bool,
    missed: &Missed,
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
        if missed.names(field, row) {
            continue;
        }
        let keys = [Field::InvoiceNo, Field::LineNo, Field::JobNo];
        let own: Vec<&str> = keys.into_iter().filter_map(|field| row.text(field)).collect();
        let finding = findings
            .at(row.source(field), &format!("{}:{}", own.join(":"), field.key()))
            .arg("invoice", row.text(Field::InvoiceNo).unwrap_or_default())
            .arg("field", Arg::term(field.word()))
            .arg("text", text)
            .found(text)
            .stake(worth(missed.case, row))
            .row(row);
        findings.push(finding);
    }
}

/// What the client may leave unpaid: the line that holds the placeholder, else the invoice.
fn worth(case: &Case, row: Row) -> Option<Money> {
    if row.table.kind == Kind::Lines {
        return Charge(row).net();
    }
    case.book.invoice(row.text(Field::InvoiceNo)?)?.worth()
}
