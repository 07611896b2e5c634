//! Choosing two lists: those that fit, and any two by hand. Where several fit, nothing is preset.

use leptos::prelude::*;
use tieout::analysis::reconcile::{self, Comparison};
use tieout::session::Command;
use tieout::table::Field;
use tieout::view::compare::{ProposalLine, Setup, SheetOption};

use super::Screen;
use crate::app::parts::icon::icon;
use crate::app::state::say;

/// Opens the choice beside what is shown.
pub(super) fn open(screen: Screen) {
    let now = screen
        .view
        .with_untracked(|v| v.as_ref().map(|v| v.setup.setting.clone()).unwrap_or_default());
    screen.place.set("setting", &now);
}

pub(super) fn setup(screen: Screen) -> impl IntoView {
    let setup = Memo::new(move |_| {
        screen.view.with(|v| v.as_ref().map(|v| v.setup.clone()).unwrap_or_default())
    });
    let left = RwSignal::new(None::<u32>);
    let right = RwSignal::new(None::<u32>);
    let by = By::default();
    Effect::new(move || {
        let picked = setup.with(|setup| setup.picked);
        left.set(picked.left);
        right.set(picked.right);
    });
    let go = move |_| {
        let choice = setup.with_untracked(|setup| chosen(setup, left, right, by));
        if let Some(choice) = choice {
            start(screen, choice);
        }
    };
    let ready = move || setup.with(|setup| chosen(setup, left, right, by)).is_some();
    let swap = move |_| {
        let (was, now) = (left.get_untracked(), right.get_untracked());
        left.set(now);
        right.set(was);
    };
    let side = move |is_left: bool| {
        setup.with(|setup| if is_left { setup.left.clone() } else { setup.right.clone() })
    };
    let sheets = Memo::new(move |_| setup.with(|setup| setup.sheets.clone()));
    view! {
        <section class="c-setup">
            {move || proposals(screen, setup)}
            <div class="row c-pick">
                <label class="field">
                    <span>{say("compare-kind")}</span>
                    {kinds(screen, setup)}
                </label>
                <label class="field">
                    <span>{move || side(true)}</span>
                    {picker(sheets, left)}
                </label>
                <button type="button" class="btn" on:click=swap>
                    {say("compare-swap")}
                </button>
                <label class="field">
                    <span>{move || side(false)}</span>
                    {picker(sheets, right)}
                </label>
                <button
                    type="button"
                    class="btn primary"
                    disabled=move || !ready()
                    on:click=go
                >
                    {say("compare-go")}
                </button>
            </div>
            {compared_by(setup, left, right, by)}
            <p class="dim">
                {move || {
                    setup.with(|setup| {
                        let mut all = setup.comparisons.iter();
                        all.find(|(key, ..)| *key == setup.setting).map(|(.., why)| why.clone())
                    })
                }}
            </p>
        </section>
    }
}

/// What rows are compared by, where it is not left to the data.
#[derive(Clone, Copy, Default)]
struct By {
    key: RwSignal<Option<Field>>,
    mirrored: RwSignal<Option<bool>>,
    account: RwSignal<Option<String>>,
}

fn compared_by(
    setup: Memo<Setup>,
    left: RwSignal<Option<u32>>,
    right: RwSignal<Option<u32>>,
    by: By,
) -> impl IntoView {
    view! {
        <div class="row c-pick">
            <label class="field">
                <span>{say("compare-key")}</span>
                {key_picker(setup, left, right, by)}
            </label>
            <label class="field">
                <span>{say("compare-sign")}</span>
                {sign_picker(by)}
            </label>
            {account_picker(setup, right, by)}
        </div>
    }
}

/// Columns that both lists have.
fn key_picker(
    setup: Memo<Setup>,
    left: RwSignal<Option<u32>>,
    right: RwSignal<Option<u32>>,
    by: By,
) -> impl IntoView {
    let shared = Memo::new(move |_| {
        setup.with(|setup| {
            let names = |at: Option<u32>| {
                let sheet = at.and_then(|at| setup.sheets.get(at as usize));
                sheet.map(|sheet| sheet.names.clone()).unwrap_or_default()
            };
            let others = names(right.get());
            let mut own = names(left.get());
            own.retain(|name| others.contains(name));
            own
        })
    });
    let change = move |event| {
        let at = event_target_value(&event).parse::<usize>().ok();
        by.key.set(at.and_then(|at| shared.with(|all| all.get(at).map(|(field, _)| *field))));
    };
    view! {
        <select class="select" on:change=change>
            <option value="" selected=move || by.key.get().is_none()>
                {say("compare-by-data")}
            </option>
            {move || {
                let now = by.key.get();
                let option = |(place, (field, name)): (usize, (Field, String))| {
                    let on = now == Some(field);
                    view! {
                        <option value=place.to_string() selected=on>
                            {name}
                        </option>
                    }
                };
                shared.get().into_iter().enumerate().map(option).collect_view()
            }}
        </select>
    }
}

fn sign_picker(by: By) -> impl IntoView {
    let change = move |event| {
        by.mirrored.set(match event_target_value(&event).as_str() {
            "same" => Some(false),
            "mirrored" => Some(true),
            _ => None,
        });
    };
    view! {
        <select class="select" on:change=change>
            <option value="">{say("compare-by-data")}</option>
            <option value="same">{say("compare-sign-same")}</option>
            <option value="mirrored">{say("compare-sign-mirrored")}</option>
        </select>
    }
}

/// The accounts of a general ledger on the right, where it has several.
fn account_picker(setup: Memo<Setup>, right: RwSignal<Option<u32>>, by: By) -> impl IntoView {
    let accounts = Memo::new(move |_| {
        setup.with(|setup| {
            let ledger = setup.setting == Comparison::SubledgerGeneral.key();
            let sheet = right.get().and_then(|at| setup.sheets.get(at as usize));
            let all = sheet.filter(|_| ledger).map(|sheet| sheet.accounts.clone());
            all.filter(|all| all.len() > 1).unwrap_or_default()
        })
    });
    let change = move |event| {
        let key = event_target_value(&event);
        by.account.set((!key.is_empty()).then_some(key));
    };
    let options = move || {
        let now = by.account.get();
        let option = |(key, label): (String, String)| {
            let on = now.as_ref() == Some(&key);
            view! {
                <option value=key selected=on>
                    {label}
                </option>
            }
        };
        accounts.get().into_iter().map(option).collect_view()
    };
    view! {
        <Show when=move || accounts.with(|all| !all.is_empty())>
            <label class="field">
                <span>{say("compare-account")}</span>
                <select class="select" on:change=change>
                    <option value="">{say("compare-by-data")}</option>
                    {options}
                </select>
            </label>
        </Show>
    }
}

fn kinds(screen: Screen, setup: Memo<Setup>) -> impl IntoView {
    view! {
        <select
            class="select"
            on:change=move |event| screen.place.set("setting", &event_target_value(&event))
        >
            {move || {
                let setup = setup.get();
                let setting = setup.setting;
                let option = move |(key, word, _): (String, String, String)| {
                    let on = key == setting;
                    view! {
                        <option value=key selected=on>
                            {word}
                        </option>
                    }
                };
                setup.comparisons.into_iter().map(option).collect_view()
            }}
        </select>
    }
}

fn picker(sheets: Memo<Vec<SheetOption>>, picked: RwSignal<Option<u32>>) -> impl IntoView {
    let change = move |event| picked.set(event_target_value(&event).parse().ok());
    view! {
        <select class="select" class:asked=move || picked.get().is_none() on:change=change>
            <option value="" selected=move || picked.get().is_none()>
                {say("compare-choose")}
            </option>
            {move || {
                let at = picked.get();
                let option = |(place, sheet): (usize, SheetOption)| {
                    let on = at == Some(place as u32);
                    view! {
                        <option value=place.to_string() selected=on>
                            {sheet.text}
                        </option>
                    }
                };
                sheets.get().into_iter().enumerate().map(option).collect_view()
            }}
        </select>
    }
}

fn proposals(screen: Screen, setup: Memo<Setup>) -> impl IntoView {
    let (lines, lists) = setup.with(|setup| (setup.proposals.clone(), setup.sheets.len()));
    let asking = screen.app.frame.with(|frame| frame.files_asking);
    let word = match lines.as_slice() {
        [] if lists < 2 && asking > 0 => "compare-wants-answer",
        [] if lists < 2 => "compare-wants-second",
        [] => "compare-proposed-none",
        all if all.iter().any(|line| !line.clear) => "compare-proposed-several",
        _ => "compare-proposed",
    };
    let fitting = (!lines.is_empty()).then(|| {
        let line = |line: ProposalLine| {
            let choice = line.choice;
            view! {
                <li>
                    <button type="button" on:click=move |_| start(screen, choice.clone())>
                        {icon("compare", 15)}
                        <b>{line.what}</b>
                        <span>{line.left}</span>
                        <span>{line.right}</span>
                    </button>
                </li>
            }
        };
        view! { <ul class="c-fit">{lines.into_iter().map(line).collect_view()}</ul> }
    });
    view! {
        <p class="dim">{say(word)}</p>
        {fitting}
    }
}

/// Two different lists.
fn chosen(
    setup: &Setup,
    left: RwSignal<Option<u32>>,
    right: RwSignal<Option<u32>>,
    by: By,
) -> Option<reconcile::Choice> {
    let (left, right) = left.get().zip(right.get())?;
    let sheet = |at: u32| setup.sheets.get(at as usize).map(|sheet| sheet.key.clone());
    let (left, right) = sheet(left).zip(sheet(right)).filter(|(left, right)| left != right)?;
    let comparison = Comparison::from_key(&setup.setting)?;
    let (key, mirrored) = (by.key.get(), by.mirrored.get());
    // The account of another ledger, chosen before, is none of this one.
    let known = |account: &String| {
        let sheet = setup.sheets.iter().find(|sheet| sheet.key == right);
        sheet.is_some_and(|sheet| sheet.accounts.iter().any(|(key, _)| key == account))
    };
    let account = by.account.get().filter(known);
    Some(reconcile::Choice { comparison, left, right, key, mirrored, account })
}

fn start(screen: Screen, choice: reconcile::Choice) {
    let count = screen.view.with_untracked(|v| v.as_ref().map_or(0, |v| v.chosen.len()));
    screen.app.act(Command::Reconcile(Box::new(choice)));
    let now = screen.place.address.get_untracked().without("setting").without("show");
    now.with("at", count.to_string()).go();
}
