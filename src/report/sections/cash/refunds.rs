//! Unapplied cash, with what was tested before any of it is given back.

use crate::analysis::cash::{self, Answer};
use crate::report::{Cell, Table, text};
use crate::rules::Results;
use crate::words::{self, Args, Lang};

pub(super) fn build(results: &Results, lang: Lang) -> Table {
    let outcome = &results.cash.outcome;
    let row = |one: &cash::Unapplied| {
        let item = &outcome.sides.left[one.left as usize];
        vec![
            item.date.map_or(Cell::Blank, Cell::Date),
            text::text(item.number.as_deref()),
            text::text(item.name.as_deref()),
            Cell::Money(one.rest),
            text::code(Some(one.rest)),
            Cell::Text(words::text(lang, one.verdict())),
            answer(results, &one.paid_before, lang),
            answer(results, &one.other_company, lang),
            answer(results, &one.refunded, lang),
            text::source(results, Some(item.source)),
        ]
    };
    let columns = vec![
        text::end(lang, "reconcile-date", 12),
        text::start(lang, "posting-receipt", 16),
        text::start(lang, "field-payer-name", 24),
        text::end(lang, "cash-left", 14),
        text::start(lang, "field-currency", 9),
        text::start(lang, "col-verdict", 32),
        text::start(lang, "refund-paid-before", 32),
        text::start(lang, "refund-company", 32),
        text::start(lang, "refund-refunded", 32),
        text::start(lang, "col-source", 40),
    ];
    let all = cash::unapplied(outcome, &results.book);
    text::table(lang, "cash-unapplied", columns, all.iter().map(row).collect())
}

fn answer(results: &Results, answer: &Answer, lang: Lang) -> Cell {
    Cell::Text(match answer {
        Answer::No => words::text(lang, "refund-no"),
        Answer::NotTested(why) => {
            let args = Args::new().with("why", words::text(lang, why));
            words::say(lang, "refund-not-tested", &args)
        }
        Answer::Yes(found) => {
            results.cite(&found.source).map(|cited| cited.text()).unwrap_or_default()
        }
    })
}
