//! The sheet's rows, each with its fate; subtotals stay visible, struck. A wrong cell wears the
//! corner mark, and the sentence about it stands beneath.

use leptos::html;
use leptos::prelude::*;
use tieout::session::ReadingChange;
use tieout::table::Fate;
use tieout::view::sheet::{CellNote, Grid, GridColumn, GridRow, Sheet};
use tieout::words::{self, Args, format};

use super::sheet::{Hand, WINDOW_ROWS};
use crate::app::parts::icon::icon;
use crate::app::parts::status::{Status, glyph};
use crate::app::state::{say, use_app};

#[component]
pub fn Rows(
    sheet: ReadSignal<Option<Sheet>>,
    hand: Memo<Hand>,
    from: RwSignal<u32>,
    /// The row that a source tag leads to.
    row: Signal<Option<u32>>,
) -> impl IntoView {
    let pane = NodeRef::<html::Div>::new();
    let grid =
        Memo::new(move |_| sheet.with(|s| s.as_ref().map(|s| s.grid.clone()).unwrap_or_default()));
    let notes =
        Memo::new(move |_| sheet.with(|s| s.as_ref().map(|s| s.notes.clone()).unwrap_or_default()));
    let at_note = RwSignal::new(0_usize);
    let place = Memo::new(move |_| sheet.with(|s| s.as_ref().map(|s| (s.file, s.sheet))));
    Effect::new(move || {
        place.track();
        at_note.set(0);
        if let Some(pane) = pane.get() {
            pane.set_scroll_top(0);
        }
    });
    let noted = Memo::new(move |_| {
        let notes = notes.get();
        notes.get(at_note.get().min(notes.len().saturating_sub(1))).map(|n| (n.row, n.column))
    });
    view! {
        <div class="grid m-grid" tabindex="0" role="region" aria-label=say("rows") node_ref=pane>
            <table>
                <thead>
                    <tr>
                        <th class="rn" scope="col">
                            <span class="sr">{say("row")}</span>
                        </th>
                        <th scope="col">{say("fate")}</th>
                        {move || {
                            grid.with(|grid| grid.columns.iter().map(head).collect_view())
                        }}
                    </tr>
                </thead>
                <tbody>
                    {move || {
                        let Grid { columns, rows, .. } = grid.get();
                        let sought = row.get();
                        rows.into_iter()
                            .map(|row| grid_row(row, &columns, hand, noted, sought))
                            .collect_view()
                    }}
                </tbody>
            </table>
            <Pager grid=grid from=from/>
        </div>
        <Note notes=notes at=at_note from=from/>
    }
}

fn head(column: &GridColumn) -> impl IntoView + use<> {
    let fields = (!column.fields.is_empty()).then(|| {
        let class = if column.candidate { "to q" } else { "to" };
        view! { <span class=class>{column.fields.clone()}</span> }
    });
    view! {
        <th scope="col" class:mapped=column.mapped class:num=column.numeric class:hid=column.hidden>
            {column.letters.clone()}
            {column.hidden.then(|| view! { <span class="hid">{say("column-hidden")}</span> })}
            {fields}
        </th>
    }
}

fn grid_row(
    row: GridRow,
    columns: &[GridColumn],
    hand: Memo<Hand>,
    noted: Memo<Option<(u32, u16)>>,
    sought: Option<u32>,
) -> impl IntoView + use<> {
    let (index, number) = (row.index, row.number);
    let class = match row.fate {
        Some(Fate::Header) => "hd",
        Some(Fate::Title | Fate::Blank) => "muted",
        Some(Fate::Subtotal | Fate::Footer | Fate::Excluded | Fate::Rejected) => "struck",
        Some(Fate::Used) | None => "",
    };
    let cells = row.cells.into_iter().zip(columns).enumerate().map(|(i, (cell, column))| {
        let here = (index, i as u16);
        let current = move || (cell.bad && noted.get() == Some(here)).then_some("true");
        view! {
            <td
                class="num"
                class:st=!column.numeric
                class:mapped=column.mapped
                class:cand=column.candidate
                class:bad=cell.bad
                aria-current=current
            >
                {cell.text}
            </td>
        }
    });
    let cells = cells.collect_view();
    view! {
        <tr class=class class:hid=row.hidden aria-selected=(sought == Some(number)).then_some("true")>
            <th class="rn" scope="row">
                {number}
                {row.hidden.then(|| view! { <span class="hid">{say("row-hidden")}</span> })}
            </th>
            <td class="fatec">{fate_cell(row.fate, row.fate_word, row.set, index, number, hand)}</td>
            {cells}
        </tr>
    }
}

/// The fate is a button: it leaves a row out, or takes one in. A row that the user set goes back to
/// the automatic reading.
fn fate_cell(
    fate: Option<Fate>,
    word: String,
    set: bool,
    row: u32,
    number: u32,
    hand: Memo<Hand>,
) -> impl IntoView {
    let app = use_app();
    let (next, key) = match (fate, set) {
        (None | Some(Fate::Header), _) => return view! { {word} }.into_any(),
        (_, true) => (None, "fate-back"),
        (Some(Fate::Used), false) => (Some(Fate::Excluded), "fate-leave-out"),
        (Some(_), false) => (Some(Fate::Used), "fate-take-in"),
    };
    let args = Args::new().with("row", number).with("fate", word.clone());
    let label = words::say(app.lang.get_untracked(), key, &args);
    let change = move |_| {
        hand.get_untracked().change(ReadingChange::RowFate { row, fate: next });
    };
    view! {
        <button type="button" class="fate" class:set=set aria-label=label.clone() title=label on:click=change>
            {word}
        </button>
    }
    .into_any()
}

#[component]
fn Pager(grid: Memo<Grid>, from: RwSignal<u32>) -> impl IntoView {
    let app = use_app();
    let more = move || grid.with(|grid| grid.of > grid.rows.len() as u32);
    let window = move || {
        let (first, last, of) = grid.with(|grid| {
            let first = grid.from + 1;
            (first, grid.from + grid.rows.len() as u32, grid.of)
        });
        let count = |n: u32| format::count(i64::from(n));
        let args = Args::new()
            .with("first", count(first))
            .with("last", count(last))
            .with("count", count(of));
        words::say(app.lang.get(), "rows-window", &args)
    };
    let back = move |_| from.update(|from| *from = from.saturating_sub(WINDOW_ROWS));
    let on = move |_| {
        let last = grid.with_untracked(|grid| grid.of.saturating_sub(WINDOW_ROWS));
        from.update(|from| *from = (*from + WINDOW_ROWS).min(last));
    };
    view! {
        <Show when=more>
            <p class="pager">
                <button
                    type="button"
                    class="btn small"
                    disabled=move || grid.with(|grid| grid.from == 0)
                    on:click=back
                >
                    {icon("up", 13)}
                    {say("rows-before")}
                </button>
                <span class="dim num">{window}</span>
                <button
                    type="button"
                    class="btn small"
                    disabled=move || {
                        grid.with(|grid| grid.from + grid.rows.len() as u32 >= grid.of)
                    }
                    on:click=on
                >
                    {icon("down", 13)}
                    {say("rows-after")}
                </button>
            </p>
        </Show>
    }
}

#[component]
fn Note(notes: Memo<Vec<CellNote>>, at: RwSignal<usize>, from: RwSignal<u32>) -> impl IntoView {
    let app = use_app();
    let next = move |_| {
        let notes = notes.get_untracked();
        at.update(|at| *at = (*at + 1) % notes.len().max(1));
        if let Some(note) = notes.get(at.get_untracked()) {
            let shown = from.get_untracked()..from.get_untracked() + WINDOW_ROWS;
            if !shown.contains(&note.row) {
                from.set(note.row.saturating_sub(6));
            }
        }
    };
    let of = move || {
        let count = notes.with(Vec::len);
        let args = Args::new().with("number", at.get().min(count.saturating_sub(1)) + 1);
        words::say(app.lang.get(), "note-of", &args.with("count", count))
    };
    move || {
        let notes_now = notes.get();
        let note = notes_now.get(at.get().min(notes_now.len().saturating_sub(1))).cloned()?;
        Some(view! {
            <p class="cellnote">
                {glyph(Status::Break)}
                <span>
                    <b class="id">{note.place}</b> " " {say("cell-holds")} " "
                    <b class="num">{note.text}</b> {note.says}
                </span>
                <span class="grow"></span>
                <span class="dim num">{of}</span>
                <button type="button" class="btn small" on:click=next>
                    {say("next")}
                </button>
            </p>
        })
    }
}
