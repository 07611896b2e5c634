//! The inspector: where a receipt comes from, the candidates with what speaks for and against each,
//! what was applied to what, and the text for asking the payer.

use leptos::prelude::*;
use tieout::view::reconcile::{
    Allocated, Answered, Candidate, Inspector, Paper, PassLine, RefundTests,
};

use super::{Screen, decide, learned};
use crate::app::parts::amount;
use crate::app::parts::source_tag::source_tag;
use crate::app::parts::status::{Status, glyph};
use crate::app::parts::toast::Toast;
use crate::app::platform::clipboard::copy;
use crate::app::state::say;

pub(super) fn inspector(screen: Screen) -> impl IntoView {
    let shown = Memo::new(move |_| screen.view.with(|v| v.as_ref()?.inspector.clone()));
    view! {
        <aside class="insp" aria-label=say("reconcile-inspector")>
            {move || shown.get().map(|inspector| body(screen, *inspector))}
        </aside>
    }
}

fn body(screen: Screen, inspector: Inspector) -> impl IntoView {
    let Inspector { head, receipts, items, candidates, candidates_text, allocated, .. } = inspector;
    let papers = if receipts.is_empty() { items } else { receipts };
    let searched = match inspector.searched.is_empty() {
        true => view! { <p class="dim">{inspector.searched_none}</p> }.into_any(),
        false => view! { <p class="id">{inspector.searched.join(", ")}</p> }.into_any(),
    };
    let packet = (!inspector.ask.is_empty())
        .then(|| packet(screen, inspector.ask, searched, inspector.mail));
    let refund = inspector.refund.map(refund_tests);
    let reopens = inspector.reopens.map(reopens);
    let payer = (!inspector.payer.is_empty())
        .then(|| payer_is(screen, inspector.payer, inspector.oldest_first));
    view! {
        <header class="pane-h">
            <h2>{head}</h2>
        </header>
        <div class="insp-b" tabindex="0">
            {papers.into_iter().map(paper).collect_view()}
            {payer}
            {reopens}
            {refund}
            {packet}
            {(!allocated.is_empty()).then(|| applied(screen, allocated))}
            {(!candidates.is_empty())
                .then(|| {
                    view! {
                        <h3>{candidates_text}</h3>
                        <ol class="cands">
                            {candidates
                                .into_iter()
                                .map(|one| candidate(screen, one))
                                .collect_view()}
                        </ol>
                    }
                })}
        </div>
    }
}

/// Who paid is entered once and known from then on.
fn payer_is(
    screen: Screen,
    payer: String,
    oldest_first: Option<(String, String)>,
) -> impl IntoView {
    let oldest = oldest_first.map(|customer| {
        view! {
            <button
                type="button"
                class="btn small"
                on:click=move |_| learned::oldest_first(screen, customer.clone(), true)
            >
                {say("learned-oldest")}
            </button>
        }
    });
    view! {
        <div class="row">
            <button
                type="button"
                class="btn small"
                on:click=move |_| learned::open(screen, &payer)
            >
                {say("learned-payer-is")}
            </button>
            {oldest}
        </div>
    }
}

fn paper(paper: Paper) -> impl IntoView {
    let line = |word: &'static str, text: String| {
        (!text.is_empty()).then(|| {
            view! {
                <dt>{say(word)}</dt>
                <dd>{text}</dd>
            }
        })
    };
    view! {
        <dl class="kv">
            {line("reconcile-bank-text", paper.text)} {line("reconcile-date", paper.date)}
            <dt>{say("reconcile-source")}</dt>
            <dd>{source_tag(&paper.source)}</dd>
        </dl>
    }
}

fn applied(screen: Screen, all: Vec<Allocated>) -> impl IntoView {
    let one = move |allocated: Allocated| {
        let refusal = allocated.refusal.clone();
        let back = move |_| {
            if let Some(refusal) = refusal.clone() {
                decide::send_refusal(screen, refusal);
            }
        };
        view! {
            <li class="r-alloc">
                <span class="id clip">{allocated.item}</span>
                <span class="num">{allocated.amount.as_ref().map(amount::alone)}</span>
                <button type="button" class="btn small" on:click=back>
                    {say("reconcile-take-back-one")}
                </button>
            </li>
        }
    };
    view! {
        <h3>{say("reconcile-applied-list")}</h3>
        <ul>{all.into_iter().map(one).collect_view()}</ul>
    }
}

fn candidate(screen: Screen, one: Candidate) -> impl IntoView {
    let now = Memo::new(|_| false);
    let current = one.current;
    let application = one.application.clone();
    let tie = move |_| {
        if let Some(application) = application.clone() {
            decide::apply(screen, application);
        }
    };
    let can = !current && one.application.is_some();
    let chips = one.chips.into_iter().map(|chip| super::list::evidence_chip(screen, chip, now));
    view! {
        <li aria-current=current.then_some("true")>
            <div class="c-h">
                <span class="id">{one.items.join(" + ")}</span>
                <span class="num">{one.amount.as_ref().map(amount::alone)}</span>
            </div>
            <div class="evs">{chips.collect_view()}</div>
            {(!current).then(|| why_not(one.passes))}
            {can
                .then(|| {
                    view! {
                        <div>
                            <button type="button" class="btn small" on:click=tie>
                                {say("reconcile-use")}
                            </button>
                        </div>
                    }
                })}
        </li>
    }
}

pub(super) fn why_not(passes: Vec<PassLine>) -> impl IntoView {
    let none = passes.is_empty().then(|| view! { <p>{say("reconcile-nothing-against")}</p> });
    let line = |line: PassLine| {
        view! {
            <p>
                <b>{line.pass}</b>
                ": "
                {line.why}
            </p>
        }
    };
    view! {
        <details>
            <summary>{say("reconcile-why-not")}</summary>
            {none}
            {passes.into_iter().map(line).collect_view()}
        </details>
    }
}

/// A payment came back, and what it had settled is open again.
fn reopens(invoice: Answered) -> impl IntoView {
    view! {
        <h3>{say("return-reopens")}</h3>
        <p>{invoice.name} " " {invoice.source.as_ref().map(source_tag)}</p>
        <p class="dim">{invoice.answer}</p>
    }
}

/// Before any of it is given back.
fn refund_tests(refund: RefundTests) -> impl IntoView {
    let status = if refund.is_candidate { Status::Review } else { Status::NotExamined };
    let rest = refund.rest.map(|rest| format!("{} {}", rest.code, rest.text));
    let test = |test: Answered| {
        view! {
            <dt>{test.name}</dt>
            <dd>{test.answer} " " {test.source.as_ref().map(source_tag)}</dd>
        }
    };
    view! {
        <h3>{say("refund-title")}</h3>
        <p>{glyph(status)} " " <b class="num">{rest}</b> " · " {refund.verdict}</p>
        <dl class="kv r-tests">{refund.tests.into_iter().map(test).collect_view()}</dl>
    }
}

/// For a receipt that nobody knows: what was searched, and the words for asking.
fn packet(screen: Screen, ask: String, searched: AnyView, mail: String) -> impl IntoView {
    view! {
        <p>{ask}</p>
        <h3>{say("reconcile-searched")}</h3>
        {searched}
        {(!mail.is_empty()).then(|| letter(screen, mail))}
    }
}

/// To the payer, ready to be taken into a mail.
fn letter(screen: Screen, mail: String) -> impl IntoView {
    let text = mail.clone();
    let take = move |_| {
        if copy(&text, "") {
            screen.app.tell(Toast::plain(screen.app.text("reconcile-copied")));
        }
    };
    view! {
        <h3>{say("reconcile-mail-head")}</h3>
        <p class="r-mail">{mail}</p>
        <div>
            <button type="button" class="btn small" on:click=take>
                {say("reconcile-mail-copy")}
            </button>
        </div>
    }
}
