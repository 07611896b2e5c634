//! ARI-01: quantity × unit price less discount is not the line amount.
//!
//! A line is left alone when any usual reading of its columns explains the amount: a discount as
//! share, percent or amount; a price per 100 kg or per another unit; the weight instead of the quantity; a minimum
//! charge of the rate card. What no reading explains is wrong.

use super::unit_mismatch::price_factor;
use crate::analysis::pricing::Unit;
use crate::base::{Decimal, Money, Severity, Source};
use crate::model::{Charge, Owner};
use crate::rules::dates::pro_ration::is_part_of_month;
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};
use crate::words::Arg;

pub static RULE: Rule = Rule {
    code: "ARI-01",
    since: "0.1.0",
    severity: Severity::Break,
    topic: Topic::Arithmetic,
    owner: Owner::Billing,
    needs: &[
        Need::Column(Kind::Lines, Field::Qty),
        Need::Column(Kind::Lines, Field::UnitPrice),
        Need::AnyColumn(&[(Kind::Lines, Field::Net), (Kind::Lines, Field::Amount)]),
    ],
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    let shared = takes_share(case);
    for (at, line) in case.book.charges().enumerate().filter(|(_, line)| !line.is_header()) {
        let (Some(stated), Some(extension)) = (line.stated_net(), line.extension()) else {
            continue;
        };
        let share = if shared { line.0.number(Field::SplitPercent) } else { None };
        let whole = share.unwrap_or(Decimal::ONE);
        let Some(extension) = extension.checked_mul(whole) else { continue };
        let rounding = case.policy.rounding.unwrap_or_default();
        let Some(expected) = rounding.round(extension, stated.currency) else { continue };
        if expected != stated && !is_explained(case, at, (&line, whole), stated) {
            report(&line, stated, expected, findings);
        }
    }
}

/// Whether lines of a bill that is split bill their share of the price, and not the price that is theirs.
fn takes_share(case: &Case) -> bool {
    if !case.book.has_column(Kind::Lines, Field::SplitPercent) {
        return false;
    }
    let (mut shares, mut wholes) = (0_usize, 0_usize);
    for line in case.book.charges() {
        let split = line.0.number(Field::SplitPercent);
        let Some(split) = split.filter(|s| *s > Decimal::ZERO && *s < Decimal::ONE) else {
            continue;
        };
        let (Some(stated), Some(whole)) = (line.stated_net(), line.extension()) else { continue };
        let comes_to = |amount| Money::round(amount, stated.currency) == Some(stated);
        shares += usize::from(whole.checked_mul(split).is_some_and(comes_to));
        wholes += usize::from(comes_to(whole));
    }
    shares > wholes
}

/// With the share of the line that is billed.
fn is_explained(case: &Case, at: usize, (line, share): (&Charge, Decimal), stated: Money) -> bool {
    let unit = line.0.text(Field::Unit).map(Unit::parse);
    if unit == Some(Unit::Percent) {
        return true;
    }
    let invoice = line.invoice_no().and_then(|no| case.book.invoice(no));
    let is_credit = invoice.is_some_and(|invoice| invoice.is_credit());
    let fits = |amount: Decimal| {
        let rounding = case.policy.rounding.unwrap_or_default();
        rounding.round(amount, stated.currency).is_some_and(|money| {
            // Houses write credit lines with the sign on either side.
            money == stated || (is_credit && money.abs() == stated.abs())
        })
    };
    let discounted = |full: Decimal| readings_of_discount(line, full).into_iter().any(fits);
    let of_share = |full: Decimal| full.checked_mul(share);
    full_amounts(line, unit.as_ref()).into_iter().filter_map(of_share).any(discounted)
        || (line.extension().and_then(of_share))
            .is_some_and(|all| is_part_of_month(case, *line, all, stated))
        || is_limit(case, at, stated)
        || is_by_use(case, at)
}

/// What the line could come to before discount.
fn full_amounts(line: &Charge, unit: Option<&Unit>) -> Vec<Decimal> {
    let Some(price) = line.unit_price() else { return Vec::new() };
    let mut bases = vec![line.qty()];
    if unit.is_none_or(Unit::is_weight) {
        bases.push(line.0.number(Field::ChargeableWeight));
        bases.push(line.0.number(Field::Weight));
    }
    let per = match unit {
        Some(Unit::HundredKilograms) => Decimal::ONE_HUNDRED,
        Some(Unit::Tonne) => Decimal::ONE_THOUSAND,
        Some(Unit::Other(word)) => leading_number(word),
        _ => Decimal::ONE,
    };
    let units = price_factor(line).unwrap_or(Decimal::ONE);
    let full = bases.into_iter().flatten().filter_map(|base| base.checked_mul(price));
    full.flat_map(|full| [Some(full), full.checked_div(per), full.checked_div(units)])
        .flatten()
        .collect()
}

/// `1000 pcs` is a price for a thousand.
fn leading_number(unit: &str) -> Decimal {
    let digits: String = unit.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().ok().filter(|per: &Decimal| !per.is_zero()).unwrap_or(Decimal::ONE)
}

/// What is left of an amount after the discount of a line, by each way of writing a discount.
pub fn readings_of_discount(line: &Charge, full: Decimal) -> Vec<Decimal> {
    let mut readings = vec![full];
    if let Some(discount) = line.0.number(Field::Discount).filter(|d| !d.is_zero()) {
        let d = discount.abs();
        let amounts = [
            full.checked_mul(d),
            full.checked_mul(d).and_then(|share| share.checked_div(Decimal::ONE_HUNDRED)),
            Some(d),
            line.qty().and_then(|qty| qty.checked_mul(d)),
        ];
        readings.clear();
        readings.extend(amounts.into_iter().flatten().filter_map(|off| full.checked_sub(off)));
    }
    if !line.0.has(Field::Net) {
        // An amount that is not called net may include the tax beside it.
        let tax = line.0.number(Field::Tax);
        let taxed = readings.iter().filter_map(|net| net.checked_add(tax?)).collect::<Vec<_>>();
        readings.extend(taxed);
    }
    readings
}

/// The amount is the minimum or the cap of a rate that fits the line.
fn is_limit(case: &Case, at: usize, stated: Money) -> bool {
    let line = case.book.charge(at);
    let fits = case.pricing.charges.get(at).map_or(&[][..], |fit| fit.in_force.as_slice());
    fits.iter().any(|&rate| {
        let row = case.book.rate(rate as usize).0;
        [Field::MinCharge, Field::MaxCharge].into_iter().any(|field| {
            let limit = row.number(field).filter(|limit| !limit.is_zero());
            // A discount comes off the minimum as off any price.
            let left = |limit| readings_of_discount(&line, limit).into_iter().chain([limit]);
            let mut left = limit.into_iter().flat_map(left);
            left.any(|left| Money::round(left, stated.currency) == Some(stated.abs()))
        })
    })
}

/// The rate prices by use: whether the amount follows from it is a matter of prices (PRC-03).
fn is_by_use(case: &Case, at: usize) -> bool {
    let rate = case.verdicts.get(at).and_then(|verdict| verdict.rate());
    rate.is_some_and(|rate| case.pricing.is_by_use(case.book, rate))
}

fn report(line: &Charge, stated: Money, expected: Money, findings: &mut Findings) {
    let at: Source = line.amount_source();
    let discount = line.0.number(Field::Discount).filter(|d| !d.is_zero());
    let mut finding = findings
        .at(at, &line.key())
        .arg("invoice", line.invoice_no().unwrap_or_default())
        .arg("row", at.row)
        .arg("qty", line.qty().unwrap_or_default())
        .arg("price", line.unit_price().unwrap_or_default())
        .arg("discount", discount.map_or(Arg::from(""), |_| Arg::term("amount-less-discount")))
        .arg("expected", expected)
        .arg("found", stated)
        .found(stated)
        .expected(expected)
        .stake(Some(Money::new(stated.minor.saturating_sub(expected.minor), stated.currency)))
        .evidence(Field::Qty.word(), line.0.source(Field::Qty))
        .evidence(Field::UnitPrice.word(), line.0.source(Field::UnitPrice))
        .row(line.0);
    if discount.is_some() {
        finding = finding.evidence(Field::Discount.word(), line.0.source(Field::Discount));
    }
    findings.push(finding);
}
