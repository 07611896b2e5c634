//! ARI-03: net + tax is not the gross of an invoice header.

use crate::base::{Money, Severity};
use crate::model::{Owner, Row, is_void_word};
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Cell, Field, Kind};

pub static RULE: Rule = Rule {
    code: "ARI-03",
    since: "0.1.0",
    severity: Severity::Break,
    topic: Topic::Arithmetic,
    owner: Owner::Billing,
    needs: &[
        Need::Column(Kind::Invoices, Field::Net),
        Need::Column(Kind::Invoices, Field::Tax),
        Need::Column(Kind::Invoices, Field::Gross),
    ],
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    let numbered = case.book.invoices().flat_map(|invoice| invoice.headers());
    for row in numbered.chain(case.book.unnumbered()) {
        let (Some(net), Some(gross)) = (row.money(Field::Net), row.money(Field::Gross)) else {
            continue;
        };
        // A list without a column for the tax says nothing of it.
        let Some(tax) = tax(row).filter(|_| row.has(Field::Tax)) else { continue };
        if row.text(Field::Status).is_some_and(is_void_word) {
            continue;
        }
        let total = Money::new(net.minor.saturating_add(tax.minor), gross.currency);
        if total == gross {
            continue;
        }
        let no = row.text(Field::InvoiceNo);
        let difference = Money::new(gross.minor.saturating_sub(total.minor), gross.currency);
        let finding = findings
            .at(row.source(Field::Gross), no.unwrap_or_default())
            .arg("invoice", no.unwrap_or_default())
            .arg("net", net)
            .arg("tax", tax)
            .arg("total", total)
            .arg("gross", gross)
            .found(gross)
            .expected(total)
            .stake(Some(difference))
            .evidence(Field::Net.word(), row.source(Field::Net))
            .evidence(Field::Tax.word(), row.source(Field::Tax))
            .row(row);
        findings.push(finding);
    }
}

/// A blank tax cell is no tax; one that cannot be read leaves the question open.
fn tax(row: Row) -> Option<Money> {
    match row.number_cell(Field::Tax) {
        Cell::Blank => Some(Money::new(0, row.currency())),
        Cell::Ok(_) => row.money(Field::Tax),
        Cell::Failed => None,
    }
}
