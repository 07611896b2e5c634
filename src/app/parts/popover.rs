//! A popover on the browser's own `popover`: a button opens it, Escape or a click outside closes it.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// The floating part; a button with `popovertarget=id` opens it and anchors it by its id.
#[component]
pub fn Popover(
    id: &'static str,
    #[prop(into)] label: Signal<String>,
    #[prop(default = "pop")] class: &'static str,
    children: Children,
) -> impl IntoView {
    view! {
        <div id=id class=class popover="auto" role="dialog" aria-label=move || label.get()>
            {children()}
        </div>
    }
}

/// Closes a popover that is open.
pub fn close(id: &str) {
    let element = document().get_element_by_id(id).and_then(|e| e.dyn_into::<HtmlElement>().ok());
    if let Some(element) = element {
        // Fails only when it is closed already.
        let _ = element.hide_popover();
    }
}
