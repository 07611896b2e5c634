//! ARI-10: the tax is off by no more than a step of rounding, and a usual way of rounding explains
//! it: dropped, half to even, or rounded on each line and then added. It only tells which.

use crate::base::{Decimal, Money, Rounding, Severity};
use crate::model::{Invoice, Owner};
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
        Need::Column(Kind::Invoices, Field::TaxRate),
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
        let figures = (header.money(Field::Tax), header.number(Field::TaxRate), invoice.net());
        let (Some(tax), Some(rate), Some((net, at))) = figures else { continue };
        let Some(exact) = net.decimal().checked_mul(rate) else { continue };
        let Some(expected) = Money::round(exact, net.currency).filter(|e| *e != tax) else {
            continue;
        };
        let Some(method) = method(&invoice, exact, rate, tax) else { continue };
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
            .of_invoice(Some(invoice));
        findings.push(finding);
    }
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
