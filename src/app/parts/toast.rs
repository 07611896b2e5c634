//! What was just done, with Undo beside it. It goes by itself, but never while the pointer or the
//! focus is on it; the history keeps it.

use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use tieout::session::Command;

use crate::app::state::{say, use_app};

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Toast {
    pub text: String,
    pub undo: bool,
}

const SHOWN_MS: u32 = 8_000;

impl Toast {
    pub fn plain(text: String) -> Toast {
        Toast { text, undo: false }
    }

    pub fn undoable(text: String) -> Toast {
        Toast { text, undo: true }
    }
}

#[component]
pub fn ToastPlace() -> impl IntoView {
    let app = use_app();
    let timer = StoredValue::new_local(None::<Timeout>);
    let held = RwSignal::new(false);
    Effect::new(move || {
        let waits = app.toast.get().is_some() && !held.get();
        timer.set_value(waits.then(|| Timeout::new(SHOWN_MS, move || app.toast.set(None))));
    });
    let undo = move |_| {
        app.toast.set(None);
        app.act(Command::Undo);
    };
    let undo_word = say("undo");
    let close_word = say("close");
    view! {
        <section
            class="toast-place"
            aria-label=say("notices")
            on:pointerenter=move |_| held.set(true)
            on:pointerleave=move |_| held.set(false)
            on:focusin=move |_| held.set(true)
            on:focusout=move |_| held.set(false)
        >
            {move || {
                app.toast
                    .get()
                    .map(|toast| {
                        view! {
                            <div class="toast">
                                <span>{toast.text}</span>
                                {toast
                                    .undo
                                    .then(|| {
                                        view! {
                                            <button type="button" on:click=undo>
                                                {undo_word}
                                                <kbd>"Ctrl Z"</kbd>
                                            </button>
                                        }
                                    })}
                                <button
                                    type="button"
                                    aria-label=close_word
                                    on:click=move |_| app.toast.set(None)
                                >
                                    {super::icon::icon("x", 13)}
                                </button>
                            </div>
                        }
                    })
            }}
        </section>
    }
}
