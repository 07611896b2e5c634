//! The settings screen: every check with its switch, severity and thresholds, its help below it; and
//! beside it what the loaded files let run. It knows no rule: the slices do.

mod bands;
mod coverage;
mod own;
mod own_draft;
mod threshold;

use leptos::prelude::*;
use tieout::base::Severity;
use tieout::session::Command;
use tieout::view::settings::{Choice, Example, Help, RuleLine, Settings};
use tieout::view::{Query, View};
use tieout::words::{self, Args};

use super::Page;
use super::place::Place;
use crate::app::parts::icon::icon;
use crate::app::platform::address::Address;
use crate::app::state::{look, say, use_app};

pub static PAGE: Page = Page {
    route: "settings",
    icon: "settings",
    word: "nav-settings",
    tally: |_| 0,
    show: || view! { <SettingsPage/> }.into_any(),
};

#[component]
fn SettingsPage() -> impl IntoView {
    let place = Place::of("settings");
    let show = Memo::new(move |_| place.param("show").unwrap_or_default());
    let tab = move |key: &'static str, word: &'static str| {
        let on = move || show.with(|show| show == key);
        view! {
            <button
                type="button"
                aria-pressed=move || if on() { "true" } else { "false" }
                on:click=move |_| place.set("show", key)
            >
                {say(word)}
            </button>
        }
    };
    view! {
        <h1 class="sr">{say("settings-title")}</h1>
        {move || {
            let tabs = view! {
                <span class="seg" role="group" aria-label=say("settings-title")>
                    {tab("", "settings-title")}
                    {tab("coverage", "coverage-title")}
                    {tab("bands", "bands-title")}
                    {tab("own", "own-title")}
                </span>
            };
            match show.get().as_str() {
                "coverage" => coverage::screen(tabs.into_any()).into_any(),
                "bands" => bands::screen(tabs.into_any()).into_any(),
                "own" => own::screen(tabs.into_any()).into_any(),
                _ => screen(place, tabs.into_any()).into_any(),
            }
        }}
    }
}

fn choice(place: Place, find: RwSignal<String>) -> Choice {
    Choice {
        find: find.get(),
        topic: place.param("topic").unwrap_or_default(),
        only_changed: place.param("changed").is_some(),
        rule: place.param("rule"),
    }
}

fn screen(place: Place, tabs: AnyView) -> impl IntoView {
    let find = RwSignal::new(String::new());
    let shown = look(
        move || Query::Settings(choice(place, find)),
        |view| match view {
            View::Settings(settings) => Some(settings),
            _ => None,
        },
    );
    let text = move || shown.with(|s| s.as_ref().map(|s| s.text.clone()));
    let topics = Memo::new(move |_| shown.with(|s| s.as_ref().map(|s| s.topics.clone())));
    let topic = move || place.param("topic").unwrap_or_default();
    let options = move || {
        let options = topics.get().unwrap_or_default().into_iter();
        options.map(|(key, word)| view! { <option value=key>{word}</option> }).collect_view()
    };
    let only = move || place.param("changed").is_some();
    view! {
        <div class="bar-tools">
            {tabs}
            <input
                class="input s-find"
                type="search"
                aria-label=say("settings-find")
                placeholder=say("settings-find")
                prop:value=move || find.get()
                on:input=move |event| find.set(event_target_value(&event))
            />
            <label class="field">
                <span class="sr">{say("settings-topic")}</span>
                <select
                    class="select"
                    prop:value=topic
                    on:change=move |event| place.set("topic", &event_target_value(&event))
                >
                    <option value="">{say("settings-topic-all")}</option>
                    {options}
                </select>
            </label>
            <label class="check">
                <input
                    type="checkbox"
                    prop:checked=only
                    on:change=move |_| place.set("changed", if only() { "" } else { "1" })
                />
                {say("settings-only-changed")}
            </label>
            <span class="spring"></span>
            <span class="dim num" role="status">
                {text}
            </span>
        </div>
        <div class="list s-list" tabindex="0" role="region" aria-label=say("settings-title")>
            {move || shown.get().map(|settings| body(place, settings))}
        </div>
    }
}

fn body(place: Place, settings: Settings) -> impl IntoView {
    if settings.rules.is_empty() && settings.general.is_empty() {
        return view! { <p class="empty">{say("settings-nothing")}</p> }.into_any();
    }
    let general = (!settings.general.is_empty()).then(|| {
        let lines = settings.general.iter().map(threshold::general).collect_view();
        view! {
            <section class="s-general" aria-label=say("settings-general")>
                <h2>{say("settings-general")}</h2>
                {lines}
            </section>
        }
    });
    let help = settings.help;
    let lines = settings.rules.iter().map(|line| {
        let open = help.clone().filter(|help| help.code == line.code);
        rule_row(place, line, open)
    });
    let lines = lines.collect_view();
    view! {
        {general}
        <table class="ledger s-rules">
            <thead>
                <tr>
                    <td class="car"></td>
                    <th>{say("settings-on")}</th>
                    <th>{say("settings-code")}</th>
                    <th>{say("settings-rule")}</th>
                    <th>{say("settings-set-head")}</th>
                    <th class="num">{say("settings-found")}</th>
                    <th>{say("settings-threshold-head")}</th>
                </tr>
            </thead>
            <tbody>{lines}</tbody>
        </table>
    }
    .into_any()
}

fn rule_row(place: Place, line: &RuleLine, help: Option<Help>) -> impl IntoView + use<> {
    let app = use_app();
    let lang = app.lang.get_untracked();
    let is_open = help.is_some();
    let code = line.code.clone();
    let turn = move |_| place.set("rule", if is_open { "" } else { &code });
    let named = |key: &str| words::say(lang, key, &Args::new().with("code", line.code.clone()));
    let (code, on) = (line.code.clone(), line.on);
    let switch = move |_| app.act(Command::SwitchRule { rule: code.clone(), on: !on });
    let found = match line.found.as_str() {
        "0" | "–" => view! { <span class="dim">{line.found.clone()}</span> }.into_any(),
        found => {
            let to = Address::to("findings").with("rule", line.code.clone()).hash();
            view! { <a class="dqn plainlink" href=to>{found.to_owned()}</a> }.into_any()
        }
    };
    let thresholds = line.thresholds.iter().map(threshold::of_rule).collect_view();
    let not_run = (!line.not_run.is_empty())
        .then(|| view! { <span class="dim small s-why">{line.not_run.clone()}</span> });
    view! {
        <tr class:on=is_open class:gone=!line.on id=format!("set-{}", line.code)>
            <td class="car">
                <button
                    type="button"
                    aria-expanded=if is_open { "true" } else { "false" }
                    aria-label=named("settings-help")
                    on:click=turn
                >
                    {icon(if is_open { "down" } else { "right" }, 14)}
                </button>
            </td>
            <td class="w0">
                <input
                    type="checkbox"
                    aria-label=named("settings-switch")
                    prop:checked=line.on
                    on:change=switch
                />
            </td>
            <td class="id code">{line.code.clone()}</td>
            <th scope="row" class="ttl">
                {line.title.clone()}
                {not_run}
            </th>
            <td>{severity(line, named("settings-severity"))}</td>
            <td class="num">{found}</td>
            <td class="s-thr">{thresholds}</td>
        </tr>
        {help.map(help_row)}
    }
}

fn severity(line: &RuleLine, label: String) -> impl IntoView + use<> {
    let app = use_app();
    let (rule, own) = (line.code.clone(), line.severity_default.clone());
    let set = move |event| {
        let key = event_target_value(&event);
        let severity = match key.as_str() {
            key if key == own => None,
            "break" => Some(Severity::Break),
            "review" => Some(Severity::Review),
            _ => Some(Severity::Note),
        };
        app.act(Command::SetSeverity { rule: rule.clone(), severity });
    };
    let chosen = line.severity.clone();
    let options = tieout::view::settings::severities(app.lang.get_untracked());
    let options = options.into_iter().map(|(key, word)| {
        let selected = key == chosen;
        view! { <option value=key selected=selected>{word}</option> }
    });
    let options = options.collect_view();
    let changed = (line.severity != line.severity_default).then(threshold::changed_mark);
    view! {
        <select class="select small" aria-label=label on:change=set>
            {options}
        </select>
        {changed}
    }
}

fn help_row(help: Help) -> impl IntoView {
    let tables = help.example.into_iter().map(example).collect_view();
    view! {
        <tr class="f-detail">
            <td colspan="7">
                <div class="f-body">
                    <div class="f-say">
                        <p>
                            <strong>{say("settings-why-head")}</strong>
                            {help.why}
                        </p>
                        <p>
                            <strong>{say("settings-fix-head")}</strong>
                            {help.fix}
                        </p>
                        <p class="dim">{help.owner}</p>
                    </div>
                    {tables}
                </div>
            </td>
        </tr>
    }
}

/// The rows on which the check speaks bear its mark.
fn example(example: Example) -> impl IntoView {
    let heads = example.heads.into_iter().map(|head| view! { <th>{head}</th> }).collect_view();
    let rows = example.rows.into_iter().map(|(cells, speaks)| {
        let cells = cells.into_iter().map(|cell| view! { <td>{cell}</td> }).collect_view();
        view! {
            <tr class:speaks=speaks>
                <td class="gl">{speaks.then(|| icon("findings", 13))}</td>
                {cells}
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <table class="ledger tight s-example">
            <caption class="dim small">{say("settings-example")} " " {example.name}</caption>
            <thead>
                <tr>
                    <td></td>
                    {heads}
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}
