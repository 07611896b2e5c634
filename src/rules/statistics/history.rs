//! What each customer was billed month by month, and the month that is looked at: the last one that
//! has ended, by the as-of date, else by the latest invoice.

use std::collections::BTreeMap;

use crate::base::{Currency, Date, Money, QuickMap};
use crate::model::{Charge, Invoice, Party, month_number};
use crate::rules::Case;
use crate::rules::dates::date_improbable::is_improbable;

/// One customer in one currency.
#[derive(Default)]
pub struct Customer<'b> {
    /// Σ of the invoices less the credits, by number of the month.
    pub totals: BTreeMap<i64, i64>,
    /// The charges of each code, by month.
    pub charges: QuickMap<&'b str, BTreeMap<i64, Vec<Charge<'b>>>>,
    /// The largest invoice of the month looked at.
    pub largest: Option<(Money, Invoice<'b>)>,
}

pub struct History<'b> {
    /// The month looked at.
    pub month: i64,
    pub customers: BTreeMap<(Party, Currency), Customer<'b>>,
}

/// Months before the one looked at that make a habit.
pub const MONTHS: i64 = 6;

/// Months on end in which a charge came that make it one of every month.
pub const HABIT_MONTHS: i64 = 5;

pub fn history<'b>(case: &Case<'b>) -> Option<History<'b>> {
    let dates = case.book.invoices().filter_map(|invoice| sound(&invoice));
    let last = case.policy.as_of.or_else(|| dates.max())?;
    // A month has ended on its last day.
    let ended = last.succ_opt().map_or(month_number(last), month_number) - 1;
    let mut history = History { month: ended, customers: BTreeMap::new() };
    for invoice in case.book.invoices() {
        let Some(month) = sound(&invoice).map(month_number) else { continue };
        if !(ended - MONTHS..=ended).contains(&month) || invoice.is_void() {
            continue;
        }
        let Some(worth) = invoice.worth() else { continue };
        let Some(party) = invoice.any_row().and_then(|row| case.book.party(row)) else { continue };
        let customer = history.customers.entry((party, worth.currency)).or_default();
        let is_credit = invoice.is_credit();
        let amount = if is_credit { -worth.minor.abs() } else { worth.minor };
        *customer.totals.entry(month).or_default() += amount;
        if is_credit {
            continue;
        }
        for line in invoice.lines() {
            if let Some(code) = line.code() {
                let months = customer.charges.entry(code).or_default();
                months.entry(month).or_default().push(line);
            }
        }
        let is_larger = customer.largest.is_none_or(|(known, _)| known.minor < worth.minor);
        if month == ended && is_larger {
            customer.largest = Some((worth, invoice));
        }
    }
    Some(history)
}

fn sound(invoice: &Invoice) -> Option<Date> {
    invoice.date().filter(|&date| !is_improbable(date))
}
