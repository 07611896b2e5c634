//! The figures of a matrix, row by row.

use std::ops::Range;

use crate::base::Decimal;
use crate::ingest::NumberStyle;
use crate::ingest::typing::read_number;
use crate::table::{RawKind, RawSheet};

/// A row of prices.
pub(super) struct Lane {
    pub row: usize,
    /// One per price column; a cell without a figure has none, and nought is none either.
    pub prices: Vec<Option<Decimal>>,
    /// Cells that hold words.
    words: usize,
}

/// Fewer are a list with a note.
const LANES_MIN: usize = 2;

/// The rows with prices. `None` where figures stand on a row that names no lane, where they are no
/// prices, or where too many cells hold words.
pub(super) fn lanes(raw: &RawSheet, bottom: usize, prices: &Range<usize>) -> Option<Vec<Lane>> {
    const WORDS_PERCENT_MAX: usize = 20;
    let repeats = |row: usize| raw.columns.iter().all(|c| c.text(row) == c.text(bottom));
    let filled =
        |row: usize| prices.clone().filter(move |&at| !raw.text(row, at).trim().is_empty());
    let named = |row: usize| {
        let mut others = (0..raw.columns.len()).filter(|at| !prices.contains(at));
        others.any(|at| !raw.text(row, at).trim().is_empty())
    };
    let rows =
        (bottom + 1..raw.rows()).filter(|&row| filled(row).next().is_some() && !repeats(row));
    let lane = |row: usize| Lane { row, prices: Vec::new(), words: 0 };
    let mut lanes: Vec<Lane> = rows.map(lane).collect();
    let style = style(raw, prices, &lanes);
    for lane in &mut lanes {
        let read = |at: usize| price(raw, lane.row, at, style).filter(|price| !price.is_zero());
        lane.prices = prices.clone().map(read).collect();
        let silent = |at: &usize| price(raw, lane.row, *at, style).is_none();
        lane.words = filled(lane.row).filter(silent).count();
    }
    // A note below the prices may reach into their columns.
    lanes.retain(|lane| lane.prices.iter().any(Option::is_some) || lane.words > 1);
    let cells = lanes.len() * prices.len();
    let words: usize = lanes.iter().map(|lane| lane.words).sum();
    let positive = lanes.iter().flat_map(|lane| &lane.prices).flatten().all(|p| *p > Decimal::ZERO);
    let fits = positive
        && lanes.len() >= LANES_MIN
        && lanes.iter().all(|lane| named(lane.row))
        && words * 100 <= cells * WORDS_PERCENT_MAX;
    fits.then_some(lanes)
}

pub(super) fn price(
    raw: &RawSheet,
    row: usize,
    at: usize,
    style: Option<NumberStyle>,
) -> Option<Decimal> {
    let cell =
        raw.cell(row, at).filter(|cell| !matches!(cell.kind, RawKind::Date | RawKind::Bool))?;
    read_number(&cell, style).ok().map(|read| read.value)
}

/// The decimal mark with which all figures of the matrix read.
pub(super) fn style(raw: &RawSheet, prices: &Range<usize>, lanes: &[Lane]) -> Option<NumberStyle> {
    let count = |style: Option<NumberStyle>| {
        let cells = lanes.iter().flat_map(|lane| prices.clone().map(|at| (lane.row, at)));
        cells.filter(|&(row, at)| price(raw, row, at, style).is_some()).count()
    };
    let styles = [None, Some(NumberStyle::Point), Some(NumberStyle::Comma)];
    // The first of equals: a figure that reads without a style needs none.
    styles.into_iter().rev().max_by_key(|style| count(*style)).flatten()
}
