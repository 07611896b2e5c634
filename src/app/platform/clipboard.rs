//! Copying: a copy event that sets plain text and a table, since the newer clipboard interface is
//! denied in a sealed page. Reading the clipboard is left to the user's own Ctrl V.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{ClipboardEvent, HtmlDocument};

/// `true` if the browser took it. `html` may be empty.
pub fn copy(plain: &str, html: &str) -> bool {
    let Some(document) = web_sys::window().and_then(|w| w.document()) else { return false };
    let (plain, html) = (plain.to_owned(), html.to_owned());
    let fill = Closure::<dyn FnMut(ClipboardEvent)>::new(move |event: ClipboardEvent| {
        let Some(data) = event.clipboard_data() else { return };
        let took = data.set_data("text/plain", &plain).is_ok();
        if !html.is_empty() {
            // Plain text alone is still a copy.
            let _ = data.set_data("text/html", &html);
        }
        if took {
            event.prevent_default();
            event.stop_propagation();
        }
    });
    let listener = fill.as_ref().unchecked_ref();
    if document.add_event_listener_with_callback_and_bool("copy", listener, true).is_err() {
        return false;
    }
    let copied = document.unchecked_ref::<HtmlDocument>().exec_command("copy").unwrap_or(false);
    // The listener dies with this function either way.
    let _ = document.remove_event_listener_with_callback_and_bool("copy", listener, true);
    copied
}
