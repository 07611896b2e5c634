//! PRC-04: a unit price is that of a rate which had ended on the day of service, and no rate in
//! force has it.

use super::{OutOfDays, PRICES, judged, tell_out_of_days};
use crate::analysis::pricing::Verdict;
use crate::base::Severity;
use crate::model::Owner;
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};

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
        let Verdict::Ended { ended: rate, current } = verdict else { continue };
        let billed = OutOfDays {
            rate,
            day: Field::ValidTo,
            arg: "ended",
            evidence: "evidence-rate-ended",
            current,
        };
        tell_out_of_days(case, (charge, fit), billed, findings);
    }
}
