//! Heads that are bare figures: `45 100 300` under a title that says kilograms. Which end of its band
//! a figure is, other words of the sheet say, or nobody.
//!
//! Any row of a list holds figures. These are heads only where the row holds nothing else but headers
//! that Tieout knows, and where no column of theirs has a header of its own.

use std::ops::Range;

use super::heads::{self, End};
use super::terms::{Terms, is_weighed};
use super::{Run, over, titles, top_of};
use crate::base::Decimal;
use crate::ingest::headers::Header;
use crate::ingest::layout::is_word;
use crate::table::{Field, RawSheet};

/// From where on an air tariff has a price of its own: below it, the least charge and the normal
/// rate hold.
const FIRST_BREAK_OF_AIR: i64 = 45;

/// The columns of bare heads in a row, and what they say.
pub(super) fn run(raw: &RawSheet, row: usize) -> Option<Run> {
    let text = |at: usize| raw.text(row, at).trim();
    let is_figure = |at: &usize| heads::figure(text(*at)).is_some();
    let first = (0..raw.columns.len()).find(is_figure)?;
    let end = (first..raw.columns.len()).find(|at| !is_figure(at)).unwrap_or(raw.columns.len());
    let opens = first.checked_sub(1).filter(|&before| heads::is_head(text(before)));
    let columns = opens.unwrap_or(first)..end;
    let top = top_of(raw, row, &columns)?;
    if !is_header(raw, top..row + 1, row, &columns) {
        return None;
    }
    let texts: Vec<&str> = columns.clone().map(text).collect();
    let said = over(raw, top..row, &columns).chain(units_below(raw, row, &columns));
    let end = said.clone().find_map(heads::end_said);
    let end = end.or_else(|| is_air(raw, top, row, &columns).then_some(End::From));
    let found = heads::read_figures(&texts, end)?;
    Some((columns, found))
}

/// Kilograms in a row of their own below the heads.
pub(super) fn has_units_below(raw: &RawSheet, row: usize, columns: &Range<usize>) -> bool {
    row + 1 < raw.rows()
        && units_below(raw, row, columns).count() == columns.len()
        && (0..raw.columns.len())
            .all(|at| columns.contains(&at) || raw.text(row + 1, at).trim().is_empty())
}

fn units_below<'r>(
    raw: &'r RawSheet,
    row: usize,
    columns: &Range<usize>,
) -> impl Iterator<Item = &'r str> + Clone + use<'r> {
    let below = columns.clone().map(move |at| (row + 1, at));
    let inside = below.filter(move |&(row, _)| row < raw.rows());
    let texts = inside.map(move |(row, at)| raw.text(row, at).trim());
    texts.filter(|text| is_weighed(text) && heads::figure(text).is_none())
}

/// Whether the row is one of headers: all else in it is words, half of them at least known to Tieout,
/// and nothing but one group stands over the figures.
fn is_header(raw: &RawSheet, rows: Range<usize>, row: usize, columns: &Range<usize>) -> bool {
    let own = |row: usize, at: usize| raw.text(row, at).trim();
    let others: Vec<usize> = (0..raw.columns.len())
        .filter(|at| !columns.contains(at) && !own(row, *at).is_empty())
        .collect();
    let known = |at: &&usize| Header::read(&[own(row, **at)]).is_known();
    let words = others.iter().all(|&at| is_word(raw, row, at));
    let all_known = words && others.iter().filter(known).count() * 2 >= others.len();
    let groups = |upper: usize| columns.clone().filter(|&at| !own(upper, at).is_empty()).count();
    all_known && (rows.start..row).all(|upper| groups(upper) <= 1)
}

/// An air tariff: a least charge, prices for a kilogram, and 45 as the first break.
fn is_air(raw: &RawSheet, top: usize, row: usize, columns: &Range<usize>) -> bool {
    let terms = Terms::read(titles(raw, top).chain(over(raw, top..row, columns)));
    let says_minimum =
        |text: &str| text == "M" || Header::read(&[text]).is_plainly(Field::MinCharge);
    let outside = (0..raw.columns.len()).filter(|at| !columns.contains(at));
    let mut cells = outside.flat_map(|at| (top..=row).map(move |row| raw.text(row, at).trim()));
    let first = heads::figure(raw.text(row, columns.start).trim());
    terms.unit == Some("kg")
        && first == Some(Decimal::from(FIRST_BREAK_OF_AIR))
        && cells.any(says_minimum)
}
