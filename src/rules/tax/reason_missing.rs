//! TAX-04: a tax code says reverse charge, exempt or zero-rated, and no reason is printed.
//!
//! A rate of nought says the same where nearly all other invoices at that rate give a reason.

use crate::base::{Decimal, QuickMap, QuickSet, Severity};
use crate::model::{Invoice, Owner, Party, Row};
use crate::rules::placeholder::is_placeholder;
use crate::rules::tax::treatment::{Treatment, treated};
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};
use crate::words::Arg;

pub static RULE: Rule = Rule {
    code: "TAX-04",
    since: "0.1.0",
    severity: Severity::Break,
    topic: Topic::Tax,
    owner: Owner::Tax,
    needs: &[
        Need::AnyColumn(&[
            (Kind::Invoices, Field::TaxCode),
            (Kind::Lines, Field::TaxCode),
            (Kind::Invoices, Field::TaxRate),
        ]),
        Need::AnyColumn(&[(Kind::Invoices, Field::TaxReason), (Kind::Lines, Field::TaxReason)]),
    ],
    check,
};

/// So many invoices at nought per cent that give a reason show a habit, and so few may lack it.
const REASONS_MIN: usize = 8;
const REASONS_PERCENT: usize = 75;
/// With one customer, of whom none else lacks it.
const REASONS_OF_CUSTOMER_MIN: usize = 3;

fn check(case: &Case, findings: &mut Findings) {
    let is_habit = is_habit(case);
    let habits = habits(case);
    for invoice in case.book.invoices().filter(|invoice| !invoice.is_void()) {
        if gives_reason(&invoice) {
            continue;
        }
        // Zero-rated needs no reason in EN 16931, and gets one all the same in most countries.
        let untaxed = treated(&invoice).find(|(_, _, treatment)| *treatment != Treatment::Taxed);
        let by_code = untaxed.map(|(row, code, _)| (row, Field::TaxCode, Arg::from(code)));
        let by_rate = || {
            let party = invoice.any_row().and_then(|row| case.book.party(row));
            let told = is_habit || party.is_some_and(|party| habits.contains(&party));
            let row = at_nought(&invoice).filter(|_| told && !invoice.is_credit())?;
            Some((row, Field::TaxRate, Arg::percent(Decimal::ZERO)))
        };
        let Some((row, stated, code)) = by_code.or_else(by_rate) else { continue };
        let at = if row.has(Field::TaxReason) { Field::TaxReason } else { stated };
        let finding = findings
            .at(row.source(at), invoice.no())
            .arg("invoice", invoice.no())
            .arg("code", code)
            .stake(invoice.worth())
            .evidence(stated.word(), row.source(stated))
            .of_invoice(Some(invoice));
        findings.push(finding);
    }
}

fn gives_reason(invoice: &Invoice) -> bool {
    let reason = invoice.stating(Field::TaxReason).and_then(|row| row.text(Field::TaxReason));
    reason.is_some_and(|reason| !is_placeholder(reason))
}

/// The header of an invoice whose rate is nought and that bears no tax.
fn at_nought<'b>(invoice: &Invoice<'b>) -> Option<Row<'b>> {
    let header = invoice.header()?;
    let is_nought = header.number(Field::TaxRate)?.is_zero();
    let bears_none = header.number(Field::Tax).is_none_or(|tax| tax.is_zero());
    (is_nought && bears_none && invoice.worth().is_some_and(|worth| worth.minor > 0))
        .then_some(header)
}

/// Customers of whom all invoices at a rate of nought say why, but for one.
fn habits(case: &Case) -> QuickSet<Party> {
    let mut told: QuickMap<Party, (usize, usize)> = QuickMap::default();
    for invoice in case.book.invoices().filter(|i| !i.is_void() && at_nought(i).is_some()) {
        let party = invoice.any_row().and_then(|row| case.book.party(row));
        let Some(counts) = party.map(|party| told.entry(party).or_default()) else { continue };
        *counts = (counts.0 + 1, counts.1 + usize::from(gives_reason(&invoice)));
    }
    let is_habit = |(all, said): (usize, usize)| said >= REASONS_OF_CUSTOMER_MIN && said + 1 >= all;
    told.into_iter().filter(|(_, counts)| is_habit(*counts)).map(|(party, _)| party).collect()
}

/// Whether invoices at a rate of nought say why in this house.
fn is_habit(case: &Case) -> bool {
    let untaxed = case.book.invoices().filter(|i| !i.is_void() && at_nought(i).is_some());
    let (all, explained) = untaxed.fold((0, 0), |(all, explained), invoice| {
        (all + 1, explained + usize::from(gives_reason(&invoice)))
    });
    explained >= REASONS_MIN && explained * 100 >= all * REASONS_PERCENT
}
