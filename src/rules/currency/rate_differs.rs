//! FX-03: the exchange rate of an invoice is not the one of the agreed source on its date. A rate that
//! slipped by a factor is FX-04's business.
//!
//! A house that goes by another day than the invoice date differs everywhere: then nothing is said.

use super::stated::{Stated, Table, slip, stated};
use crate::base::{Decimal, Money, Severity};
use crate::model::{Owner, Row};
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};
use crate::words::Arg;

pub static RULE: Rule = Rule {
    code: "FX-03",
    since: "0.1.0",
    severity: Severity::Review,
    topic: Topic::Currency,
    owner: Owner::Treasury,
    needs: &[
        Need::Column(Kind::Invoices, Field::FxRate),
        Need::Column(Kind::Invoices, Field::InvoiceDate),
        Need::Column(Kind::FxRates, Field::FxRate),
    ],
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    let (all, table) = (stated(case.book), Table::read(case.book));
    let compared: Vec<(&Stated, Decimal, Row)> = all
        .iter()
        .filter_map(|one| table.on(one, case.policy).map(|(rate, row)| (one, rate, row)))
        .collect();
    let digits = |rates: &mut dyn Iterator<Item = Decimal>| rates.map(|r| r.scale()).max();
    let on_invoices = digits(&mut compared.iter().map(|(one, _, _)| one.rate));
    let on_table = digits(&mut compared.iter().map(|(_, rate, _)| *rate));
    // Both sides round; the coarser one says how closely they can agree.
    let scale = on_invoices.min(on_table).unwrap_or(0);
    let step = Decimal::new(5, scale.min(27) + 1);
    let differs = |one: &Stated, right: Decimal| {
        let allowed = step.max(right.checked_mul(case.policy.fx_tolerance).unwrap_or(step));
        (one.rate - right).abs() > allowed && slip(one.rate, right).is_none()
    };
    let wrong: Vec<_> = compared.iter().filter(|(one, right, _)| differs(one, *right)).collect();
    if wrong.len() > 3 && wrong.len() * 2 > compared.len() {
        findings.cannot_run(Need::Column(Kind::Invoices, Field::RateDate));
        return;
    }
    wrong.into_iter().for_each(|(one, right, row)| report(one, *right, *row, findings));
}

fn report(one: &Stated, right: Decimal, row: Row, findings: &mut Findings) {
    let share = (one.rate - right).checked_div(right).unwrap_or_default();
    let finding = findings
        .at(one.header.source(Field::FxRate), one.invoice.no())
        .arg("invoice", one.invoice.no())
        .arg("rate", one.rate)
        .arg("expected", right)
        .arg("date", one.date.map_or_else(|| Arg::term("value-not-stated"), Arg::from))
        .arg("percent", Arg::percent(crate::base::round_to(share, 4)))
        .found(one.rate)
        .expected(right)
        .stake(in_local(one, one.rate - right))
        .evidence("evidence-fx-table", row.source(Field::FxRate))
        .of_invoice(Some(one.invoice));
    findings.push(finding);
}

/// What the difference comes to in the local currency, where the file names it.
pub fn in_local(one: &Stated, difference: Decimal) -> Option<Money> {
    let local = one.pair().1;
    let gross = one.invoice.worth()?.decimal();
    Money::round(gross.checked_mul(difference)?, local).filter(|_| !local.is_none())
}
