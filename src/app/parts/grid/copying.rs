//! Selected rows as a spreadsheet takes them.

use leptos::prelude::*;
use tieout::base::limits;
use tieout::words::Args;

use super::{Cell, GridLine, Head, Pointing};
use crate::app::parts::toast::Toast;
use crate::app::platform::clipboard::copy;
use crate::app::state::App;

/// Rows that one copy may hold: they pass through memory as text, three times.
const COPY_ROWS_MAX: u32 = 20_000;

/// Copies all selected rows, also those that are not on the page: `window` gets them (first row, how
/// many). One row without heads: the cell under the cursor is what people mean.
pub async fn copy_selected(
    app: App,
    pointing: Pointing,
    heads: Option<Vec<Head>>,
    window: impl AsyncFn(u32, u32) -> Vec<GridLine>,
) {
    let selected = pointing.selected.get_untracked();
    let count: u32 = selected.iter().map(|(first, last)| last - first + 1).sum();
    if count > COPY_ROWS_MAX {
        tell(app, "grid-too-many", COPY_ROWS_MAX as usize);
        return;
    }
    let mut lines = Vec::new();
    for (first, last) in selected {
        let mut from = first;
        while from <= last {
            let some = window(from, (last - from + 1).min(limits::WINDOW_ROWS_MAX)).await;
            if some.is_empty() {
                break;
            }
            from += some.len() as u32;
            lines.extend(some);
        }
    }
    let column = usize::from(pointing.cursor.get_untracked().1);
    let (plain, html) = match (&lines[..], &heads) {
        ([], _) => return,
        ([one], None) => (one.cells.get(column).map(Cell::text).unwrap_or_default(), String::new()),
        (lines, heads) => clipboard(heads.as_deref(), lines),
    };
    match copy(&plain, &html) {
        true => tell(app, "grid-copied", lines.len()),
        false => tell(app, "grid-not-copied", lines.len()),
    }
}

/// Tab-separated text, and a table.
fn clipboard(heads: Option<&[Head]>, lines: &[GridLine]) -> (String, String) {
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

fn tell(app: App, key: &str, count: usize) {
    let text = app.text_with(key, &Args::new().with("count", count));
    app.tell(Toast::plain(text));
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
