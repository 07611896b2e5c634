//! ARI-10: the tax is off by no more than a step of rounding, and a usual way of rounding explains
//! it: dropped, half to even, or rounded on each line and then added; or it is just one step. It only tells which.

use std::collections::BTreeMap;

use crate::base::{Decimal, Money, Rounding, Severity, Source};
use crate::model::{Invoice, Owner, Row};
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};
use crate::words::Arg;

pub static RULE: Rule = Rule {
    code: "ARI-10",
    since: "0.1.0",
    severity: Severity::Note,
    topic: Topic::Arithmetic,
    owner: Owner::Billing,
    needs: &[
        Need::Column(Kind::Invoices, Field::Tax),
        Need::AnyColumn(&[(Kind::Invoices, Field::TaxRate), (Kind::Lines, Field::TaxRate)]),
        Need::AnyColumn(&[(Kind::Invoices, Field::Net), (Kind::Invoices, Field::Gross)]),
    ],
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    // A house that says how it rounds is judged by that (TAX-01).
    if case.policy.rounding.is_some() {
        return;
    }
    for invoice in case.book.invoices().filter(|invoice| !invoice.is_void()) {
        let Some(header) = invoice.header() else { continue };
        let rate = header.number(Field::TaxRate);
        let figures = (header.money(Field::Tax), rate, invoice.net());
        if let (Some(tax), None, Some((_, at))) = figures
            && let Some(expected) = off_by_lines(&invoice, tax)
        {
            report(&invoice, header, (tax, expected, "rounding-one-step", at), findings);
            continue;
        }
        let (Some(tax), Some(rate), Some((net, at))) = figures else { continue };
        let Some(exact) = net.decimal().checked_mul(rate) else { continue };
        let Some(expected) = Money::round(exact, net.currency).filter(|e| *e != tax) else {
            continue;
        };
        let one_step = || (tax.minor.abs_diff(expected.minor) == 1).then_some("rounding-one-step");
        let Some(method) = method(&invoice, exact, rate, tax).or_else(one_step) else { continue };
        report(&invoice, header, (tax, expected, method, at), findings);
    }
}

fn report(
    invoice: &Invoice,
    header: Row,
    (tax, expected, method, at): (Money, Money, &str, Source),
    findings: &mut Findings,
) {
    let difference = Money::new(tax.minor - expected.minor, tax.currency);
    let finding = findings
        .at(header.source(Field::Tax), invoice.key())
        .arg("invoice", invoice.no())
        .arg("difference", difference)
        .arg("method", Arg::term(method))
        .found(tax)
        .expected(expected)
        .stake(Some(difference))
        .evidence("evidence-taxable", at)
        .of_invoice(Some(*invoice));
    findings.push(finding);
}

/// What the taxes of the lines come to, where the stated tax is one step off it and off each rate on the whole
/// document as well.
fn off_by_lines(invoice: &Invoice, tax: Money) -> Option<Money> {
    let mut on_document: BTreeMap<Decimal, Decimal> = BTreeMap::new();
    let mut sum = 0_i64;
    for line in invoice.lines() {
        let own = line.0.money(Field::Tax).filter(|own| own.currency == tax.currency)?;
        sum = sum.checked_add(own.minor)?;
        let (rate, net) = (line.0.number(Field::TaxRate)?, line.net()?);
        *on_document.entry(rate).or_default() += net.decimal();
    }
    let by_rate = on_document.into_iter().try_fold(0_i64, |all, (rate, net)| {
        all.checked_add(Money::round(net.checked_mul(rate)?, tax.currency)?.minor)
    });
    let is_step = tax.minor.abs_diff(sum) == 1 && by_rate != Some(tax.minor);
    (invoice.lines().len() > 0 && is_step).then(|| Money::new(sum, tax.currency))
}

/// Word key of the way of rounding that gives the tax.
fn method(invoice: &Invoice, exact: Decimal, rate: Decimal, tax: Money) -> Option<&'static str> {
    let by = |rounding: Rounding| rounding.round(exact, tax.currency) == Some(tax);
    if by(Rounding::Truncate) {
        return Some("rounding-truncate");
    }
    if by(Rounding::HalfEven) {
        return Some("rounding-half-even");
    }
    let per_line = |rounding: Rounding| {
        let mut lines = invoice.lines();
        let sum = lines.try_fold(0_i64, |sum, line| {
            let net = line.net().filter(|net| net.currency == tax.currency)?;
            let on_line = rounding.round(net.decimal().checked_mul(rate)?, tax.currency)?;
            sum.checked_add(on_line.minor)
        });
        invoice.lines().len() > 1 && sum == Some(tax.minor)
    };
    let steps = [Rounding::HalfUp, Rounding::Truncate, Rounding::HalfEven];
    steps.into_iter().any(per_line).then_some("rounding-per-line")
}
