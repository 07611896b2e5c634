//! CRB-06: a credit note without a reason, or without the approval that its amount needs.

use crate::base::Severity;
use crate::model::{Invoice, Owner, Row};
use crate::rules::placeholder::is_placeholder;
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};
use crate::words::Arg;

pub static RULE: Rule = Rule {
    code: "CRB-06",
    since: "0.1.0",
    severity: Severity::Break,
    topic: Topic::Credit,
    owner: Owner::Billing,
    needs: &[Need::AnyColumn(&[
        (Kind::Invoices, Field::CorrectionReason),
        (Kind::Lines, Field::CorrectionReason),
        (Kind::Invoices, Field::ApprovedBy),
    ])],
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    let from = case.policy.credit_approval_from;
    for credit in case.book.invoices().filter(|i| i.is_credit() && !i.is_void()) {
        let worth = credit.worth();
        let needs_approval = worth.is_some_and(|worth| worth.decimal().abs() >= from);
        let reason = lacking(&credit, Field::CorrectionReason);
        let approval = lacking(&credit, Field::ApprovedBy).filter(|_| needs_approval);
        let missing = [(Field::CorrectionReason, reason), (Field::ApprovedBy, approval)];
        let mut missing = missing.into_iter().filter_map(|(field, row)| Some((field, row?)));
        let Some((field, row)) = missing.next() else { continue };
        let mut finding = findings
            .at(row.source(field), credit.key())
            .arg("credit", credit.no())
            .arg("field", Arg::term(field.word()))
            .stake(worth)
            .of_invoice(Some(credit));
        if let Some((other, row)) = missing.next() {
            finding = finding.evidence(other.word(), row.source(other));
        }
        findings.push(finding);
    }
}

/// The row that has the column and leaves it blank, where no row of the note fills it.
fn lacking<'b>(credit: &Invoice<'b>, field: Field) -> Option<Row<'b>> {
    let rows = || credit.headers().chain(credit.lines().map(|line| line.0));
    let filled = |row: Row| row.text(field).is_some_and(|text| !is_placeholder(text));
    if rows().any(filled) {
        return None;
    }
    rows().find(|row| row.has(field))
}
