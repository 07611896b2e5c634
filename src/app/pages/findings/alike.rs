//! The look-alikes of a finding in a dialog: the signature, every invoice with it, and one button
//! that accepts those that are still open.

use leptos::prelude::*;
use tieout::rules::Verdict;
use tieout::session::Command;
use tieout::view::findings::{AlikeRow, LookAlikes};
use tieout::words::{self, Args};

use super::Screen;
use crate::app::parts::amount;
use crate::app::parts::dialog::Dialog;
use crate::app::parts::source_tag::source_tag;
use crate::app::state::say;

pub(super) fn dialog(screen: Screen) -> impl IntoView {
    let open = RwSignal::new(false);
    let shown = Memo::new(move |_| {
        screen.view.with(|v| v.as_ref().and_then(|v| v.open.as_ref()).and_then(|o| o.alike.clone()))
    });
    // Each way only on a change: setting a signal wakes its effects even when it stays the same.
    Effect::new(move || {
        let wanted = shown.with(Option::is_some);
        if open.get_untracked() != wanted {
            open.set(wanted);
        }
    });
    Effect::new(move || {
        if !open.get() && screen.alike.get_untracked().is_some() {
            screen.alike.set(None);
        }
    });
    let label = Signal::derive(move || words::text(screen.app.lang.get(), "alike-title"));
    view! {
        <Dialog open=open label=label class="dialog wide">
            {move || shown.get().map(|alike| body(screen, alike, open))}
        </Dialog>
    }
}

fn body(screen: Screen, alike: LookAlikes, open: RwSignal<bool>) -> impl IntoView {
    let app = screen.app;
    let lang = app.lang.get_untracked();
    let counted =
        |key: &str, count: usize| words::say(lang, key, &Args::new().with("count", count));
    let more = (alike.more > 0)
        .then(|| view! { <p class="dim small">{counted("alike-more", alike.more)}</p> });
    let parts = alike.signature.into_iter().map(|part| view! { <span class="ev">{part}</span> });
    let parts = parts.collect_view();
    let rows = alike.rows.iter().map(row).collect_view();
    let (count, findings) = (alike.open.len(), alike.open);
    let accept = move |_| {
        open.set(false);
        let done = app.text_with("findings-done-accepted", &Args::new().with("count", count));
        let findings = findings.clone();
        app.act_and_tell(Command::Decide { findings, verdict: Verdict::Accepted }, done);
    };
    let accepting = match count {
        0 => view! { <span class="dim grow">{say("alike-none-open")}</span> }.into_any(),
        _ => view! {
            <button type="button" class="btn primary" on:click=accept>
                {counted("alike-accept", count)}
            </button>
        }
        .into_any(),
    };
    view! {
        <header>{say("alike-title")}</header>
        <div class="body stack">
            <div class="evs">{parts}</div>
            <p class="row">
                <span class="grow">{alike.counted}</span>
                <span class="pairs strong">
                    {alike.at_stake.iter().map(amount::with_code).collect_view()}
                </span>
            </p>
            <div class="f-alikes" tabindex="0" role="region" aria-label=say("alike-title")>
                <table class="ledger tight">
                    <thead>
                        <tr>
                            <th>{say("findings-invoice")}</th>
                            <th>{say("alike-date")}</th>
                            <th>{say("findings-message")}</th>
                            <th class="num">{say("findings-difference")}</th>
                            <th>{say("alike-share")}</th>
                            <th>{say("alike-status")}</th>
                            <th>{say("findings-source")}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            {more}
        </div>
        <footer>
            {accepting}
            <button type="button" class="btn" on:click=move |_| open.set(false)>
                {say("findings-close")}
            </button>
        </footer>
    }
}

fn row(row: &AlikeRow) -> impl IntoView + use<> {
    let share = if row.same_share { "alike-same" } else { "alike-other" };
    let itself = row.itself.then(|| view! { " " <span class="dim">{say("alike-this")}</span> });
    view! {
        <tr class:on=row.itself>
            <th scope="row">
                <span class="id">{row.invoice.clone()}</span>
                {itself}
            </th>
            <td class="num">{row.date.clone()}</td>
            <td class="s-wrap">{row.message.clone()}</td>
            <td class="num">{row.at_stake.as_ref().map(amount::with_code)}</td>
            <td class="dim">{say(share)}</td>
            <td class="dim">{row.status.clone()}</td>
            <td>{source_tag(&row.source)}</td>
        </tr>
    }
}
