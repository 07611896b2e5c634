//! Reminders: holding customers out, and the statement of account to copy.

use leptos::prelude::*;
use leptos::task::spawn_local;
use tieout::protocol::{Answer, Ask};
use tieout::session::Command;
use tieout::view::ageing::Choice;
use tieout::view::{Query, View};

use super::{Screen, choice};
use crate::app::parts::letter::{Letter, letter};
use crate::app::parts::toast::Toast;
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
    let text = Memo::new(move |_| {
        screen.view.with(|v| v.as_ref().map_or_else(String::new, |v| v.subject.mail.clone()))
    });
    let lang = screen.mail;
    let (title, aside) = ("ageing-mail-title", "ageing-mail-say");
    letter(screen.app, Letter { lang, text, title, aside, rows: 16 })
}
