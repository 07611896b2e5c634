//! PRC-12: a discount of the contract or a promotion was not given, was given twice, or was given after
//! it ended.
//!
//! A rate states its discount beside its price; a line shows it in a column, or bills the price after
//! it. A line that comes to the minimum of its rate has no discount left to give.

use super::{PRICES, judged, service};
use crate::analysis::pricing::{Discount, Fit, Kept, Prices, Promoted, Verdict};
use crate::base::{Decimal, Money, Severity};
use crate::model::{Charge, Owner, Rate, Row};
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};
use crate::words::{Arg, format};

pub static RULE: Rule = Rule {
    code: "PRC-12",
    since: "0.1.0",
    severity: Severity::Review,
    topic: Topic::Price,
    owner: Owner::Pricing,
    needs: &[
        Need::AnyColumn(&[(Kind::Rates, Field::Discount), (Kind::Promotions, Field::PromoNo)]),
        PRICES,
    ],
    check,
};

struct Wrong<'b> {
    /// The rate whose discount it is.
    rate: Rate<'b>,
    share: Decimal,
    state: &'static str,
    /// How what is right is worked out.
    steps: String,
    expected: Money,
}

fn check(case: &Case, findings: &mut Findings) {
    for (charge, fit, verdict) in judged(case) {
        if let Some(promoted) = promoted(case, charge, fit, verdict) {
            if promoted.kept != Kept::Right {
                report_promotion(case, charge, promoted, findings);
            }
            continue;
        }
        let Verdict::Fits(at) = verdict else { continue };
        let rate = case.book.rate(at as usize);
        let Some(net) = charge.net().filter(|net| net.minor > 0) else { continue };
        let Some(prices) = Prices::of(charge, rate, fit.weight) else { continue };
        let Some(list) = prices.list.checked_mul(prices.quantity) else { continue };
        let wrong = match Discount::of(rate) {
            Some(discount) => in_force(rate, (net, list), discount, prices.quantity),
            None => ended(case, charge, fit, (net, list)),
        };
        if let Some(wrong) = wrong {
            report(case, charge, net, wrong, findings);
        }
    }
}

/// How the charge keeps its promotions: against the rate card, else where its line shows a discount
/// in a column, so that its price is known to be the one before it.
fn promoted(case: &Case, charge: Charge, fit: &Fit, verdict: Verdict) -> Option<Promoted> {
    let promotions = &case.pricing.promotions;
    if promotions.is_empty() {
        return None;
    }
    let full = match verdict {
        Verdict::Fits(at) => {
            let rate = case.book.rate(at as usize);
            let prices = Prices::of(charge, rate, fit.weight)?;
            let list = prices.list.checked_mul(prices.quantity)?;
            Discount::of(rate).map_or(Some(list), |discount| discount.off(list))?
        }
        Verdict::NotCompared | Verdict::NoRate if charge.0.has(Field::Discount) => {
            charge.qty().unwrap_or(Decimal::ONE).checked_mul(charge.unit_price()?)?
        }
        _ => return None,
    };
    promotions.judge(case.book, charge, full)
}

fn report_promotion(case: &Case, charge: Charge, promoted: Promoted, findings: &mut Findings) {
    let Some(net) = charge.net() else { return };
    let rows = promoted.promotions.iter().map(|&at| case.book.promotion(at as usize));
    let rows: Vec<Row> = rows.collect();
    let names = rows.iter().filter_map(|row| row.text(Field::PromoNo)).map(str::to_owned);
    let state = match promoted.kept {
        Kept::Right | Kept::Missed => "promo-missed",
        Kept::Ended => "promo-ended",
        Kept::Doubled => "promo-doubled",
        Kept::Together => "promo-together",
    };
    let mut finding = findings
        .at(charge.amount_source(), &charge.key())
        .arg("service", service(case, charge))
        .arg("discount", Arg::List(names.collect()))
        .arg("state", Arg::term(state))
        .arg("steps", promoted.steps)
        .arg("expected", promoted.expected)
        .arg("found", net)
        .found(net)
        .expected(promoted.expected)
        .stake(Some(Money::new(net.minor - promoted.expected.minor, net.currency)))
        .of_charge(case.book, charge);
    for row in rows {
        finding = finding.evidence("evidence-promotion", row.source(Field::PromoNo));
    }
    findings.push(finding);
}

/// The charge should have the discount once.
fn in_force<'b>(
    rate: Rate<'b>,
    (net, list): (Money, Decimal),
    discount: Discount,
    quantity: Decimal,
) -> Option<Wrong<'b>> {
    let limits = [Field::MinCharge, Field::MaxCharge];
    let at_limit = limits.iter().any(|&limit| rate.0.number(limit) == Some(net.decimal()));
    let comes_to = |amount: Option<Decimal>| {
        let money = amount.and_then(|amount| Money::round(amount, net.currency));
        money.is_some_and(|money| (money.minor - net.minor).abs() <= 1)
    };
    let once = discount.off(list)?;
    let by_amount = discount.amount.and_then(|off| list.checked_sub(off.checked_mul(quantity)?));
    if at_limit || comes_to(Some(once)) || comes_to(by_amount) {
        return None;
    }
    let twice = [discount.off(once), once.checked_sub(list - once)];
    let state = match () {
        () if comes_to(Some(list)) => "promo-missed",
        () if twice.into_iter().any(comes_to) => "promo-doubled",
        // Another price is another fault (ARI-01, PRC-03).
        () => return None,
    };
    let expected = Money::round(once, net.currency)?;
    let steps = format!(
        "{} − {}%",
        format::number(list.normalize()),
        format::number((discount.share * Decimal::ONE_HUNDRED).normalize())
    );
    Some(Wrong { rate, share: discount.share, state, steps, expected })
}

/// The line gives a discount that only a rate of an earlier period has.
fn ended<'b>(
    case: &Case<'b>,
    charge: Charge,
    fit: &Fit,
    (net, list): (Money, Decimal),
) -> Option<Wrong<'b>> {
    let expected = Money::round(list, net.currency)?;
    let has = charge.0.number(Field::Discount).is_some_and(|d| !d.is_zero());
    if !has || net.minor >= expected.minor {
        return None;
    }
    let rates = fit.out_of_force.iter().map(|&at| case.book.rate(at as usize));
    let past = rates.filter_map(|rate| {
        let end =
            rate.0.date(Field::ValidTo).filter(|end| fit.day.is_some_and(|day| *end < day))?;
        let discount = Discount::of(rate)?;
        let given = Money::round(discount.off(list)?, net.currency)?;
        ((given.minor - net.minor).abs() <= 1).then_some((end, rate, discount))
    });
    let (_, rate, discount) = past.max_by_key(|(end, ..)| *end)?;
    let steps = format::number(list.normalize());
    Some(Wrong { rate, share: discount.share, state: "promo-ended", steps, expected })
}

fn report(case: &Case, charge: Charge, net: Money, wrong: Wrong, findings: &mut Findings) {
    let finding = findings
        .at(charge.amount_source(), &charge.key())
        .arg("service", service(case, charge))
        .arg("discount", Arg::percent(wrong.share))
        .arg("state", Arg::term(wrong.state))
        .arg("steps", wrong.steps)
        .arg("expected", wrong.expected)
        .arg("found", net)
        .found(net)
        .expected(wrong.expected)
        .stake(Some(Money::new(net.minor.saturating_sub(wrong.expected.minor), net.currency)))
        .evidence("evidence-rate", wrong.rate.0.source(Field::Discount))
        .of_charge(case.book, charge);
    findings.push(finding);
}
