//! PRC-01: no row of the rate card is in force for a charge. Not a line at the price of a rate that
//! has ended: that is PRC-04.

use super::fuel_table::is_fuel;
use super::{CHARGES, PRICED, SERVICES, judged, on_day, service};
use crate::analysis::pricing::{Verdict, cannot_tell_charges};
use crate::base::Severity;
use crate::model::Owner;
use crate::rules::tax::pass_through_taxed::Named;
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};
use crate::words::Arg;

pub static RULE: Rule = Rule {
    code: "PRC-01",
    since: "0.1.0",
    severity: Severity::Review,
    topic: Topic::Price,
    owner: Owner::Pricing,
    needs: &[Need::Table(Kind::Rates), PRICED, CHARGES],
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    if cannot_tell_charges(case.book) {
        findings.cannot_run(SERVICES);
        return;
    }
    let has_fuel_table = case.book.fuel_rates().len() > 0;
    let named = Named::read(case);
    for (charge, fit, _) in judged(case).filter(|(_, _, v)| *v == Verdict::NoRate) {
        // Priced by its own table (PRC-10).
        if has_fuel_table && is_fuel(charge) {
            continue;
        }
        // A share of other lines, or what is passed on at what it cost: no card prices them.
        let is_share = charge.0.number(Field::Percent).is_some_and(|percent| !percent.is_zero());
        if is_share && charge.0.has(Field::PercentBase) || named.passed_through(&charge) {
            continue;
        }
        let told = [Field::ServiceCode, Field::Text, Field::UnitPrice, Field::InvoiceNo];
        let cell = told.into_iter().find(|&field| charge.0.raw(field).is_some());
        let at = cell.map_or_else(|| charge.0.row_source(), |field| charge.0.source(field));
        let mut finding = findings
            .at(at, &charge.key())
            .arg("service", service(case, charge))
            .arg("date", on_day(fit))
            .stake(charge.net())
            .of_charge(case.book, charge);
        // A rate of another period is where the missing one belongs.
        for &rate in fit.out_of_force.iter().take(2) {
            let rate = case.book.rate(rate as usize).0;
            finding = finding.evidence("evidence-rate-other-period", rate.source(Field::UnitPrice));
        }
        let customer = finding.customer.clone();
        let customer = customer.map_or_else(|| Arg::term("value-not-stated"), Arg::from);
        findings.push(finding.arg("customer", customer));
    }
}
