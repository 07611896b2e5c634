//! Dispatch lag: days from the invoice's date to the day it was sent (part 3.4).

use super::spread::Days;
use super::{COUNTED, Figure, Measured};
use crate::rules::Results;
use crate::table::Field;
use crate::words::Arg;

pub(super) static FIGURE: Figure = Figure { key: "dispatch-lag", measure };

fn measure(results: &Results, measured: &mut Measured) {
    let mut days = Days::default();
    for invoice in results.book.invoices() {
        let Some(row) = invoice.any_row() else { continue };
        let at = row.row_source();
        let (Some(dated), Some(sent)) = (invoice.date(), row.date(Field::SentDate)) else {
            measured.push(at, "left-out-no-date", None);
            continue;
        };
        let lag = (sent - dated).num_days();
        if lag < 0 {
            measured.push(at, "left-out-sent-before", Some(Arg::Count(lag)));
        } else {
            days.add(lag, invoice.gross());
            measured.push(at, COUNTED, Some(Arg::Count(lag)));
        }
    }
    (measured.values, measured.spread) = days.values();
    if measured.values.is_empty() {
        measured.lacks = Some("lacks-sent-dates");
    }
}
