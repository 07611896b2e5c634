//! The fields of a sheet: which column each reads and why, its first values, what they read as.
//! An ambiguous field is a pair of radio buttons with no default.

use leptos::prelude::*;
use tieout::base::Currency;
use tieout::ingest::{DateOrder, NumberStyle};
use tieout::session::ReadingChange;
use tieout::table::Field;
use tieout::view::sheet::{ColumnChoice, FieldRow, Sheet, StyleChoice};
use tieout::words::{self, Args};

use super::sheet::Hand;
use crate::app::parts::status::{Status, chip};
use crate::app::state::{say, use_app};

/// Codes offered for amounts without a currency: those of the trade lanes seen most; any other one
/// that a sheet already has is added.
static CODES: [&str; 18] = [
    "USD", "EUR", "KRW", "CNY", "JPY", "GBP", "HKD", "SGD", "TWD", "INR", "VND", "THB", "AUD",
    "CAD", "CHF", "SEK", "DKK", "MXN",
];

#[component]
pub fn FieldTable(sheet: ReadSignal<Option<Sheet>>, hand: Memo<Hand>) -> impl IntoView {
    let all = RwSignal::new(false);
    let rows = Memo::new(move |_| {
        sheet.with(|s| s.as_ref().map(|s| s.fields.clone()).unwrap_or_default())
    });
    let columns = Memo::new(move |_| {
        sheet.with(|s| s.as_ref().map(|s| s.columns.clone()).unwrap_or_default())
    });
    let unused = Memo::new(move |_| {
        sheet.with(|s| s.as_ref().map(|s| s.unused.join(", ")).unwrap_or_default())
    });
    // Fields without a column come last; they open on demand.
    let present =
        |row: &FieldRow| row.needed || row.column.is_some() || row.asks() || row.currency.is_some();
    let hidden = Memo::new(move |_| rows.with(|rows| rows.iter().filter(|r| !present(r)).count()));
    let shown = move || {
        let open = all.get();
        rows.get().into_iter().filter(|row| open || present(row)).collect::<Vec<_>>()
    };
    let app = use_app();
    let toggle_word = move || {
        let lang = app.lang.get();
        if all.get() {
            words::text(lang, "fields-fewer")
        } else {
            words::say(lang, "fields-more", &Args::new().with("count", hidden.get()))
        }
    };
    view! {
        <table class="ledger maptable">
            <thead class="stick">
                <tr>
                    <th scope="col">{say("field")}</th>
                    <th scope="col">{say("column")}</th>
                    <th scope="col">{say("why")}</th>
                    <th scope="col">{say("first-values")}</th>
                    <th scope="col">{say("reads-as")}</th>
                </tr>
            </thead>
            <tbody>
                <For
                    each=shown
                    key=|row| (row.field, serde_json::to_string(row).unwrap_or_default())
                    children=move |row| field_row(row, columns, hand)
                />
            </tbody>
        </table>
        <p class="unused dim">
            <Show when=move || { hidden.get() > 0 || all.get() }>
                <button type="button" class="link" on:click=move |_| all.update(|all| *all = !*all)>
                    {toggle_word}
                </button>
                " "
            </Show>
            <Show when=move || unused.with(|unused| !unused.is_empty())>
                {say("not-used")} ": " {move || unused.get()}
            </Show>
        </p>
    }
}

fn field_row(row: FieldRow, columns: Memo<Vec<ColumnChoice>>, hand: Memo<Hand>) -> impl IntoView {
    let field = row.field;
    let asks = row.asks();
    let samples = row.samples.iter().map(|sample| view! { <span>{sample.clone()}</span> });
    let samples = samples.collect_view();
    let column = if row.candidates.is_empty() {
        column_chooser(&row, columns, hand).into_any()
    } else {
        candidates(&row, hand).into_any()
    };
    let why = if row.candidates.len() > 1 {
        chip(Status::Review, say("columns-fit")).into_any()
    } else if row.candidates.len() == 1 {
        chip(Status::Review, say("column-unsure")).into_any()
    } else if asks {
        chip(Status::Review, say("two-readings")).into_any()
    } else {
        view! { {row.why.clone()} }.into_any()
    };
    let hidden = row.hidden.then(|| view! { <span class="hid">{say("column-hidden")}</span> });
    let optional = (!row.needed).then(|| view! { <span class="dim">{say("optional")}</span> });
    view! {
        <tr class:ask=asks>
            <th scope="row">{row.label.clone()} " " {optional} {hidden}</th>
            <td>{column}</td>
            <td class="dim">{why}</td>
            <td class="samples num">{samples}</td>
            <td class="num st">{reads_as(field, row, hand)}</td>
        </tr>
    }
}

fn column_chooser(
    row: &FieldRow,
    columns: Memo<Vec<ColumnChoice>>,
    hand: Memo<Hand>,
) -> impl IntoView + use<> {
    let app = use_app();
    let (field, chosen) = (row.field, row.column);
    let label = words::say(
        app.lang.get_untracked(),
        "column-of",
        &Args::new().with("field", row.label.clone()),
    );
    let change = move |event: web_sys::Event| {
        let column = event_target_value(&event).parse::<u16>().ok();
        hand.get_untracked().change(ReadingChange::Column { field, column });
    };
    let options = columns.get_untracked().into_iter().map(|column| {
        let text = if column.header.is_empty() { column.letters } else { column.header };
        view! {
            <option value=column.index.to_string() selected=chosen == Some(column.index)>
                {text}
            </option>
        }
    });
    view! {
        <span class="row">
            <select class="select" aria-label=label on:change=change>
                <option value="" selected=chosen.is_none()>
                    {say("column-none")}
                </option>
                {options.collect_view()}
            </select>
            <span class="colname">{row.letters.clone()}</span>
        </span>
    }
}

fn candidates(row: &FieldRow, hand: Memo<Hand>) -> impl IntoView + use<> {
    let field = row.field;
    let name = format!("ask-{}", field.key());
    let picks = row.candidates.clone().into_iter().map(|candidate| {
        let column = Some(candidate.column);
        view! {
            <label class="check">
                <input
                    type="radio"
                    name=name.clone()
                    on:change=move |_| {
                        hand.get_untracked().change(ReadingChange::Column { field, column })
                    }
                />
                {candidate.header}
                " "
                <span class="dim">{candidate.letters}</span>
            </label>
        }
    });
    let picks = picks.collect_view();
    view! {
        <fieldset class="pick">
            <legend class="sr">{row.label.clone()}</legend>
            {picks}
            <label class="check">
                <input
                    type="radio"
                    name=name.clone()
                    on:change=move |_| {
                        hand.get_untracked().change(ReadingChange::Column { field, column: None })
                    }
                />
                <span class="dim">{say("column-none")}</span>
            </label>
        </fieldset>
    }
}

fn reads_as(field: Field, row: FieldRow, hand: Memo<Hand>) -> impl IntoView {
    if !row.candidates.is_empty() {
        return view! { <span class="dim">{say("choose-column")}</span> }.into_any();
    }
    if let Some(currency) = row.currency {
        return currency_chooser(currency, hand).into_any();
    }
    let numbers = row.numbers.map(|choice| {
        let column = choice.column;
        style(field, choice, move |style: NumberStyle| {
            hand.get_untracked().change(ReadingChange::Numbers { column, style });
        })
    });
    let dates = row.dates.map(|choice| {
        let column = choice.column;
        style(field, choice, move |order: DateOrder| {
            hand.get_untracked().change(ReadingChange::Dates { column, order });
        })
    });
    let scales = row.scales.map(|choice| {
        let column = choice.column;
        style(field, choice, move |power: u8| {
            hand.get_untracked().change(ReadingChange::Scale { column, power });
        })
    });
    let filled = row.filled.zip(row.column).map(|(on, column)| {
        view! {
            <label class="check" title=say("fill-down-why")>
                <input
                    type="checkbox"
                    prop:checked=on
                    on:change=move |event| {
                        let on = event_target_checked(&event);
                        hand.get_untracked().change(ReadingChange::Filled { column, on })
                    }
                />
                {say("fill-down")}
            </label>
        }
    });
    view! { <span class="row">{row.reads_as} {numbers} {dates} {scales} {filled}</span> }.into_any()
}

/// Asked: radio buttons, nothing chosen. Decided: a small chooser that shows the pattern.
fn style<T: Copy + PartialEq + Send + Sync + 'static>(
    field: Field,
    choice: StyleChoice<T>,
    change: impl Fn(T) + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let chosen = choice.chosen;
    if choice.asks {
        let name = format!("style-{}", field.key());
        let picks = choice.picks.into_iter().map(|pick| {
            let value = pick.value;
            view! {
                <label class="check">
                    <input type="radio" name=name.clone() on:change=move |_| change(value)/>
                    {pick.label}
                </label>
            }
        });
        return view! {
            <fieldset class="pick">
                <legend class="sr">{say("written-as")}</legend>
                {picks.collect_view()}
            </fieldset>
        }
        .into_any();
    }
    let values: Vec<T> = choice.picks.iter().map(|pick| pick.value).collect();
    let pick = move |event: web_sys::Event| {
        let at = event_target_value(&event).parse::<usize>().ok();
        if let Some(value) = at.and_then(|at| values.get(at)) {
            change(*value);
        }
    };
    let options = choice.picks.into_iter().enumerate().map(|(i, pick)| {
        view! {
            <option value=i.to_string() selected=chosen == Some(pick.value)>
                {pick.label}
            </option>
        }
    });
    let options = options.collect_view();
    view! {
        <select class="select tiny" aria-label=say("written-as") on:change=pick>
            {options}
        </select>
    }
    .into_any()
}

fn currency_chooser(chosen: String, hand: Memo<Hand>) -> impl IntoView {
    let change = move |event: web_sys::Event| {
        let currency = Currency::parse(&event_target_value(&event)).unwrap_or(Currency::NONE);
        hand.get_untracked().change(ReadingChange::Currency(currency));
    };
    let mut codes: Vec<String> = CODES.iter().map(|code| (*code).to_owned()).collect();
    if !chosen.is_empty() && !codes.contains(&chosen) {
        codes.insert(0, chosen.clone());
    }
    let options = codes.into_iter().map(|code| {
        let selected = code == chosen;
        view! {
            <option value=code.clone() selected=selected>
                {code.clone()}
            </option>
        }
    });
    let options = options.collect_view();
    view! {
        <label class="row">
            {say("all-amounts-in")}
            <select class="select tiny" on:change=change>
                <option value="" selected=chosen.is_empty()>
                    "–"
                </option>
                {options}
            </select>
        </label>
    }
}
