//! The data grid: a native scrollbar over rows that the worker serves in windows. It holds the rows
//! of one window, never the table, and adds up nothing.
//!
//! The scroller is as tall as all rows together, up to what browsers can draw; beyond that its
//! height is mapped to rows. Table rows are reused while scrolling.

use leptos::html;
use leptos::prelude::*;
use tieout::base::limits;

use super::source_tag::source_tag;
use super::status::{Status, glyph};
use crate::app::state::{App, say};
use tieout::view::{Amount, SourceTag};

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

/// What the user points at. Ranges are positions, first and last included.
#[derive(Clone, Copy)]
pub struct Pointing {
    pub selected: RwSignal<Vec<(u32, u32)>>,
    pub cursor: RwSignal<(u32, u16)>,
    /// Where a range began.
    anchor: RwSignal<u32>,
}

impl Pointing {
    pub fn new() -> Pointing {
        Pointing {
            selected: RwSignal::default(),
            cursor: RwSignal::default(),
            anchor: RwSignal::new(0),
        }
    }

    pub fn clear(self) {
        self.selected.set(Vec::new());
    }

    fn point(self, row: u32, column: u16, extend: bool, add: bool) {
        self.cursor.set((row, column));
        if extend {
            let anchor = self.anchor.get_untracked();
            let range = (anchor.min(row), anchor.max(row));
            self.selected.set(vec![range]);
            return;
        }
        self.anchor.set(row);
        if add {
            self.selected.update(|selected| toggle(selected, row));
        } else {
            self.selected.set(vec![(row, row)]);
        }
    }

    fn is_selected(self, row: u32) -> bool {
        self.selected.with(|all| all.iter().any(|(a, b)| (*a..=*b).contains(&row)))
    }
}

/// Taller than this, Firefox and Chromium begin to lose rows.
const HEIGHT_MAX_PX: u64 = 8_000_000;
const ROW_PX: u32 = 28;

/// `ask` gets the window to serve (first row, how many); `copy` gets the selected ranges and whether
/// heads are wanted; `head` the column whose head was pressed.
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
    /// Position to bring into sight.
    #[prop(optional)]
    reveal: Option<RwSignal<Option<u32>>>,
) -> impl IntoView {
    let scroller = NodeRef::<html::Div>::new();
    let body = NodeRef::<html::Tbody>::new();
    let row_px = RwSignal::new(ROW_PX);
    let top_px = RwSignal::new(0_u32);
    let total = Memo::new(move |_| window.with(|w| w.total));
    let geometry = move || Geometry { total: total.get(), row_px: row_px.get().max(1) };
    let look = move || {
        let Some(element) = scroller.get_untracked() else { return };
        let view = geometry();
        let first = view.first(element.scroll_top().max(0) as u32, element.client_height() as u32);
        let seen = (element.client_height() as u32).div_ceil(view.row_px) + 1;
        let (from, to) = window.with_untracked(|w| (w.from, w.from + w.lines.len() as u32));
        let last = (first + seen).min(view.total);
        if first < from || last > to {
            // A screen more on both sides, so that small moves show what is there already.
            let begin = first.saturating_sub(seen);
            ask.run((begin, (3 * seen).min(limits::WINDOW_ROWS_MAX)));
        }
        let top = view.top(from, first, element.scroll_top().max(0) as u32);
        top_px.set(top);
    };
    Effect::new(move || {
        window.track();
        if let Some(row) = body.get().and_then(|body| body.first_element_child()) {
            let height = row.get_bounding_client_rect().height();
            if height >= 1.0 {
                row_px.set(height.round() as u32);
            }
        }
        look();
    });
    let show_row = move |row: u32| {
        let Some(element) = scroller.get_untracked() else { return };
        let view = geometry();
        let seen_px = element.client_height() as u32;
        let head_px = view.row_px;
        let first_px = view.offset(row, seen_px);
        let now = element.scroll_top().max(0) as u32;
        if first_px < now {
            element.set_scroll_top(first_px as i32);
        } else if first_px + view.row_px + head_px > now + seen_px {
            element.set_scroll_top((first_px + view.row_px + head_px - seen_px) as i32);
        }
    };
    if let Some(reveal) = reveal {
        Effect::new(move || {
            let Some(row) = reveal.get() else { return };
            if total.get() > 0 {
                pointing.point(row, 0, false, false);
                show_row(row);
                look();
                reveal.set(None);
            }
        });
    }
    let press = move |event: web_sys::KeyboardEvent| {
        let page = scroller
            .get_untracked()
            .map_or(10, |e| (e.client_height() as u32 / row_px.get_untracked().max(1)).max(2) - 1);
        let columns = heads.with_untracked(Vec::len) as u16;
        let ctrl = event.ctrl_key() || event.meta_key();
        let (row, column) = pointing.cursor.get_untracked();
        let last = total.get_untracked().saturating_sub(1);
        let to = match (event.code().as_str(), ctrl) {
            ("ArrowDown", false) => (row.saturating_add(1).min(last), column),
            ("ArrowUp", false) => (row.saturating_sub(1), column),
            ("ArrowRight", false) => (row, (column + 1).min(columns.saturating_sub(1))),
            ("ArrowLeft", false) => (row, column.saturating_sub(1)),
            ("PageDown", _) => (row.saturating_add(page).min(last), column),
            ("PageUp", _) => (row.saturating_sub(page), column),
            ("Home", true) | ("ArrowUp", true) => (0, column),
            ("End", true) | ("ArrowDown", true) => (last, column),
            ("Home", false) => (row, 0),
            ("End", false) => (row, columns.saturating_sub(1)),
            ("Space", false) => {
                pointing.selected.update(|selected| toggle(selected, row));
                event.prevent_default();
                return;
            }
            ("KeyA", true) => {
                pointing.selected.set(vec![(0, last)]);
                event.prevent_default();
                return;
            }
            ("KeyC", true) => {
                copy.run(event.shift_key());
                event.prevent_default();
                return;
            }
            ("Enter", false) => {
                if let Some(activate) = activate {
                    activate.run(row);
                    event.prevent_default();
                }
                return;
            }
            _ => return,
        };
        event.prevent_default();
        if to.0 == row {
            pointing.cursor.set(to);
        } else {
            pointing.point(to.0, to.1, event.shift_key(), false);
        }
        show_row(to.0);
        look();
    };
    let height = move || {
        let view = geometry();
        format!("{}px", view.height() + view.row_px * 2)
    };
    let descendant = move || {
        let (row, column) = pointing.cursor.get();
        format!("cell-{row}-{column}")
    };
    view! {
        <div
            class="grid g-scroll"
            tabindex="0"
            role="grid"
            aria-label=move || label.get()
            aria-multiselectable="true"
            aria-rowcount=move || (total.get() + 1).to_string()
            aria-colcount=move || (heads.with(Vec::len) + 1).to_string()
            aria-activedescendant=descendant
            node_ref=scroller
            on:scroll=move |_| look()
            on:keydown=press
        >
            <div class="g-space" role="presentation" style:height=height>
                <table role="presentation" style:top=move || format!("{}px", top_px.get())>
                    <thead role="rowgroup">
                        <tr role="row" aria-rowindex="1">
                            <th class="rn" role="columnheader">
                                <span class="sr">{say("grid-row")}</span>
                            </th>
                            {move || {
                                heads
                                    .get()
                                    .into_iter()
                                    .enumerate()
                                    .map(|(at, spec)| column_head(at, spec, head))
                                    .collect_view()
                            }}
                        </tr>
                    </thead>
                    <tbody node_ref=body role="rowgroup">
                        {move || {
                            let heads = heads.get();
                            let window = window.get();
                            let from = window.from;
                            window
                                .lines
                                .into_iter()
                                .enumerate()
                                .map(|(at, line)| grid_row(from + at as u32, line, &heads, pointing, activate))
                                .collect_view()
                        }}
                    </tbody>
                </table>
            </div>
        </div>
    }
}

/// The selected rows as a spreadsheet takes them: tab-separated, and as a table.
pub fn clipboard(heads: Option<&[Head]>, lines: &[GridLine]) -> (String, String) {
    let clean = |text: &str| text.replace(['\t', '\n', '\r'], " ");
    let mut rows: Vec<Vec<String>> = Vec::new();
    rows.extend(heads.map(|heads| heads.iter().map(|head| clean(&head.text)).collect()));
    let texts = |line: &GridLine| line.cells.iter().map(|cell| clean(&cell.text())).collect();
    rows.extend(lines.iter().map(texts));
    let plain: Vec<String> = rows.iter().map(|row| row.join("\t")).collect();
    let escape = |text: &String| {
        text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
    };
    let cells = |row: &Vec<String>| {
        let cells: String = row.iter().map(|text| format!("<td>{}</td>", escape(text))).collect();
        format!("<tr>{cells}</tr>")
    };
    let html: String = rows.iter().map(cells).collect();
    (plain.join("\n"), format!("<table>{html}</table>"))
}

impl Cell {
    /// The text for the clipboard: true minus signs become those that a spreadsheet reads.
    pub fn text(&self) -> String {
        match self {
            Cell::Text(text) | Cell::Dim(text) | Cell::Bad(text) => text.replace('−', "-"),
            Cell::Amount(amount) => {
                amount.as_ref().map_or_else(String::new, |a| a.text.replace('−', "-"))
            }
            Cell::Source(tag) => {
                format!("{} › {} › {}{}", tag.file, tag.sheet, tag.column, tag.row)
            }
        }
    }
}

fn column_head(at: usize, spec: Head, head: Option<Callback<u16>>) -> impl IntoView {
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

fn grid_row(
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
            {super::amount::figures(&amount)}
            {super::amount::code(&amount)}
        }
        .into_any(),
        Cell::Source(tag) => source_tag(&tag).into_any(),
    }
}

fn toggle(selected: &mut Vec<(u32, u32)>, row: u32) {
    let Some(at) = selected.iter().position(|(a, b)| (*a..=*b).contains(&row)) else {
        selected.push((row, row));
        return;
    };
    let (first, last) = selected.remove(at);
    if first < row {
        selected.push((first, row - 1));
    }
    if row < last {
        selected.push((row + 1, last));
    }
}

/// Rows and pixels.
struct Geometry {
    total: u32,
    row_px: u32,
}

impl Geometry {
    fn full(&self) -> u64 {
        u64::from(self.total) * u64::from(self.row_px)
    }

    fn height(&self) -> u32 {
        self.full().min(HEIGHT_MAX_PX) as u32
    }

    fn is_mapped(&self) -> bool {
        self.full() > HEIGHT_MAX_PX
    }

    /// The row at the top of the screen.
    fn first(&self, scrolled_px: u32, seen_px: u32) -> u32 {
        if !self.is_mapped() {
            return scrolled_px / self.row_px;
        }
        let room = u64::from(self.height().saturating_sub(seen_px)).max(1);
        let rows = u64::from(self.total.saturating_sub(seen_px / self.row_px));
        (u64::from(scrolled_px).min(room) * rows / room) as u32
    }

    /// Where to scroll for a row to be the first.
    fn offset(&self, row: u32, seen_px: u32) -> u32 {
        if !self.is_mapped() {
            return row * self.row_px;
        }
        let room = u64::from(self.height().saturating_sub(seen_px));
        let rows = u64::from(self.total.saturating_sub(seen_px / self.row_px)).max(1);
        // Rounded up, so that the way back from pixels finds this row and not the one before.
        (u64::from(row) * room).div_ceil(rows) as u32
    }

    /// Where the table of a window stands.
    fn top(&self, from: u32, first: u32, scrolled_px: u32) -> u32 {
        if !self.is_mapped() {
            return from * self.row_px;
        }
        let above = first.saturating_sub(from) * self.row_px;
        scrolled_px.saturating_sub(above)
    }
}

/// Says how many rows were copied, or that there were too many.
pub fn tell_copied(app: App, count: usize, copied: bool) {
    let key = if copied { "grid-copied" } else { "grid-too-many" };
    let text = app.text_with(key, &tieout::words::Args::new().with("count", count));
    app.tell(super::toast::Toast::plain(text));
}
