//! Decisions: accept, dismiss with a reason, reopen. A decision about more than one finding is
//! confirmed with its count and amount repeated.

use leptos::prelude::*;
use leptos::task::spawn_local;
use tieout::protocol::{Answer, Ask as EngineAsk};
use tieout::rules::Verdict;
use tieout::session::Command;
use tieout::view::findings::{Choice, Detail, DetailCell, Subject};
use tieout::view::{Query, View};
use tieout::words::{self, Args};

use super::{Screen, choice};
use crate::app::parts::amount;
use crate::app::parts::dialog::{Dialog, confirms};
use crate::app::parts::source_tag::source_tag;
use crate::app::parts::status::{Status, glyph};
use crate::app::state::{App, say};

/// What is being confirmed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::app::pages) enum Ask {
    Accept,
    Dismiss,
}

pub(super) fn accept(screen: Screen) {
    match subject(screen).count {
        0 => {}
        1 => send(screen, Verdict::Accepted),
        _ => screen.dialog.set(Some(Ask::Accept)),
    }
}

pub(super) fn dismiss(screen: Screen) {
    if subject(screen).count > 0 {
        screen.dialog.set(Some(Ask::Dismiss));
    }
}

pub(super) fn reopen(screen: Screen) {
    let app = screen.app;
    spawn_local(async move {
        let keys = take(app, screen).await;
        let count = keys.len();
        let findings = keys.into_iter().map(|(key, _)| key).collect();
        done(app, screen, Command::Reopen { findings }, "findings-done-reopened", count).await;
    });
}

fn send(screen: Screen, verdict: Verdict) {
    let app = screen.app;
    spawn_local(async move {
        let findings = take(app, screen).await;
        let count = findings.len();
        let key = match verdict {
            Verdict::Accepted => "findings-done-accepted",
            Verdict::Dismissed { .. } => "findings-done-dismissed",
        };
        done(app, screen, Command::Decide { findings, verdict }, key, count).await;
    });
}

/// Sends the command, says so with Undo beside it, and opens the next rule below when this one has
/// no row left.
async fn done(app: App, screen: Screen, command: Command, key: &str, count: usize) {
    if count == 0 {
        return;
    }
    let open = screen.view.with_untracked(|v| v.as_ref().and_then(|v| v.open.clone()));
    if !app.act_and_wait(command).await {
        return;
    }
    let text = app.text_with(key, &Args::new().with("count", count));
    app.tell(crate::app::parts::toast::Toast::undoable(text));
    screen.pointing.clear();
    if let Some(open) = open.filter(|open| open.total as usize <= count) {
        screen.place.set("rule", open.next.as_deref().unwrap_or_default());
    }
}

/// The keys of what the decision is about, asked for when they are needed.
async fn take(app: App, screen: Screen) -> Vec<(String, Option<tieout::base::Money>)> {
    let choice = Choice {
        selected: screen.pointing.selected.get_untracked(),
        take: true,
        ..untrack(|| choice(screen.place))
    };
    let ask = EngineAsk::Look { lang: app.lang.get_untracked(), query: Query::Findings(choice) };
    match app.engine().ask(ask).await.answer {
        Answer::View(view) => match *view {
            View::Findings(view) => view.subject.keys,
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}

fn subject(screen: Screen) -> Subject {
    screen.view.with_untracked(|v| v.as_ref().map_or_else(Subject::default, |v| v.subject.clone()))
}

pub(super) fn dialogs(screen: Screen) -> impl IntoView {
    let app = screen.app;
    let confirming = RwSignal::new(false);
    // Each way only on a change: setting a signal wakes its effects even when it stays the same.
    Effect::new(move || {
        let wanted = screen.dialog.get().is_some();
        if confirming.get_untracked() != wanted {
            confirming.set(wanted);
        }
    });
    Effect::new(move || {
        if !confirming.get() && screen.dialog.get_untracked().is_some() {
            screen.dialog.set(None);
        }
    });
    let explaining = RwSignal::new(false);
    let detail = Memo::new(move |_| {
        screen
            .view
            .with(|v| v.as_ref().and_then(|v| v.open.as_ref()).and_then(|o| o.detail.clone()))
    });
    Effect::new(move || {
        let wanted = detail.with(Option::is_some);
        if explaining.get_untracked() != wanted {
            explaining.set(wanted);
        }
    });
    Effect::new(move || {
        if !explaining.get() && screen.explain.get_untracked().is_some() {
            screen.explain.set(None);
        }
    });
    let label = Signal::derive(move || title(app, screen));
    let explain_label = Signal::derive(move || words::text(app.lang.get(), "findings-explain"));
    view! {
        <Dialog open=confirming label=label>
            {move || match screen.dialog.get() {
                Some(Ask::Accept) => accept_form(screen, confirming).into_any(),
                Some(Ask::Dismiss) => dismiss_form(screen, confirming).into_any(),
                None => ().into_any(),
            }}
        </Dialog>
        <Dialog open=explaining label=explain_label class="dialog wide">
            {move || detail.get().map(|detail| detail_view(detail, explaining))}
        </Dialog>
    }
}

fn title(app: App, screen: Screen) -> String {
    let key = match screen.dialog.get() {
        Some(Ask::Accept) => "findings-accept-title",
        _ => "findings-dismiss-title",
    };
    let code = untrack(|| screen.place.param("rule")).unwrap_or_default();
    let args = Args::new().with("count", subject(screen).count).with("code", code);
    words::say(app.lang.get(), key, &args)
}

fn at_stake(screen: Screen) -> impl IntoView {
    let sums = subject(screen).at_stake;
    view! { <p class="pairs strong">{sums.iter().map(amount::with_code).collect_view()}</p> }
}

fn accept_form(screen: Screen, open: RwSignal<bool>) -> impl IntoView {
    let app = screen.app;
    let count = Args::new().with("count", subject(screen).count);
    let accept = move |_| {
        open.set(false);
        send(screen, Verdict::Accepted);
    };
    view! {
        <header>{title(app, screen)}</header>
        <div class="body">
            {at_stake(screen)}
            <p>{say("findings-accept-say")}</p>
        </div>
        <footer>
            <button type="button" class="btn" on:click=move |_| open.set(false)>
                {say("findings-cancel")}
            </button>
            <button type="button" class="btn primary" autofocus on:click=accept>
                {words::say(app.lang.get_untracked(), "findings-accept-do", &count)}
            </button>
        </footer>
    }
}

static REASONS: [&str; 3] =
    ["findings-reason-agreed", "findings-reason-card", "findings-reason-other"];

fn dismiss_form(screen: Screen, open: RwSignal<bool>) -> impl IntoView {
    let app = screen.app;
    let chosen = RwSignal::new(REASONS[0]);
    let note = RwSignal::new(String::new());
    let count = Args::new().with("count", subject(screen).count);
    let radios = REASONS.into_iter().map(|key| {
        view! {
            <label class="check">
                <input
                    type="radio"
                    name="why"
                    prop:checked=move || chosen.get() == key
                    on:change=move |_| chosen.set(key)
                />
                {say(key)}
            </label>
        }
    });
    let radios = radios.collect_view();
    // "Other" alone says nothing: it needs the note.
    let lacks = move || chosen.get() == REASONS[2] && note.with(|note| note.trim().is_empty());
    let send_it = move || {
        if untrack(lacks) {
            return;
        }
        let why = (chosen.get_untracked() != REASONS[2]).then(|| app.text(chosen.get_untracked()));
        let reason = reason(why, note.get_untracked().trim());
        open.set(false);
        send(screen, Verdict::Dismissed { reason });
    };
    view! {
        <div on:keydown=move |event| if confirms(&event) { send_it() }>
            <header>{title(app, screen)}</header>
            <div class="body stack">
                {at_stake(screen)}
                <fieldset>
                    <legend class="sr">{say("findings-reason")}</legend>
                    {radios}
                </fieldset>
                <label>
                    {say("findings-reason-note")}
                    <textarea
                        class="input"
                        rows="2"
                        prop:value=move || note.get()
                        on:input=move |event| note.set(event_target_value(&event))
                    ></textarea>
                </label>
                <p class="dim small">{say("findings-reason-back")}</p>
            </div>
            <footer>
                <button type="button" class="btn" on:click=move |_| open.set(false)>
                    {say("findings-cancel")}
                </button>
                <button
                    type="button"
                    class="btn primary"
                    prop:disabled=lacks
                    on:click=move |_| send_it()
                >
                    {words::say(app.lang.get_untracked(), "findings-dismiss-do", &count)}
                </button>
            </footer>
        </div>
    }
}

/// The reason as it is kept: the chosen one, the note, or both.
fn reason(why: Option<String>, note: &str) -> String {
    match why {
        None => note.to_owned(),
        Some(why) if note.is_empty() => why,
        Some(why) => format!("{why}: {note}"),
    }
}

fn detail_view(detail: Detail, open: RwSignal<bool>) -> impl IntoView {
    let cells = detail.cells.into_iter().map(cell_row).collect_view();
    view! {
        <header>{detail.title}</header>
        <div class="body stack">
            <p class="strong">{detail.message}</p>
            <p>{detail.why}</p>
            <p>{detail.fix}</p>
            {detail
                .rounding
                .map(|(explained, text)| {
                    let status = if explained { Status::Partly } else { Status::Review };
                    view! { <p class="row">{glyph(status)} <span>{text}</span></p> }
                })}
            <table class="ledger tight">
                <thead>
                    <tr>
                        <th>{say("findings-source")}</th>
                        <th>{say("findings-in-file")}</th>
                        <td></td>
                    </tr>
                </thead>
                <tbody>{cells}</tbody>
            </table>
        </div>
        <footer>
            <button type="button" class="btn" on:click=move |_| open.set(false)>
                {say("findings-close")}
            </button>
        </footer>
    }
}

fn cell_row(cell: DetailCell) -> impl IntoView {
    view! {
        <tr>
            <th scope="row">{cell.label}</th>
            <td>{cell.raw}</td>
            <td>{source_tag(&cell.source)}</td>
        </tr>
    }
}
