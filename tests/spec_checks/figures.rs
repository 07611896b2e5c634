//! Specs of figures: how each row counts on the rows, values and what is missing below.

use std::collections::BTreeMap;
use std::sync::Arc;

use tieout::analysis::{pricing, unbilled};
use tieout::figures::{self, Measured, Window};
use tieout::model::Book;
use tieout::rules::{self, Case, Results, Shared};
use tieout::words::{Arg, Args, Lang, say, text};

use super::Actual;
use super::format::Spec;
use super::tables::{SpecTable, policy, read_tables, with_marks};

/// Settings: `figure` (default: the file's name), `as_of`, `policy` (JSON).
pub fn check(spec: &Spec) -> Result<Actual, String> {
    spec.allow_settings(&["figure", "as_of", "policy"])?;
    let key = spec.setting("figure").unwrap_or(&spec.stem);
    let figure = figures::figure(key).ok_or(format!("no figure {key} is registered"))?;
    let tables = read_tables(spec)?;
    let results = results(spec, &tables)?;
    let measured = figure.measure(&results, Window { rows: usize::MAX, ..Window::default() });
    let counted: usize = measured.groups.iter().map(|(_, count)| count).sum();
    if counted != measured.rows.len() || measured.values.is_empty() != measured.lacks.is_some() {
        return Err(format!(
            "rows and groups, or values and what is missing, differ: {measured:?}"
        ));
    }
    let mut actual = Actual::new();
    for table in tables.iter().filter(|table| table.has_marks) {
        let csv = &spec.blocks[table.block].text;
        actual.push((table.block, with_marks(csv, |row| mark(&measured, table, row))));
    }
    let (block, _) = spec.blocks_of("expect").next().ok_or("nothing is expected")?;
    actual.push((block, in_words(&measured)));
    Ok(actual)
}

fn results(spec: &Spec, tables: &[SpecTable]) -> Result<Results, String> {
    let policy = policy(spec)?;
    let book = Book::build(tables.iter().map(|t| t.table.clone()).collect());
    let pricing = pricing::price(&book, &policy);
    let verdicts = pricing::judge(&book, &policy, &pricing);
    let shared = Shared::default();
    let unbilled =
        unbilled::reconcile(&book, shared.billed(&book), &policy, &pricing, &BTreeMap::new());
    let case = Case::new(&book, &policy, (&pricing, &verdicts), &unbilled, &shared);
    let qc = Arc::new(rules::run(&case));
    let (pricing, unbilled) = (Arc::new(pricing), Arc::new(unbilled));
    Ok(Results { book: Arc::new(book), policy, pricing, unbilled, qc, ..Results::default() })
}

/// `Counted 3`, `A date is missing`.
fn mark(measured: &Measured, table: &SpecTable, row: u32) -> String {
    let here = measured.rows.iter().filter(|r| r.at.table == table.table.id && r.at.row == row);
    let said = here.map(|row| {
        let reading = row.reading.as_ref().map(|reading| format!(" {}", arg(reading)));
        format!("{}{}", text(Lang::En, row.group), reading.unwrap_or_default())
    });
    said.collect::<Vec<_>>().join("; ")
}

fn in_words(measured: &Measured) -> String {
    let mut lines: Vec<String> = Vec::new();
    for value in &measured.values {
        let over = value.over.as_ref().map(|(a, b)| format!(" = {} ÷ {}", arg(a), arg(b)));
        let word = text(Lang::En, value.word);
        lines.push(format!("{word}: {}{}", arg(&value.value), over.unwrap_or_default()));
    }
    lines.extend(measured.lacks.map(|key| format!("n/a: {}", text(Lang::En, key))));
    let spread = measured.spread.iter().filter(|(_, count)| *count > 0);
    lines.extend(spread.map(|(word, count)| format!("{}: {count}", text(Lang::En, word))));
    lines.iter().map(|line| format!("{line}\n")).collect()
}

/// As a sentence would show it.
fn arg(arg: &Arg) -> String {
    let args = Args::new().with("part", arg.clone()).with("whole", "");
    say(Lang::En, "figures-over-by", &args).trim_end_matches([' ', '÷']).to_owned()
}
