//! Scrolling and keys of a grid: which window it asks for, and what brings a row into sight.

use leptos::html;
use leptos::prelude::*;
use tieout::base::limits;

use super::geometry::{Geometry, ROW_PX};
use super::pointing::toggle;
use super::{Pointing, Window};

#[derive(Clone, Copy)]
pub(super) struct Scroll {
    pub element: NodeRef<html::Div>,
    pub body: NodeRef<html::Tbody>,
    pub row_px: RwSignal<u32>,
    /// Where the table stands within the scrolled height.
    pub top_px: RwSignal<u32>,
    pub window: Memo<Window>,
    pub total: Memo<u32>,
    pub pointing: Pointing,
    ask: Callback<(u32, u32)>,
}

/// What keys other than the arrows do.
#[derive(Clone, Copy)]
pub(super) struct Acts {
    pub columns: Signal<u16>,
    pub copy: Callback<bool>,
    pub activate: Option<Callback<u32>>,
}

impl Scroll {
    pub(super) fn new(
        window: Memo<Window>,
        pointing: Pointing,
        ask: Callback<(u32, u32)>,
        element: NodeRef<html::Div>,
    ) -> Scroll {
        Scroll {
            element,
            body: NodeRef::new(),
            row_px: RwSignal::new(ROW_PX),
            top_px: RwSignal::new(0),
            window,
            total: Memo::new(move |_| window.with(|w| w.total)),
            pointing,
            ask,
        }
    }

    pub(super) fn geometry(self) -> Geometry {
        Geometry { total: self.total.get(), row_px: self.row_px.get().max(1) }
    }

    /// Asks for another window when rows that are seen are not there, and places the table.
    pub(super) fn look(self) {
        let Some(element) = self.element.get_untracked() else { return };
        let view = untrack(|| self.geometry());
        let (scrolled, height) =
            (element.scroll_top().max(0) as u32, element.client_height() as u32);
        let first = view.first(scrolled, height);
        let seen = height.div_ceil(view.row_px) + 1;
        let (from, to) = self.window.with_untracked(|w| (w.from, w.from + w.lines.len() as u32));
        if first < from || (first + seen).min(view.total) > to {
            // A screen more on both sides, so that small moves show what is there already.
            let begin = first.saturating_sub(seen);
            self.ask.run((begin, (3 * seen).min(limits::WINDOW_ROWS_MAX)));
        }
        let top = view.top(from, first, scrolled);
        if self.top_px.get_untracked() != top {
            self.top_px.set(top);
        }
    }

    /// Takes the height of a row from the first one that is drawn.
    pub(super) fn measure(self) {
        if let Some(row) = self.body.get().and_then(|body| body.first_element_child()) {
            let height = row.get_bounding_client_rect().height();
            if height >= 1.0 && self.row_px.get_untracked() != height.round() as u32 {
                self.row_px.set(height.round() as u32);
            }
        }
    }

    pub(super) fn show_row(self, row: u32) {
        let Some(element) = self.element.get_untracked() else { return };
        let view = untrack(|| self.geometry());
        let seen_px = element.client_height() as u32;
        let first_px = view.offset(row, seen_px);
        let now = element.scroll_top().max(0) as u32;
        // The row itself and the head that covers the top.
        let end_px = first_px + 2 * view.row_px;
        if first_px < now {
            element.set_scroll_top(first_px as i32);
        } else if end_px > now + seen_px {
            element.set_scroll_top((end_px - seen_px) as i32);
        }
    }

    /// Keeps the cursor's cell in sight sideways, once it is drawn: a row that comes into sight is
    /// drawn after the cursor went there.
    pub(super) fn follow_cursor(self) {
        Effect::new(move || {
            self.window.track();
            let (row, column) = self.pointing.cursor.get();
            request_animation_frame(move || self.show_column(row, column));
        });
    }

    /// Scrolls sideways to a cell that is drawn and out of sight. The row numbers stay over the left.
    fn show_column(self, row: u32, column: u16) {
        // The page may have been left by the time of the frame.
        let Some(Some(element)) = self.element.try_get_untracked() else { return };
        let find = |css: &str| element.query_selector(css).ok().flatten();
        let Some(cell) = find(&format!("#cell-{row}-{column}")) else { return };
        let numbers_px = find(".rn").map_or(0.0, |head| head.get_bounding_client_rect().width());
        let (seen, cell) = (element.get_bounding_client_rect(), cell.get_bounding_client_rect());
        let before = cell.left() - seen.left() - numbers_px;
        let after = cell.right() - seen.left() - f64::from(element.client_width());
        let by = if before < 0.0 { before } else { after.min(before).max(0.0) };
        if by != 0.0 {
            element.set_scroll_left(element.scroll_left() + by.round() as i32);
        }
    }

    pub(super) fn press(self, event: &web_sys::KeyboardEvent, acts: Acts) {
        let ctrl = event.ctrl_key() || event.meta_key();
        let row = self.pointing.cursor.get_untracked().0;
        if let Some(to) = self.target(&event.code(), ctrl, acts.columns.get_untracked()) {
            if to.0 == row {
                self.pointing.cursor.set(to);
            } else {
                self.pointing.point(to.0, to.1, event.shift_key(), false);
            }
            self.show_row(to.0);
            self.look();
        } else {
            match (event.code().as_str(), ctrl) {
                ("Space", false) => self.pointing.selected.update(|all| toggle(all, row)),
                ("KeyA", true) => {
                    let last = self.total.get_untracked().saturating_sub(1);
                    self.pointing.selected.set(vec![(0, last)]);
                }
                ("KeyC", true) => acts.copy.run(event.shift_key()),
                ("Enter", false) => {
                    let Some(activate) = acts.activate else { return };
                    activate.run(row);
                }
                _ => return,
            }
        }
        event.prevent_default();
    }

    /// Where a key moves the cursor.
    fn target(self, code: &str, ctrl: bool, columns: u16) -> Option<(u32, u16)> {
        let (row, column) = self.pointing.cursor.get_untracked();
        let last = self.total.get_untracked().saturating_sub(1);
        let height = self.row_px.get_untracked().max(1);
        let seen = self.element.get_untracked().map_or(10, |e| e.client_height() as u32 / height);
        let page = seen.max(3) - 2;
        let end = columns.saturating_sub(1);
        Some(match (code, ctrl) {
            ("ArrowDown", false) => (row.saturating_add(1).min(last), column),
            ("ArrowUp", false) => (row.saturating_sub(1), column),
            ("ArrowRight", false) => (row, (column + 1).min(end)),
            ("ArrowLeft", false) => (row, column.saturating_sub(1)),
            ("PageDown", _) => (row.saturating_add(page).min(last), column),
            ("PageUp", _) => (row.saturating_sub(page), column),
            ("Home", true) | ("ArrowUp", true) => (0, column),
            ("End", true) | ("ArrowDown", true) => (last, column),
            ("Home", false) => (row, 0),
            ("End", false) => (row, end),
            _ => return None,
        })
    }
}
