//! A list that is served in windows: rows above and below stand as empty height. The keys that
//! move, and asking for other rows when they come into sight.

use leptos::html;
use leptos::prelude::*;
use tieout::base::limits;

use super::place::Listing;

/// The rows that are on the page, of how many.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Extent {
    pub from: u32,
    pub count: u32,
    pub total: u32,
}

/// A scroller and what it shows.
#[derive(Clone, Copy)]
pub struct Windowed {
    list: Listing,
    pub element: NodeRef<html::Div>,
    pub body: NodeRef<html::Tbody>,
    row_px: RwSignal<u32>,
    extent: Memo<Extent>,
    rows_min: u32,
}

const ROW_PX: u32 = 28;

impl Windowed {
    /// `name` keeps the place in the list; `rows_min` is the first window. A row that tells the height
    /// has the class `j`.
    pub fn new(list: Listing, name: &'static str, rows_min: u32, extent: Memo<Extent>) -> Windowed {
        let own = Windowed {
            list,
            element: NodeRef::new(),
            body: NodeRef::new(),
            row_px: RwSignal::new(ROW_PX),
            extent,
            rows_min,
        };
        Effect::new(move || own.measure());
        list.place.keep_scroll(name, own.element, move || extent.get().total > 0);
        own
    }

    pub fn above_px(self) -> u32 {
        self.extent.get().from * self.row_px.get()
    }

    pub fn below_px(self) -> u32 {
        let Extent { from, count, total } = self.extent.get();
        total.saturating_sub(from + count) * self.row_px.get()
    }

    /// Asks for another window when rows that are seen are not there.
    pub fn look(self) {
        let Some(element) = self.element.get_untracked() else { return };
        let height = self.row_px.get_untracked().max(1);
        let first = element.scroll_top().max(0) as u32 / height;
        let seen = (element.client_height() as u32).div_ceil(height) + 1;
        let Extent { from, count, total } = self.extent.get_untracked();
        if first < from || (first + seen).min(total) > from + count {
            let begin = first.saturating_sub(seen);
            let rows = (seen * 3).clamp(self.rows_min, limits::WINDOW_ROWS_MAX);
            self.list.ask((begin, rows));
        }
    }

    /// Takes the height of a row from the first one that is drawn.
    fn measure(self) {
        self.extent.track();
        let row = self.body.get().and_then(|body| body.query_selector("tr.j").ok().flatten());
        if let Some(row) = row {
            let height = row.get_bounding_client_rect().height();
            if height >= 1.0 && self.row_px.get_untracked() != height.round() as u32 {
                self.row_px.set(height.round() as u32);
            }
        }
    }

    pub fn press(self, event: &web_sys::KeyboardEvent) {
        let height = self.row_px.get_untracked().max(1);
        let seen = self.element.get_untracked().map_or(10, |e| e.client_height() as u32 / height);
        let page = seen.max(4) - 3;
        let pointing = self.list.pointing;
        let last = self.extent.get_untracked().total.saturating_sub(1);
        let at = pointing.cursor.get_untracked().0;
        let to = match event.code().as_str() {
            "ArrowDown" => at.saturating_add(1).min(last),
            "ArrowUp" => at.saturating_sub(1),
            "PageDown" => at.saturating_add(page).min(last),
            "PageUp" => at.saturating_sub(page),
            "Home" => 0,
            "End" => last,
            "KeyA" if event.ctrl_key() || event.meta_key() => {
                pointing.selected.set(vec![(0, last)]);
                event.prevent_default();
                return;
            }
            _ => return,
        };
        event.prevent_default();
        pointing.point(to, 0, event.shift_key(), false);
        self.show_row(to);
        self.look();
    }

    /// Between the head, which covers the top, and the totals, which cover the foot.
    fn show_row(self, row: u32) {
        const COVERED_PX: i32 = 54;
        let Some(element) = self.element.get_untracked() else { return };
        let height = self.row_px.get_untracked() as i32;
        let top = row as i32 * height;
        if top < element.scroll_top() {
            element.set_scroll_top(top);
        } else if top + height + COVERED_PX > element.scroll_top() + element.client_height() {
            element.set_scroll_top(top + height + COVERED_PX - element.client_height());
        }
    }
}

/// Empty height for the rows that are not on the page.
pub fn space(px: impl Fn() -> u32 + Send + Sync + Copy + 'static, columns: u32) -> impl IntoView {
    view! {
        <tbody aria-hidden="true" hidden=move || px() == 0>
            <tr class="space">
                <td colspan=columns.to_string() style:height=move || format!("{}px", px())></td>
            </tr>
        </tbody>
    }
}
