//! Builds one raw sheet from cells as they stream by: dictionary-coded columns, no grid of cells.
//!
//! Invariant: rows come out in the order of their numbers, every column as long as there are rows,
//! and what a limit leaves out is said in a problem.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use super::dictionary::Dictionary;
use crate::base::limits::{CELL_CHARS_MAX, FILE_CELLS_MAX, SHEET_COLUMNS_MAX, SHEET_ROWS_MAX};
use crate::ingest::{Problem, Refusal};
use crate::table::{Fate, RawColumn, RawKind, RawSheet};
use crate::words::Args;

/// A longer run of empty rows is the gap before a stray cell, not the layout of a list. Its rows
/// are not physical rows of the sheet.
const GAP_ROWS_MAX: u32 = 10_000;

#[derive(Default)]
pub(super) struct SheetBuilder {
    name: String,
    hidden: bool,
    columns: Vec<ColumnBuilder>,
    columns_wanted: usize,
    row_numbers: Vec<u32>,
    /// Index of the row that takes cells.
    at: usize,
    /// Rows up to the last one that holds something.
    used: usize,
    gap_rows: u32,
    /// Numbers of the rows, and columns, that the user's program does not show.
    hidden_rows: Vec<u32>,
    hidden_columns: Vec<RangeInclusive<u32>>,
    beyond: Option<(u32, u32)>,
    cut: Option<(u32, u16)>,
    /// A column holds more distinct values than there are codes.
    overfull: bool,
    /// Cells that were set again to something else, and the row of the first.
    replaced: Option<(u32, u32)>,
    /// Rows and columns to make room for at once.
    expected: (usize, usize),
    known_fates: BTreeMap<u32, Fate>,
    said: Vec<(String, Args)>,
}

#[derive(Default)]
struct ColumnBuilder {
    dictionary: Dictionary,
    codes: Vec<u32>,
}

impl SheetBuilder {
    pub(super) fn new(name: &str, hidden: bool) -> SheetBuilder {
        SheetBuilder { name: name.to_owned(), hidden, ..SheetBuilder::default() }
    }

    /// Makes the row with this number (1-based) take the next cells. Rows left out on the way are
    /// blank rows.
    pub(super) fn row(&mut self, number: u32) -> Result<(), Refusal> {
        if self.row_numbers.get(self.at) == Some(&number) {
            return Ok(());
        }
        let last = self.row_numbers.last().copied().unwrap_or(0);
        if number > last {
            let gap = number - last - 1;
            if gap <= GAP_ROWS_MAX {
                self.row_numbers.extend(last + 1..number);
            } else {
                self.gap_rows += gap;
            }
            self.at = self.row_numbers.len();
            self.row_numbers.push(number);
        } else {
            // A row that comes twice or late: its cells go where they belong.
            self.at = self
                .row_numbers
                .binary_search(&number)
                .map_err(|_| Refusal::new("refused-damaged", Args::new()))?;
        }
        self.check_size()
    }

    /// Notes that the whole sheet is hidden, where the format says so behind its cells.
    pub(super) fn hide(&mut self) {
        self.hidden = true;
    }

    /// Notes that the row with this number (1-based) is hidden or filtered out.
    pub(super) fn hidden_row(&mut self, number: u32) {
        self.hidden_rows.push(number);
    }

    /// Notes that these columns (0-based) are hidden.
    pub(super) fn hidden_columns(&mut self, columns: RangeInclusive<u32>) {
        self.hidden_columns.push(columns);
    }

    /// Notes what the row just begun is, where the format itself says so.
    pub(super) fn known_fate(&mut self, fate: Fate) {
        self.known_fates.insert(self.at as u32, fate);
    }

    /// The same for a row by its number; a row without cells has no fate of its own.
    pub(super) fn fate_of_row(&mut self, number: u32, fate: Fate) {
        if let Ok(at) = self.row_numbers.binary_search(&number) {
            self.known_fates.insert(at as u32, fate);
        }
    }

    /// Something to be said about the whole sheet.
    pub(super) fn say(&mut self, key: &str, args: Args) {
        self.said.push((key.to_owned(), args));
    }

    /// Adds a row under the record of its predecessor, with the number of its first line.
    pub(super) fn append(&mut self, number: u32) -> Result<(), Refusal> {
        self.at = self.row_numbers.len();
        self.row_numbers.push(number);
        self.check_size()
    }

    /// Adds rows of as many text cells each, as [`SheetBuilder::append`] and [`SheetBuilder::cell`] would one
    /// by one: going down each column in turn is faster than along each row. No cell may be longer than
    /// [`CELL_CHARS_MAX`], and no row than [`SHEET_COLUMNS_MAX`].
    pub(super) fn append_all(&mut self, lines: &[u32], cells: &[&str]) -> Result<(), Refusal> {
        let width = cells.len() / lines.len().max(1);
        let before = self.row_numbers.len();
        self.row_numbers.extend_from_slice(lines);
        for column in 0..width {
            let down = || cells.iter().skip(column).step_by(width).copied();
            let Some(last) = down().rposition(|text| !text.is_empty()) else { continue };
            self.used = self.used.max(before + last + 1);
            self.columns_wanted = self.columns_wanted.max(column + 1);
            self.check_size()?;
            if self.columns.len() <= column {
                self.columns.resize_with(column + 1, ColumnBuilder::default);
            }
            let room = self.room(column);
            let builder = &mut self.columns[column];
            builder.make_room(room);
            builder.codes.resize(before, 0);
            self.overfull |= !builder.dictionary.codes(RawKind::Text, down(), &mut builder.codes);
        }
        self.at = self.row_numbers.len().saturating_sub(1);
        self.check_size()
    }

    /// Makes room for a sheet of a size that is likely; any other is read as well.
    pub(super) fn expect(&mut self, rows: usize, columns: usize) {
        self.expected = (rows, columns);
        let more = |length: usize| rows.saturating_sub(length);
        self.row_numbers.reserve_exact(more(self.row_numbers.len()));
        for column in self.columns.iter_mut().take(columns) {
            column.dictionary.expect(rows);
            column.codes.reserve_exact(more(column.codes.len()));
        }
    }

    /// Sets a cell of the current row (0-based column); the last one to name a cell wins. Gives the
    /// code under which [`SheetBuilder::repeat`] sets it again, or 0 when there is none.
    pub(super) fn cell(&mut self, column: usize, kind: RawKind, text: &str) -> u32 {
        if text.is_empty() && kind != RawKind::NoValue {
            return 0;
        }
        let number = self.row_numbers.get(self.at).copied().unwrap_or(0);
        if column >= usize::from(SHEET_COLUMNS_MAX) {
            let (_, count) = self.beyond.get_or_insert((number, 0));
            *count += 1;
            return 0;
        }
        let mut text = text;
        if text.len() > CELL_CHARS_MAX
            && let Some((end, _)) = text.char_indices().nth(CELL_CHARS_MAX)
        {
            self.cut.get_or_insert((number, column as u16));
            text = &text[..end];
        }
        if self.columns.len() <= column {
            // Padding a column to a far row costs memory before the last check would see it.
            self.columns_wanted = self.columns_wanted.max(column + 1);
            if self.check_size().is_err() {
                return 0;
            }
            self.columns.resize_with(column + 1, ColumnBuilder::default);
        }
        let builder = &mut self.columns[column];
        let Some(code) = builder.dictionary.code(kind, text) else {
            self.overfull = true;
            return 0;
        };
        if builder.codes.is_empty() {
            let room = self.room(column);
            self.columns[column].make_room(room);
        }
        if self.columns[column].set(self.at, code) {
            self.replaced.get_or_insert((number, 0)).1 += 1;
        }
        // A blank that somebody typed is a cell too: its row is there, and has a fate.
        self.used = self.used.max(self.at + 1);
        code
    }

    /// Sets a cell of the current row to a value that [`SheetBuilder::cell`] gave a code in this
    /// column.
    pub(super) fn repeat(&mut self, column: usize, code: u32) {
        if let Some(builder) = self.columns.get_mut(column) {
            if builder.set(self.at, code) {
                let number = self.row_numbers.get(self.at).copied().unwrap_or(0);
                self.replaced.get_or_insert((number, 0)).1 += 1;
            }
            self.used = self.used.max(self.at + 1);
        }
    }

    /// Rows to make room for in a column that takes its first value.
    fn room(&self, column: usize) -> usize {
        let (rows, columns) = self.expected;
        if column < columns { rows } else { 0 }
    }

    pub(super) fn rows(&self) -> usize {
        self.row_numbers.len()
    }

    /// The sheet without its trailing empty rows, and what is to be said about it.
    pub(super) fn finish(mut self) -> Result<(RawSheet, Vec<Problem>), Refusal> {
        self.check_size()?;
        self.row_numbers.truncate(self.used);
        let rows = self.row_numbers.len();
        self.known_fates.retain(|row, _| (*row as usize) < rows);
        let hidden_rows = hidden_rows(self.hidden_rows, &self.row_numbers);
        let hidden_columns = hidden_columns(&self.hidden_columns, self.columns.len());
        let columns = self.columns.into_iter().map(|builder| {
            let mut codes = builder.codes;
            codes.resize(rows, 0);
            RawColumn { cells: builder.dictionary.into_cells(), codes }
        });
        let mut problems = Vec::new();
        let mut say = |key: &str, args: Args, row: Option<u32>, column: Option<u16>| {
            problems.push(Problem { key: key.to_owned(), args, sheet: None, row, column });
        };
        if let Some((row, count)) = self.beyond {
            let args = Args::new().with("count", count).with("limit", u32::from(SHEET_COLUMNS_MAX));
            say("problem-columns-beyond", args, Some(row), None);
        }
        if let Some((row, column)) = self.cut {
            let args = Args::new().with("limit", CELL_CHARS_MAX);
            say("problem-cell-cut", args, Some(row), Some(column));
        }
        if let Some((row, count)) = self.replaced {
            say("problem-cells-replaced", Args::new().with("count", count), Some(row), None);
        }
        if self.gap_rows > 0 {
            say("problem-gap-rows", Args::new().with("count", self.gap_rows), None, None);
        }
        if !hidden_rows.is_empty() {
            say("problem-hidden-rows", Args::new().with("count", hidden_rows.len()), None, None);
        }
        if !hidden_columns.is_empty() && rows > 0 {
            let args = Args::new().with("count", hidden_columns.len());
            say("problem-hidden-columns", args, None, None);
        }
        if rows > 0 {
            for (key, args) in std::mem::take(&mut self.said) {
                say(&key, args, None, None);
            }
        }
        if self.hidden && rows > 0 {
            say("problem-hidden-sheet", Args::new(), None, None);
        }
        let sheet = RawSheet {
            unfolded: None,
            name: self.name,
            hidden: self.hidden,
            columns: columns.collect(),
            row_numbers: self.row_numbers,
            known_fates: self.known_fates,
            hidden_rows,
            hidden_columns,
            given: None,
        };
        Ok((sheet, problems))
    }

    fn check_size(&self) -> Result<(), Refusal> {
        let (rows, columns) = (self.row_numbers.len() as u64, self.columns_wanted as u64);
        if rows > u64::from(SHEET_ROWS_MAX) || rows * columns > FILE_CELLS_MAX || self.overfull {
            let args = Args::new()
                .with("rows", self.row_numbers.len())
                .with("columns", self.columns_wanted)
                .with("limit", i64::try_from(FILE_CELLS_MAX).unwrap_or(i64::MAX));
            return Err(Refusal::new("refused-too-many-cells", args));
        }
        Ok(())
    }
}

/// Hidden rows among those that the sheet has, by their place.
fn hidden_rows(mut numbers: Vec<u32>, row_numbers: &[u32]) -> Vec<u32> {
    numbers.sort_unstable();
    numbers.dedup();
    let places = numbers.iter().filter_map(|number| row_numbers.binary_search(number).ok());
    places.filter_map(|place| u32::try_from(place).ok()).collect()
}

/// Hidden columns among those that the sheet has: all columns to the right of a list are often
/// hidden to look tidy.
fn hidden_columns(ranges: &[RangeInclusive<u32>], columns: usize) -> Vec<u16> {
    let all = 0..u16::try_from(columns).unwrap_or(u16::MAX);
    all.filter(|&column| ranges.iter().any(|range| range.contains(&u32::from(column)))).collect()
}

impl ColumnBuilder {
    fn make_room(&mut self, rows: usize) {
        if self.codes.is_empty() {
            self.codes.reserve_exact(rows);
            self.dictionary.expect(rows);
        }
    }

    /// Whether another value stood there, which now is lost.
    fn set(&mut self, row: usize, code: u32) -> bool {
        if self.codes.len() == row {
            self.codes.push(code);
            return false;
        }
        if self.codes.len() < row {
            self.codes.resize(row + 1, 0);
        }
        let before = std::mem::replace(&mut self.codes[row], code);
        before != code && self.dictionary.holds_other(before, code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trailing_empties_are_no_rows_and_gaps_are_blank_rows() {
        let mut sheet = SheetBuilder::new("S", false);
        for (row, text) in [(1, "a"), (4, "b"), (6, "")] {
            sheet.row(row).expect("within limits");
            sheet.cell(1, RawKind::Text, text);
        }
        let (sheet, problems) = sheet.finish().expect("within limits");
        assert_eq!(sheet.row_numbers, [1, 2, 3, 4]);
        assert_eq!(sheet.columns.len(), 2);
        assert_eq!(sheet.text(3, 1), "b");
        assert!(sheet.is_blank_row(1));
        assert!(problems.is_empty());
    }

    #[test]
    fn a_stray_cell_far_away_allocates_no_grid() {
        let mut sheet = SheetBuilder::new("S", false);
        sheet.row(1).expect("within limits");
        sheet.cell(0, RawKind::Text, "a");
        sheet.row(1_048_576).expect("within limits");
        sheet.cell(16_383, RawKind::Text, "far");
        sheet.cell(0, RawKind::Text, "b");
        let (sheet, problems) = sheet.finish().expect("within limits");
        assert_eq!(sheet.row_numbers, [1, 1_048_576]);
        let keys: Vec<&str> = problems.iter().map(|p| p.key.as_str()).collect();
        assert_eq!(keys, ["problem-columns-beyond", "problem-gap-rows"]);
    }

    #[test]
    fn a_row_that_comes_twice_is_one_row() {
        let mut sheet = SheetBuilder::new("S", false);
        for (row, text) in [(1, "a"), (2, "b"), (1, "c"), (2, "b")] {
            sheet.row(row).expect("within limits");
            sheet.cell(0, RawKind::Text, text);
        }
        let (sheet, problems) = sheet.finish().expect("within limits");
        assert_eq!((sheet.rows(), sheet.text(0, 0)), (2, "c"));
        // What stood there first is lost, and that is said.
        let told: Vec<_> = problems.iter().map(|p| (p.key.as_str(), p.row)).collect();
        assert_eq!(told, [("problem-cells-replaced", Some(1))]);
    }
}
