//! PRC-08: a charge is priced by another weight break or tier than it falls in; or it would be
//! cheaper "as" the weight at which the next break begins, which air and parcel tariffs grant.

use super::{PRICES, billed_price, judged, price_cell, service};
use crate::analysis::pricing::{Prices, Unit, Verdict, volumetric_steps};
use crate::base::{Decimal, Money, Severity, fold_word};
use crate::model::{Charge, Owner, Rate};
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};
use crate::words::Arg;

pub static RULE: Rule = Rule {
    code: "PRC-08",
    since: "0.1.0",
    severity: Severity::Review,
    topic: Topic::Price,
    owner: Owner::Billing,
    needs: &[
        Need::AnyColumn(&[
            (Kind::Rates, Field::WeightFrom),
            (Kind::Rates, Field::WeightTo),
            (Kind::Rates, Field::TierFrom),
            (Kind::Rates, Field::TierTo),
        ]),
        PRICES,
    ],
    check,
};

/// What the charge should come to by the right break.
struct Right<'b> {
    rate: Rate<'b>,
    /// The weight that it is charged as.
    as_weight: Decimal,
    stake: Option<Money>,
}

/// So many charges that might have been charged as the next break tell whether the contract knows the
/// custom; fewer are told as they are.
const AS_WEIGHT_MAX: usize = 10;

fn check(case: &Case, findings: &mut Findings) {
    let grants_next = grants_next(case);
    if !grants_next {
        findings.cannot_run(Need::Agreement("need-as-weight"));
    }
    for (charge, fit, verdict) in judged(case) {
        if let Verdict::OtherBreak { rate, billed } = verdict
            && case.pricing.tiers.of(rate).contains(&billed)
        {
            check_tier(case, charge, rate, findings);
            continue;
        }
        let Some(weight) = fit.weight else { continue };
        let right = match verdict {
            Verdict::OtherBreak { rate, .. } => {
                let rate = case.book.rate(rate as usize);
                let prices = Prices::of(charge, rate, fit.weight);
                let whole = by_size(case, charge, rate, weight);
                let stake = whole.or_else(|| prices?.at_stake(charge));
                Some(Right { rate, as_weight: weight, stake })
            }
            Verdict::Fits(at) if grants_next => cheaper_as(case, charge, at, weight),
            _ => None,
        };
        if let (Some(right), Some(billed)) = (right, billed_price(charge)) {
            let own = case.policy.volumetric_divisor;
            let steps = volumetric_steps(case.book, charge, right.rate, own);
            let shown = steps.map_or_else(|| Arg::from(weight), Arg::from);
            let by = (weight_unit(right.rate), Field::WeightFrom);
            report(case, charge, (shown, billed), (right, by), findings);
        }
    }
}

/// Whether the contract lets a charge begin the next break: unless there were many chances, and fewer
/// charges of just the weight at which a break begins than chances that were not taken.
fn grants_next(case: &Case) -> bool {
    let (mut missed, mut taken) = (0_usize, 0_usize);
    for (charge, fit, verdict) in judged(case) {
        let (Verdict::Fits(at), Some(weight)) = (verdict, fit.weight) else { continue };
        let from = case.book.rate(at as usize).0.number(Field::WeightFrom);
        if from.is_some_and(|from| from == weight && from > Decimal::ZERO) {
            taken += 1;
        } else if cheaper_as(case, charge, at, weight).is_some() {
            missed += 1;
        }
    }
    missed < AS_WEIGHT_MAX || missed <= taken
}

/// In what the bands of a card are written: "Weight From (lb)".
fn weight_unit(rate: Rate) -> &'static str {
    let of_unit = rate.0.text(Field::Unit).map(str::to_owned);
    let heads = [Field::WeightFrom, Field::WeightTo].map(|field| {
        let column = rate.0.table.column(field);
        column.map(|column| column.header.clone())
    });
    let mut said = heads.into_iter().chain([of_unit]).flatten().map(|text| fold_word(&text));
    let pounds = |text: String| text.split(' ').any(|w| matches!(w, "lb" | "lbs" | "pound"));
    if said.any(pounds) { "lb" } else { "kg" }
}

/// The whole quantity at the price of another tier than it falls in.
fn check_tier(case: &Case, charge: Charge, at: u32, findings: &mut Findings) {
    let rate = case.book.rate(at as usize);
    let (Some(quantity), Some(billed)) = (charge.qty(), billed_price(charge)) else { return };
    let due = case.pricing.by_use(case.book, charge, at);
    let stake = due.and_then(|due| due.prices.at_stake(charge));
    let right = Right { rate, as_weight: quantity, stake };
    let unit = charge.0.text(Field::Unit).or_else(|| rate.0.text(Field::Unit)).unwrap_or_default();
    let by = (unit, Field::TierFrom);
    report(case, charge, (Arg::from(quantity), billed), (right, by), findings);
}

/// Billed less what the size of the goods comes to, where it is the size that is charged by the kilogram.
fn by_size(case: &Case, charge: Charge, rate: Rate, weight: Decimal) -> Option<Money> {
    volumetric_steps(case.book, charge, rate, case.policy.volumetric_divisor)?;
    let is_kilogram = |text: &str| Unit::parse(text) == Unit::Kilogram;
    rate.0.text(Field::Unit).filter(|unit| is_kilogram(unit))?;
    let net = charge.net()?;
    let due = Money::round(rate.price()?.checked_mul(weight)?, net.currency)?;
    Some(Money::new(net.minor.saturating_sub(due.minor), net.currency))
}

/// The next break, where its least weight at its price comes to less than the charge.
fn cheaper_as<'b>(case: &Case<'b>, charge: Charge, at: u32, weight: Decimal) -> Option<Right<'b>> {
    let rows = case.pricing.breaks.of(at);
    let mine = rows.iter().position(|&row| row == at)?;
    let rate = case.book.rate(*rows.get(mine + 1)? as usize);
    let by_kilogram = |rate: Rate| {
        rate.0.text(Field::Unit).is_some_and(|unit| Unit::parse(unit) == Unit::Kilogram)
    };
    if !by_kilogram(rate) || !by_kilogram(case.book.rate(at as usize)) {
        return None;
    }
    let net = charge.net().filter(|net| net.minor > 0)?;
    let from = rate.0.number(Field::WeightFrom).filter(|from| *from > weight)?;
    let amount = rate.price()?.checked_mul(from)?;
    let minimum = rate.0.number(Field::MinCharge).unwrap_or_default();
    let cheaper = Money::round(amount.max(minimum), net.currency)?;
    let saves = net.minor - cheaper.minor;
    (saves > 0).then(|| Right {
        rate,
        as_weight: from,
        stake: Some(Money::new(saves, net.currency)),
    })
}

fn report(
    case: &Case,
    charge: Charge,
    (weight, billed): (Arg, Decimal),
    (right, (unit, from)): (Right, (&str, Field)),
    findings: &mut Findings,
) {
    let price = right.rate.price().unwrap_or_default();
    let finding = findings
        .at(price_cell(charge), &charge.key())
        .arg("service", service(case, charge))
        .arg("weight", weight)
        .arg("unit", unit)
        .arg("billed", billed)
        .arg("as_weight", right.as_weight)
        .arg("price", price)
        .found(billed)
        .expected(Arg::from(price))
        .stake(right.stake)
        .evidence("evidence-rate", right.rate.0.source(Field::UnitPrice))
        .evidence(from.word(), right.rate.0.source(from))
        .of_charge(case.book, charge);
    findings.push(finding);
}
