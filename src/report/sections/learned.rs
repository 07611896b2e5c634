//! What was learned of decisions about receipts: payers, how far passes are trusted with them, what
//! they keep back, and pairings that were refused. By itself, so that it can be handed on and looked through.

use crate::analysis::cash::{self, learned as told};
use crate::base::Money;
use crate::matching::Kept;
use crate::report::{Align, Cell, Section, Table, text};
use crate::rules::Results;
use crate::words::{self, Lang};

pub(super) fn build(results: &Results, lang: Lang) -> Section {
    let title = words::text(lang, "section-learned");
    let tables =
        [payers, trust, turned, habits, oldest_first, refused].map(|build| build(results, lang));
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
    let rows = told::payers(&results.cash.rulings, lang).map(|known| {
        vec![
            Cell::Text(known.payer.to_owned()),
            Cell::Text(known.label.to_owned()),
            Cell::Text(known.customer.trim_start_matches('#').to_owned()),
            Cell::Count(i64::from(known.count)),
            known.since.map_or(Cell::Blank, Cell::Date),
            Cell::Text(known.how),
        ]
    });
    let columns = [
        ("field-payer-name", Align::Start, 28),
        ("field-customer-name", Align::Start, 28),
        ("field-customer-no", Align::Start, 16),
        ("cash-confirmed", Align::End, 12),
        ("cash-since", Align::End, 12),
        ("learned-how", Align::Start, 24),
    ];
    table(lang, "cash-learned", &columns, rows)
}

fn trust(results: &Results, lang: Lang) -> Table {
    let rules = told::trusted(&results.cash.rulings, lang).map(rule);
    table(lang, "learned-trust", &rule_columns("cash-confirmed"), rules)
}

/// What was refused of rules, and whether they only suggest for it.
fn turned(results: &Results, lang: Lang) -> Table {
    let day = results.cash.outcome.sides.day;
    let rules = told::turned(&results.cash.rulings, day, lang).map(rule);
    table(lang, "learned-turned", &rule_columns("learned-refusals"), rules)
}

fn rule(rule: told::Rule) -> Vec<Cell> {
    vec![
        Cell::Text(rule.payer.to_owned()),
        Cell::Text(rule.name),
        Cell::Count(i64::from(rule.count)),
        Cell::Text(rule.state),
    ]
}

fn rule_columns(count: &str) -> [(&str, Align, u16); 4] {
    [
        ("field-payer-name", Align::Start, 28),
        ("reconcile-by-pass", Align::Start, 40),
        (count, Align::End, 12),
        ("col-state", Align::Start, 28),
    ]
}

fn habits(results: &Results, lang: Lang) -> Table {
    let rows = told::keeps(&results.cash.rulings, lang).map(|keeps| {
        let habit = keeps.habit;
        vec![
            Cell::Text(habit.payer),
            Cell::Text(keeps.reason),
            match habit.kept {
                Kept::Amount(minor) => Cell::Money(Money::new(minor, habit.currency)),
                Kept::Share(_) => Cell::Text(keeps.kept),
            },
            text::code(Some(Money::new(0, habit.currency))),
            Cell::Count(i64::from(habit.count)),
            Cell::Text(keeps.state),
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
