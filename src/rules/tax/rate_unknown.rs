//! TAX-02: a tax rate that the country does not have: the seller's, as stated or as the run shows it, else the
//! one of the currency.
//!
//! A currency counts only where it belongs to one country and invoices in it follow that country's law: won
//! and renminbi. A seller's country counts where the buyer's is the same or not stated: what is sold abroad
//! may bear the tax of the other country. A rate counts on the days on which it was the law (`rates`), by the
//! invoice's day or that of the service; which of them applies is a question for the tax team.

use super::rates::is_lawful;
use super::seller::{self, names_seller, seller_country};
use crate::base::{Country, Date, Decimal, Severity};
use crate::model::{Invoice, Owner, Row};
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

fn check(case: &Case, findings: &mut Findings) {
    for invoice in case.book.invoices().filter(|invoice| !invoice.is_void()) {
        let rows = invoice.headers().chain(invoice.lines().map(|line| line.0));
        // Once an invoice: its lines repeat what the header says.
        let country = country(case, &invoice);
        let mut wrong = rows.filter_map(|row| Some((row, wrong(&invoice, row, country)?)));
        let Some((row, rate)) = wrong.next() else { continue };
        let finding = findings
            .at(row.source(Field::TaxRate), invoice.no())
            .arg("invoice", invoice.no())
            .arg("rate", Arg::percent(rate))
            .arg(
                "country",
                country.map_or_else(|| Arg::from(row.currency()), |c| Arg::from(c.code)),
            )
            .found(Arg::percent(rate))
            .stake(row.money(Field::Tax))
            .evidence("field-currency", row.source(Field::Currency))
            .of_invoice(Some(invoice));
        findings.push(finding);
    }
}

/// Where the sale is at home, as far as the invoice says; else the country of its currency.
pub(super) fn country(case: &Case, invoice: &Invoice) -> Option<Country> {
    let header = invoice.header();
    let seller = header.and_then(seller_country).map(|(country, _)| country);
    let listed = || {
        invoice.customer_asking(Field::Country).and_then(|customer| customer.0.text(Field::Country))
    };
    let buyer = || header.and_then(|row| row.text(Field::Country)).or_else(listed);
    match seller {
        Some(seller) => match buyer().map(Country::parse) {
            Some(buyer) if buyer != Some(seller) => None,
            _ => Some(seller),
        },
        // A country that is not known is none of another's.
        None if header.is_some_and(|row| row.text(Field::SellerCountry).is_some()) => None,
        None => match invoice.currency().code() {
            "KRW" => Country::parse("KR"),
            "CNY" => Country::parse("CN"),
            _ => {
                let home = case.shared.home(case.book);
                let unnamed = header.filter(|row| !names_seller(*row));
                let at_home = unnamed.and_then(|row| seller::buyer(invoice, row));
                home.filter(|home| at_home.is_some_and(|(_, buyer)| buyer == *home))
            }
        },
    }
}

/// The rate of a row, where the law does not know it. A credit note keeps the rate of what it credits.
fn wrong(invoice: &Invoice, row: Row, country: Option<Country>) -> Option<Decimal> {
    let rate = row.number(Field::TaxRate)?;
    let fields = [Field::InvoiceDate, Field::ServiceDate, Field::PeriodFrom, Field::PeriodTo];
    let own = fields.into_iter().filter_map(|field| row.date(field));
    let of_header = invoice
        .header()
        .into_iter()
        .flat_map(|row| fields.into_iter().filter_map(move |field| row.date(field)));
    let days: Vec<Date> = match invoice.is_credit() {
        true => Vec::new(),
        false => own.chain(of_header).collect(),
    };
    (is_lawful(country?, rate, &days) == Some(false)).then_some(rate)
}
