//! STA-01: an amount far from what the same customer, service and lane usually come to. A line with a
//! quantity is judged by its price (STA-04), a slip of the pen is STA-03.

use super::usual::{Measure, Unusual, unusual};
use super::{CHARGES, CUSTOMERS};
use crate::base::{Money, Severity};
use crate::model::Owner;
use crate::rules::{Case, Findings, Rule, Topic};

pub static RULE: Rule = Rule {
    code: "STA-01",
    since: "0.1.0",
    severity: Severity::Review,
    topic: Topic::Statistics,
    owner: Owner::Billing,
    needs: &[CHARGES, CUSTOMERS],
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    let wanted = |one: &&Unusual| one.measure == Measure::Amount && one.meant.is_none();
    unusual(case).iter().filter(wanted).for_each(|one| report(case, one, findings));
}

fn report(case: &Case, one: &Unusual, findings: &mut Findings) {
    let charge = one.charge(case.book);
    let Some(net) = charge.net() else { return };
    let money = |value| Money::round(value, net.currency).unwrap_or(net);
    let finding = findings
        .at(charge.amount_source(), &charge.key())
        .arg("charge", charge.code().unwrap_or_default())
        .arg("amount", net)
        .arg("low", money(one.low))
        .arg("high", money(one.high))
        .arg("count", one.count)
        .found(net)
        .expected(money(one.median))
        .stake(one.over(case.book, one.median))
        .evidence("evidence-usual-charge", one.usual_cell(case.book))
        .of_charge(case.book, charge);
    findings.push(finding);
}
