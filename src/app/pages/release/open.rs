//! The invoice that is looked at: the findings that hold it, each with its cell, and the waiver.

use leptos::prelude::*;
use tieout::rules::Waiver;
use tieout::session::Command;
use tieout::view::release::{HoldingFinding, OpenInvoice, Show as List};
use tieout::words::{self, Args};

use super::{Screen, choice};
use crate::app::pages::findings::severity_glyph;
use crate::app::parts::amount;
use crate::app::parts::dialog::{Dialog, confirms};
use crate::app::parts::source_tag::source_tag;
use crate::app::state::say;

pub(super) fn pane(screen: Screen) -> impl IntoView {
    let open = Memo::new(move |_| screen.view.with(|v| v.as_ref().and_then(|v| v.open.clone())));
    let label = Signal::derive(move || title(screen));
    // An empty list says why it is empty.
    let none =
        Memo::new(move |_| match screen.view.with(|v| v.as_ref().is_some_and(|v| v.total == 0)) {
            false => "release-open-first",
            true if !screen.find.with(String::is_empty) => "release-none-found",
            true => match choice(screen.place).show {
                List::Held => "release-none-held",
                List::Released => "release-none-released",
                List::Waived => "release-none-waived",
            },
        });
    view! {
        <section class="pane q-pane" aria-label=say("release-invoice")>
            {move || match open.get() {
                None => view! { <p class="empty">{say(none.get())}</p> }.into_any(),
                Some(open) => invoice(screen, open).into_any(),
            }}
        </section>
        <Dialog open=screen.waiving label=label>
            {move || open.get().map(|open| form(screen, open))}
        </Dialog>
    }
}

fn title(screen: Screen) -> String {
    let no = screen.view.with(|v| v.as_ref().and_then(|v| v.open.as_ref()).map(|o| o.no.clone()));
    let args = Args::new().with("invoice", no.unwrap_or_default());
    words::say(screen.app.lang.get(), "release-waive-title", &args)
}

fn invoice(screen: Screen, open: OpenInvoice) -> impl IntoView {
    let held = !open.findings.is_empty();
    let can_waive = held && (!open.waived || open.expired);
    let (no, app) = (open.no.clone(), screen.app);
    let end = move |_| {
        let done = app.text_with("release-done-ended", &Args::new().with("invoice", no.clone()));
        app.act_and_tell(Command::EndWaiver { invoice: no.clone() }, done);
    };
    let body = match held {
        false => view! { <p class="empty">{say("release-nothing-holds")}</p> }.into_any(),
        true => {
            let rows = open.findings.iter().map(finding).collect_view();
            view! {
                <div class="list" tabindex="0" role="region" aria-label=say("release-held-by")>
                    <table class="ledger">
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            }
            .into_any()
        }
    };
    view! {
        <header class="pane-h">
            <h2>{open.title.clone()}</h2>
            <span class="strong">{open.value_text.as_ref().map(amount::with_code)}</span>
            <span class="dim grow clip">{open.waiver.clone()}</span>
            {open
                .waived
                .then(|| {
                    view! {
                        <button type="button" class="btn small" on:click=end>
                            {say("release-end-waiver")}
                        </button>
                    }
                })}
            {can_waive
                .then(|| {
                    view! {
                        <button
                            type="button"
                            class="btn small primary q-waive"
                            on:click=move |_| screen.waiving.set(true)
                        >
                            {say("release-waive")}
                        </button>
                    }
                })}
        </header>
        {body}
    }
}

fn finding(finding: &HoldingFinding) -> impl IntoView + use<> {
    view! {
        <tr>
            <td class="gl w0">{severity_glyph(&finding.severity)}</td>
            <td class="id w0">{finding.code.clone()}</td>
            <th scope="row" class="s-wrap">
                {finding.message.clone()}
            </th>
            <td class="num">{finding.at_stake.as_ref().map(amount::with_code)}</td>
            <td class="w0">{source_tag(&finding.source)}</td>
        </tr>
    }
}

fn form(screen: Screen, open: OpenInvoice) -> impl IntoView {
    let app = screen.app;
    let (reason, approver) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let blank = |text: RwSignal<String>| text.with(|text| text.trim().is_empty());
    let lacks = move || blank(reason) || blank(approver);
    let value = open.value_text.clone();
    let send = move || {
        if untrack(lacks) {
            return;
        }
        screen.waiving.set(false);
        let waiver = Waiver {
            reason: reason.get_untracked().trim().to_owned(),
            approver: approver.get_untracked().trim().to_owned(),
            value: open.value,
            findings: open.grounds.clone(),
        };
        let args = Args::new().with("invoice", open.no.clone());
        let done = app.text_with("release-done-waived", &args);
        let waive = Command::Waive { invoice: open.no.clone(), waiver: Box::new(waiver) };
        app.act_and_tell(waive, done);
    };
    let (on_key, on_click) = (send.clone(), send);
    view! {
        <div on:keydown=move |event| if confirms(&event) { on_key() }>
            <header>{title(screen)}</header>
            <div class="body stack">
                <p class="strong">{value.as_ref().map(amount::with_code)}</p>
                <label>
                    {say("release-reason")}
                    <textarea
                        class="input"
                        rows="2"
                        prop:value=move || reason.get()
                        on:input=move |event| reason.set(event_target_value(&event))
                    ></textarea>
                </label>
                <label>
                    {say("release-approver")}
                    <input
                        class="input"
                        type="text"
                        autocomplete="off"
                        prop:value=move || approver.get()
                        on:input=move |event| approver.set(event_target_value(&event))
                    />
                </label>
                <p class="dim small">{say("release-waive-say")}</p>
            </div>
            <footer>
                <button type="button" class="btn" on:click=move |_| screen.waiving.set(false)>
                    {say("findings-cancel")}
                </button>
                <button
                    type="button"
                    class="btn primary"
                    prop:disabled=lacks
                    on:click=move |_| on_click()
                >
                    {say("release-waive-do")}
                </button>
            </footer>
        </div>
    }
}
