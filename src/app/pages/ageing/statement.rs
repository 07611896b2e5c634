//! Reminders: holding customers out, and the statement of account to copy.

use leptos::prelude::*;
use leptos::task::spawn_local;
use tieout::protocol::{Answer, Ask};
use tieout::session::Command;
use tieout::view::ageing::Choice;
use tieout::view::{Query, View};
use tieout::words::Lang;

use super::{Screen, choice};
use crate::app::parts::dialog::Dialog;
use crate::app::parts::toast::Toast;
use crate::app::platform::clipboard::copy;
use crate::app::state::say;

pub(super) fn buttons(screen: Screen) -> impl IntoView {
    let held =
        Memo::new(move |_| screen.view.with(|v| v.as_ref().is_some_and(|v| v.subject.held_out)));
    let write = move |_| {
        if any(screen) {
            screen.mail.set(Some(screen.app.lang.get_untracked()));
        }
    };
    view! {
        <button type="button" class="btn" on:click=move |_| hold(screen, !held.get_untracked())>
            {move || {
                screen.app.text(if held.get() { "ageing-chase" } else { "ageing-hold-out" })
            }}
        </button>
        <button type="button" class="btn" on:click=write>
            {say("ageing-write")}
        </button>
    }
}

/// Says what is missing when nothing is selected.
fn any(screen: Screen) -> bool {
    let count = screen.view.with_untracked(|v| v.as_ref().map_or(0, |v| v.subject.count));
    if count == 0 {
        screen.app.tell(Toast::plain(screen.app.text("ageing-select-first")));
    }
    count > 0
}

/// Takes the selected customers out of the reminders, or back in.
fn hold(screen: Screen, out: bool) {
    if !any(screen) {
        return;
    }
    let query = Query::Ageing(Choice {
        selected: screen.list.pointing.selected.get_untracked(),
        take: true,
        ..untrack(|| choice(screen.place))
    });
    let ask = Ask::Look { lang: screen.app.lang.get_untracked(), query };
    spawn_local(async move {
        let Answer::View(view) = screen.app.engine().ask(ask).await.answer else { return };
        let View::Ageing(view) = *view else { return };
        let mut policy = view.policy;
        for customer in view.subject.customers {
            if out {
                policy.held_out.insert(customer);
            } else {
                policy.held_out.remove(&customer);
            }
        }
        screen.app.act(Command::SetAgeing(Box::new(policy)));
    });
}

pub(super) fn dialog(screen: Screen) -> impl IntoView {
    let app = screen.app;
    let open = RwSignal::new(false);
    // Each way only on a change: setting a signal wakes its effects even when it stays the same.
    Effect::new(move || {
        let wanted = screen.mail.get().is_some();
        if open.get_untracked() != wanted {
            open.set(wanted);
        }
    });
    Effect::new(move || {
        if !open.get() && screen.mail.get_untracked().is_some() {
            screen.mail.set(None);
        }
    });
    let title = Signal::derive(move || tieout::words::text(app.lang.get(), "ageing-mail-title"));
    view! {
        <Dialog open=open label=title class="dialog wide">
            {form(screen, open)}
        </Dialog>
    }
}

fn form(screen: Screen, open: RwSignal<bool>) -> impl IntoView {
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
        <header>{say("ageing-mail-title")}</header>
        <div class="body stack">
            <label class="field">
                {say("unbilled-mail-lang")}
                <select class="select" on:change=choose>
                    {options.collect_view()}
                </select>
            </label>
            <textarea
                class="input"
                rows="16"
                readonly
                aria-label=say("ageing-mail-title")
                prop:value=move || text.get()
            ></textarea>
            <p class="dim small">{say("ageing-mail-say")}</p>
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
