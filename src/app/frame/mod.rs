//! The frame around every screen: rail, top bar, status bar, and the panels that float over it.

mod rail;

use leptos::prelude::*;

use super::pages;
use super::parts::toast::ToastPlace;
use super::state::{say, use_app};

#[component]
pub fn Shell() -> impl IntoView {
    let app = use_app();
    let route = Memo::new(move |_| pages::page(&app.address.get().route).route);
    view! {
        <a class="skip" href="#main">{say("skip")}</a>
        <div class="shell">
            <rail::Rail/>
            <header class="top"></header>
            <main id="main" class=move || format!("work w-{}", route.get()) tabindex="-1">
                {move || (pages::page(route.get()).show)()}
            </main>
            <footer class="status"></footer>
        </div>
        <ToastPlace/>
        <p class="sr" role="status" aria-live="polite">{move || app.spoken.get()}</p>
    }
}
