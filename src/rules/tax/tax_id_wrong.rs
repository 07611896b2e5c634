//! TAX-06: a tax number whose check digit is wrong. Each number once.
//!
//! A house that makes its European numbers up is left alone: they are judged where most of them hold.
//! Chinese credit codes and numbers with the prefix of a member state of the European Union are known by
//! their shape. Ten digits are a Korean business number where
//! they are written as one or stand beside amounts in won; any other country's number is left.

use crate::base::identifiers::{Check, cn_credit_code, eu_vat, kr_business_no};
use crate::base::{Money, QuickSet, Severity, fold_id};
use crate::model::{Owner, Row};
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};

pub static RULE: Rule = Rule {
    code: "TAX-06",
    since: "0.1.0",
    severity: Severity::Break,
    topic: Topic::Tax,
    owner: Owner::MasterData,
    needs: &[Need::AnyColumn(&[(Kind::Customers, Field::TaxId), (Kind::Invoices, Field::TaxId)])],
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    let mut told: QuickSet<String> = QuickSet::default();
    let european = are_european_sound(case);
    for kind in [Kind::Customers, Kind::Invoices] {
        for table in case.book.tables().iter().filter(|t| t.kind == kind && t.has(Field::TaxId)) {
            for row in (0..table.len()).map(|row| Row { table, row }) {
                let Some(id) = row.text(Field::TaxId).filter(|id| is_wrong(id, row, european))
                else {
                    continue;
                };
                if !told.insert(fold_id(id)) {
                    continue;
                }
                let customer = row.text(Field::CustomerName).unwrap_or_default();
                let finding = findings
                    .at(row.source(Field::TaxId), id)
                    .arg("id", id)
                    .arg("customer", customer)
                    .found(id)
                    .stake(worth(case, row))
                    .row(row);
                findings.push(finding);
            }
        }
    }
}

/// An invoice with a wrong number is sent back whole; a row of the customer list bills nothing.
fn worth(case: &Case, row: Row) -> Option<Money> {
    let invoice = row.text(Field::InvoiceNo).and_then(|no| case.book.invoice(no));
    invoice.filter(|_| row.table.kind == Kind::Invoices)?.worth()
}

/// Whether more of them hold than not.
fn are_european_sound(case: &Case) -> bool {
    let listed = |kind: Kind| case.book.tables().iter().filter(move |table| table.kind == kind);
    let tables = [Kind::Customers, Kind::Invoices].into_iter().flat_map(listed);
    let rows = tables.filter(|table| table.has(Field::TaxId));
    let ids =
        rows.flat_map(|table| (0..table.len()).filter_map(|row| table.text(Field::TaxId, row)));
    let known: QuickSet<&str> = ids.collect();
    let count = |wanted: Check| known.iter().filter(|id| eu_vat::check(id) == wanted).count();
    count(Check::Holds) > count(Check::WrongDigit)
}

fn is_wrong(id: &str, row: Row, european: bool) -> bool {
    let parts: Vec<usize> = id.split('-').map(str::len).collect();
    let in_won = !row.currency().is_none() && row.currency().code() == "KRW";
    let korean = parts == [3, 2, 5] || (parts == [10] && in_won);
    cn_credit_code::check(id) == Check::WrongDigit
        || (european && eu_vat::check(id) == Check::WrongDigit)
        || (korean && kr_business_no::check(id) == Check::WrongDigit)
}
