//! One threshold: its field, its unit, its default, and the way back to it. A figure is taken on
//! Enter or when the field is left; what is no value is said and changes nothing.

use leptos::prelude::*;
use tieout::session::Command;
use tieout::view::settings::{Control, Threshold};

use crate::app::parts::icon::icon;
use crate::app::state::{App, say, use_app};

/// With its rules beside it.
pub(super) fn general(threshold: &Threshold) -> impl IntoView + use<> {
    view! {
        <div class="s-line">
            <span class="grow">
                {threshold.label.clone()} " " <span class="dim small id">{threshold.shared.clone()}</span>
            </span>
            {field(threshold)}
        </div>
    }
}

pub(super) fn of_rule(threshold: &Threshold) -> impl IntoView + use<> {
    view! {
        <div class="s-line" title=threshold.shared.clone()>
            <span class="grow small ink2">{threshold.label.clone()}</span>
            {field(threshold)}
        </div>
    }
}

pub(super) fn changed_mark() -> impl IntoView {
    view! { <span class="s-changed small">{say("settings-changed")}</span> }
}

fn field(threshold: &Threshold) -> impl IntoView + use<> {
    let app = use_app();
    let key = threshold.key.clone();
    let back = move |_| send(app, &key, None);
    let mark = threshold.changed.then(|| {
        view! {
            {changed_mark()}
            <button
                type="button"
                class="btn quiet small icon"
                title=say("settings-back")
                aria-label=say("settings-back")
                on:click=back
            >
                {icon("undo", 13)}
            </button>
        }
    });
    view! {
        {control(app, threshold)}
        <span class="dim small s-unit">{threshold.unit.clone()}</span>
        <span class="dim small s-default">{threshold.default.clone()}</span>
        <span class="s-mark row">{mark}</span>
    }
}

fn control(app: App, threshold: &Threshold) -> AnyView {
    let (key, value) = (threshold.key.clone(), threshold.value.clone());
    let label = threshold.label.clone();
    match &threshold.control {
        Control::Flag => {
            let on = value == "yes";
            let turn = move |_| send(app, &key, Some(if on { "no" } else { "yes" }));
            view! { <input type="checkbox" aria-label=label prop:checked=on on:change=turn/> }
                .into_any()
        }
        Control::Choice(choices) => {
            let options = choices.iter().map(|(choice, word)| {
                let selected = *choice == value;
                view! { <option value=choice.clone() selected=selected>{word.clone()}</option> }
            });
            let options = options.collect_view();
            let set = move |event| send(app, &key, Some(&event_target_value(&event)));
            view! {
                <select class="select small" aria-label=label on:change=set>
                    {options}
                </select>
            }
            .into_any()
        }
        Control::Figure | Control::Date | Control::List => {
            let wide = threshold.control == Control::Date;
            let list = threshold.control == Control::List;
            let (before, shown) = (value.clone(), value);
            let set = move |event| {
                let wanted = event_target_value(&event);
                if wanted.trim() != before {
                    send(app, &key, Some(&wanted));
                }
            };
            view! {
                <input
                    class="input num"
                    class:s-date=wide
                    class:s-figures=list
                    type="text"
                    autocomplete="off"
                    inputmode="decimal"
                    aria-label=label
                    prop:value=shown
                    on:change=set
                />
            }
            .into_any()
        }
    }
}

fn send(app: App, key: &str, value: Option<&str>) {
    let value = value.map(str::to_owned);
    app.act(Command::SetThreshold { key: key.to_owned(), value });
}
