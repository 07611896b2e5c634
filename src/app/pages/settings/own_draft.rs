//! The rule that is being made: its table, conditions and message, and what it would find among the
//! loaded rows before it can be kept. It judges nothing itself: the worker does.

use leptos::prelude::*;
use tieout::base::Severity;
use tieout::model::{Against, OwnRule, Test};
use tieout::session::Command;
use tieout::table::{Field, Kind};
use tieout::view::own::{Named, TestForm, Tried, TriedRow};
use tieout::view::settings::severities;
use tieout::words::Args;

use super::own::{Desk, blank};
use crate::app::pages::reports::mark_status;
use crate::app::parts::icon::icon;
use crate::app::parts::source_tag::source_tag;
use crate::app::parts::status::glyph;
use crate::app::state::say;

pub(super) fn form(desk: Desk) -> impl IntoView {
    let tried = Memo::new(move |_| desk.view.with(|v| v.as_ref().and_then(|v| v.tried.clone())));
    let sound = move || tried.with(|t| t.as_ref().is_some_and(|t| t.sound));
    let code = move || of(desk, |draft| draft.code.clone()).unwrap_or_default();
    let tests = Memo::new(move |_| of(desk, |draft| draft.tests.len()).unwrap_or_default());
    let message = move || of(desk, |draft| draft.message.clone()).unwrap_or_default();
    let keep = move |_| {
        let Some(draft) = desk.draft.get_untracked() else { return };
        let done = desk.app.text_with("own-kept", &Args::new().with("code", draft.code.clone()));
        desk.app.act_and_tell(Command::SetOwnRule(Box::new(draft)), done);
        desk.draft.set(None);
    };
    view! {
        <section class="own-make" aria-label=code>
            <div class="own-line">
                <span class="id strong own-code">{code}</span>
                {kind(desk)}
                <span class="spring"></span>
                {severity(desk)}
            </div>
            {move || (0..tests.get()).map(|at| test(desk, at, tests.get())).collect_view()}
            <div class="own-line">
                <span class="own-lead">{say("own-message")}</span>
                <input
                    class="input grow own-message"
                    type="text"
                    autocomplete="off"
                    aria-label=say("own-message")
                    placeholder=say("own-message-example")
                    prop:value=message
                    on:input=move |event| change(desk, |d| d.message = event_target_value(&event))
                />
                <button
                    type="button"
                    class="btn primary own-keep"
                    prop:disabled=move || !sound()
                    on:click=keep
                >
                    {say("own-keep")}
                </button>
                <button type="button" class="btn" on:click=move |_| desk.draft.set(None)>
                    {say("findings-cancel")}
                </button>
            </div>
            {move || tried.get().map(trial)}
        </section>
    }
}

fn change(desk: Desk, how: impl FnOnce(&mut OwnRule)) {
    desk.draft.update(|draft| {
        if let Some(draft) = draft {
            how(draft);
        }
    });
}

fn change_test(desk: Desk, at: usize, how: impl FnOnce(&mut Test)) {
    change(desk, |draft| {
        if let Some(test) = draft.tests.get_mut(at) {
            how(test);
        }
    });
}

fn of<T>(desk: Desk, read: impl Fn(&OwnRule) -> T) -> Option<T> {
    desk.draft.with(|draft| draft.as_ref().map(read))
}

fn of_test<T>(desk: Desk, at: usize, read: impl Fn(&Test) -> T) -> Option<T> {
    desk.draft.with(|draft| draft.as_ref()?.tests.get(at).map(read))
}

fn trial(tried: Tried) -> impl IntoView {
    let rows = tried.rows.iter().map(tried_row).collect_view();
    let table = (!tried.rows.is_empty()).then(|| {
        view! {
            <table class="ledger tight own-rows">
                <tbody>{rows}</tbody>
            </table>
        }
    });
    view! {
        <p class="row own-tried" role="status">
            {mark_status(&tried.verdict.mark).map(glyph)}
            <span>{tried.verdict.text}</span>
        </p>
        {table}
    }
}

fn tried_row(row: &TriedRow) -> impl IntoView + use<> {
    view! {
        <tr>
            <th scope="row" class="id">
                {row.name.clone()}
            </th>
            <td class="num">{row.found.clone()}</td>
            <td class="num dim">{row.expected.clone()}</td>
            <td>{source_tag(&row.source)}</td>
        </tr>
    }
}

fn kind(desk: Desk) -> impl IntoView {
    let kinds = Memo::new(move |_| desk.view.with(|v| v.as_ref().map(|v| v.kinds.clone())));
    let chosen = move || of(desk, |draft| draft.kind.key().to_owned()).unwrap_or_default();
    let set = move |event| {
        let Some(kind) = Kind::from_key(&event_target_value(&event)) else { return };
        change(desk, |draft| {
            draft.kind = kind;
            // Columns of the other table say nothing about this one.
            let first = kind.spec().needs.first().or(kind.spec().reads.first());
            draft.tests = first.map(|field| blank(*field)).into_iter().collect();
        });
    };
    view! {
        <label class="field">
            <span>{say("own-kind")}</span>
            <select class="select own-kind" aria-label=say("own-kind") on:change=set>
                {move || options(&kinds.get().unwrap_or_default(), &chosen(), None)}
            </select>
        </label>
    }
}

/// One condition: a column, what is asked of it, and what it is held against.
fn test(desk: Desk, at: usize, all: usize) -> impl IntoView {
    let form = Memo::new(move |_| {
        let form = |v: &tieout::view::own::OwnRules| v.tests.get(at).cloned();
        desk.view.with(|v| v.as_ref().and_then(form)).unwrap_or_default()
    });
    let lead = if at == 0 { "own-where" } else { "own-and" };
    let less = (all > 1).then(|| {
        let away = move |_| {
            change(desk, |draft| {
                if at < draft.tests.len() {
                    draft.tests.remove(at);
                }
            });
        };
        button("own-less", "x", away)
    });
    let more = (at + 1 == all && all < OwnRule::TESTS_MAX).then(|| {
        let add = move |_| {
            change(desk, |draft| {
                if let Some(field) = draft.tests.first().map(|test| test.field) {
                    draft.tests.push(blank(field));
                }
            });
        };
        button("own-more", "plus", add)
    });
    view! {
        <div class="own-line own-test">
            <span class="own-lead">{say(lead)}</span>
            {field(desk, at)}
            {condition(desk, at, form)}
            {against(desk, at, form)}
            {less}
            {more}
        </div>
    }
}

fn button(
    word: &'static str,
    drawn: &'static str,
    press: impl Fn(web_sys::MouseEvent) + 'static,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class="btn quiet small icon"
            title=say(word)
            aria-label=say(word)
            on:click=press
        >
            {icon(drawn, 13)}
        </button>
    }
}

fn field(desk: Desk, at: usize) -> impl IntoView {
    let fields = Memo::new(move |_| desk.view.with(|v| v.as_ref().map(|v| v.fields.clone())));
    let chosen = move || of_test(desk, at, |test| test.field.key().to_owned()).unwrap_or_default();
    let set = move |event| {
        let Some(field) = Field::from_key(&event_target_value(&event)) else { return };
        change_test(desk, at, |test| *test = blank(field));
    };
    view! {
        <select class="select own-field" aria-label=say("own-field") on:change=set>
            {move || options(&fields.get().unwrap_or_default(), &chosen(), None)}
        </select>
    }
}

fn condition(desk: Desk, at: usize, form: Memo<TestForm>) -> impl IntoView {
    let chosen = move || of_test(desk, at, |test| test.condition);
    let all = Memo::new(move |_| form.with(|form| form.conditions.clone()));
    let options = move || {
        let choices = all.get().into_iter().enumerate();
        let option = |(i, (condition, word)): (usize, _)| {
            let selected = Some(condition) == chosen();
            view! { <option value=i.to_string() selected=selected>{word}</option> }
        };
        choices.map(option).collect_view()
    };
    let set = move |event| {
        let at_choice = event_target_value(&event).parse::<usize>().ok();
        let choice = at_choice.and_then(|i| all.with_untracked(|all| all.get(i).map(|c| c.0)));
        let Some(condition) = choice else { return };
        change_test(desk, at, |test| {
            test.condition = condition;
            if !condition.compares() {
                test.against = Against::Nothing;
            } else if test.against == Against::Nothing {
                test.against = Against::Value(String::new());
            }
        });
    };
    view! {
        <select class="select own-condition" aria-label=say("own-condition") on:change=set>
            {options}
        </select>
    }
}

/// A value that is typed, or another column.
fn against(desk: Desk, at: usize, form: Memo<TestForm>) -> impl IntoView {
    let now = move || of_test(desk, at, |test| test.against.clone()).unwrap_or_default();
    let chosen = move || match now() {
        Against::Field(field) => field.key().to_owned(),
        _ => String::new(),
    };
    let set = move |event| {
        let against = match Field::from_key(&event_target_value(&event)) {
            Some(field) => Against::Field(field),
            None => Against::Value(String::new()),
        };
        change_test(desk, at, |test| test.against = against);
    };
    let value = move || match now() {
        Against::Value(text) => text,
        _ => String::new(),
    };
    let others = Memo::new(move |_| form.with(|form| form.others.clone()));
    let unit = Memo::new(move |_| form.with(|form| form.unit.clone()));
    let first = move || Some(say("own-value")());
    let compares =
        Memo::new(move |_| of_test(desk, at, |test| test.condition.compares()).unwrap_or_default());
    let typed = Memo::new(move |_| matches!(now(), Against::Value(_)));
    view! {
        <Show when=move || compares.get()>
            <select class="select own-against" aria-label=say("own-against") on:change=set>
                {move || options(&others.get(), &chosen(), first())}
            </select>
            <Show when=move || typed.get()>
                <input
                    class="input own-value"
                    type="text"
                    autocomplete="off"
                    aria-label=say("own-value")
                    placeholder=move || unit.get()
                    prop:value=value
                    on:input=move |event| {
                        let text = event_target_value(&event);
                        change_test(desk, at, |test| test.against = Against::Value(text));
                    }
                />
            </Show>
        </Show>
    }
}

fn severity(desk: Desk) -> impl IntoView {
    let key = |severity: Severity| severity.word().trim_start_matches("severity-").to_owned();
    let chosen = move || of(desk, |draft| key(draft.severity)).unwrap_or_default();
    let options = move || {
        let all = severities(desk.app.lang.get()).into_iter();
        all.map(|(key, word)| {
            let selected = key == chosen();
            view! { <option value=key selected=selected>{word}</option> }
        })
        .collect_view()
    };
    let set = move |event| {
        let severity = match event_target_value(&event).as_str() {
            "break" => Severity::Break,
            "review" => Severity::Review,
            _ => Severity::Note,
        };
        change(desk, |draft| draft.severity = severity);
    };
    view! {
        <label class="field">
            <span>{say("settings-set-head")}</span>
            <select class="select" aria-label=say("settings-set-head") on:change=set>
                {options}
            </select>
        </label>
    }
}

/// What stands in the files, and below it what could.
fn options(all: &[Named], chosen: &str, first: Option<String>) -> impl IntoView + use<> {
    let group = |loaded: bool, word: &'static str| {
        let of_group: Vec<&Named> = all.iter().filter(|named| named.loaded == loaded).collect();
        let options = of_group.iter().map(|named| {
            let selected = named.key == chosen;
            view! { <option value=named.key.clone() selected=selected>{named.word.clone()}</option> }
        });
        let options = options.collect_view();
        (!of_group.is_empty()).then(|| view! { <optgroup label=say(word)>{options}</optgroup> })
    };
    view! {
        {first.map(|word| view! { <option value="" selected=chosen.is_empty()>{word}</option> })}
        {group(true, "own-loaded")}
        {group(false, "own-not-loaded")}
    }
}
