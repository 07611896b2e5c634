//! Heads that are names: `Domestic`, `EU`, `서울/경기` over prices, with the weights at the side. Zones that a
//! firm calls as it likes.
//!
//! Any list has columns with names. These are zones only where the weights rise from row to row and every
//! column of prices moves with them as prices do, without an exception.

use std::collections::BTreeSet;
use std::ops::Range;

use super::Run;
use super::cells::lanes;
use super::heads::{Heads, band, figure, is_head};
use super::terms::moves_as_it_should;
use crate::base::Decimal;
use crate::ingest::headers::{Header, Sense};
use crate::ingest::layout::is_word;
use crate::table::{Field, RawSheet};

/// Fewer rows rise by chance.
const ROWS_MIN: usize = 4;
const ZONES_MIN: usize = 2;
/// `from 1,000 kg and above`.
const FIGURE_BYTES_MAX: usize = 30;

/// The columns under names behind a column of weights, and the names.
pub(super) fn run(raw: &RawSheet, row: usize) -> Option<Run> {
    let text = |at: usize| raw.text(row, at).trim();
    // Reading a header costs most, and every cell of the first rows would be one: figures below words come
    // first.
    let is_figure = |at: usize| {
        let below = raw.text(row + 1, at).trim();
        let may_be = below.len() <= FIGURE_BYTES_MAX && below.bytes().any(|b| b.is_ascii_digit());
        may_be && (figure(below).is_some() || band(below).is_some())
    };
    let heads_figures = |at: usize| {
        at + 1 < raw.columns.len()
            && is_word(raw, row, at)
            && is_figure(at)
            && is_word(raw, row, at + 1)
    };
    if row + 1 >= raw.rows() {
        return None;
    }
    let side = (0..raw.columns.len()).find(|&at| heads_figures(at) && is_weights(text(at)))?;
    let is_name = |at: &usize| is_word(raw, row, *at) && !is_head(text(*at));
    let unknown = |at: &usize| is_name(at) && !Header::read(&[text(*at)]).is_known();
    let first = side + 1;
    let end = (first..raw.columns.len()).find(|at| !unknown(at)).unwrap_or(raw.columns.len());
    // What stands behind them is a column of its own, and none without a head.
    if (end..raw.columns.len()).any(|at| text(at).is_empty() && !is_blank(raw, row, at)) {
        return None;
    }
    let columns = first..end;
    let names: Vec<&str> = columns.clone().map(text).collect();
    let distinct: BTreeSet<&&str> = names.iter().collect();
    let differ = names.len() >= ZONES_MIN && distinct.len() == names.len();
    let zones = || names.iter().map(|name| (*name).to_owned()).collect();
    (differ && move_with_weights(raw, row, side, &columns))
        .then(|| (columns, Heads::Zones(zones())))
}

/// "Up to kg", "중량(kg)": what says weights, whichever of their ends.
pub(super) fn is_weights(text: &str) -> bool {
    let header = Header::read(&[text]);
    let ends = [Field::WeightFrom, Field::WeightTo, Field::Weight];
    ends.into_iter()
        .any(|field| header.sense(Sense::Field(field)).is_some_and(|found| found.score >= WORDS))
}

/// The score of a header that says it in known words.
const WORDS: u16 = 900;

fn is_blank(raw: &RawSheet, row: usize, at: usize) -> bool {
    (row + 1..raw.rows()).all(|below| raw.text(below, at).trim().is_empty())
}

/// Whether the weights rise, and with them the prices of every zone, or fall as prices for a kilogram do.
fn move_with_weights(raw: &RawSheet, row: usize, side: usize, columns: &Range<usize>) -> bool {
    let Some(lanes) = lanes(raw, row, columns) else { return false };
    let weight = |lane: usize| {
        let text = raw.text(lanes[lane].row, side).trim();
        let end = || band(text).and_then(|band| band.to.or(band.from));
        figure(text).or_else(end)
    };
    let weights: Option<Vec<Decimal>> = (0..lanes.len()).map(weight).collect();
    let Some(weights) = weights else { return false };
    let rises = weights.windows(2).all(|pair| pair[0] < pair[1]);
    let of_zone = |at: usize| lanes.iter().map(|lane| lane.prices[at]).collect::<Vec<_>>();
    let moves = |unit: &str| {
        (0..columns.len()).all(|at| {
            let prices = of_zone(at);
            let mut ends = prices.iter().flatten();
            let (first, last) = (ends.next(), ends.next_back());
            moves_as_it_should(unit, &prices) && last.is_some() && first != last
        })
    };
    lanes.len() >= ROWS_MIN && rises && (moves("shipment") || moves("kg"))
}
