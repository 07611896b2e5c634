//! A price for the first weight and one for each further kilogram: a card whose prices are no rates of
//! their own, since what is charged is put together of both.

use std::ops::Range;

use super::cells::{lanes, style};
use super::terms::is_weighed;
use crate::base::fold_word;
use crate::base::limits::HEADER_SEARCH_ROWS;
use crate::ingest::headers::Header;
use crate::ingest::layout::is_word;
use crate::table::{Field, RawSheet};

const FURTHER: [&str; 14] = [
    "additional",
    "each add",
    "every add",
    "per further",
    "je weitere",
    "weitere",
    "supplementaire",
    "supplementaires",
    "adicional",
    "추가",
    "초과 kg",
    "续重",
    "续",
    "次重",
];
const FIRST: [&str; 9] =
    ["first", "initial", "erste", "premier", "primer", "기본", "최초", "首重", "首"];

/// A head is a few words.
const HEAD_BYTES_MAX: usize = 60;

pub(super) fn says_further(text: &str) -> bool {
    let folded = fold_word(text);
    FURTHER.iter().any(|word| folded.contains(word))
}

/// The columns of a first price and a further one, in a list that bills nothing: a bill may state both as
/// well, of each shipment.
pub(super) fn pair(raw: &RawSheet) -> Option<Range<usize>> {
    let text = |row: usize, at: usize| raw.text(row, at).trim();
    let says_first = |text: &str| {
        let folded = fold_word(text);
        FIRST.iter().any(|word| folded.contains(word))
            && (is_weighed(text) || folded.contains('首'))
    };
    // Most cells are too long or too short for it, or hold no word.
    let stands = |row: usize, at: usize| {
        let is_short = |text: &str| (3..=HEAD_BYTES_MAX).contains(&text.len());
        is_short(text(row, at))
            && is_short(text(row, at + 1))
            && says_further(text(row, at + 1))
            && says_first(text(row, at))
            && is_word(raw, row, at)
    };
    let columns = 0..raw.columns.len().saturating_sub(1);
    let rows = 0..raw.rows().min(HEADER_SEARCH_ROWS);
    let (row, at) = rows
        .flat_map(|row| columns.clone().map(move |at| (row, at)))
        .find(|&(r, c)| stands(r, c))?;
    let billed = [Field::JobNo, Field::InvoiceNo, Field::Awb, Field::LineNo, Field::InvoiceDate];
    let is_billed = |at: usize| {
        let header = Header::read(&[text(row, at)]);
        billed.iter().any(|&field| header.is_plainly(field))
    };
    if (0..raw.columns.len()).any(is_billed) {
        return None;
    }
    let prices = at..at + 2;
    let priced = lanes(raw, row, &prices)?;
    let style = style(raw, &prices, &priced);
    let filled = priced.iter().filter(|lane| {
        prices.clone().all(|at| super::cells::price(raw, lane.row, at, style).is_some())
    });
    (filled.count() == priced.len()).then_some(prices)
}
