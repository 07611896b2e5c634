//! The table of what was learned: a payer is changed or taken away, a refusal lifted, the whole
//! saved. Every change is a decision in the journal and can be undone.

use leptos::prelude::*;
use tieout::protocol::Export;
use tieout::session::Command;
use tieout::view::reconcile::{HabitLine, LearnedView, PayerLine, RefusedLine, RuleLine};
use tieout::words::{self, Args};

use super::Screen;
use crate::app::parts::dialog::Dialog;
use crate::app::parts::icon::icon;
use crate::app::state::say;

/// What the dialog is at.
#[derive(Clone, PartialEq, Default)]
pub struct Asked {
    /// The payer that is being entered; empty when the table is only read.
    pub payer: String,
    pub typed: String,
}

/// Opens the table, at a payer or at none.
pub(super) fn open(screen: Screen, payer: &str) {
    screen.learned.set(Some(Asked { payer: payer.to_owned(), typed: String::new() }));
}

pub(super) fn dialog(screen: Screen) -> impl IntoView {
    let open = RwSignal::new(false);
    // Each way only on a change: setting a signal wakes its effects even when it stays the same.
    Effect::new(move || {
        let wanted = screen.learned.with(Option::is_some);
        if open.get_untracked() != wanted {
            open.set(wanted);
        }
    });
    Effect::new(move || {
        if !open.get() && screen.learned.with_untracked(Option::is_some) {
            screen.learned.set(None);
        }
    });
    let title = Signal::derive(say("learned-title"));
    view! {
        <Dialog open=open label=title class="dialog wide">
            {tables(screen, open)}
        </Dialog>
    }
}

fn tables(screen: Screen, open: RwSignal<bool>) -> impl IntoView {
    let shown = Memo::new(move |_| {
        screen.view.with(|v| v.as_ref().and_then(|v| v.learned.clone()).unwrap_or_default())
    });
    let lang = move || screen.app.lang.get_untracked();
    let save =
        move |_| screen.app.export(Export::Csv { lang: lang(), section: "learned".to_owned() });
    let none = move || {
        shown.with(|s| {
            let people = s.payers.is_empty() && s.oldest_first.is_empty();
            people && s.rules.is_empty() && s.habits.is_empty() && s.refused.is_empty()
        })
    };
    view! {
        <header>{say("learned-title")}</header>
        <div class="body stack">
            <p class="dim small">{say("learned-why")}</p>
            {entry(screen, shown)}
            <Show when=none>
                <p>{say("learned-none")}</p>
            </Show>
            {payers(screen, shown)}
            {rules(screen, shown)}
            {habits(screen, shown)}
            {oldest(screen, shown)}
            {refused(screen, shown)}
        </div>
        <footer>
            <button type="button" class="btn" disabled=none on:click=save>
                {icon("download", 15)}
                {say("learned-csv")}
            </button>
            <button type="button" class="btn primary" on:click=move |_| open.set(false)>
                {say("close")}
            </button>
        </footer>
    }
}

/// Whose customer the payer is: typed, found by the worker, chosen.
fn entry(screen: Screen, shown: Memo<LearnedView>) -> impl IntoView {
    let payer = Memo::new(move |_| {
        screen.learned.with(|asked| asked.as_ref().map(|a| a.payer.clone()).unwrap_or_default())
    });
    let typed = move |event| {
        let text = event_target_value(&event);
        screen.learned.update(|asked| {
            asked.iter_mut().for_each(|asked| asked.typed.clone_from(&text));
        });
    };
    let label = move || {
        let args = Args::new().with("payer", payer.get());
        words::say(screen.app.lang.get(), "learned-whose", &args)
    };
    let choose = move |customer: (String, String)| {
        let payer = payer.get_untracked();
        screen.learned.set(Some(Asked::default()));
        let command = Command::SetPayer { payer, customer: Some(customer) };
        screen.app.act_and_tell(command, screen.app.text("learned-did-set"));
    };
    let found = Memo::new(move |_| shown.with(|s| s.found.clone()));
    let nothing = move || {
        let asked = screen.learned.with(|a| a.as_ref().is_some_and(|a| !a.typed.trim().is_empty()));
        asked && found.with(Vec::is_empty)
    };
    let option = move |(key, name): (String, String)| {
        let number = key.strip_prefix('#').unwrap_or_default().to_owned();
        let customer = (key, name.clone());
        view! {
            <button type="button" class="btn" on:click=move |_| choose(customer.clone())>
                {name}
                <span class="dim num">{number}</span>
            </button>
        }
    };
    view! {
        <Show when=move || !payer.with(String::is_empty)>
            <div class="stack r-whose">
                <label class="field">
                    {label}
                    <input
                        class="input"
                        type="search"
                        autocomplete="off"
                        placeholder=say("learned-find")
                        on:input=typed
                    />
                </label>
                <div class="row r-found" role="status">
                    {move || found.get().into_iter().map(option).collect_view()}
                    <Show when=nothing>
                        <span class="dim">{say("learned-no-customer")}</span>
                    </Show>
                </div>
            </div>
        </Show>
    }
}

/// The header of a column, by the word for it.
#[derive(Clone, Copy)]
enum Head {
    Text(&'static str),
    Figure(&'static str),
}

/// One list of what was learned, where there is any; the last column is what can be done.
fn table<L, R>(
    all: Memo<Vec<L>>,
    title: &'static str,
    heads: &'static [Head],
    row: impl Fn(L) -> R + Copy + Send + Sync + 'static,
) -> impl IntoView
where
    L: Clone + PartialEq + Send + Sync + 'static,
    R: IntoView + 'static,
{
    let head = |head: &Head| match *head {
        Head::Text(word) => view! { <th scope="col">{say(word)}</th> }.into_any(),
        Head::Figure(word) => view! {
            <th scope="col" class="num">
                {say(word)}
            </th>
        }
        .into_any(),
    };
    view! {
        <Show when=move || !all.with(Vec::is_empty)>
            {(!title.is_empty()).then(|| view! { <h3>{say(title)}</h3> })}
            <table class="ledger r-hand">
                <thead>
                    <tr>
                        {heads.iter().map(head).collect_view()}
                        <th></th>
                    </tr>
                </thead>
                <tbody>{move || all.get().into_iter().map(row).collect_view()}</tbody>
            </table>
        </Show>
    }
}

fn payers(screen: Screen, shown: Memo<LearnedView>) -> impl IntoView {
    let all = Memo::new(move |_| shown.with(|s| s.payers.clone()));
    let row = move |line: PayerLine| {
        let (change, remove) = (line.payer.clone(), line.payer.clone());
        let forget = move |_| {
            let command = Command::SetPayer { payer: remove.clone(), customer: None };
            screen.app.act_and_tell(command, screen.app.text("learned-did-remove"));
        };
        view! {
            <tr>
                <td>{line.payer}</td>
                <td>{line.customer}</td>
                <td class="dim">{line.how}</td>
                <td class="num">{line.since}</td>
                <td class="row r-acts">
                    <button
                        type="button"
                        class="btn small"
                        on:click=move |_| open(screen, &change)
                    >
                        {say("learned-change")}
                    </button>
                    <button type="button" class="btn small" on:click=forget>
                        {say("learned-remove")}
                    </button>
                </td>
            </tr>
        }
    };
    table(
        all,
        "",
        &[
            Head::Text("learned-payers"),
            Head::Text("field-customer-name"),
            Head::Text("learned-how"),
            Head::Figure("cash-since"),
        ],
        row,
    )
}

fn rules(screen: Screen, shown: Memo<LearnedView>) -> impl IntoView {
    let all = Memo::new(move |_| shown.with(|s| s.rules.clone()));
    let row = move |line: RuleLine| {
        let payer = line.payer.clone();
        let forget = line.forget.map(|pass| {
            let click = move |_| {
                let command = Command::ForgetRefusals { payer: payer.clone(), pass: pass.clone() };
                let done = screen.app.text("learned-did-forget-refusals");
                screen.app.act_and_tell(command, done);
            };
            view! {
                <button type="button" class="btn small" on:click=click>
                    {say("learned-remove")}
                </button>
            }
        });
        view! {
            <tr>
                <td>{line.payer}</td>
                <td>{line.name}</td>
                <td class="num">{line.count}</td>
                <td class="dim">{line.state}</td>
                <td class="row r-acts">{forget}</td>
            </tr>
        }
    };
    table(
        all,
        "",
        &[
            Head::Text("learned-trust"),
            Head::Text("reconcile-by-pass"),
            Head::Figure("learned-count"),
            Head::Text("col-state"),
        ],
        row,
    )
}

fn habits(screen: Screen, shown: Memo<LearnedView>) -> impl IntoView {
    let all = Memo::new(move |_| shown.with(|s| s.habits.clone()));
    let row = move |line: HabitLine| {
        let (payer, code) = (line.payer.clone(), line.code);
        let forget = move |_| {
            let command = Command::ForgetHabit { payer: payer.clone(), code };
            screen.app.act_and_tell(command, screen.app.text("learned-did-forget"));
        };
        view! {
            <tr>
                <td>{line.payer}</td>
                <td>{line.reason}</td>
                <td class="num">{line.kept}</td>
                <td class="dim">{line.how}</td>
                <td class="row r-acts">
                    <button type="button" class="btn small" on:click=forget>
                        {say("learned-remove")}
                    </button>
                </td>
            </tr>
        }
    };
    table(
        all,
        "learned-habits",
        &[
            Head::Text("learned-payers"),
            Head::Text("col-reason"),
            Head::Figure("learned-kept"),
            Head::Text("learned-how"),
        ],
        row,
    )
}

/// A policy of the house for one customer, on or off.
pub(super) fn oldest_first(screen: Screen, (customer, label): (String, String), on: bool) {
    let word = if on { "learned-did-oldest" } else { "learned-did-not-oldest" };
    let command = Command::SetOldestFirst { customer, label, on };
    screen.app.act_and_tell(command, screen.app.text(word));
}

fn oldest(screen: Screen, shown: Memo<LearnedView>) -> impl IntoView {
    let all = Memo::new(move |_| shown.with(|s| s.oldest_first.clone()));
    let row = move |customer: (String, String)| {
        let name = customer.1.clone();
        view! {
            <tr>
                <td>{name}</td>
                <td class="row r-acts">
                    <button
                        type="button"
                        class="btn small"
                        on:click=move |_| oldest_first(screen, customer.clone(), false)
                    >
                        {say("learned-remove")}
                    </button>
                </td>
            </tr>
        }
    };
    table(all, "", &[Head::Text("learned-oldest-head")], row)
}

fn refused(screen: Screen, shown: Memo<LearnedView>) -> impl IntoView {
    let all = Memo::new(move |_| shown.with(|s| s.refused.clone()));
    let row = move |line: RefusedLine| {
        let pairing = line.pairing;
        let lift = move |_| {
            let command = Command::OfferCashAgain { pairings: vec![pairing.clone()] };
            screen.app.act_and_tell(command, screen.app.text("learned-did-lift"));
        };
        view! {
            <tr>
                <td>{line.receipts}</td>
                <td>{line.items}</td>
                <td class="row r-acts">
                    <button type="button" class="btn small" on:click=lift>
                        {say("learned-lift")}
                    </button>
                </td>
            </tr>
        }
    };
    table(
        all,
        "learned-refused",
        &[Head::Text("reconcile-hand-receipts"), Head::Text("reconcile-hand-items")],
        row,
    )
}
