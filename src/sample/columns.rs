//! What the company's files say beside the bare figures: countries, tax categories, accounts,
//! exchange rates, size. All of it follows from the books, unless a fault writes something else.

use super::client::Client;
use super::ledger::{Invoice, Job, Ledger, Written, day, plus};
use crate::base::{Currency, Date, Decimal, iso, round_to};
use crate::table::Field;

/// The currency of the house's own books.
const HOME: &str = "USD";

pub(super) fn written(written: &Written, field: Field, usual: String) -> String {
    written.get(&field).cloned().unwrap_or(usual)
}

/// The columns of a header after the sent date, in the order of the sheet.
pub(super) fn of_header(client: &Client, invoice: &Invoice) -> Vec<String> {
    let or = |field, usual: String| written(&invoice.written, field, usual);
    let amount = |amount: Option<Decimal>| amount.map(|a| a.to_string()).unwrap_or_default();
    let due = invoice.gross.map(|gross| round_to(gross, client.currency.exponent()));
    let rate = fx_rate(client.currency, invoice.date);
    let local = rate.zip(invoice.gross).map(|(rate, gross)| round_to(rate * gross, 2));
    let (category, reason) = match client.tax_percent {
        0 => ("G", "Export of services, not taxable at the seller's seat"),
        _ => ("S", ""),
    };
    vec![
        or(Field::Country, client.seat().1.to_owned()),
        or(Field::SellerCountry, client.seller_country().to_owned()),
        or(Field::TaxCode, category.to_owned()),
        or(Field::TaxReason, reason.to_owned()),
        or(Field::CorrectionReason, invoice.reason.to_owned()),
        or(Field::FapiaoCode, String::new()),
        or(Field::Prepaid, "0".to_owned()),
        or(Field::OpenAmount, amount(due)),
        or(Field::AmountInWords, String::new()),
        or(Field::FxRate, amount(rate)),
        or(Field::LocalAmount, amount(local)),
        if rate.is_some() { HOME.to_owned() } else { String::new() },
        or(Field::RemitTo, client.remit_to().to_owned()),
        or(Field::Attachments, "POD, Temperature log".to_owned()),
    ]
}

/// The month of the services, or the days where they lie in two.
pub(super) fn period(invoice: &Invoice) -> String {
    let days = || invoice.lines.iter().map(|line| line.service_date);
    let month = |day: Date| day.format("%Y-%m").to_string();
    let usual = match (days().min(), days().max()) {
        (Some(first), Some(last)) if month(first) != month(last) => {
            format!("{} to {}", iso(first), iso(last))
        }
        (first, _) => month(first.unwrap_or(invoice.date)),
    };
    written(&invoice.written, Field::Period, usual)
}

/// Tax line by line; what is more than rounding off the header's stands on the last line.
pub(super) fn line_taxes(ledger: &Ledger, invoice: &Invoice) -> Vec<Decimal> {
    let client = &ledger.clients[invoice.client];
    let digits = client.currency.exponent();
    let rate = Decimal::new(client.tax_percent, 2);
    let taxes = invoice.lines.iter().map(|line| round_to(line.charge.net * rate, digits));
    let mut taxes: Vec<Decimal> = taxes.collect();
    let own = |at: &usize| invoice.lines[*at].currency == client.currency;
    let places: Vec<usize> = (0..taxes.len()).filter(own).collect();
    let left = invoice.tax - places.iter().map(|&at| taxes[at]).sum::<Decimal>();
    let steps = Decimal::new(places.len() as i64, digits);
    if let Some(&last) = places.last()
        && left.abs() > steps
    {
        taxes[last] += left;
    }
    taxes
}

/// So that its volumetric weight by a divisor of 6,000 is the chargeable weight.
pub(super) fn volume(job: &Job) -> String {
    let halves = job.chargeable.unwrap_or(job.weight);
    written(&job.written, Field::Volume, Decimal::new(halves * 3, 3).normalize().to_string())
}

/// One euro in dollars, every day another.
pub(super) fn fx_rates() -> Vec<Vec<String>> {
    let days = (0..120).map(|n| plus(day(8, 1), n));
    let euro = Currency::parse("EUR").unwrap_or(Currency::NONE);
    days.map(|date| {
        let rate = fx_rate(euro, date).unwrap_or_default();
        vec!["EUR".to_owned(), HOME.to_owned(), iso(date), rate.to_string()]
    })
    .collect()
}

pub(super) fn fx_rate(currency: Currency, date: Date) -> Option<Decimal> {
    let euro = !currency.is_none() && currency.code() == "EUR";
    let days = date.signed_duration_since(day(1, 1)).num_days();
    euro.then(|| Decimal::new(10_800 + days * 37 % 90, 4))
}
