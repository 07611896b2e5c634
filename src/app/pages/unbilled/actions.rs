//! Setting a reason by hand, and the e-mail text about the selected jobs.

use leptos::prelude::*;
use leptos::task::spawn_local;
use tieout::protocol::{Answer, Ask};
use tieout::session::Command;
use tieout::view::unbilled::Choice;
use tieout::view::{Query, View};
use tieout::words::{self, Args, Lang};

use super::{Screen, choice};
use crate::app::parts::dialog::{Dialog, confirms};
use crate::app::parts::toast::Toast;
use crate::app::platform::clipboard::copy;
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
    let app = screen.app;
    let mailing = RwSignal::new(false);
    // Each way only on a change: setting a signal wakes its effects even when it stays the same.
    Effect::new(move || {
        let wanted = screen.mail.get().is_some();
        if mailing.get_untracked() != wanted {
            mailing.set(wanted);
        }
    });
    Effect::new(move || {
        if !mailing.get() && screen.mail.get_untracked().is_some() {
            screen.mail.set(None);
        }
    });
    let reason_title = Signal::derive(move || title(screen));
    let mail_title = Signal::derive(move || words::text(app.lang.get(), "unbilled-mail-title"));
    view! {
        <Dialog open=screen.setting label=reason_title>
            {reason_form(screen)}
        </Dialog>
        <Dialog open=mailing label=mail_title class="dialog wide">
            {mail_form(screen, mailing)}
        </Dialog>
    }
}

fn title(screen: Screen) -> String {
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
            <header>{title(screen)}</header>
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

fn mail_form(screen: Screen, open: RwSignal<bool>) -> impl IntoView {
    let app = screen.app;
    let text = Memo::new(move |_| {
        screen.view.with(|v| v.as_ref().map_or_else(String::new, |v| v.subject.mail.clone()))
    });
    let choose = move |event| {
        if let Some(lang) = Lang::from_tag(&event_target_value(&event)) {
            screen.mail.set(Some(lang));
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
        if copy(&text.get_untracked(), "") {
            open.set(false);
            app.tell(Toast::plain(app.text("unbilled-copied")));
        }
    };
    view! {
        <header>{say("unbilled-mail-title")}</header>
        <div class="body stack">
            <label class="field">
                {say("unbilled-mail-lang")}
                <select class="select" on:change=choose>
                    {options.collect_view()}
                </select>
            </label>
            <textarea
                class="input"
                rows="14"
                readonly
                aria-label=say("unbilled-mail-title")
                prop:value=move || text.get()
            ></textarea>
            <p class="dim small">{say("unbilled-mail-say")}</p>
        </div>
        <footer>
            <button type="button" class="btn" on:click=move |_| open.set(false)>
                {say("findings-close")}
            </button>
            <button type="button" class="btn primary" on:click=take>
                {say("unbilled-copy")}
            </button>
        </footer>
    }
}
