//! PRC-04: a unit price is that of a rate which had ended on the day of service, and no rate in
//! force has it.

use super::{PRICES, judged, on_day, service};
use crate::analysis::pricing::{Prices, Verdict};
use crate::base::Severity;
use crate::model::Owner;
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};
use crate::words::Arg;

pub static RULE: Rule = Rule {
    code: "PRC-04",
    since: "0.1.0",
    severity: Severity::Break,
    topic: Topic::Price,
    owner: Owner::Billing,
    needs: &[Need::Column(Kind::Rates, Field::ValidTo), PRICES],
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for (charge, fit, verdict) in judged(case) {
        let Verdict::Ended { ended, current } = verdict else { continue };
        let ended = case.book.rate(ended as usize);
        let (Some(price), Some(end)) = (charge.unit_price(), ended.0.date(Field::ValidTo)) else {
            continue;
        };
        let mut finding = findings
            .at(charge.0.source(Field::UnitPrice), &charge.key())
            .arg("service", service(case, charge))
            .arg("billed", price)
            .arg("ended", end)
            .arg("date", on_day(fit))
            .found(price)
            .evidence("evidence-rate-ended", ended.0.source(Field::ValidTo))
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
