//! Calling back as soon as the messages that wait have been heard.
//!
//! Not by a timer: where one starts the next, browsers hold each back by four milliseconds (HTML
//! standard, timers, nesting level), which is a sixth of what a turn of derivation takes.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    type MessageChannel;
    #[wasm_bindgen(constructor)]
    fn new() -> MessageChannel;
    #[wasm_bindgen(method, getter)]
    fn port1(this: &MessageChannel) -> Port;
    #[wasm_bindgen(method, getter)]
    fn port2(this: &MessageChannel) -> Port;

    type Port;
    #[wasm_bindgen(method, setter)]
    fn set_onmessage(this: &Port, heard: &js_sys::Function);
    #[wasm_bindgen(method, js_name = postMessage)]
    fn post(this: &Port, message: &JsValue);
}

/// What is called, each time it is asked for.
pub(super) struct Soon {
    to: Port,
    _heard: Closure<dyn FnMut()>,
}

impl Soon {
    pub(super) fn new(call: impl FnMut() + 'static) -> Soon {
        let channel = MessageChannel::new();
        let heard = Closure::<dyn FnMut()>::new(call);
        channel.port1().set_onmessage(heard.as_ref().unchecked_ref());
        Soon { to: channel.port2(), _heard: heard }
    }

    pub(super) fn call(&self) {
        self.to.post(&JsValue::NULL);
    }
}
