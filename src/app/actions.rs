//! What can be done from anywhere: one list for the keys, the palette and the sheet of shortcuts.

use leptos::prelude::*;
use tieout::session::Command;
use tieout::words::Lang;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::intake::{Intake, use_intake};
use super::pages::PAGES;
use super::platform::address::Address;
use super::platform::keys::{self, Press};
use super::state::{App, Panel, use_app};

pub struct Action {
    /// Word key: `act-undo` …
    pub word: &'static str,
    pub icon: &'static str,
    /// As shown: `Ctrl Z`; empty for one without a key.
    pub keys: &'static str,
    press: fn(&Press) -> bool,
    run: fn(App, Intake),
}

pub static ACTIONS: &[Action] = &[
    Action {
        word: "act-choose",
        icon: "plus",
        keys: "Ctrl O",
        press: |p| p.is_ctrl("KeyO"),
        run: |_, _| click("choose-files"),
    },
    Action {
        word: "act-sample",
        icon: "files",
        keys: "",
        press: |_| false,
        run: |_, intake| intake.sample(),
    },
    Action {
        word: "act-undo",
        icon: "undo",
        keys: "Ctrl Z",
        press: |p| p.is_ctrl("KeyZ"),
        run: |app, _| app.act(Command::Undo),
    },
    Action {
        word: "act-redo",
        icon: "redo",
        keys: "Ctrl Y",
        press: |p| p.is_ctrl("KeyY") || (p.code == "KeyZ" && p.ctrl && p.shift && !p.alt),
        run: |app, _| app.act(Command::Redo),
    },
    Action {
        word: "act-save",
        icon: "download",
        keys: "Ctrl S",
        press: |p| p.is_ctrl("KeyS"),
        run: |app, _| app.save_session(),
    },
    Action {
        word: "act-open",
        icon: "note",
        keys: "",
        press: |_| false,
        run: |_, _| click("choose-session"),
    },
    Action {
        word: "act-palette",
        icon: "search",
        keys: "Ctrl K",
        press: |p| p.is_ctrl("KeyK"),
        run: |app, _| app.panel.set(Some(Panel::Palette)),
    },
    Action {
        word: "act-shortcuts",
        icon: "help",
        keys: "?",
        press: |p| p.mark == "?" && !p.ctrl && !p.alt,
        run: |app, _| app.panel.set(Some(Panel::Shortcuts)),
    },
    Action {
        word: "act-privacy",
        icon: "shield",
        keys: "",
        press: |_| false,
        run: |app, _| app.panel.set(Some(Panel::Privacy)),
    },
    Action {
        word: "act-theme",
        icon: "theme",
        keys: "",
        press: |_| false,
        run: |app, _| app.switch_theme(),
    },
    Action {
        word: "act-density",
        icon: "density",
        keys: "",
        press: |_| false,
        run: |app, _| app.next_density(),
    },
    Action {
        word: "act-english",
        icon: "note",
        keys: "",
        press: |_| false,
        run: |app, _| app.choose_lang(Lang::En),
    },
    Action {
        word: "act-korean",
        icon: "note",
        keys: "",
        press: |_| false,
        run: |app, _| app.choose_lang(Lang::Ko),
    },
    Action {
        word: "act-chinese",
        icon: "note",
        keys: "",
        press: |_| false,
        run: |app, _| app.choose_lang(Lang::Zh),
    },
];

impl Action {
    pub fn run(&self, app: App, intake: Intake) {
        (self.run)(app, intake);
    }
}

/// Registers the keys of all actions, and `Alt` with a number for each screen.
pub fn listen() {
    let (app, intake) = (use_app(), use_intake());
    keys::on_press(move |press| {
        if let Some(action) = ACTIONS.iter().find(|action| (action.press)(press)) {
            action.run(app, intake);
            return true;
        }
        let number = press.code.strip_prefix("Digit").and_then(|n| n.parse::<usize>().ok());
        let page =
            number.filter(|_| press.alt && !press.ctrl).and_then(|n| PAGES.get(n.wrapping_sub(1)));
        if let Some(page) = page {
            Address::to(page.route).go();
        }
        page.is_some()
    });
}

/// Clicks an element of the frame: the file inputs open only from a click.
pub fn click(id: &str) {
    let element = document().get_element_by_id(id).and_then(|e| e.dyn_into::<HtmlElement>().ok());
    if let Some(element) = element {
        element.click();
    }
}
