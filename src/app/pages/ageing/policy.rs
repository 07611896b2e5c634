//! How it is aged, chosen in place: each change is a command, so it stands in the history and can be
//! undone. Beside it the figures, each with its formula and population.

use leptos::prelude::*;
use tieout::base::Decimal;
use tieout::model::{AgeingPolicy, Basis, CreditPolicy};
use tieout::session::Command;
use tieout::view::ageing::{Control, FigureLine};

use super::Screen;
use crate::app::parts::toast::Toast;
use crate::app::platform::address::Address;
use crate::app::state::say;

const BASES: [(Basis, &str); 4] = [
    (Basis::Due, "ageing-basis-due"),
    (Basis::Invoice, "ageing-basis-invoice"),
    (Basis::Service, "ageing-basis-service"),
    (Basis::Posting, "ageing-basis-posting"),
];

const CREDITS: [(CreditPolicy, &str); 4] = [
    (CreditPolicy::Separate, "ageing-credits-separate"),
    (CreditPolicy::OwnDate, "ageing-credits-own-date"),
    (CreditPolicy::Current, "ageing-credits-current"),
    (CreditPolicy::OldestFirst, "ageing-credits-oldest-first"),
];

pub(super) fn policy(screen: Screen) -> impl IntoView {
    let now = Memo::new(move |_| {
        screen.view.with(|v| v.as_ref().map(|v| v.policy.clone()).unwrap_or_default())
    });
    let controls = Memo::new(move |_| {
        screen.view.with(|v| v.as_ref().map_or_else(Vec::new, |v| v.controls.clone()))
    });
    let figures = Memo::new(move |_| {
        screen.view.with(|v| v.as_ref().map_or_else(Vec::new, |v| v.figures.clone()))
    });
    view! {
        <div class="a-policy row">
            {choose(screen, now, "ageing-basis", &BASES, |policy| policy.basis, |policy, basis| {
                policy.basis = basis;
            })}
            {choose(
                screen,
                now,
                "ageing-credits",
                &CREDITS,
                |policy| policy.credits,
                |policy, credits| policy.credits = credits,
            )}
            {days(screen, now, "ageing-days", |policy| &policy.days, |policy, days| {
                policy.days = days;
            })}
            <details class="a-more">
                <summary>{say("ageing-more")}</summary>
                <div class="a-policy row">
                    {days(
                        screen,
                        now,
                        "ageing-levels",
                        |policy| &policy.reminder_days,
                        |policy, days| policy.reminder_days = days,
                    )}
                    {terms(screen, now)}
                    {move || {
                        let all = controls.get().into_iter();
                        all.map(|of| control(screen, now, of)).collect_view()
                    }}
                </div>
            </details>
        </div>
        <details class="a-figures">
            <summary>
                {say("ageing-figures")}
                {move || figures.get().iter().take(4).map(brief).collect_view()}
            </summary>
            <dl>{move || figures.get().into_iter().map(figure).collect_view()}</dl>
        </details>
    }
}

fn change(screen: Screen, now: Memo<AgeingPolicy>, change: impl FnOnce(&mut AgeingPolicy)) {
    let mut policy = now.get_untracked();
    change(&mut policy);
    if policy != now.get_untracked() {
        screen.app.act(Command::SetAgeing(Box::new(policy)));
    }
}

/// A choice of a few, told in words.
fn choose<T: PartialEq + Copy + Send + Sync + 'static>(
    screen: Screen,
    now: Memo<AgeingPolicy>,
    label: &'static str,
    all: &'static [(T, &'static str)],
    get: fn(&AgeingPolicy) -> T,
    set: fn(&mut AgeingPolicy, T),
) -> impl IntoView {
    let take = move |event| {
        let chosen = event_target_value(&event);
        if let Some((value, _)) = all.iter().find(|(_, word)| *word == chosen) {
            change(screen, now, |policy| set(policy, *value));
        }
    };
    let options = all.iter().map(|(value, word)| {
        view! {
            <option value=*word selected=move || now.with(|policy| get(policy) == *value)>
                {say(word)}
            </option>
        }
    });
    view! {
        <label class="field">
            <span>{say(label)}</span>
            <select class="select" on:change=take>
                {options.collect_view()}
            </select>
        </label>
    }
}

fn terms(screen: Screen, now: Memo<AgeingPolicy>) -> impl IntoView {
    const READINGS: [(bool, &str); 2] =
        [(true, "ageing-terms-first"), (false, "ageing-terms-last")];
    choose(
        screen,
        now,
        "ageing-terms",
        &READINGS,
        |policy| policy.month_end_first,
        |policy, first| policy.month_end_first = first,
    )
}

/// Ascending days, typed with commas.
fn days(
    screen: Screen,
    now: Memo<AgeingPolicy>,
    label: &'static str,
    get: fn(&AgeingPolicy) -> &Vec<i64>,
    set: fn(&mut AgeingPolicy, Vec<i64>),
) -> impl IntoView {
    let text = move || {
        let days: Vec<String> = now.with(|policy| get(policy).iter().map(i64::to_string).collect());
        days.join(", ")
    };
    let take = move |event| {
        let typed = event_target_value(&event);
        let parts = typed.split([',', ' ', ';', '/', '，', '、']).filter(|part| !part.is_empty());
        let days: Result<Vec<i64>, _> = parts.map(str::parse).collect();
        let mut tried = now.get_untracked();
        if let Ok(days) = days {
            set(&mut tried, days);
            if tried.has_rising_buckets() && tried.has_rising_levels() {
                return change(screen, now, |policy| *policy = tried);
            }
        }
        screen.app.tell(Toast::plain(screen.app.text("ageing-days-wrong")));
    };
    view! {
        <label class="field">
            <span>{say(label)}</span>
            <input
                class="input a-days"
                type="text"
                autocomplete="off"
                title=say("ageing-days-say")
                prop:value=text
                on:change=take
            />
        </label>
    }
}

/// What the ledger states in one currency; empty takes it away.
fn control(screen: Screen, now: Memo<AgeingPolicy>, of: Control) -> impl IntoView {
    let code = of.currency.clone();
    let take = move |event| {
        let typed: String = event_target_value(&event).replace([',', ' ', '\u{a0}'], "");
        let code = code.clone();
        match typed.parse::<Decimal>() {
            _ if typed.is_empty() => {
                change(screen, now, |policy| {
                    policy.control_totals.remove(&code);
                });
            }
            Ok(total) => {
                change(screen, now, |policy| {
                    policy.control_totals.insert(code, total);
                });
            }
            Err(_) => screen.app.tell(Toast::plain(screen.app.text("ageing-control-wrong"))),
        }
    };
    view! {
        <label class="field" title=say("ageing-control-say")>
            <span>{say("ageing-control")} " " <span class="cur">{of.currency}</span></span>
            <input
                class="input num a-control"
                type="text"
                autocomplete="off"
                prop:value=of.stated
                on:change=take
            />
        </label>
    }
}

fn brief(figure: &FigureLine) -> impl IntoView + use<> {
    let (name, value) = (figure.name.clone(), figure.value.clone());
    let currency = figure.currency.clone();
    (!figure.is_lacking).then(|| {
        view! {
            <span class="a-brief">
                {name} " " <b class="num">{value}</b> " " <span class="cur">{currency}</span>
            </span>
        }
    })
}

fn figure(figure: FigureLine) -> impl IntoView {
    let link = figure.bucket.map(|bucket| {
        let to = Address::to("ageing").with("show", "items").with("currency", &*figure.currency);
        let to = if bucket.is_empty() { to } else { to.with("bucket", bucket) };
        view! {
            <a class="plainlink" href=to.hash()>
                {say("ageing-figure-items")}
            </a>
        }
    });
    view! {
        <div>
            <dt>{figure.name} " " <span class="cur">{figure.currency}</span></dt>
            <dd class=if figure.is_lacking { "dim" } else { "strong" }>{figure.value}</dd>
            // Nothing was divided by what is lacking: a formula with nil in it would say so.
            {(!figure.is_lacking)
                .then(|| {
                    view! {
                        <dd class="small">{figure.formula}</dd>
                        <dd class="dim small">{figure.population} " " {link}</dd>
                    }
                })}
        </div>
    }
}
