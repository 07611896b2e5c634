//! The band over the lines: from one total to the other, and where what is left may come from.

use leptos::prelude::*;
use tieout::view::compare::{BridgeRow, BridgeTable, LeadLine, LeadList};

use super::Screen;
use crate::app::parts::amount;
use crate::app::parts::source_tag::source_tag;
use crate::app::parts::status::{Status, glyph};
use crate::app::state::say;

pub(super) fn band(screen: Screen) -> impl IntoView {
    let shown = Memo::new(move |_| {
        screen.view.with(|v| {
            let shown = v.as_ref().and_then(|v| v.shown.as_ref())?;
            Some((shown.facts.clone(), shown.bridges.clone(), shown.leads.clone()))
        })
    });
    move || {
        let (facts, bridges, leads) = shown.get().unwrap_or_default();
        let facts = facts.into_iter().map(|fact| view! { <span>{fact}</span> }).collect_view();
        view! {
            <p class="dim c-facts">{facts}</p>
            <div class="c-band" tabindex="0" role="region" aria-label=say("compare-bridge")>
                <section class="sec c-bridges">
                    <header>
                        <h2>{say("compare-bridge")}</h2>
                    </header>
                    <div class="c-currencies">{bridges.into_iter().map(bridge).collect_view()}</div>
                </section>
                {(!leads.is_empty()).then(|| detective(leads))}
            </div>
        }
    }
}

fn bridge(table: BridgeTable) -> impl IntoView {
    view! {
        <table class="ledger plain c-bridge">
            <thead>
                <tr>
                    <th scope="col">{table.currency}</th>
                    <th scope="col" class="num">{say("compare-count")}</th>
                    <th scope="col" class="num">{table.code}</th>
                </tr>
            </thead>
            <tbody>{table.rows.into_iter().map(bridge_row).collect_view()}</tbody>
        </table>
    }
}

fn bridge_row(row: BridgeRow) -> impl IntoView {
    let figure = match row.mark.as_str() {
        "proved" => amount::proved(&row.amount).into_any(),
        _ => amount::alone(&row.amount).into_any(),
    };
    let status = match row.mark.as_str() {
        "proved" => Some(Status::Tied),
        "open" => Some(Status::Break),
        "asks" => Some(Status::Review),
        _ => None,
    };
    let class = match row.mark.as_str() {
        "total" | "proved" | "open" => "c-total",
        "asks" => "c-asks",
        _ => "",
    };
    view! {
        <tr class=class>
            <th scope="row">
                <span class="row">{status.map(glyph)}{row.text}</span>
            </th>
            <td class="num dim">{row.count}</td>
            <td class="num">{figure}</td>
        </tr>
    }
}

fn detective(lists: Vec<LeadList>) -> impl IntoView {
    let list = |list: LeadList| {
        let none = list.leads.is_empty();
        view! {
            <li>
                <p>
                    <strong>{amount::with_code(&list.difference)}</strong>
                    " "
                    {list.about}
                </p>
                <ul>{list.leads.into_iter().map(lead).collect_view()}</ul>
                <p class="dim">
                    {none.then(|| say("compare-no-leads"))} " " {list.looked}
                </p>
            </li>
        }
    };
    view! {
        <section class="sec c-leads">
            <header>
                <h2>{say("compare-leads")}</h2>
                <span class="aside">{say("compare-leads-aside")}</span>
            </header>
            <ol>{lists.into_iter().map(list).collect_view()}</ol>
        </section>
    }
}

fn lead(lead: LeadLine) -> impl IntoView {
    view! {
        <li>
            {lead.text}
            " "
            <span class="c-rows">{lead.sources.iter().map(source_tag).collect_view()}</span>
        </li>
    }
}
