//! Tolerances by currency and client: a line each with its four values, and one to add. What is no
//! value is said and changes nothing.

use leptos::prelude::*;
use tieout::model::{Bound, Tolerance};
use tieout::session::Command;
use tieout::view::bands::{BandLine, Bands};
use tieout::view::{Query, View};

use crate::app::parts::icon::icon;
use crate::app::parts::toast::Toast;
use crate::app::state::{App, look, say, use_app};

/// The four values, in the order of the columns.
const COLUMNS: [&str; 4] =
    ["band-under-amount", "band-under-share", "band-over-amount", "band-over-share"];

pub(super) fn screen(tabs: AnyView) -> impl IntoView {
    let app = use_app();
    let shown = look(
        move || Query::Bands,
        |view| match view {
            View::Bands(bands) => Some(bands),
            _ => None,
        },
    );
    view! {
        <div class="bar-tools">{tabs}</div>
        <div class="list s-list" tabindex="0" role="region" aria-label=say("bands-title")>
            <p class="s-bands-why dim">{say("bands-why")}</p>
            {move || shown.get().map(|bands| table(app, bands))}
        </div>
    }
}

fn table(app: App, bands: Bands) -> impl IntoView {
    let none = bands.lines.is_empty().then(|| {
        view! {
            <tr>
                <td colspan="7" class="dim">
                    {say("bands-none")}
                </td>
            </tr>
        }
    });
    let rows = bands.lines.into_iter().map(|line| row(app, line)).collect_view();
    let heads = COLUMNS.map(|key| view! { <th class="num">{say(key)}</th> }).collect_view();
    view! {
        <table class="ledger s-bands">
            <thead>
                <tr>
                    <th>{say("band-what")}</th>
                    <th>{say("band-of")}</th>
                    {heads}
                    <td></td>
                </tr>
            </thead>
            <tbody>{none} {rows} {add(app, bands.bounds)}</tbody>
        </table>
    }
}

fn row(app: App, line: BandLine) -> impl IntoView {
    let (bound, of) = (line.bound, line.of.clone());
    let remove = {
        let of = of.clone();
        move |_| app.act(Command::SetBand { bound, of: of.clone(), band: None })
    };
    let cells = COLUMNS.into_iter().enumerate().map(|(at, key)| {
        let (values, of) = (line.values.clone(), of.clone());
        let set = move |event| {
            let mut values = values.clone();
            values[at] = event_target_value(&event);
            send(app, bound, &of, &values);
        };
        value_cell(key, line.values[at].clone(), set)
    });
    view! {
        <tr>
            <td>{line.what.clone()}</td>
            <th scope="row">{line.of.clone()}</th>
            {cells.collect_view()}
            <td class="w0">
                <button type="button" class="btn small" on:click=remove>
                    {say("learned-remove")}
                </button>
            </td>
        </tr>
    }
}

fn value_cell(
    key: &'static str,
    value: String,
    set: impl FnMut(web_sys::Event) + 'static,
) -> impl IntoView {
    view! {
        <td class="num">
            <input
                class="input num"
                type="text"
                autocomplete="off"
                inputmode="decimal"
                aria-label=say(key)
                prop:value=value
                on:change=set
            />
        </td>
    }
}

/// The line of one that is not there yet.
fn add(app: App, bounds: Vec<(Bound, String)>) -> impl IntoView {
    let bound = RwSignal::new(Bound::ReceiptsIn);
    let of = RwSignal::new(String::new());
    let values = RwSignal::new([const { String::new() }; 4]);
    let options = bounds.iter().cloned().map(|(one, word)| {
        view! { <option value=one.key() selected=move || bound.get() == one>{word}</option> }
    });
    let options = options.collect_view();
    let choose = move |event| {
        let key = event_target_value(&event);
        let chosen = Bound::ALL.into_iter().find(|one| one.key() == key);
        bound.set(chosen.unwrap_or_default());
    };
    let cells = COLUMNS.into_iter().enumerate().map(|(at, key)| {
        value_cell(key, String::new(), move |event| {
            values.update(|values| values[at] = event_target_value(&event));
        })
    });
    let keep =
        move |_| send(app, bound.get_untracked(), &of.get_untracked(), &values.get_untracked());
    view! {
        <tr class="s-band-new">
            <td>
                <select class="select small" aria-label=say("band-what") on:change=choose>
                    {options}
                </select>
            </td>
            <td>
                <input
                    class="input"
                    type="text"
                    autocomplete="off"
                    aria-label=say("band-of")
                    placeholder=say("band-of-hint")
                    on:input=move |event| of.set(event_target_value(&event))
                />
            </td>
            {cells.collect_view()}
            <td class="w0">
                <button type="button" class="btn small band-add" on:click=keep>
                    {icon("plus", 13)}
                    {say("band-add")}
                </button>
            </td>
        </tr>
    }
}

fn send(app: App, bound: Bound, of: &str, values: &[String; 4]) {
    match Tolerance::read(values) {
        Some(band) => app.act(Command::SetBand { bound, of: of.to_owned(), band: Some(band) }),
        None => app.tell(Toast::plain(app.text("rejected-not-a-value"))),
    }
}
