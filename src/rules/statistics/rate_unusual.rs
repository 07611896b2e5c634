//! STA-04: a price for one unit or kilogram far from the usual one of the same customer, service and
//! lane. A slip of the pen is STA-03.

use super::usual::{Measure, Unusual, unusual};
use super::{CHARGES, CUSTOMERS};
use crate::base::Severity;
use crate::model::Owner;
use crate::rules::{Case, Findings, Rule, Topic};
use crate::table::Field;

pub static RULE: Rule = Rule {
    code: "STA-04",
    since: "0.1.0",
    severity: Severity::Review,
    topic: Topic::Statistics,
    owner: Owner::Billing,
    needs: &[CHARGES, CUSTOMERS],
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    let wanted = |one: &&Unusual| one.measure == Measure::Rate && one.meant.is_none();
    unusual(case).iter().filter(wanted).for_each(|one| report(case, one, findings));
}

fn report(case: &Case, one: &Unusual, findings: &mut Findings) {
    let charge = one.charge(case.book);
    let price = [Field::UnitPrice, Field::Qty].into_iter().find(|&f| charge.0.has(f));
    let at = price.map_or_else(|| charge.amount_source(), |f| charge.0.source(f));
    let finding = findings
        .at(at, &charge.key())
        .arg("charge", charge.code().unwrap_or_default())
        .arg("rate", one.value)
        .arg("low", one.low.round_dp(4).normalize())
        .arg("high", one.high.round_dp(4).normalize())
        .arg("count", one.count)
        .found(one.value)
        .expected(one.median)
        .stake(one.over(case.book, one.median))
        .evidence("evidence-usual-charge", one.usual_cell(case.book))
        .of_charge(case.book, charge);
    findings.push(finding);
}
