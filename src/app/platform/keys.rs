//! Keys follow the physical key, so that they work under a Korean or Chinese input method, and
//! rest while one composes.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

/// One key press, without the layout.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Press {
    /// `KeyZ`, `Digit1`, `ArrowDown`, `Escape` …
    pub code: String,
    /// Control, or Command on a Mac.
    pub ctrl: bool,
    pub shift: bool,
    pub alt: bool,
    /// What the layout makes of it, for marks such as `?` whose place differs.
    pub mark: String,
}

impl Press {
    /// The key alone, without Control, Alt or Shift.
    pub fn is(&self, code: &str) -> bool {
        self.code == code && !self.ctrl && !self.alt && !self.shift
    }

    pub fn is_ctrl(&self, code: &str) -> bool {
        self.code == code && self.ctrl && !self.alt && !self.shift
    }
}

type Take = Rc<RefCell<dyn FnMut(&Press) -> bool>>;

thread_local! {
    static TAKERS: RefCell<Vec<(u32, Take)>> = const { RefCell::new(Vec::new()) };
}

/// Registers for key presses until the component goes; the latest registered is asked first. It
/// returns `true` for a press that it took. Plain keys rest while a text field has the focus, and
/// all of them while a dialog is open.
pub fn on_press(take: impl FnMut(&Press) -> bool + 'static) {
    let id = TAKERS.with_borrow_mut(|takers| {
        let id = takers.last().map_or(1, |(id, _)| id + 1);
        takers.push((id, Rc::new(RefCell::new(take))));
        id
    });
    leptos::prelude::on_cleanup(move || {
        TAKERS.with_borrow_mut(|takers| takers.retain(|(of, _)| *of != id));
    });
}

/// Starts to listen; called once.
pub fn listen() {
    let Some(window) = web_sys::window() else { return };
    gloo::events::EventListener::new_with_options(
        &window,
        "keydown",
        gloo::events::EventListenerOptions::enable_prevent_default(),
        |event| {
            let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
            // 229: a browser that does not say that it composes.
            if event.is_composing() || event.key_code() == 229 || event.default_prevented() {
                return;
            }
            let press = Press {
                code: event.code(),
                ctrl: event.ctrl_key() || event.meta_key(),
                shift: event.shift_key(),
                alt: event.alt_key(),
                mark: event.key(),
            };
            if rests(&press) {
                return;
            }
            if give(&press) {
                event.prevent_default();
            }
        },
    )
    .forget();
}

fn give(press: &Press) -> bool {
    // A copy of the list: a taker may open a page that registers its own, or close its own.
    let asked: Vec<(u32, Take)> = TAKERS.with_borrow(Clone::clone);
    asked.iter().rev().any(|(id, take)| {
        let there = TAKERS.with_borrow(|takers| takers.iter().any(|(of, _)| of == id));
        there && take.try_borrow_mut().is_ok_and(|mut take| take(press))
    })
}

fn rests(press: &Press) -> bool {
    let Some(document) = web_sys::window().and_then(|w| w.document()) else { return true };
    if document.query_selector("dialog[open]").ok().flatten().is_some() {
        return true;
    }
    let typing = document.active_element().is_some_and(|at: Element| {
        let free = ["checkbox", "radio", "button"];
        match at.tag_name().as_str() {
            "INPUT" => !free.contains(&at.get_attribute("type").unwrap_or_default().as_str()),
            "TEXTAREA" | "SELECT" => true,
            _ => false,
        }
    });
    // In a field Ctrl Z takes back typing, not a decision; only Ctrl K reaches the page from there.
    typing && !(press.is_ctrl("KeyK") || press.alt)
}
