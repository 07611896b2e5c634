//! What the user points at in a grid: the cursor's cell, and the selected rows.

use leptos::prelude::*;

/// What the user points at. Ranges are positions, first and last included.
#[derive(Clone, Copy)]
pub struct Pointing {
    pub selected: RwSignal<Vec<(u32, u32)>>,
    pub cursor: RwSignal<(u32, u16)>,
    /// Where a range began.
    anchor: RwSignal<u32>,
}

impl Pointing {
    /// As it was left.
    pub fn at(selected: Vec<(u32, u32)>, cursor: (u32, u16)) -> Pointing {
        Pointing {
            selected: RwSignal::new(selected),
            cursor: RwSignal::new(cursor),
            anchor: RwSignal::new(cursor.0),
        }
    }

    pub fn clear(self) {
        self.selected.set(Vec::new());
    }

    pub fn point(self, row: u32, column: u16, extend: bool, add: bool) {
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

    pub(super) fn is_selected(self, row: u32) -> bool {
        self.selected.with(|all| all.iter().any(|(a, b)| (*a..=*b).contains(&row)))
    }
}

/// Takes a row into the selection or out of it.
pub(super) fn toggle(selected: &mut Vec<(u32, u32)>, row: u32) {
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
