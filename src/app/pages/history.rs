//! The history: every decision, newest first, with what was undone.

use leptos::prelude::*;
use tieout::view::history::Line;
use tieout::view::{Query, View};

use super::Page;
use crate::app::parts::amount;
use crate::app::parts::icon::icon;
use crate::app::state::{look, say, use_app};
use tieout::session::Command;

pub static PAGE: Page = Page {
    route: "history",
    icon: "undo",
    word: "history-title",
    tally: |frame| frame.decisions,
    show: || view! { <History/> }.into_any(),
};

#[component]
fn History() -> impl IntoView {
    let app = use_app();
    let view = look(
        || Query::History,
        |view| match view {
            View::History(history) => Some(history),
            _ => None,
        },
    );
    let text = move || view.with(|v| v.as_ref().map(|v| v.text.clone()));
    let undo = move |_| app.act(Command::Undo);
    view! {
        <header class="bar-tools">
            <h1>{say("history-title")}</h1>
            <span class="dim">{text}</span>
            <span class="spring"></span>
            <button type="button" class="btn" on:click=undo>
                {icon("undo", 15)}
                {say("undo")}
                <kbd>"Ctrl Z"</kbd>
            </button>
        </header>
        <div class="list" tabindex="0" role="region" aria-label=say("history-title")>
            {move || {
                let lines = view.get().map(|v| v.lines).unwrap_or_default();
                if lines.is_empty() {
                    return view! { <p class="empty">{say("history-empty")}</p> }.into_any();
                }
                view! {
                    <table class="ledger h-list">
                        <tbody>{lines.into_iter().map(row).collect_view()}</tbody>
                    </table>
                }
                    .into_any()
            }}
        </div>
    }
}

fn row(line: Line) -> impl IntoView {
    let undone = line.undone.then(|| view! { <span class="dim">{say("history-undone")}</span> });
    view! {
        <tr class:gone=line.undone>
            <td class="num dim">{line.number}</td>
            <th scope="row">{line.word}</th>
            <td class="num">{line.count}</td>
            <td class="pairs">{line.amounts.iter().map(amount::with_code).collect_view()}</td>
            <td class="ink2">{line.note}</td>
            <td>{undone}</td>
        </tr>
    }
}
