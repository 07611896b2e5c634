//! ARI-09: a line in percent is not its percentage of what the invoice bills beside it.
//!
//! Where a charge is always the percentage of one other, with the same charges beside it, that one is its
//! base (`percent_habit`). Else any lines of the same job may be the base, alone or together, any of the invoice where it has one such
//! line, or all lines of the invoice. Only
//! an amount that no such base explains is wrong.

use super::percent_habit::{Habits, OtherBase};
use crate::analysis::pricing::Unit;
use crate::base::{Decimal, Money, Severity};
use crate::model::{Charge, Invoice, Owner};
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};
use crate::words::Arg;

pub static RULE: Rule = Rule {
    code: "ARI-09",
    since: "0.1.0",
    severity: Severity::Review,
    topic: Topic::Arithmetic,
    owner: Owner::Billing,
    needs: &[
        Need::AnyColumn(&[(Kind::Lines, Field::Unit), (Kind::Lines, Field::Percent)]),
        Need::AnyColumn(&[(Kind::Lines, Field::UnitPrice), (Kind::Lines, Field::Percent)]),
        Need::AnyColumn(&[(Kind::Lines, Field::Net), (Kind::Lines, Field::Amount)]),
    ],
    check,
};

/// Lines of which every combination is tried; with more the base is anybody's guess.
const LINES_COMBINED_MAX: usize = 10;

fn check(case: &Case, findings: &mut Findings) {
    check_stated(case, findings);
    let percents = case.book.spellings(Field::Unit, |unit| Unit::parse(unit) == Unit::Percent);
    if !percents.any(|is_percent| *is_percent) {
        return;
    }
    let in_percent = |line: &Charge| percents.of(line.0).copied().unwrap_or_default();
    let habits = Habits::of(case.book, &in_percent);
    for invoice in case.book.invoices().filter(|i| !i.is_void() && !i.is_credit()) {
        if !invoice.lines().any(|line| in_percent(&line)) {
            continue;
        }
        let others: Vec<Charge> = invoice.lines().filter(|line| !in_percent(line)).collect();
        for line in invoice.lines().filter(in_percent) {
            match habits.other_base(line, &others) {
                Some(base) => report_base(&invoice, line, base, findings),
                None => check_line(&invoice, line, &others, findings),
            }
        }
    }
}

/// Where a list has columns for the percentage and what it is of, nothing need be guessed.
fn check_stated(case: &Case, findings: &mut Findings) {
    if !case.book.has_column(Kind::Lines, Field::Percent) {
        return;
    }
    for invoice in case.book.invoices().filter(|i| !i.is_void()) {
        for line in invoice.lines() {
            let stated = (line.0.number(Field::Percent), line.0.number(Field::PercentBase));
            let (Some(ratio), Some(base)) = stated else { continue };
            let Some(shown) = line.stated_net().filter(|_| !ratio.is_zero()) else { continue };
            let exact = base.checked_mul(ratio);
            let expected = exact.and_then(|exact| Money::round(exact, shown.currency));
            let Some(expected) = expected.filter(|e| (e.minor - shown.minor).abs() > 1) else {
                continue;
            };
            let base = Money::round(base, shown.currency).unwrap_or(shown);
            let finding = findings
                .at(line.amount_source(), &line.key())
                .arg("invoice", invoice.no())
                .arg("row", line.0.row_source().row)
                .arg("percent", Arg::percent(ratio))
                .arg("base", base)
                .arg("expected", expected)
                .arg("found", shown)
                .found(shown)
                .expected(expected)
                .stake(Some(Money::new(shown.minor - expected.minor, shown.currency)))
                .evidence(Field::Percent.word(), line.0.source(Field::Percent))
                .evidence(Field::PercentBase.word(), line.0.source(Field::PercentBase))
                .of_invoice(Some(invoice))
                .job(line.job_no());
            findings.push(finding);
        }
    }
}

/// The line is its percentage of more, or of something else, than its kind always is.
fn report_base(invoice: &Invoice, line: Charge, base: OtherBase, findings: &mut Findings) {
    let finding = findings
        .at(line.amount_source(), &line.key())
        .arg("invoice", invoice.no())
        .arg("row", line.0.row_source().row)
        .arg("percent", Arg::percent(base.ratio))
        .arg("base", base.base)
        .arg("expected", base.expected)
        .arg("found", base.shown)
        .found(base.shown)
        .expected(base.expected)
        .stake(Some(Money::new(base.shown.minor - base.expected.minor, base.shown.currency)))
        .evidence("evidence-line", base.cell)
        .of_invoice(Some(*invoice))
        .job(line.job_no());
    findings.push(finding);
}

fn check_line(invoice: &Invoice, line: Charge, others: &[Charge], findings: &mut Findings) {
    let (Some(stated), Some(percent)) = (line.stated_net(), line.unit_price()) else { return };
    let nets = |lines: &mut dyn Iterator<Item = &Charge>| -> Vec<i64> {
        lines.filter_map(|line| line.net()).map(|net| net.minor).collect()
    };
    // One percentage on an invoice of several jobs may be of any of them.
    let percents = invoice.lines().len() - others.len();
    let beside = |other: &&Charge| percents == 1 || other.job_no() == line.job_no();
    let of_job = nets(&mut others.iter().filter(beside));
    let of_invoice: i64 = nets(&mut others.iter()).iter().sum();
    if of_job.is_empty() || of_job.len() > LINES_COMBINED_MAX {
        return;
    }
    let by_qty = qty_percent(line, stated);
    let ratios = match by_qty {
        Some(ratio) => vec![ratio, percent / Decimal::ONE_HUNDRED],
        None => vec![percent / Decimal::ONE_HUNDRED, percent],
    };
    let comes_to = |base: i64, ratio: Decimal| {
        let base = Money::new(base, stated.currency).decimal();
        Money::round(base.checked_mul(ratio)?, stated.currency)
    };
    let explained = |base: i64| {
        ratios.iter().filter_map(|ratio| comes_to(base, *ratio)).any(|money| money == stated)
    };
    let combinations = (1_u32..1 << of_job.len()).map(|chosen| {
        let chosen = of_job.iter().enumerate().filter(|(at, _)| chosen & (1 << at) != 0);
        chosen.map(|(_, minor)| minor).sum::<i64>()
    });
    if explained(of_invoice) || combinations.into_iter().any(explained) {
        return;
    }
    let base: i64 = of_job.iter().sum();
    // Either figure may be the percentage; the base is the greater one.
    let is_base = |qty: Decimal| qty > percent;
    let ratio = match by_qty.filter(|_| !line.qty().is_some_and(is_base)) {
        Some(ratio) => ratio,
        None if by_qty.is_some() => percent / Decimal::ONE_HUNDRED,
        None if percent > Decimal::ONE => ratios[0],
        None => percent,
    };
    let Some(expected) = comes_to(base, ratio) else { return };
    let mut finding = findings
        .at(line.amount_source(), &line.key())
        .arg("invoice", invoice.no())
        .arg("row", line.0.row_source().row)
        .arg("percent", Arg::percent(ratio))
        .arg("base", Money::new(base, stated.currency))
        .arg("expected", expected)
        .arg("found", stated)
        .found(stated)
        .expected(expected)
        .stake(Some(Money::new(stated.minor - expected.minor, stated.currency)))
        .of_invoice(Some(*invoice))
        .job(line.job_no());
    for other in others.iter().filter(beside) {
        finding = finding.evidence("evidence-line", other.amount_source());
    }
    findings.push(finding);
}

/// The percentage where it stands as the quantity, and the price is the base: `12 % × 340.00`.
fn qty_percent(line: Charge, stated: Money) -> Option<Decimal> {
    let (qty, base) = (line.qty()?, line.unit_price()?);
    let ratios = [qty, qty / Decimal::ONE_HUNDRED];
    let is_right = |ratio: &Decimal| {
        let exact = base.checked_mul(*ratio);
        exact.and_then(|exact| Money::round(exact, stated.currency)) == Some(stated)
    };
    // A quantity of one is no percentage but the line as a whole.
    ratios.into_iter().find(is_right).filter(|_| qty != Decimal::ONE)
}
