//! Unbilled work on the overview: reasons, ages, clients.

use leptos::prelude::*;
use tieout::view::figures::FigureLine;
use tieout::view::overview::{Ageing, Readiness, ReadinessRow, ReasonRow, Reasons};

use crate::app::parts::ledger::{self, Cell, Head, Ledger, Line, Name};
use crate::app::platform::address::Address;
use crate::app::state::say;

pub(super) fn reasons(table: Reasons) -> impl IntoView {
    let mut heads = vec![Head::Name("overview-reason"), Head::Figures("overview-jobs"), Head::Bar];
    heads.extend(ledger::currencies(&table.currencies));
    heads.push(Head::Figures("overview-running"));
    let mut foot = vec![
        Cell::Name(Name::plain(&table.total.label)),
        Cell::Count(table.total.jobs.clone()),
        Cell::Bar("", 0),
    ];
    foot.extend(ledger::money(&table.total.money));
    foot.push(Cell::Blank);
    let none = table.rows.is_empty();
    let ledger = ledger::ledger(Ledger {
        heads,
        lines: table.rows.iter().map(reason_line).collect(),
        foot: Some(Line { class: "sums", cells: foot }),
        ..Ledger::default()
    });
    let body = view! {
        {ledger}
        {none.then(|| view! { <p class="dim small">{say("overview-no-unbilled")}</p> })}
    };
    ledger::section("o-why", "overview-reasons", table.aside, body)
}

fn reason_line(row: &ReasonRow) -> Line {
    let to = (!row.code.is_empty())
        .then(|| Address::to("unbilled").with("by", "reason").with("reason", row.code.clone()));
    let mut cells = vec![
        Cell::Name(Name::to(&row.label, to)),
        Cell::Count(row.jobs.clone()),
        Cell::Bar(if row.planned { "none" } else { "acc" }, row.ratio),
    ];
    cells.extend(ledger::money(&row.money));
    cells.push(Cell::Aside(row.running.clone()));
    let class = match (row.cut, row.code.is_empty()) {
        (true, true) => "cut rest",
        (true, false) => "cut",
        (false, true) => "rest",
        (false, false) => "",
    };
    Line { class, cells }
}

pub(super) fn ageing(table: Ageing) -> impl IntoView {
    let mut heads =
        vec![Head::Name("overview-age-head"), Head::Figures("overview-jobs"), Head::Bar];
    heads.extend(ledger::currencies(&table.currencies));
    let line = |label: &str, jobs: &str, ratio: u16| {
        vec![
            Cell::Name(Name { figures: true, ..Name::plain(label) }),
            Cell::Count(jobs.to_owned()),
            Cell::Bar("acc", ratio),
        ]
    };
    let lines = table.rows.iter().map(|row| {
        let mut cells = line(&row.label, &row.jobs, row.ratio);
        cells.extend(ledger::money(&row.money));
        Line { class: "", cells }
    });
    let mut foot = line(&table.total.label, &table.total.jobs, 0);
    foot[2] = Cell::Bar("", 0);
    foot.extend(ledger::proved(&table.total.money, table.proved));
    let ledger = ledger::ledger(Ledger {
        heads,
        lines: lines.collect(),
        foot: Some(Line { class: "sums", cells: foot }),
        ..Ledger::default()
    });
    let unvalued = (!table.unvalued.is_empty())
        .then(|| view! { <p class="dim small">{table.unvalued.clone()}</p> });
    let body = view! {
        {ledger}
        {unvalued}
    };
    ledger::section("o-age", "overview-age", say("overview-age-aside"), body)
}

pub(super) fn readiness(table: Readiness) -> impl IntoView {
    let heads = vec![
        Head::Name("facet-client"),
        Head::Figures("overview-jobs"),
        Head::Told("overview-closed", "overview-closed.title"),
        Head::Figures("overview-ready"),
        Head::Figures("overview-planned"),
        Head::Figures("overview-waiting"),
        Head::Figures("overview-no-reason"),
    ];
    let line = |row: &ReadinessRow| Line { class: "", cells: ready_cells(row, true) };
    let foot = Line { class: "sums", cells: ready_cells(&table.total, false) };
    let ledger = ledger::ledger(Ledger {
        heads,
        lines: table.rows.iter().map(line).collect(),
        foot: Some(foot),
        ..Ledger::default()
    });
    ledger::section("o-ready", "overview-readiness", say("overview-readiness-aside"), ledger)
}

/// A job without a reason is marked on the client's line; the foot only adds up.
fn ready_cells(row: &ReadinessRow, marks: bool) -> Vec<Cell> {
    let to = (!row.client.is_empty())
        .then(|| Address::to("unbilled").with("client", row.client.clone()));
    let mut cells = vec![Cell::Name(Name::to(&row.label, to))];
    let counts = [&row.jobs, &row.closed, &row.ready, &row.planned, &row.waiting];
    cells.extend(counts.map(|count| Cell::Count(count.clone())));
    cells.push(match marks && !row.no_reason.is_empty() {
        true => Cell::Flag(row.no_reason.clone()),
        false => Cell::Count(row.no_reason.clone()),
    });
    cells
}

/// Each figure with its first value; the others, the formula and the rows stand on its own page.
pub(super) fn figures(lines: Vec<FigureLine>) -> impl IntoView {
    let heads = vec![
        Head::Name("figures-head"),
        Head::Figures("figures-value"),
        Head::Blank,
        Head::Bar,
        Head::Figures("figures-over"),
        Head::Figures("figures-counted"),
        Head::Figures("figures-left-out"),
    ];
    let ledger = ledger::ledger(Ledger {
        heads,
        lines: lines.iter().map(figure_line).collect(),
        ..Ledger::default()
    });
    ledger::section("o-figs", "figures-title", say("figures-aside"), ledger)
}

fn figure_line(line: &FigureLine) -> Line {
    let to = Address::to("figures").with("figure", line.key.clone());
    let mut cells = vec![Cell::Name(Name::to(&line.name, Some(to)))];
    match line.values.first() {
        Some(value) => cells.extend([
            Cell::Strong(value.text.clone()),
            Cell::Note(value.word.clone()),
            Cell::Bar(if value.share.is_some() { "acc" } else { "" }, value.share.unwrap_or(0)),
            Cell::Aside(value.over.clone()),
        ]),
        None => cells.extend([
            Cell::Aside(say("figures-not-known")()),
            Cell::Note(line.lacks.clone()),
            Cell::Blank,
            Cell::Blank,
        ]),
    }
    cells.extend([Cell::Count(line.counted.clone()), Cell::Count(line.left_out.clone())]);
    Line { class: "", cells }
}
