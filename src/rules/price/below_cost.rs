//! PRC-15: a job that is billed in full brings less over its cost than the house wants.

use crate::analysis::unbilled::JobState;
use crate::base::{Decimal, Money, Severity};
use crate::model::Owner;
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};
use crate::words::Arg;

pub static RULE: Rule = Rule {
    code: "PRC-15",
    since: "0.1.0",
    severity: Severity::Review,
    topic: Topic::Price,
    owner: Owner::Pricing,
    needs: &[
        Need::Column(Kind::Jobs, Field::Cost),
        Need::AnyColumn(&[(Kind::Lines, Field::JobNo), (Kind::Invoices, Field::JobNo)]),
    ],
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    let floor = case.policy.margin_floor;
    for job in case.unbilled.jobs.iter().filter(|job| job.state == JobState::Billed) {
        let row = case.book.job(job.job).0;
        let (Some(billed), Some(mut cost)) = (job.billed, row.money(Field::Cost)) else { continue };
        if cost.currency.is_none()
            && billed.currency == case.shared.only_currency(case.book)
            && let Some(exact) = row.number(Field::Cost)
            && let Some(known) = Money::round(exact, billed.currency)
        {
            cost = known;
        }
        if billed.currency != cost.currency || billed.minor <= 0 || cost.minor <= 0 {
            continue;
        }
        let difference = billed.decimal() - cost.decimal();
        let Some(margin) = difference.checked_div(billed.decimal()) else { continue };
        if margin >= floor {
            continue;
        }
        let mut stake = billed;
        stake.minor -= cost.minor;
        let no = row.text(Field::JobNo).unwrap_or_default();
        let finding = findings
            .at(row.source(Field::Cost), no)
            .arg("job", no)
            .arg("billed", billed)
            .arg("cost", cost)
            .arg("margin", Arg::percent(rounded(margin)))
            .arg("floor", Arg::percent(floor))
            .found(billed)
            .stake(Some(stake))
            .row(row);
        findings.push(finding);
    }
}

fn rounded(share: Decimal) -> Decimal {
    crate::base::round_to(share, 4)
}
