//! PRC-14: the figure of the unit price is the one of the rate, but the rate is in another
//! currency: nobody converted it. Also where the card has the rate in both currencies, and the figure of
//! the other one was billed, or the price is what the contracted one comes to in another currency.

use super::{PRICES, judged, service};
use crate::analysis::pricing::{KEYS, Verdict};
use crate::base::{Currency, Decimal, QuickMap, Severity};
use crate::model::{Charge, Owner, Rate};
use crate::rules::currency::not_agreed::agreed_otherwise;
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
        if is_figure && is_told(case, charge) {
            continue;
        }
        let twin = || match verdict {
            Verdict::Differs(_) => twin(rate, rates.get(&price.abs())?),
            _ => None,
        };
        let converted = || {
            let in_same = billed == agreed && matches!(verdict, Verdict::Differs(_));
            in_same.then(|| converted(case, rate, price.abs())).flatten()
        };
        let Some((rate, agreed)) = is_figure
            .then_some(rate)
            .or_else(twin)
            .map(|rate| (rate, rate.0.currency()))
            .or_else(|| Some((rate, converted()?)))
        else {
            continue;
        };
        let finding = findings
            .at(charge.0.source(Field::UnitPrice), &charge.key())
            .arg("service", service(case, charge))
            .arg("price", price)
            .arg("billed", Arg::from(billed))
            .arg("agreed", Arg::from(agreed))
            .found(billed)
            .expected(agreed)
            .stake(charge.net())
            .evidence("field-currency", charge.0.source(Field::Currency))
            .evidence("evidence-rate", rate.0.source(Field::UnitPrice))
            .evidence("field-currency", rate.0.source(Field::Currency))
            .of_charge(case.book, charge);
        findings.push(finding);
    }
}

/// The invoice is not in its customer's currency (FX-01), or the line not in that of the invoice (FX-02): that
/// says why the figure is the same.
fn is_told(case: &Case, charge: Charge) -> bool {
    let Some(invoice) = charge.invoice_no().and_then(|no| case.book.invoice(no)) else {
        return false;
    };
    let of_header = invoice.header().map(|header| header.currency());
    let mixed = of_header.is_some_and(|own| !own.is_none() && own != charge.0.currency());
    mixed || agreed_otherwise(&invoice).is_some()
}

/// The currency in which the price would be the contracted one, within a tenth, by some rate of the table.
/// Where the two currencies are worth nearly the same, a price that is off by a little is just that.
fn converted(case: &Case, rate: Rate, price: Decimal) -> Option<Currency> {
    let agreed = rate.price().filter(|agreed| *agreed > Decimal::ZERO)?;
    let own = rate.0.currency();
    let tenth = Decimal::new(1, 1);
    let is_near = |expected: Decimal| (price - expected).abs() <= expected * tenth;
    let is_far = |fx: &Decimal| *fx >= Decimal::TWO || *fx <= Decimal::new(5, 1);
    case.book.fx_rates().find_map(|row| {
        let fx = row.number(Field::FxRate).filter(|fx| *fx > Decimal::ZERO).filter(is_far)?;
        let from = Currency::parse(row.text(Field::Currency)?)?;
        let to = row.text(Field::LocalCurrency).and_then(Currency::parse);
        // One unit of the first is so many of the second.
        match to {
            Some(to) if to == own && from != own => {
                is_near(agreed.checked_div(fx)?).then_some(from)
            }
            Some(to) if from == own && to != own => is_near(agreed.checked_mul(fx)?).then_some(to),
            _ => None,
        }
    })
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
