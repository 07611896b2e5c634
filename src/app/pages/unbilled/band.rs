//! The band over the list: the roll-forward, and who has to act.

use leptos::prelude::*;
use tieout::view::unbilled::{OwnerLine, Owners, Roll, RollRow, Show as List};
use tieout::words::{self, Args};

use super::{Screen, show_key};
use crate::app::parts::amount;
use crate::app::parts::ledger::{self, Cell, Head, Ledger, Line, Name};
use crate::app::parts::status::{Status, glyph};
use crate::app::platform::address::Address;
use crate::app::state::say;

pub(super) fn band(screen: Screen) -> impl IntoView {
    let head = Memo::new(move |_| {
        screen.view.with(|v| {
            v.as_ref().map(|v| (v.roll.clone(), v.roll_missing.clone(), v.proved, v.owners.clone()))
        })
    });
    view! {
        <div class="band">
            {move || {
                head.get()
                    .map(|(roll, missing, proved, of)| {
                        view! {
                            <section class="sec u-roll">
                                <header>
                                    <h2>{say("roll-forward")}</h2>
                                    {proved.then(closing_tied)}
                                </header>
                                {match roll {
                                    Some(roll) => roll_table(screen, roll).into_any(),
                                    None => view! { <p class="ink2 u-none">{missing}</p> }.into_any(),
                                }}
                            </section>
                            {owners(screen, of)}
                        }
                    })
            }}
        </div>
    }
}

fn closing_tied() -> impl IntoView {
    view! {
        <span class="aside">
            <span class="row">{glyph(Status::Tied)}{say("unbilled-closing-tied")}</span>
        </span>
    }
}

fn roll_table(screen: Screen, roll: Roll) -> impl IntoView {
    let heads = roll.heads.iter().enumerate().map(|(at, head)| {
        let op = (at > 0).then(|| view! { <td></td> });
        view! {
            {op}
            <th class="num">{head.word.clone()}</th>
        }
    });
    let heads = heads.collect_view();
    let rows = roll.rows.iter().map(|row| roll_row(screen, row, &roll)).collect_view();
    let broken = (!roll.holds).then(|| {
        view! {
            <p class="row flag">{glyph(Status::Break)}{say("unbilled-roll-broken")}</p>
        }
    });
    let vanished = (!roll.vanished.is_empty()).then(|| {
        let args = Args::new().with("jobs", roll.vanished.join(", "));
        let text = words::say(screen.app.lang.get_untracked(), "unbilled-vanished", &args);
        view! { <p class="row">{glyph(Status::Review)}<span class="clip">{text}</span></p> }
    });
    view! {
        <table class="ledger plain roll">
            <caption class="sr">{say("roll-forward")}</caption>
            <thead>
                <tr>
                    <td></td>
                    <td></td>
                    {heads}
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
        {broken}
        {vanished}
    }
}

/// A count leads to its jobs, where a list has them.
fn roll_row(screen: Screen, row: &RollRow, roll: &Roll) -> impl IntoView + use<> {
    let (holds, is_jobs) = (roll.holds, row.code.is_empty());
    let last = row.cells.len().saturating_sub(1);
    let cells = row.cells.iter().enumerate().map(|(at, cell)| {
        let head = roll.heads.get(at).cloned().unwrap_or_default();
        let sign = head.op;
        let to = head.show.filter(|_| is_jobs && !cell.zero).map(|show| jobs_of(screen, show));
        let op = (at > 0).then(|| view! { <td class="op">{sign}</td> });
        let figure = match at == last && holds {
            true => amount::proved_figures(cell).into_any(),
            false => amount::or_nil(cell).into_any(),
        };
        let figure = match to {
            Some(to) => {
                let step = Args::new().with("step", head.word);
                let said = words::say(screen.app.lang.get_untracked(), "unbilled-roll-jobs", &step);
                view! {
                    <a class="dqn plainlink" href=to.hash() title=said>
                        {figure}
                    </a>
                }
                .into_any()
            }
            None => figure,
        };
        view! {
            {op}
            <td class="num" class:strong=at == last>
                {figure}
            </td>
        }
    });
    let cells = cells.collect_view();
    view! {
        <tr>
            <th scope="row">{row.label.clone()}</th>
            <td class="cur">{row.code.clone()}</td>
            {cells}
        </tr>
    }
}

/// The whole list, whatever is filtered now.
fn jobs_of(screen: Screen, show: List) -> Address {
    let here = screen.place.address.get_untracked();
    let all = ["owner", "reason", "client"].iter().fold(here, |to, name| to.without(name));
    match show {
        List::Open => all.without("show"),
        show => all.with("show", show_key(show)),
    }
}

fn owners(screen: Screen, owners: Owners) -> impl IntoView {
    let mut heads =
        vec![Head::Name("unbilled-head-owner"), Head::Figures("unbilled-jobs"), Head::Bar];
    heads.extend(ledger::currencies(&owners.currencies));
    let lines = owners.lines.iter().map(|line| owner_line(screen, line)).collect();
    let table = ledger::ledger(Ledger { heads, lines, ..Ledger::default() });
    let table = view! {
        <div class="u-owners" tabindex="0" role="region" aria-label=say("unbilled-by-owner")>
            {table}
        </div>
    };
    ledger::section("u-own", "unbilled-by-owner", owners.text, table)
}

fn owner_line(screen: Screen, line: &OwnerLine) -> Line {
    let to = screen.place.address.get_untracked().with("owner", line.key.clone());
    let fill = match line.mark.as_str() {
        "none" => "none",
        "break" => "break",
        _ => "acc",
    };
    let mut cells = vec![
        Cell::Name(Name::to(&line.label, Some(to))),
        Cell::Aside(line.count.clone()),
        Cell::Bar(fill, line.ratio),
    ];
    cells.extend(ledger::money(&line.money));
    Line { class: "", cells }
}
