//! The data grid over one table: as read, or as it stands in the file. Source tags lead here.

use leptos::prelude::*;
use leptos::task::spawn_local;
use tieout::protocol::{Answer, Ask};
use tieout::view::rows::{Choice, Column, Face, GridRow, Rows, Selection};
use tieout::view::{Query, View};
use tieout::words::{self, Args};

use super::Page;
use super::place::{Listing, Place};
use crate::app::parts::amount;
use crate::app::parts::grid::{Cell, Grid, GridLine, Head, Window, copy_selected};
use crate::app::state::{App, look, say, use_app};

pub static PAGE: Page = Page {
    route: "data",
    icon: "files",
    word: "grid-title",
    tally: |_| 0,
    show: || view! { <Data/> }.into_any(),
};

const FIRST_ROWS: u32 = 120;

#[component]
fn Data() -> impl IntoView {
    let app = use_app();
    let list = Listing::of("data", FIRST_ROWS, || ());
    let Listing { place, window, pointing } = list;
    let reveal = RwSignal::new(None);
    let choose = move || Choice {
        from: window.get().0,
        rows: window.get().1,
        selected: pointing.selected.get(),
        sum_column: Some(pointing.cursor.get().1),
        ..choice(place)
    };
    let view = look(
        move || Query::Rows(choose()),
        |view| match view {
            View::Rows(rows) => Some(rows),
            _ => None,
        },
    );
    // A source tag names a cell: the cursor goes there once, then the user is free to leave.
    let wanted = Memo::new(move |_| ["table", "row", "column", "face"].map(|p| place.param(p)));
    let cell = |v: &Rows| v.found_at.map(|row| (row, v.found_column));
    let found = Memo::new(move |_| view.with(|v| v.as_ref().and_then(cell)));
    Effect::new(move || {
        wanted.track();
        reveal.set(found.get());
    });
    let (heads, shown) = (heads_of(place, view), shown_of(view));
    let sort = move |column: u16| sort_by(place, column);
    let copy_rows = move |with_heads: bool| {
        let named = with_heads.then(|| heads.get_untracked());
        let choice = untrack(|| choice(place));
        spawn_local(async move {
            let window = async |from, rows| fetch(app, choice.clone(), from, rows).await;
            copy_selected(app, pointing, named, window).await;
        });
    };
    let element = NodeRef::new();
    place.keep_scroll("rows", element, move || shown.with(|w| w.total > 0));
    let label = Signal::derive(move || {
        view.with(|v| v.as_ref().map_or_else(String::new, |v| v.title.clone()))
    });
    let missing = Memo::new(move |_| view.with(|v| v.as_ref().is_some_and(|v| v.missing)));
    view! {
        {tools(place, view)}
        <Show
            when=move || !missing.get()
            fallback=|| view! {
                <div class="empty">
                    <strong>{say("grid-missing")}</strong>
                    {say("grid-missing.why")}
                </div>
            }
        >
            <Grid
                heads=heads
                window=shown
                pointing=pointing
                ask=Callback::new(move |wanted| list.ask(wanted))
                copy=Callback::new(copy_rows)
                head=Callback::new(sort)
                reveal=reveal
                element=element
                label=label
            />
        </Show>
        <p class="g-foot" role="status">
            {move || view.with(|v| v.as_ref().map(|v| view! { <span>{v.total_text.clone()}</span> }))}
            {move || view.with(|v| v.as_ref().map(|v| figures(app, &v.selection)))}
        </p>
    }
}

fn heads_of(place: Place, view: ReadSignal<Option<Rows>>) -> Memo<Vec<Head>> {
    let columns =
        Memo::new(move |_| view.with(|v| v.as_ref().map_or_else(Vec::new, |v| v.columns.clone())));
    Memo::new(move |_| {
        let sort = choice(place).sort;
        columns.get().iter().enumerate().map(|(at, c)| head(at, c, sort)).collect()
    })
}

fn shown_of(view: ReadSignal<Option<Rows>>) -> Memo<Window> {
    let window = |v: &Rows| Window {
        from: v.from,
        total: v.total,
        lines: v.rows.iter().map(line).collect(),
    };
    Memo::new(move |_| view.with(|v| v.as_ref().map_or_else(Window::default, window)))
}

/// Sorts by a column, and the other way round when it is sorted by it already.
fn sort_by(place: Place, column: u16) {
    let down = match untrack(|| choice(place)).sort {
        Some((at, down)) if at == column => !down,
        _ => false,
    };
    place.set("sort", &format!("{column}{}", if down { "-" } else { "+" }));
}

fn choice(place: Place) -> Choice {
    let param = |name: &str| place.param(name);
    let sort = param("sort").and_then(|text| {
        let down = text.ends_with('-');
        Some((text.trim_end_matches(['+', '-']).parse().ok()?, down))
    });
    Choice {
        table: param("table").and_then(|t| t.parse().ok()).unwrap_or_default(),
        // A source is a place in the file, so a tag opens the sheet as it stands there.
        face: match param("face").as_deref() {
            Some("typed") => Face::Typed,
            Some(_) => Face::Raw,
            None if param("row").is_some() => Face::Raw,
            None => Face::Typed,
        },
        sort,
        filter: param("filter").unwrap_or_default(),
        find_row: param("row").and_then(|row| row.parse().ok()),
        find_column: param("column"),
        ..Choice::default()
    }
}

async fn fetch(app: App, choice: Choice, from: u32, rows: u32) -> Vec<GridLine> {
    let query = Query::Rows(Choice { from, rows, find_row: None, find_column: None, ..choice });
    let ask = Ask::Look { lang: app.lang.get_untracked(), query };
    match app.engine().ask(ask).await.answer {
        Answer::View(view) => match *view {
            View::Rows(view) => view.rows.iter().map(line).collect(),
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}

fn head(at: usize, column: &Column, sort: Option<(u16, bool)>) -> Head {
    Head {
        text: column.head.clone(),
        aside: column.aside.clone(),
        end: column.end,
        id: column.id,
        mapped: column.mapped,
        sorted: sort.filter(|(of, _)| usize::from(*of) == at).map(|(_, down)| down),
    }
}

fn line(row: &GridRow) -> GridLine {
    let cell = |cell: &tieout::view::rows::GridCell| match cell.bad {
        true => Cell::Bad(cell.text.clone()),
        false => Cell::Text(cell.text.clone()),
    };
    GridLine {
        number: row.number.clone(),
        cells: row.cells.iter().map(cell).collect(),
        struck: row.struck,
    }
}

fn tools(place: Place, view: ReadSignal<Option<Rows>>) -> impl IntoView {
    let tables =
        Memo::new(move |_| view.with(|v| v.as_ref().map_or_else(Vec::new, |v| v.tables.clone())));
    let face = move || if choice(place).face == Face::Raw { "raw" } else { "typed" };
    let pressed =
        move |wanted: &'static str| move || if face() == wanted { "true" } else { "false" };
    let go = move |name: &'static str, value: String| place.set(name, &value);
    view! {
        <header class="bar-tools">
            <h1>{say("grid-title")}</h1>
            <label class="field">
                <span class="sr">{say("grid-table")}</span>
                <select
                    class="select"
                    on:change=move |event| go("table", event_target_value(&event))
                >
                    {move || {
                        tables
                            .get()
                            .into_iter()
                            .map(|table| {
                                view! {
                                    <option value=table.table.to_string() selected=table.on>
                                        {table.label}
                                    </option>
                                }
                            })
                            .collect_view()
                    }}
                </select>
            </label>
            <span class="seg" role="group" aria-label=say("grid-face")>
                <button
                    type="button"
                    aria-pressed=pressed("typed")
                    on:click=move |_| go("face", "typed".to_owned())
                >
                    {say("grid-typed")}
                </button>
                <button
                    type="button"
                    aria-pressed=pressed("raw")
                    on:click=move |_| go("face", "raw".to_owned())
                >
                    {say("grid-raw")}
                </button>
            </span>
            <span class="spring"></span>
            <input
                class="input"
                type="search"
                aria-label=say("grid-filter")
                placeholder=say("grid-filter")
                prop:value=move || choice(place).filter
                on:change=move |event| go("filter", event_target_value(&event))
            />
        </header>
    }
}

fn figures(app: App, selection: &Selection) -> impl IntoView + use<> {
    if selection.count.is_empty() {
        return ().into_any();
    }
    let args = Args::new().with("count", selection.count.clone());
    let number = (!selection.number.is_empty()).then(|| {
        view! {
            <span>{say("findings-sum")} " " <b>{selection.number.clone()}</b></span>
        }
    });
    let sums = (!selection.sums.is_empty()).then(|| {
        view! {
            <span>
                {say("findings-sum")}
                " "
                <b class="pairs">{selection.sums.iter().map(amount::with_code).collect_view()}</b>
            </span>
        }
    });
    view! {
        <span>{words::say(app.lang.get_untracked(), "findings-selected", &args)}</span>
        {sums}
        {number}
    }
    .into_any()
}
