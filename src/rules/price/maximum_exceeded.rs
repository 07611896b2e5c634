//! PRC-07: a charge comes to more than the maximum of its rate.

use super::{CHARGES, judged, service};
use crate::base::{Money, Severity};
use crate::model::Owner;
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};

pub static RULE: Rule = Rule {
    code: "PRC-07",
    since: "0.1.0",
    severity: Severity::Break,
    topic: Topic::Price,
    owner: Owner::Billing,
    needs: &[Need::Column(Kind::Rates, Field::MaxCharge), CHARGES],
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for (charge, _, verdict) in judged(case).filter(|(charge, _, _)| !charge.is_header()) {
        let Some(rate) = verdict.rate().map(|at| case.book.rate(at as usize)) else { continue };
        let Some(maximum) = rate.0.money(Field::MaxCharge).filter(|max| max.minor > 0) else {
            continue;
        };
        let Some(net) = charge.net() else { continue };
        let comparable = net.currency == maximum.currency
            || maximum.currency.is_none()
            || net.currency.is_none();
        if !comparable || net.decimal() <= maximum.decimal() {
            continue;
        }
        let maximum = Money::round(maximum.decimal(), net.currency).unwrap_or(maximum);
        let finding = findings
            .at(charge.amount_source(), &charge.key())
            .arg("service", service(case, charge))
            .arg("net", net)
            .arg("maximum", maximum)
            .found(net)
            .expected(maximum)
            .stake(Some(Money::new(net.minor - maximum.minor, net.currency)))
            .evidence("evidence-rate-maximum", rate.0.source(Field::MaxCharge))
            .of_charge(case.book, charge);
        findings.push(finding);
    }
}
