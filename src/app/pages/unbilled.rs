//! The unbilled screen.

use leptos::prelude::*;

use super::Page;
use crate::app::state::say;

pub static PAGE: Page = Page {
    route: "unbilled",
    icon: "unbilled",
    word: "nav-unbilled",
    tally: |frame| frame.unbilled,
    show: || view! { <Unbilled/> }.into_any(),
};

#[component]
fn Unbilled() -> impl IntoView {
    view! {
        <header class="bar-tools">
            <h1>{say("nav-unbilled")}</h1>
        </header>
    }
}
