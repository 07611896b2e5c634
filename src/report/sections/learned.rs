//! What was learned of decisions about receipts: payers, how far passes are trusted with them, what
//! they keep back, and pairings that were refused. By itself, so that it can be handed on and looked through.

use crate::analysis::cash;
use crate::base::{Decimal, Money};
use crate::matching::Kept;
use crate::report::{Align, Cell, Section, Table, text};
use crate::rules::Results;
use crate::words::{self, Lang, format};

pub(super) fn build(results: &Results, lang: Lang) -> Section {
    let title = words::text(lang, "section-learned");
    let tables = [payers, trust, habits, oldest_first, refused].map(|build| build(results, lang));
    let tables = tables.into_iter().filter(|table| !table.rows.is_empty()).collect();
    Section { key: "learned", title, notes: Vec::new(), tables }
}

fn table(
    lang: Lang,
    title: &str,
    columns: &[(&str, Align, u16)],
    rows: impl Iterator<Item = Vec<Cell>>,
) -> Table {
    let columns = columns.iter().map(|&(key, align, width)| text::column(lang, key, align, width));
    Table {
        title: words::text(lang, title),
        columns: columns.collect(),
        rows: rows.collect(),
        totals: Vec::new(),
    }
}

fn payers(results: &Results, lang: Lang) -> Table {
    let rows = results.cash.rulings.payers.iter().flat_map(|(payer, customers)| {
        customers.iter().map(move |(customer, learned)| {
            let how = if learned.by_hand { "learned-by-hand" } else { "learned-confirmed" };
            vec![
                Cell::Text(payer.clone()),
                Cell::Text(learned.label.clone()),
                Cell::Text(customer.trim_start_matches('#').to_owned()),
                Cell::Count(i64::from(learned.count)),
                learned.since.map_or(Cell::Blank, Cell::Date),
                Cell::Text(words::text(lang, how)),
            ]
        })
    });
    let columns = [
        ("field-payer-name", Align::Start, 28),
        ("field-customer-name", Align::Start, 28),
        ("field-customer-no", Align::Start, 16),
        ("cash-confirmed", Align::End, 12),
        ("cash-since", Align::End, 12),
        ("posting-by", Align::Start, 16),
    ];
    table(lang, "cash-learned", &columns, rows)
}

fn trust(results: &Results, lang: Lang) -> Table {
    let rulings = &results.cash.rulings;
    let rows = rulings.trust.iter().map(|((payer, pass), trust)| {
        let state = match (trust.revoked, rulings.is_trusted(payer, pass)) {
            (true, _) => "learned-asks-again",
            (false, true) => "learned-decides",
            (false, false) => "learned-asks",
        };
        vec![
            Cell::Text(payer.clone()),
            Cell::Text(words::text(lang, &crate::matching::word(pass))),
            Cell::Count(i64::from(trust.confirmed)),
            Cell::Text(words::text(lang, state)),
        ]
    });
    let columns = [
        ("field-payer-name", Align::Start, 28),
        ("reconcile-by-pass", Align::Start, 40),
        ("cash-confirmed", Align::End, 12),
        ("col-state", Align::Start, 28),
    ];
    table(lang, "learned-trust", &columns, rows)
}

fn habits(results: &Results, lang: Lang) -> Table {
    let habits = results.cash.rulings.habits().into_iter();
    let rows = habits.map(|habit| {
        let state = if habit.is_certain() { "learned-decides" } else { "learned-asks" };
        let kept = match habit.kept {
            Kept::Amount(minor) => Cell::Money(Money::new(minor, habit.currency)),
            Kept::Share(bp) => Cell::Text(format::percent(Decimal::new(bp, 4))),
        };
        vec![
            Cell::Text(habit.payer),
            Cell::Text(words::text(lang, habit.code.word())),
            kept,
            text::code(Some(Money::new(0, habit.currency))),
            Cell::Count(i64::from(habit.count)),
            Cell::Text(words::text(lang, state)),
        ]
    });
    let columns = [
        ("field-payer-name", Align::Start, 28),
        ("col-reason", Align::Start, 28),
        ("learned-kept", Align::End, 12),
        ("field-currency", Align::Start, 9),
        ("cash-confirmed", Align::End, 12),
        ("col-state", Align::Start, 28),
    ];
    table(lang, "learned-habits", &columns, rows)
}

fn oldest_first(results: &Results, lang: Lang) -> Table {
    let rows = results.cash.rulings.oldest_first.iter().map(|(customer, label)| {
        let number = customer.trim_start_matches('#').to_owned();
        vec![Cell::Text(label.clone()), Cell::Text(number)]
    });
    let columns =
        [("field-customer-name", Align::Start, 28), ("field-customer-no", Align::Start, 16)];
    table(lang, "learned-oldest-head", &columns, rows)
}

fn refused(results: &Results, lang: Lang) -> Table {
    let sides = &results.cash.outcome.sides;
    let rows = results.cash.rulings.refused.iter().map(|pairing| {
        vec![
            Cell::Text(cash::rows_named(&sides.left, &pairing.receipts)),
            Cell::Text(cash::rows_named(&sides.right, &pairing.items)),
        ]
    });
    let columns =
        [("reconcile-hand-receipts", Align::Start, 48), ("reconcile-hand-items", Align::Start, 48)];
    table(lang, "learned-refused", &columns, rows)
}
