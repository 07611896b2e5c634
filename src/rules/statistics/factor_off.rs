//! STA-03: an amount or price that is ten, a hundred or a thousand times the fixed one of its customer
//! and service, that part of it, or has two of its digits changed over.

use super::usual::{Unusual, unusual};
use super::{CHARGES, CUSTOMERS};
use crate::base::{Decimal, Severity};
use crate::model::Owner;
use crate::rules::{Case, Findings, Rule, Topic};

pub static RULE: Rule = Rule {
    code: "STA-03",
    since: "0.1.0",
    severity: Severity::Review,
    topic: Topic::Statistics,
    owner: Owner::Billing,
    needs: &[CHARGES, CUSTOMERS],
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for one in unusual(case) {
        if let Some(meant) = one.meant {
            report(case, one, meant, findings);
        }
    }
}

fn report(case: &Case, one: &Unusual, meant: Decimal, findings: &mut Findings) {
    let charge = one.charge(case.book);
    let finding = findings
        .at(charge.amount_source(), &charge.key())
        .arg("charge", charge.code().unwrap_or_default())
        .arg("found", one.value)
        .arg("usual", meant)
        .arg("count", one.count)
        .found(one.value)
        .expected(meant)
        .stake(one.over(case.book, meant))
        .evidence("evidence-usual-charge", one.usual_cell(case.book))
        .of_charge(case.book, charge);
    findings.push(finding);
}
