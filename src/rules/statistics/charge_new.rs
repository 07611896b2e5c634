//! STA-06: a charge that the customer never had before, where its charges were always the same ones.

use std::collections::{BTreeMap, BTreeSet};

use super::history::{HABIT_MONTHS, history};
use super::{CHARGES, CUSTOMERS, DATES};
use crate::base::{Severity, Sums};
use crate::model::{Charge, Owner};
use crate::rules::{Case, Findings, Rule, Topic};
use crate::table::Field;

pub static RULE: Rule = Rule {
    code: "STA-06",
    since: "0.1.0",
    severity: Severity::Note,
    topic: Topic::Statistics,
    owner: Owner::Billing,
    needs: &[CHARGES, DATES, CUSTOMERS],
    check,
};

/// Months without a new charge before this one that make the charges settled.
const SETTLED_MONTHS: i64 = 3;

fn check(case: &Case, findings: &mut Findings) {
    let Some(history) = history(case) else { return };
    for customer in history.customers.values() {
        // A register without its charges says nothing of which there were.
        let known = customer.charges.values().flat_map(|months| months.keys());
        let before: BTreeSet<i64> = known.copied().filter(|month| *month < history.month).collect();
        let billed_before = before.len();
        let mut firsts = customer.charges.values().filter_map(|months| months.keys().next());
        let settling = history.month - SETTLED_MONTHS..history.month;
        if (billed_before as i64) < HABIT_MONTHS || firsts.any(|first| settling.contains(first)) {
            continue;
        }
        let is_new =
            |months: &BTreeMap<i64, Vec<u32>>| months.keys().next() == Some(&history.month);
        let new = customer.charges.values().filter(|months| is_new(months));
        let charges = new.map(|months| {
            let positions = months.values().flatten();
            positions.map(|&at| case.book.charge(at as usize)).collect::<Vec<Charge>>()
        });
        let mut new: Vec<Vec<Charge>> = charges.collect();
        new.sort_by_key(|charges| charges.first().and_then(|charge| charge.code()));
        new.into_iter().for_each(|charges| report(case, charges, findings));
    }
}

fn report(case: &Case, charges: Vec<Charge>, findings: &mut Findings) {
    let Some(first) = charges.first() else { return };
    let code = first.code().unwrap_or_default();
    let Some(net) = first.net() else { return };
    let total =
        charges.iter().filter_map(|charge| charge.net()).collect::<Sums>().get(net.currency);
    let field = [Field::ServiceCode, Field::Text].into_iter().find(|&f| first.0.text(f).is_some());
    let at = field.map_or_else(|| first.0.row_source(), |field| first.0.source(field));
    let finding = findings.at(at, &first.key()).of_charge(case.book, *first);
    let customer = finding.customer.clone().unwrap_or_default();
    let finding =
        finding.arg("charge", code).arg("customer", customer).found(code).stake(Some(total));
    findings.push(finding);
}
