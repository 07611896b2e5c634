//! Reconciliations: for each the bridge, the lines that differ with their cells, and the leads.

use crate::analysis::reconcile::{Bridge, Cause, Line, Reconciled, Side};
use crate::base::{Money, Sums};
use crate::report::reconciled::{about, facts, fields, looked, sentence, title};
use crate::report::{Align, Cell, Note, Section, Table, Tone, text};
use crate::rules::Results;
use crate::words::{self, Lang};

pub(super) fn build(results: &Results, lang: Lang) -> Section {
    let mut section = Section {
        key: "compare",
        title: words::text(lang, "section-compare"),
        ..Section::default()
    };
    let note = |tone, text| Note { tone, text };
    if results.reconciliations.is_empty() {
        section.notes.push(note(Tone::NotRun, words::text(lang, "compare-none-chosen")));
    }
    for one in &results.reconciliations {
        let title = title(results, &one.choice, lang);
        let Some(done) = &one.done else {
            let lost = words::text(lang, "compare-lost");
            section.notes.push(note(Tone::NotRun, format!("{title}. {lost}")));
            continue;
        };
        let tied = done.bridges.iter().all(Bridge::is_tied);
        section.notes.push(note(if tied { Tone::Tied } else { Tone::Partly }, title.clone()));
        let read = facts(done, lang).into_iter().map(|fact| note(Tone::Plain, fact));
        section.notes.extend(read);
        section.tables.extend([bridges(done, title, lang), lines(results, done, lang)]);
        if !done.inquiries.is_empty() {
            section.tables.push(leads(results, done, lang));
        }
    }
    section
}

fn bridges(done: &Reconciled, title: String, lang: Lang) -> Table {
    let column = |key, align, width| text::column(lang, key, align, width);
    let word = done.comparison.word();
    let mut rows = Vec::new();
    for bridge in &done.bridges {
        assert!(bridge.holds(), "{bridge:?}");
        let row = |key: &str, count: Option<usize>, money: Money| {
            vec![
                Cell::Text(words::text(lang, key)),
                count.map_or(Cell::Blank, |count| Cell::Count(count as i64)),
                Cell::Money(money),
                text::code(Some(money)),
            ]
        };
        rows.push(row(&format!("{word}-left"), Some(bridge.left_rows), bridge.left));
        rows.push(row(&format!("{word}-right"), Some(bridge.right_rows), bridge.right));
        rows.push(row("tie-difference", None, bridge.difference()));
        let explains = |wanted: bool| {
            let parts = bridge.parts.iter().filter(move |part| part.cause.explains() == wanted);
            parts.map(|part| row(part.cause.word(), Some(part.lines), part.amount))
        };
        rows.extend(explains(true));
        if let Some((bank, book)) = bridge.adjusted {
            rows.push(row("compare-adjusted-bank", None, bank));
            rows.push(row("compare-adjusted-book", None, book));
        }
        rows.push(row("tie-unexplained", None, bridge.unexplained));
        rows.extend(explains(false));
        if let Some((balances, adjusted)) = bridge.balances.zip(bridge.adjusted_balance()) {
            rows.push(row("compare-balance-opening", None, balances.opening));
            rows.push(row("compare-balance-closing", None, balances.closing));
            rows.push(row("compare-balance-gap", None, balances.gap(bridge.left)));
            rows.push(row("compare-balance-adjusted", None, adjusted));
        }
    }
    Table {
        title,
        columns: vec![
            column("compare-bridge", Align::Start, 36),
            column("compare-count", Align::End, 8),
            column("field-amount", Align::End, 16),
            column("field-currency", Align::Start, 9),
        ],
        rows,
        totals: Vec::new(),
    }
}

/// What is simply equal is counted above and not listed.
fn lines(results: &Results, done: &Reconciled, lang: Lang) -> Table {
    let column = |key: &str, align, width| text::column(lang, key, align, width);
    let word = done.comparison.word();
    let differs = |line: &&Line| line.cause != Cause::Equal || !line.differing.is_empty();
    Table {
        title: words::text(lang, "compare-show-differing"),
        columns: vec![
            column("compare-col-key", Align::Start, 20),
            column("compare-col-cause", Align::Start, 28),
            column(&format!("{word}-left"), Align::End, 14),
            column(&format!("{word}-right"), Align::End, 14),
            column("tie-difference", Align::End, 14),
            column("field-currency", Align::Start, 9),
            column("compare-col-fields", Align::Start, 40),
            column("compare-col-left-source", Align::Start, 36),
            column("compare-col-right-source", Align::Start, 36),
        ],
        rows: done
            .lines
            .iter()
            .filter(differs)
            .flat_map(|l| line(results, done, l, lang))
            .collect(),
        totals: Vec::new(),
    }
}

/// One row for each currency that the line touches.
fn line(results: &Results, done: &Reconciled, line: &Line, lang: Lang) -> Vec<Vec<Cell>> {
    let sum = |side: &Side, at: &[u32]| -> Sums {
        at.iter().filter_map(|&at| side.entries[at as usize].amount).collect()
    };
    let (left, right) = (sum(&done.left, &line.left), sum(&done.right, &line.right));
    let first = |side: &Side, at: &[u32]| {
        at.first().map(|&at| {
            let entry = &side.entries[at as usize];
            (entry.key.clone(), entry.source)
        })
    };
    let (of_left, of_right) = (first(&done.left, &line.left), first(&done.right, &line.right));
    let keys = of_left.iter().chain(&of_right).map(|(key, _)| key.clone());
    let key = keys.into_iter().find(|key| !key.is_empty()).unwrap_or_default();
    let has = |sums: &Sums, money: Money| {
        sums.currencies().any(|c| c == money.currency).then(|| sums.get(money.currency))
    };
    let effect = line.effect(done);
    let mut touched: Vec<Option<Money>> = effect.iter().map(Some).collect();
    if touched.is_empty() {
        touched.push(None);
    }
    let row = |money: Option<Money>| {
        vec![
            Cell::Text(key.clone()),
            Cell::Text(words::text(lang, line.cause.word())),
            text::money(money.and_then(|money| has(&left, money))),
            text::money(money.and_then(|money| has(&right, money))),
            text::money(money),
            text::code(money),
            Cell::Text(fields(line, lang)),
            text::source(results, of_left.as_ref().map(|(_, source)| *source)),
            text::source(results, of_right.as_ref().map(|(_, source)| *source)),
        ]
    };
    touched.into_iter().map(row).collect()
}

fn leads(results: &Results, done: &Reconciled, lang: Lang) -> Table {
    let column = |key, align, width| text::column(lang, key, align, width);
    let mut rows = Vec::new();
    for inquiry in &done.inquiries {
        let mut row = |lead: String, source: Cell| {
            rows.push(vec![
                Cell::Text(about(done, inquiry, lang)),
                Cell::Money(inquiry.difference),
                text::code(Some(inquiry.difference)),
                Cell::Text(lead),
                source,
            ]);
        };
        for lead in &inquiry.leads {
            let sentence = sentence(lead, lang);
            if lead.rows.is_empty() {
                row(sentence.clone(), Cell::Blank);
            }
            for source in &lead.rows {
                row(sentence.clone(), text::source(results, Some(*source)));
            }
        }
        row(looked(inquiry, lang), Cell::Blank);
    }
    Table {
        title: words::text(lang, "compare-leads"),
        columns: vec![
            column("compare-col-cause", Align::Start, 36),
            column("tie-difference", Align::End, 14),
            column("field-currency", Align::Start, 9),
            column("compare-leads", Align::Start, 60),
            column("col-source", Align::Start, 36),
        ],
        rows,
        totals: Vec::new(),
    }
}
