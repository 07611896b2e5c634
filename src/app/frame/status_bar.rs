//! The status bar: what is under way, with Cancel, and the proof that nothing leaves.

use leptos::prelude::*;
use tieout::engine::Stage;
use tieout::session::Command;
use tieout::words::{self, Args, format};

use crate::app::intake::use_intake;
use crate::app::parts::icon::icon;
use crate::app::state::{App, EngineState, Panel, say, use_app};

#[component]
pub fn StatusBar() -> impl IntoView {
    let app = use_app();
    let counted = move || {
        let count = app.requests.with(Vec::len);
        words::say(app.lang.get(), "requests-since", &Args::new().with("count", count))
    };
    view! {
        <footer class="status">
            <span class="rail-gap"></span>
            <EngineTrouble/>
            <ReadingNow/>
            <WorkingNow/>
            <Basis/>
            <span class="num">{move || app.note.get()}</span>
            <span class="spring"></span>
            <button type="button" on:click=move |_| app.panel.set(Some(Panel::Privacy))>
                {icon("shield", 14)}
                {say("nothing-leaves")}
            </button>
            <span class="num">{counted}</span>
            <span class="dim num">{env!("CARGO_PKG_VERSION")}</span>
        </footer>
    }
}

#[component]
fn ReadingNow() -> impl IntoView {
    let app = use_app();
    let intake = use_intake();
    let now = Memo::new(move |_| {
        intake.jobs.with(|jobs| {
            let left = jobs.iter().filter(|job| !job.handed);
            let job = left.clone().find(|job| job.progress.is_some())?;
            let percent = job.progress.as_ref().and_then(|p| p.permille()).map(|p| p / 10);
            Some((job.id, job.name.clone(), percent, left.count()))
        })
    });
    move || {
        now.get().map(|(id, name, percent, files)| {
            let args = Args::new().with("name", name).with("waiting", files - 1);
            let key = if files > 1 { "reading-of" } else { "reading-one" };
            let text = words::say(app.lang.get(), key, &args);
            view! {
                <span>
                    {text} " "
                    {percent.map(|percent| view! { <b>{percent.to_string()} "%"</b> })}
                </span>
                <button type="button" on:click=move |_| intake.cancel(id)>
                    {say("cancel")}
                </button>
            }
        })
    }
}

#[component]
fn WorkingNow() -> impl IntoView {
    let app = use_app();
    move || {
        app.working.get().map(|working| {
            let lang = app.lang.get();
            let stage = words::text(lang, stage_word(working.stage));
            let part = (working.of > 1).then(|| {
                let count = |n: usize| format::count(n as i64);
                let percent = || format!("{} %", working.done * 100 / working.of);
                let text = match working.stage.is_matching() {
                    true => percent(),
                    false => format!("{} / {}", count(working.done), count(working.of)),
                };
                view! { <b>{text}</b> }
            });
            let cancel = working.stage.is_matching().then(|| cancel_matching(app, ""));
            view! {
                <span>{stage} " " {part}</span>
                {cancel}
            }
        })
    }
}

/// What the figures rest on, while nothing is under way.
#[component]
fn Basis() -> impl IntoView {
    let app = use_app();
    let basis = Memo::new(move |_| app.frame.with(|frame| (frame.files, frame.decisions)));
    move || {
        let (files, decisions) = basis.get();
        let idle = app.working.with(Option::is_none) && app.note.with(String::is_empty);
        (idle && files > 0).then(|| {
            let args = Args::new().with("files", files).with("decisions", decisions);
            view! { <span class="num">{words::say(app.lang.get(), "figures-rest-on", &args)}</span> }
        })
    }
}

#[component]
fn EngineTrouble() -> impl IntoView {
    let app = use_app();
    move || {
        let word = match app.engine_state.get() {
            EngineState::Answers => return None,
            EngineState::Silent => "engine-silent",
            EngineState::Stopped => "engine-stopped",
        };
        Some(view! {
            <span class="flag" role="alert">{say(word)}</span>
            <button type="button" on:click=move |_| app.restart_engine()>
                {say("engine-again")}
            </button>
        })
    }
}

/// Leaves matching off, wherever its progress is shown; the status bar has buttons of its own look.
pub fn cancel_matching(app: App, class: &'static str) -> impl IntoView {
    let cancel = move |_| app.act(Command::SetMatching { on: false });
    view! {
        <button type="button" class=class title=say("reconcile-cancel") on:click=cancel>
            {say("cancel")}
        </button>
    }
}

pub fn stage_word(stage: Stage) -> &'static str {
    match stage {
        Stage::Reading => "stage-reading",
        Stage::Indexing => "stage-indexing",
        Stage::Pricing => "stage-pricing",
        Stage::Billing => "stage-billing",
        Stage::Checking => "stage-checking",
        Stage::Laying => "stage-laying",
        Stage::Ordering => "stage-ordering",
        Stage::Gathering => "stage-gathering",
        Stage::Comparing => "stage-comparing",
        Stage::Matching => "stage-matching",
        Stage::Listing => "stage-listing",
        Stage::Reconciling => "stage-reconciling",
        Stage::Proving => "stage-proving",
        Stage::Done => "stage-done",
    }
}
