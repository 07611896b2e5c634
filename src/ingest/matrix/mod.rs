//! Rate cards laid out as a matrix: lanes in rows, weight breaks, zones or containers in columns. Such
//! a sheet is read with one row for each price: the lane as it stands, and behind its columns the
//! band, zone or container, the price, and what the titles say of all prices.
//!
//! Unfolds only where nothing is left to guess: the heads rise and the prices move with them. A unit
//! that no word says is asked for; which end of its band a figure is, and a price for each further
//! kilogram, are told. Zones may have names of a firm's own where the prices prove them. Every price
//! of the matrix stands on one row and leads back to its cell; cells without a price are counted and
//! told. Anything else stays the sheet that it is.

mod bare;
mod cells;
mod containers;
mod further;
mod heads;
mod list;
mod named;
mod terms;

use std::ops::Range;

use self::cells::{Lane, lanes, price, style};
use self::heads::Heads;
use self::terms::{Terms, is_weighed, moves_as_it_should};
use super::Problem;
use super::headers::{Header, Sense};
use super::layout::is_word;
use crate::base::limits::HEADER_SEARCH_ROWS;
use crate::base::{Decimal, column_letters};
use crate::table::{Field, RawSheet};
use crate::words::Args;

/// The sheet with a row for each price, or why one that looks like a matrix stays as it is.
pub(super) fn unfold(raw: &RawSheet) -> Option<(Option<RawSheet>, Vec<Problem>)> {
    let Some(found) = Matrix::find(raw) else {
        let further = |columns| (None, vec![told(&columns, "problem-matrix-further")]);
        return further::pair(raw).map(further);
    };
    if !found.is_tariff() {
        return None;
    }
    if let Some(weights) = found.weights_without_end() {
        let asked = found.told("problem-matrix-side-ends");
        let args = asked.args.with("weights", column_letters(weights as u16));
        return Some((None, vec![Problem { args, ..asked }]));
    }
    if found.is_continued() {
        return Some((None, vec![found.told("problem-matrix-further")]));
    }
    if found.heads == Heads::Figures {
        return Some((None, vec![found.told("problem-matrix-ends")]));
    }
    if !found.is_sure() {
        return None;
    }
    let sheet = found.unfolded()?;
    let mut told = vec![found.told_unfolded()];
    if !found.says_unit() {
        told.push(found.told("problem-matrix-unit"));
    }
    Some((Some(sheet), told))
}

struct Matrix<'r> {
    raw: &'r RawSheet,
    /// The rows of the header: the last holds the heads.
    header: Range<usize>,
    prices: Range<usize>,
    heads: Heads,
    terms: Terms,
    unit: Option<&'static str>,
    unit_column: Option<usize>,
    /// `M` beside the breaks of an air tariff.
    minimum: Option<usize>,
    lanes: Vec<Lane>,
    /// The column that says of each row for which weights it holds.
    weights: Option<Weights>,
}

/// The columns of heads that belong together, and what they say.
type Run = (Range<usize>, Heads);

/// What a price may be for where nobody says it, with the words that head each as a column of its own.
const UNITS_ASKED: [(&str, &str); 4] = [
    ("kg", "per kg"),
    ("100 kg", "per 100 kg"),
    ("shipment", "per shipment"),
    ("piece", "per piece"),
];

enum Weights {
    /// A header that Tieout knows says that it is an end of the band.
    Named,
    /// Each cell is a band of its own: `0-50 kg`.
    Bands(usize),
}

impl<'r> Matrix<'r> {
    fn find(raw: &'r RawSheet) -> Option<Matrix<'r>> {
        if raw.given.is_some() {
            return None;
        }
        let rows = 0..raw.rows().min(HEADER_SEARCH_ROWS);
        let find = |run: fn(&RawSheet, usize) -> Option<Run>| {
            rows.clone().find_map(|row| run(raw, row).map(|(columns, heads)| (row, columns, heads)))
        };
        let (row, prices, heads) =
            find(run).or_else(|| find(bare::run)).or_else(|| find(named::run))?;
        let top = top_of(raw, row, &prices)?;
        let bottom = row + usize::from(bare::has_units_below(raw, row, &prices));
        let lanes = lanes(raw, bottom, &prices)?;
        let outside = |at: &usize| !prices.contains(at);
        let texts = titles(raw, top).chain(over(raw, top..bottom + 1, &prices));
        let terms = Terms::read(texts.chain([raw.name.as_str()]));
        let signed = matches!(heads, Heads::Bands { signed: true, .. });
        let mut matrix = Matrix {
            raw,
            header: top..bottom + 1,
            // The convention of air tariffs: a break is a weight, a price is for a kilogram.
            unit: match heads {
                Heads::Containers(_) => Some("container"),
                _ => terms.unit.or(signed.then_some("kg")),
            },
            heads,
            terms,
            unit_column: None,
            minimum: None,
            weights: None,
            lanes,
            prices: prices.clone(),
        };
        let others: Vec<usize> = (0..raw.columns.len()).filter(outside).collect();
        matrix.unit_column = others.iter().copied().find(|&at| matrix.has(at, Field::Unit));
        let is_minimum =
            |at: &&usize| signed && raw.text(row, **at).trim().eq_ignore_ascii_case("m");
        matrix.minimum = others.iter().find(is_minimum).copied();
        matrix.weights = matrix.weights(&others);
        Some(matrix)
    }

    /// Something about the columns of prices.
    fn told(&self, key: &str) -> Problem {
        told(&self.prices, key)
    }

    /// How many rates the matrix came to, and how many of its cells hold none.
    fn told_unfolded(&self) -> Problem {
        let rates = self.lanes.iter().flat_map(|lane| &lane.prices).flatten().count();
        let cells = self.lanes.len() * self.prices.len();
        let told = self.told("problem-matrix-unfolded");
        let args = told.args.with("count", rates).with("lanes", self.lanes.len());
        Problem { args: args.with("cells", cells).with("blank", cells - rates), ..told }
    }

    fn says_unit(&self) -> bool {
        self.unit.is_some() || self.unit_column.is_some()
    }

    fn header(&self, column: usize) -> Header {
        let rows = self.header.clone().map(|row| self.raw.text(row, column).trim());
        let parts: Vec<&str> = rows.filter(|text| !text.is_empty()).collect();
        Header::read(&parts)
    }

    fn has(&self, column: usize, field: Field) -> bool {
        self.header(column).is_plainly(field)
    }

    fn weights(&self, others: &[usize]) -> Option<Weights> {
        let named = [Field::WeightTo, Field::WeightFrom];
        if others.iter().any(|&at| named.iter().any(|&field| self.has(at, field))) {
            return Some(Weights::Named);
        }
        let bands = |at: &&usize| {
            self.is_weight(**at)
                && self.lanes.iter().all(|l| heads::band(self.raw.text(l.row, **at)).is_some())
        };
        others.iter().find(bands).map(|&at| Weights::Bands(at))
    }

    /// Whether ranges in a column are weights: days of transit are written alike.
    fn is_weight(&self, column: usize) -> bool {
        use Field::{ChargeableWeight, Weight, WeightFrom, WeightTo};
        let header = self.header(column);
        let senses = [Weight, ChargeableWeight, WeightFrom, WeightTo];
        let named = senses.iter().any(|&field| header.sense(Sense::Field(field)).is_some());
        let cells = || self.lanes.iter().all(|l| is_weighed(self.raw.text(l.row, column)));
        named || is_weighed(&header.text) || cells()
    }

    /// Whether words around the figures say that they are prices by weight or zone.
    fn is_tariff(&self) -> bool {
        let others = || (0..self.raw.columns.len()).filter(|at| !self.prices.contains(at));
        let known = others().any(|at| self.header(at).is_known());
        let of_prices = [Field::Currency, Field::MinCharge, Field::ValidFrom, Field::ValidTo];
        let beside = others().any(|at| of_prices.iter().any(|&field| self.has(at, field)));
        let priced = self.terms.is_priced || self.terms.currency.is_some();
        let priced = priced || beside || self.minimum.is_some();
        let weighed = match &self.heads {
            Heads::Bands { signed, weighed, .. } => {
                (*signed || *weighed || self.terms.is_weighed) && self.weights.is_none()
            }
            Heads::Figures => self.terms.is_weighed && self.weights.is_none(),
            Heads::Zones(_) | Heads::Containers(_) => true,
        };
        known && priced && weighed && !self.has_sum()
    }

    /// The weights at the side of zones, where nothing says which end of its band each is.
    fn weights_without_end(&self) -> Option<usize> {
        let side = self.prices.start.checked_sub(1)?;
        let bare = matches!(self.heads, Heads::Zones(_)) && self.weights.is_none();
        let figures = || {
            self.lanes
                .iter()
                .all(|lane| heads::figure(self.raw.text(lane.row, side).trim()).is_some())
        };
        (bare && named::is_weights(&self.header(side).text) && figures()).then_some(side)
    }

    /// A price for each further kilogram makes the others a part of what is charged.
    fn is_continued(&self) -> bool {
        let says = further::says_further;
        // "Additional charges apply" in a title is about something else.
        let titled = |text: &str| says(text) && is_weighed(text);
        (0..self.raw.columns.len()).any(|at| says(&self.header(at).text))
            || titles(self.raw, self.header.start).any(titled)
    }

    /// A column that is the sum of the others: those are counts or amounts, no prices.
    fn has_sum(&self) -> bool {
        let style = style(self.raw, &self.prices, &self.lanes);
        let others = (0..self.raw.columns.len()).filter(|at| !self.prices.contains(at));
        let mut sums = others.map(|at| {
            let is_sum = |lane: &&Lane| {
                let sum: Decimal = lane.prices.iter().flatten().sum();
                price(self.raw, lane.row, at, style) == Some(sum) && !sum.is_zero()
            };
            self.lanes.iter().filter(is_sum).count() * 2
        });
        sums.any(|twice| twice > self.lanes.len())
    }

    /// Whether the prices move as prices for their unit do, with hardly an exception.
    fn is_sure(&self) -> bool {
        const SURE_PERCENT: usize = 90;
        let moves = |unit: &str| {
            let moving = |lane: &&Lane| moves_as_it_should(unit, &lane.prices);
            let moving = self.lanes.iter().filter(moving).count();
            moving * 100 >= self.lanes.len() * SURE_PERCENT
        };
        match &self.heads {
            // A unit column may change from row to row.
            Heads::Bands { .. } if self.unit_column.is_some() => true,
            Heads::Bands { .. } => match self.unit {
                Some(unit) => moves(unit),
                None => UNITS_ASKED.iter().any(|(unit, _)| moves(unit)),
            },
            Heads::Figures => false,
            Heads::Zones(_) | Heads::Containers(_) => self.are_rows_apart(),
        }
    }

    /// Whether no two rows are about the same: the lane, or the weights, tell them apart.
    fn are_rows_apart(&self) -> bool {
        let keys = [
            Field::Origin,
            Field::Destination,
            Field::ServiceCode,
            Field::CustomerName,
            Field::CustomerNo,
            Field::VendorName,
            Field::ContractNo,
            Field::WeightTo,
            Field::WeightFrom,
            Field::Container,
            Field::Text,
            Field::Unit,
        ];
        let telling: Vec<usize> = (0..self.raw.columns.len())
            .filter(|at| !self.prices.contains(at))
            .filter(|&at| {
                let by_band = matches!(self.weights, Some(Weights::Bands(own)) if own == at);
                // "POD" is vague by itself, and tells rows apart all the same.
                let header = self.header(at);
                by_band || keys.iter().any(|&key| header.sense(Sense::Field(key)).is_some())
            })
            .collect();
        let row = |lane: &Lane| -> Vec<&str> {
            telling.iter().map(|&at| self.raw.text(lane.row, at).trim()).collect()
        };
        let distinct: std::collections::BTreeSet<_> = self.lanes.iter().map(row).collect();
        !telling.is_empty() && distinct.len() == self.lanes.len()
    }
}

/// Something about some columns.
fn told(columns: &Range<usize>, key: &str) -> Problem {
    let letters = |at: usize| column_letters(at as u16);
    let args =
        Args::new().with("first", letters(columns.start)).with("last", letters(columns.end - 1));
    Problem { key: key.to_owned(), args, sheet: None, row: None, column: None }
}

/// The only run of heads in a row.
fn run(raw: &RawSheet, row: usize) -> Option<Run> {
    let is_head = |at: usize| heads::is_head(raw.text(row, at).trim());
    let mut runs: Vec<Range<usize>> = Vec::new();
    for at in (0..raw.columns.len()).filter(|&at| is_head(at)) {
        match runs.last_mut() {
            Some(run) if run.end == at => run.end = at + 1,
            _ => runs.push(at..at + 1),
        }
    }
    runs.retain(|run| run.len() > 1);
    let [columns] = &runs[..] else { return None };
    let texts: Vec<&str> = columns.clone().map(|at| raw.text(row, at).trim()).collect();
    Some((columns.clone(), heads::read(&texts)?))
}

/// The first row of the header whose last one holds the heads: the rows right above it that hold
/// words only, and more than a title.
fn top_of(raw: &RawSheet, bottom: usize, prices: &Range<usize>) -> Option<usize> {
    const ROWS_MAX: usize = 3;
    let words = |row: usize, outside: bool| {
        let cells = (0..raw.columns.len()).filter(|at| !(outside && prices.contains(at)));
        let filled: Vec<usize> = cells.filter(|&at| !raw.text(row, at).trim().is_empty()).collect();
        let all = filled.iter().all(|&at| is_word(raw, row, at));
        if all { filled.len() } else { 0 }
    };
    let mut top = bottom;
    while top > 0 && bottom + 1 - top < ROWS_MAX && words(top - 1, false) > 1 {
        top -= 1;
    }
    (top..=bottom).any(|row| words(row, true) > 0).then_some(top)
}

fn titles(raw: &RawSheet, top: usize) -> impl Iterator<Item = &str> + Clone {
    let cells = (0..top).flat_map(move |row| raw.columns.iter().map(move |c| c.text(row).trim()));
    cells.filter(|text| !text.is_empty())
}

/// The heads, and what stands over them in the other rows of the header.
fn over<'r>(
    raw: &'r RawSheet,
    rows: Range<usize>,
    prices: &Range<usize>,
) -> impl Iterator<Item = &'r str> + Clone + use<'r> {
    let prices = prices.clone();
    let cells = rows.flat_map(move |row| prices.clone().map(move |at| raw.text(row, at).trim()));
    cells.filter(|text| !text.is_empty())
}
