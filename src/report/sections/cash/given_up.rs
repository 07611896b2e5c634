//! Differences that were given up, by customer and month.

use crate::analysis::cash::{self, ALIKE_MIN};
use crate::report::{Cell, Table, text};
use crate::rules::Results;
use crate::words::{self, Lang};

pub(super) fn build(results: &Results, lang: Lang) -> Table {
    let row = |one: cash::GivenUp| {
        let month = one.month.map(|(year, month)| format!("{year}-{month:02}"));
        let alike = (one.alike >= ALIKE_MIN).then_some(i64::from(one.alike));
        vec![
            Cell::Text(one.customer),
            text::text(month.as_deref()),
            Cell::Text(words::text(lang, one.code.word())),
            Cell::Count(i64::from(one.count)),
            Cell::Money(one.total),
            text::code(Some(one.total)),
            alike.map_or(Cell::Blank, Cell::Count),
        ]
    };
    let columns = vec![
        text::start(lang, "field-customer-name", 28),
        text::start(lang, "cash-month", 9),
        text::start(lang, "col-reason", 28),
        text::end(lang, "cash-times", 9),
        text::end(lang, "cash-left", 14),
        text::start(lang, "field-currency", 9),
        text::end(lang, "cash-alike", 12),
    ];
    let all = cash::given_up(&results.cash.outcome).into_iter();
    text::table(lang, "cash-given-up-months", columns, all.map(row).collect())
}
