//! Billing lag: days from the end of the service to the first invoice (part 3.4).
//!
//! An invoice dated before the service is listed, not averaged in: it would hide late ones.

use super::spread::Days;
use super::{COUNTED, Figure, Measured};
use crate::base::Date;
use crate::model::Invoice;
use crate::rules::Results;
use crate::words::Arg;

pub(super) static FIGURE: Figure = Figure { key: "billing-lag", measure };

fn measure(results: &Results, measured: &mut Measured) {
    let book = &results.book;
    let mut days = Days::default();
    for billing in &results.unbilled.jobs {
        let job = book.job(billing.job);
        let at = job.0.row_source();
        if billing.charges.is_empty() {
            measured.push(at, "left-out-not-billed", None);
            continue;
        }
        let invoices = billing.charges.iter().map(|&at| book.invoice_of_charge(at as usize));
        let first = invoices.filter_map(|invoice| first_day(invoice?));
        let (Some(trigger), Some(first)) = (job.trigger(), first.min()) else {
            measured.push(at, "left-out-no-date", None);
            continue;
        };
        let lag = (first - trigger).num_days();
        let reading = Some(Arg::Count(lag));
        if lag < 0 {
            measured.push(at, "left-out-billed-before", reading);
        } else {
            days.add(lag, billing.billed);
            measured.push(at, COUNTED, reading);
        }
    }
    (measured.values, measured.spread) = days.values();
    if measured.values.is_empty() {
        measured.lacks = Some("lacks-billed-jobs");
    }
}

/// A credit note does not bill a job.
fn first_day(invoice: Invoice) -> Option<Date> {
    if invoice.is_credit() { None } else { invoice.date() }
}
