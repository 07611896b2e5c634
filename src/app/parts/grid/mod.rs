//! The data grid: a native scrollbar over rows that the worker serves in windows. It holds the rows
//! of one window, never the table, and adds up nothing.
//!
//! The scroller is as tall as all rows together, up to what browsers can draw; beyond that its
//! height is mapped to rows. Table rows are reused while scrolling.

mod copying;
mod geometry;
mod pointing;
mod rows;
mod scroll;

use leptos::html;
use leptos::prelude::*;
use tieout::view::{Amount, SourceTag};

use self::rows::{column_head, grid_row};
use self::scroll::{Acts, Scroll};
use crate::app::state::say;

pub use copying::copy_selected;
pub use pointing::Pointing;

/// One column: head, and how its cells stand.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Head {
    pub text: String,
    /// A second word under the first, as a title.
    pub aside: String,
    pub end: bool,
    pub id: bool,
    pub mapped: bool,
    /// A click on the head sorts; the sign that it does.
    pub sorted: Option<bool>,
}

impl Head {
    pub fn text(text: String) -> Head {
        Head { text, ..Head::default() }
    }

    /// Over figures, which end under each other.
    pub fn figure(text: String) -> Head {
        Head { text, end: true, ..Head::default() }
    }

    /// Over numbers of documents.
    pub fn id(text: String) -> Head {
        Head { text, id: true, ..Head::default() }
    }
}

#[derive(Clone, PartialEq, Debug)]
pub enum Cell {
    Text(String),
    /// Client text in the dim colour.
    Dim(String),
    /// The cell that a check or a reading stumbled over.
    Bad(String),
    Amount(Option<Amount>),
    Source(SourceTag),
}

#[derive(Clone, PartialEq, Debug, Default)]
pub struct GridLine {
    pub number: String,
    pub cells: Vec<Cell>,
    pub struck: bool,
}

/// The rows that are there, from a position.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Window {
    pub from: u32,
    pub total: u32,
    pub lines: Vec<GridLine>,
}

/// `ask` gets the window to serve (first row, how many); `copy` whether heads are wanted; `head` the
/// column whose head was pressed; `reveal` a cell to bring into sight; `element` the scroller, for
/// who keeps its place.
#[component]
pub fn Grid(
    heads: Memo<Vec<Head>>,
    window: Memo<Window>,
    pointing: Pointing,
    ask: Callback<(u32, u32)>,
    copy: Callback<bool>,
    #[prop(optional)] head: Option<Callback<u16>>,
    #[prop(optional)] activate: Option<Callback<u32>>,
    #[prop(into)] label: Signal<String>,
    #[prop(optional)] reveal: Option<RwSignal<Option<(u32, u16)>>>,
    #[prop(optional)] element: Option<NodeRef<html::Div>>,
) -> impl IntoView {
    let scroll = Scroll::new(window, pointing, ask, element.unwrap_or_default());
    let columns = Signal::derive(move || heads.with(Vec::len) as u16);
    let acts = Acts { columns, copy, activate };
    Effect::new(move || {
        window.track();
        scroll.measure();
        scroll.look();
    });
    if let Some(reveal) = reveal {
        Effect::new(move || {
            let Some((row, column)) = reveal.get() else { return };
            if scroll.total.get() > 0 {
                pointing.point(row, column, false, false);
                scroll.show_row(row);
                scroll.look();
                reveal.set(None);
            }
        });
    }
    scroll.follow_cursor();
    let height = move || {
        let view = scroll.geometry();
        format!("{}px", view.height() + view.row_px * 2)
    };
    // Only a cell that is drawn can be named.
    let descendant = move || {
        let (row, column) = pointing.cursor.get();
        let drawn = window.with(|w| (w.from..w.from + w.lines.len() as u32).contains(&row));
        drawn.then(|| format!("cell-{row}-{column}"))
    };
    view! {
        <div
            class="grid g-scroll"
            tabindex="0"
            role="grid"
            aria-label=move || label.get()
            aria-multiselectable="true"
            aria-rowcount=move || (scroll.total.get() + 1).to_string()
            aria-colcount=move || (columns.get() + 1).to_string()
            aria-activedescendant=descendant
            node_ref=scroll.element
            on:scroll=move |_| scroll.look()
            on:keydown=move |event| scroll.press(&event, acts)
        >
            <div class="g-space" role="presentation" style:height=height>
                <table role="presentation" style:top=move || format!("{}px", scroll.top_px.get())>
                    <thead role="rowgroup">{move || head_row(heads.get(), head)}</thead>
                    <tbody node_ref=scroll.body role="rowgroup">
                        {move || body_rows(window.get(), &heads.get(), pointing, activate)}
                    </tbody>
                </table>
            </div>
        </div>
    }
}

fn head_row(heads: Vec<Head>, head: Option<Callback<u16>>) -> impl IntoView {
    let columns = heads.into_iter().enumerate().map(|(at, spec)| column_head(at, spec, head));
    let columns = columns.collect_view();
    view! {
        <tr role="row" aria-rowindex="1">
            <th class="rn" role="columnheader">
                <span class="sr">{say("grid-row")}</span>
            </th>
            {columns}
        </tr>
    }
}

fn body_rows(
    window: Window,
    heads: &[Head],
    pointing: Pointing,
    activate: Option<Callback<u32>>,
) -> impl IntoView + use<> {
    let from = window.from;
    let rows = window.lines.into_iter().enumerate();
    let rows = rows.map(|(at, line)| grid_row(from + at as u32, line, heads, pointing, activate));
    rows.collect_view()
}
