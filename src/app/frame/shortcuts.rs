//! The sheet of shortcuts, from the same lists that the keys obey.

use leptos::prelude::*;

use super::panel;
use crate::app::actions::ACTIONS;
use crate::app::pages::PAGES;
use crate::app::parts::dialog::Dialog;
use crate::app::state::{Panel, say};

/// Keys that screens answer themselves: word key of the group, then key and word key of each.
static ON_SCREENS: &[(&str, &[(&str, &str)])] = &[
    ("keys-move", &[("↑ ↓", "key-next"), ("Enter", "key-open"), ("Esc", "key-back")]),
    ("keys-decide", &[("A", "key-accept"), ("D", "key-dismiss"), ("R", "key-reason")]),
];

#[component]
pub fn Shortcuts() -> impl IntoView {
    let open = panel(Panel::Shortcuts);
    let label = Signal::derive(say("act-shortcuts"));
    view! {
        <Dialog open=open label=label class="pop keysheet-panel">
            <h2>{say("act-shortcuts")}</h2>
            <div class="keysheet">
                {ON_SCREENS.iter().map(|(word, keys)| group(word, keys)).collect_view()}
                <div>
                    <h3>{say("keys-anywhere")}</h3>
                    <dl>
                        {ACTIONS
                            .iter()
                            .filter(|action| !action.keys.is_empty())
                            .map(|action| line(action.keys.to_owned(), action.word))
                            .collect_view()}
                        {PAGES
                            .iter()
                            .enumerate()
                            .map(|(i, page)| line(format!("Alt {}", i + 1), page.word))
                            .collect_view()}
                    </dl>
                </div>
            </div>
        </Dialog>
    }
}

fn group(word: &'static str, keys: &'static [(&str, &str)]) -> impl IntoView {
    let lines = keys.iter().map(|(key, word)| line((*key).to_owned(), word));
    view! {
        <div>
            <h3>{say(word)}</h3>
            <dl>{lines.collect_view()}</dl>
        </div>
    }
}

fn line(keys: String, word: &'static str) -> impl IntoView {
    let keys = keys.split(' ').map(|key| view! { <kbd>{key.to_owned()}</kbd> " " });
    view! {
        <dt>{keys.collect_view()}</dt>
        <dd>{say(word)}</dd>
    }
}
