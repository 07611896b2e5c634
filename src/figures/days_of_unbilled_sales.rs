//! Days of unbilled sales: unbilled value over what is billed on an average day of the ninety days
//! up to the as-of date (part 3.4). Where the invoices reach back less far, the days are fewer and
//! said.

use super::{COUNTED, Figure, Measured, Value};
use crate::base::{Date, Decimal, Money, Sums, round_to};
use crate::model::Invoice;
use crate::rules::Results;
use crate::words::Arg;

pub(super) static FIGURE: Figure = Figure { key: "days-of-unbilled-sales", measure };

const DAYS_MAX: i64 = 90;

fn measure(results: &Results, measured: &mut Measured) {
    let Some(as_of) = results.policy.as_of else { return measured.lack("lacks-as-of") };
    let mut billed = Sums::new();
    let mut first: Option<Date> = None;
    for invoice in results.book.invoices().filter(|invoice| !invoice.is_void()) {
        let Some(at) = invoice.any_row().map(|row| row.row_source()) else { continue };
        let age = invoice.date().map(|date| (date, (as_of - date).num_days()));
        match (age, net(&invoice)) {
            (Some((date, 0..DAYS_MAX)), Some(net)) => {
                first = Some(first.map_or(date, |first| first.min(date)));
                billed.add(net);
                measured.push(at, COUNTED, Some(Arg::Money(net)));
            }
            (None, _) => measured.push(at, "left-out-no-date", None),
            (_, None) => measured.push(at, "left-out-no-amount", None),
            _ => measured.push(at, "left-out-not-in-90-days", None),
        }
    }
    let Some(first) = first else {
        measured.lacks = Some("lacks-sales");
        return;
    };
    let days = (as_of - first).num_days() + 1;
    let open: Sums = results.unbilled.open().filter_map(|job| job.open).collect();
    measured.values =
        open.iter().filter_map(|open| value(open, billed.get(open.currency), days)).collect();
    if measured.values.is_empty() {
        measured.lacks = Some("lacks-sales");
    }
}

/// What a job's value is compared with: before tax where the invoice says so.
fn net(invoice: &Invoice) -> Option<Money> {
    invoice.net().map(|(net, _)| net).or_else(|| invoice.lines_net()).or_else(|| invoice.gross())
}

fn value(open: Money, billed: Money, days: i64) -> Option<Value> {
    if billed.minor <= 0 {
        return None;
    }
    let a_day = Decimal::from(billed.minor).checked_div(Decimal::from(days))?;
    let result = Decimal::from(open.minor).checked_div(a_day)?;
    let a_day = Money::new(round_to(a_day, 0).try_into().ok()?, billed.currency);
    Some(Value {
        word: "figure-days",
        value: Arg::Number(round_to(result, 1).normalize()),
        over: Some((Arg::Money(open), Arg::Money(a_day))),
    })
}
