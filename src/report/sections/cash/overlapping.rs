//! Lines of bank files of one account that overlap, and what became of each.

use super::{receipt, receipt_columns};
use crate::matching::Overlapping;
use crate::report::{Align, Cell, Table, text};
use crate::rules::Results;
use crate::words::{self, Lang};

pub(super) fn build(results: &Results, lang: Lang) -> Table {
    let row = |one: &Overlapping| {
        let other = results.book.table(one.other).map(|table| &*table.file_name);
        let mut cells = receipt(&one.item);
        cells.extend([
            Cell::Text(words::text(lang, one.how.name())),
            text::text(other),
            text::source(results, Some(one.item.source)),
        ]);
        cells
    };
    let mut columns = receipt_columns(lang);
    columns.extend([
        text::column(lang, "overlap-what", Align::Start, 28),
        text::column(lang, "overlap-other", Align::Start, 28),
        text::column(lang, "col-source", Align::Start, 40),
    ]);
    Table {
        title: words::text(lang, "overlap-title"),
        columns,
        rows: results.cash.outcome.sides.overlapping.iter().map(row).collect(),
        totals: Vec::new(),
    }
}
