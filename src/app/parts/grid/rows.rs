//! Heads, rows and cells of a grid.

use leptos::prelude::*;

use super::{Cell, GridLine, Head, Pointing};
use crate::app::parts::amount;
use crate::app::parts::source_tag::source_tag;
use crate::app::parts::status::{Status, glyph};

pub(super) fn column_head(at: usize, spec: Head, head: Option<Callback<u16>>) -> impl IntoView {
    let sort = match spec.sorted {
        None => "none",
        Some(false) => "ascending",
        Some(true) => "descending",
    };
    let class = format!(
        "{}{}",
        if spec.end { "num " } else { "" },
        if spec.mapped { "mapped" } else { "" }
    );
    let sign = match spec.sorted {
        None => "",
        Some(false) => " ↑",
        Some(true) => " ↓",
    };
    let text = spec.text.clone();
    let inner = match head {
        Some(head) => view! {
            <button type="button" class="g-sort" tabindex="-1" on:click=move |_| head.run(at as u16)>
                {text}
                {sign}
            </button>
        }
        .into_any(),
        None => text.into_any(),
    };
    view! {
        <th role="columnheader" class=class title=spec.aside aria-sort=sort>
            {inner}
        </th>
    }
}

pub(super) fn grid_row(
    at: u32,
    line: GridLine,
    heads: &[Head],
    pointing: Pointing,
    activate: Option<Callback<u32>>,
) -> impl IntoView + use<> {
    let cells = line.cells.into_iter().enumerate().map(|(column, cell)| {
        let end = heads.get(column).is_some_and(|head| head.end);
        let id = heads.get(column).is_some_and(|head| head.id);
        let bad = matches!(cell, Cell::Bad(_));
        let mut class = String::new();
        for (name, wears) in
            [("num", end), ("id", id), ("bad", bad), ("dim", matches!(cell, Cell::Dim(_)))]
        {
            if wears {
                class.push_str(name);
                class.push(' ');
            }
        }
        let column = column as u16;
        view! {
            <td
                role="gridcell"
                id=format!("cell-{at}-{column}")
                class=class
                aria-colindex=(column + 2).to_string()
                aria-current=move || (pointing.cursor.get() == (at, column)).then_some("true")
                on:mousedown=move |event| {
                    if event.button() == 0 {
                        pointing
                            .point(
                                at,
                                column,
                                event.shift_key(),
                                event.ctrl_key() || event.meta_key(),
                            );
                        if event.shift_key() {
                            event.prevent_default();
                        }
                    }
                }
            >
                {cell_view(cell)}
            </td>
        }
    });
    let cells = cells.collect_view();
    view! {
        <tr
            role="row"
            class:struck=line.struck
            aria-rowindex=(at + 2).to_string()
            aria-selected=move || if pointing.is_selected(at) { "true" } else { "false" }
            on:dblclick=move |_| {
                if let Some(activate) = activate {
                    activate.run(at);
                }
            }
        >
            <th class="rn" role="rowheader">
                {line.number}
            </th>
            {cells}
        </tr>
    }
}

fn cell_view(cell: Cell) -> AnyView {
    match cell {
        Cell::Text(text) | Cell::Dim(text) => text.into_any(),
        Cell::Bad(text) => view! {
            <span class="sr">{glyph(Status::Break)}</span>
            {text}
        }
        .into_any(),
        Cell::Amount(None) => ().into_any(),
        Cell::Amount(Some(amount)) => view! {
            {amount::figures(&amount)}
            {amount::code(&amount)}
        }
        .into_any(),
        Cell::Source(tag) => source_tag(&tag).into_any(),
    }
}
