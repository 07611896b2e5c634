//! PRC-02: several rows of the rate card fit a charge equally well and come to different prices.
//!
//! Rows that differ in a key which the charge merely does not state are no overlap. They are a
//! finding only where the price billed is none of theirs: then it is wrong whichever was meant.

use super::{CHARGES, PRICED, SERVICES, card_unread, judged, on_day, service};
use crate::analysis::pricing::{Fit, Prices, Unit, Verdict, cannot_tell_charges};
use crate::base::{Decimal, Money, QuickMap, Severity, fold_id};
use crate::model::{Book, Charge, Owner, Rate};
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};
use crate::words::{Arg, format};

pub static RULE: Rule = Rule {
    code: "PRC-02",
    since: "0.1.0",
    severity: Severity::Review,
    topic: Topic::Price,
    owner: Owner::Pricing,
    needs: &[Need::Table(Kind::Rates), PRICED, CHARGES],
    check,
};

/// Rate cells shown for one finding.
const EVIDENCE_MAX: usize = 4;

fn check(case: &Case, findings: &mut Findings) {
    if cannot_tell_charges(case.book) {
        findings.cannot_run(SERVICES);
        return;
    }
    let mut known: QuickMap<&[u32], bool> = QuickMap::default();
    let several: Vec<&Fit> = judged(case)
        .filter(|(_, _, verdict)| *verdict == Verdict::Ambiguous)
        .map(|(_, fit, _)| fit)
        .collect();
    if card_unread::is_told_apart(case.book, &several, judged(case).count()) {
        findings.cannot_run(Need::Agreement("need-card-columns"));
        return;
    }
    for (charge, fit, _) in judged(case).filter(|(_, _, v)| *v == Verdict::Ambiguous) {
        // Priced at nought, nothing hangs on the choice (PRC-13 asks whether it is free).
        if charge.unit_price().is_some_and(|p| p.is_zero())
            && charge.net().is_none_or(|n| n.is_zero())
        {
            continue;
        }
        let overlap = |rates: &[u32]| overlap(case.book, rates, fit.weight);
        let overlaps = *known.entry(&fit.in_force).or_insert_with(|| overlap(&fit.in_force));
        let nearest = if overlaps { None } else { nearest_difference(case, charge, fit) };
        if !overlaps && nearest.is_none() {
            continue;
        }
        let rates = fit.in_force.iter().map(|&at| case.book.rate(at as usize));
        let prices: Vec<Decimal> = rates.clone().filter_map(|rate| rate.price()).collect();
        let shown = prices.iter().map(|&price| format::number(price)).collect();
        let mut finding = findings
            .at(charge.0.source(Field::UnitPrice), &charge.key())
            .arg("count", fit.in_force.len())
            .arg("service", service(case, charge))
            .arg("date", on_day(fit))
            .arg("prices", Arg::List(shown))
            .stake(nearest.or_else(|| spread(charge, &prices)))
            .of_charge(case.book, charge);
        if let Some(billed) = charge.unit_price() {
            finding = finding.found(billed);
        }
        for rate in rates.take(EVIDENCE_MAX) {
            finding = finding.evidence("evidence-rate", rate.0.source(Field::UnitPrice));
        }
        findings.push(finding);
    }
}

/// Billed less the price of the nearest rate. `None` where a price agrees, or one of them cannot
/// be compared with the line.
fn nearest_difference(case: &Case, charge: Charge, fit: &Fit) -> Option<Money> {
    let mut nearest: Option<Prices> = None;
    for &at in &fit.in_force {
        let prices = Prices::of(charge, case.book.rate(at as usize), fit.weight)?;
        if prices.agree(&case.policy.tolerance(case.book, charge), charge) {
            return None;
        }
        if nearest.is_none_or(|near| prices.difference().abs() < near.difference().abs()) {
            nearest = Some(prices);
        }
    }
    nearest?.at_stake(charge)
}

/// What hangs on the choice: (dearest − cheapest) × quantity.
fn spread(charge: Charge, prices: &[Decimal]) -> Option<Money> {
    let spread = *prices.iter().max()? - *prices.iter().min()?;
    let quantity = charge.qty().unwrap_or(Decimal::ONE).abs();
    Money::round(spread.checked_mul(quantity)?, charge.0.currency())
}

/// Whether any two of the rows would fit one and the same fully described charge.
fn overlap(book: &Book, rates: &[u32], weight: Option<Decimal>) -> bool {
    let rate = |at: &u32| book.rate(*at as usize);
    rates
        .iter()
        .enumerate()
        .any(|(i, a)| rates[i + 1..].iter().any(|b| pair_overlaps(book, rate(a), rate(b), weight)))
}

fn pair_overlaps(book: &Book, a: Rate, b: Rate, weight: Option<Decimal>) -> bool {
    let fields = [
        Field::ContractNo,
        Field::VendorName,
        Field::ServiceCode,
        Field::Origin,
        Field::Destination,
        Field::Zone,
        Field::Container,
    ];
    let differs = |field: Field| match (a.0.text(field), b.0.text(field)) {
        (Some(a), Some(b)) => fold_id(a) != fold_id(b),
        _ => false,
    };
    let units = (a.0.text(Field::Unit), b.0.text(Field::Unit));
    let units_differ = matches!(units, (Some(a), Some(b)) if Unit::parse(a) != Unit::parse(b));
    let parties = (book.party(a.0), book.party(b.0));
    let parties_differ = matches!(parties, (Some(a), Some(b)) if a.same(b) == Some(false));
    let coded = a.0.text(Field::ServiceCode).is_some() || b.0.text(Field::ServiceCode).is_some();
    let texts_differ = !coded && differs(Field::Text);
    let ends = |rate: Rate| (rate.0.number(Field::WeightFrom), rate.0.number(Field::WeightTo));
    // With a weight both bands hold it, or the rows would not be here.
    let apart = |(_, to): (_, Option<Decimal>), (from, _): (Option<Decimal>, _)| {
        weight.is_none() && to.zip(from).is_some_and(|(to, from)| to <= from)
    };
    let bands_apart = apart(ends(a), ends(b)) || apart(ends(b), ends(a));
    let currencies_differ = a.0.currency() != b.0.currency();
    !(fields.into_iter().any(differs)
        || units_differ
        || parties_differ
        || texts_differ
        || bands_apart
        || currencies_differ)
}
