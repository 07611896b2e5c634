//! The figures with their formulas, whom they count and whom they leave out.

use crate::figures::{FIGURES, Figure, Value, Window, is_left_out};
use crate::report::{Align, Cell, Section, Table, text};
use crate::rules::Results;
use crate::words::{self, Lang};

pub(super) fn build(results: &Results, lang: Lang) -> Section {
    let column = |key, align, width| text::column(lang, key, align, width);
    let table = Table {
        columns: vec![
            column("figures-head", Align::Start, 26),
            column("figures-reading", Align::Start, 18),
            column("figures-value", Align::End, 12),
            column("figures-part", Align::End, 16),
            column("figures-whole", Align::End, 16),
            column("field-currency", Align::Start, 9),
            column("figures-counted", Align::End, 10),
            column("figures-left-out", Align::End, 10),
            column("figures-formula", Align::Start, 60),
            column("figures-population", Align::Start, 60),
        ],
        rows: FIGURES.iter().flat_map(|figure| rows(results, lang, figure)).collect(),
        ..Table::default()
    };
    Section {
        key: "figures",
        title: words::text(lang, "section-figures"),
        tables: vec![table],
        ..Section::default()
    }
}

/// One row a value; a figure without any says why.
fn rows(results: &Results, lang: Lang, figure: &Figure) -> Vec<Vec<Cell>> {
    let measured = figure.measure(results, Window::default());
    let sum = |left_out: bool| {
        let groups = measured.groups.iter().filter(|(group, _)| is_left_out(group) == left_out);
        Cell::Count(groups.map(|(_, count)| *count as i64).sum())
    };
    let word = |end: &str| Cell::Text(words::text(lang, &format!("figure-{}{end}", figure.key)));
    let whole = |reading: Cell, value: Option<&Value>| {
        let over = value.and_then(|value| value.over.as_ref());
        let code = over.and_then(|(part, whole)| whole.currency().or(part.currency()));
        vec![
            word(""),
            reading,
            text::value(lang, value.map(|value| &value.value)),
            text::value(lang, over.map(|(part, _)| part)),
            text::value(lang, over.map(|(_, whole)| whole)),
            code.map_or(Cell::Blank, |code| Cell::Text(words::format::currency(code))),
            sum(false),
            sum(true),
            word(".formula"),
            word(".population"),
        ]
    };
    match measured.lacks {
        Some(lacks) => vec![whole(Cell::Text(words::text(lang, lacks)), None)],
        None => {
            let named = |value: &Value| Cell::Text(words::text(lang, value.word));
            measured.values.iter().map(|value| whole(named(value), Some(value))).collect()
        }
    }
}
