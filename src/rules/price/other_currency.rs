//! PRC-14: the figure of the unit price is the one of the rate, but the rate is in another
//! currency: nobody converted it. Also where the card has the rate in both currencies, and the figure of
//! the other one was billed.

use super::{PRICES, judged, service};
use crate::analysis::pricing::{KEYS, Verdict};
use crate::base::{Decimal, QuickMap, Severity};
use crate::model::{Owner, Rate};
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};
use crate::words::Arg;

pub static RULE: Rule = Rule {
    code: "PRC-14",
    since: "0.1.0",
    severity: Severity::Review,
    topic: Topic::Price,
    owner: Owner::Billing,
    needs: &[Need::Column(Kind::Rates, Field::Currency), PRICES],
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    let mut rates: QuickMap<Decimal, Vec<Rate>> = QuickMap::default();
    for rate in case.book.rates().filter(|rate| !rate.0.currency().is_none()) {
        if let Some(price) = rate.price() {
            rates.entry(price).or_default().push(rate);
        }
    }
    for (charge, _, verdict) in judged(case) {
        let Some(rate) = verdict.rate().map(|at| case.book.rate(at as usize)) else { continue };
        let (billed, agreed) = (charge.0.currency(), rate.0.currency());
        let differ = billed != agreed && !billed.is_none() && !agreed.is_none();
        if !differ && !matches!(verdict, Verdict::Differs(_)) {
            continue;
        }
        let Some(price) = charge.unit_price().filter(|price| !price.is_zero()) else { continue };
        let is_figure = differ && rate.price() == Some(price.abs());
        let twin = || match verdict {
            Verdict::Differs(_) => twin(rate, rates.get(&price.abs())?),
            _ => None,
        };
        let Some(rate) = is_figure.then_some(rate).or_else(twin) else { continue };
        let agreed = rate.0.currency();
        let finding = findings
            .at(charge.0.source(Field::UnitPrice), &charge.key())
            .arg("service", service(case, charge))
            .arg("price", price)
            .arg("billed", Arg::from(billed))
            .arg("agreed", Arg::from(agreed))
            .found(billed)
            .expected(agreed)
            .stake(charge.net())
            .evidence("evidence-rate", rate.0.source(Field::UnitPrice))
            .evidence("field-currency", rate.0.source(Field::Currency))
            .of_charge(case.book, charge);
        findings.push(finding);
    }
}

/// The same rate in another currency, among those of the price that is billed.
fn twin<'b>(rate: Rate<'b>, rivals: &[Rate<'b>]) -> Option<Rate<'b>> {
    let same = |other: Rate, field: Field| other.0.text(field) == rate.0.text(field);
    let currency = rate.0.currency();
    rivals.iter().copied().find(|other| {
        other.0.currency() != currency
            && KEYS.iter().chain(&[Field::CustomerName]).all(|&field| same(*other, field))
            && other.0.date(Field::ValidFrom) == rate.0.date(Field::ValidFrom)
    })
}
