//! What each customer was billed month by month, and the month that is looked at: the last one that
//! has ended, by the as-of date, else by the latest invoice. Gathered once for the three rules that ask.

use std::collections::BTreeMap;

use crate::base::{Currency, Date, Money, QuickMap};
use crate::model::{Book, Invoice, Party, month_number};
use crate::rules::Case;
use crate::rules::dates::date_improbable::is_improbable;
use crate::rules::statistics::services::{UNSAID, services};

/// One customer in one currency.
#[derive(Default)]
pub struct Customer {
    /// Σ of the invoices less the credits, by number of the month.
    pub totals: BTreeMap<i64, i64>,
    /// The charges of each of the [`services`], by month, as positions in [`Book::charges`].
    pub charges: QuickMap<u32, BTreeMap<i64, Vec<u32>>>,
    /// The largest invoice of the month looked at, with its number.
    largest: Option<(Money, String)>,
}

pub struct History {
    /// The month looked at.
    pub month: i64,
    pub customers: BTreeMap<(Party, Currency), Customer>,
}

/// Months before the one looked at that make a habit.
pub const MONTHS: i64 = 6;

/// Months on end in which a charge came that make it one of every month.
pub const HABIT_MONTHS: i64 = 5;

impl Customer {
    pub fn largest<'b>(&self, book: &'b Book) -> Option<Invoice<'b>> {
        book.invoice(&self.largest.as_ref()?.1)
    }
}

pub fn history<'c>(case: &Case<'c>) -> Option<&'c History> {
    case.shared.history.get_or_init(|| gather(case)).as_ref()
}

fn gather(case: &Case) -> Option<History> {
    let dates = case.book.invoices().filter_map(|invoice| sound(&invoice));
    let last = case.policy.as_of.or_else(|| dates.max())?;
    // A month has ended on its last day.
    let ended = last.succ_opt().map_or(month_number(last), month_number) - 1;
    let mut history = History { month: ended, customers: BTreeMap::new() };
    let services = services(case);
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
        for &at in invoice.line_positions() {
            let service = services[at as usize];
            if service != UNSAID {
                let months = customer.charges.entry(service).or_default();
                months.entry(month).or_default().push(at);
            }
        }
        let known = customer.largest.as_ref();
        if month == ended && known.is_none_or(|(known, _)| known.minor < worth.minor) {
            customer.largest = Some((worth, invoice.no().to_owned()));
        }
    }
    Some(history)
}

fn sound(invoice: &Invoice) -> Option<Date> {
    invoice.date().filter(|&date| !is_improbable(date))
}
