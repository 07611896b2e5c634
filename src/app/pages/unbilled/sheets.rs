//! The sheets that stand in the list's place: roll-forward by reason, readiness by week.

use leptos::prelude::*;
use tieout::view::unbilled::{Sheet, SheetLine};

use super::Screen;
use crate::app::parts::ledger::{self, Cell, Head, Ledger, Line, Name};
use crate::app::state::say;

pub(super) fn sheet(screen: Screen, sheet: Sheet) -> impl IntoView {
    let heads = sheet.heads.iter().cloned().enumerate();
    // Two columns of words, then figures.
    let heads = heads.map(|(at, head)| if at < 2 { Head::Words(head) } else { Head::Of(head) });
    let heads = heads.collect();
    let mut lines: Vec<Line> = sheet.lines.iter().map(|line| row(screen, line, "")).collect();
    lines.extend(sheet.sums.iter().map(|line| row(screen, line, "rest")));
    let table = ledger::ledger(Ledger { class: "u-sheet", heads, lines, ..Ledger::default() });
    let note = (!sheet.note.is_empty()).then(|| view! { <p class="ink2 u-none">{sheet.note}</p> });
    view! {
        <div class="list u-sheets" tabindex="0" role="region" aria-label=say("unbilled-title")>
            {table}
            {note}
        </div>
    }
}

/// A reason leads to its jobs.
fn row(screen: Screen, line: &SheetLine, class: &'static str) -> Line {
    let to = (!line.reason.is_empty()).then(|| {
        let here = screen.place.address.get_untracked();
        here.without("show").with("reason", line.reason.clone())
    });
    let mut cells = vec![Cell::Name(Name::to(&line.label, to)), Cell::Note(line.aside.clone())];
    cells.extend(line.figures.iter().cloned().map(Cell::Count));
    Line { class, cells }
}
