//! Cut-off adherence: invoices out by their client's cut-off day over those that were due by one (part
//! 3.4). What CUS-07 takes for late is late here.

use super::{Figure, Measured, share};
use crate::analysis::unbilled::{JobState, Standing};
use crate::base::Sums;
use crate::model::Invoice;
use crate::rules::{Results, due, due_job};
use crate::table::Field;
use crate::words::Arg;

pub(super) static FIGURE: Figure = Figure { key: "cut-off", measure };

fn measure(results: &Results, measured: &mut Measured) {
    let (mut in_time, mut all) = (0, 0);
    let (mut in_time_value, mut value) = (Sums::new(), Sums::new());
    for invoice in results.book.invoices() {
        let Some(at) = invoice.any_row().map(|row| row.row_source()) else { continue };
        if let Some(group) = left_out(&invoice) {
            measured.push(at, group, None);
            continue;
        }
        let Some(due) = due(&results.book, &invoice) else {
            measured.push(at, "left-out-no-date", None);
            continue;
        };
        all += 1;
        let worth = invoice.worth();
        worth.into_iter().for_each(|worth| value.add(worth));
        let group = if due.is_late() { "counted-late" } else { "counted-in-time" };
        if !due.is_late() {
            in_time += 1;
            worth.into_iter().for_each(|worth| in_time_value.add(worth));
        }
        measured.push(at, group, Some(Arg::Date(due.cut_off)));
    }
    // What is done, past its day and not billed is late too, a job for an invoice.
    for job in results.unbilled.open().filter(|job| job.state == JobState::Unbilled) {
        let as_of = results.policy.as_of;
        let cut_off = due_job(&results.book, results.book.job(job.job), as_of);
        let Some((cut_off, as_of)) = cut_off.zip(as_of) else { continue };
        if as_of <= cut_off || job.standing() == Some(Standing::Planned) {
            continue;
        }
        all += 1;
        job.open.into_iter().for_each(|open| value.add(open));
        let at = results.book.job(job.job).0.row_source();
        measured.push(at, "counted-unbilled", Some(Arg::Date(cut_off)));
    }
    measured.values.extend(share::by_count(in_time, all));
    measured.values.extend(share::by_value(&in_time_value, &value));
    if measured.values.is_empty() {
        measured.lacks = Some("lacks-cut-offs");
    }
}

fn left_out(invoice: &Invoice) -> Option<&'static str> {
    let asked = || invoice.customer_asking(Field::CutOff);
    let has_day = || asked().is_some_and(|customer| customer.0.text(Field::CutOff).is_some());
    match () {
        () if invoice.is_void() => Some("left-out-void"),
        () if invoice.is_credit() => Some("left-out-credit"),
        () if invoice.original().is_some() => Some("left-out-rebill"),
        () if !has_day() => Some("left-out-no-cut-off"),
        () => None,
    }
}
