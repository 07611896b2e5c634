//! What the checks found on the overview: findings by money, and the quality of the data.

use leptos::prelude::*;
use tieout::view::overview::{ByMoney, MoneyRow, Quality, QualityRow};

use crate::app::parts::ledger::{self, Cell, Head, Ledger, Line, Name};
use crate::app::parts::status::Status;
use crate::app::platform::address::Address;
use crate::app::state::say;

pub(super) fn by_money(table: ByMoney) -> impl IntoView {
    let mut heads =
        vec![Head::Blank, Head::Name("overview-rule"), Head::Figures("overview-count"), Head::Bar];
    heads.extend(ledger::currencies(&table.currencies));
    let mut foot = vec![Cell::Blank, Cell::Total(table.total_text, 2), Cell::Bar("", 0)];
    foot.extend(ledger::money(&table.total));
    let none = table.rows.is_empty();
    let ledger = ledger::ledger(Ledger {
        heads,
        lines: table.rows.iter().chain(&table.more).map(money_line).collect(),
        foot: Some(Line { class: "sums", cells: foot }),
        ..Ledger::default()
    });
    let body = view! {
        {ledger}
        {none.then(|| view! { <p class="dim small">{say("overview-no-findings")}</p> })}
    };
    ledger::section("o-find", "overview-by-money", say("overview-by-money-aside"), body)
}

fn money_line(row: &MoneyRow) -> Line {
    let (status, fill) = match row.mark.as_str() {
        "break" => (Some(Status::Break), "break"),
        "review" => (Some(Status::Review), "review"),
        "note" => (Some(Status::NotExamined), "none"),
        _ => (None, "none"),
    };
    let rest = row.code.is_empty();
    let to = (!rest).then(|| Address::to("findings").with("rule", row.code.clone()));
    let mut cells = vec![
        Cell::Mark(status, row.mark_word.clone()),
        Cell::Name(Name { code: row.code.clone(), ..Name::to(&row.title, to) }),
        Cell::Count(row.count.clone()),
        Cell::Bar(fill, row.ratio),
    ];
    cells.extend(ledger::money(&row.money));
    Line { class: if rest { "rest" } else { "" }, cells }
}

pub(super) fn quality(quality: Quality) -> impl IntoView {
    let body = if quality.rows.is_empty() {
        view! { <p class="ink2">{say("overview-quality-clean")}</p> }.into_any()
    } else {
        quality_table(quality).into_any()
    };
    ledger::section("o-dq", "overview-quality", say("overview-quality-aside"), body)
}

fn quality_table(quality: Quality) -> impl IntoView {
    let mut heads = vec![Head::Blank];
    heads.extend(quality.tables.iter().map(|(name, _)| Head::Of(name.clone())));
    heads.push(Head::Figures("overview-all-files"));
    let mut foot = vec![Cell::Total(say("overview-together")(), 1)];
    foot.extend(quality.total.iter().cloned().map(Cell::Count));
    ledger::ledger(Ledger {
        class: "dq",
        heads,
        lines: quality.rows.iter().map(|row| quality_line(row, &quality.tables)).collect(),
        foot: Some(Line { class: "sums", cells: foot }),
    })
}

/// A count leads to the rows of its file; the last one is of all files.
fn quality_line(row: &QualityRow, tables: &[(String, u32)]) -> Line {
    let mut cells = vec![Cell::Name(Name::plain(&row.label))];
    cells.extend(row.counts.iter().enumerate().map(|(at, count)| match tables.get(at) {
        Some((name, id)) if !count.is_empty() => {
            let to = Address::to("data").with("table", id.to_string()).with("face", "raw");
            Cell::Link(count.clone(), to, format!("{}, {name}: {count}", row.label))
        }
        Some(_) => Cell::Count(count.clone()),
        None => Cell::Strong(count.clone()),
    }));
    Line { class: "", cells }
}
