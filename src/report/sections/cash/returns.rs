//! Payments that came back, with the invoices that are open again.

use crate::analysis::cash;
use crate::report::{Cell, Table, text};
use crate::rules::Results;
use crate::words::{self, Lang};

pub(super) fn build(results: &Results, lang: Lang) -> Table {
    let outcome = &results.cash.outcome;
    let row = |one: &cash::Reopened| {
        let item = &outcome.sides.left[one.left as usize];
        let how = if one.is_named { "return-named" } else { "return-by-amount" };
        vec![
            item.date.map_or(Cell::Blank, Cell::Date),
            text::text(item.name.as_deref()),
            Cell::Money(item.money()),
            text::code(Some(item.money())),
            Cell::Text(one.invoice.number.clone()),
            one.invoice.date.map_or(Cell::Blank, Cell::Date),
            Cell::Text(words::text(lang, how)),
            text::source(results, Some(item.source)),
            text::source(results, Some(one.invoice.source)),
        ]
    };
    let columns = vec![
        text::end(lang, "reconcile-date", 12),
        text::start(lang, "field-payer-name", 24),
        text::end(lang, "field-amount", 14),
        text::start(lang, "field-currency", 9),
        text::start(lang, "return-reopens", 16),
        text::end(lang, "return-settled", 12),
        text::start(lang, "learned-how", 28),
        text::start(lang, "col-source", 40),
        text::start(lang, "return-source", 40),
    ];
    let all = cash::reopened(outcome, &results.book);
    text::table(lang, "cash-returns", columns, all.iter().map(row).collect())
}
