//! Every row and its fate, and the sums that prove that no amount was lost.

use crate::base::Money;
use crate::report::{Align, Cell, Note, Section, Table, Tone, text};
use crate::rules::Results;
use crate::table::Fate;
use crate::words::{self, Lang};

pub(super) fn build(results: &Results, lang: Lang) -> Section {
    let holds = results.conservation.holds();
    let key = if holds { "conservation-holds" } else { "conservation-fails" };
    Section {
        key: "rows",
        title: words::text(lang, "section-rows"),
        notes: vec![Note {
            tone: if holds { Tone::Tied } else { Tone::Break },
            text: words::text(lang, key),
        }],
        tables: vec![fates(results, lang), sums(results, lang)],
    }
}

fn fates(results: &Results, lang: Lang) -> Table {
    let mut columns = vec![
        text::column(lang, "col-file", Align::Start, 32),
        text::column(lang, "col-sheet", Align::Start, 18),
        text::column(lang, "col-kind", Align::Start, 16),
        text::column(lang, "col-rows", Align::End, 10),
    ];
    for fate in Fate::ALL {
        columns.push(text::column(lang, &format!("fate-{}", fate.key()), Align::End, 10));
    }
    let rows = results.conservation.tables.iter().filter_map(|proof| {
        let table = results.book.table(proof.table)?;
        let mut row = vec![
            Cell::Text(table.file_name.to_string()),
            Cell::Text(table.raw.name.clone()),
            Cell::Text(words::text(lang, &table.kind.word())),
            Cell::Count(i64::from(proof.rows)),
        ];
        row.extend(Fate::ALL.map(|fate| Cell::Count(i64::from(proof.fates.get(fate)))));
        Some(row)
    });
    Table {
        title: words::text(lang, "rows-fates"),
        columns,
        rows: rows.collect(),
        totals: Vec::new(),
    }
}

fn sums(results: &Results, lang: Lang) -> Table {
    let column = |key, align, width| text::column(lang, key, align, width);
    let mut rows = Vec::new();
    for proof in &results.conservation.tables {
        let Some(table) = results.book.table(proof.table) else { continue };
        for column in &proof.columns {
            for sheet in column.sheet.iter() {
                let part = |sums: &crate::base::Sums| Cell::Money(sums.get(sheet.currency));
                rows.push(vec![
                    Cell::Text(table.file_name.to_string()),
                    Cell::Text(table.raw.name.clone()),
                    Cell::Text(words::text(lang, &column.field.word())),
                    text::code(Some(Money::new(0, sheet.currency))),
                    Cell::Money(sheet),
                    part(&column.used),
                    part(&column.subtotal),
                    part(&column.excluded),
                    part(&column.rejected),
                    Cell::Count(i64::from(column.unread_cells)),
                ]);
            }
        }
    }
    Table {
        title: words::text(lang, "rows-sums"),
        columns: vec![
            column("col-file", Align::Start, 32),
            column("col-sheet", Align::Start, 18),
            column("col-field", Align::Start, 16),
            column("field-currency", Align::Start, 9),
            column("col-in-sheet", Align::End, 16),
            column("fate-used", Align::End, 16),
            column("fate-subtotal", Align::End, 16),
            column("fate-excluded", Align::End, 16),
            column("fate-rejected", Align::End, 16),
            column("col-unread-cells", Align::End, 12),
        ],
        rows,
        totals: Vec::new(),
    }
}
