//! TAX-02: a tax rate that the country does not have: the seller's, else the one of the currency.
//!
//! A currency counts only where it belongs to one country and invoices in it follow that country's law: won
//! and renminbi. A seller's country counts where the buyer's is the same or not stated: what is sold abroad
//! may bear the tax of the other country. Rates of the last ten years are known, of any kind; which of them
//! applies is a question for the tax team.

use crate::base::{Country, Decimal, Severity};
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

/// Rates in percent, also those of earlier years.
static RATES: [(&str, &[i64]); 2] =
    [("KRW", &[0, 10]), ("CNY", &[0, 1, 2, 3, 5, 6, 9, 10, 11, 13, 16, 17])];

/// The same by country, in tenths of a percent.
#[rustfmt::skip]
static BY_COUNTRY: &[(&str, &[i64])] = &[
    ("AT", &[0, 100, 130, 190, 200]), ("AU", &[0, 100]), ("BE", &[0, 60, 120, 210]), ("CH", &[0, 25, 26, 37, 38, 77, 80, 81]),
    ("CN", &[0, 10, 20, 30, 50, 60, 90, 100, 110, 130, 160, 170]), ("CZ", &[0, 100, 120, 150, 210]),
    ("DE", &[0, 50, 70, 160, 190]), ("DK", &[0, 250]), ("ES", &[0, 20, 40, 50, 75, 100, 210]),
    ("FI", &[0, 100, 135, 140, 240, 255]), ("FR", &[0, 9, 21, 55, 85, 100, 130, 200]), ("GB", &[0, 50, 125, 200]),
    ("HU", &[0, 50, 180, 270]), ("IE", &[0, 48, 90, 135, 210, 230]), ("IT", &[0, 40, 50, 100, 220]), ("JP", &[0, 50, 80, 100]),
    ("KR", &[0, 100]), ("LU", &[0, 30, 70, 80, 130, 140, 160, 170]), ("NL", &[0, 60, 90, 210]), ("NO", &[0, 111, 120, 150, 250]),
    ("NZ", &[0, 150]), ("PL", &[0, 50, 80, 230]), ("PT", &[0, 40, 50, 60, 90, 100, 120, 130, 160, 180, 220, 230]),
    ("SE", &[0, 60, 120, 250]), ("SG", &[0, 70, 80, 90]), ("TW", &[0, 50]), ("ZA", &[0, 140, 150]),
];

fn check(case: &Case, findings: &mut Findings) {
    for invoice in case.book.invoices().filter(|invoice| !invoice.is_void()) {
        let rows = invoice.headers().chain(invoice.lines().map(|line| line.0));
        // Once an invoice: its lines repeat what the header says.
        let country = country(&invoice);
        let mut wrong = rows.filter_map(|row| Some((row, wrong(row, country)?)));
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

/// Where the sale is at home, as far as the invoice says.
fn country(invoice: &Invoice) -> Option<Country> {
    let header = invoice.header()?;
    let stated = |field: Field| header.text(field).map(Country::parse);
    let seller = stated(Field::SellerCountry)??;
    match stated(Field::Country) {
        Some(buyer) if buyer != Some(seller) => None,
        _ => Some(seller),
    }
}

fn wrong(row: Row, country: Option<Country>) -> Option<Decimal> {
    let rate = row.number(Field::TaxRate)?;
    let per_mille = rate.checked_mul(Decimal::ONE_THOUSAND)?;
    if let Some(country) = country {
        let (_, known) = BY_COUNTRY.iter().find(|(code, _)| *code == country.code)?;
        return (!known.iter().any(|&known| Decimal::from(known) == per_mille)).then_some(rate);
    }
    let currency = row.currency();
    if currency.is_none() {
        return None;
    }
    let (_, known) = RATES.iter().find(|(code, _)| *code == currency.code())?;
    let known = known.iter().map(|&known| Decimal::from(known * 10));
    (!known.into_iter().any(|known| known == per_mille)).then_some(rate)
}
