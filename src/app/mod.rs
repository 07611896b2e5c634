//! The page. It sends commands and queries, and places ready rows; it never holds a table and never
//! adds two amounts.

mod frame;
mod pages;
mod parts;
mod platform;
mod state;

use leptos::prelude::*;

/// Puts the page into the document; called once.
pub fn mount() {
    platform::links::catch_all();
    platform::keys::listen();
    leptos::mount::mount_to_body(Root);
}

#[component]
fn Root() -> impl IntoView {
    state::provide();
    view! { <frame::Shell/> }
}
