//! FX-04: an exchange rate is inverted, or off by a factor of ten, a hundred or a thousand. Held
//! against the agreed source where it has the day, else against the other rates of the same file.

use super::rate_differs::in_local;
use super::stated::{Stated, Table, slip, stated, usual};
use crate::base::{Decimal, Severity, Source};
use crate::model::Owner;
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};
use crate::words::Arg;

pub static RULE: Rule = Rule {
    code: "FX-04",
    since: "0.1.0",
    severity: Severity::Break,
    topic: Topic::Currency,
    owner: Owner::Treasury,
    needs: &[Need::Column(Kind::Invoices, Field::FxRate)],
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    let (all, table) = (stated(case.book), Table::read(case.book));
    let usual = usual(&all);
    let held: Vec<(&Stated, Decimal, Option<Source>)> = all
        .iter()
        .filter_map(|one| {
            let of_table = table.on(one, case.policy);
            let of_table = of_table.map(|(rate, row)| (rate, Some(row.source(Field::FxRate))));
            let (rate, cell) = of_table.or_else(|| Some((one.usual(&usual)?, None)))?;
            Some((one, rate, cell))
        })
        .collect();
    let slipped: Vec<_> = held
        .iter()
        .filter_map(|(one, right, cell)| Some((*one, *right, *cell, slip(one.rate, *right)?)))
        .collect();
    // A table that quotes the other way round, or per hundred, is a convention and no slip.
    if slipped.len() > 3 && slipped.len() * 2 > held.len() {
        findings.cannot_run(Need::Column(Kind::FxRates, Field::FxRate));
        return;
    }
    for (one, right, cell, how) in slipped {
        let mut finding = findings
            .at(one.header.source(Field::FxRate), one.invoice.no())
            .arg("invoice", one.invoice.no())
            .arg("rate", one.rate)
            .arg("expected", right)
            .arg("how", Arg::term(how))
            .found(one.rate)
            .expected(right)
            .stake(in_local(one, one.rate - right))
            .of_invoice(Some(one.invoice));
        if let Some(cell) = cell {
            finding = finding.evidence("evidence-fx-table", cell);
        }
        findings.push(finding);
    }
}
