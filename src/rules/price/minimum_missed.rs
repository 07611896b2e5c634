//! PRC-06: a charge comes to less than the minimum of its rate. The minimum holds for a job, so
//! lines of one job under one rate count together.

use super::{CHARGES, judged, service};
use crate::analysis::pricing::Verdict;
use crate::base::{Money, QuickMap, Severity, fold_id};
use crate::model::{Charge, Owner};
use crate::rules::arithmetic::line_amount::readings_of_discount;
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};

pub static RULE: Rule = Rule {
    code: "PRC-06",
    since: "0.1.0",
    severity: Severity::Review,
    topic: Topic::Price,
    owner: Owner::Billing,
    needs: &[Need::Column(Kind::Rates, Field::MinCharge), CHARGES],
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    let mut sums: QuickMap<(u32, String), i64> = QuickMap::default();
    let with_minimum = || {
        judged(case).filter_map(|(charge, _, verdict)| {
            let Verdict::Fits(at) = verdict else { return None };
            let rate = case.book.rate(at as usize);
            let minimum = Money::round(rate.0.number(Field::MinCharge)?, charge.0.currency())?;
            let other = rate.0.currency();
            let same = other == minimum.currency || other.is_none() || minimum.currency.is_none();
            same.then_some((at, rate, minimum, charge))
        })
    };
    for (at, _, _, charge) in with_minimum() {
        if let (Some(net), Some(job)) = (charge.net(), charge.job_no()) {
            *sums.entry((at, fold_id(job))).or_default() += net.minor;
        }
    }
    for (at, rate, minimum, charge) in with_minimum() {
        let Some(net) = charge.net().filter(|net| net.minor > 0 && net.minor < minimum.minor)
        else {
            continue;
        };
        // Removed when reported: the shortfall of a job is one finding, on its first line.
        let sum = match charge.job_no() {
            Some(job) => sums.remove(&(at, fold_id(job))),
            None => Some(net.minor),
        };
        let Some(sum) = sum.filter(|sum| *sum < minimum.minor) else { continue };
        // The minimum was billed, and a discount taken off it.
        let discounted = readings_of_discount(&charge, minimum.decimal());
        if discounted.into_iter().any(|left| Money::round(left, net.currency) == Some(net)) {
            continue;
        }
        let billed = Money::new(sum, minimum.currency);
        let finding = findings
            .at(amount_cell(charge), &charge.key())
            .arg("service", service(case, charge))
            .arg("net", billed)
            .arg("minimum", minimum)
            .found(billed)
            .expected(minimum)
            .stake(Some(Money::new(sum - minimum.minor, minimum.currency)))
            .evidence("evidence-rate-minimum", rate.0.source(Field::MinCharge))
            .of_charge(case.book, charge);
        findings.push(finding);
    }
}

fn amount_cell(charge: Charge) -> crate::base::Source {
    let fields = [Field::Net, Field::Amount, Field::UnitPrice];
    let field = fields.into_iter().find(|&field| charge.0.has(field));
    field.map_or_else(|| charge.0.row_source(), |field| charge.0.source(field))
}
