//! The page. It sends commands and queries, and places ready rows; it never holds a table and never
//! adds two amounts.

mod actions;
mod frame;
mod intake;
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
    intake::provide();
    let intake = intake::use_intake();
    platform::drop::listen(
        intake.dragging,
        move |files| intake.add_list(files),
        move |text| intake.paste(text),
    );
    view! { <frame::Shell/> }
}
