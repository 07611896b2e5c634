//! SEQ-04: a number was cancelled and nothing records why: no reason, no remark, no approval.

use crate::base::{Severity, fold_word as fold};
use crate::model::{Owner, is_void_word};
use crate::rules::placeholder::is_placeholder;
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};

pub static RULE: Rule = Rule {
    code: "SEQ-04",
    since: "0.1.0",
    severity: Severity::Review,
    topic: Topic::Sequence,
    owner: Owner::Billing,
    needs: &[
        Need::Column(Kind::Invoices, Field::Status),
        Need::AnyColumn(&[
            (Kind::Invoices, Field::CorrectionReason),
            (Kind::Invoices, Field::ApprovedBy),
        ]),
    ],
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    let records = [Field::CorrectionReason, Field::Text, Field::ApprovedBy];
    for invoice in case.book.invoices().filter(|invoice| invoice.is_void()) {
        let Some(row) = invoice.header() else { continue };
        let status = row.text(Field::Status).filter(|status| is_void_word(status));
        let recorded = records.iter().filter_map(|&field| row.text(field));
        let mut recorded = recorded
            .filter(|text| !is_placeholder(text) && fold(text) != fold(status.unwrap_or_default()));
        let has_column = row.has(Field::CorrectionReason) || row.has(Field::ApprovedBy);
        if !has_column || recorded.next().is_some() {
            continue;
        }
        let finding = findings
            .at(row.source(Field::Status), invoice.key())
            .arg("invoice", invoice.no())
            .arg("status", status.unwrap_or_default())
            .found(status.unwrap_or_default())
            .stake(invoice.worth().filter(|worth| !worth.is_zero()))
            .of_invoice(Some(invoice));
        // The cells in which the record would stand.
        let blank = [Field::CorrectionReason, Field::ApprovedBy].into_iter();
        let blank = blank.filter(|&field| row.has(field));
        findings.push(blank.fold(finding, |f, field| f.evidence(field.word(), row.source(field))));
    }
}
