//! The files screen.

use leptos::prelude::*;

use super::Page;
use crate::app::state::say;

pub static PAGE: Page = Page {
    route: "files",
    icon: "files",
    word: "nav-files",
    tally: |frame| frame.files_asking,
    show: || view! { <Files/> }.into_any(),
};

#[component]
fn Files() -> impl IntoView {
    view! {
        <header class="bar-tools">
            <h1>{say("nav-files")}</h1>
        </header>
    }
}
