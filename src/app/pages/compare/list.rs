//! The lines in the data grid: both amounts, what differs, and a tag to the row of either list.

use leptos::prelude::*;
use leptos::task::spawn_local;
use tieout::protocol::{Answer, Ask};
use tieout::view::compare::{Choice, LineRow, Shown};
use tieout::view::{Query, View};

use super::{Screen, choice};
use crate::app::parts::grid::{Cell, Grid, GridLine, Head, Window, copy_selected};
use crate::app::state::{App, say};

pub(super) fn list(screen: Screen) -> impl IntoView {
    let shown = move |take: fn(&Shown) -> Vec<Head>| {
        screen.view.with(|v| v.as_ref().and_then(|v| v.shown.as_ref()).map(|s| take(s)))
    };
    let heads = Memo::new(move |_| shown(heads).unwrap_or_default());
    let window = Memo::new(move |_| {
        screen.view.with(|v| {
            v.as_ref().and_then(|v| v.shown.as_ref()).map(|s| window(s)).unwrap_or_default()
        })
    });
    let pointing = screen.list.pointing;
    let copy = move |with_heads: bool| {
        let named = with_heads.then(|| heads.get_untracked());
        let choice = untrack(|| choice(screen.place));
        spawn_local(async move {
            let rows = async |from, rows| fetch(screen.app, choice.clone(), from, rows).await;
            copy_selected(screen.app, pointing, named, rows).await;
        });
    };
    let element = NodeRef::new();
    screen.place.keep_scroll("lines", element, move || window.with(|w| w.total > 0));
    let none = move || window.with(|w| w.total == 0);
    view! {
        <Show
            when=move || !none()
            fallback=|| view! { <p class="dim c-none">{say("compare-none")}</p> }
        >
            <Grid
                heads=heads
                window=window
                pointing=pointing
                ask=Callback::new(move |wanted| screen.list.ask(wanted))
                copy=Callback::new(copy)
                element=element
                label=Signal::derive(say("compare-title"))
            />
        </Show>
    }
}

fn heads(shown: &Shown) -> Vec<Head> {
    let head = |head: &tieout::view::compare::Head| Head {
        text: head.text.clone(),
        end: head.end,
        ..Head::default()
    };
    shown.heads.iter().map(head).collect()
}

fn window(shown: &Shown) -> Window {
    Window { from: shown.from, total: shown.total, lines: shown.lines.iter().map(line).collect() }
}

fn line(row: &LineRow) -> GridLine {
    let source = |tag: &Option<tieout::view::SourceTag>| {
        tag.clone().map_or(Cell::Text(String::new()), Cell::Source)
    };
    let cause = match row.open {
        true => Cell::Bad(row.cause.clone()),
        false => Cell::Text(row.cause.clone()),
    };
    GridLine {
        number: row.number.clone(),
        cells: vec![
            Cell::Text(row.key.clone()),
            cause,
            Cell::Amount(row.left.clone()),
            Cell::Amount(row.right.clone()),
            Cell::Amount(row.difference.clone()),
            Cell::Dim(row.fields.clone()),
            source(&row.left_source),
            source(&row.right_source),
        ],
        struck: false,
    }
}

async fn fetch(app: App, choice: Choice, from: u32, rows: u32) -> Vec<GridLine> {
    let query = Query::Compare(Choice { from, rows, ..choice });
    let ask = Ask::Look { lang: app.lang.get_untracked(), query };
    match app.engine().ask(ask).await.answer {
        Answer::View(view) => match *view {
            View::Compare(view) => view.shown.map(|s| window(&s).lines).unwrap_or_default(),
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}
