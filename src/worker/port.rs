//! The worker's side of the message port: one JSON text and, beside it, at most one buffer or file.

use js_sys::{Array, ArrayBuffer};
use serde::Serialize;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// Calls `take` with the text of each message and what lies beside it, for the life of the worker.
pub(super) fn listen(mut take: impl FnMut(String, JsValue) + 'static) {
    let heard = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let (text, beside) = parts(&event);
        take(text, beside);
    });
    scope().set_onmessage(Some(heard.as_ref().unchecked_ref()));
    heard.forget();
}

/// The text of a message and what lies beside it.
pub(super) fn parts(event: &MessageEvent) -> (String, JsValue) {
    let parts = Array::from(&event.data());
    (parts.get(0).as_string().unwrap_or_default(), parts.get(1))
}

pub(super) fn post(message: &impl Serialize, buffer: Option<ArrayBuffer>) {
    let (parts, moved) = packed(message, buffer);
    if scope().post_message_with_transfer(&parts, &moved).is_err() {
        // Only a buffer that cannot be moved fails; the page's watch on this worker speaks of it.
        wasm_bindgen::throw_str("message could not be posted");
    }
}

/// A message, and what of it is moved.
pub(super) fn packed(message: &impl Serialize, buffer: Option<ArrayBuffer>) -> (Array, Array) {
    // Messages are plain data: they always have a JSON form.
    let text = serde_json::to_string(message).unwrap_or_default();
    let parts = Array::of1(&JsValue::from_str(&text));
    let moved = Array::new();
    if let Some(buffer) = buffer {
        parts.push(&buffer);
        moved.push(&buffer);
    }
    (parts, moved)
}

/// Where this worker's own text stands, for as long as it lives.
pub(super) fn own_address() -> String {
    scope().location().href()
}

pub(super) fn now_ms() -> f64 {
    scope().performance().map_or(0.0, |clock| clock.now())
}

fn scope() -> DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}
