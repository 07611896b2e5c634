//! Icons: a name in the sprite `public/icons.svg`. Always beside a word or under a label.

use leptos::prelude::*;

/// `icon("files", 18)`. Decoration for a screen reader: the word beside it is the name.
pub fn icon(name: &str, size: u8) -> impl IntoView + use<> {
    let href = format!("#i-{name}");
    view! {
        <svg width=size.to_string() height=size.to_string() aria-hidden="true">
            <use href=href></use>
        </svg>
    }
}
