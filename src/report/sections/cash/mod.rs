//! Where the money of each currency stands, what is left and why, receipts that nobody knows with
//! what was searched.

mod given_up;
mod overlapping;
mod refunds;
mod returns;

use crate::analysis::cash;
use crate::base::{Currency, Money};
use crate::matching::{Decision, Difference, Item, Side};
use crate::report::{Align, Cell, Column, Note, Section, Table, Tone, text};
use crate::rules::Results;
use crate::words::{self, Lang};

pub(super) fn build(results: &Results, lang: Lang) -> Section {
    let title = words::text(lang, "section-cash");
    if results.cash.outcome.case.is_none() || results.cash.unfinished {
        return Section { key: "cash", title, ..Section::default() };
    }
    let mut notes = Vec::new();
    if results.cash.outcome.left_off {
        notes.push(Note { tone: Tone::Review, text: words::text(lang, "cash-left-off") });
    }
    let positions = cash::positions(&results.cash.outcome);
    let open = positions.values().any(|position| position.unidentified != 0);
    let (tone, key) =
        if open { (Tone::Review, "cash-open") } else { (Tone::Tied, "cash-all-known") };
    notes.push(Note { tone, text: words::text(lang, key) });
    Section {
        key: "cash",
        title,
        notes,
        tables: [
            position(results, lang),
            deductions(results, lang),
            given_up::build(results, lang),
            refunds::build(results, lang),
            returns::build(results, lang),
            unidentified(results, lang),
            later(results, lang),
            overlapping::build(results, lang),
        ]
        .into_iter()
        .filter(|table| !table.rows.is_empty())
        .collect(),
    }
}

fn position(results: &Results, lang: Lang) -> Table {
    let column = |key| text::column(lang, key, Align::End, 16);
    let row = |(currency, position): (Currency, cash::Position)| {
        let money = |minor| Cell::Money(Money::new(minor, currency));
        vec![
            text::code(Some(Money::new(0, currency))),
            money(position.received),
            money(position.applied),
            money(position.suggested),
            money(position.settled),
            money(position.on_account),
            money(position.unidentified),
            money(position.by_code.values().sum()),
        ]
    };
    Table {
        title: words::text(lang, "cash-position"),
        columns: vec![
            text::column(lang, "field-currency", Align::Start, 9),
            column("tie-cash-left"),
            column("tie-applied"),
            column("tie-suggested"),
            column("tie-differences"),
            column("tie-on-account"),
            column("reconcile-open-receipts"),
            column("cash-given-up"),
        ],
        rows: cash::positions(&results.cash.outcome).into_iter().map(row).collect(),
        totals: Vec::new(),
    }
}

/// What is left of items and receipts, by reason: given up, still to be asked for, or on account.
fn deductions(results: &Results, lang: Lang) -> Table {
    let outcome = &results.cash.outcome;
    let mut all = Vec::new();
    let stands = |d: Decision| matches!(d, Decision::Auto | Decision::Confirmed);
    for found in outcome.matches.iter().filter(|found| stands(found.decision)) {
        let Some(code) = found.code.filter(|code| *code != Difference::Exchange) else { continue };
        for &(side, at, minor) in &found.left_over {
            let rows = if side == Side::Item { &outcome.sides.right } else { &outcome.sides.left };
            let item = &rows[at as usize];
            let of = if side == Side::Item { "cash-of-item" } else { "cash-of-receipt" };
            let state = match (code.closes(), side) {
                (true, _) => "cash-settled",
                (false, Side::Item) => "cash-to-ask",
                (false, Side::Receipt) => "tie-on-account",
            };
            all.push(vec![
                Cell::Text(words::text(lang, of)),
                text::text(item.number.as_deref()),
                text::text(item.name.as_deref()),
                Cell::Money(Money::new(minor, item.currency)),
                text::code(Some(item.money())),
                Cell::Text(words::text(lang, code.word())),
                Cell::Text(words::text(lang, state)),
                Cell::Text(found.note.clone()),
                text::source(results, Some(item.source)),
            ]);
        }
    }
    Table {
        title: words::text(lang, "cash-deductions"),
        columns: vec![
            text::column(lang, "cash-left-of", Align::Start, 12),
            text::column(lang, "cash-number", Align::Start, 16),
            text::column(lang, "field-customer-name", Align::Start, 24),
            text::column(lang, "cash-left", Align::End, 14),
            text::column(lang, "field-currency", Align::Start, 9),
            text::column(lang, "col-reason", Align::Start, 28),
            text::column(lang, "col-state", Align::Start, 16),
            text::column(lang, "reconcile-hand-note", Align::Start, 32),
            text::column(lang, "col-source", Align::Start, 40),
        ],
        rows: all,
        totals: Vec::new(),
    }
}

fn unidentified(results: &Results, lang: Lang) -> Table {
    let outcome = &results.cash.outcome;
    let refunds = cash::RefundTests::of(outcome, &results.book);
    let returns = cash::Returns::of(outcome, &results.book);
    let row = |research: &crate::matching::Research| {
        let (left, reopened) = (research.left, returns.of_receipt(research.left).is_some());
        let to_do = cash::to_do(research.ask, reopened, refunds.of_receipt(left).as_ref());
        let item = &outcome.sides.left[research.left as usize];
        vec![
            item.date.map_or(Cell::Blank, Cell::Date),
            text::text(item.name.as_deref()),
            Cell::Text(item.texts.join(" ")),
            Cell::Money(item.money()),
            text::code(Some(item.money())),
            Cell::Text(research.searched.join(", ")),
            Cell::Text(words::text(lang, to_do)),
            text::source(results, Some(item.source)),
        ]
    };
    Table {
        title: words::text(lang, "cash-unidentified"),
        columns: vec![
            text::column(lang, "reconcile-date", Align::End, 12),
            text::column(lang, "field-payer-name", Align::Start, 24),
            text::column(lang, "reconcile-bank-text", Align::Start, 32),
            text::column(lang, "field-amount", Align::End, 14),
            text::column(lang, "field-currency", Align::Start, 9),
            text::column(lang, "reconcile-searched", Align::Start, 24),
            text::column(lang, "col-action", Align::Start, 40),
            text::column(lang, "col-source", Align::Start, 40),
        ],
        rows: outcome.research.iter().map(row).collect(),
        totals: Vec::new(),
    }
}

/// What every list of receipts begins with.
fn receipt_columns(lang: Lang) -> Vec<Column> {
    vec![
        text::column(lang, "reconcile-date", Align::End, 12),
        text::column(lang, "posting-receipt", Align::Start, 16),
        text::column(lang, "field-payer-name", Align::Start, 24),
        text::column(lang, "field-amount", Align::End, 14),
        text::column(lang, "field-currency", Align::Start, 9),
    ]
}

/// The cells under [`receipt_columns`].
fn receipt(item: &Item) -> Vec<Cell> {
    vec![
        item.date.map_or(Cell::Blank, Cell::Date),
        text::text(item.number.as_deref()),
        text::text(item.name.as_deref()),
        Cell::Money(item.money()),
        text::code(Some(item.money())),
    ]
}

/// Receipts after the as-of day: no part of any figure here.
fn later(results: &Results, lang: Lang) -> Table {
    let row = |item: &Item| {
        let mut cells = receipt(item);
        cells.push(text::source(results, Some(item.source)));
        cells
    };
    let mut columns = receipt_columns(lang);
    columns.push(text::column(lang, "col-source", Align::Start, 40));
    Table {
        title: words::text(lang, "cash-later"),
        columns,
        rows: results.cash.outcome.sides.later.iter().map(row).collect(),
        totals: Vec::new(),
    }
}
