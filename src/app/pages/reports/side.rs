//! What goes into the report: its sections, its language, who signs it, and what is true of it
//! before it leaves.

use leptos::prelude::*;
use tieout::base::Date;
use tieout::model::SignOff;
use tieout::session::Command;
use tieout::view::Mark;
use tieout::view::reports::{Reports, SectionLine};
use tieout::words::{self, Args, Lang};

use super::{Desk, mark_status};
use crate::app::parts::date_input::DateInput;
use crate::app::parts::ledger::section;
use crate::app::parts::status::glyph;
use crate::app::state::{say, use_app};

pub(super) fn side(desk: Desk, shown: Memo<Reports>) -> impl IntoView {
    let sections = Memo::new(move |_| shown.with(|reports| reports.sections.clone()));
    let sections = move || sections.get().iter().map(|line| section_row(desk, line)).collect_view();
    let sections = view! { <ul aria-label=say("reports-sections")>{sections}</ul> };
    let checks = move || shown.with(|reports| reports.checks.iter().map(check).collect_view());
    let checks = view! {
        <ul class="pre">{checks}</ul>
        <p class="dim small">{say("reports-same")}</p>
    };
    let chosen = move || shown.with(|reports| reports.chosen_text.clone());
    let lang = Memo::new(move |_| shown.with(|reports| reports.page.lang));
    let signed = Memo::new(move |_| shown.with(|reports| reports.sign_off.clone()));
    view! {
        <section class="r-side" aria-label=say("reports-report")>
            {section("", "reports-sections", chosen, sections)}
            {section("", "reports-how", (), language(desk, lang))}
            {section("", "sign-off", (), sign_off(signed))}
            {section("", "reports-checks", (), checks)}
        </section>
    }
}

fn section_row(desk: Desk, line: &SectionLine) -> impl IntoView + use<> {
    let app = use_app();
    let place = desk.place;
    let to = place.address.get_untracked().without("page").with("section", line.key.clone());
    let args = Args::new().with("section", line.title.clone());
    let label = words::say(app.lang.get_untracked(), "reports-include", &args);
    let (key, included, always) = (line.key.clone(), line.included, line.always);
    let turn = move |_| desk.include(&key, !included);
    let why = move || if always { say("reports-always")() } else { String::new() };
    view! {
        <li class="pickrow row" data-on=line.on.then_some("")>
            <input
                type="checkbox"
                aria-label=label
                title=why
                prop:checked=included
                disabled=always
                on:change=turn
            />
            <a
                class="plainlink grow row"
                href=to.hash()
                aria-current=line.on.then_some("true")
            >
                <span class="grow">{line.title.clone()}</span>
                <span class="dim num small">{line.pages.clone()}</span>
            </a>
        </li>
    }
}

fn language(desk: Desk, lang: Memo<Lang>) -> impl IntoView {
    let choose = move |event| {
        if let Some(lang) = Lang::from_tag(&event_target_value(&event)) {
            desk.speak(lang);
        }
    };
    let options = Lang::ALL.map(|of| {
        let name = match of {
            Lang::En => "English",
            Lang::Ko => "한국어",
            Lang::Zh => "中文",
        };
        view! {
            <option value=of.tag() lang=of.tag() selected=move || of == lang.get()>
                {name}
            </option>
        }
    });
    view! {
        <label class="opt">
            <span>{say("reports-language")}</span>
            <select class="select" on:change=choose>
                {options.collect_view()}
            </select>
        </label>
    }
}

/// Each field is a decision of its own in the journal, taken when it is left.
fn sign_off(signed: Memo<SignOff>) -> impl IntoView {
    view! {
        {name("sign-off-prepared", signed, |all| &all.prepared_by, |all, text| all.prepared_by = text)}
        {day("sign-off-prepared", signed, |all| all.prepared_on, |all, day| all.prepared_on = day)}
        {name("sign-off-checked", signed, |all| &all.checked_by, |all, text| all.checked_by = text)}
        {day("sign-off-checked", signed, |all| all.checked_on, |all, day| all.checked_on = day)}
        {name(
            "sign-off-paper",
            signed,
            |all| &all.working_paper,
            |all, text| all.working_paper = text,
        )}
    }
}

fn name(
    word: &'static str,
    signed: Memo<SignOff>,
    get: fn(&SignOff) -> &String,
    set: fn(&mut SignOff, String),
) -> impl IntoView {
    let app = use_app();
    let change = move |event| {
        let mut changed = signed.get_untracked();
        set(&mut changed, event_target_value(&event).trim().to_owned());
        app.act(Command::SetSignOff(Box::new(changed)));
    };
    view! {
        <label class="opt">
            <span>{say(word)}</span>
            <input
                class="input"
                type="text"
                maxlength="80"
                autocomplete="off"
                placeholder=say("reports-left-open")
                prop:value=move || signed.with(|all| get(all).clone())
                on:change=change
            />
        </label>
    }
}

fn day(
    of: &'static str,
    signed: Memo<SignOff>,
    get: fn(&SignOff) -> Option<Date>,
    set: fn(&mut SignOff, Option<Date>),
) -> impl IntoView {
    let app = use_app();
    let take = move |day| {
        let mut changed = signed.get_untracked();
        set(&mut changed, day);
        app.act(Command::SetSignOff(Box::new(changed)));
    };
    let (of, date) = (say(of), say("sign-off-date"));
    let label = move || format!("{}: {}", of(), date());
    view! {
        <span class="opt">
            <span class="dim">{date}</span>
            <DateInput
                date=Signal::derive(move || signed.with(get))
                take=Callback::new(take)
                label=Signal::derive(label)
            />
        </span>
    }
}

fn check(mark: &Mark) -> impl IntoView + use<> {
    view! {
        <li>
            {mark_status(&mark.mark).map(glyph)}
            <span>{mark.text.clone()}</span>
        </li>
    }
}
