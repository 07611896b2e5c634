//! The empty first run: what to bring, three ways to bring it, and a company to try.

use leptos::prelude::*;

use crate::app::actions;
use crate::app::intake::use_intake;
use crate::app::parts::icon::icon;
use crate::app::state::say;

/// What a month's billing needs: icon, word key. Each says what it is checked against.
static BRING: [(&str, &str); 5] = [
    ("unbilled", "bring-jobs"),
    ("reports", "bring-invoices"),
    ("overview", "bring-rates"),
    ("user", "bring-customers"),
    ("worklist", "bring-prior"),
];

#[component]
pub fn Empty() -> impl IntoView {
    let intake = use_intake();
    let bring = BRING.iter().map(|(picture, word)| {
        view! {
            <li>
                {icon(picture, 18)}
                <span>
                    <strong>{say(word)}</strong>
                    <span class="dim">{why(word)}</span>
                </span>
            </li>
        }
    });
    view! {
        <section class="first" aria-labelledby="first-title">
            <h1 id="first-title">{say("first-title")}</h1>
            <p class="prose">{say("first-says")}</p>
            <div class="first-drop">
                <p>
                    {icon("download", 20)}
                    <strong>{say("first-drop")}</strong>
                </p>
                <div class="row">
                    <button
                        type="button"
                        class="btn primary"
                        on:click=move |_| actions::click("choose-files")
                    >
                        {icon("plus", 15)}
                        {say("act-choose")}
                    </button>
                    <button type="button" class="btn" on:click=move |_| intake.sample()>
                        {say("act-sample")}
                    </button>
                    <button
                        type="button"
                        class="btn quiet"
                        on:click=move |_| actions::click("choose-session")
                    >
                        {say("act-open")}
                    </button>
                </div>
                <p class="small dim">{say("first-paste")} " " <kbd>"Ctrl V"</kbd></p>
                <p class="small dim">{say("first-formats")}</p>
            </div>
            <h2>{say("first-bring")}</h2>
            <ul class="bring">{bring.collect_view()}</ul>
        </section>
    }
}

fn why(word: &'static str) -> impl Fn() -> String + Copy + Send + Sync {
    let app = crate::app::state::use_app();
    move || tieout::words::text(app.lang.get(), &format!("{word}.why"))
}
