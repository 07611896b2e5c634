//! Lines of bank files of one account that overlap, and what became of each.

use crate::matching::Overlapping;
use crate::report::{Align, Cell, Table, text};
use crate::rules::Results;
use crate::words::{self, Lang};

pub(super) fn build(results: &Results, lang: Lang) -> Table {
    let row = |one: &Overlapping| {
        let item = &one.item;
        let other = results.book.table(one.other).map(|table| &*table.file_name);
        vec![
            item.date.map_or(Cell::Blank, Cell::Date),
            text::text(item.number.as_deref()),
            text::text(item.name.as_deref()),
            Cell::Money(item.money()),
            text::code(Some(item.money())),
            Cell::Text(words::text(lang, one.how.name())),
            text::text(other),
            text::source(results, Some(item.source)),
        ]
    };
    Table {
        title: words::text(lang, "overlap-title"),
        columns: vec![
            text::column(lang, "reconcile-date", Align::End, 12),
            text::column(lang, "posting-receipt", Align::Start, 16),
            text::column(lang, "field-payer-name", Align::Start, 24),
            text::column(lang, "field-amount", Align::End, 14),
            text::column(lang, "field-currency", Align::Start, 9),
            text::column(lang, "overlap-what", Align::Start, 28),
            text::column(lang, "overlap-other", Align::Start, 28),
            text::column(lang, "col-source", Align::Start, 40),
        ],
        rows: results.cash.outcome.sides.overlapping.iter().map(row).collect(),
        totals: Vec::new(),
    }
}
