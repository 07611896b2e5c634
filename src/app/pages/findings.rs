//! The findings screen.

use leptos::prelude::*;

use super::Page;
use crate::app::state::say;

pub static PAGE: Page = Page {
    route: "findings",
    icon: "findings",
    word: "nav-findings",
    tally: |frame| frame.findings_open,
    show: || view! { <Findings/> }.into_any(),
};

#[component]
fn Findings() -> impl IntoView {
    view! {
        <header class="bar-tools">
            <h1>{say("nav-findings")}</h1>
        </header>
    }
}
