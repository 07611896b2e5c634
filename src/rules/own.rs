//! The house's own rules, run beside those of the catalogue: their findings stand among the others,
//! with codes OWN-01 and on.

use super::{Case, Finding, Findings, Need, Rule, Topic};
use crate::base::{Money, Severity};
use crate::model::{Against, Book, OwnRule, Owner, Row};
use crate::table::{Field, ValueKind};
use crate::words::Arg;

const fn own(code: &'static str) -> Rule {
    Rule {
        code,
        since: "0.1.0",
        severity: Severity::Review,
        topic: Topic::Own,
        owner: Owner::Billing,
        needs: &[],
        check: nothing,
    }
}

/// What a house's own rules may be called. More than these are a catalogue, and belong in one.
#[rustfmt::skip]
pub static OWN: [Rule; 24] = [
    own("OWN-01"), own("OWN-02"), own("OWN-03"), own("OWN-04"), own("OWN-05"), own("OWN-06"),
    own("OWN-07"), own("OWN-08"), own("OWN-09"), own("OWN-10"), own("OWN-11"), own("OWN-12"),
    own("OWN-13"), own("OWN-14"), own("OWN-15"), own("OWN-16"), own("OWN-17"), own("OWN-18"),
    own("OWN-19"), own("OWN-20"), own("OWN-21"), own("OWN-22"), own("OWN-23"), own("OWN-24"),
];

/// They are judged by [`try_own`], which knows the policy.
fn nothing(_: &Case, _: &mut Findings) {}

pub fn own_code(code: &str) -> Option<&'static Rule> {
    OWN.iter().find(|rule| rule.code == code)
}

/// Columns that the rule looks at and no loaded table has.
pub fn own_missing(own: &OwnRule, book: &Book) -> Vec<Need> {
    if !book.has(own.kind) {
        return vec![Need::Table(own.kind)];
    }
    let lacks = own.fields().filter(|field| !book.has_column(own.kind, *field));
    lacks.map(|field| Need::Column(own.kind, field)).collect()
}

/// What a draft would find: how many rows, and the first of them in full.
pub fn try_own(
    own: &OwnRule,
    rule: &'static Rule,
    book: &Book,
    most: usize,
) -> (usize, Vec<Finding>) {
    let mut findings = Findings::new(rule);
    let mut count = 0;
    for row in rows(own, book).filter(|row| own.speaks(*row)) {
        count += 1;
        if count <= most {
            let finding = tell(own, row, &findings);
            findings.push(finding);
        }
    }
    (count, findings.finish(book))
}

/// Rows of all tables of its kind.
fn rows<'b>(own: &OwnRule, book: &'b Book) -> impl Iterator<Item = Row<'b>> + use<'b> {
    let kind = own.kind;
    let tables = book.tables().iter().filter(move |table| table.kind == kind);
    tables.flat_map(|table| (0..table.len()).map(move |row| Row { table, row }))
}

fn tell(own: &OwnRule, row: Row, findings: &Findings) -> Finding {
    let Some(first) = own.tests.first() else { return findings.at(row.row_source(), &key(row)) };
    let mut finding = findings
        .at(row.source(first.field), &key(row))
        .arg("text", own.message.trim())
        .stake(amount(row))
        .row(row);
    finding.severity = own.severity;
    finding.found = cell(row, first.field);
    if let Against::Field(other) = first.against {
        finding.expected = cell(row, other);
    }
    let others = own.fields().skip(1);
    others.fold(finding, |finding, field| finding.evidence(field.word(), row.source(field)))
}

/// By what the row itself names; rows that name nothing are told apart by their order.
fn key(row: Row) -> String {
    let named = [Field::InvoiceNo, Field::LineNo, Field::JobNo, Field::CustomerNo];
    let parts: Vec<&str> = named.into_iter().filter_map(|field| row.text(field)).collect();
    parts.join(":")
}

/// The row's own amount is what is at stake.
fn amount(row: Row) -> Option<Money> {
    [Field::Gross, Field::Net, Field::Amount].into_iter().find_map(|field| row.money(field))
}

fn cell(row: Row, field: Field) -> Option<Arg> {
    let money = || row.money(field).map(Arg::from);
    let figure = match field.value() {
        ValueKind::Amount => money(),
        ValueKind::Percent => row.number(field).map(Arg::Percent),
        _ => row.number(field).map(Arg::from),
    };
    let text = || row.text(field).map(Arg::from);
    let date = || row.date(field).map(Arg::from);
    figure.or_else(date).or_else(text)
}

/// Where the words of a rule stand: those of the house's own share one place.
pub fn word_key(code: &str) -> &str {
    if own_code(code).is_some() { "own-rule" } else { code }
}
