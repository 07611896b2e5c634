//! Decisions about the line that is looked at, and about all that are proposed at once.

use leptos::prelude::*;
use leptos::task::spawn_local;
use tieout::matching::{Application, Refusal};
use tieout::protocol::{Answer, Ask};
use tieout::session::Command;
use tieout::view::reconcile::{Choice, Inspector};
use tieout::view::{Query, View};
use tieout::words::{self, Args};

use super::{Screen, choice};
use crate::app::parts::amount;
use crate::app::parts::dialog::{Dialog, confirms};
use crate::app::state::say;

/// Ties a suggestion. Where two answers fit nothing is preselected, and Enter does nothing.
pub(super) fn tie(screen: Screen) {
    let can = line(screen, |line| line.can_tie);
    let application = inspected(screen).and_then(|inspector| inspector.application);
    if can && let Some(application) = application {
        apply(screen, application);
    }
}

pub(super) fn refuse(screen: Screen) {
    if line(screen, |line| line.can_refuse)
        && let Some(refusal) = inspected(screen).and_then(|inspector| inspector.refusal)
    {
        send_refusal(screen, refusal);
    }
}

pub(super) fn take_back(screen: Screen) {
    if line(screen, |line| line.can_undo)
        && let Some(refusal) = inspected(screen).and_then(|inspector| inspector.refusal)
    {
        send_refusal(screen, refusal);
    }
}

pub(super) fn apply(screen: Screen, application: Application) {
    let args = Args::new().with("count", 1_usize);
    let done = screen.app.text_with("reconcile-did-tie", &args);
    let command = Command::ApplyCash { applications: vec![application] };
    screen.app.act_and_tell(command, done);
}

pub(super) fn send_refusal(screen: Screen, refusal: Refusal) {
    let stood = refusal.reversed.is_some();
    let key = if stood { "reconcile-did-back" } else { "reconcile-did-refuse" };
    let command = Command::RefuseCash { refusals: vec![refusal] };
    screen.app.act_and_tell(command, screen.app.text(key));
}

/// What the inspector holds, if it is about the line that the cursor is on.
pub(super) fn inspected(screen: Screen) -> Option<Inspector> {
    let at = screen.list.pointing.cursor.get_untracked().0;
    let inspector = screen.view.with_untracked(|v| v.as_ref()?.inspector.clone())?;
    (inspector.at == at).then_some(*inspector)
}

fn line(screen: Screen, test: fn(&tieout::view::reconcile::Line) -> bool) -> bool {
    let at = screen.list.pointing.cursor.get_untracked().0;
    screen.view.with_untracked(|v| {
        let lines = v.iter().flat_map(|v| &v.lines);
        lines.into_iter().any(|line| line.at == at && test(line))
    })
}

/// Count and amounts are repeated before many are decided at once.
pub(super) fn bulk_dialog(screen: Screen) -> impl IntoView {
    let bulk = Memo::new(move |_| {
        screen.view.with(|v| v.as_ref().map(|v| v.bulk.clone()).unwrap_or_default())
    });
    let counted = move |key: &'static str| {
        let args = Args::new().with("count", bulk.with(|b| b.count));
        words::say(screen.app.lang.get(), key, &args)
    };
    let title = Signal::derive(move || counted("reconcile-bulk-title"));
    let send = move || {
        screen.bulk.set(false);
        spawn_local(async move {
            let applications = take(screen).await;
            let args = Args::new().with("count", applications.len());
            let done = screen.app.text_with("reconcile-did-tie", &args);
            if !applications.is_empty() {
                screen.app.act_and_tell(Command::ApplyCash { applications }, done);
            }
        });
    };
    view! {
        <Dialog open=screen.bulk label=title>
            <div on:keydown=move |event| if confirms(&event) { send() }>
                <header>{move || title.get()}</header>
                <div class="body">
                    <p class="row">
                        {move || bulk.with(|b| b.sums.iter().map(amount::with_code).collect_view())}
                    </p>
                    <p>{say("reconcile-bulk-why")}</p>
                </div>
                <footer>
                    <button type="button" class="btn" on:click=move |_| screen.bulk.set(false)>
                        {say("cancel")}
                    </button>
                    <button type="button" class="btn primary" on:click=move |_| send()>
                        {move || counted("reconcile-bulk-do")}
                    </button>
                </footer>
            </div>
        </Dialog>
    }
}

/// All suggestions as listed, asked for when they are needed.
async fn take(screen: Screen) -> Vec<Application> {
    let query = Query::Reconcile(Choice { take: true, ..untrack(|| choice(screen.place)) });
    let ask = Ask::Look { lang: screen.app.lang.get_untracked(), query };
    match screen.app.engine().ask(ask).await.answer {
        Answer::View(view) => match *view {
            View::Reconcile(view) => view.bulk.applications,
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}
