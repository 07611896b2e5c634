//! First-pass accuracy: invoices that needed no correction over invoices issued (part 3.5), as far
//! as credit notes and rebills that name their invoice show it; one that was cancelled and billed again
//! counts as corrected. An invoice younger than the window may still
//! come back, so it is maturing and stays out.

use std::collections::BTreeSet;

use super::{Figure, Measured, share};
use crate::base::{Sums, fold_id};
use crate::rules::Results;
use crate::words::Arg;

pub(super) static FIGURE: Figure = Figure { key: "first-pass-accuracy", measure };

/// Days that an invoice is watched before it counts.
const WINDOW_DAYS: i64 = 60;

fn measure(results: &Results, measured: &mut Measured) {
    let Some(as_of) = results.policy.as_of else { return measured.lack("lacks-as-of") };
    // A cancelled correction corrects nothing.
    let sound = results.book.invoices().filter(|invoice| !invoice.is_void());
    let corrected: BTreeSet<String> =
        sound.filter_map(|invoice| invoice.original()).map(fold_id).collect();
    if corrected.is_empty() {
        // Nothing corrected and nothing loaded look the same; a hundred percent would be a guess.
        return measured.lack("lacks-credit-notes");
    }
    let (mut right, mut issued) = (0, 0);
    let (mut right_value, mut value) = (Sums::new(), Sums::new());
    for invoice in results.book.invoices().filter(|invoice| !invoice.is_credit()) {
        let Some(at) = invoice.any_row().map(|row| row.row_source()) else { continue };
        let left_out = match invoice.date().map(|date| (as_of - date).num_days()) {
            _ if invoice.is_void() && !corrected.contains(invoice.key()) => Some("left-out-void"),
            None => Some("left-out-no-date"),
            Some(age) if age < WINDOW_DAYS => Some("left-out-maturing"),
            Some(_) => None,
        };
        if let Some(group) = left_out {
            measured.push(at, group, None);
            continue;
        }
        issued += 1;
        let worth = invoice.gross().or_else(|| invoice.lines_net());
        worth.into_iter().for_each(|worth| value.add(worth));
        if corrected.contains(invoice.key()) {
            measured.push(at, "counted-corrected", worth.map(Arg::Money));
        } else {
            right += 1;
            worth.into_iter().for_each(|worth| right_value.add(worth));
            measured.push(at, "counted-right", worth.map(Arg::Money));
        }
    }
    measured.values.extend(share::by_count(right, issued));
    measured.values.extend(share::by_value(&right_value, &value));
    if measured.values.is_empty() {
        measured.lacks = Some("lacks-mature-invoices");
    }
}
