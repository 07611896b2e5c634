//! A page's choice in the address, and where each page was left: going away and back finds the same
//! choice, the same rows selected, and the same place in every list.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use gloo::events::EventListener;
use leptos::html;
use leptos::prelude::*;

use crate::app::parts::grid::Pointing;
use crate::app::platform::address::Address;
use crate::app::state::use_app;

thread_local! {
    static LEFT: RefCell<BTreeMap<&'static str, Left>> = const { RefCell::new(BTreeMap::new()) };
}

/// How a page was left.
#[derive(Clone, Default)]
struct Left {
    address: Address,
    /// Pixels by the name of the list.
    scrolled: BTreeMap<&'static str, i32>,
    picked: Picked,
}

/// Positions mean nothing in another state of the data, so they are kept with its revision.
#[derive(Clone, Default)]
struct Picked {
    revision: u64,
    window: (u32, u32),
    selected: Vec<(u32, u32)>,
    cursor: (u32, u16),
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

/// A page with a list: the window that is asked for, and what the user points at.
#[derive(Clone, Copy)]
pub struct Listing {
    pub place: Place,
    pub window: RwSignal<(u32, u32)>,
    pub pointing: Pointing,
}

impl Place {
    pub fn of(route: &'static str) -> Place {
        let app = use_app();
        let now = app.address.get_untracked();
        let left = LEFT.with_borrow(|left| left.get(route).map(|left| left.address.clone()));
        let same = left.as_ref() == Some(&now);
        match left {
            Some(left) if now.params.is_empty() && now.route == route => {
                left.take_place();
                app.address.set(left);
            }
            _ if same => {}
            // Another choice: nothing of how the page was left belongs to it.
            // A page that never looks at its address is found again by it all the same.
            _ => LEFT.with_borrow_mut(|left| {
                left.insert(route, Left { address: now, ..Left::default() });
            }),
        }
        let address = Memo::new(move |before: Option<&Address>| {
            let now = app.address.get();
            if now.route == route {
                remember(route, |left| left.address = now.clone());
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

    /// Scrolls a list to where it was left once `ready` says that its rows are there, and follows it
    /// from then on. Call it where the list is made.
    pub fn keep_scroll(
        self,
        name: &'static str,
        element: NodeRef<html::Div>,
        ready: impl Fn() -> bool + 'static,
    ) {
        let route = self.route;
        let listener = StoredValue::new_local(None::<EventListener>);
        Effect::new(move || {
            let Some(list) = element.get() else { return };
            if !ready() || listener.with_value(Option::is_some) {
                return;
            }
            let was = LEFT.with_borrow(|left| {
                left.get(route).and_then(|left| left.scrolled.get(name).copied())
            });
            if let Some(px) = was {
                let list = list.clone();
                // The rows stand in the page from the next frame on.
                request_animation_frame(move || list.set_scroll_top(px));
            }
            let of = list.clone();
            let follow = EventListener::new(&list, "scroll", move |_| {
                // A list that is being taken away reports the top.
                if of.is_connected() {
                    let px = of.scroll_top();
                    remember(route, |left| {
                        left.scrolled.insert(name, px);
                    });
                }
            });
            listener.set_value(Some(follow));
        });
    }
}

impl Listing {
    /// `rows` is the first window. Another choice, and other data, begin at the top with nothing
    /// selected; `changed` says so to the page.
    pub fn of(route: &'static str, rows: u32, changed: impl Fn() + 'static) -> Listing {
        let app = use_app();
        let place = Place::of(route);
        let revision = app.revision.get_untracked();
        let picked = LEFT
            .with_borrow(|left| left.get(route).map(|left| left.picked.clone()))
            .filter(|picked| picked.revision == revision && picked.window.1 > 0)
            .unwrap_or(Picked { window: (0, rows), ..Picked::default() });
        let pointing = Pointing::at(picked.selected, picked.cursor);
        let list = Listing { place, window: RwSignal::new(picked.window), pointing };
        Effect::new(move |before: Option<Address>| {
            let now = place.address.get();
            if before.is_some_and(|before| before != now) {
                list.window.set((0, rows));
                pointing.clear();
                pointing.cursor.set((0, 0));
                changed();
            }
            now
        });
        Effect::new(move |before: Option<u64>| {
            let now = app.revision.get();
            if before.is_some_and(|before| before != now) {
                pointing.clear();
            }
            now
        });
        Effect::new(move || {
            let picked = Picked {
                revision: app.revision.get(),
                window: list.window.get(),
                selected: pointing.selected.get(),
                cursor: pointing.cursor.get(),
            };
            remember(route, |left| left.picked = picked);
        });
        list
    }

    /// Asks for another window. Not for the same one again: a scroller taller than any window would
    /// ask without end.
    pub fn ask(self, wanted: (u32, u32)) {
        if self.window.get_untracked() != wanted {
            self.window.set(wanted);
        }
    }
}

fn remember(route: &'static str, change: impl FnOnce(&mut Left)) {
    LEFT.with_borrow_mut(|left| change(left.entry(route).or_default()));
}
