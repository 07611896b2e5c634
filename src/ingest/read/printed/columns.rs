//! Cells of a printed row: which of its bars part columns, and which stand in a text.
//!
//! The widths of the header decide. Programs miscount icons and shorten total rows, so widths are
//! weighed, not demanded: the cheapest way to lay the pieces of a row over the columns is taken.

use super::lines::{Line, Shape, width};

/// The columns of a list; a record takes as many lines as there are `lines`.
pub(super) struct Columns {
    names: Vec<String>,
    /// Widths of the columns of each line of a record.
    lines: Vec<Vec<usize>>,
    /// The header as it is printed, to know it again.
    printed: Vec<String>,
}

pub(super) struct Record {
    pub cells: Vec<String>,
    /// The row has more bars than columns and does not fit their widths.
    pub misfit: bool,
}

impl Columns {
    /// From the header's lines and the first rows below it.
    pub(super) fn of(header: &[&str], body: &[&str]) -> Columns {
        let printed: Vec<String> = header.iter().map(|line| squeezed(line)).collect();
        let heads: Vec<Vec<&str>> = header.iter().map(|line| pieces(line)).collect();
        let widths = |pieces: &Vec<&str>| pieces.iter().map(|piece| width(piece)).collect();
        if heads.len() > 1 && !takes_lines(&heads, body) {
            // The names are in two lines, the rows are not.
            let wide = heads.iter().max_by_key(|head| head.len()).cloned().unwrap_or_default();
            let name = |at: usize| {
                let parts = heads.iter().filter_map(|head| head.get(at)).map(|part| part.trim());
                parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
            };
            let names = (0..wide.len()).map(name).collect();
            return Columns { names, lines: vec![widths(&wide)], printed };
        }
        let names = heads.iter().flatten().map(|name| name.trim().to_owned()).collect();
        Columns { names, lines: heads.iter().map(widths).collect(), printed }
    }

    pub(super) fn names(&self) -> &[String] {
        &self.names
    }

    pub(super) fn header_lines(&self) -> usize {
        self.printed.len()
    }

    pub(super) fn is_header(&self, block: &[Line]) -> bool {
        block.len() >= self.printed.len()
            && self.printed.iter().zip(block).all(|(own, line)| *own == squeezed(line.text))
    }

    /// Whether rows behind an opening rule head another list: no totals, no figures.
    pub(super) fn is_foreign(&self, block: &[Line]) -> bool {
        let no_figures = |line: &Line| {
            let cells = pieces(line.text);
            let filled = || cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty());
            let figures =
                filled().filter(|cell| cell.bytes().filter(u8::is_ascii_digit).count() > 1).count();
            figures == 0 && filled().count() > 1 && !filled().any(|cell| cell.starts_with('*'))
        };
        block.len() <= 3 && block.iter().all(no_figures)
    }

    /// The record that begins with the first of these lines, and how many of them it takes.
    pub(super) fn record(&self, lines: &[Line]) -> (Record, usize) {
        let mut record = Record { cells: Vec::new(), misfit: false };
        let mut taken = 0;
        for (nth, widths) in self.lines.iter().enumerate() {
            let Some(line) = lines.get(taken).filter(|line| line.shape == Shape::Row) else {
                break;
            };
            let is_total = pieces(line.text)
                .iter()
                .map(|cell| cell.trim())
                .find(|cell| !cell.is_empty())
                .is_some_and(|cell| cell.starts_with('*'));
            if nth > 0 && is_total {
                break;
            }
            let (text, used) = whole(&lines[taken..], widths.len());
            taken += used;
            let (cells, misfit) = laid_out(&pieces(&text), widths);
            record.cells.extend(cells);
            record.misfit |= misfit;
            if nth == 0 && is_total && !self.continues(lines.get(taken)) {
                break;
            }
        }
        (record, taken.max(1))
    }

    /// A total in two lines goes on with a line that names nothing.
    fn continues(&self, line: Option<&Line>) -> bool {
        line.is_some_and(|line| {
            let first = pieces(line.text).first().is_some_and(|cell| cell.trim().is_empty());
            line.shape == Shape::Row && first && self.lines.len() > 1
        })
    }
}

/// A row that a line break in a text has parted is put together again.
fn whole(lines: &[Line], columns: usize) -> (String, usize) {
    const BREAKS_MAX: usize = 4;
    let mut text = lines[0].text.trim().to_owned();
    let mut used = 1;
    while !text.ends_with('|') && used <= BREAKS_MAX {
        let Some(next) = lines.get(used).filter(|next| next.shape == Shape::Text) else { break };
        if pieces(&text).len() + pieces(next.text).len() > columns + 1 {
            break;
        }
        text.push('\n');
        text.push_str(next.text.trim_end());
        used += 1;
    }
    (text, used)
}

/// What stands between the bars.
fn pieces(line: &str) -> Vec<&str> {
    let line = line.trim();
    let line = line.strip_prefix('|').unwrap_or(line);
    line.strip_suffix('|').unwrap_or(line).split('|').collect()
}

fn squeezed(line: &str) -> String {
    pieces(line).iter().map(|piece| piece.trim()).collect::<Vec<_>>().join("|")
}

/// Lays pieces over columns at the least cost. Pieces side by side may be one text with bars in it;
/// columns at the end may be missing.
fn laid_out(pieces: &[&str], widths: &[usize]) -> (Vec<String>, bool) {
    let columns = widths.len();
    if pieces.len() <= columns {
        let mut cells: Vec<String> = pieces.iter().map(|piece| (*piece).to_owned()).collect();
        cells.resize(columns, String::new());
        return (cells, false);
    }
    if columns == 0 {
        return (vec![pieces.join("|")], true);
    }
    // best[c] after p pieces: the cheapest way to fill c columns with them.
    let spare = pieces.len() - columns;
    let own: Vec<usize> = pieces.iter().map(|piece| width(piece)).collect();
    let far = usize::MAX / 2;
    let mut best = vec![vec![(far, 0_usize); columns + 1]; pieces.len() + 1];
    best[0][0] = (0, 0);
    for column in 0..columns {
        for from in column..=column + spare {
            let (cost, _) = best[from][column];
            if cost >= far {
                continue;
            }
            let mut wide = 0;
            for to in from + 1..=column + 1 + spare {
                wide += own[to - 1] + usize::from(to > from + 1);
                let all = cost + wide.abs_diff(widths[column]);
                if all < best[to][column + 1].0 {
                    best[to][column + 1] = (all, from);
                }
            }
        }
    }
    let (cost, _) = best[pieces.len()][columns];
    let mut cells = vec![String::new(); columns];
    let mut end = pieces.len();
    for column in (0..columns).rev() {
        let (_, from) = best[end][column + 1];
        cells[column] = pieces[from..end].join("|");
        end = from;
    }
    (cells, cost > spare.max(4))
}

/// Whether rows take as many lines as the header: their bars alternate as the header's do, or what
/// stands in a column changes from line to line.
fn takes_lines(heads: &[Vec<&str>], body: &[&str]) -> bool {
    const LOOK_AT: usize = 60;
    let height = heads.len();
    let is_total = |line: &&str| {
        let first = pieces(line).into_iter().find(|cell| !cell.trim().is_empty());
        first.is_some_and(|cell| cell.trim().starts_with('*'))
    };
    let rows: Vec<Vec<&str>> =
        body.iter().take(LOOK_AT).filter(|line| !is_total(line)).map(|line| pieces(line)).collect();
    if rows.len() < height {
        return false;
    }
    let counts: Vec<usize> = heads.iter().map(Vec::len).collect();
    if counts.iter().any(|count| *count != counts[0]) {
        return rows.iter().enumerate().all(|(at, row)| row.len() >= counts[at % height]);
    }
    if !rows.len().is_multiple_of(height) {
        return false;
    }
    // One column at least must hold figures in one line and none in the other, throughout.
    let figures = |row: &Vec<&str>, column: usize| {
        row.get(column).is_some_and(|cell| cell.bytes().any(|b| b.is_ascii_digit()))
    };
    let differs = |column: usize| {
        let of_line = |nth: usize| {
            let mut lines = rows.iter().skip(nth).step_by(height).map(|row| figures(row, column));
            let first = lines.next();
            first.filter(|first| lines.all(|other| other == *first))
        };
        matches!((of_line(0), of_line(1)), (Some(a), Some(b)) if a != b)
    };
    (0..counts[0]).filter(|column| differs(*column)).count() * 3 >= counts[0]
}
