//! The reconcile screen: open items on the left, receipts on the right, the decision between them,
//! an inspector beside and the tie bar at the foot.
//!
//! Keys: arrows move, `Enter` ties, `X` refuses, `S` splits, `U` takes back. After a decision the
//! cursor stays where it was, so the next line stands under it.

mod by_hand;
mod decide;
mod inspector;
mod learned;
mod list;
mod waiting;

use leptos::prelude::*;
use tieout::session::Command;
use tieout::view::reconcile::{Choice, Hand, Overlap, ReconcileView, Show as List};
use tieout::view::{Query, View};
use tieout::words::{self, Args};
use wasm_bindgen::JsCast;

use super::Page;
use super::place::{Listing, Place};
use crate::app::parts::empty::empty;
use crate::app::parts::icon::icon;
use crate::app::parts::source_tag::source_tag;
use crate::app::parts::status::{Status, glyph};
use crate::app::parts::tie_bar::tie_bar;
use crate::app::platform::address::Address;
use crate::app::platform::keys::{self, Press};
use crate::app::state::{App, look, say, use_app};

pub static PAGE: Page = Page {
    route: "reconcile",
    icon: "reconcile",
    word: "nav-reconcile",
    tally: |frame| frame.reconcile,
    show: || view! { <Reconcile/> }.into_any(),
};

/// What all parts of the screen share.
#[derive(Clone, Copy)]
pub(super) struct Screen {
    pub app: App,
    pub place: Place,
    pub list: Listing,
    pub view: ReadSignal<Option<ReconcileView>>,
    /// Rows that the user put aside to tie by hand: key and name, of receipts and of items.
    pub picked: RwSignal<Picked>,
    pub hand: RwSignal<Option<Hand>>,
    pub bulk: RwSignal<bool>,
    /// The table of what was learned, while it is open.
    pub learned: RwSignal<Option<learned::Asked>>,
    /// What a pressed chip speaks of.
    pub framed: RwSignal<String>,
}

#[derive(Clone, PartialEq, Default)]
pub(super) struct Picked {
    pub receipts: Vec<String>,
    pub items: Vec<String>,
}

const FIRST_ROWS: u32 = 60;

impl Screen {
    pub fn at(self) -> u32 {
        self.list.pointing.cursor.get().0
    }

    pub fn go(self, at: u32) {
        self.framed.set(String::new());
        self.list.pointing.cursor.set((at, 0));
    }
}

#[component]
fn Reconcile() -> impl IntoView {
    let picked = RwSignal::new(Picked::default());
    let list = Listing::of("reconcile", FIRST_ROWS, || ());
    let hand = RwSignal::new(None::<Hand>);
    let learned = RwSignal::new(None::<learned::Asked>);
    let choose = move || Choice {
        from: list.window.get().0,
        rows: list.window.get().1,
        at: Some(list.pointing.cursor.get().0),
        hand: hand.get(),
        learned: learned.with(|asked| asked.as_ref().map(|asked| asked.typed.clone())),
        ..choice(list.place)
    };
    let view = look(
        move || Query::Reconcile(choose()),
        |view| match view {
            View::Reconcile(reconcile) => Some(*reconcile),
            _ => None,
        },
    );
    let screen = Screen {
        app: use_app(),
        place: list.place,
        list,
        view,
        picked,
        hand,
        bulk: RwSignal::new(false),
        learned,
        framed: RwSignal::new(String::new()),
    };
    keys::on_press(move |press| pressed(screen, press));
    let wanted = Memo::new(move |_| view.with(|v| v.as_ref().map(|v| v.wanted.clone())));
    let tie = Memo::new(move |_| view.with(|v| v.as_ref().and_then(|v| v.tie.clone())));
    view! {
        <h1 class="sr">{say("reconcile-title")}</h1>
        {move || match wanted.get() {
            None => ().into_any(),
            Some(wanted) if !wanted.is_empty() => lacking(wanted).into_any(),
            Some(_) => {
                view! {
                    {tools(screen)}
                    {list::list(screen)}
                    {inspector::inspector(screen)}
                    {move || tie.get().map(tie_bar)}
                    {decide::bulk_dialog(screen)}
                    {by_hand::dialog(screen)}
                    {learned::dialog(screen)}
                }
                    .into_any()
            }
        }}
    }
}

fn pressed(screen: Screen, press: &Press) -> bool {
    let total = screen.view.with_untracked(|v| v.as_ref().map_or(0, |v| v.total));
    let at = screen.list.pointing.cursor.get_untracked().0;
    match press.code.as_str() {
        "ArrowDown" if press.is("ArrowDown") => screen.go((at + 1).min(total.saturating_sub(1))),
        "ArrowUp" if press.is("ArrowUp") => screen.go(at.saturating_sub(1)),
        // A button or a link that has the focus uses Enter itself.
        "Enter" if press.is("Enter") && !on_control() => decide::tie(screen),
        "KeyX" if press.is("KeyX") => decide::refuse(screen),
        "KeyU" if press.is("KeyU") => decide::take_back(screen),
        "KeyS" if press.is("KeyS") => by_hand::split(screen),
        _ => return false,
    }
    true
}

fn on_control() -> bool {
    let at = document().active_element();
    at.is_some_and(|at| matches!(&*at.tag_name(), "BUTTON" | "A" | "SUMMARY" | "INPUT" | "SELECT"))
}

/// The choice as it stands in the address.
pub(super) fn choice(place: Place) -> Choice {
    Choice {
        show: match place.param("show").as_deref() {
            Some("tied") => List::Tied,
            Some("receipts") => List::OpenReceipts,
            Some("items") => List::OpenItems,
            Some("all") => List::All,
            _ => List::NeedsYou,
        },
        currency: place.param("currency"),
        pass: place.list("pass"),
        find: place.param("find").unwrap_or_default(),
        ..Choice::default()
    }
}

fn show_key(show: List) -> &'static str {
    match show {
        List::NeedsYou => "",
        List::Tied => "tied",
        List::OpenReceipts => "receipts",
        List::OpenItems => "items",
        List::All => "all",
    }
}

fn lacking(wanted: Vec<String>) -> impl IntoView {
    let items = wanted.into_iter().map(|what| view! { <li>{what}</li> }).collect_view();
    empty("reconcile-empty", "reconcile-empty.why", view! { <ul class="r-wants">{items}</ul> })
}

fn tools(screen: Screen) -> impl IntoView {
    let bulk = Memo::new(move |_| screen.view.with(|v| v.as_ref().map(|v| v.bulk.clone())));
    let count = move || bulk.with(|b| b.as_ref().map_or(0, |b| b.count));
    let all = move || {
        let args = Args::new().with("count", count());
        words::say(screen.app.lang.get(), "reconcile-tie-all", &args)
    };
    let find = move |event: web_sys::Event| {
        if let Some(input) =
            event.target().and_then(|t| t.dyn_into::<web_sys::HtmlInputElement>().ok())
        {
            screen.place.set("find", input.value().trim());
        }
    };
    let count_learned = Memo::new(move |_| {
        screen.view.with(|v| v.as_ref().map(|v| v.learned_count.clone()).unwrap_or_default())
    });
    view! {
        <div class="r-tools">
            <div class="bar-tools">
                {currencies(screen)}
                {tabs(screen)}
                {passes(screen)}
                <input
                    class="input r-find"
                    type="search"
                    placeholder=say("reconcile-find")
                    aria-label=say("reconcile-find")
                    prop:value=move || screen.place.param("find").unwrap_or_default()
                    on:change=find
                />
                <span class="spring"></span>
                <button
                    type="button"
                    class="btn"
                    disabled=move || count() == 0
                    on:click=move |_| screen.bulk.set(true)
                >
                    {all}
                </button>
                <button type="button" class="btn" on:click=move |_| learned::open(screen, "")>
                    {say("learned-open")}
                    <span class="num dim">{count_learned}</span>
                </button>
                <a
                    class="btn icon"
                    aria-label=say("nav-reports")
                    title=say("nav-reports")
                    href=Address::to("reports").with("section", "cash").hash()
                >
                    {icon("download", 15)}
                </a>
            </div>
            {by_hand::picked_bar(screen)}
            {waiting::waiting(screen)}
            {notes(screen)}
        </div>
    }
}

/// What is left out, what cannot be read, what a limit holds back, and decisions that found no rows.
fn notes(screen: Screen) -> impl IntoView {
    let lost = Memo::new(move |_| {
        screen.view.with(|v| v.as_ref().map(|v| v.lost.clone()).unwrap_or_default())
    });
    view! {
        {note(screen, |v| v.later.clone())}
        {note(screen, |v| v.unread.clone())}
        {note(screen, |v| v.held_back.clone())}
        {overlaps(screen)}
        <Show when=move || lost.with(|text| !text.is_empty())>
            <p class="r-lost row" role="status">
                {glyph(Status::Review)}
                <span class="grow">{move || lost.get()}</span>
            </p>
        </Show>
    }
}

/// Lines of files that overlap: what became of them, and the other way.
fn overlaps(screen: Screen) -> impl IntoView {
    let all = Memo::new(move |_| {
        screen.view.with(|v| v.as_ref().map(|v| v.overlaps.clone()).unwrap_or_default())
    });
    let one = move |one: Overlap| {
        let Overlap { text, sources, act, lines, count } = one;
        let decide = move |_| screen.app.act(Command::CountLines { lines: lines.clone(), count });
        view! {
            <div class="r-later row" role="note">
                <span class="grow">
                    {text} {sources.iter().map(|at| view! { " " {source_tag(at)} }).collect_view()}
                </span>
                <button type="button" class="btn small" on:click=decide>
                    {act}
                </button>
            </div>
        }
    };
    move || all.get().into_iter().map(one).collect_view()
}

fn note(screen: Screen, text: fn(&ReconcileView) -> String) -> impl IntoView {
    let text = Memo::new(move |_| screen.view.with(|v| v.as_ref().map(text).unwrap_or_default()));
    view! {
        <Show when=move || text.with(|text| !text.is_empty())>
            <p class="r-later" role="note">
                {move || text.get()}
            </p>
        </Show>
    }
}

fn tabs(screen: Screen) -> impl IntoView {
    let tabs = Memo::new(move |_| screen.view.with(|v| v.as_ref().map(|v| v.tabs.clone())));
    let tab = move |tab: tieout::view::reconcile::ShowTab| {
        let to = show_key(tab.show);
        view! {
            <button
                type="button"
                aria-pressed=if tab.on { "true" } else { "false" }
                on:click=move |_| screen.place.set("show", to)
            >
                {tab.word}
                <span class="num">{tab.count}</span>
            </button>
        }
    };
    view! {
        <span class="seg" role="group" aria-label=say("reconcile-show")>
            {move || tabs.get().unwrap_or_default().into_iter().map(tab).collect_view()}
        </span>
    }
}

/// One button a currency; nothing to choose where there is one.
fn currencies(screen: Screen) -> impl IntoView {
    let tabs = Memo::new(move |_| {
        screen.view.with(|v| v.as_ref().map(|v| v.currencies.clone()).unwrap_or_default())
    });
    let tab = move |tab: tieout::view::reconcile::CurrencyTab| {
        let (code, on) = (tab.code.clone(), tab.on);
        let mark = if tab.mark == "tied" { Status::Tied } else { Status::Partly };
        view! {
            <button
                type="button"
                aria-pressed=if on { "true" } else { "false" }
                on:click=move |_| screen.place.set("currency", if on { "" } else { &code })
            >
                {glyph(mark)}
                <span class="num">{tab.code}</span>
            </button>
        }
    };
    move || {
        let all = tabs.get();
        (all.len() > 1).then(|| {
            view! {
                <span class="seg" role="group" aria-label=say("reconcile-currency")>
                    {all.into_iter().map(tab).collect_view()}
                </span>
            }
        })
    }
}

fn passes(screen: Screen) -> impl IntoView {
    let passes = Memo::new(move |_| {
        screen.view.with(|v| v.as_ref().map(|v| v.passes.values.clone()).unwrap_or_default())
    });
    let choose = move |event| screen.place.set("pass", &event_target_value(&event));
    let option = |value: tieout::view::FacetValue| {
        let text = format!("{} ({})", value.label, value.count);
        view! {
            <option value=value.key selected=value.on>
                {text}
            </option>
        }
    };
    view! {
        <select class="select r-pass" aria-label=say("reconcile-by-pass") on:change=choose>
            <option value="" selected=move || screen.place.list("pass").is_empty()>
                {say("reconcile-by-pass")}
            </option>
            {move || passes.get().into_iter().map(option).collect_view()}
        </select>
    }
}
