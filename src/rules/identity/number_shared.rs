//! ID-09: one invoice number carries two customers, or headers in two currencies. Lines in several
//! currencies are FX-02's business.
//!
//! A column of customers that differs within most invoices names somebody else than the payer (the
//! receiver, the site): then nothing is said.

use crate::base::Severity;
use crate::model::{Book, Invoice, Owner, Row};
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};
use crate::words::Arg;

pub static RULE: Rule = Rule {
    code: "ID-09",
    since: "0.1.0",
    severity: Severity::Break,
    topic: Topic::Identity,
    owner: Owner::Billing,
    needs: &[Need::AnyColumn(&[
        (Kind::Invoices, Field::CustomerNo),
        (Kind::Invoices, Field::CustomerName),
        (Kind::Invoices, Field::Currency),
        (Kind::Lines, Field::CustomerNo),
        (Kind::Lines, Field::CustomerName),
    ])],
    check,
};

/// The first row of an invoice, and the first one that contradicts it.
struct Mixed<'b> {
    invoice: Invoice<'b>,
    first: Row<'b>,
    other: Row<'b>,
    field: Field,
}

fn check(case: &Case, findings: &mut Findings) {
    let mut many = 0;
    let mut mixed: Vec<Mixed> = Vec::new();
    for invoice in case.book.invoices().filter(|invoice| !invoice.is_void()) {
        many += usize::from(invoice.headers().len() + invoice.lines().len() > 1);
        mixed.extend(customers(case.book, invoice).or_else(|| currencies(invoice)));
    }
    if mixed.len() > 3 && mixed.len() * 2 > many {
        findings.cannot_run(Need::Column(Kind::Invoices, Field::CustomerNo));
        return;
    }
    mixed.iter().for_each(|mixed| report(mixed, findings));
}

fn customers<'b>(book: &'b Book, invoice: Invoice<'b>) -> Option<Mixed<'b>> {
    let rows = invoice.headers().chain(invoice.lines().map(|line| line.0));
    let mut named = rows.filter_map(|row| Some((row, book.party(row)?)));
    let (first, payer) = named.next()?;
    let (other, _) = named.find(|(_, party)| payer.same(*party) == Some(false))?;
    let stated = |field: &Field| first.text(*field).is_some() && other.text(*field).is_some();
    let fields = [Field::CustomerNo, Field::CustomerName];
    let differs = |field: &Field| first.text(*field) != other.text(*field);
    let field = fields.into_iter().find(|f| stated(f) && differs(f)).unwrap_or(Field::CustomerName);
    Some(Mixed { invoice, first, other, field })
}

fn currencies<'b>(invoice: Invoice<'b>) -> Option<Mixed<'b>> {
    let mut named = invoice.headers().filter(|row| !row.currency().is_none());
    let first = named.next()?;
    let other = named.find(|row| row.currency() != first.currency())?;
    Some(Mixed { invoice, first, other, field: Field::Currency })
}

fn report(mixed: &Mixed, findings: &mut Findings) {
    let Mixed { invoice, first, other, field } = mixed;
    let says = |row: &Row| match field {
        Field::Currency => Arg::from(row.currency()),
        _ => Arg::from(row.text(*field).or_else(|| row.text(Field::CustomerNo)).unwrap_or("?")),
    };
    let finding = findings
        .at(other.source(*field), invoice.key())
        .arg("invoice", invoice.no())
        .arg("first", says(first))
        .arg("second", says(other))
        .found(says(other))
        .expected(says(first))
        .stake(invoice.worth())
        .evidence("evidence-first", first.source(*field))
        .of_invoice(Some(*invoice));
    findings.push(finding);
}
