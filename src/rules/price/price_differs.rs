//! PRC-03: a unit price differs from the one contracted rate in force on the day of service, beyond
//! the tolerance of the policy. Not a price that an ended rate explains: that is PRC-04; nor a price
//! of nought: that is PRC-13.

use super::{PRICED, PRICES, SERVICES, judged, on_day, price_cell, service};
use crate::analysis::pricing::{ByUse, Fit, Prices, Verdict, cannot_tell_charges};
use crate::base::Severity;
use crate::model::{Charge, Owner};
use crate::rules::dates::pro_ration::{is_month, is_part_of_month};
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};
use crate::words::{Arg, format};

pub static RULE: Rule = Rule {
    code: "PRC-03",
    since: "0.1.0",
    severity: Severity::Break,
    topic: Topic::Price,
    owner: Owner::Billing,
    needs: &[Need::Table(Kind::Rates), PRICED, PRICES],
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    if cannot_tell_charges(case.book) {
        findings.cannot_run(SERVICES);
        return;
    }
    for (charge, fit, verdict) in judged(case) {
        let Verdict::Differs(at) = verdict else { continue };
        let rate = case.book.rate(at as usize);
        if let Some(by_use) = case.pricing.by_use(case.book, charge, at) {
            report_by_use(case, charge, fit, by_use, findings);
            continue;
        }
        let Some(prices) = Prices::of(charge, rate, fit.weight) else { continue };
        if prices.billed.is_zero() {
            continue;
        }
        // The share of its days in a month at this price.
        let whole = prices.contracted.checked_mul(prices.quantity);
        let is_part = |(whole, net)| is_month(rate.0) && is_part_of_month(case, charge, whole, net);
        if whole.zip(charge.net()).is_some_and(is_part) {
            continue;
        }
        let share = prices.difference().checked_div(prices.contracted);
        let finding = findings
            .at(price_cell(charge), &charge.key())
            .arg("service", service(case, charge))
            .arg("what", Arg::term("price-of-one"))
            .arg("billed", prices.billed)
            .arg("rate", prices.contracted)
            .arg("percent", share.map_or_else(|| Arg::term("value-not-stated"), Arg::percent))
            .arg("date", on_day(fit))
            .found(prices.billed)
            .expected(prices.contracted)
            .stake(prices.at_stake(charge))
            .evidence("evidence-rate", rate.0.source(Field::UnitPrice))
            .of_charge(case.book, charge);
        findings.push(finding);
    }
}

/// The amount of the whole charge, with the steps that lead to it and every row that takes part.
fn report_by_use(case: &Case, charge: Charge, fit: &Fit, by_use: ByUse, findings: &mut Findings) {
    let ByUse { prices, steps, rates } = by_use;
    let share = prices.difference().checked_div(prices.contracted);
    let mut finding = findings
        .at(charge.amount_source(), &charge.key())
        .arg("service", service(case, charge))
        .arg("what", Arg::term("price-of-all"))
        .arg("billed", prices.billed)
        .arg("rate", format!("{steps} = {}", format::number(prices.contracted)))
        .arg("percent", share.map_or_else(|| Arg::term("value-not-stated"), Arg::percent))
        .arg("date", on_day(fit))
        .found(prices.billed)
        .expected(prices.contracted)
        .stake(prices.at_stake(charge))
        .evidence(Field::Qty.word(), charge.0.source(Field::Qty))
        .of_charge(case.book, charge);
    let by_time = [Field::FirstInterval, Field::NextInterval];
    for row in rates.into_iter().map(|at| case.book.rate(at as usize).0) {
        finding = finding.evidence("evidence-rate", row.source(Field::UnitPrice));
        for field in by_time.into_iter().filter(|&field| row.number(field).is_some()) {
            finding = finding.evidence(field.word(), row.source(field));
        }
    }
    findings.push(finding);
}
