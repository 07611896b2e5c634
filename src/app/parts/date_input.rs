//! A date that is typed. At rest it reads as dates do everywhere on the page; with the focus in it,
//! it is written as year, month, day, whatever country the browser comes from.
//!
//! Arrow up and down go a day on or back; Enter takes it, Escape leaves it as it was. What is no
//! date is said under the field and changes nothing.

use leptos::html;
use leptos::prelude::*;
use tieout::base::{Date, iso};
use tieout::words::format;

use crate::app::state::{App, say, use_app};

#[component]
pub fn DateInput(
    #[prop(into)] date: Signal<Option<Date>>,
    take: Callback<Option<Date>>,
    #[prop(into)] label: Signal<String>,
    #[prop(default = "")] class: &'static str,
) -> impl IntoView {
    let field = Field {
        app: use_app(),
        date,
        take,
        element: NodeRef::new(),
        editing: RwSignal::new(false),
        wrong: RwSignal::new(false),
    };
    // Also after a change from elsewhere, as by Undo.
    Effect::new(move || {
        let text = field.at_rest();
        if !field.editing.get() && !field.wrong.get_untracked() {
            field.write(&text);
        }
    });
    view! {
        <span class="date">
            <input
                class=format!("input num {class}")
                type="text"
                autocomplete="off"
                spellcheck="false"
                maxlength="24"
                placeholder=say("date-pattern")
                aria-label=move || label.get()
                aria-invalid=move || field.wrong.get().then_some("true")
                node_ref=field.element
                on:focus=move |_| field.begin()
                on:blur=move |_| field.end()
                on:keydown=move |event| field.press(&event)
            />
            <Show when=move || field.wrong.get()>
                <span class="date-wrong" role="alert">
                    {say("date-wrong")}
                </span>
            </Show>
        </span>
    }
}

#[derive(Clone, Copy)]
struct Field {
    app: App,
    date: Signal<Option<Date>>,
    take: Callback<Option<Date>>,
    element: NodeRef<html::Input>,
    editing: RwSignal<bool>,
    wrong: RwSignal<bool>,
}

impl Field {
    fn at_rest(self) -> String {
        let lang = self.app.lang.get();
        self.date.get().map_or_else(String::new, |day| format::date(lang, day))
    }

    fn in_full(self) -> String {
        self.date.get_untracked().map(iso).unwrap_or_default()
    }

    fn write(self, text: &str) {
        if let Some(input) = self.element.get_untracked() {
            input.set_value(text);
        }
    }

    fn read(self) -> String {
        self.element.get_untracked().map(|input| input.value()).unwrap_or_default()
    }

    fn begin(self) {
        self.editing.set(true);
        if !self.wrong.get_untracked() {
            self.write(&self.in_full());
        }
        if let Some(input) = self.element.get_untracked() {
            input.select();
        }
    }

    fn end(self) {
        // Where the date that Enter took removes the field, the browser still tells that it lost
        // the focus.
        if self.editing.is_disposed() {
            return;
        }
        self.commit();
        self.editing.set(false);
    }

    fn commit(self) {
        let typed = parse(&self.read());
        self.wrong.set(typed.is_err());
        if let Ok(day) = typed
            && day != self.date.get_untracked()
        {
            self.take.run(day);
        }
    }

    fn press(self, event: &web_sys::KeyboardEvent) {
        match event.key().as_str() {
            "Enter" if !event.is_composing() => self.commit(),
            "Escape" => {
                self.wrong.set(false);
                self.write(&self.in_full());
                event.stop_propagation();
            }
            "ArrowUp" => self.step(event, |day| day.succ_opt()),
            "ArrowDown" => self.step(event, |day| day.pred_opt()),
            _ => {}
        }
    }

    fn step(self, event: &web_sys::KeyboardEvent, by: fn(&Date) -> Option<Date>) {
        event.prevent_default();
        if let Ok(Some(day)) = parse(&self.read()) {
            self.write(&by(&day).map(iso).unwrap_or_default());
        }
    }
}

/// Year, month, day, with any sign between them or none. Empty is no date.
fn parse(text: &str) -> Result<Option<Date>, ()> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let parts: Vec<&str> =
        text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let number = |part: &str| part.parse::<u32>().map_err(drop);
    let (year, month, day) = match parts[..] {
        [year, month, day] if year.len() == 4 => (number(year)?, number(month)?, number(day)?),
        [all] if all.len() == 8 => (number(&all[..4])?, number(&all[4..6])?, number(&all[6..])?),
        _ => return Err(()),
    };
    let only_signs = text.chars().all(|c| c.is_ascii_digit() || "-./ 년월일年月日".contains(c));
    let year = i32::try_from(year).map_err(drop)?;
    match Date::from_ymd_opt(year, month, day).filter(|_| only_signs) {
        Some(date) => Ok(Some(date)),
        None => Err(()),
    }
}
