//! Links never leave. Every click on one is caught: an address of the page becomes a move inside
//! it, anything else is not followed (in a sealed page it would replace the work by an error).

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, MouseEvent};

use super::address;

pub fn catch_all() {
    let Some(document) = web_sys::window().and_then(|w| w.document()) else { return };
    gloo::events::EventListener::new_with_options(
        &document,
        "click",
        gloo::events::EventListenerOptions::enable_prevent_default(),
        |event| {
            let Some(event) = event.dyn_ref::<MouseEvent>() else { return };
            let link = event
                .target()
                .and_then(|target| target.dyn_into::<Element>().ok())
                .and_then(|element| element.closest("a[href]").ok().flatten());
            let Some(link) = link else { return };
            event.prevent_default();
            let href = link.get_attribute("href").unwrap_or_default();
            if href.starts_with("#/") {
                address::set_hash(&href);
            } else if let Some(id) = href.strip_prefix('#') {
                focus(id);
            }
        },
    )
    .forget();
}

fn focus(id: &str) {
    let element = web_sys::window()
        .and_then(|w| w.document())
        .and_then(|d| d.get_element_by_id(id))
        .and_then(|e| e.dyn_into::<HtmlElement>().ok());
    if let Some(element) = element {
        element.scroll_into_view();
        // An element that cannot take focus stays as it is.
        let _ = element.focus();
    }
}
