//! The tie bar: left − right = difference = explained parts + unexplained; one row per currency.
//! The double underline stands only under a proved zero.

use leptos::prelude::*;
use tieout::view::tie::{TieBar, TieRow};

use super::amount;
use super::status::{Status, chip};
use crate::app::state::say;

pub fn tie_bar(bar: TieBar) -> impl IntoView {
    let parts = bar.parts.clone();
    let rows = bar.rows.into_iter().map(tie_row);
    let heads = parts.into_iter().enumerate().map(|(i, part)| {
        let explained = say("tie-explained");
        let head = move || if i == 0 { format!("{}: {part}", explained()) } else { part.clone() };
        view! {
            <td class="op"></td>
            <th>{head}</th>
        }
    });
    let heads = heads.collect_view();
    view! {
        <section class="tie" tabindex="0" role="region" aria-label=bar.name.clone()>
            <table>
                <thead>
                    <tr>
                        <th class="l">{bar.name.clone()}</th>
                        <td class="cur"></td>
                        <th>{bar.left}</th>
                        <td class="op"></td>
                        <th>{bar.right}</th>
                        <td class="op"></td>
                        <th>{say("tie-difference")}</th>
                        {heads}
                        <td class="op"></td>
                        <th>{say("tie-unexplained")}</th>
                        <td></td>
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </section>
    }
}

fn tie_row(row: TieRow) -> impl IntoView {
    let cells = row.parts.iter().enumerate().map(|(i, part)| {
        let op = if i == 0 { "=" } else { "+" };
        view! {
            <td class="op">{op}</td>
            <td>{amount::or_nil(part)}</td>
        }
    });
    let cells = cells.collect_view();
    let op = if row.parts.is_empty() { "=" } else { "+" };
    let partly = !row.tied && row.parts.iter().any(|part| !part.zero);
    let (status, word) = match (row.tied, partly) {
        (true, _) => (Status::Tied, say("status-tied")),
        (false, true) => (Status::Partly, say("status-partly")),
        (false, false) => (Status::Break, say("status-unexplained")),
    };
    view! {
        <tr class=if row.tied { "shut" } else { "open" }>
            <th scope="row">{row.currency.clone()}</th>
            <td class="cur">{row.left.code.clone()}</td>
            <td>{amount::or_nil(&row.left)}</td>
            <td class="op">"−"</td>
            <td>{amount::or_nil(&row.right)}</td>
            <td class="op">"="</td>
            <td class="total">{amount::or_nil(&row.difference)}</td>
            {cells}
            <td class="op">{op}</td>
            <td class="un">{unexplained(&row)}</td>
            <td class="say">{chip(status, word)}</td>
        </tr>
    }
}

fn unexplained(row: &TieRow) -> AnyView {
    match row.tied {
        true => amount::proved_figures(&row.unexplained).into_any(),
        false => amount::alone(&row.unexplained).into_any(),
    }
}
