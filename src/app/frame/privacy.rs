//! What keeps the data here, shown rather than claimed: the requests since load, the policy in
//! force as the browser got it, and what is remembered, with a way to forget it.

use leptos::prelude::*;
use tieout::words::{self, Args};

use super::panel;
use crate::app::parts::dialog::Dialog;
use crate::app::parts::icon::icon;
use crate::app::parts::toast::Toast;
use crate::app::platform::storage;
use crate::app::state::{Panel, say, use_app};

#[component]
pub fn Privacy() -> impl IntoView {
    let open = panel(Panel::Privacy);
    let label = Signal::derive(say("nothing-leaves"));
    view! {
        <Dialog open=open label=label class="pop privacy">
            <Panes/>
            <div class="row end">
                <button type="button" class="btn" on:click=move |_| open.set(false)>
                    {say("close")}
                </button>
            </div>
        </Dialog>
    }
}

#[component]
fn Panes() -> impl IntoView {
    let app = use_app();
    let policy = policy_in_force();
    // The sealed single file may open no connection at all; a hosted page loads its own parts.
    let sealed = policy.contains("connect-src 'none'");
    let promise = if sealed { "privacy-sealed" } else { "privacy-hosted" };
    let connections = if sealed { "privacy-none" } else { "privacy-own" };
    let kept = move || {
        let lang = app.lang.get();
        app.remembered.with(|readings| match (storage::is_available(), *readings) {
            (false, _) => words::text(lang, "privacy-kept-none"),
            (true, count) => words::say(lang, "privacy-kept", &Args::new().with("count", count)),
        })
    };
    let forget = move |_| {
        storage::forget_all();
        app.remembered.set(0);
        app.tell(Toast::plain(app.text("privacy-forgotten")));
    };
    view! {
        <h2>{say("nothing-leaves")}</h2>
        <p class="prose">{say(promise)}</p>
        <table class="ledger plain">
            <tbody>
                <tr>
                    <th scope="row">{say("privacy-requests")}</th>
                    <td class="num strong">{requests_count()}</td>
                </tr>
                <tr>
                    <th scope="row">{say("privacy-connections")}</th>
                    <td class="num">{say(connections)}</td>
                </tr>
                <tr>
                    <th scope="row">{say("privacy-remembered")}</th>
                    <td class="num">{kept}</td>
                </tr>
            </tbody>
        </table>
        <ul class="small">
            {move || {
                app.requests
                    .get()
                    .into_iter()
                    .map(|address| view! { <li class="clip">{address}</li> })
                    .collect_view()
            }}
        </ul>
        <details>
            <summary>{icon("down", 13)} {say("privacy-policy")}</summary>
            <pre tabindex="0">{policy}</pre>
        </details>
        <div class="row">
            <button type="button" class="btn danger" on:click=forget>
                {say("privacy-forget")}
            </button>
        </div>
    }
}

/// The double underline stands only under a zero that the browser itself reported.
fn requests_count() -> impl IntoView {
    let app = use_app();
    move || {
        let count = app.requests.with(Vec::len);
        let class = if count == 0 { "dbl" } else { "flag" };
        view! { <span class=class>{count}</span> }
    }
}

fn policy_in_force() -> String {
    document()
        .query_selector("meta[http-equiv='Content-Security-Policy']")
        .ok()
        .flatten()
        .and_then(|meta| meta.get_attribute("content"))
        .unwrap_or_default()
}
