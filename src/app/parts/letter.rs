//! A letter that the engine wrote, in the language of its reader, to be copied: a statement of
//! account, a question about jobs. Nothing is sent.

use leptos::prelude::*;
use tieout::words::{self, Lang};

use super::dialog::Dialog;
use super::toast::Toast;
use crate::app::platform::clipboard::copy;
use crate::app::state::{App, say};

#[derive(Clone, Copy)]
pub struct Letter {
    /// The language that is asked for; `None` while nobody writes.
    pub lang: RwSignal<Option<Lang>>,
    pub text: Memo<String>,
    /// Word keys of its title and of what is said below it.
    pub title: &'static str,
    pub aside: &'static str,
    pub rows: u32,
}

/// Open while a language is asked for.
pub fn letter(app: App, letter: Letter) -> impl IntoView {
    let open = RwSignal::new(false);
    // Each way only on a change: setting a signal wakes its effects even when it stays the same.
    Effect::new(move || {
        let wanted = letter.lang.get().is_some();
        if open.get_untracked() != wanted {
            open.set(wanted);
        }
    });
    Effect::new(move || {
        if !open.get() && letter.lang.get_untracked().is_some() {
            letter.lang.set(None);
        }
    });
    let title = Signal::derive(move || words::text(app.lang.get(), letter.title));
    view! {
        <Dialog open=open label=title class="dialog wide">
            {form(app, letter, open)}
        </Dialog>
    }
}

fn form(app: App, letter: Letter, open: RwSignal<bool>) -> impl IntoView {
    let choose = move |event| {
        if let Some(lang) = Lang::from_tag(&event_target_value(&event)) {
            letter.lang.set(Some(lang));
        }
    };
    let options = [(Lang::En, "English"), (Lang::Ko, "한국어"), (Lang::Zh, "中文")];
    let options = options.map(|(lang, name)| {
        view! {
            <option value=lang.tag() lang=lang.tag() selected=lang == app.lang.get_untracked()>
                {name}
            </option>
        }
    });
    let take = move |_| {
        if copy(&letter.text.get_untracked(), "") {
            open.set(false);
            app.tell(Toast::plain(app.text("letter-copied")));
        }
    };
    view! {
        <header>{say(letter.title)}</header>
        <div class="body stack">
            <label class="field">
                {say("letter-lang")}
                <select class="select" on:change=choose>
                    {options.collect_view()}
                </select>
            </label>
            <textarea
                class="input"
                rows=letter.rows
                readonly
                aria-label=say(letter.title)
                prop:value=move || letter.text.get()
            ></textarea>
            <p class="dim small">{say(letter.aside)}</p>
        </div>
        <footer>
            <button type="button" class="btn" on:click=move |_| open.set(false)>
                {say("findings-close")}
            </button>
            <button type="button" class="btn primary" on:click=take>
                {say("letter-copy")}
            </button>
        </footer>
    }
}
