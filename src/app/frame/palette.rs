//! Find or do: every screen and every action, by name.

use leptos::html;
use leptos::prelude::*;
use tieout::words;

use super::panel;
use crate::app::actions::ACTIONS;
use crate::app::intake::use_intake;
use crate::app::pages::PAGES;
use crate::app::parts::dialog::Dialog;
use crate::app::parts::icon::icon;
use crate::app::platform::address::Address;
use crate::app::state::{Panel, say, use_app};

#[derive(Clone, Copy, PartialEq, Eq)]
enum Entry {
    Page(usize),
    Action(usize),
}

/// An entry with its words in the language of the screen.
#[derive(Clone, PartialEq, Eq)]
struct Shown {
    entry: Entry,
    text: String,
    icon: &'static str,
    keys: String,
}

#[component]
pub fn Palette() -> impl IntoView {
    let open = panel(Panel::Palette);
    let label = Signal::derive(say("find-or-do"));
    view! {
        <Dialog open=open label=label class="pop palette">
            <Finder/>
        </Dialog>
    }
}

#[component]
fn Finder() -> impl IntoView {
    let app = use_app();
    let intake = use_intake();
    let sought = RwSignal::new(String::new());
    let at = RwSignal::new(0_usize);
    let input = NodeRef::<html::Input>::new();
    let found = Memo::new(move |_| named(app.lang.get(), sought.get().trim()));
    Effect::new(move || {
        if let Some(input) = input.get() {
            // Only a hidden input refuses the focus.
            let _ = input.focus();
        }
    });
    Effect::new(move || bring_near(at.get()));
    let run = move |entry: Entry| {
        app.panel.set(None);
        match entry {
            Entry::Page(i) => Address::to(PAGES[i].route).go(),
            Entry::Action(i) => ACTIONS[i].run(app, intake),
        }
    };
    let key = move |event: web_sys::KeyboardEvent| {
        if event.is_composing() {
            return;
        }
        let last = found.with_untracked(Vec::len).saturating_sub(1);
        match event.code().as_str() {
            "ArrowDown" => at.update(|at| *at = (*at + 1).min(last)),
            "ArrowUp" => at.update(|at| *at = at.saturating_sub(1)),
            "Enter" | "NumpadEnter" => {
                let chosen = found.with_untracked(|found| found.get(at.get_untracked()).cloned());
                if let Some(chosen) = chosen {
                    run(chosen.entry);
                }
            }
            _ => return,
        }
        event.prevent_default();
    };
    view! {
        <div class="q">
            {icon("search", 16)}
            <input
                node_ref=input
                role="combobox"
                aria-expanded="true"
                aria-controls="found"
                aria-activedescendant=move || format!("found-{}", at.get())
                aria-label=say("find-or-do")
                prop:value=move || sought.get()
                on:input=move |event| {
                    sought.set(event_target_value(&event));
                    at.set(0);
                }
                on:keydown=key
            />
            <kbd>"Esc"</kbd>
        </div>
        <ul id="found" role="listbox" aria-label=say("find-results")>
            {move || {
                let all = found.get().into_iter().enumerate();
                all.map(|(i, shown)| option(i, shown, at, run)).collect_view()
            }}
        </ul>
        <Show when=move || found.with(Vec::is_empty)>
            <p class="empty">{say("find-nothing")}</p>
        </Show>
    }
}

fn option(
    i: usize,
    shown: Shown,
    at: RwSignal<usize>,
    run: impl Fn(Entry) + Copy + 'static,
) -> impl IntoView {
    let entry = shown.entry;
    view! {
        <li
            id=format!("found-{i}")
            role="option"
            aria-selected=move || (at.get() == i).to_string()
            on:pointermove=move |_| at.set(i)
            on:click=move |_| run(entry)
        >
            {icon(shown.icon, 16)}
            <span class="grow">{shown.text}</span>
            {(!shown.keys.is_empty()).then(|| view! { <kbd>{shown.keys}</kbd> })}
        </li>
    }
}

/// Scrolls no further than needed to show an entry.
fn bring_near(i: usize) {
    if let Some(entry) = document().get_element_by_id(&format!("found-{i}")) {
        let near = web_sys::ScrollIntoViewOptions::new();
        near.set_block(web_sys::ScrollLogicalPosition::Nearest);
        entry.scroll_into_view_with_scroll_into_view_options(&near);
    }
}

/// The entries whose name contains what is sought.
fn named(lang: words::Lang, sought: &str) -> Vec<Shown> {
    let sought = sought.to_lowercase();
    entries(lang).into_iter().filter(|e| e.text.to_lowercase().contains(&sought)).collect()
}

fn entries(lang: words::Lang) -> Vec<Shown> {
    let pages = PAGES.iter().enumerate().map(|(i, page)| Shown {
        entry: Entry::Page(i),
        text: words::text(lang, page.word),
        icon: page.icon,
        keys: format!("Alt {}", i + 1),
    });
    let actions = ACTIONS.iter().enumerate().map(|(i, action)| Shown {
        entry: Entry::Action(i),
        text: words::text(lang, action.word),
        icon: action.icon,
        keys: action.keys.to_owned(),
    });
    pages.chain(actions.filter(|shown| shown.keys != "Ctrl K")).collect()
}
