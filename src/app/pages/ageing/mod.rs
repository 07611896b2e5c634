//! The ageing screen: how it is aged, figures, four lists in one table, the tie bars at the foot.
//!
//! Keys: arrows, Home, End and the page keys move; Enter opens the items of a customer.

mod list;
mod policy;
mod statement;

use leptos::prelude::*;
use tieout::session::Command;
use tieout::view::ageing::{AgeingView, Choice, Show as List};
use tieout::view::{Mark, Query, View};
use tieout::words::{self, Lang};

use super::Page;
use super::place::{Listing, Place};
use super::reports::mark_status;
use crate::app::parts::date_input::DateInput;
use crate::app::parts::empty::{empty, lacking, refused};
use crate::app::parts::icon::icon;
use crate::app::parts::status::glyph;
use crate::app::parts::tie_bar::tie_bar;
use crate::app::platform::address::Address;
use crate::app::state::{App, look, say, use_app};

pub static PAGE: Page = Page {
    route: "ageing",
    icon: "ageing",
    word: "nav-ageing",
    tally: |_| 0,
    show: || view! { <Ageing/> }.into_any(),
};

/// What all parts of the screen share.
#[derive(Clone, Copy)]
struct Screen {
    app: App,
    place: Place,
    list: Listing,
    view: ReadSignal<Option<AgeingView>>,
    /// The language of the statement while its dialog is open.
    mail: RwSignal<Option<Lang>>,
}

const FIRST_ROWS: u32 = 120;

#[component]
fn Ageing() -> impl IntoView {
    let list = Listing::of("ageing", FIRST_ROWS, || ());
    let mail = RwSignal::new(None);
    let choose = move || Choice {
        from: list.window.get().0,
        rows: list.window.get().1,
        selected: list.pointing.selected.get(),
        mail: mail.get(),
        ..choice(list.place)
    };
    let view = look(
        move || Query::Ageing(choose()),
        |view| match view {
            View::Ageing(view) => Some(*view),
            _ => None,
        },
    );
    let screen = Screen { app: use_app(), place: list.place, list, view, mail };
    let state = Memo::new(move |_| view.with(|v| v.as_ref().map(|v| (v.empty, v.refused.clone()))));
    view! {
        <h1 class="sr">{say("ageing-title")}</h1>
        {move || match state.get() {
            None => ().into_any(),
            Some((true, _)) => empty("ageing-empty", "ageing-empty.why", ()).into_any(),
            Some((_, why)) if !why.is_empty() => refused("ageing-refused", why).into_any(),
            Some(_) => shown(screen).into_any(),
        }}
    }
}

fn shown(screen: Screen) -> impl IntoView {
    let told = Memo::new(move |_| {
        let of = |v: &AgeingView| (v.told.clone(), v.notes.clone());
        screen.view.with(|v| v.as_ref().map(of).unwrap_or_default())
    });
    let no_roll = Memo::new(move |_| {
        screen.view.with(|v| v.as_ref().map(|v| v.roll_refused.clone()).unwrap_or_default())
    });
    let ties = Memo::new(move |_| {
        screen.view.with(|v| v.as_ref().map_or_else(Vec::new, |v| v.ties.clone()))
    });
    view! {
        {tools(screen)}
        <div class="a-head">
            {policy::policy(screen)}
            {move || {
                let (told, notes) = told.get();
                view! {
                    <p class="a-told">{told}</p>
                    <ul class="a-notes">{notes.iter().map(note).collect_view()}</ul>
                }
            }}
        </div>
        {list::list(screen)}
        {move || {
            let why = Some(no_roll.get()).filter(|why| !why.is_empty());
            why.map(|why| lacking("ageing-roll-empty", why))
        }}
        <div class="a-ties">{move || ties.get().into_iter().map(tie_bar).collect_view()}</div>
        {statement::dialog(screen)}
    }
}

fn note(note: &Mark) -> impl IntoView + use<> {
    let text = note.text.clone();
    view! { <li class="row">{mark_status(&note.mark).map(glyph)}<span>{text}</span></li> }
}

/// The choice as it stands in the address.
fn choice(place: Place) -> Choice {
    Choice {
        show: match place.param("show").as_deref() {
            Some("items") => List::Items,
            Some("overdue") => List::Overdue,
            Some("roll") => List::Roll,
            _ => List::Customers,
        },
        currency: place.param("currency"),
        customer: place.param("customer"),
        bucket: place.param("bucket"),
        find: place.param("find").unwrap_or_default(),
        sort: place.param("sort").unwrap_or_default(),
        down: place.param("down").is_some(),
        ..Choice::default()
    }
}

fn show_key(show: List) -> &'static str {
    match show {
        List::Customers => "",
        List::Items => "items",
        List::Overdue => "overdue",
        List::Roll => "roll",
    }
}

fn tools(screen: Screen) -> impl IntoView {
    let place = screen.place;
    let tabs = Memo::new(move |_| screen.view.with(|v| v.as_ref().map(|v| v.tabs.clone())));
    let tab = move |tab: tieout::view::ageing::Tab| {
        // Another list has other columns; what it is narrowed to stays.
        let go = move |_| {
            let now = place.address.get_untracked().without("sort").without("down");
            match show_key(tab.show) {
                "" => now.without("show").without("bucket"),
                key => now.without("bucket").with("show", key),
            }
            .go();
        };
        view! {
            <button type="button" aria-pressed=if tab.on { "true" } else { "false" } on:click=go>
                {tab.word}
                <span class="num">{tab.count}</span>
            </button>
        }
    };
    let is = move |show: List| choice(place).show == show;
    view! {
        <div class="bar-tools">
            <span class="seg" role="group" aria-label=say("ageing-show")>
                {move || tabs.get().unwrap_or_default().into_iter().map(tab).collect_view()}
            </span>
            {filters(screen)}
            <span class="spring"></span>
            <Show when=move || is(List::Roll)>{period(screen)}</Show>
            <Show when=move || is(List::Overdue)>{statement::buttons(screen)}</Show>
            <input
                class="input a-find"
                type="search"
                aria-label=say("ageing-find")
                placeholder=say("ageing-find")
                prop:value=move || choice(place).find
                on:change=move |event| place.set("find", &event_target_value(&event))
            />
            <a class="btn" href=Address::to("reports").with("section", "ageing").hash()>
                {icon("download", 15)}
                {say("nav-reports")}
            </a>
        </div>
    }
}

fn period(screen: Screen) -> impl IntoView {
    let from = Signal::derive(move || screen.view.with(|v| v.as_ref().and_then(|v| v.period_from)));
    let take = Callback::new(move |day| screen.app.act(Command::SetPeriodFrom(day)));
    view! {
        <label class="field row">
            {say("ageing-period")}
            <DateInput
                date=from
                take=take
                label=Signal::derive(move || words::text(screen.app.lang.get(), "ageing-period"))
            />
        </label>
    }
}

/// What the list is narrowed to, each with a way back.
fn filters(screen: Screen) -> impl IntoView {
    let place = screen.place;
    move || {
        let lang = screen.app.lang.get();
        ["currency", "customer", "bucket"]
            .into_iter()
            .filter_map(|name| {
                let value = place.param(name)?;
                let text = match (name, value.as_str()) {
                    ("bucket", "overdue" | "credits" | "disputed") => {
                        words::text(lang, &format!("ageing-filter-{value}"))
                    }
                    ("bucket", "undated") => words::text(lang, "ageing-undated"),
                    ("bucket", "not_due") => words::text(lang, "ageing-not-due"),
                    _ => value,
                };
                Some(view! {
                    <button type="button" class="btn small" on:click=move |_| place.set(name, "")>
                        {text}
                        {icon("x", 13)}
                    </button>
                })
            })
            .collect_view()
    }
}
