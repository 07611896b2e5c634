//! CMP-04: an invoice line that bills something and says neither by code nor in words what.

use crate::base::Severity;
use crate::model::{Charge, Owner};
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};

pub static RULE: Rule = Rule {
    code: "CMP-04",
    since: "0.1.0",
    severity: Severity::Review,
    topic: Topic::Completeness,
    owner: Owner::Billing,
    needs: &[Need::AnyColumn(&[(Kind::Lines, Field::ServiceCode), (Kind::Lines, Field::Text)])],
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    let lines = || case.book.charges().filter(|charge| !charge.is_header());
    let bills = |line: &Charge| line.net().is_some_and(|net| !net.is_zero());
    let unnamed: Vec<Charge> = lines().filter(|line| line.code().is_none()).filter(bills).collect();
    if unnamed.is_empty() {
        return;
    }
    // A column that is mostly blank is not where this house writes it.
    if unnamed.len() * 2 > lines().filter(bills).count() {
        findings.cannot_run(Need::Column(Kind::Lines, Field::Text));
        return;
    }
    unnamed.into_iter().for_each(|line| report(case, line, findings));
}

fn report(case: &Case, line: Charge, findings: &mut Findings) {
    let fields = [Field::Text, Field::ServiceCode];
    let field = fields.into_iter().find(|&field| line.0.has(field));
    let at = field.map_or_else(|| line.0.row_source(), |field| line.0.source(field));
    // A cell that holds an error is CMP-10.
    if field.and_then(|field| line.0.raw(field)).is_some_and(|cell| !cell.text.trim().is_empty()) {
        return;
    }
    let finding = findings
        .at(at, &line.key())
        .arg("invoice", line.invoice_no().unwrap_or_default())
        .arg("row", at.row)
        .stake(line.net())
        .evidence("evidence-amount", line.amount_source())
        .of_charge(case.book, line);
    findings.push(finding);
}
