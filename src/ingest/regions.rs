//! Several tables on one sheet, below each other or side by side, or two in one: each becomes a
//! sheet of its own, to be read by itself.
//!
//! Cuts only where a second header of other words stands over rows of its own; a header that a page
//! break repeats, a blank line and a blank spacer column cut nothing. Rows keep their numbers and
//! columns their places, so that every citation still names the cell of the file.

use std::ops::Range;

use super::Problem;
use super::build::totals::label;
use super::{layout, matrix, repeated};
use crate::base::limits::SHEETS_MAX;
use crate::base::{column_letters, stretches, trim};
use crate::table::{Fate, RawCell, RawCells, RawColumn, RawKind, RawSheet};
use crate::words::Args;

/// Keys of the problems that say how a sheet was cut.
pub const CUTS: [&str; 4] = [
    "problem-tables-on-sheet",
    "problem-labels-lifted",
    "problem-headers-once",
    "problem-matrix-unfolded",
];

/// The sheets of a file with every table on a sheet of its own, and the file's problems under the
/// new numbers of the sheets.
pub fn cut(sheets: Vec<RawSheet>, problems: Vec<Problem>) -> (Vec<RawSheet>, Vec<Problem>) {
    let mut cut: Vec<RawSheet> = Vec::new();
    let mut firsts: Vec<u16> = Vec::new();
    let mut told: Vec<Problem> = Vec::new();
    let mut left = sheets.len();
    for sheet in sheets {
        left -= 1;
        let first = cut.len() as u16;
        firsts.push(first);
        if sheet.given.is_some() {
            cut.push(sheet);
            continue;
        }
        let (sheet, lifted) = super::blocks::lift(sheet);
        told.extend(lifted.map(|problem| Problem { sheet: Some(first), ..problem }));
        let regions = regions(&sheet);
        if regions.len() < 2 || cut.len() + regions.len() + left > SHEETS_MAX {
            let once = repeated::once(&sheet).filter(|_| cut.len() + 2 + left <= SHEETS_MAX);
            cut.push(unfolded(sheet, first, &mut told));
            if let Some((sheet, problem)) = once {
                told.push(Problem { sheet: Some(first), ..problem });
                cut.push(sheet);
            }
            continue;
        }
        let args = Args::new().with("count", regions.len());
        let key = "problem-tables-on-sheet".to_owned();
        told.push(Problem { key, args, sheet: Some(first), row: None, column: None });
        for region in &regions {
            let at = cut.len() as u16;
            cut.push(unfolded(part(&sheet, region), at, &mut told));
        }
    }
    let moved = |problem: Problem| {
        let sheet = problem.sheet.and_then(|at| firsts.get(usize::from(at)).copied());
        Problem { sheet, ..problem }
    };
    let problems = problems.into_iter().map(moved).chain(told).collect();
    (cut, problems)
}

/// The sheet, or what it says as a list where it is a rate matrix.
fn unfolded(sheet: RawSheet, at: u16, told: &mut Vec<Problem>) -> RawSheet {
    let Some((list, problems)) = matrix::unfold(&sheet) else { return sheet };
    told.extend(problems.into_iter().map(|problem| Problem { sheet: Some(at), ..problem }));
    list.unwrap_or(sheet)
}

/// A rectangle of a sheet, physical and 0-based.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Region {
    rows: Range<usize>,
    columns: Range<usize>,
}

/// Rows without a blank one, or one of rules alone, among them.
type Block = Range<usize>;

/// More blocks than this are a list with blank lines in it, not a page of tables.
const BLOCKS_MAX: usize = 2_000;

/// A header stands among the first rows of its block, below a title or two.
const ROWS_ABOVE_HEADER: usize = 6;

fn regions(raw: &RawSheet) -> Vec<Region> {
    let blocks = blocks(raw);
    if blocks.len() > BLOCKS_MAX {
        return Vec::new();
    }
    let mut tables: Vec<Range<usize>> = Vec::new();
    let mut header: Option<Vec<String>> = None;
    for (at, block) in blocks.iter().enumerate() {
        let Some(found) = header_of(raw, block) else { continue };
        let Some(known) = &header else {
            header = Some(found);
            continue;
        };
        if alike(known, &found) {
            continue;
        }
        let earliest = tables.last().map_or(0, |table| table.end);
        let start = with_titles(raw, &blocks, at, earliest);
        tables.push(earliest..start);
        header = Some(found);
    }
    tables.push(tables.last().map_or(0, |table| table.end)..raw.rows());
    tables.into_iter().flat_map(|rows| side_by_side(raw, rows)).collect()
}

fn blocks(raw: &RawSheet) -> Vec<Block> {
    let mut filled = vec![false; raw.rows()];
    for column in &raw.columns {
        // Most lists have a column without a gap.
        if filled.iter().all(|filled| *filled) {
            break;
        }
        let says = stretches::collect(column.cells.iter().map(|cell| !is_rule(cell)));
        stretches::each(filled.iter_mut().zip(&column.codes), |(filled, &code)| {
            *filled |= (code as usize).checked_sub(1).is_some_and(|at| says[at]);
        });
    }
    let mut blocks: Vec<Block> = Vec::new();
    stretches::each((0..filled.len()).filter(|&row| filled[row]), |row| match blocks.last_mut() {
        Some(block) if block.end == row => block.end = row + 1,
        _ => blocks.push(row..row + 1),
    });
    blocks
}

/// A line of asterisks or dashes parts as a blank one does.
fn is_rule(cell: RawCell) -> bool {
    is_blank(cell) || cell.kind == RawKind::Text && !cell.text.contains(char::is_alphanumeric)
}

fn is_blank(cell: RawCell) -> bool {
    cell.kind != RawKind::NoValue && trim(cell.text).is_empty()
}

/// The words of the header that a block has, by column, if rows of its own stand below it.
fn header_of(raw: &RawSheet, block: &Block) -> Option<Vec<String>> {
    const CELLS_MIN: usize = 2;
    let rows = block.start..block.end.min(block.start + ROWS_ABOVE_HEADER);
    // "Name: Calder Bio" above a block of rows was lifted, and heads nothing.
    let titled = |row: &usize| raw.known_fates.get(&(*row as u32)) == Some(&Fate::Title);
    let rows = rows.filter(|row| !titled(row));
    let scored = rows.filter_map(|row| Some((layout::header_score(raw, row)?, row)));
    let (_, row) = scored.max_by_key(|&(score, row)| (score, std::cmp::Reverse(row)))?;
    let words = words(raw, row);
    let cells = words.iter().filter(|word| !word.is_empty()).count();
    // One line of rules or a blank one may part the header from its rows.
    let next = (row + 1..(row + 4).min(raw.rows())).find(|&r| !raw.is_blank_row(r));
    let rows_below = next.is_some_and(|r| r < block.end || layout::header_score(raw, r).is_none());
    (cells >= CELLS_MIN && rows_below).then_some(words)
}

fn words(raw: &RawSheet, row: usize) -> Vec<String> {
    raw.columns.iter().map(|column| crate::base::fold_word(column.text(row))).collect()
}

/// Whether two headers are the same one, repeated: most of the shorter one's words stand in both.
fn alike(one: &[String], other: &[String]) -> bool {
    let filled = |words: &[String]| words.iter().filter(|word| !word.is_empty()).count();
    let shared = one.iter().zip(other).filter(|(a, b)| !a.is_empty() && a == b).count();
    shared * 2 >= filled(one).min(filled(other))
}

/// Where a table begins: with the titles right above its header's block.
fn with_titles(raw: &RawSheet, blocks: &[Block], at: usize, earliest: usize) -> usize {
    const TITLE_ROWS_MAX: usize = 3;
    let mut start = blocks[at].start;
    for block in blocks[..at].iter().rev() {
        let is_title = block.start > earliest
            && block.len() <= TITLE_ROWS_MAX
            && block.clone().all(|row| is_title(raw, row));
        if !is_title {
            break;
        }
        start = block.start;
    }
    start
}

/// One cell of words, and no total.
fn is_title(raw: &RawSheet, row: usize) -> bool {
    let mut cells = raw.columns.iter().filter_map(|column| column.get(row));
    match (cells.find(|cell| !is_blank(*cell)), cells.any(|cell| !is_blank(cell))) {
        (Some(cell), false) => {
            cell.text.chars().any(char::is_alphabetic) && label(cell.text).is_none()
        }
        _ => false,
    }
}

/// The tables that stand beside each other in these rows, parted by wholly blank columns.
fn side_by_side(raw: &RawSheet, rows: Range<usize>) -> Vec<Region> {
    let whole = vec![Region { rows: rows.clone(), columns: 0..raw.columns.len() }];
    let scored = rows.clone().take(crate::base::limits::HEADER_SEARCH_ROWS);
    let scored = scored.filter_map(|row| Some((layout::header_score(raw, row)?, row)));
    let best = scored.max_by_key(|&(score, row)| (score, std::cmp::Reverse(row)));
    let Some((_, header)) = best else { return whole };
    let below = header..rows.end;
    let is_gap = |column: &RawColumn| {
        below.clone().all(|row| column.get(row).is_none_or(|cell| is_blank(cell)))
    };
    let mut groups: Vec<Range<usize>> = Vec::new();
    for at in (0..raw.columns.len()).filter(|&at| !is_gap(&raw.columns[at])) {
        match groups.last_mut() {
            Some(group) if group.end == at => group.end = at + 1,
            _ => groups.push(at..at + 1),
        }
    }
    if groups.len() < 2 || !groups.windows(2).all(|pair| apart(raw, header, &below, pair)) {
        return whole;
    }
    // A column that is blank below the header may hold a title above it: it goes with the table to
    // its right.
    let says = |column: &usize| {
        let column = &raw.columns[*column];
        rows.clone().any(|row| column.get(row).is_some_and(|cell| !is_blank(cell)))
    };
    let start = |at: usize| {
        let before = if at == 0 { 0 } else { groups[at - 1].end };
        (before..groups[at].start).find(says).unwrap_or(groups[at].start)
    };
    let last = groups.len() - 1;
    let region = |(at, group): (usize, &Range<usize>)| Region {
        rows: rows.clone(),
        columns: start(at)..if at == last { raw.columns.len() } else { group.end },
    };
    groups.iter().enumerate().map(region).collect()
}

/// Whether the groups left and right of a blank column are two tables: the same words head both, or
/// each is filled without a gap from its header down and they end in different rows.
fn apart(raw: &RawSheet, header: usize, below: &Range<usize>, pair: &[Range<usize>]) -> bool {
    let [left, right] = pair else { return false };
    let heads = |group: &Range<usize>| -> Vec<String> {
        let texts = group.clone().map(|c| crate::base::fold_word(raw.text(header, c)));
        texts.filter(|text| !text.is_empty()).collect()
    };
    let (one, other) = (heads(left), heads(right));
    if one.len() < 2 || other.len() < 2 {
        return false;
    }
    let shared = one.iter().filter(|word| other.contains(word)).count();
    if shared >= 2 && shared * 2 >= one.len().min(other.len()) {
        return true;
    }
    let filled = |row: usize, group: &Range<usize>| {
        group.clone().filter(|&c| !raw.text(row, c).trim().is_empty()).count()
    };
    let end = |group: &Range<usize>| {
        let last = below.clone().rev().find(|&row| filled(row, group) > 0);
        last.map_or(below.start, |row| row + 1)
    };
    let dense = |group: &Range<usize>, end: usize| {
        end > below.start + 1 && (below.start..end).all(|row| filled(row, group) * 2 >= group.len())
    };
    let (left_end, right_end) = (end(left), end(right));
    // A note or two beside the last rows is no longer table.
    const ROWS_LONGER_MIN: usize = 2;
    left_end.abs_diff(right_end) >= ROWS_LONGER_MIN
        && dense(left, left_end)
        && dense(right, right_end)
}

/// The part of a sheet in a region, its name with the range: `Sheet1 A14:F30`.
fn part(raw: &RawSheet, region: &Region) -> RawSheet {
    let column = |(at, column): (usize, &RawColumn)| match region.columns.contains(&at) {
        true => sliced(column, &region.rows),
        false => RawColumn { cells: RawCells::default(), codes: vec![0; region.rows.len()] },
    };
    let columns: Vec<RawColumn> =
        raw.columns.iter().take(region.columns.end).enumerate().map(column).collect();
    let row_numbers = raw.row_numbers[region.rows.clone()].to_vec();
    let number = |at: Option<&u32>| at.copied().unwrap_or(0);
    let range = format!(
        "{}{}:{}{}",
        column_letters(region.columns.start as u16),
        number(row_numbers.first()),
        column_letters(region.columns.end.saturating_sub(1) as u16),
        number(row_numbers.last()),
    );
    let name = format!("{} {range}", raw.name);
    let known = raw.known_fates.range(region.rows.start as u32..region.rows.end as u32);
    let known_fates = known.map(|(row, fate)| (row - region.rows.start as u32, *fate)).collect();
    let rows = region.rows.start as u32..region.rows.end as u32;
    let hidden_rows = raw.hidden_rows.iter().filter(|row| rows.contains(row));
    let in_region = |column: &&u16| region.columns.contains(&usize::from(**column));
    RawSheet {
        name,
        hidden: raw.hidden,
        hidden_rows: hidden_rows.map(|row| row - rows.start).collect(),
        hidden_columns: raw.hidden_columns.iter().filter(in_region).copied().collect(),
        columns,
        row_numbers,
        known_fates,
        given: None,
        unfolded: None,
    }
}

/// Some rows of a column, with the cells that they hold and no others.
fn sliced(column: &RawColumn, rows: &Range<usize>) -> RawColumn {
    let mut part = RawColumn::default();
    let mut codes = vec![0_u32; column.cells.len() + 1];
    if !column.cells.is_each_once() {
        part.cells.may_repeat();
    }
    for &code in &column.codes[rows.clone()] {
        let slot = &mut codes[code as usize];
        if *slot == 0
            && let Some(cell) = (code as usize).checked_sub(1).and_then(|at| column.cells.get(at))
        {
            part.cells.push(cell);
            *slot = part.cells.len() as u32;
        }
        part.codes.push(*slot);
    }
    part
}
