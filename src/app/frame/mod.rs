//! The frame around every screen: rail, top bar, status bar, and the panels that float over it.

mod palette;
mod privacy;
mod rail;
mod session;
mod shortcuts;
mod status_bar;
mod top_bar;

pub use status_bar::{cancel_matching, stage_word};

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use super::actions;
use super::intake::use_intake;
use super::pages;
use super::parts::toast::ToastPlace;
use super::state::{Panel, say, use_app};

#[component]
pub fn Shell() -> impl IntoView {
    let app = use_app();
    let intake = use_intake();
    actions::listen();
    let route = Memo::new(move |_| pages::page(&app.address.get().route).route);
    Effect::new(move || {
        let page = pages::page(route.get());
        let name = tieout::words::text(app.lang.get(), page.word);
        document().set_title(&format!("{name} – Tieout"));
    });
    view! {
        <a class="skip" href="#main">{say("skip")}</a>
        <div class="shell">
            <rail::Rail/>
            <top_bar::TopBar/>
            <main id="main" class=move || format!("work w-{}", route.get()) tabindex="-1">
                {move || {
                    app.note.set(String::new());
                    (pages::page(route.get()).show)()
                }}
                <Show when=move || intake.dragging.get()>
                    <div class="drop-frame">
                        <div class="drop-say">
                            <strong>{say("drop-title")}</strong>
                            <span>{say("drop-says")} " " <kbd>"Esc"</kbd></span>
                        </div>
                    </div>
                </Show>
            </main>
            <status_bar::StatusBar/>
        </div>
        <FileInputs/>
        <palette::Palette/>
        <shortcuts::Shortcuts/>
        <privacy::Privacy/>
        <session::Session/>
        <ToastPlace/>
        <p class="sr" role="status" aria-live="polite">{move || app.spoken.get()}</p>
    }
}

/// One signal for each panel, so that `<dialog>` can close itself.
fn panel(which: Panel) -> RwSignal<bool> {
    let app = use_app();
    let open = RwSignal::new(false);
    Effect::new(move || open.set(app.panel.get() == Some(which)));
    Effect::new(move |before: Option<bool>| {
        let now = open.get();
        if before == Some(true) && !now && app.panel.get_untracked() == Some(which) {
            app.panel.set(None);
        }
        now
    });
    open
}

/// The browser's own choosers; buttons anywhere click them.
#[component]
fn FileInputs() -> impl IntoView {
    let intake = use_intake();
    let chosen = move |event: web_sys::Event| {
        if let Some(input) = input_of(&event) {
            intake.add_list(input.files());
            // So that choosing the same file again is a change again.
            input.set_value("");
        }
    };
    let session_chosen = move |event: web_sys::Event| {
        if let Some(input) = input_of(&event) {
            if let Some(file) = input.files().and_then(|files| files.get(0)) {
                intake.open_session(file);
            }
            input.set_value("");
        }
    };
    view! {
        <input id="choose-files" type="file" multiple hidden on:change=chosen/>
        <input id="choose-session" type="file" accept=".json" hidden on:change=session_chosen/>
    }
}

fn input_of(event: &web_sys::Event) -> Option<HtmlInputElement> {
    event.target()?.dyn_into().ok()
}
