//! Re-bill time: days from the first credit note for an invoice to the one that takes its place (part
//! 3.5). When the error was reported is in no file, so the credit note stands for it.

use std::collections::BTreeMap;

use super::spread::Days;
use super::{COUNTED, Figure, Measured};
use crate::base::{Date, fold_id};
use crate::rules::Results;
use crate::words::Arg;

pub(super) static FIGURE: Figure = Figure { key: "rebill-time", measure };

fn measure(results: &Results, measured: &mut Measured) {
    let mut credited: BTreeMap<String, Date> = BTreeMap::new();
    for credit in results.book.invoices().filter(|i| i.is_credit() && !i.is_void()) {
        let Some((original, date)) = credit.original().zip(credit.date()) else { continue };
        let first = credited.entry(fold_id(original)).or_insert(date);
        *first = date.min(*first);
    }
    let mut days = Days::default();
    for invoice in results.book.invoices().filter(|invoice| !invoice.is_credit()) {
        let Some(at) = invoice.any_row().map(|row| row.row_source()) else { continue };
        let Some(original) = invoice.original().filter(|_| !invoice.is_void()) else {
            let group = if invoice.is_void() { "left-out-void" } else { "left-out-first" };
            measured.push(at, group, None);
            continue;
        };
        let Some(credit) = credited.get(&fold_id(original)) else {
            measured.push(at, "left-out-no-credit", None);
            continue;
        };
        match invoice.date().map(|date| (date - *credit).num_days()) {
            None => measured.push(at, "left-out-no-date", None),
            Some(lag) if lag < 0 => {
                measured.push(at, "left-out-rebilled-before", Some(Arg::Count(lag)));
            }
            Some(lag) => {
                days.add(lag, invoice.worth());
                measured.push(at, COUNTED, Some(Arg::Count(lag)));
            }
        }
    }
    (measured.values, measured.spread) = days.values();
    if measured.values.is_empty() {
        measured.lacks = Some("lacks-rebills");
    }
}
