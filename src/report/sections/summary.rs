//! The first page: whether it ties, what was found, what ran and what did not.
//!
//! If something does not tie or was not conserved, the first line says so.

use std::collections::BTreeMap;

use crate::analysis::tie::Tie;
use crate::base::Sums;
use crate::report::{Align, Cell, Column, Note, Section, Table, Tone, text};
use crate::rules::{Clearance, Results, release};
use crate::words::{self, Arg, Args, Lang};

pub(super) fn build(results: &Results, lang: Lang) -> Section {
    let mut tables = ties(results, lang);
    tables.extend(roll_forward(results, lang));
    tables.extend(super::unbilled::by_reason(results, lang));
    tables.push(findings(results, lang));
    tables.push(invoices(results, lang));
    tables.push(not_run(results, lang));
    Section {
        key: "summary",
        title: words::text(lang, "section-summary"),
        notes: notes(results, lang),
        tables,
    }
}

fn notes(results: &Results, lang: Lang) -> Vec<Note> {
    let mut notes = Vec::new();
    let conserved = results.conservation.holds();
    notes.push(Note {
        tone: if conserved { Tone::Tied } else { Tone::Break },
        text: words::text(
            lang,
            if conserved { "conservation-holds" } else { "conservation-fails" },
        ),
    });
    if results.lacks_invoices() {
        let text = words::text(lang, "verdict-no-invoices");
        notes.push(Note { tone: Tone::Review, text });
    }
    for tie in results.ties.iter().filter(|tie| !tie.is_tied()) {
        let args = Args::new()
            .with("name", Arg::term(tie.name.clone()))
            .with("unexplained", tie.unexplained);
        notes.push(Note { tone: Tone::Break, text: words::say(lang, "verdict-open", &args) });
    }
    if !results.ties.is_empty() && results.ties.iter().all(Tie::is_tied) {
        notes.push(Note { tone: Tone::Tied, text: words::text(lang, "verdict-tied") });
    }
    if !results.qc.not_run.is_empty() {
        let args = Args::new().with("count", results.qc.not_run.len());
        notes.push(Note { tone: Tone::NotRun, text: words::say(lang, "verdict-not-run", &args) });
    }
    // What stands first is read first.
    notes.sort_by_key(|note| match note.tone {
        Tone::Break => 0,
        Tone::Partly | Tone::Review => 1,
        Tone::Plain | Tone::Tied => 2,
        Tone::NotRun => 3,
    });
    notes
}

/// One table a tie, one row a currency.
fn ties(results: &Results, lang: Lang) -> Vec<Table> {
    let mut by_name: BTreeMap<usize, (&str, Vec<&Tie>)> = BTreeMap::new();
    for tie in &results.ties {
        let first = results.ties.iter().position(|other| other.name == tie.name).unwrap_or(0);
        by_name.entry(first).or_insert_with(|| (&tie.name, Vec::new())).1.push(tie);
    }
    by_name.into_values().map(|(name, ties)| tie_table(lang, name, &ties)).collect()
}

pub(super) fn tie_table(lang: Lang, name: &str, ties: &[&Tie]) -> Table {
    let figure = |title: String| Column { title, align: Align::End, width: 16 };
    let mut columns = vec![
        text::column(lang, "field-currency", Align::Start, 30),
        figure(words::text(lang, &format!("{name}-left"))),
        figure(words::text(lang, &format!("{name}-right"))),
        figure(words::text(lang, "tie-difference")),
    ];
    if let Some(first) = ties.first() {
        columns.extend(first.explained.iter().map(|(key, _)| figure(words::text(lang, key))));
    }
    columns.push(figure(words::text(lang, "tie-unexplained")));
    columns.push(text::column(lang, "col-verdict", Align::Start, 12));
    let rows = ties.iter().map(|tie| {
        let mut row = vec![
            text::code(Some(tie.left)),
            Cell::Money(tie.left),
            Cell::Money(tie.right),
            Cell::Money(tie.difference),
        ];
        row.extend(tie.explained.iter().map(|(_, part)| Cell::Money(*part)));
        row.push(Cell::Money(tie.unexplained));
        let (tone, key) =
            if tie.is_tied() { (Tone::Tied, "tie-tied") } else { (Tone::Break, "tie-open") };
        row.push(Cell::Status(tone, words::text(lang, key)));
        row
    });
    Table { title: words::text(lang, name), columns, rows: rows.collect(), totals: Vec::new() }
}

fn roll_forward(results: &Results, lang: Lang) -> Option<Table> {
    let roll = results.unbilled.roll_forward.as_ref()?;
    let steps = [
        ("roll-opening", &roll.opening),
        ("roll-new", &roll.new),
        ("roll-billed", &roll.billed),
        ("roll-cancelled", &roll.cancelled),
        ("roll-revalued", &roll.revalued),
        ("roll-vanished", &roll.lost),
        ("roll-closing", &roll.closing),
    ];
    let mut currencies = Sums::new();
    for (_, step) in &steps {
        currencies.add_all(&step.value);
    }
    let mut columns = vec![
        text::column(lang, "roll-forward", Align::Start, 30),
        text::column(lang, "col-jobs", Align::End, 16),
    ];
    columns.extend(currencies.currencies().map(|currency| Column {
        title: words::format::currency(currency),
        align: Align::End,
        width: 16,
    }));
    let rows = steps.iter().map(|(key, step)| {
        let mut row = vec![Cell::Text(words::text(lang, key)), Cell::Count(step.jobs)];
        row.extend(currencies.currencies().map(|c| Cell::Money(step.value.get(c))));
        row
    });
    let title = words::text(lang, "roll-forward");
    Some(Table { title, columns, rows: rows.collect(), totals: Vec::new() })
}

/// Every rule that ran, also those that found nothing: passed is a statement too.
fn findings(results: &Results, lang: Lang) -> Table {
    let mut stakes: BTreeMap<&str, Sums> = BTreeMap::new();
    let mut open: BTreeMap<&str, i64> = BTreeMap::new();
    let mut all = Sums::new();
    for finding in &results.qc.findings {
        *open.entry(finding.rule).or_default() += i64::from(results.decisions.is_open(finding));
        if let Some(money) = finding.at_stake {
            stakes.entry(finding.rule).or_default().add(money.abs());
            all.add(money.abs());
        }
    }
    let mut columns = vec![
        text::column(lang, "col-rule", Align::Start, 30),
        text::column(lang, "col-finding", Align::Start, 40),
        text::column(lang, "col-severity", Align::Start, 16),
        text::column(lang, "col-findings", Align::End, 16),
        text::column(lang, "col-open-findings", Align::End, 16),
    ];
    columns.extend(all.currencies().map(|currency| Column {
        title: words::format::currency(currency),
        align: Align::End,
        width: 16,
    }));
    let rows = results.qc.ran.iter().map(|ran| {
        let mut row = vec![
            Cell::Text(ran.rule.to_owned()),
            Cell::Text(results.title(lang, ran.rule)),
            Cell::Text(words::text(lang, results.severity(ran.rule).word())),
            Cell::Count(i64::try_from(ran.findings).unwrap_or(i64::MAX)),
            Cell::Count(open.get(ran.rule).copied().unwrap_or(0)),
        ];
        let of_rule = stakes.get(ran.rule).cloned().unwrap_or_default();
        row.extend(all.currencies().map(|c| Cell::Money(of_rule.get(c))));
        row
    });
    let rows = rows.collect();
    let mut total = vec![
        Cell::Text(words::text(lang, "total")),
        Cell::Blank,
        Cell::Blank,
        Cell::Count(results.qc.ran.iter().map(|ran| ran.findings as i64).sum()),
        Cell::Count(open.values().sum()),
    ];
    total.extend(all.iter().map(Cell::Money));
    Table { title: words::text(lang, "summary-rules-run"), columns, rows, totals: vec![total] }
}

fn invoices(results: &Results, lang: Lang) -> Table {
    let release = release(results);
    let mut columns = vec![
        text::column(lang, "summary-invoices", Align::Start, 30),
        text::column(lang, "col-invoices", Align::End, 16),
    ];
    columns.extend(release.all.currencies().map(|currency| Column {
        title: words::format::currency(currency),
        align: Align::End,
        width: 16,
    }));
    let line = |key: &str, count: usize, sums: &Sums| {
        let mut row = vec![Cell::Text(words::text(lang, key)), Cell::Count(count as i64)];
        row.extend(release.all.currencies().map(|c| Cell::Money(sums.get(c))));
        row
    };
    let released = release.count(Clearance::Released);
    let waived = release.count(Clearance::Waived);
    let held = release.held_count();
    Table {
        title: words::text(lang, "summary-invoices"),
        columns,
        rows: vec![
            line("section-release", released, &release.released),
            line("invoices-waived", waived, &release.waived),
            line("section-hold", held, &release.held),
        ],
        totals: vec![line("total", release.invoices.len(), &release.all)],
    }
}

fn not_run(results: &Results, lang: Lang) -> Table {
    let rows = results.qc.not_run.iter().map(|not_run| {
        let missing = if not_run.switched_off {
            words::text(lang, "not-run-switched-off")
        } else {
            let missing: Vec<String> = not_run.missing.iter().map(|need| need.text(lang)).collect();
            missing.join("; ")
        };
        vec![
            Cell::Text(not_run.rule.to_owned()),
            Cell::Text(results.title(lang, not_run.rule)),
            Cell::Status(Tone::NotRun, words::text(lang, "not-run")),
            Cell::Text(missing),
        ]
    });
    Table {
        title: words::text(lang, "summary-rules-not-run"),
        columns: vec![
            text::column(lang, "col-rule", Align::Start, 30),
            text::column(lang, "col-finding", Align::Start, 40),
            text::column(lang, "col-verdict", Align::Start, 16),
            text::column(lang, "col-missing", Align::Start, 16),
        ],
        rows: rows.collect(),
        totals: Vec::new(),
    }
}
