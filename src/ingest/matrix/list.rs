//! A matrix written as a list: one row for each price, and behind the columns of the sheet those that a
//! list of rates would have.

use std::collections::BTreeMap;

use super::heads::{self, Band, Heads};
use super::{Matrix, UNITS_ASKED, Weights};
use crate::base::Decimal;
use crate::base::limits::{SHEET_COLUMNS_MAX, SHEET_ROWS_MAX};
use crate::table::{Fate, Field, RawCell, RawCells, RawColumn, RawKind, RawSheet, Unfolded};

/// A row of the list: the row of the sheet that it repeats, and what it is about.
#[derive(Clone, Copy)]
struct Listed {
    row: usize,
    about: About,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum About {
    /// The price at a position of the matrix.
    Price(usize),
    /// A lane without any price: it says nothing that a rate could.
    Silence,
    /// No lane: title, header, blank, note.
    Itself,
}

impl Listed {
    fn price(&self) -> Option<usize> {
        if let About::Price(at) = self.about { Some(at) } else { None }
    }
}

impl Matrix<'_> {
    /// The sheet with one row for each price, its other rows as they stand.
    pub(super) fn unfolded(&self) -> Option<RawSheet> {
        let raw = self.raw;
        let rows = self.rows();
        if rows.len() > SHEET_ROWS_MAX as usize {
            return None;
        }
        let (derived, units) = (self.derived(&rows), self.units(&rows));
        let first_unit = raw.columns.len() + derived.len();
        if first_unit + units.len() > usize::from(SHEET_COLUMNS_MAX) {
            return None;
        }
        let asked = first_unit as u16..(first_unit + units.len()) as u16;
        let again = |column: &RawColumn| RawColumn {
            cells: column.cells.clone(),
            codes: rows.iter().map(|listed| column.codes[listed.row]).collect(),
        };
        let hidden = |listed: &Listed| raw.hidden_rows.binary_search(&(listed.row as u32)).is_ok();
        Some(RawSheet {
            name: raw.name.clone(),
            hidden: raw.hidden,
            columns: raw.columns.iter().map(again).chain(derived).chain(units).collect(),
            row_numbers: rows.iter().map(|listed| raw.row_numbers[listed.row]).collect(),
            known_fates: self.known_fates(&rows),
            hidden_rows: (0..rows.len())
                .filter(|&at| hidden(&rows[at]))
                .map(|at| at as u32)
                .collect(),
            hidden_columns: raw.hidden_columns.clone(),
            given: None,
            unfolded: Some(Box::new(Unfolded { units: asked, ..self.origin(&rows) })),
        })
    }

    fn rows(&self) -> Vec<Listed> {
        let mut rows = Vec::new();
        let mut lanes = self.lanes.iter().peekable();
        for row in 0..self.raw.rows() {
            let Some(lane) = lanes.next_if(|lane| lane.row == row) else {
                rows.push(Listed { row, about: About::Itself });
                continue;
            };
            let priced = (0..lane.prices.len()).filter(|&at| lane.prices[at].is_some());
            rows.extend(priced.map(|at| Listed { row, about: About::Price(at) }));
            if lane.prices.iter().all(Option::is_none) {
                rows.push(Listed { row, about: About::Silence });
            }
        }
        rows
    }

    fn origin(&self, rows: &[Listed]) -> Unfolded {
        let place = |listed: &Listed| listed.price().map(|at| (self.prices.start + at) as u16);
        Unfolded {
            header: (self.top(rows) as u32, self.header.len() as u32),
            prices: self.prices.start as u16..self.prices.end as u16,
            minimum: self.minimum.map(|at| at as u16),
            derived: self.raw.columns.len() as u16,
            by_row: matches!(self.weights, Some(Weights::Bands(_))),
            units: 0..0,
            places: rows.iter().map(place).collect(),
        }
    }

    fn known_fates(&self, rows: &[Listed]) -> BTreeMap<u32, Fate> {
        let raw = self.raw;
        let header = self.header.end - 1;
        let repeats =
            |row: usize| row > header && raw.columns.iter().all(|c| c.text(row) == c.text(header));
        let fate = |listed: &Listed| match listed.about {
            About::Silence => Some(Fate::Excluded),
            About::Itself if repeats(listed.row) => Some(Fate::Header),
            _ => raw.known_fates.get(&(listed.row as u32)).copied(),
        };
        (0..).zip(rows).filter_map(|(at, listed)| Some((at, fate(listed)?))).collect()
    }

    /// The columns behind the last: what a list of rates would have in their place. Their headers are
    /// words of the dictionary, so that all that follows reads them as those of any list.
    fn derived(&self, rows: &[Listed]) -> Vec<RawColumn> {
        let writer = Writer { rows, top: self.top(rows) };
        let shown = |end: Option<Decimal>| end.map(|end| end.to_string());
        let mut all = Vec::new();
        let mut bands = |of: &dyn Fn(usize, usize) -> Band| {
            let number = RawKind::Number;
            all.push(writer.column("Weight from (kg)", number, &|row, at| shown(of(row, at).from)));
            all.push(writer.column("Weight to (kg)", number, &|row, at| shown(of(row, at).to)));
        };
        match (&self.heads, &self.weights) {
            (Heads::Bands { bands: heads, .. }, _) => bands(&|_, at| heads[at]),
            (Heads::Zones(_) | Heads::Containers(_), Some(Weights::Bands(own))) => {
                bands(&|row, _| heads::band(self.raw.text(row, *own)).unwrap_or_default());
            }
            (Heads::Zones(_) | Heads::Containers(_) | Heads::Figures, _) => {}
        }
        if let Heads::Zones(_) = self.heads {
            let head =
                |at: usize| self.raw.text(self.header.end - 1, self.prices.start + at).trim();
            all.push(writer.column("Zone", RawKind::Text, &|_, at| Some(head(at).to_owned())));
        }
        if let Heads::Containers(sizes) = &self.heads {
            let size = |_: usize, at: usize| Some(sizes[at].clone());
            all.push(writer.column("Container type", RawKind::Text, &size));
        }
        all.push(writer.prices(self));
        if let (Some(unit), None) = (self.unit, self.unit_column) {
            all.push(writer.column("Unit", RawKind::Text, &|_, _| Some(unit.to_owned())));
        }
        let has = |field: Field| (0..self.raw.columns.len()).any(|at| self.has(at, field));
        if let Some(currency) = self.terms.currency.filter(|_| !has(Field::Currency)) {
            let code = currency.code().to_owned();
            all.push(writer.column("Currency", RawKind::Text, &|_, _| Some(code.clone())));
        }
        let dated = has(Field::ValidFrom) || has(Field::ValidTo);
        if let Some([from, to]) = self.terms.validity.as_ref().filter(|_| !dated) {
            all.push(writer.column("Valid from", RawKind::Date, &|_, _| Some(from.clone())));
            all.push(writer.column("Valid to", RawKind::Date, &|_, _| Some(to.clone())));
        }
        all
    }

    /// Behind all others, one column for each unit that the prices may be for: which it is, is asked.
    fn units(&self, rows: &[Listed]) -> Vec<RawColumn> {
        if self.says_unit() {
            return Vec::new();
        }
        let writer = Writer { rows, top: self.top(rows) };
        let column = |(unit, header): &(&str, &str)| {
            writer.column(header, RawKind::Text, &|_, _| Some((*unit).to_owned()))
        };
        UNITS_ASKED.iter().map(column).collect()
    }

    /// Where the words over the columns stand in the list.
    fn top(&self, rows: &[Listed]) -> usize {
        rows.iter().position(|listed| listed.row == self.header.start).unwrap_or(0)
    }
}

/// Writes columns along the rows of the list.
struct Writer<'r> {
    rows: &'r [Listed],
    /// Where the words over the columns stand.
    top: usize,
}

impl Writer<'_> {
    /// A column of few values, from the row of the sheet and the position of the price.
    fn column(
        &self,
        header: &str,
        kind: RawKind,
        value: &dyn Fn(usize, usize) -> Option<String>,
    ) -> RawColumn {
        let (mut cells, mut codes) = (RawCells::default(), vec![0; self.rows.len()]);
        let mut known: BTreeMap<String, u32> = BTreeMap::new();
        cells.push(RawCell { text: header, kind: RawKind::Text });
        codes[self.top] = 1;
        for (code, listed) in codes.iter_mut().zip(self.rows) {
            let Some(text) = listed.price().and_then(|at| value(listed.row, at)) else { continue };
            *code = *known.entry(text).or_insert_with_key(|text| {
                cells.push(RawCell { text, kind });
                cells.len() as u32
            });
        }
        RawColumn { cells, codes }
    }

    /// The prices, cell by cell as they stand.
    fn prices(&self, matrix: &Matrix) -> RawColumn {
        let (mut cells, mut codes) = (RawCells::default(), vec![0; self.rows.len()]);
        cells.push(RawCell { text: "Unit price", kind: RawKind::Text });
        codes[self.top] = 1;
        for (code, listed) in codes.iter_mut().zip(self.rows) {
            let place = listed.price().map(|at| matrix.prices.start + at);
            if let Some(cell) = place.and_then(|at| matrix.raw.cell(listed.row, at)) {
                cells.push(cell);
                *code = cells.len() as u32;
            }
        }
        // Two lanes may have one price.
        cells.may_repeat();
        RawColumn { cells, codes }
    }
}
