//! The figures: all of them on the left, the open one with formula, whom it counts, how it spreads,
//! and under it the rows, each with the way to its cell.

use leptos::prelude::*;
use leptos::task::spawn_local;
use tieout::protocol::{Answer, Ask};
use tieout::view::figures::{Choice, FigureLine, FigureRow, FigureValue, FiguresView, Open};
use tieout::view::{Query, View};

use super::Page;
use super::place::{Listing, Place};
use crate::app::parts::bar;
use crate::app::parts::empty::empty;
use crate::app::parts::grid::{Cell, Grid, GridLine, Head, Window, copy_selected};
use crate::app::parts::ledger;
use crate::app::platform::address::Address;
use crate::app::state::{App, look, say, use_app};

pub static PAGE: Page = Page {
    route: "figures",
    icon: "overview",
    word: "figures-title",
    tally: |_| 0,
    show: || view! { <Figures/> }.into_any(),
};

const FIRST_ROWS: u32 = 120;

#[component]
fn Figures() -> impl IntoView {
    let list = Listing::of("figures", FIRST_ROWS, || ());
    let choose = move || Choice {
        from: list.window.get().0,
        rows: list.window.get().1,
        ..choice(list.place)
    };
    let view = look(
        move || Query::Figures(choose()),
        |view| match view {
            View::Figures(figures) => Some(figures),
            _ => None,
        },
    );
    let nothing = Memo::new(move |_| view.with(|v| v.as_ref().is_none_or(|v| v.nothing_loaded)));
    view! {
        <header class="bar-tools">
            <h1>{say("figures-title")}</h1>
            <span class="dim">{say("figures-aside")}</span>
            <span class="spring"></span>
            <a class="btn" href=Address::to("overview").hash()>
                {say("figures-back")}
            </a>
        </header>
        <Show
            when=move || !nothing.get()
            fallback=|| empty("figures-empty", "figures-empty.why", ())
        >
            {page(list, view)}
        </Show>
    }
}

fn page(list: Listing, view: ReadSignal<Option<FiguresView>>) -> impl IntoView {
    let lines = Memo::new(move |_| part(view, |v| v.lines.clone()));
    // The rows of another window are no other figure.
    let open =
        Memo::new(move |_| part(view, |v| Open { rows: Vec::new(), from: 0, ..v.open.clone() }));
    view! {
        <div class="fg">
            <nav class="fg-list" tabindex="0" aria-label=say("figures-title")>
                {move || all(lines.get(), &open.get().key)}
            </nav>
            <div class="fg-open" tabindex="0" role="region" aria-label=move || open.get().name>
                {move || opened(list.place, open.get())}
            </div>
            {rows(list, view)}
        </div>
    }
}

fn part<T: Default>(view: ReadSignal<Option<FiguresView>>, of: impl Fn(&FiguresView) -> T) -> T {
    view.with(|view| view.as_ref().map(of).unwrap_or_default())
}

fn choice(place: Place) -> Choice {
    Choice {
        figure: place.param("figure").unwrap_or_default(),
        group: place.param("group"),
        ..Choice::default()
    }
}

fn all(lines: Vec<FigureLine>, open: &str) -> impl IntoView + use<> {
    let open = open.to_owned();
    let item = move |line: FigureLine| {
        let current = (line.key == open).then_some("true");
        let to = Address::to("figures").with("figure", line.key.clone()).hash();
        let values = line.values.into_iter().map(value).collect_view();
        let lacks = (!line.lacks.is_empty()).then(|| {
            view! {
                <span class="fg-na">
                    <b>{say("figures-not-known")}</b>
                    " "
                    <span class="dim">{line.lacks}</span>
                </span>
            }
        });
        view! {
            <li>
                <a href=to aria-current=current>
                    <strong>{line.name}</strong>
                    {values}
                    {lacks}
                </a>
            </li>
        }
    };
    view! { <ul>{lines.into_iter().map(item).collect_view()}</ul> }
}

fn value(value: FigureValue) -> impl IntoView {
    let bar = value.share.map(|share| bar::simple("acc", u32::from(share)));
    view! {
        <span class="fg-value num">
            <b>{value.text}</b>
            <span class="dim">{value.word}</span>
            <span class="fg-bar">{bar}</span>
            <span class="dim fg-over">{value.over}</span>
        </span>
    }
}

fn opened(place: Place, open: Open) -> impl IntoView {
    let Open { key, name, formula, population, groups, spread, .. } = open;
    let groups = groups.into_iter().map(|group| ledger::Line {
        class: if group.left_out { "rest" } else { "" },
        cells: vec![
            ledger::Cell::Name(ledger::Name::to(
                &group.label,
                Some(Address::to("figures").with("figure", key.clone()).with("group", group.key)),
            )),
            ledger::Cell::Count(group.count),
            ledger::Cell::Bar(if group.left_out { "none" } else { "acc" }, group.ratio),
        ],
    });
    let heads = |word: &'static str| {
        vec![ledger::Head::Name(word), ledger::Head::Figures("figures-groups"), ledger::Head::Bar]
    };
    let groups = ledger::ledger(ledger::Ledger {
        heads: heads("figures-group"),
        lines: groups.collect(),
        ..ledger::Ledger::default()
    });
    let classes: Vec<ledger::Line> = spread
        .into_iter()
        .map(|class| ledger::Line {
            class: "",
            cells: vec![
                ledger::Cell::Name(ledger::Name {
                    figures: true,
                    ..ledger::Name::plain(&class.label)
                }),
                ledger::Cell::Count(class.count),
                ledger::Cell::Bar("acc", class.ratio),
            ],
        })
        .collect();
    let spread = (!classes.is_empty()).then(|| {
        let table = ledger::ledger(ledger::Ledger {
            heads: heads("figures-days"),
            lines: classes,
            ..ledger::Ledger::default()
        });
        ledger::section("", "figures-spread", "", table)
    });
    let every = place.param("group").map(|_| {
        let to = Address::to("figures").with("figure", key).hash();
        view! { <a class="plainlink" href=to>{say("figures-rows-all")}</a> }
    });
    view! {
        <h2>{name}</h2>
        <dl class="fg-words">
            <dt>{say("figures-formula")}</dt>
            <dd>{formula}</dd>
            <dt>{say("figures-population")}</dt>
            <dd>{population}</dd>
        </dl>
        <div class="fg-tables">
            {ledger::section("", "figures-groups", every, groups)}
            {spread}
        </div>
    }
}

fn rows(list: Listing, view: ReadSignal<Option<FiguresView>>) -> impl IntoView {
    let app = use_app();
    let heads = Memo::new(move |_| {
        let word = |key| tieout::words::text(app.lang.get(), key);
        vec![
            Head::text(word("figures-group")),
            Head::figure(word("figures-reading")),
            Head::text(word("col-source")),
        ]
    });
    let window = Memo::new(move |_| {
        part(view, |v| Window {
            from: v.open.from,
            total: v.open.total,
            lines: v
                .open
                .rows
                .iter()
                .enumerate()
                .map(|(at, row)| line(v.open.from, at, row))
                .collect(),
        })
    });
    let copy_rows = move |with_heads: bool| {
        let named = with_heads.then(|| heads.get_untracked());
        let choice = untrack(|| choice(list.place));
        spawn_local(async move {
            let window = async |from, rows| fetch(app, choice.clone(), from, rows).await;
            copy_selected(app, list.pointing, named, window).await;
        });
    };
    let element = NodeRef::new();
    list.place.keep_scroll("rows", element, move || window.with(|w| w.total > 0));
    let label = Signal::derive(move || part(view, |v| v.open.name.clone()));
    view! {
        <div class="fg-rows">
            <Grid
                heads=heads
                window=window
                pointing=list.pointing
                ask=Callback::new(move |wanted| list.ask(wanted))
                copy=Callback::new(copy_rows)
                element=element
                label=label
            />
        </div>
    }
}

fn line(from: u32, at: usize, row: &FigureRow) -> GridLine {
    GridLine {
        number: (from as usize + at + 1).to_string(),
        cells: vec![
            Cell::Text(row.group.clone()),
            Cell::Text(row.reading.clone()),
            Cell::Source(row.source.clone()),
        ],
        struck: false,
    }
}

async fn fetch(app: App, choice: Choice, from: u32, rows: u32) -> Vec<GridLine> {
    let query = Query::Figures(Choice { from, rows, ..choice });
    let ask = Ask::Look { lang: app.lang.get_untracked(), query };
    match app.engine().ask(ask).await.answer {
        Answer::View(view) => match *view {
            View::Figures(view) => {
                let rows = view.open.rows.iter().enumerate();
                rows.map(|(at, row)| line(view.open.from, at, row)).collect()
            }
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}
