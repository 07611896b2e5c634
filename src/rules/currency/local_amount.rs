//! FX-05: the amount in local currency is missing, or is not the invoice amount at its exchange rate.
//!
//! Which amount is converted, and whether the rate multiplies or divides, the file shows by what
//! holds for at least half of its rows.

use super::stated::local_currency;
use crate::base::{Decimal, Money, Severity};
use crate::model::{Invoice, Owner, Row};
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Cell, Field, Kind};
use crate::words::Arg;

pub static RULE: Rule = Rule {
    code: "FX-05",
    since: "0.1.0",
    severity: Severity::Review,
    topic: Topic::Currency,
    owner: Owner::Billing,
    needs: &[
        Need::Column(Kind::Invoices, Field::FxRate),
        Need::Column(Kind::Invoices, Field::LocalAmount),
        Need::AnyColumn(&[
            (Kind::Invoices, Field::Gross),
            (Kind::Invoices, Field::Net),
            (Kind::Invoices, Field::Amount),
        ]),
    ],
    check,
};

/// An amount and the way its local equivalent is found.
type Way = (Field, bool);

const WAYS: [Way; 6] = [
    (Field::Gross, true),
    (Field::Net, true),
    (Field::Amount, true),
    (Field::Gross, false),
    (Field::Net, false),
    (Field::Amount, false),
];

fn check(case: &Case, findings: &mut Findings) {
    let invoices = case.book.invoices().filter(|invoice| !invoice.is_void());
    let foreign: Vec<(Invoice, Row)> = invoices
        .filter_map(|invoice| Some((invoice, invoice.header()?)))
        .filter(|(_, row)| !row.currency().is_none() && row.currency() != local_currency(*row))
        .filter(|(_, row)| row.number(Field::FxRate).is_some_and(|rate| rate > Decimal::ZERO))
        .collect();
    let filled = foreign.iter().filter(|(_, row)| row.number(Field::LocalAmount).is_some());
    let filled: Vec<Row> = filled.map(|(_, row)| *row).collect();
    let digits = written(&filled);
    let agreeing =
        |way: Way| filled.iter().filter(|row| agrees(**row, way, digits) == Some(true)).count();
    let best = WAYS.into_iter().map(|way| (agreeing(way), std::cmp::Reverse(way))).max();
    let Some((count, std::cmp::Reverse(way))) = best.filter(|_| !filled.is_empty()) else { return };
    if count * 2 < filled.len() {
        // Without the currency of the local amounts even their digits are a guess.
        let currency = Need::Column(Kind::Invoices, Field::LocalCurrency);
        let has_currency = case.book.has_column(Kind::Invoices, Field::LocalCurrency);
        findings.cannot_run(if has_currency { Need::Agreement("need-fx-way") } else { currency });
        return;
    }
    let used = filled.len() * 2 >= foreign.len();
    for &(invoice, row) in &foreign {
        let blank = row.number_cell(Field::LocalAmount) == Cell::Blank;
        if agrees(row, way, digits) == Some(false) || (blank && used) {
            report(invoice, row, (way, digits), findings);
        }
    }
}

/// The digits of amounts whose currency nobody names, by what is written.
fn written(filled: &[Row]) -> Option<u32> {
    const ROWS_MIN: usize = 5;
    let unnamed = filled.iter().all(|row| local_currency(*row).is_none());
    let scales = filled.iter().filter_map(|row| row.number(Field::LocalAmount));
    let most = scales.map(|amount| amount.normalize().scale()).max()?;
    (unnamed && filled.len() >= ROWS_MIN).then_some(most)
}

/// `None` where a figure is missing.
fn agrees(row: Row, way: Way, digits: Option<u32>) -> Option<bool> {
    let stated = row.number(Field::LocalAmount)?;
    let (expected, allowed) = expected(row, way, digits)?;
    Some((stated.abs() - expected.abs()).abs() <= allowed)
}

/// The equivalent, and how far off the digits of the rate and a minor unit may leave it.
fn expected(row: Row, (field, multiplied): Way, digits: Option<u32>) -> Option<(Decimal, Decimal)> {
    let digits = digits.unwrap_or_else(|| local_currency(row).exponent());
    let (amount, rate) = (row.number(field)?, row.number(Field::FxRate)?);
    let exact = match multiplied {
        true => amount.checked_mul(rate)?,
        false => amount.checked_div(rate)?,
    };
    let minor = Decimal::new(1, digits);
    let by_digits =
        exact.checked_mul(Decimal::new(5, rate.scale().min(27) + 1))?.checked_div(rate)?;
    // A short rate may be one that was cut for show.
    let allowed = if rate.scale() >= 4 { by_digits.abs().checked_add(minor)? } else { minor };
    Some((crate::base::round_to(exact, digits), allowed))
}

fn report(invoice: Invoice, row: Row, (way, digits): (Way, Option<u32>), findings: &mut Findings) {
    let local = local_currency(row);
    let Some(right) = expected(row, way, digits).and_then(|(right, _)| Money::round(right, local))
    else {
        return;
    };
    let stated = row.number(Field::LocalAmount).and_then(|stated| Money::round(stated, local));
    let shown = stated.unwrap_or(Money::new(0, local));
    let mut finding = findings
        .at(row.source(Field::LocalAmount), invoice.no())
        .arg("invoice", invoice.no())
        .arg("found", stated.map_or_else(|| Arg::term("value-none"), Arg::Money))
        .arg("expected", right)
        .arg("rate", row.number(Field::FxRate).unwrap_or_default())
        .expected(right)
        .stake(Some(Money::new(shown.minor.saturating_sub(right.minor), local)))
        .evidence(Field::FxRate.word(), row.source(Field::FxRate))
        .evidence(way.0.word(), row.source(way.0))
        .of_invoice(Some(invoice));
    if let Some(stated) = stated {
        finding = finding.found(stated);
    }
    findings.push(finding);
}
