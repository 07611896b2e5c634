//! ARI-05: gross less what was prepaid, with the rounding amount, is not the amount due (EN 16931
//! BR-CO-16).
//!
//! In a ledger the amount due shrinks with every payment. Only a file in which the sum holds for at
//! least half of its invoices means it to hold; settled invoices are left out.

use crate::base::{Money, Severity};
use crate::model::{Owner, Row, is_void_word};
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Cell, Field, Kind};

pub static RULE: Rule = Rule {
    code: "ARI-05",
    since: "0.1.0",
    severity: Severity::Break,
    topic: Topic::Arithmetic,
    owner: Owner::Billing,
    needs: &[
        Need::Column(Kind::Invoices, Field::Gross),
        Need::Column(Kind::Invoices, Field::OpenAmount),
        Need::AnyColumn(&[
            (Kind::Invoices, Field::Prepaid),
            (Kind::Invoices, Field::RoundingAmount),
        ]),
    ],
    check,
};

struct Due<'b> {
    row: Row<'b>,
    gross: Money,
    prepaid: Money,
    rounding: Money,
    stated: Money,
    expected: Money,
}

fn check(case: &Case, findings: &mut Findings) {
    let numbered = case.book.invoices().flat_map(|invoice| invoice.headers());
    let all: Vec<Due> = numbered.chain(case.book.unnumbered()).filter_map(due).collect();
    let wrong = || all.iter().filter(|due| due.stated != due.expected);
    if wrong().count() * 2 > all.len() {
        findings.cannot_run(Need::Column(Kind::Invoices, Field::Prepaid));
        return;
    }
    wrong().for_each(|due| report(due, findings));
}

fn due(row: Row) -> Option<Due> {
    if row.text(Field::Status).is_some_and(is_void_word) || row.date(Field::ClearedDate).is_some() {
        return None;
    }
    let (gross, stated) = (row.money(Field::Gross)?, row.money(Field::OpenAmount)?);
    let or_nought = |field: Field| match row.number_cell(field) {
        Cell::Blank => Some(Money::new(0, gross.currency)),
        Cell::Ok(_) => row.money(field),
        Cell::Failed => None,
    };
    let (prepaid, rounding) = (or_nought(Field::Prepaid)?, or_nought(Field::RoundingAmount)?);
    // Some lists write what is deducted with a minus.
    let deducted =
        prepaid.minor.checked_mul(if gross.minor < 0 { 1 } else { prepaid.minor.signum() })?;
    let minor = gross.minor.checked_sub(deducted)?.checked_add(rounding.minor)?;
    let expected = Money::new(minor, gross.currency);
    let settled = stated.is_zero() && !expected.is_zero();
    (!settled).then_some(Due { row, gross, prepaid, rounding, stated, expected })
}

fn report(due: &Due, findings: &mut Findings) {
    let no = due.row.text(Field::InvoiceNo).unwrap_or_default();
    let difference = due.stated.minor.saturating_sub(due.expected.minor);
    let mut finding = findings
        .at(due.row.source(Field::OpenAmount), no)
        .arg("invoice", no)
        .arg("gross", due.gross)
        .arg("prepaid", due.prepaid)
        .arg("rounding", due.rounding)
        .arg("expected", due.expected)
        .arg("stated", due.stated)
        .found(due.stated)
        .expected(due.expected)
        .stake(Some(Money::new(difference, due.stated.currency)))
        .evidence(Field::Gross.word(), due.row.source(Field::Gross))
        .row(due.row);
    for field in [Field::Prepaid, Field::RoundingAmount] {
        if due.row.has(field) {
            finding = finding.evidence(field.word(), due.row.source(field));
        }
    }
    findings.push(finding);
}
