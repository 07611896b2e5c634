//! The band over the list: the roll-forward, and who has to act.

use leptos::prelude::*;
use tieout::view::Amount;
use tieout::view::unbilled::{OwnerLine, Owners, Roll, RollRow};
use tieout::words::{self, Args};

use super::Screen;
use crate::app::parts::amount;
use crate::app::parts::bar;
use crate::app::parts::status::{Status, glyph};
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
    let ops: Vec<String> = roll.heads.iter().map(|head| head.op.clone()).collect();
    let rows = roll.rows.iter().map(|row| roll_row(row, &ops, roll.holds)).collect_view();
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

fn roll_row(row: &RollRow, ops: &[String], holds: bool) -> impl IntoView + use<> {
    let last = row.cells.len().saturating_sub(1);
    let cells = row.cells.iter().enumerate().map(|(at, cell)| {
        let sign = ops.get(at).cloned().unwrap_or_default();
        let op = (at > 0).then(|| view! { <td class="op">{sign}</td> });
        let figure = match at == last && holds {
            true => closing(cell).into_any(),
            false => nil(cell).into_any(),
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

fn closing(amount: &Amount) -> impl IntoView + use<> {
    let pad = amount.whole.then(|| view! { <span class="amt amt-0"></span> });
    view! {
        <span class="dbl">{amount.text.clone()}</span>
        {pad}
    }
}

fn nil(amount: &Amount) -> impl IntoView + use<> {
    let text = if amount.zero { "–".to_owned() } else { amount.text.clone() };
    view! { <span class="amt" class:amt-0=amount.whole || amount.zero>{text}</span> }
}

fn owners(screen: Screen, owners: Owners) -> impl IntoView {
    let heads = owners.currencies.iter().map(|code| view! { <th class="num">{code.clone()}</th> });
    let heads = heads.collect_view();
    let rows = owners.lines.iter().map(|line| owner_row(screen, line)).collect_view();
    view! {
        <section class="sec u-own">
            <header>
                <h2>{say("unbilled-by-owner")}</h2>
                <span class="aside num">{owners.text}</span>
            </header>
            <div class="u-owners" tabindex="0" role="region" aria-label=say("unbilled-by-owner")>
                <table class="ledger plain">
                    <thead>
                        <tr>
                            <th>{say("unbilled-head-owner")}</th>
                            <th class="num">{say("unbilled-jobs")}</th>
                            <th class="barcol">
                                <span class="sr">{say("overview-share")}</span>
                            </th>
                            {heads}
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
}

fn owner_row(screen: Screen, line: &OwnerLine) -> impl IntoView + use<> {
    let to = screen.place.address.get_untracked().with("owner", line.key.clone()).hash();
    let class = match line.mark.as_str() {
        "none" => "none",
        "break" => "break",
        _ => "acc",
    };
    let money = line.money.iter().map(|cell| {
        view! { <td class="num">{cell.as_ref().map(amount::alone)}</td> }
    });
    let money = money.collect_view();
    view! {
        <tr>
            <th scope="row">
                <a class="plainlink" href=to>
                    {line.label.clone()}
                </a>
            </th>
            <td class="num dim">{line.count.clone()}</td>
            <td class="barcol">{bar::simple(class, u32::from(line.ratio))}</td>
            {money}
        </tr>
    }
}
