//! Selected rows as a spreadsheet takes them.

use tieout::words::Args;

use super::{Cell, GridLine, Head};
use crate::app::parts::toast::Toast;
use crate::app::state::App;

/// Tab-separated text, and a table.
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

/// Says how many rows were copied, or that there were too many.
pub fn tell_copied(app: App, count: usize, copied: bool) {
    let key = if copied { "grid-copied" } else { "grid-too-many" };
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
