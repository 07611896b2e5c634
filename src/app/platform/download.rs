//! Saving a file: a blob behind an anchor, clicked once. One file a click; browsers silently drop
//! the second.

use js_sys::ArrayBuffer;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// How long the address stays alive after the click: the browser reads it in its own time.
const KEPT_MS: u32 = 60_000;

/// `false` if the browser would not take it.
pub fn save(name: &str, media_type: &str, bytes: &ArrayBuffer) -> bool {
    offer(name, media_type, bytes).is_ok()
}

fn offer(name: &str, media_type: &str, bytes: &ArrayBuffer) -> Result<(), JsValue> {
    let kind = BlobPropertyBag::new();
    kind.set_type(media_type);
    let parts = js_sys::Array::of1(bytes);
    let blob = Blob::new_with_buffer_source_sequence_and_options(&parts, &kind)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let document = web_sys::window().and_then(|w| w.document()).ok_or(JsValue::NULL)?;
    let anchor: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    anchor.set_href(&url);
    anchor.set_download(name);
    anchor.click();
    gloo::timers::callback::Timeout::new(KEPT_MS, move || {
        // A failure to free the address costs only memory.
        let _ = Url::revoke_object_url(&url);
    })
    .forget();
    Ok(())
}
