//! Setting a reason by hand, and the e-mail text about the selected jobs.

use leptos::prelude::*;
use leptos::task::spawn_local;
use tieout::protocol::{Answer, Ask};
use tieout::session::Command;
use tieout::view::unbilled::Choice;
use tieout::view::{Query, View};
use tieout::words::{self, Args};

use super::{Screen, choice};
use crate::app::parts::dialog::{Dialog, confirms};
use crate::app::parts::letter::{Letter, letter};
use crate::app::parts::toast::Toast;
use crate::app::state::say;

pub(super) fn set_reason(screen: Screen) {
    if any(screen) {
        screen.setting.set(true);
    }
}

pub(super) fn write_mail(screen: Screen) {
    if any(screen) {
        screen.mail.set(Some(screen.app.lang.get_untracked()));
    }
}

/// Says what is missing when nothing is selected.
fn any(screen: Screen) -> bool {
    let count = screen.view.with_untracked(|v| v.as_ref().map_or(0, |v| v.subject.count));
    if count == 0 {
        screen.app.tell(Toast::plain(screen.app.text("unbilled-select-first")));
    }
    count > 0
}

pub(super) fn dialogs(screen: Screen) -> impl IntoView {
    let label = Signal::derive(move || reason_title(screen));
    let text = Memo::new(move |_| {
        screen.view.with(|v| v.as_ref().map_or_else(String::new, |v| v.subject.mail.clone()))
    });
    let lang = screen.mail;
    let (title, aside) = ("unbilled-mail-title", "unbilled-mail-say");
    view! {
        <Dialog open=screen.setting label=label>
            {reason_form(screen)}
        </Dialog>
        {letter(screen.app, Letter { lang, text, title, aside, rows: 14 })}
    }
}

fn reason_title(screen: Screen) -> String {
    let count = screen.view.with(|v| v.as_ref().map_or(0, |v| v.subject.count));
    let args = Args::new().with("count", count);
    words::say(screen.app.lang.get(), "unbilled-set-reason-title", &args)
}

fn reason_form(screen: Screen) -> impl IntoView {
    let app = screen.app;
    let chosen = RwSignal::new(String::new());
    let reasons =
        screen.view.with_untracked(|v| v.as_ref().map_or_else(Vec::new, |v| v.reasons.clone()));
    let options =
        reasons.into_iter().map(|(code, name)| view! { <option value=code>{name}</option> });
    let options = options.collect_view();
    let send = move || {
        screen.setting.set(false);
        let reason = Some(chosen.get_untracked()).filter(|code| !code.is_empty());
        spawn_local(async move {
            let jobs = take(screen).await;
            let count = Args::new().with("count", jobs.len());
            if !jobs.is_empty() && app.act_and_wait(Command::SetReason { jobs, reason }).await {
                app.tell(Toast::undoable(app.text_with("unbilled-done-set", &count)));
            }
        });
    };
    view! {
        <div on:keydown=move |event| if confirms(&event) { send() }>
            <header>{reason_title(screen)}</header>
            <div class="body stack">
                <label>
                    {say("unbilled-head-reason")}
                    <select
                        class="select u-reason"
                        on:change=move |event| chosen.set(event_target_value(&event))
                    >
                        <option value="">{say("unbilled-reason-found")}</option>
                        {options}
                    </select>
                </label>
                <p class="dim small">{say("unbilled-set-reason-say")}</p>
            </div>
            <footer>
                <button type="button" class="btn" on:click=move |_| screen.setting.set(false)>
                    {say("findings-cancel")}
                </button>
                <button type="button" class="btn primary" on:click=move |_| send()>
                    {say("unbilled-set")}
                </button>
            </footer>
        </div>
    }
}

/// Folded numbers of the selected jobs, asked for when they are needed.
async fn take(screen: Screen) -> Vec<String> {
    let query = Query::Unbilled(Choice {
        selected: screen.pointing.selected.get_untracked(),
        take: true,
        ..untrack(|| choice(screen.place))
    });
    let ask = Ask::Look { lang: screen.app.lang.get_untracked(), query };
    match screen.app.engine().ask(ask).await.answer {
        Answer::View(view) => match *view {
            View::Unbilled(view) => view.subject.jobs,
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}
