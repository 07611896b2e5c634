//! The lower pane: the rows of the open rule in windows, their sums, and the figures of a selection.

use leptos::prelude::*;
use leptos::task::spawn_local;
use tieout::protocol::{Answer, Ask};
use tieout::view::findings::{Choice, FindingRow, Subject};
use tieout::view::{Query, View};
use tieout::words::{self, Args};

use super::{Screen, choice};
use crate::app::parts::amount;
use crate::app::parts::grid::{Cell, Grid, GridLine, Head, Window, copy_selected};
use crate::app::state::{say, use_app};

pub(super) fn pane(screen: Screen) -> impl IntoView {
    let code = Memo::new(move |_| {
        screen.view.with(|v| v.as_ref().and_then(|v| v.open.as_ref()).map(|open| open.code.clone()))
    });
    move || code.get().map(|code| rows_of(screen, code))
}

fn rows_of(screen: Screen, code: String) -> impl IntoView {
    let app = use_app();
    let title = move || {
        words::say(app.lang.get(), "findings-rows-of", &Args::new().with("code", code.clone()))
    };
    let title = Signal::derive(title);
    let heads = Memo::new(move |_| heads(app.lang.get()));
    let window = Memo::new(move |_| {
        screen.view.with(|view| {
            let open = view.as_ref().and_then(|view| view.open.as_ref());
            open.map_or_else(Window::default, |open| Window {
                from: open.from,
                total: open.total,
                lines: open.rows.iter().map(line).collect(),
            })
        })
    });
    let totals = Memo::new(move |_| {
        screen.view.with(|view| {
            let open = view.as_ref().and_then(|view| view.open.as_ref());
            open.map(|open| (open.total_text.clone(), open.sums.clone())).unwrap_or_default()
        })
    });
    let subject = Memo::new(move |_| {
        screen.view.with(|v| v.as_ref().map_or_else(Subject::default, |v| v.subject.clone()))
    });
    let copy_rows = move |with_heads: bool| {
        let named = with_heads.then(|| heads.get_untracked());
        spawn_local(async move {
            let window = async |from, rows| fetch(screen, from, rows).await;
            copy_selected(app, screen.pointing, named, window).await;
        });
    };
    let element = NodeRef::new();
    screen.place.keep_scroll("rows", element, move || window.with(|w| w.total > 0));
    let explain = Callback::new(move |row: u32| screen.explain.set(Some(row)));
    view! {
        <section class="pane f-pane" aria-label=move || title.get()>
            <header class="pane-h">
                <h2>{move || title.get()}</h2>
                <span class="dim num">{move || totals.get().0}</span>
                <span class="grow"></span>
                {move || sums(&totals.get().1)}
            </header>
            <Grid
                heads=heads
                window=window
                pointing=screen.pointing
                ask=Callback::new(move |wanted| screen.list.ask(wanted))
                copy=Callback::new(copy_rows)
                activate=explain
                element=element
                label=title
            />
            <p class="g-foot" role="status">{move || figures(subject.get())}</p>
        </section>
    }
}

fn heads(lang: words::Lang) -> Vec<Head> {
    let text = |key| Head::text(words::text(lang, key));
    let figure = |key| Head::figure(words::text(lang, key));
    let id = |key| Head::id(words::text(lang, key));
    vec![
        id("findings-invoice"),
        id("findings-job"),
        text("facet-client"),
        text("findings-message"),
        figure("findings-read-as"),
        figure("findings-expected"),
        figure("findings-difference"),
        text("findings-source"),
        text("findings-note"),
    ]
}

fn line(row: &FindingRow) -> GridLine {
    let found = match row.expected.is_empty() {
        true => Cell::Text(row.found.clone()),
        false => Cell::Bad(row.found.clone()),
    };
    GridLine {
        number: row.number.clone(),
        cells: vec![
            Cell::Text(row.invoice.clone()),
            Cell::Text(row.job.clone()),
            Cell::Text(row.client.clone()),
            Cell::Text(row.message.clone()),
            found,
            Cell::Text(row.expected.clone()),
            Cell::Amount(row.at_stake.clone()),
            Cell::Source(row.source.clone()),
            Cell::Dim(row.note.clone()),
        ],
        struck: false,
    }
}

/// A window of the open rule's rows, for who copies them.
async fn fetch(screen: Screen, from: u32, rows: u32) -> Vec<GridLine> {
    let query = Query::Findings(Choice { from, rows, ..untrack(|| choice(screen.place)) });
    let ask = Ask::Look { lang: screen.app.lang.get_untracked(), query };
    match screen.app.engine().ask(ask).await.answer {
        Answer::View(view) => match *view {
            View::Findings(view) => {
                view.open.iter().flat_map(|open| &open.rows).map(line).collect()
            }
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}

fn sums(all: &[tieout::view::Amount]) -> impl IntoView + use<> {
    view! { <span class="pairs strong">{all.iter().map(amount::with_code).collect_view()}</span> }
}

/// `Selected 3  Sum USD −1,515.00  Average …`
fn figures(subject: Subject) -> impl IntoView {
    let app = use_app();
    let lang = app.lang.get_untracked();
    if !subject.selected {
        return ().into_any();
    }
    let count = Args::new().with("count", subject.count_text.clone());
    let part = |key: &'static str, amount: &Option<tieout::view::Amount>| {
        amount.as_ref().map(|figure| {
            view! {
                <span>
                    {say(key)}
                    " "
                    <b>{amount::alone(figure)}</b>
                </span>
            }
        })
    };
    view! {
        <span>{words::say(lang, "findings-selected", &count)}</span>
        <span>
            {say("findings-sum")}
            " "
            <b>{sums(&subject.sums)}</b>
        </span>
        {part("findings-average", &subject.average)}
        {part("findings-min", &subject.smallest)}
        {part("findings-max", &subject.largest)}
    }
    .into_any()
}
