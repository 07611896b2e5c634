//! Rounding forensics: what a small difference comes from. Tax on each line or on the document,
//! digits dropped, half to even, a conversion rounded on each line; else a real error.
//!
//! Not here: whether a difference is a finding (rules). Invariant: a way is named only when it gives
//! the found figure to the minor unit.

use super::{Finding, Results};
use crate::base::{Decimal, Money, Rounding};
use crate::model::{Charge, Invoice};
use crate::table::Field;
use crate::words::{Arg, Args};

/// Rules about figures that should come out to the minor unit.
static ABOUT: &[&str] = &["ARI-01", "ARI-02", "ARI-03", "ARI-04", "ARI-05", "ARI-10", "TAX-01"];

const WAYS: [(Rounding, &str); 3] = [
    (Rounding::HalfUp, "forensic-half-up"),
    (Rounding::Truncate, "forensic-truncate"),
    (Rounding::HalfEven, "forensic-half-even"),
];

#[derive(Clone, PartialEq, Debug)]
pub struct Forensic {
    /// Word key of the sentence.
    pub key: &'static str,
    pub args: Args,
    /// Whether a way of rounding was found.
    pub explained: bool,
}

/// What the difference of a finding comes from; `None` for one that is not about rounding at all.
pub fn forensic(results: &Results, finding: &Finding) -> Option<Forensic> {
    if !ABOUT.contains(&finding.rule) {
        return None;
    }
    let (found, expected) = (money(finding.found.as_ref())?, money(finding.expected.as_ref())?);
    if found.currency != expected.currency {
        return None;
    }
    let invoice = results.book.invoice(finding.invoice.as_deref()?)?;
    let steps = i64::try_from(invoice.lines().len()).unwrap_or(i64::MAX).max(1);
    let difference = found.minor.checked_sub(expected.minor)?;
    let args = Args::new()
        .with("difference", Money::new(difference, found.currency))
        .with("most", Money::new(steps, found.currency));
    let way = match finding.rule {
        "ARI-01" => line_way(&invoice, finding, found),
        "ARI-02" => total_way(&invoice, found).or_else(|| total_way(&invoice, expected)),
        "TAX-01" | "ARI-10" => tax_way(&invoice, found),
        _ => None,
    };
    let (key, explained) = match way {
        Some(key) => (key, true),
        // More than a minor unit for each line cannot come from rounding.
        None if difference.saturating_abs() > steps => ("forensic-error", false),
        None => ("forensic-unknown", false),
    };
    Some(Forensic { key, args, explained })
}

fn money(arg: Option<&Arg>) -> Option<Money> {
    match arg {
        Some(Arg::Money(money)) => Some(*money),
        _ => None,
    }
}

/// Quantity × price, rounded in another way.
fn line_way(invoice: &Invoice, finding: &Finding, found: Money) -> Option<&'static str> {
    let at_row = |line: &Charge| line.amount_source().row == finding.at.row;
    let exact = invoice.lines().find(at_row)?.extension()?;
    way_of(exact, found)
}

fn way_of(exact: Decimal, found: Money) -> Option<&'static str> {
    WAYS.into_iter()
        .find_map(|(way, key)| (way.round(exact, found.currency) == Some(found)).then_some(key))
}

/// The exact lines added and rounded once, or converted and rounded on each line.
fn total_way(invoice: &Invoice, found: Money) -> Option<&'static str> {
    let exact = sum(invoice.lines().map(|line| line.extension()))?;
    if Money::round(exact, found.currency) == Some(found) {
        return Some("forensic-document");
    }
    let rate = invoice.header()?.number(Field::FxRate)?;
    let nets = || invoice.lines().map(|line| line.net().map(|net| net.decimal()));
    let by_line = nets().map(|net| {
        let converted = net?.checked_mul(rate)?;
        Money::round(converted, found.currency).map(|money| money.decimal())
    });
    let once = sum(nets())?.checked_mul(rate).and_then(|all| Money::round(all, found.currency));
    let stepped = sum(by_line).and_then(|all| Money::round(all, found.currency));
    (stepped == Some(found) || once == Some(found)).then_some("forensic-fx")
}

/// The tax on the document, or on each line and then added, in each way of rounding.
fn tax_way(invoice: &Invoice, tax: Money) -> Option<&'static str> {
    let rate = invoice.header()?.number(Field::TaxRate)?;
    let (net, _) = invoice.net()?;
    let document = way_of(net.decimal().checked_mul(rate)?, tax);
    let lines = |way: Rounding| {
        let taxes = invoice.lines().map(|line| {
            let net = line.net().filter(|net| net.currency == tax.currency)?;
            way.round(net.decimal().checked_mul(rate)?, tax.currency).map(|tax| tax.decimal())
        });
        sum(taxes).and_then(|all| Money::round(all, tax.currency))
    };
    let by_line = || {
        let several = invoice.lines().len() > 1;
        let way = WAYS.into_iter().find(|(way, _)| several && lines(*way) == Some(tax));
        way.map(|(way, _)| match way {
            Rounding::Truncate => "forensic-lines-truncate",
            _ => "forensic-lines",
        })
    };
    document.or_else(by_line)
}

fn sum(mut all: impl Iterator<Item = Option<Decimal>>) -> Option<Decimal> {
    all.try_fold(Decimal::ZERO, |sum, part| sum.checked_add(part?))
}
