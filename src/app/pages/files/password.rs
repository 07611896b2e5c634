//! The password of a protected workbook, asked when it was refused for want of one. What is typed
//! goes to the worker that reads the file, and is forgotten here when the dialog closes.

use leptos::html;
use leptos::prelude::*;
use tieout::words::{self, Args};

use crate::app::intake::{Locked, use_intake};
use crate::app::parts::dialog::{Dialog, confirms};
use crate::app::state::{say, use_app};

#[component]
pub fn Password() -> impl IntoView {
    let app = use_app();
    let intake = use_intake();
    let open = RwSignal::new(false);
    // Each way only on a change: setting a signal wakes its effects even when it stays the same.
    Effect::new(move || {
        let wanted = intake.locked.with(Option::is_some);
        if open.get_untracked() != wanted {
            open.set(wanted);
        }
    });
    Effect::new(move || {
        if !open.get() && intake.locked.with_untracked(Option::is_some) {
            intake.locked.set(None);
        }
    });
    let title = move || {
        let name = intake.locked.with(|locked| locked.as_ref().map(|locked| locked.name.clone()));
        let args = Args::new().with("name", name.unwrap_or_default());
        words::say(app.lang.get(), "password-title", &args)
    };
    view! {
        <Dialog open=open label=Signal::derive(title)>
            {move || intake.locked.get().map(|locked| form(locked, title))}
        </Dialog>
    }
}

fn form(locked: Locked, title: impl Fn() -> String + Copy + Send + 'static) -> impl IntoView {
    let intake = use_intake();
    let typed = RwSignal::new(String::new());
    let input = NodeRef::<html::Input>::new();
    // The form may come into a dialog that is shown already: then nothing has the focus.
    Effect::new(move || {
        if let Some(input) = input.get() {
            request_animation_frame(move || {
                // Fails only for an element that is gone again.
                let _ = input.focus();
            });
        }
    });
    let name = locked.name;
    let send = move || {
        let password = typed.get_untracked();
        if password.is_empty() {
            return;
        }
        intake.locked.set(None);
        intake.unlock(&name, password);
    };
    let by_key = send.clone();
    let wrong =
        locked.wrong.then(|| view! { <p class="wrong" role="alert">{say("password-wrong")}</p> });
    view! {
        <div on:keydown=move |event| if confirms(&event) { by_key() }>
            <header>{title}</header>
            <div class="body stack">
                {wrong}
                <label class="stack">
                    {say("password-label")}
                    <input
                        class="input"
                        type="password"
                        autocomplete="off"
                        node_ref=input
                        on:input=move |event| typed.set(event_target_value(&event))
                    />
                </label>
                <p class="dim small">{say("password-stays")}</p>
            </div>
            <footer>
                <button type="button" class="btn" on:click=move |_| intake.locked.set(None)>
                    {say("cancel")}
                </button>
                <button
                    type="button"
                    class="btn primary"
                    disabled=move || typed.with(String::is_empty)
                    on:click=move |_| send()
                >
                    {say("password-open")}
                </button>
            </footer>
        </div>
    }
}
