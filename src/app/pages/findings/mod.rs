//! The findings screen: facets, groups by rule, the open rule with its rows, and decisions.
//!
//! Keys: `A` accept, `D` dismiss, `?` explain, arrows between rules and rows. After a decision the
//! next open rule below opens, and the scroll stays where it was.

mod alike;
mod decide;
mod list;
mod rows;

use leptos::prelude::*;
use tieout::view::findings::{Choice, FindingStatus, FindingsView, Sort};
use tieout::view::{Facet, Query, View};
use tieout::words::{self, Args};

use super::Page;
use super::place::{Listing, Place};
use crate::app::parts::bar;
use crate::app::parts::empty::empty;
use crate::app::parts::grid::Pointing;
use crate::app::parts::status::{Status, glyph};
use crate::app::platform::address::Address;
use crate::app::platform::keys;
use crate::app::state::{App, look, say, use_app};

pub static PAGE: Page = Page {
    route: "findings",
    icon: "findings",
    word: "nav-findings",
    tally: |frame| frame.findings_open,
    show: || view! { <Findings/> }.into_any(),
};

/// What all parts of the screen share.
#[derive(Clone, Copy)]
pub(super) struct Screen {
    pub app: App,
    pub place: Place,
    pub list: Listing,
    pub view: ReadSignal<Option<FindingsView>>,
    pub pointing: Pointing,
    pub explain: RwSignal<Option<u32>>,
    pub alike: RwSignal<Option<u32>>,
    pub find_client: RwSignal<String>,
    /// Open while a decision is confirmed.
    pub dialog: RwSignal<Option<decide::Ask>>,
}

const FIRST_ROWS: u32 = 40;

#[component]
fn Findings() -> impl IntoView {
    let (explain, alike) = (RwSignal::new(None), RwSignal::new(None));
    let find_client = RwSignal::new(String::new());
    let list = Listing::of("findings", FIRST_ROWS, move || explain.set(None));
    let choose = move || Choice {
        from: list.window.get().0,
        rows: list.window.get().1,
        selected: list.pointing.selected.get(),
        explain: explain.get(),
        alike: alike.get(),
        find_client: find_client.get(),
        ..choice(list.place)
    };
    let view = look(
        move || Query::Findings(choose()),
        |view| match view {
            View::Findings(findings) => Some(findings),
            _ => None,
        },
    );
    let screen = Screen {
        app: use_app(),
        place: list.place,
        list,
        view,
        pointing: list.pointing,
        explain,
        alike,
        find_client,
        dialog: RwSignal::new(None),
    };
    listen(screen);
    let loaded = Memo::new(move |_| view.with(|v| v.as_ref().map(|v| !v.nothing_loaded)));
    view! {
        <h1 class="sr">{say("findings-title")}</h1>
        {move || match loaded.get() {
            None => ().into_any(),
            Some(false) => empty("findings-empty", "findings-empty.why", ()).into_any(),
            Some(true) => {
                view! {
                    {facets(screen)}
                    {tools(screen)}
                    {list::list(screen)}
                    {rows::pane(screen)}
                    {decide::dialogs(screen)}
                    {alike::dialog(screen)}
                }
                    .into_any()
            }
        }}
    }
}

/// The choice as it stands in the address.
pub(super) fn choice(place: Place) -> Choice {
    let param = |name: &str| place.param(name);
    Choice {
        status: param("status").and_then(|s| FindingStatus::from_key(&s)).unwrap_or_default(),
        severity: place.list("severity"),
        topic: place.list("topic"),
        client: place.list("client"),
        file: place.list("file"),
        sort: match param("sort").as_deref() {
            Some("rule") => Sort::Rule,
            Some("count") => Sort::Count,
            _ => Sort::Money,
        },
        rule: param("rule"),
        ..Choice::default()
    }
}

fn listen(screen: Screen) {
    keys::on_press(move |press| {
        if press.is("KeyA") {
            decide::accept(screen);
        } else if press.is("KeyD") {
            decide::dismiss(screen);
        } else if press.mark == "?" && !press.ctrl && !press.alt {
            let row = screen.pointing.cursor.get_untracked().0;
            let is_open =
                screen.view.with_untracked(|v| v.as_ref().is_some_and(|v| v.open.is_some()));
            if !is_open {
                return false;
            }
            screen.explain.set(Some(row));
        } else if press.is("ArrowDown") {
            list::step(screen, 1);
        } else if press.is("ArrowUp") {
            list::step(screen, -1);
        } else {
            return false;
        }
        true
    });
}

fn facets(screen: Screen) -> impl IntoView {
    let all = Memo::new(move |_| screen.view.with(|v| v.as_ref().map(|v| v.facets.clone())));
    view! {
        <section class="facets" aria-label=say("findings-filters")>
            {move || {
                all.get()
                    .unwrap_or_default()
                    .into_iter()
                    .map(|facet| facet_view(screen, facet))
                    .collect_view()
            }}
        </section>
    }
}

fn facet_view(screen: Screen, facet: Facet) -> impl IntoView {
    let app = use_app();
    let key = facet.key.clone();
    let any = facet.values.iter().any(|value| value.on);
    let clear = key.clone();
    let title = facet.title.clone();
    let find = facet.searchable.then(|| {
        let label = words::say(
            app.lang.get_untracked(),
            "facet-find",
            &Args::new().with("facet", facet.title.clone()),
        );
        view! {
            <input
                class="input"
                type="search"
                aria-label=label.clone()
                placeholder=label
                prop:value=move || screen.find_client.get()
                on:input=move |event| screen.find_client.set(event_target_value(&event))
            />
        }
    });
    let more = (facet.more > 0).then(|| {
        let args = Args::new().with("count", facet.more);
        view! { <p class="dim">{words::say(app.lang.get_untracked(), "facet-more", &args)}</p> }
    });
    let with_bar = matches!(key.as_str(), "topic" | "client");
    let values = facet.values.into_iter().map(|value| {
        let (name, of, mark) = (key.clone(), value.key.clone(), value.key.clone());
        let status = (name == "severity").then(|| severity_glyph(&mark));
        let ratio = u32::from(value.ratio);
        let group = key.clone();
        view! {
            <li>
                <label>
                    <input
                        type="checkbox"
                        name=group
                        prop:checked=value.on
                        on:change=move |_| screen.place.toggle(&name, &of)
                    />
                    <span class="lbl">{status}<span class="clip">{value.label}</span></span>
                    <span class="n">{value.count}</span>
                    {with_bar.then(|| bar::simple("v", ratio))}
                </label>
            </li>
        }
    });
    let values = values.collect_view();
    view! {
        <section>
            <h2>
                {title}
                {any.then(|| {
                    view! {
                        <button type="button" on:click=move |_| screen.place.set(&clear, "")>
                            {say("facet-clear")}
                        </button>
                    }
                })}
            </h2>
            {find}
            <ul>{values}</ul>
            {more}
        </section>
    }
}

/// The mark of a severity by its key.
pub(super) fn severity_glyph(key: &str) -> AnyView {
    match key {
        "break" => glyph(Status::Break).into_any(),
        "review" => glyph(Status::Review).into_any(),
        _ => glyph(Status::NotExamined).into_any(),
    }
}

fn tools(screen: Screen) -> impl IntoView {
    let tabs = Memo::new(move |_| screen.view.with(|v| v.as_ref().map(|v| v.tabs.clone())));
    let sort = move |event| screen.place.set("sort", &event_target_value(&event));
    let sorted = move || screen.place.param("sort").unwrap_or_else(|| "money".to_owned());
    view! {
        <div class="bar-tools">
            <span class="seg" role="group" aria-label=say("findings-status")>
                {move || {
                    tabs.get()
                        .unwrap_or_default()
                        .into_iter()
                        .map(|tab| {
                            let to = tab.status;
                            let pressed = if tab.on { "true" } else { "false" };
                            view! {
                                <button
                                    type="button"
                                    aria-pressed=pressed
                                    on:click=move |_| screen.place.set("status", to.key())
                                >
                                    {tab.word}
                                    <span class="num">{tab.count}</span>
                                </button>
                            }
                        })
                        .collect_view()
                }}
            </span>
            <span class="spring"></span>
            <label class="field">
                {say("findings-sort")}
                <select class="select" prop:value=sorted on:change=sort>
                    <option value="money">{say("findings-sort-money")}</option>
                    <option value="rule">{say("findings-sort-rule")}</option>
                    <option value="count">{say("findings-sort-count")}</option>
                </select>
            </label>
            <a class="btn" href=Address::to("reports").with("section", "findings").hash()>
                {crate::app::parts::icon::icon("download", 15)}
                {say("nav-reports")}
            </a>
        </div>
    }
}
