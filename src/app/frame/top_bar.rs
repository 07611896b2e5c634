//! The top bar: the session, the day it is judged by, undo, find, language, row height, theme.

use leptos::prelude::*;
use tieout::base::Date;
use tieout::session::Command;
use tieout::words::{self, Args, Lang};

use crate::app::parts::date_input::DateInput;
use crate::app::parts::icon::icon;
use crate::app::state::{Panel, Saved, say, use_app};

#[component]
pub fn TopBar() -> impl IntoView {
    let app = use_app();
    let untitled = say("session-untitled");
    let name = move || {
        let name = app.session.get();
        if name.is_empty() { untitled() } else { name }
    };
    view! {
        <header class="top">
            <button
                type="button"
                class="session"
                aria-haspopup="dialog"
                on:click=move |_| app.panel.set(Some(Panel::Session))
            >
                {name}
                {icon("down", 14)}
            </button>
            <AsOf/>
            <span class="spring"></span>
            <SavedState/>
            <UndoRedo/>
            <button
                type="button"
                class="find"
                aria-haspopup="dialog"
                on:click=move |_| app.panel.set(Some(Panel::Palette))
            >
                {icon("search", 15)}
                <span class="grow">{say("find-or-do")}</span>
                <kbd>"Ctrl K"</kbd>
            </button>
            <Languages/>
            <span class="row">
                <IconButton word="act-density" icon_name="density" run=move || app.next_density()/>
                <IconButton word="act-theme" icon_name="theme" run=move || app.switch_theme()/>
            </span>
        </header>
    }
}

/// The day by which ages and due dates are judged. Empty: checks that need it are not run.
#[component]
fn AsOf() -> impl IntoView {
    let app = use_app();
    let date = Memo::new(move |_| app.frame.with(|frame| frame.as_of.parse::<Date>().ok()));
    let take = Callback::new(move |day| app.act(Command::SetAsOf(day)));
    view! {
        <span class="facts field" title=say("as-of-why")>
            <span>{say("as-of")}</span>
            <DateInput
                date=date
                take=take
                label=Signal::derive(say("as-of"))
                class="as-of"
            />
        </span>
    }
}

#[component]
fn SavedState() -> impl IntoView {
    let app = use_app();
    let words_of = move || {
        let lang = app.lang.get();
        match app.saved.get() {
            Saved::NothingToSave => String::new(),
            Saved::Unsaved => words::text(lang, "saved-not"),
            Saved::At(time) => words::say(lang, "saved-at", &Args::new().with("time", time)),
        }
    };
    view! {
        <Show when=move || app.saved.with(|saved| *saved != Saved::NothingToSave)>
            <button
                type="button"
                class="saved num"
                title=say("act-save")
                on:click=move |_| app.save_session()
            >
                {words_of}
            </button>
        </Show>
    }
}

#[component]
fn UndoRedo() -> impl IntoView {
    let app = use_app();
    let undo_word = move || {
        let what = app.frame.with(|frame| frame.undo.clone());
        let undo = words::text(app.lang.get(), "act-undo");
        if what.is_empty() {
            format!("{undo} (Ctrl Z)")
        } else {
            format!("{undo}: {what} (Ctrl Z)")
        }
    };
    let redo_word = say("act-redo");
    let redo_word = move || format!("{} (Ctrl Y)", redo_word());
    view! {
        <span class="row">
            <button
                type="button"
                class="btn quiet icon"
                aria-label=undo_word
                title=undo_word
                disabled=move || app.frame.with(|frame| frame.undo.is_empty())
                on:click=move |_| app.act(Command::Undo)
            >
                {icon("undo", 17)}
            </button>
            <button
                type="button"
                class="btn quiet icon"
                aria-label=redo_word
                title=redo_word
                disabled=move || app.frame.with(|frame| !frame.redo)
                on:click=move |_| app.act(Command::Redo)
            >
                {icon("redo", 17)}
            </button>
        </span>
    }
}

#[component]
fn Languages() -> impl IntoView {
    let app = use_app();
    let button = move |lang: Lang| {
        let (short, name) = match lang {
            Lang::En => ("EN", "English"),
            Lang::Ko => ("KO", "한국어"),
            Lang::Zh => ("ZH", "简体中文"),
        };
        view! {
            <button
                type="button"
                lang=lang.tag()
                title=name
                aria-label=format!("{short}, {name}")
                aria-pressed=move || (app.lang.get() == lang).to_string()
                on:click=move |_| app.choose_lang(lang)
            >
                {short}
            </button>
        }
    };
    view! {
        <span class="seg" role="group" aria-label=say("language")>
            {Lang::ALL.map(button).into_iter().collect_view()}
        </span>
    }
}

#[component]
fn IconButton(
    word: &'static str,
    icon_name: &'static str,
    run: impl Fn() + 'static,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class="btn quiet icon"
            aria-label=say(word)
            title=say(word)
            on:click=move |_| run()
        >
            {icon(icon_name, 17)}
        </button>
    }
}
