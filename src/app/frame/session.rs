//! The session: its name, saving it to a file, opening one. Decisions and readings are saved, never
//! rows of the client's files.

use leptos::prelude::*;

use super::panel;
use crate::app::actions;
use crate::app::parts::dialog::Dialog;
use crate::app::parts::icon::icon;
use crate::app::state::{Panel, say, use_app};

#[component]
pub fn Session() -> impl IntoView {
    let app = use_app();
    let open = panel(Panel::Session);
    let label = Signal::derive(say("session"));
    let save = move |_| {
        open.set(false);
        app.save_session();
    };
    let choose = move |_| {
        open.set(false);
        actions::click("choose-session");
    };
    view! {
        <Dialog open=open label=label>
            <header>{say("session")}</header>
            <div class="body">
                <label class="stack">
                    {say("session-name")}
                    <input
                        class="input"
                        prop:value=move || app.session.get()
                        placeholder=say("session-untitled")
                        on:input=move |event| app.session.set(event_target_value(&event))
                    />
                </label>
                <p class="small">{say("session-holds")}</p>
            </div>
            <footer>
                <button type="button" class="btn" on:click=choose>
                    {icon("note", 15)}
                    {say("act-open")}
                </button>
                <button type="button" class="btn primary" on:click=save>
                    {icon("download", 15)}
                    {say("act-save")}
                </button>
            </footer>
        </Dialog>
    }
}
