//! What stands above the blocks of a printed list: `Customer 100234`, `Company code 1000`. Each
//! label becomes a column behind the last, filled on every row of its block, so that the rows can
//! be read and checked by themselves.
//!
//! Such a column stands in no file: its cells repeat what the lines above the block say. Only words
//! that Tieout knows as headers are lifted, and only where no column says the same already.

use super::Problem;
use super::build::totals;
use super::headers::{Header, Sense};
use super::layout;
use crate::table::{Fate, Field, RawCell, RawColumn, RawKind, RawSheet};
use crate::words::Args;

/// Lines above a header that belong to its block.
const LINES_MAX: usize = 12;

/// Gives a sheet the columns of its blocks' labels, and says so.
pub(super) fn lift(mut raw: RawSheet) -> (RawSheet, Option<Problem>) {
    let layout = layout::find(&raw);
    let Some(first) = layout.row.map(|row| row as usize) else { return (raw, None) };
    let headers = repeats(&raw, first);
    let mut labels: Vec<Label> = Vec::new();
    let mut titles: Vec<u32> = Vec::new();
    for (block, &header) in headers.iter().enumerate() {
        let above = headers.get(block.wrapping_sub(1)).map_or(0, |&before| before + 1);
        for row in above.max(header.saturating_sub(LINES_MAX))..header {
            let Some((text, value)) = pair(&raw, row) else { continue };
            titles.push(row as u32);
            match labels.iter_mut().find(|label| label.text == text) {
                Some(label) => label.values.push((block, value)),
                None => labels.push(Label { text, values: vec![(block, value)] }),
            }
        }
    }
    labels.retain(|label| label.is_told(headers.len(), &layout.headers));
    if labels.is_empty() {
        return (raw, None);
    }
    raw.known_fates.extend(titles.into_iter().map(|row| (row, Fate::Title)));
    let names: Vec<&str> = labels.iter().map(|label| label.text.as_str()).collect();
    let args = Args::new().with("labels", names.join(", ")).with("count", labels.len());
    for label in &labels {
        let column = label.column(&raw, &headers);
        raw.columns.push(column);
    }
    let key = "problem-labels-lifted".to_owned();
    (raw, Some(Problem { key, args, sheet: None, row: None, column: None }))
}

/// What stands beside a label.
#[derive(Clone, PartialEq, Eq)]
struct Value {
    text: String,
    kind: RawKind,
}

/// A label with its value in each block that names it.
struct Label {
    text: String,
    values: Vec<(usize, Value)>,
}

impl Label {
    /// Whether the label is worth a column: it names who or what the rows are about, and no header
    /// does. Above a single list only a customer is; other titles tell about the print.
    fn is_told(&self, blocks: usize, headers: &[Header]) -> bool {
        let header = Header::read(&[self.text.as_str()]);
        let fields = |h: &Header| -> Vec<Field> {
            let plain = h.senses.iter().filter(|m| m.score >= 700);
            plain
                .filter_map(|m| if let Sense::Field(f) = m.sense { Some(f) } else { None })
                .collect()
        };
        let own = fields(&header);
        use Field::*;
        let useful: &[Field] = match blocks {
            1 => &[CustomerNo, CustomerName],
            _ => &[
                CustomerNo,
                CustomerName,
                VendorName,
                Entity,
                Currency,
                ContractNo,
                InvoiceNo,
                JobNo,
            ],
        };
        let said = headers.iter().any(|h| fields(h).iter().any(|field| own.contains(field)));
        !said && own.iter().any(|field| useful.contains(field))
    }

    /// The label on each header row, its value on the rows below, until another block names it.
    fn column(&self, raw: &RawSheet, headers: &[usize]) -> RawColumn {
        let head = RawCell { text: self.text.as_str(), kind: RawKind::Text };
        let cells = std::iter::once(head).collect();
        let mut column = RawColumn { cells, codes: vec![0; raw.rows()] };
        let mut now = 0;
        for (block, &header) in headers.iter().enumerate() {
            column.codes[header] = 1;
            if let Some((_, value)) = self.values.iter().find(|(at, _)| *at == block) {
                let cell = RawCell { text: &value.text, kind: value.kind };
                let known = column.cells.iter().skip(1).position(|other| other == cell);
                now = known.map_or_else(
                    || {
                        column.cells.push(cell);
                        column.cells.len() as u32
                    },
                    |at| at as u32 + 2,
                );
            }
            let end = headers.get(block + 1).copied().unwrap_or(raw.rows());
            for row in header + 1..end {
                // Rows of bare totals and notes take no value: they are none of the block's rows.
                if raw.columns.iter().filter(|c| !c.text(row).trim().is_empty()).count() > 2
                    && !raw.known_fates.contains_key(&(row as u32))
                {
                    column.codes[row] = now;
                }
            }
        }
        column
    }
}

/// The header's row and all rows that repeat it.
fn repeats(raw: &RawSheet, first: usize) -> Vec<usize> {
    let same =
        |row: &usize| raw.columns.iter().all(|column| column.text(*row) == column.text(first));
    (first..raw.rows()).filter(same).collect()
}

/// A label and its value: in two cells, or in one cell parted by a colon or a wide gap.
fn pair(raw: &RawSheet, row: usize) -> Option<(String, Value)> {
    let mut cells = raw.columns.iter().filter_map(|column| column.get(row));
    let mut next = || cells.find(|cell| !cell.text.trim().is_empty());
    let (label, value) = (next()?, next());
    if next().is_some() || label.kind != RawKind::Text {
        return None;
    }
    let text = label.text.trim();
    let (label, value) = match value {
        Some(value) => (text, Value { text: value.text.trim().to_owned(), kind: value.kind }),
        None => {
            let wide = || text.split_once("  ");
            let (label, value) = text.split_once([':', '：']).or_else(wide)?;
            (label, Value { text: value.trim().to_owned(), kind: RawKind::Text })
        }
    };
    let label = label.trim().trim_end_matches([':', '：']).trim();
    let word =
        label.chars().any(char::is_alphabetic) && !label.contains(|c: char| c.is_ascii_digit());
    let telling = word
        && totals::label(label).is_none()
        && !value.text.is_empty()
        && label.chars().count() <= 40;
    telling.then(|| (label.to_owned(), value))
}
