//! Rows put together by hand, and amounts split: a dialog whose figures the worker works out while
//! the user types.

use leptos::prelude::*;
use tieout::matching::Difference;
use tieout::view::reconcile::{Hand, HandRow, HandView};
use tieout::words::{self, Args};

use super::{Picked, Screen, decide, inspector};
use crate::app::parts::amount;
use crate::app::parts::dialog::Dialog;
use crate::app::state::say;

/// Opens the dialog with the rows of the line that is looked at.
pub(super) fn split(screen: Screen) {
    let Some(inspected) = decide::inspected(screen) else { return };
    if inspected.receipts.is_empty() {
        return;
    }
    // An unidentified receipt begins with the nearest candidate; it can be taken off.
    let items: Vec<String> = match inspected.items.is_empty() {
        false => inspected.items.iter().map(|paper| paper.key.clone()).collect(),
        true => inspected.candidates.first().map(|c| c.item_keys.clone()).unwrap_or_default(),
    };
    screen.hand.set(Some(Hand {
        receipts: inspected.receipts.iter().map(|paper| paper.key.clone()).collect(),
        items: items.into_iter().map(|key| (key, String::new())).collect(),
        ..Hand::default()
    }));
}

/// What is picked so far, with the way to put it together.
pub(super) fn picked_bar(screen: Screen) -> impl IntoView {
    let picked = screen.picked;
    let any = move || picked.with(|p| !p.receipts.is_empty() || !p.items.is_empty());
    let text = move || {
        let args = picked
            .with(|p| Args::new().with("items", p.items.len()).with("receipts", p.receipts.len()));
        words::say(screen.app.lang.get(), "reconcile-picked", &args)
    };
    let together = move |_| {
        let Picked { receipts, items } = picked.get_untracked();
        let items = items.into_iter().map(|key| (key, String::new())).collect();
        screen.hand.set(Some(Hand { receipts, items, ..Hand::default() }));
    };
    view! {
        <Show when=any>
            <div class="bar-tools r-picked" role="status">
                <span>{text}</span>
                <button type="button" class="btn primary" on:click=together>
                    {say("reconcile-together")}
                </button>
                <button
                    type="button"
                    class="btn quiet"
                    on:click=move |_| picked.set(Picked::default())
                >
                    {say("reconcile-clear")}
                </button>
            </div>
        </Show>
    }
}

pub(super) fn dialog(screen: Screen) -> impl IntoView {
    let open = RwSignal::new(false);
    // Each way only on a change: setting a signal wakes its effects even when it stays the same.
    Effect::new(move || {
        let wanted = screen.hand.with(Option::is_some);
        if open.get_untracked() != wanted {
            open.set(wanted);
        }
    });
    Effect::new(move || {
        if !open.get() && screen.hand.with_untracked(Option::is_some) {
            screen.hand.set(None);
        }
    });
    let title = Signal::derive(move || words::text(screen.app.lang.get(), "reconcile-hand-title"));
    view! {
        <Dialog open=open label=title class="dialog wide">
            {form(screen, open)}
        </Dialog>
    }
}

fn form(screen: Screen, open: RwSignal<bool>) -> impl IntoView {
    let shown = Memo::new(move |_| {
        screen.view.with(|v| v.as_ref().and_then(|v| v.hand.clone()).unwrap_or_default())
    });
    let send = move |_| {
        if let Some(application) = shown.with_untracked(|s| s.application.clone()) {
            open.set(false);
            screen.picked.set(Picked::default());
            decide::apply(screen, application);
        }
    };
    let why = move || {
        let passes = shown.with(|s| s.passes.clone());
        let chips = shown.with(|s| s.chips.clone());
        let now = Memo::new(|_| false);
        (!chips.is_empty()).then(|| {
            let chips = chips
                .into_iter()
                .map(|chip| super::list::evidence_chip(screen, chip, now))
                .collect_view();
            view! {
                <div class="stack">
                    <h3>{say("reconcile-hand-why")}</h3>
                    <div class="evs">{chips}</div>
                    <div class="cands">{inspector::why_not(passes)}</div>
                </div>
            }
        })
    };
    view! {
        <header>{say("reconcile-hand-title")}</header>
        <div class="body stack">
            {receipts(shown)}
            {items(screen, shown)}
            {reason(screen, shown)}
            <p role="status" class:flag=move || shown.with(|s| !s.problem.is_empty())>
                {move || shown.with(|s| status(screen, s))}
            </p>
            {why}
        </div>
        <footer>
            <button type="button" class="btn" on:click=move |_| open.set(false)>
                {say("cancel")}
            </button>
            <button
                type="button"
                class="btn primary"
                disabled=move || shown.with(|s| s.application.is_none())
                on:click=send
            >
                {say("reconcile-hand-do")}
            </button>
        </footer>
    }
}

fn status(screen: Screen, shown: &HandView) -> String {
    if !shown.problem.is_empty() {
        return shown.problem.clone();
    }
    let text = |amount: &Option<tieout::view::Amount>| {
        amount.as_ref().map(|a| format!("{} {}", a.code, a.text)).unwrap_or_default()
    };
    let args = Args::new()
        .with("applied", text(&shown.applied))
        .with("left", text(&shown.left_over))
        .with("open", text(&shown.still_open));
    words::say(screen.app.lang.get(), "reconcile-hand-applied", &args)
}

fn receipts(shown: Memo<HandView>) -> impl IntoView {
    let row = |row: HandRow| {
        view! {
            <tr>
                <td>{row.paper.date}</td>
                <td class="clip r-text">{row.paper.text}</td>
                <td class="num">{row.available.as_ref().map(amount::with_code)}</td>
                <td class="num">{row.rest.as_ref().map(amount::or_nil)}</td>
            </tr>
        }
    };
    view! {
        <table class="ledger r-hand">
            {head("reconcile-hand-receipts", &["reconcile-hand-available", "reconcile-hand-rest"])}
            <tbody>
                {move || shown.with(|s| s.receipts.clone()).into_iter().map(row).collect_view()}
            </tbody>
        </table>
    }
}

/// What the rows are, over two columns, then their figures.
fn head(rows: &'static str, figures: &[&'static str]) -> impl IntoView + use<> {
    let figure = |word: &&'static str| {
        view! {
            <th scope="col" class="num">
                {say(word)}
            </th>
        }
    };
    view! {
        <thead>
            <tr>
                <th scope="col" colspan="2">
                    {say(rows)}
                </th>
                {figures.iter().map(figure).collect_view()}
            </tr>
        </thead>
    }
}

/// The inputs stay while the figures beside them change: rows are made once for each key.
fn items(screen: Screen, shown: Memo<HandView>) -> impl IntoView {
    let keys = Memo::new(move |_| {
        let typed = screen.hand.with(|h| h.as_ref().map(|h| h.items.clone()).unwrap_or_default());
        typed.into_iter().map(|(key, _)| key).collect::<Vec<String>>()
    });
    view! {
        <table class="ledger r-hand">
            {head(
                "reconcile-hand-items",
                &["reconcile-hand-available", "reconcile-hand-amount", "reconcile-hand-rest"],
            )}
            <tbody>
                <For each=move || keys.get() key=|key| key.clone() let:key>
                    {item_row(screen, shown, key)}
                </For>
            </tbody>
        </table>
    }
}

fn item_row(screen: Screen, shown: Memo<HandView>, key: String) -> impl IntoView {
    let own = key.clone();
    let row = Memo::new(move |_| {
        shown.with(|s| s.items.iter().find(|row| row.paper.key == own).cloned())
    });
    let figure = move |of: fn(&HandRow) -> Option<tieout::view::Amount>| {
        row.with(|row| row.as_ref().and_then(of)).as_ref().map(amount::or_nil)
    };
    let number = move || row.with(|r| r.as_ref().map(|r| r.paper.number.clone()));
    let name = move || row.with(|r| r.as_ref().map(|r| r.paper.name.clone()));
    let typed = move |event| {
        let text = event_target_value(&event);
        screen.hand.update(|hand| {
            let rows = hand.iter_mut().flat_map(|hand| &mut hand.items);
            rows.filter(|(of, _)| *of == key).for_each(|(_, amount)| amount.clone_from(&text));
        });
    };
    let label = move || {
        let word = words::text(screen.app.lang.get(), "reconcile-hand-amount");
        format!("{word} {}", number().unwrap_or_default())
    };
    view! {
        <tr>
            <td class="id">{number}</td>
            <td class="clip r-text">{name}</td>
            <td class="num">{move || figure(|row| row.available.clone())}</td>
            <td class="num">
                <input class="input num" inputmode="decimal" aria-label=label on:input=typed/>
            </td>
            <td class="num">{move || figure(|row| row.rest.clone())}</td>
        </tr>
    }
}

fn reason(screen: Screen, shown: Memo<HandView>) -> impl IntoView {
    let codes = Memo::new(move |_| shown.with(|s| s.codes.clone()));
    let choose = move |event| {
        let at = event_target_value(&event).parse::<usize>().ok();
        let code = at.and_then(|at| codes.with_untracked(|all| all.get(at).cloned()));
        let code: Option<Difference> = code.map(|(code, _)| code);
        screen.hand.update(|hand| hand.iter_mut().for_each(|hand| hand.code = code));
    };
    let note = move |event| {
        let text = event_target_value(&event);
        screen.hand.update(|hand| hand.iter_mut().for_each(|hand| hand.note.clone_from(&text)));
    };
    let option = |(at, (_, word)): (usize, (Difference, String))| {
        view! { <option value=at.to_string()>{word}</option> }
    };
    view! {
        <div class="row">
            <label class="field">
                {say("reconcile-hand-code")}
                <select class="select" on:change=choose>
                    <option value="">{say("reconcile-hand-code-none")}</option>
                    {move || codes.get().into_iter().enumerate().map(option).collect_view()}
                </select>
            </label>
            <label class="field grow">
                {say("reconcile-hand-note")} <input class="input" on:input=note/>
            </label>
        </div>
    }
}
