//! A page's choice in the address, and where each page was left: going away and back keeps it.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use leptos::prelude::*;

use crate::app::platform::address::Address;
use crate::app::state::use_app;

thread_local! {
    static LEFT: RefCell<BTreeMap<&'static str, Address>> = const { RefCell::new(BTreeMap::new()) };
}

/// Between the values of a list: no file or client name holds a line break.
const BETWEEN: char = '\n';

/// The address of one page. Called once when the page is shown: an address without a choice takes
/// up the one that the page was left with.
#[derive(Clone, Copy)]
pub struct Place {
    route: &'static str,
    pub address: Memo<Address>,
}

impl Place {
    pub fn of(route: &'static str) -> Place {
        let app = use_app();
        let left = LEFT.with_borrow(|left| left.get(route).cloned());
        let now = app.address.get_untracked();
        if let Some(left) = left.filter(|_| now.params.is_empty() && now.route == route) {
            left.go();
        }
        let address = Memo::new(move |before: Option<&Address>| {
            let now = app.address.get();
            if now.route == route {
                LEFT.with_borrow_mut(|left| left.insert(route, now.clone()));
                return now;
            }
            // On the way to another page this one still shows what it showed.
            before.cloned().unwrap_or_else(|| Address::to(route))
        });
        Place { route, address }
    }

    pub fn param(self, name: &str) -> Option<String> {
        self.address.with(|address| address.param(name).map(str::to_owned))
    }

    pub fn list(self, name: &str) -> BTreeSet<String> {
        let text = self.param(name).unwrap_or_default();
        text.split(BETWEEN).filter(|part| !part.is_empty()).map(str::to_owned).collect()
    }

    /// Goes to the same page with one parameter changed; empty takes it away.
    pub fn set(self, name: &str, value: &str) {
        let now = self.address.get_untracked();
        let next = match value {
            "" => now.without(name),
            value => now.with(name, value),
        };
        next.go();
    }

    pub fn toggle(self, name: &str, value: &str) {
        let mut list = untrack(|| self.list(name));
        if !list.remove(value) {
            list.insert(value.to_owned());
        }
        let joined: Vec<String> = list.into_iter().collect();
        self.set(name, &joined.join(&BETWEEN.to_string()));
    }

    pub fn clear(self) {
        LEFT.with_borrow_mut(|left| left.remove(self.route));
        Address::to(self.route).go();
    }
}
