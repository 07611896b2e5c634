//! PRC-10: a fuel surcharge, or another charge in percent, is not the percentage that the contract
//! has on the day of service.
//!
//! A fuel column is compared with the percentage of the base as billed and as contracted: a wrong
//! base is PRC-03, and a surcharge that is right for either is right. Fuel tables by week or month
//! are rates in percent with dates.

use super::fuel_table::FuelTable;
use super::{judged, on_day, service};
use crate::analysis::charge_columns::{base_field, base_price};
use crate::analysis::pricing::{Fit, Prices, Unit, Verdict};
use crate::base::{Decimal, Money, Severity, Source, round_to};
use crate::model::{Charge, Owner, Rate, Row};
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};
use crate::words::Arg;

pub static RULE: Rule = Rule {
    code: "PRC-10",
    since: "0.1.0",
    severity: Severity::Break,
    topic: Topic::Price,
    owner: Owner::Billing,
    needs: &[
        Need::AnyColumn(&[(Kind::Rates, Field::FuelPercent), (Kind::Rates, Field::Unit)]),
        Need::AnyColumn(&[
            (Kind::Invoices, Field::FuelCharge),
            (Kind::Lines, Field::Unit),
            (Kind::Lines, Field::ServiceCode),
            (Kind::Lines, Field::Text),
        ]),
    ],
    check,
};

/// A percentage as billed and as contracted.
struct Surcharge<'b> {
    rate: Row<'b>,
    /// The cell that says the percentage.
    rate_cell: Source,
    percent: Decimal,
    base: Money,
    billed: Money,
    expected: Money,
    at: Source,
    base_cell: Source,
}

fn check(case: &Case, findings: &mut Findings) {
    let unit = |rate: Rate| rate.0.text(Field::Unit).map(Unit::parse);
    let in_percent: Vec<bool> =
        case.book.rates().map(|rate| unit(rate) == Some(Unit::Percent)).collect();
    let table = FuelTable::of(case);
    for (charge, fit, verdict) in judged(case) {
        let wrong = match charge.is_header() {
            true => column(case, charge, fit, verdict),
            false => verdict
                .rate()
                .filter(|&at| in_percent[at as usize])
                .and_then(|at| line(charge, case.book.rate(at as usize))),
        };
        let wrong = wrong.or_else(|| by_table(case, &table, charge, fit));
        if let Some(wrong) = wrong {
            report(case, charge, fit, wrong, findings);
        }
    }
}

/// By a fuel table, where credits and cancelled invoices are left out.
fn by_table<'b>(
    case: &Case<'b>,
    table: &FuelTable<'b>,
    charge: Charge<'b>,
    fit: &Fit,
) -> Option<Surcharge<'b>> {
    let wrong = table.wrong(case, charge, fit)?;
    let invoice = case.book.invoice(charge.invoice_no()?)?;
    (!invoice.is_credit() && !invoice.is_void()).then(|| Surcharge {
        rate: wrong.row,
        rate_cell: wrong.row.source(Field::FuelPercent),
        percent: wrong.percent,
        base: wrong.base,
        billed: wrong.billed,
        expected: wrong.expected,
        at: wrong.at,
        base_cell: wrong.base_cell,
    })
}

/// The fuel column of an invoice row.
fn column<'b>(
    case: &Case<'b>,
    charge: Charge,
    fit: &Fit,
    verdict: Verdict,
) -> Option<Surcharge<'b>> {
    let billed = charge.0.money(Field::FuelCharge)?;
    // Several rates may fit and agree on the surcharge all the same.
    let rates = || fit.in_force.iter().map(|&at| case.book.rate(at as usize));
    let rate = rates().next()?;
    let percent = rate.0.number(Field::FuelPercent)?;
    if rates().any(|other| other.0.number(Field::FuelPercent) != Some(percent)) {
        return None;
    }
    let of = |base: Decimal| Money::round(base.checked_mul(percent)?, billed.currency);
    let billed_base = base_price(charge)?;
    let one = verdict.rate().map(|at| case.book.rate(at as usize));
    let prices = one.and_then(|rate| Prices::of(charge, rate, fit.weight));
    let base = prices.and_then(|prices| prices.contracted_amount()).unwrap_or(billed_base);
    let expected = of(base)?;
    // A file that cuts the last digit off is not wrong by a price.
    let agrees = |other: Money| (other.minor - billed.minor).abs() <= 1;
    if agrees(expected) || of(billed_base).is_some_and(agrees) {
        return None;
    }
    Some(Surcharge {
        rate: rate.0,
        rate_cell: rate.0.source(Field::FuelPercent),
        percent,
        base: Money::round(base, billed.currency)?,
        billed,
        expected,
        at: charge.0.source(Field::FuelCharge),
        base_cell: charge.0.source(base_field(charge)),
    })
}

/// A line in percent: its own percentage against the one of the rate, on the base of the line.
fn line<'b>(charge: Charge, rate: Rate<'b>) -> Option<Surcharge<'b>> {
    let unit = charge.0.text(Field::Unit).map(Unit::parse);
    let stated = charge.unit_price().filter(|_| unit == Some(Unit::Percent))?.abs();
    let (billed, agreed) = (charge.net()?, rate.price()?);
    // 12.5 and 0.125 are one percentage, whichever way a list writes it.
    let hundred = Decimal::ONE_HUNDRED;
    let same = [stated, stated * hundred, stated / hundred].contains(&agreed);
    if same || stated.is_zero() {
        return None;
    }
    let ratio = |percent: Decimal| if percent > Decimal::ONE { percent / hundred } else { percent };
    let exact = billed.decimal().checked_div(ratio(stated))?;
    let base = round_to(exact, billed.currency.exponent());
    Some(Surcharge {
        rate: rate.0,
        rate_cell: rate.0.source(Field::UnitPrice),
        percent: ratio(agreed),
        base: Money::round(base, billed.currency)?,
        billed,
        expected: Money::round(exact.checked_mul(ratio(agreed))?, billed.currency)?,
        at: charge.0.source(Field::UnitPrice),
        base_cell: charge.amount_source(),
    })
}

fn report(case: &Case, charge: Charge, fit: &Fit, wrong: Surcharge, findings: &mut Findings) {
    let Surcharge { rate, percent, base, billed, expected, .. } = wrong;
    let difference = Money::new(billed.minor - expected.minor, billed.currency);
    let named = match charge.is_header() {
        true => Arg::term(Field::FuelCharge.word()),
        false => service(case, charge),
    };
    let finding = findings
        .at(wrong.at, &charge.key())
        .arg("service", named)
        .arg("billed", billed)
        .arg("percent", Arg::percent(percent))
        .arg("base", base)
        .arg("expected", expected)
        .arg("date", on_day(fit))
        .found(billed)
        .expected(expected)
        .stake(Some(difference))
        .evidence("evidence-rate", wrong.rate_cell)
        .evidence("evidence-base", wrong.base_cell)
        .evidence("evidence-rate-row", rate.row_source())
        .of_charge(case.book, charge);
    findings.push(finding);
}
