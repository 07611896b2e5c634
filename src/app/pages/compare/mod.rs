//! The reconciliations screen: which lists, the bridge with its leads, the lines, the tie bar.

mod band;
mod list;
mod setup;

use leptos::prelude::*;
use tieout::session::Command;
use tieout::view::compare::{Choice, CompareView, Show as Lines, Tab};
use tieout::view::{Query, View};

use super::Page;
use super::place::{Listing, Place};
use crate::app::parts::empty::empty;
use crate::app::parts::icon::icon;
use crate::app::parts::status::{Status, glyph};
use crate::app::parts::tie_bar::tie_bar;
use crate::app::platform::address::Address;
use crate::app::state::{App, look, say, use_app};

pub static PAGE: Page = Page {
    route: "compare",
    icon: "compare",
    word: "nav-compare",
    tally: |_| 0,
    show: || view! { <Compare/> }.into_any(),
};

/// What all parts of the screen share.
#[derive(Clone, Copy)]
struct Screen {
    app: App,
    place: Place,
    list: Listing,
    view: ReadSignal<Option<CompareView>>,
}

const FIRST_ROWS: u32 = 120;

#[component]
fn Compare() -> impl IntoView {
    let list = Listing::of("compare", FIRST_ROWS, || ());
    let choose = move || Choice {
        from: list.window.get().0,
        rows: list.window.get().1,
        ..choice(list.place)
    };
    let view = look(
        move || Query::Compare(choose()),
        |view| match view {
            View::Compare(compare) => Some(*compare),
            _ => None,
        },
    );
    let screen = Screen { app: use_app(), place: list.place, list, view };
    // What stands on the page, told apart so that scrolling does not build it anew.
    let face = Memo::new(move |_| {
        view.with(|v| {
            v.as_ref().map(|v| (v.nothing_loaded, v.shown.is_some(), v.lost, v.chosen.is_empty()))
        })
    });
    let tie = Memo::new(move |_| {
        view.with(|v| v.as_ref().and_then(|v| v.shown.as_ref()).and_then(|s| s.tie.clone()))
    });
    view! {
        <h1 class="sr">{say("compare-title")}</h1>
        {move || match face.get() {
            None => ().into_any(),
            Some((true, ..)) => empty("compare-empty", "compare-empty.why", ()).into_any(),
            Some((_, shows, lost, none)) => {
                let open = move || none || screen.place.param("setting").is_some();
                let lost = lost.then(|| {
                    view! {
                        <p class="row c-lost">{glyph(Status::Review)}{say("compare-lost")}</p>
                    }
                });
                view! {
                    <div class="c-head">
                        {head(screen)}
                        <Show when=open>{setup::setup(screen)}</Show>
                        {lost}
                        {shows.then(|| band::band(screen))}
                    </div>
                    {shows.then(|| tabs(screen))}
                    {shows.then(|| list::list(screen))}
                    {move || tie.get().map(tie_bar)}
                }
                    .into_any()
            }
        }}
    }
}

/// The choice as it stands in the address.
fn choice(place: Place) -> Choice {
    let shows = |key: &str| SHOWS.iter().find(|(_, name)| *name == key).map(|(show, _)| *show);
    Choice {
        at: place.param("at").and_then(|at| at.parse().ok()),
        setting: place.param("setting"),
        show: place.param("show").and_then(|key| shows(&key)).unwrap_or_default(),
        ..Choice::default()
    }
}

/// As they stand in the address.
static SHOWS: &[(Lines, &str)] = &[
    (Lines::Differing, ""),
    (Lines::Unexplained, "unexplained"),
    (Lines::OnlyLeft, "left"),
    (Lines::OnlyRight, "right"),
    (Lines::Pairs, "pairs"),
    (Lines::Equal, "equal"),
    (Lines::All, "all"),
];

/// Which reconciliation is shown, another one, and the report.
fn head(screen: Screen) -> impl IntoView {
    let chosen = Memo::new(move |_| {
        screen.view.with(|v| v.as_ref().map(|v| (v.chosen.clone(), v.at)).unwrap_or_default())
    });
    let drop = move |_| {
        let choice = screen.view.with_untracked(|v| {
            v.as_ref().and_then(|v| v.shown.as_ref()).and_then(|shown| shown.choice.clone())
        });
        if let Some(choice) = choice {
            screen.place.set("at", "");
            screen.app.act(Command::DropReconciliation(Box::new(choice)));
        }
    };
    let some = move || chosen.with(|(chosen, _)| !chosen.is_empty());
    view! {
        <header class="bar-tools">
            <strong>{say("compare-title")}</strong>
            <Show when=some>
                <label class="field">
                    <span class="sr">{say("compare-chosen")}</span>
                    <select
                        class="select"
                        on:change=move |event| screen.place.set("at", &event_target_value(&event))
                    >
                        {move || {
                            let (names, at) = chosen.get();
                            let option = |(place, name): (usize, String)| {
                                view! {
                                    <option
                                        value=place.to_string()
                                        selected=place == at as usize
                                    >
                                        {name}
                                    </option>
                                }
                            };
                            names.into_iter().enumerate().map(option).collect_view()
                        }}
                    </select>
                </label>
                <button
                    type="button"
                    class="btn"
                    on:click=move |_| setup::open(screen)
                >
                    {icon("plus", 15)}
                    {say("compare-another")}
                </button>
                <button type="button" class="btn" on:click=drop>
                    {say("compare-drop")}
                </button>
            </Show>
            <span class="spring"></span>
            <a class="btn" href=Address::to("reports").with("section", "compare").hash()>
                {icon("download", 15)}
                {say("nav-reports")}
            </a>
        </header>
    }
}

fn tabs(screen: Screen) -> impl IntoView {
    let tabs = Memo::new(move |_| {
        screen.view.with(|v| {
            v.as_ref().and_then(|v| v.shown.as_ref()).map(|s| s.tabs.clone()).unwrap_or_default()
        })
    });
    let tab = move |tab: Tab| {
        let key = SHOWS.iter().find(|(show, _)| *show == tab.show).map_or("", |(_, key)| *key);
        view! {
            <button
                type="button"
                aria-pressed=if tab.on { "true" } else { "false" }
                on:click=move |_| screen.place.set("show", key)
            >
                {tab.word}
                <span class="num">{tab.count}</span>
            </button>
        }
    };
    view! {
        <div class="bar-tools">
            <span class="seg" role="group" aria-label=say("compare-show")>
                {move || tabs.get().into_iter().map(tab).collect_view()}
            </span>
        </div>
    }
}
