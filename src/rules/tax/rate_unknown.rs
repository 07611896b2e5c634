//! TAX-02: a tax rate that the country of the currency does not have.
//!
//! Only where a currency belongs to one country and invoices in it follow that country's law: won
//! and renminbi. Which of the rates applies is a question for the tax team.

use crate::base::{Decimal, Severity};
use crate::model::{Owner, Row};
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};
use crate::words::Arg;

pub static RULE: Rule = Rule {
    code: "TAX-02",
    since: "0.1.0",
    severity: Severity::Break,
    topic: Topic::Tax,
    owner: Owner::Tax,
    needs: &[Need::AnyColumn(&[(Kind::Invoices, Field::TaxRate), (Kind::Lines, Field::TaxRate)])],
    check,
};

/// Rates in percent, also those of earlier years.
static RATES: [(&str, &[i64]); 2] =
    [("KRW", &[0, 10]), ("CNY", &[0, 1, 2, 3, 5, 6, 9, 10, 11, 13, 16, 17])];

fn check(case: &Case, findings: &mut Findings) {
    for invoice in case.book.invoices().filter(|invoice| !invoice.is_void()) {
        let rows = invoice.headers().chain(invoice.lines().map(|line| line.0));
        // Once an invoice: its lines repeat what the header says.
        let Some((row, rate)) = rows.filter_map(wrong).next() else { continue };
        let finding = findings
            .at(row.source(Field::TaxRate), invoice.no())
            .arg("invoice", invoice.no())
            .arg("rate", Arg::percent(rate))
            .arg("currency", Arg::from(row.currency()))
            .found(Arg::percent(rate))
            .stake(row.money(Field::Tax))
            .evidence("field-currency", row.source(Field::Currency))
            .of_invoice(Some(invoice));
        findings.push(finding);
    }
}

fn wrong(row: Row) -> Option<(Row, Decimal)> {
    let rate = row.number(Field::TaxRate)?;
    let currency = row.currency();
    if currency.is_none() {
        return None;
    }
    let (_, known) = RATES.iter().find(|(code, _)| *code == currency.code())?;
    let percent = rate.checked_mul(Decimal::ONE_HUNDRED)?;
    (!known.iter().any(|&known| Decimal::from(known) == percent)).then_some((row, rate))
}
