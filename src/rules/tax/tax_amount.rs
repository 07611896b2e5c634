//! TAX-01: the tax is not the taxable amount × the rate.
//!
//! Judged on the header where it states a rate and its lines state no other; else the header's tax
//! against the rates of its lines; else each line that states its own tax. The tolerance is the
//! policy's minor units for each line, since tax may be rounded line by line; none where the policy
//! says how the house rounds. A header that its own lines contradict is ARI-04.
//!
//! Where a run states no rate at all, a tax is judged by the rates to which nearly all of its taxes come.

use crate::base::{Decimal, Money, Severity, Source};
use crate::model::{Charge, Invoice, Owner, Policy, Row};
use crate::rules::arithmetic::tax_total::wrong as wrong_total;
use crate::rules::tax::usual_rate::{self, Usual};
use crate::rules::{Case, Finding, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};
use crate::words::Arg;

pub static RULE: Rule = Rule {
    code: "TAX-01",
    since: "0.1.0",
    severity: Severity::Break,
    topic: Topic::Tax,
    owner: Owner::Tax,
    needs: &[
        Need::AnyColumn(&[(Kind::Invoices, Field::Tax), (Kind::Lines, Field::Tax)]),
        Need::AnyColumn(&[
            (Kind::Invoices, Field::Net),
            (Kind::Invoices, Field::Gross),
            (Kind::Lines, Field::Net),
            (Kind::Lines, Field::Amount),
        ]),
    ],
    check,
};

/// What one tax cell should hold.
struct Expected {
    taxable: Money,
    /// `None` where the lines of the invoice have several.
    rate: Option<Decimal>,
    tax: Money,
    at: Source,
}

fn check(case: &Case, findings: &mut Findings) {
    let states_rate = |kind| case.book.has_column(kind, Field::TaxRate);
    let is_judged = match states_rate(Kind::Invoices) || states_rate(Kind::Lines) {
        true => by_stated_rates(case, findings),
        false => by_usual_rates(case, findings),
    };
    if !is_judged {
        findings.cannot_run(Need::Column(Kind::Invoices, Field::TaxRate));
    }
}

/// Whether there was a tax to judge.
fn by_stated_rates(case: &Case, findings: &mut Findings) -> bool {
    let mut judged = 0;
    for invoice in case.book.invoices().filter(|invoice| !invoice.is_void()) {
        let lines = i64::try_from(invoice.lines().len()).unwrap_or(i64::MAX).max(1);
        let exact = case.policy.rounding.is_some();
        let per_line = if exact { 0 } else { case.policy.tax_minor_units_per_line };
        if let Some((header, expected)) = of_header(case.policy, &invoice) {
            judged += 1;
            let Some(tax) = header.money(Field::Tax) else { continue };
            if !differs(tax, expected.tax, per_line.saturating_mul(lines)) {
                continue;
            }
            if wrong_total(case.policy, &invoice).is_none() {
                let finding = report(invoice.key(), &invoice, header, tax, &expected, findings);
                findings.push(finding);
                continue;
            }
        }
        for line in invoice.lines() {
            let Some((tax, expected)) = of_line(case.policy, &line) else { continue };
            judged += 1;
            if differs(tax, expected.tax, per_line) {
                let finding = report(&line.key(), &invoice, line.0, tax, &expected, findings);
                findings.push(finding.job(line.job_no()));
            }
        }
    }
    judged > 0
}

/// The same where no row states a rate.
fn by_usual_rates(case: &Case, findings: &mut Findings) -> bool {
    let taxes = usual_rate::taxes(case);
    let habits = Usual::of(&taxes);
    for taxed in &taxes {
        let Some(habit) = habits.broken_by(case, taxed) else { continue };
        let Some(tax) = tax_on(case.policy, taxed.taxable, habit.rate) else { continue };
        let expected =
            Expected { taxable: taxed.taxable, rate: Some(habit.rate), tax, at: taxed.taxable_at };
        let line = taxed.line;
        let key = line.map_or_else(|| taxed.invoice.key().to_owned(), |line| line.key());
        let finding = report(&key, &taxed.invoice, taxed.row, taxed.tax, &expected, findings);
        let finding = finding.arg("by", "usual").arg("share", Arg::percent(habit.followed));
        findings.push(finding.job(line.and_then(|line| line.job_no())));
    }
    habits.is_known()
}

fn differs(tax: Money, expected: Money, tolerance: i64) -> bool {
    tax.minor.saturating_sub(expected.minor).saturating_abs() > tolerance
}

fn of_header<'b>(policy: &Policy, invoice: &Invoice<'b>) -> Option<(Row<'b>, Expected)> {
    let header = invoice.header()?;
    header.money(Field::Tax)?;
    let rate = header.number(Field::TaxRate);
    let line_rates = || invoice.lines().filter_map(|line| line.0.number(Field::TaxRate));
    if let Some(rate) = rate.filter(|&rate| line_rates().all(|other| other == rate)) {
        let (taxable, at) = invoice.net()?;
        let by_line = || policy.rounding.filter(|_| policy.tax_rounded_per_line);
        let tax = match by_line().and_then(|_| lines_tax(policy, invoice, rate)) {
            Some(tax) => tax,
            None => tax_on(policy, taxable, rate)?,
        };
        return Some((header, Expected { taxable, rate: Some(rate), tax, at }));
    }
    // Lines that state their own tax are judged one by one.
    if invoice.lines().len() == 0 || invoice.lines().any(|line| line.0.has(Field::Tax)) {
        return None;
    }
    by_line_rates(policy, invoice).map(|expected| (header, expected))
}

/// Σ tax of the lines by their own rates; `None` unless each line with an amount states a rate.
fn by_line_rates(policy: &Policy, invoice: &Invoice) -> Option<Expected> {
    let mut taxable = Money::new(0, invoice.currency());
    let mut tax = taxable;
    for line in invoice.lines() {
        let Some(net) = line.net().filter(|net| !net.is_zero()) else { continue };
        if net.currency != taxable.currency {
            return None;
        }
        taxable.minor = taxable.minor.checked_add(net.minor)?;
        let line_tax = tax_on(policy, net, line.0.number(Field::TaxRate)?)?;
        tax.minor = tax.minor.checked_add(line_tax.minor)?;
    }
    let at = invoice.lines().next()?.amount_source();
    Some(Expected { taxable, rate: None, tax, at })
}

fn of_line(policy: &Policy, line: &Charge) -> Option<(Money, Expected)> {
    let (tax, rate) = (line.0.money(Field::Tax)?, line.0.number(Field::TaxRate)?);
    let taxable = line.net()?;
    let expected = tax_on(policy, taxable, rate)?;
    let at = line.amount_source();
    Some((tax, Expected { taxable, rate: Some(rate), tax: expected, at }))
}

fn tax_on(policy: &Policy, taxable: Money, rate: Decimal) -> Option<Money> {
    let rounding = policy.rounding.unwrap_or_default();
    rounding.round(taxable.decimal().checked_mul(rate)?, taxable.currency)
}

/// Σ of the tax on each line at one rate. `None` where a line has no amount or another currency.
fn lines_tax(policy: &Policy, invoice: &Invoice, rate: Decimal) -> Option<Money> {
    let mut lines = invoice.lines().peekable();
    lines.peek()?;
    lines.try_fold(Money::new(0, invoice.currency()), |sum, line| {
        let net = line.net().filter(|net| net.currency == sum.currency)?;
        let tax = tax_on(policy, net, rate)?;
        Some(Money::new(sum.minor.checked_add(tax.minor)?, sum.currency))
    })
}

fn report(
    key: &str,
    invoice: &Invoice,
    row: Row,
    tax: Money,
    expected: &Expected,
    findings: &Findings,
) -> Finding {
    let rate = expected.rate.map_or(Arg::term("tax-rates-of-lines"), Arg::percent);
    let difference = Money::new(tax.minor.saturating_sub(expected.tax.minor), tax.currency);
    let finding = findings
        .at(row.source(Field::Tax), key)
        .arg("invoice", invoice.no())
        .arg("taxable", expected.taxable)
        .arg("rate", rate)
        .arg("expected", expected.tax)
        .arg("found", tax)
        .arg("by", "rate")
        .arg("share", Arg::percent(Decimal::ONE))
        .found(tax)
        .expected(expected.tax)
        .stake(Some(difference))
        .evidence("evidence-taxable", expected.at)
        .invoice(Some(invoice.no()))
        .customer(invoice.customer_label());
    match expected.rate.filter(|_| row.has(Field::TaxRate)) {
        Some(_) => finding.evidence(Field::TaxRate.word(), row.source(Field::TaxRate)),
        None => finding,
    }
}
