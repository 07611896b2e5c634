//! The document of `tieout age --json`, described in `docs/terminal.md`. Fields are added, never
//! renamed.

use serde::Serialize;

use super::terminal::{TieRow, tie_row};
pub use crate::analysis::ageing::refused;
use crate::analysis::ageing::{Ageing, Bucket, Line};
use crate::base::{Currency, Money, column_letters, iso, round_to};
use crate::rules::Results;

#[derive(Serialize)]
pub struct Aged {
    pub as_of: String,
    pub buckets: Vec<String>,
    pub currencies: Vec<PerCurrency>,
    pub customers: Vec<PerCustomer>,
    pub items: Vec<Item>,
    /// Rows dated after the day: left out.
    pub later: Vec<Place>,
    /// Rows whose amount could not be read: left out.
    pub unread: Vec<Place>,
    /// Items with nothing open.
    pub nil: u32,
    pub tie: Vec<TieRow>,
}

#[derive(Serialize)]
pub struct PerCurrency {
    pub currency: String,
    #[serde(flatten)]
    pub amounts: Amounts,
    /// Σ open × days ÷ Σ open over debit items.
    pub average_days: Option<String>,
}

#[derive(Serialize)]
pub struct PerCustomer {
    pub customer: String,
    pub currency: String,
    #[serde(flatten)]
    pub amounts: Amounts,
}

#[derive(Serialize)]
pub struct Amounts {
    pub items: u32,
    pub total: String,
    /// In the order of `buckets`, as are the next two.
    pub aged: Vec<String>,
    pub disputed: Vec<String>,
    /// Before credits were set off.
    pub gross: Vec<String>,
    pub credits: String,
    /// More credit than debit.
    pub net_credit: bool,
}

#[derive(Serialize)]
pub struct Item {
    #[serde(flatten)]
    pub place: Place,
    pub number: Option<String>,
    pub customer: String,
    pub open: String,
    pub currency: String,
    pub from: Option<String>,
    pub days: Option<i64>,
    pub bucket: String,
    pub disputed: bool,
    pub due_assumed: bool,
    pub unapplied: bool,
}

#[derive(Serialize)]
pub struct Place {
    pub file: String,
    pub table: String,
    pub row: u32,
    pub column: Option<String>,
}

pub fn ageing(results: &Results, ageing: &Ageing) -> Aged {
    let place = |source: &crate::base::Source| {
        let cited = results.cite(source);
        let (file, table) = cited.map(|c| (c.file, c.sheet)).unwrap_or_default();
        Place { file, table, row: source.row, column: source.column.map(column_letters) }
    };
    let customers = ageing.lines.iter().map(|((currency, customer), line)| PerCustomer {
        customer: customer.clone(),
        currency: currency.code().to_owned(),
        amounts: amounts(line, *currency),
    });
    let currencies = ageing.totals.iter().map(|(currency, line)| PerCurrency {
        currency: currency.code().to_owned(),
        amounts: amounts(line, *currency),
        average_days: ageing.average_days(*currency).map(|d| round_to(d, 2).to_string()),
    });
    let items = ageing.items.iter().map(|item| Item {
        place: place(&item.source),
        number: item.number.clone(),
        customer: item.customer.clone(),
        open: item.open.decimal().to_string(),
        currency: item.open.currency.code().to_owned(),
        from: item.from.map(iso),
        days: item.days,
        bucket: item.bucket.key(),
        disputed: item.disputed,
        due_assumed: item.due_assumed,
        unapplied: item.unapplied,
    });
    Aged {
        as_of: iso(ageing.choices.as_of),
        buckets: ageing.buckets.iter().map(|bucket: &Bucket| bucket.key()).collect(),
        currencies: currencies.collect(),
        customers: customers.collect(),
        items: items.collect(),
        later: ageing.later.iter().map(place).collect(),
        unread: ageing.unread.iter().map(place).collect(),
        nil: ageing.nil,
        tie: ageing.ties.iter().map(tie_row).collect(),
    }
}

fn amounts(line: &Line, currency: Currency) -> Amounts {
    let text = |minor: &i64| Money::new(*minor, currency).decimal().to_string();
    Amounts {
        items: line.items,
        total: text(&line.total()),
        aged: line.buckets.iter().map(text).collect(),
        disputed: line.disputed.iter().map(text).collect(),
        gross: line.gross.iter().map(text).collect(),
        credits: text(&line.credits),
        net_credit: line.total() < 0,
    }
}
