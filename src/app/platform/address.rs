//! Where the page is: the part of the address after `#`, as a route and its parameters.
//! `#/findings?rule=PRC-03&open=12`. A hash, because a page on a file share has no server paths.

use std::collections::BTreeMap;

use wasm_bindgen::JsValue;

#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Address {
    pub route: String,
    pub params: BTreeMap<String, String>,
}

impl Address {
    pub fn to(route: &str) -> Address {
        Address { route: route.to_owned(), params: BTreeMap::new() }
    }

    pub fn with(mut self, name: &str, value: impl Into<String>) -> Address {
        self.params.insert(name.to_owned(), value.into());
        self
    }

    pub fn without(mut self, name: &str) -> Address {
        self.params.remove(name);
        self
    }

    pub fn param(&self, name: &str) -> Option<&str> {
        self.params.get(name).map(String::as_str)
    }

    /// Where the browser is now.
    pub fn now() -> Address {
        let hash = web_sys::window().and_then(|w| w.location().hash().ok()).unwrap_or_default();
        Address::parse(&hash)
    }

    pub fn parse(hash: &str) -> Address {
        let hash = hash.trim_start_matches('#').trim_start_matches('/');
        let (route, query) = hash.split_once('?').unwrap_or((hash, ""));
        let params = query
            .split('&')
            .filter_map(|pair| pair.split_once('='))
            .map(|(name, value)| (decode(name), decode(value)))
            .collect();
        Address { route: route.to_owned(), params }
    }

    /// The text for a link or the browser's address.
    pub fn hash(&self) -> String {
        let mut text = format!("#/{}", self.route);
        for (i, (name, value)) in self.params.iter().enumerate() {
            text.push(if i == 0 { '?' } else { '&' });
            text.push_str(&encode(name));
            text.push('=');
            text.push_str(&encode(value));
        }
        text
    }

    /// Goes there, with a step back in the browser's history.
    pub fn go(&self) {
        set_hash(&self.hash());
    }

    /// Goes there in the place of the present step of the browser's history.
    pub fn take_place(&self) {
        let history = web_sys::window().and_then(|window| window.history().ok());
        let replaced = history.is_some_and(|history| {
            history.replace_state_with_url(&JsValue::NULL, "", Some(&self.hash())).is_ok()
        });
        // A sealed page has no address of its own to replace.
        if !replaced {
            self.go();
        }
    }
}

pub(super) fn set_hash(hash: &str) {
    if let Some(window) = web_sys::window() {
        // Refused only in a page that is being left.
        let _ = window.location().set_hash(hash);
    }
}

fn encode(text: &str) -> String {
    js_sys::encode_uri_component(text).into()
}

fn decode(text: &str) -> String {
    js_sys::decode_uri_component(text)
        .map_or_else(|_: JsValue| text.to_owned(), |decoded| decoded.into())
}
