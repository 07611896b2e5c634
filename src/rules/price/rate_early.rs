//! PRC-05: a unit price is that of a rate which had not begun on the day of service, and no rate in
//! force has it.

use super::{OutOfDays, PRICES, judged, tell_out_of_days};
use crate::analysis::pricing::Verdict;
use crate::base::Severity;
use crate::model::Owner;
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};

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
        let Verdict::Early { future: rate, current } = verdict else { continue };
        let billed = OutOfDays {
            rate,
            day: Field::ValidFrom,
            arg: "begins",
            evidence: "evidence-rate-early",
            current,
        };
        tell_out_of_days(case, (charge, fit), billed, findings);
    }
}
