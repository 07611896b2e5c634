//! TAX-03: a sale at home without tax, or one to another country with tax.
//!
//! The place of supply follows rules of its own; this only shows where the usual case is not met.
//! At home only a country with a value added tax is judged, and a reason on the invoice settles it.

use crate::base::{Country, Money, Severity};
use crate::model::{Invoice, Owner, Row};
use crate::rules::tax::seller::seller_country;
use crate::rules::tax::treatment::{Treatment, treated};
use crate::rules::{Case, Findings, Need, Rule, Topic};
use crate::table::{Field, Kind};
use crate::words::Arg;

pub static RULE: Rule = Rule {
    code: "TAX-03",
    since: "0.1.0",
    severity: Severity::Review,
    topic: Topic::Tax,
    owner: Owner::Tax,
    needs: &[
        Need::AnyColumn(&[
            (Kind::Invoices, Field::SellerCountry),
            (Kind::Invoices, Field::SellerTaxId),
        ]),
        Need::AnyColumn(&[(Kind::Invoices, Field::Country), (Kind::Customers, Field::Country)]),
        Need::AnyColumn(&[(Kind::Invoices, Field::Tax), (Kind::Invoices, Field::TaxRate)]),
    ],
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for invoice in case.book.invoices().filter(|i| !i.is_void() && !i.is_credit()) {
        let Some(header) = invoice.header() else { continue };
        let Some((buyer_row, buyer)) = buyer(&invoice, header) else { continue };
        let stated = seller_country(header).zip(is_taxed(header));
        let Some(((seller, says), taxed)) = stated else { continue };
        let explained = header.text(Field::TaxReason).is_some()
            || treated(&invoice).any(|(_, _, treatment)| treatment != Treatment::Taxed);
        let wrong = match seller == buyer {
            true => !taxed && seller.has_vat && !explained,
            false => taxed,
        };
        if !wrong {
            continue;
        }
        let shown = [Field::Tax, Field::TaxRate].into_iter().find(|&field| header.has(field));
        let stake = if taxed { header.money(Field::Tax) } else { invoice.worth() };
        let state = if taxed { "tax-shown" } else { "tax-none" };
        let finding = findings
            .at(header.source(shown.unwrap_or(Field::Tax)), invoice.no())
            .arg("invoice", invoice.no())
            .arg("seller", seller.code)
            .arg("buyer", buyer.code)
            .arg("state", Arg::term(state))
            .stake(stake.filter(|money: &Money| !money.is_zero()))
            .evidence(says.word(), header.source(says))
            .evidence(Field::Country.word(), buyer_row.source(Field::Country))
            .of_invoice(Some(invoice));
        findings.push(finding);
    }
}

/// The buyer's country as the invoice has it, else the customer list.
fn buyer<'b>(invoice: &Invoice<'b>, header: Row<'b>) -> Option<(Row<'b>, Country)> {
    let listed = invoice.customer_asking(Field::Country).map(|customer| customer.0);
    let rows = [Some(header), listed].into_iter().flatten();
    let mut stated = rows.filter_map(|row| Some((row, row.text(Field::Country)?)));
    let (row, text) = stated.next()?;
    Some((row, Country::parse(text)?))
}

/// `None` where the header says neither.
fn is_taxed(header: Row) -> Option<bool> {
    let figures = [Field::Tax, Field::TaxRate].map(|field| header.number(field));
    let stated = figures.iter().any(Option::is_some);
    stated.then(|| figures.into_iter().flatten().any(|figure| !figure.is_zero()))
}
