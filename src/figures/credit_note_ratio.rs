//! Credit-note ratio: value of credit notes over billed value (part 3.5). Commercial rebates cannot
//! be told from corrections in an invoice list, so all credit notes count, and the words say so.

use super::{Figure, Measured, share};
use crate::base::Sums;
use crate::rules::Results;
use crate::words::Arg;

pub(super) static FIGURE: Figure = Figure { key: "credit-note-ratio", measure };

fn measure(results: &Results, measured: &mut Measured) {
    let (mut credited, mut billed) = (Sums::new(), Sums::new());
    let (mut credits, mut invoices) = (0, 0);
    for invoice in results.book.invoices() {
        let Some(at) = invoice.any_row().map(|row| row.row_source()) else { continue };
        let worth = invoice.gross().or_else(|| invoice.lines_net()).map(|worth| worth.abs());
        let reading = worth.map(Arg::Money);
        let Some(worth) = worth else {
            measured.push(at, "left-out-no-amount", None);
            continue;
        };
        if invoice.is_void() {
            measured.push(at, "left-out-void", reading);
        } else if invoice.is_credit() {
            credits += 1;
            credited.add(worth);
            measured.push(at, "counted-credit-note", reading);
        } else {
            invoices += 1;
            billed.add(worth);
            measured.push(at, "counted-invoice", reading);
        }
    }
    measured.values.extend(share::by_count(credits, invoices));
    measured.values.extend(share::by_value(&credited, &billed));
    if measured.values.is_empty() {
        measured.lacks = Some("lacks-invoices");
    }
}
