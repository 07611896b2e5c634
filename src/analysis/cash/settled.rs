//! Invoices of the book on which nothing is open any more: what a receipt paid again, and what a returned
//! payment opens anew.

use crate::base::{Date, Money, Source};
use crate::matching::{Item, Outcome};
use crate::model::{Book, Invoice, Row};
use crate::table::Field;

/// A row that tells something of a receipt: by its number, where it has one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Found {
    pub number: String,
    pub date: Option<Date>,
    pub amount: Money,
    pub source: Source,
}

impl Found {
    pub(super) fn of_item(item: &Item) -> Found {
        Found {
            number: item.number.clone().unwrap_or_default(),
            date: item.date,
            amount: item.money(),
            source: item.source,
        }
    }

    /// A settled invoice, dated by the day on which it was.
    pub(super) fn of_invoice(invoice: &Invoice) -> Option<Found> {
        let row = invoice.header().filter(|row| is_settled(*row))?;
        Some(Found {
            number: invoice.no().to_owned(),
            date: row.date(Field::ClearedDate),
            amount: invoice.gross()?,
            source: row.row_source(),
        })
    }
}

/// The settled invoice of an amount that an unidentified receipt names.
pub(super) fn named(outcome: &Outcome, book: &Book, left: u32, amount: Money) -> Option<Found> {
    let research = &outcome.research;
    let at = research.binary_search_by_key(&left, |research| research.left).ok()?;
    let mut tokens = research[at].searched.iter();
    tokens.find_map(|token| {
        let found = Found::of_invoice(&book.invoice(token)?)?;
        (found.amount == amount).then_some(found)
    })
}

fn is_settled(row: Row) -> bool {
    let open = row.number(Field::OpenAmount);
    row.date(Field::ClearedDate).is_some() || open.is_some_and(|open| open.is_zero())
}
