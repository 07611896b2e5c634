//! STA-02: what a customer is billed in a month lies far outside its six months before.

use super::history::{Customer, MONTHS, history};
use super::{CUSTOMERS, DATES};
use crate::base::{Currency, Decimal, Money, Severity};
use crate::model::Owner;
use crate::rules::{Case, Findings, Rule, Topic};
use crate::table::Field;
use crate::words::Arg;

pub static RULE: Rule = Rule {
    code: "STA-02",
    since: "0.1.0",
    severity: Severity::Review,
    topic: Topic::Statistics,
    owner: Owner::Billing,
    needs: &[DATES, CUSTOMERS],
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    let Some(history) = history(case) else { return };
    for ((_, currency), customer) in &history.customers {
        judge(case, history.month, *currency, customer, findings);
    }
}

fn judge(
    case: &Case,
    month: i64,
    currency: Currency,
    customer: &Customer,
    findings: &mut Findings,
) {
    let before: Vec<i64> = customer.totals.range(..month).map(|(_, total)| *total).collect();
    let (Some(&low), Some(&high)) = (before.iter().min(), before.iter().max()) else { return };
    let Some(largest) = customer.largest(case.book) else { return };
    let Some(&total) = customer.totals.get(&month) else { return };
    // A month without a bill is no month of the habit.
    if before.len() < MONTHS as usize || low <= 0 {
        return;
    }
    let share = case.policy.month_band_share;
    let floor = Decimal::from(low) * (Decimal::ONE - share);
    let ceiling = Decimal::from(high) * (Decimal::ONE + share);
    let now = Decimal::from(total);
    if (floor <= now && now <= ceiling) || !is_habit(&before, share) {
        return;
    }
    let mean = before.iter().sum::<i64>() / MONTHS;
    let money = |minor| Money::new(minor, currency);
    let Some(at) = largest.source(Field::InvoiceDate) else { return };
    let off = (now - Decimal::from(mean)).checked_div(Decimal::from(mean)).unwrap_or_default();
    let name = largest.customer_label().unwrap_or_default();
    let mut finding = findings
        .at(at, &format!("{name}:{month}"))
        .arg("customer", name)
        .arg("total", money(total))
        .arg("low", money(low))
        .arg("high", money(high))
        .arg("off", Arg::percent(off.round_dp(3)))
        .found(money(total))
        .expected(money(mean))
        .stake(Some(money(total - mean)))
        .of_invoice(Some(largest));
    if let Some(source) = largest.source(Field::Gross) {
        finding = finding.evidence("evidence-amount", source);
    }
    findings.push(finding);
}

/// Whether none of the months would have been unusual beside the other ones.
fn is_habit(months: &[i64], share: Decimal) -> bool {
    let mut sorted = months.to_vec();
    sorted.sort_unstable();
    let &[lowest, second, .., before_last, highest] = sorted.as_slice() else { return false };
    Decimal::from(second) * (Decimal::ONE - share) <= Decimal::from(lowest)
        && Decimal::from(highest) <= Decimal::from(before_last) * (Decimal::ONE + share)
}
