//! Data quality of every file used: what is blank, unread, repeated or contradicted in each field, by
//! rows and by money; whether its bank statements tie; and what to ask for at the source.

use crate::analysis::advice::advice;
use crate::analysis::quality::quality;
use crate::base::{Currency, Decimal, Money};
use crate::ingest::statements;
use crate::report::text::{self, end, start, table};
use crate::report::{Cell, Section, Table, Tone};
use crate::rules::Results;
use crate::table::{Means, Table as Typed, Told};
use crate::words::{self, Lang, format};

pub(super) fn build(results: &Results, lang: Lang) -> Section {
    let tables = [
        Some(fields(results, lang)),
        references(results, lang),
        ties(results, lang),
        asked(results, lang),
    ];
    Section {
        key: "quality",
        title: words::text(lang, "section-quality"),
        tables: tables.into_iter().flatten().collect(),
        ..Section::default()
    }
}

/// Every defect that a field can have, with nil where it has none: that it was looked for is said.
fn fields(results: &Results, lang: Lang) -> Table {
    let mut rows = Vec::new();
    for table in results.book.tables() {
        for field in quality(table) {
            for (defect, weighed, of) in field.defects() {
                let line = |money: Option<Money>, whole: Option<Money>| {
                    vec![
                        Cell::Text(name(table)),
                        Cell::Text(words::text(lang, &field.field.word())),
                        Cell::Text(words::text(lang, defect.word())),
                        Cell::Count(i64::from(weighed.rows)),
                        Cell::Count(i64::from(of.rows)),
                        ratio(i64::from(weighed.rows), i64::from(of.rows)),
                        text::money(money),
                        text::money(whole),
                        money.zip(whole).map_or(Cell::Blank, |(m, w)| ratio(m.minor, w.minor)),
                        text::code(whole),
                    ]
                };
                let currencies: Vec<Currency> = of.money.currencies().collect();
                let money =
                    |c: &Currency| line(Some(weighed.money.get(*c)), Some(of.money.get(*c)));
                match currencies.is_empty() {
                    true => rows.push(line(None, None)),
                    false => rows.extend(currencies.iter().map(money)),
                }
            }
        }
    }
    table(
        lang,
        "quality-defects",
        vec![
            start(lang, "quality-file", 30),
            start(lang, "quality-field", 24),
            start(lang, "quality-defect", 26),
            end(lang, "quality-rows", 10),
            end(lang, "quality-rows-of", 10),
            end(lang, "quality-share", 12),
            end(lang, "quality-money", 16),
            end(lang, "quality-money-of", 16),
            end(lang, "quality-money-share", 14),
            start(lang, "field-currency", 9),
        ],
        rows,
    )
}

fn ratio(part: i64, whole: i64) -> Cell {
    let ratio = Decimal::from(part).checked_div(Decimal::from(whole));
    ratio.map_or(Cell::Blank, Cell::Percent)
}

fn name(table: &Typed) -> String {
    match table.sheet_label() {
        "" => table.file_name.to_string(),
        sheet => format!("{} › {sheet}", table.file_name),
    }
}

/// Cells that refer to the row where the figure stands. What says why there is none is told by column.
fn references(results: &Results, lang: Lang) -> Option<Table> {
    let told = |table: &std::sync::Arc<Typed>| {
        let table = table.clone();
        (0..table.told.len()).filter_map(move |at| reference(&table, &table.told[at], lang))
    };
    let rows: Vec<Vec<Cell>> = results.book.tables().iter().flat_map(told).collect();
    (!rows.is_empty()).then(|| {
        table(
            lang,
            "quality-references",
            vec![
                start(lang, "quality-file", 30),
                start(lang, "quality-field", 24),
                end(lang, "reference-from", 9),
                start(lang, "reference-text", 34),
                end(lang, "reference-row", 12),
                end(lang, "reference-figure", 16),
                start(lang, "reference-instead", 34),
            ],
            rows,
        )
    })
}

fn reference(table: &Typed, told: &Told, lang: Lang) -> Option<Vec<Cell>> {
    let Means::Reference { names, holds } = told.means else { return None };
    let number = |row: usize| Cell::Count(i64::from(table.source(row, None).row));
    let text = |row: usize| table.raw(told.field, row).map(|cell| cell.text.trim().to_owned());
    let figure = holds.and_then(|row| table.number(told.field, row));
    // Where the row named has no figure either, what it says.
    let instead = if figure.is_none() { text(names) } else { None };
    Some(vec![
        Cell::Text(name(table)),
        Cell::Text(words::text(lang, &told.field.word())),
        number(told.row),
        Cell::Text(text(told.row).unwrap_or_default()),
        number(holds.unwrap_or(names)),
        figure.map_or(Cell::Blank, Cell::Number),
        instead.map_or(Cell::Blank, Cell::Text),
    ])
}

fn ties(results: &Results, lang: Lang) -> Option<Table> {
    let all = results.book.tables().iter().flat_map(|table| {
        let of = name(table);
        statements(table).into_iter().map(move |tie| (of.clone(), tie))
    });
    let rows: Vec<Vec<Cell>> = all
        .map(|(file, tie)| {
            let money = |value: Decimal| Money::round(value, tie.currency);
            let (tone, key) = match tie.ties() {
                Some(true) => (Tone::Tied, "statement-ties"),
                Some(false) => (Tone::Break, "statement-differs"),
                None => (Tone::NotRun, "statement-unproved"),
            };
            vec![
                Cell::Text(file),
                Cell::Text(format!("{} {}", tie.account, tie.number).trim().to_owned()),
                Cell::Text(format::currency(tie.currency)),
                text::money(tie.opening.and_then(money)),
                text::money(money(tie.movements())),
                text::money(tie.closing.and_then(money)),
                text::money(tie.difference.and_then(money)),
                Cell::Count(i64::from(tie.entries)),
                Cell::Status(tone, words::text(lang, key)),
            ]
        })
        .collect();
    (!rows.is_empty()).then(|| {
        table(
            lang,
            "quality-statements",
            vec![
                start(lang, "quality-file", 30),
                start(lang, "statement-account", 24),
                start(lang, "field-currency", 9),
                end(lang, "statement-opening", 16),
                end(lang, "statement-movements", 16),
                end(lang, "statement-closing-balance", 16),
                end(lang, "statement-difference", 14),
                end(lang, "statement-entries", 9),
                start(lang, "col-verdict", 18),
            ],
            rows,
        )
    })
}

fn asked(results: &Results, lang: Lang) -> Option<Table> {
    let files = results.intake.files.iter().filter(|file| file.refused.is_none());
    let rows: Vec<Vec<Cell>> = files
        .flat_map(|file| advice(file).into_iter().map(move |advised| (file, advised)))
        .map(|(file, advised)| {
            vec![
                Cell::Text(file.name.to_string()),
                Cell::Text(advised.defect(lang)),
                Cell::Text(advised.letter(lang)),
                if advised.rows > 0 { Cell::Count(i64::from(advised.rows)) } else { Cell::Blank },
            ]
        })
        .collect();
    (!rows.is_empty()).then(|| {
        table(
            lang,
            "quality-advice",
            vec![
                start(lang, "quality-file", 30),
                start(lang, "quality-defect", 50),
                start(lang, "quality-ask", 70),
                end(lang, "quality-saved", 12),
            ],
            rows,
        )
    })
}
