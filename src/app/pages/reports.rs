//! The reports screen.

use leptos::prelude::*;

use super::Page;
use crate::app::state::say;

pub static PAGE: Page = Page {
    route: "reports",
    icon: "reports",
    word: "nav-reports",
    tally: |_| 0,
    show: || view! { <Reports/> }.into_any(),
};

#[component]
fn Reports() -> impl IntoView {
    view! {
        <header class="bar-tools">
            <h1>{say("nav-reports")}</h1>
        </header>
    }
}
