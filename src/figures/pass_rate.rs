//! QC pass rate: invoices without a blocking finding when first checked, over those checked (part
//! 3.5). A later dismissal does not change it; it is not first-pass accuracy, which looks at what
//! happened after sending.

use std::collections::BTreeSet;

use super::{Figure, Measured, share};
use crate::base::{Severity, Sums, fold_id};
use crate::rules::Results;
use crate::words::Arg;

pub(super) static FIGURE: Figure = Figure { key: "pass-rate", measure };

fn measure(results: &Results, measured: &mut Measured) {
    let blocking = results.qc.findings.iter().filter(|found| found.severity == Severity::Break);
    let blocked: BTreeSet<String> =
        blocking.filter_map(|found| found.invoice.as_deref()).map(fold_id).collect();
    let (mut passed, mut checked) = (0, 0);
    let (mut passed_value, mut value) = (Sums::new(), Sums::new());
    for invoice in results.book.invoices() {
        let Some(at) = invoice.any_row().map(|row| row.row_source()) else { continue };
        if invoice.is_void() {
            measured.push(at, "left-out-void", None);
            continue;
        }
        checked += 1;
        let worth = invoice.gross().or_else(|| invoice.lines_net()).map(|worth| worth.abs());
        let reading = worth.map(Arg::Money);
        worth.into_iter().for_each(|worth| value.add(worth));
        if blocked.contains(invoice.key()) {
            measured.push(at, "counted-blocked", reading);
        } else {
            passed += 1;
            worth.into_iter().for_each(|worth| passed_value.add(worth));
            measured.push(at, "counted-passed", reading);
        }
    }
    measured.values.extend(share::by_count(passed, checked));
    measured.values.extend(share::by_value(&passed_value, &value));
    if measured.values.is_empty() {
        measured.lacks = Some("lacks-invoices");
    }
}
