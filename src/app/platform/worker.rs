//! Starting a worker from a blob: the same module, posted to it and instantiated there.
//!
//! A blob because a worker with an address of its own would be a request, and cannot start from a
//! file share. The text comes from the start script (`public/start.js`, or the single file's own).

use wasm_bindgen::prelude::*;
use web_sys::{Blob, BlobPropertyBag, MessageEvent, Url, WorkerOptions};

use crate::worker::Role;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = tieoutWorkerText)]
    fn worker_text() -> String;
}

/// A running worker with its listeners; dropping it ends the worker.
pub struct Worker {
    inner: web_sys::Worker,
    /// Kept while the worker lives, which may start one of its own from it.
    address: String,
    _heard: Closure<dyn FnMut(MessageEvent)>,
    _died: Closure<dyn FnMut(web_sys::Event)>,
}

impl Worker {
    /// `heard` gets the text of each message and the buffer beside it; `died` is called when the
    /// worker failed and will not answer any more.
    pub fn start(
        role: Role,
        mut heard: impl FnMut(String, Option<js_sys::ArrayBuffer>) + 'static,
        mut died: impl FnMut() + 'static,
    ) -> Result<Worker, JsValue> {
        let kind = BlobPropertyBag::new();
        kind.set_type("text/javascript");
        let text = js_sys::Array::of1(&JsValue::from_str(&worker_text()));
        let address = Url::create_object_url_with_blob(&Blob::new_with_str_sequence_and_options(
            &text, &kind,
        )?)?;
        let options = WorkerOptions::new();
        options.set_name(role.name());
        let inner = web_sys::Worker::new_with_options(&address, &options)?;
        let heard = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let parts = js_sys::Array::from(&event.data());
            let buffer = parts.get(1).dyn_into::<js_sys::ArrayBuffer>().ok();
            heard(parts.get(0).as_string().unwrap_or_default(), buffer);
        });
        let died = Closure::<dyn FnMut(web_sys::Event)>::new(move |event: web_sys::Event| {
            event.prevent_default();
            died();
        });
        inner.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        inner.set_onerror(Some(died.as_ref().unchecked_ref()));
        inner.set_onmessageerror(Some(died.as_ref().unchecked_ref()));
        inner.post_message(&wasm_bindgen::module())?;
        Ok(Worker { inner, address, _heard: heard, _died: died })
    }

    /// The text, and the buffer beside it, which is moved.
    pub fn post(&self, text: &str, bytes: Option<&js_sys::ArrayBuffer>) -> Result<(), JsValue> {
        let parts = js_sys::Array::of1(&JsValue::from_str(text));
        let moved = js_sys::Array::new();
        if let Some(bytes) = bytes {
            parts.push(bytes);
            moved.push(bytes);
        }
        self.inner.post_message_with_transfer(&parts, &moved)
    }

    /// The text, and a file beside it, whose bytes stay where they are until the worker opens it.
    pub fn post_file(&self, text: &str, file: &web_sys::File) -> Result<(), JsValue> {
        self.inner.post_message(&js_sys::Array::of2(&JsValue::from_str(text), file))
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.inner.set_onmessage(None);
        self.inner.set_onerror(None);
        self.inner.set_onmessageerror(None);
        self.inner.terminate();
        // A failure to free it costs nothing.
        let _ = Url::revoke_object_url(&self.address);
    }
}
