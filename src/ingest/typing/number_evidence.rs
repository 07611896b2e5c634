//! What a column's cells say about being numbers, and about their decimal mark.

use std::collections::BTreeSet;

use super::numbers::{self, NumberUnit, Vote, read_number};
use super::{Tally, tally};
use crate::base::{Currency, shortest, stretches};
use crate::ingest::NumberStyle;
use crate::table::{Cell, RawCell, RawColumn, RawKind};

/// Whether the cells decide the decimal mark.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum StyleEvidence {
    Decided(NumberStyle),
    /// Some cells read in two ways and no other cell decides, or the cells contradict each other.
    Ambiguous,
    /// No cell has a mark that matters.
    #[default]
    None,
}

/// Counts over the given rows; `blank + numbers + failed` is their number.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct NumberEvidence {
    pub blank: u32,
    /// Cells that read as a number in the column's style, or in some style while it is open.
    pub numbers: u32,
    pub failed: u32,
    pub style: StyleEvidence,
    /// Cells for and against, and cells that read in two ways.
    pub point: u32,
    pub comma: u32,
    pub split: u32,
    /// Numbers without decimals, and the most decimals of any, in the column's style.
    pub integers: u32,
    pub max_decimals: u32,
    pub negatives: u32,
    /// Numbers with a percent or per mille sign.
    pub percents: u32,
    /// Numbers that the file stores as numbers, not as text.
    pub stored: u32,
    /// Currencies named beside the numbers.
    pub currencies: BTreeSet<Currency>,
}

/// Share of decided cells, in percent, that settles a style against strays.
const SETTLING_PERCENT: u64 = 95;

pub fn number_evidence(column: &RawColumn, rows: &[u32]) -> NumberEvidence {
    let tally = tally(column, rows);
    let mut evidence = NumberEvidence { blank: tally.blank, ..NumberEvidence::default() };
    evidence.vote(column, &tally);
    for (cell, count) in tally.cells(column) {
        evidence.count(&cell, count);
    }
    evidence
}

/// Whether the cells decide the decimal mark: the style alone, without the rest of the evidence.
pub fn style_evidence(column: &RawColumn, rows: &[u32]) -> StyleEvidence {
    let mut evidence = NumberEvidence::default();
    evidence.vote(column, &tally(column, rows));
    evidence.style
}

impl NumberEvidence {
    fn vote(&mut self, column: &RawColumn, tally: &Tally) {
        // A number that the file stores as one has no mark that anybody wrote.
        let written = tally.cells(column).filter(|(cell, _)| cell.kind == RawKind::Text);
        stretches::each(written, |(cell, count)| match numbers::vote(cell.text) {
            Some(Vote::For(NumberStyle::Point)) => self.point += count,
            Some(Vote::For(NumberStyle::Comma)) => self.comma += count,
            Some(Vote::Split) => self.split += count,
            Some(Vote::Neutral) | None => {}
        });
        self.style = decide(self.point, self.comma, self.split);
    }

    fn count(&mut self, cell: &RawCell, count: u32) {
        let read = match self.style {
            StyleEvidence::Decided(style) => read_number(cell, Some(style)),
            StyleEvidence::Ambiguous | StyleEvidence::None => {
                match read_number(cell, Some(NumberStyle::Point)) {
                    Cell::Failed => read_number(cell, Some(NumberStyle::Comma)),
                    read => read,
                }
            }
        };
        match read {
            Cell::Blank => self.blank += count,
            Cell::Failed => self.failed += count,
            Cell::Ok(number) => {
                self.numbers += count;
                let value = shortest(number.value);
                self.max_decimals = self.max_decimals.max(value.scale());
                self.integers += if value.scale() == 0 { count } else { 0 };
                self.negatives += if value.is_sign_negative() { count } else { 0 };
                self.percents += if number.unit == NumberUnit::Plain { 0 } else { count };
                self.stored += if cell.kind == RawKind::Number { count } else { 0 };
                self.currencies.extend(number.currency);
            }
        }
    }

    /// Whether every non-blank cell is a number, and there is one.
    pub fn all_numbers(&self) -> bool {
        self.numbers > 0 && self.failed == 0
    }
}

fn decide(point: u32, comma: u32, split: u32) -> StyleEvidence {
    let decided = u64::from(point) + u64::from(comma);
    let settles = |votes: u32| u64::from(votes) * 100 >= decided * SETTLING_PERCENT;
    match (point, comma) {
        (0, 0) if split == 0 => StyleEvidence::None,
        (0, 0) => StyleEvidence::Ambiguous,
        _ if settles(point) => StyleEvidence::Decided(NumberStyle::Point),
        _ if settles(comma) => StyleEvidence::Decided(NumberStyle::Comma),
        _ => StyleEvidence::Ambiguous,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn evidence(texts: &[&str]) -> NumberEvidence {
        let cells = texts.iter().map(|t| RawCell { text: t, kind: RawKind::Text });
        let column =
            RawColumn { cells: cells.collect(), codes: (1..=texts.len() as u32).collect() };
        let rows: Vec<u32> = (0..texts.len() as u32).collect();
        number_evidence(&column, &rows)
    }

    #[test]
    fn one_clear_cell_decides_the_column() {
        let found = evidence(&["1.234", "12.500", "1.234,50", "-"]);
        assert_eq!(found.style, StyleEvidence::Decided(NumberStyle::Comma));
        assert_eq!((found.numbers, found.blank, found.failed), (3, 1, 0));
        assert_eq!((found.integers, found.max_decimals), (2, 1));
    }

    #[test]
    fn nothing_clear_stays_open() {
        assert_eq!(evidence(&["1.234", "12.500"]).style, StyleEvidence::Ambiguous);
        assert_eq!(evidence(&["1234", "12"]).style, StyleEvidence::None);
        assert_eq!(evidence(&["1,5", "1.5"]).style, StyleEvidence::Ambiguous);
        assert_eq!(evidence(&["₩1,234"]).style, StyleEvidence::Decided(NumberStyle::Point));
    }

    #[test]
    fn words_are_counted_as_failed() {
        let found = evidence(&["10", "see invoice", "USD 5"]);
        assert_eq!((found.numbers, found.failed), (2, 1));
        assert_eq!(found.currencies.len(), 1);
        assert!(!found.all_numbers());
    }
}
