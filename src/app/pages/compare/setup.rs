//! Choosing two lists: those that fit, and any two by hand. Where several fit, nothing is preset.

use leptos::prelude::*;
use tieout::analysis::reconcile::{self, Comparison};
use tieout::session::Command;
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
    Effect::new(move || {
        let picked = setup.with(|setup| setup.picked);
        left.set(picked.left);
        right.set(picked.right);
    });
    let go = move |_| {
        let choice = setup.with_untracked(|setup| chosen(setup, left, right));
        if let Some(choice) = choice {
            start(screen, choice);
        }
    };
    let ready = move || setup.with(|setup| chosen(setup, left, right)).is_some();
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
            {move || proposals(screen, setup.with(|setup| setup.proposals.clone()))}
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

fn proposals(screen: Screen, lines: Vec<ProposalLine>) -> impl IntoView {
    let several = lines.iter().any(|line| !line.clear);
    let word = if several { "compare-proposed-several" } else { "compare-proposed" };
    (!lines.is_empty()).then(|| {
        let line = |line: ProposalLine| {
            let choice = line.choice;
            view! {
                <button
                    type="button"
                    class="btn"
                    on:click=move |_| start(screen, choice.clone())
                >
                    {icon("compare", 15)}
                    {line.text}
                </button>
            }
        };
        view! {
            <p class="dim">{say(word)}</p>
            <div class="row c-fit">{lines.into_iter().map(line).collect_view()}</div>
        }
    })
}

/// Two different lists.
fn chosen(
    setup: &Setup,
    left: RwSignal<Option<u32>>,
    right: RwSignal<Option<u32>>,
) -> Option<reconcile::Choice> {
    let (left, right) = left.get().zip(right.get())?;
    let sheet = |at: u32| setup.sheets.get(at as usize).map(|sheet| sheet.key.clone());
    let (left, right) = sheet(left).zip(sheet(right)).filter(|(left, right)| left != right)?;
    let comparison = Comparison::from_key(&setup.setting)?;
    Some(reconcile::Choice { comparison, left, right, key: None, mirrored: None })
}

fn start(screen: Screen, choice: reconcile::Choice) {
    let count = screen.view.with_untracked(|v| v.as_ref().map_or(0, |v| v.chosen.len()));
    screen.app.act(Command::Reconcile(Box::new(choice)));
    let now = screen.place.address.get_untracked().without("setting").without("show");
    now.with("at", count.to_string()).go();
}
