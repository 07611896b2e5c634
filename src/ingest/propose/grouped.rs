//! Grouped reports: a value that stands on a line of its own above its rows, or only on the first
//! row of its group. Such a column is filled down; an ordinary column with blanks never is.
//!
//! Blanks alone prove nothing: a list may lack a customer. What counts is the shape of the whole
//! column: lines that hold nothing else, totals that end each group, or values in order.

use std::collections::BTreeSet;

use crate::base::fold_word;
use crate::ingest::build::totals::label;
use crate::ingest::layout::Layout;
use crate::table::{Field, RawColumn, RawKind, RawSheet, ValueKind};

/// Columns whose values hold for the rows below them.
#[derive(Clone, Default, Debug)]
pub struct Grouped {
    /// The value stands alone on a line above its rows.
    pub headings: BTreeSet<u16>,
    /// The value stands on the first row of its group.
    pub firsts: BTreeSet<u16>,
}

/// Rows that are looked at: groups show themselves soon.
const ROWS: usize = 20_000;

/// Share of rows, in percent, that a group's column leaves blank at least.
const BLANK_PERCENT: usize = 30;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Line {
    Blank,
    Total,
    /// One cell, in this column.
    Lone(usize),
    Data,
}

pub fn find(raw: &RawSheet, layout: &Layout) -> Grouped {
    let from = layout.row.map_or(0, |row| (row + layout.height) as usize);
    let lines: Vec<Line> = (from..raw.rows().min(from + ROWS)).map(|row| line(raw, row)).collect();
    let mut found = Grouped::default();
    for (at, column) in raw.columns.iter().enumerate() {
        let sheet = Lines { raw, column, at, from, lines: &lines };
        if sheet.has_headings() {
            found.headings.insert(at as u16);
        } else if sheet.stands_first() {
            found.firsts.insert(at as u16);
        }
    }
    let firsts: Vec<u16> = found.firsts.iter().copied().collect();
    for (at, column) in raw.columns.iter().enumerate() {
        let sheet = Lines { raw, column, at, from, lines: &lines };
        if firsts.iter().any(|&first| sheet.stands_only_with(&raw.columns[usize::from(first)])) {
            found.firsts.insert(at as u16);
        }
    }
    found
}

impl Grouped {
    pub fn is_empty(&self) -> bool {
        self.headings.is_empty() && self.firsts.is_empty()
    }

    /// The columns to fill down, once it is known what each is. A remark or an amount beside the
    /// first row of a group belongs to that row alone.
    pub fn filled(&self, field_of: impl Fn(u16) -> Option<Field>) -> BTreeSet<u16> {
        let heads = |field: Field| {
            use Field::*;
            matches!(field.value(), ValueKind::Id | ValueKind::Date | ValueKind::Currency)
                && field != LineNo
                || matches!(field, CustomerName | VendorName | Terms | Project | Contact)
        };
        let firsts = self.firsts.iter().filter(|&&column| field_of(column).is_some_and(heads));
        self.headings.iter().chain(firsts).copied().collect()
    }

    /// The sheet with its groups' columns filled, for the profiles: a key that stands on every
    /// third row is none the less the key.
    pub fn fill(&self, raw: &RawSheet, layout: &Layout) -> RawSheet {
        let mut filled = raw.clone();
        let from = layout.row.map_or(0, |row| (row + layout.height) as usize);
        for &at in self.headings.iter().chain(&self.firsts) {
            let column = &mut filled.columns[usize::from(at)];
            let mut above = 0;
            for row in from..column.codes.len() {
                match line(raw, row) {
                    Line::Total => above = 0,
                    Line::Lone(_) => above = column.codes[row],
                    Line::Data if column.codes[row] == 0 => column.codes[row] = above,
                    Line::Data => above = column.codes[row],
                    Line::Blank => {}
                }
            }
        }
        filled
    }
}

fn line(raw: &RawSheet, row: usize) -> Line {
    if raw.known_fates.contains_key(&(row as u32)) {
        return Line::Blank;
    }
    let texts = raw.columns.iter().enumerate().map(|(at, c)| (at, c.text(row).trim()));
    let mut filled = texts.filter(|(_, text)| !text.is_empty());
    match (filled.next(), filled.next()) {
        (None, _) => Line::Blank,
        (Some((_, text)), _) if label(text).is_some() => Line::Total,
        (Some((at, _)), None) => Line::Lone(at),
        (Some(_), Some(_)) => Line::Data,
    }
}

struct Lines<'r> {
    raw: &'r RawSheet,
    column: &'r RawColumn,
    at: usize,
    from: usize,
    lines: &'r [Line],
}

impl Lines<'_> {
    fn text(&self, line: usize) -> &str {
        self.column.text(self.from + line).trim()
    }

    fn data(&self) -> impl DoubleEndedIterator<Item = usize> + '_ {
        (0..self.lines.len()).filter(|&line| self.lines[line] == Line::Data)
    }

    /// Lines that hold nothing but this column, above rows that leave it blank.
    fn has_headings(&self) -> bool {
        let Some(last) = self.data().next_back() else { return false };
        let lone: Vec<usize> =
            (0..last).filter(|&line| self.lines[line] == Line::Lone(self.at)).collect();
        let words = |&line: &usize| {
            let cell = self.raw.cell(self.from + line, self.at);
            cell.is_some_and(|c| {
                c.kind == RawKind::Text && c.text.chars().any(char::is_alphanumeric)
            })
        };
        let rows = self.data().count();
        let blank = self.data().filter(|&line| self.text(line).is_empty()).count();
        let apart: BTreeSet<&str> = lone.iter().map(|&line| self.text(line)).collect();
        // One heading is a note, unless a total names it again.
        let ended = || {
            let totals = (0..self.lines.len()).filter(|&line| self.lines[line] == Line::Total);
            totals.into_iter().any(|line| {
                let total = fold_word(self.text(line));
                apart.iter().any(|heading| total.ends_with(&fold_word(heading)))
            })
        };
        lone.iter().all(words)
            && rows > lone.len()
            && blank * 100 >= rows * 95
            && (apart.len() >= 2 || (apart.len() == 1 && ended()))
    }

    /// Filled on the first row of each group: totals part the groups, or the values stand in order
    /// in the first column.
    fn stands_first(&self) -> bool {
        const GROUPS_MIN: usize = 3;
        let rows = self.data().count();
        let filled: Vec<usize> = self.data().filter(|&line| !self.text(line).is_empty()).collect();
        let blank = rows - filled.len();
        let begins = self.data().next() == filled.first().copied();
        if filled.len() < 2 || !begins || blank * 100 < rows * BLANK_PERCENT {
            return false;
        }
        let total_between = |pair: &[usize]| self.lines[pair[0]..pair[1]].contains(&Line::Total);
        if filled.windows(2).all(total_between) {
            return true;
        }
        let leftmost = self.raw.columns[..self.at]
            .iter()
            .all(|column| self.data().all(|line| column.text(self.from + line).trim().is_empty()));
        let rises = |pair: &[usize]| fold_word(self.text(pair[0])) < fold_word(self.text(pair[1]));
        filled.len() >= GROUPS_MIN && leftmost && filled.windows(2).all(rises)
    }

    /// Filled only on rows on which the first column of a group is, and on most of them.
    fn stands_only_with(&self, first: &RawColumn) -> bool {
        let own = self.data().filter(|&line| !self.text(line).is_empty()).count();
        let heads = self.data().filter(|&line| !first.text(self.from + line).trim().is_empty());
        let (mut all, mut both) = (0, 0);
        for line in heads {
            all += 1;
            both += usize::from(!self.text(line).is_empty());
        }
        own == both && both * 10 >= all * 9
    }
}
