//! STA-05: a charge that came once a month at one amount is on no invoice of the month, though the
//! customer was billed.

use std::collections::BTreeMap;

use super::history::{Customer, HABIT_MONTHS, MONTHS, history};
use super::{CHARGES, CUSTOMERS, DATES};
use crate::base::{Money, Severity};
use crate::model::{Charge, Owner};
use crate::rules::{Case, Findings, Rule, Topic};
use crate::table::Field;

pub static RULE: Rule = Rule {
    code: "STA-05",
    since: "0.1.0",
    severity: Severity::Review,
    topic: Topic::Statistics,
    owner: Owner::Billing,
    needs: &[CHARGES, DATES, CUSTOMERS],
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    let Some(history) = history(case) else { return };
    for customer in history.customers.values() {
        for (code, last) in gone(case, customer, history.month) {
            report(case, customer, history.month, (code, last), findings);
        }
    }
}

/// The charges that are missing, with the last one of each.
fn gone<'c>(case: &Case<'c>, customer: &'c Customer, month: i64) -> Vec<(&'c str, Charge<'c>)> {
    let mut gone: Vec<(&str, Charge)> = Vec::new();
    for months in customer.charges.values() {
        if in_a_row(months, month) < HABIT_MONTHS || months.contains_key(&month) {
            continue;
        }
        let once = months.values().all(|charges| charges.len() == 1);
        let charge = |&at: &u32| case.book.charge(at as usize);
        let mut charges = months.values().flatten().map(charge);
        let last = months.values().flatten().map(charge).next_back();
        let (Some(first), Some(last)) = (charges.next(), last) else { continue };
        let is_fixed = charges.all(|charge| charge.net() == first.net());
        if once && is_fixed {
            gone.push((last.code().unwrap_or_default(), last));
        }
    }
    gone.sort_by_key(|(code, _)| *code);
    gone
}

/// Months on end, up to the one before, in which the charge came.
fn in_a_row<T>(months: &BTreeMap<i64, T>, month: i64) -> i64 {
    (1..=MONTHS).take_while(|back| months.contains_key(&(month - back))).count() as i64
}

fn report(
    case: &Case,
    customer: &Customer,
    month: i64,
    (code, last): (&str, Charge),
    findings: &mut Findings,
) {
    let Some(invoice) = customer.largest(case.book) else { return };
    let Some(at) = invoice.source(Field::InvoiceNo) else { return };
    let name = invoice.customer_label().unwrap_or_default();
    let stake = last.net().map(|net| Money::new(-net.minor, net.currency));
    let mut finding = findings
        .at(at, &format!("{name}:{code}:{month}"))
        .arg("customer", name)
        .arg("charge", code)
        .arg("last", last.invoice_no().unwrap_or_default())
        .stake(stake)
        .evidence("evidence-line", last.amount_source())
        .of_invoice(Some(invoice));
    if let Some(net) = last.net() {
        finding = finding.expected(net);
    }
    findings.push(finding);
}
