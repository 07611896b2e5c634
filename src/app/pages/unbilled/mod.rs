//! The unbilled screen: roll-forward and owners, the open jobs in groups, the tie bar at the foot.
//!
//! Keys: `R` sets the reason of the selected jobs; arrows, Home, End and the page keys move.

mod actions;
mod band;
mod list;
mod sheets;

use leptos::prelude::*;
use tieout::view::unbilled::{By, Choice, Show as List, UnbilledView};
use tieout::view::{Query, View};
use tieout::words::{self, Args, Lang};

use super::Page;
use super::place::{Listing, Place};
use crate::app::parts::empty::empty;
use crate::app::parts::grid::Pointing;
use crate::app::parts::icon::icon;
use crate::app::parts::status::{Status, glyph};
use crate::app::parts::tie_bar::tie_bar;
use crate::app::platform::address::Address;
use crate::app::platform::keys;
use crate::app::state::{App, look, say, use_app};

pub static PAGE: Page = Page {
    route: "unbilled",
    icon: "unbilled",
    word: "nav-unbilled",
    tally: |frame| frame.unbilled,
    show: || view! { <Unbilled/> }.into_any(),
};

/// What all parts of the screen share.
#[derive(Clone, Copy)]
pub(super) struct Screen {
    pub app: App,
    pub place: Place,
    pub list: Listing,
    pub view: ReadSignal<Option<UnbilledView>>,
    pub pointing: Pointing,
    /// The language of the e-mail text while its dialog is open.
    pub mail: RwSignal<Option<Lang>>,
    pub setting: RwSignal<bool>,
}

const FIRST_ROWS: u32 = 120;

#[component]
fn Unbilled() -> impl IntoView {
    let list = Listing::of("unbilled", FIRST_ROWS, || ());
    let mail = RwSignal::new(None);
    let choose = move || Choice {
        from: list.window.get().0,
        rows: list.window.get().1,
        selected: list.pointing.selected.get(),
        mail: mail.get(),
        ..choice(list.place)
    };
    let view = look(
        move || Query::Unbilled(choose()),
        |view| match view {
            View::Unbilled(unbilled) => Some(unbilled),
            _ => None,
        },
    );
    let screen = Screen {
        app: use_app(),
        place: list.place,
        list,
        view,
        pointing: list.pointing,
        mail,
        setting: RwSignal::new(false),
    };
    keys::on_press(move |press| {
        let is_r = press.is("KeyR");
        if is_r {
            actions::set_reason(screen);
        }
        is_r
    });
    let wanted = Memo::new(move |_| view.with(|v| v.as_ref().map(|v| v.wanted.clone())));
    let lacks = move || {
        let text = view.with(|v| v.as_ref().map(|v| v.no_invoices.clone())).unwrap_or_default();
        (!text.is_empty()).then(|| no_invoices(text))
    };
    let tie = Memo::new(move |_| view.with(|v| v.as_ref().and_then(|v| v.tie.clone())));
    let sheet = Memo::new(move |_| view.with(|v| v.as_ref().and_then(|v| v.sheet.clone())));
    view! {
        <h1 class="sr">{say("unbilled-title")}</h1>
        {move || match wanted.get() {
            None => ().into_any(),
            Some(wanted) if !wanted.is_empty() => lacking(wanted).into_any(),
            Some(_) => {
                view! {
                    <div class="u-head">{lacks} {band::band(screen)}</div>
                    {tools(screen)}
                    {move || match sheet.get() {
                        Some(of) => sheets::sheet(screen, of).into_any(),
                        None => list::list(screen).into_any(),
                    }}
                    {move || tie.get().map(tie_bar)}
                    {actions::dialogs(screen)}
                }
                    .into_any()
            }
        }}
    }
}

/// The choice as it stands in the address.
pub(super) fn choice(place: Place) -> Choice {
    Choice {
        show: match place.param("show").as_deref() {
            Some("partly") => List::PartlyBilled,
            Some("twice") => List::BilledTwice,
            Some("without-job") => List::WithoutJob,
            Some("billed") => List::Billed,
            Some("cancelled") => List::Cancelled,
            Some("roll-forward") => List::RollForward,
            Some("readiness") => List::Readiness,
            _ => List::Open,
        },
        by: match place.param("by").as_deref() {
            Some("reason") => By::Reason,
            Some("client") => By::Client,
            _ => By::Standing,
        },
        owner: place.param("owner"),
        reason: place.param("reason"),
        client: place.param("client"),
        ..Choice::default()
    }
}

fn show_key(show: List) -> &'static str {
    match show {
        List::Open => "",
        List::PartlyBilled => "partly",
        List::BilledTwice => "twice",
        List::WithoutJob => "without-job",
        List::Billed => "billed",
        List::Cancelled => "cancelled",
        List::RollForward => "roll-forward",
        List::Readiness => "readiness",
    }
}

fn no_invoices(text: String) -> impl IntoView {
    view! {
        <p class="u-lacks row" role="status">
            {glyph(Status::Review)}
            <span class="grow">{text}</span>
            <a class="btn small" href=Address::to("files").hash()>
                {say("overview-empty.go")}
            </a>
        </p>
    }
}

fn lacking(wanted: Vec<String>) -> impl IntoView {
    let items = wanted.into_iter().map(|what| view! { <li>{what}</li> }).collect_view();
    empty("unbilled-empty", "unbilled-empty.why", view! { <ul>{items}</ul> })
}

fn tools(screen: Screen) -> impl IntoView {
    let place = screen.place;
    let tabs = Memo::new(move |_| screen.view.with(|v| v.as_ref().map(|v| v.tabs.clone())));
    let is_open = move || choice(place).show == List::Open;
    let by = move |key: &'static str, of: By, word: &'static str| {
        let pressed = move || if choice(place).by == of { "true" } else { "false" };
        view! {
            <button type="button" aria-pressed=pressed on:click=move |_| place.set("by", key)>
                {say(word)}
            </button>
        }
    };
    view! {
        <div class="bar-tools">
            <span class="seg" role="group" aria-label=say("unbilled-show")>
                {move || {
                    tabs.get()
                        .unwrap_or_default()
                        .into_iter()
                        .map(|tab| {
                            let to = show_key(tab.show);
                            view! {
                                <button
                                    type="button"
                                    aria-pressed=if tab.on { "true" } else { "false" }
                                    on:click=move |_| place.set("show", to)
                                >
                                    {tab.word}
                                    <span class="num">{tab.count}</span>
                                </button>
                            }
                        })
                        .collect_view()
                }}
            </span>
            <Show when=is_open>
                <span class="seg" role="group" aria-label=say("unbilled-group")>
                    {by("", By::Standing, "unbilled-by-standing")}
                    {by("reason", By::Reason, "unbilled-by-reason")}
                    {by("client", By::Client, "unbilled-by-client")}
                </span>
            </Show>
            {filters(screen)}
            <span class="spring"></span>
            <button type="button" class="btn" on:click=move |_| actions::set_reason(screen)>
                {say("unbilled-set-reason")}
                <kbd>"R"</kbd>
            </button>
            <button type="button" class="btn" on:click=move |_| actions::write_mail(screen)>
                {say("unbilled-mail")}
            </button>
            <a class="btn" href=Address::to("reports").with("section", "unbilled").hash()>
                {icon("download", 15)}
                {say("nav-reports")}
            </a>
        </div>
    }
}

/// What the list is narrowed to, each with a way back.
fn filters(screen: Screen) -> impl IntoView {
    let (app, place) = (screen.app, screen.place);
    move || {
        ["owner", "reason", "client"]
            .into_iter()
            .filter_map(|name| {
                let value = place.param(name)?;
                let what = match name {
                    "client" => value,
                    _ => words::text(app.lang.get(), &value),
                };
                let args = Args::new().with("what", what);
                let text = words::say(app.lang.get(), "unbilled-filter", &args);
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
