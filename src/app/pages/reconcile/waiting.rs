//! What is not matched yet: while matching is under way how far it is, with Cancel, and when it was
//! cancelled the way to start it again. Where the list stands from before, that it does.

use leptos::prelude::*;
use tieout::session::Command;
use tieout::words;

use super::Screen;
use crate::app::frame::{cancel_matching, stage_word};
use crate::app::parts::bar::simple;
use crate::app::parts::status::{Status, glyph};
use crate::app::state::{App, say};

pub(super) fn waiting(screen: Screen) -> impl IntoView {
    let app = screen.app;
    let matching = Memo::new(move |_| {
        app.working.with(|now| now.as_ref().is_some_and(|now| now.stage.is_matching()))
    });
    let text = Memo::new(move |_| {
        let text = screen.view.with(|v| v.as_ref().map(|v| v.waiting.clone()).unwrap_or_default());
        match text.is_empty() && matching.get() {
            true => words::text(app.lang.get(), "reconcile-again"),
            false => text,
        }
    });
    let left_off = Memo::new(move |_| screen.view.with(|v| v.as_ref().is_some_and(|v| v.left_off)));
    let start = move |_| app.act(Command::SetMatching { on: true });
    let started = move || left_off.get() && app.working.with(Option::is_none);
    view! {
        <Show when=move || text.with(|text| !text.is_empty())>
            <div class="r-waiting" role="status">
                <p class="row">
                    {glyph(Status::Review)}
                    <span class="grow">{move || text.get()}</span>
                    <Show when=started>
                        <button type="button" class="btn" on:click=start>
                            {say("reconcile-start")}
                        </button>
                    </Show>
                </p>
                {progress(app)}
            </div>
        </Show>
    }
}

fn progress(app: App) -> impl IntoView {
    move || {
        let now = app.working.get().filter(|working| working.stage.is_matching())?;
        let permille = (now.done * 1_000).checked_div(now.of).unwrap_or(0) as u32;
        Some(view! {
            <p class="row">
                <span class="r-stage">{say(stage_word(now.stage))}</span>
                <b class="num r-stage">{format!("{} %", permille / 10)}</b>
                <span class="grow">{simple("acc", permille)}</span>
                {cancel_matching(app, "btn small")}
            </p>
        })
    }
}
