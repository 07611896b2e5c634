//! The overview screen.

use leptos::prelude::*;

use super::Page;
use crate::app::state::say;

pub static PAGE: Page = Page {
    route: "overview",
    icon: "overview",
    word: "nav-overview",
    tally: |_| 0,
    show: || view! { <Overview/> }.into_any(),
};

#[component]
fn Overview() -> impl IntoView {
    view! {
        <header class="bar-tools">
            <h1>{say("nav-overview")}</h1>
        </header>
    }
}
