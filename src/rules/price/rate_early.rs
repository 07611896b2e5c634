//! PRC-05: a unit price is that of a rate which had not begun on the day of service, and no rate in
//! force has it.

use super::{PRICES, judged, on_day, service};
use crate::analysis::pricing::{Prices, Verdict};
use crate::base::Severity;
use crate::model::Owner;
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};
use crate::words::Arg;

pub static RULE: Rule = Rule {
    code: "PRC-05",
    since: "0.1.0",
    severity: Severity::Break,
    topic: Topic::Price,
    owner: Owner::Billing,
    needs: &[Need::Column(Kind::Rates, Field::ValidFrom), PRICES],
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for (charge, fit, verdict) in judged(case) {
        let Verdict::Early { future, current } = verdict else { continue };
        let future = case.book.rate(future as usize);
        let (Some(price), Some(begin)) = (charge.unit_price(), future.0.date(Field::ValidFrom))
        else {
            continue;
        };
        let mut finding = findings
            .at(charge.0.source(Field::UnitPrice), &charge.key())
            .arg("service", service(case, charge))
            .arg("billed", price)
            .arg("begins", begin)
            .arg("date", on_day(fit))
            .found(price)
            .evidence("evidence-rate-early", future.0.source(Field::ValidFrom))
            // Without a rate in force nothing of the charge is agreed.
            .stake(charge.net())
            .of_charge(case.book, charge);
        let current = current.map(|at| case.book.rate(at as usize));
        let prices = current.and_then(|rate| Prices::of(charge, rate, fit.weight));
        if let (Some(rate), Some(prices)) = (current, prices) {
            finding = finding
                .expected(prices.contracted)
                .stake(prices.at_stake(charge))
                .evidence("evidence-rate", rate.0.source(Field::UnitPrice));
        }
        let now = prices.map(|prices| Arg::from(prices.contracted));
        let now = now.unwrap_or_else(|| Arg::term("value-none"));
        findings.push(finding.arg("current", now));
    }
}
