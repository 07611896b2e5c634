//! A typed table: one sheet read as one kind, with the fate of every physical row.

use std::sync::Arc;

use rust_decimal::Decimal;

use super::{Cell, Column, Columns, Data, Fate, Fates, Field, Kind, RawCell, RawSheet};
use crate::base::{Currency, Date, FileId, Money, Source, TableId};

/// A cell that its column could not read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Failure {
    /// Index into `rows`.
    pub row: usize,
    pub field: Field,
}

/// A cell of a column of figures that holds words on purpose. It is blank, and no failure.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Told {
    /// Index into `rows`.
    pub row: usize,
    pub field: Field,
    pub means: Means,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Means {
    /// The figure stands on another row, and is counted there: the row that is named, and the one at
    /// the end of the chain, where it has a figure. Indices into `rows`.
    Reference { names: usize, holds: Option<usize> },
    /// Why there is no figure.
    Reason,
}

/// Built by `ingest`; never changed afterwards.
#[derive(Clone, Debug)]
pub struct Table {
    pub id: TableId,
    pub file: FileId,
    pub file_name: Arc<str>,
    pub kind: Kind,
    pub raw: Arc<RawSheet>,
    /// The last columns of `raw` are parts of these, taken out of their texts; the sheet itself has none
    /// such.
    pub taken_from: Vec<u16>,
    /// One per physical row.
    pub fates: Vec<Fate>,
    /// Physical indices of the used rows; the columns are aligned with it.
    pub rows: Vec<u32>,
    /// Shared by a table and the same one with the currency that it has from elsewhere.
    pub columns: Arc<Columns>,
    pub failures: Vec<Failure>,
    /// In order of rows.
    pub told: Vec<Told>,
    /// Currency of amounts that have no currency cell: from the header ("Amount (USD)"), from a
    /// symbol, or set by the user. [`Currency::NONE`] when nobody said.
    pub currency: Currency,
    /// By row, where a row has its currency from the invoice that it stands on.
    pub inherited: Option<Arc<[Currency]>>,
    /// Where the rows are cells of another table.
    pub placed: Option<Placed>,
}

/// Rows that are no rows of the sheet: each is an amount in a column of its own.
#[derive(Clone, Debug)]
pub struct Placed {
    /// The table as it was loaded.
    pub table: TableId,
    /// By row: the column of its amount, whose head says what it is for.
    pub columns: Vec<u16>,
}

impl Table {
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The sheet's name where it says more than the file's: a text file's sheet is its own name.
    pub fn sheet_label(&self) -> &str {
        let stem = self.file_name.rsplit_once('.').map_or(&*self.file_name, |(stem, _)| stem);
        if self.raw.name == stem { "" } else { &self.raw.name }
    }

    /// The fates of the file's rows. One with several prices is used if any of them is.
    pub fn counts(&self) -> Fates {
        if self.raw.unfolded.is_none() {
            return Fates::count(&self.fates);
        }
        let mut rest = self.fates.as_slice();
        let fates = self.raw.row_numbers.chunk_by(|a, b| a == b).map(|prices| {
            let (own, others) = rest.split_at(prices.len().min(rest.len()));
            rest = others;
            let used = own.iter().find(|fate| **fate == Fate::Used);
            used.or(own.first()).copied().unwrap_or(Fate::Blank)
        });
        Fates::count(&fates.collect::<Vec<_>>())
    }

    pub fn column(&self, field: Field) -> Option<&Column> {
        self.columns.of(field)
    }

    pub fn has(&self, field: Field) -> bool {
        self.column(field).is_some()
    }

    /// A rate card whose one price is a percentage of fuel.
    pub fn says_fuel_alone(&self) -> bool {
        let priced = [Field::UnitPrice, Field::DayRate, Field::FreeDays, Field::MinCharge];
        self.has(Field::FuelPercent) && !priced.iter().any(|&field| self.has(field))
    }

    /// Trimmed text of an id or text field; `None` when blank or not mapped.
    pub fn text(&self, field: Field, row: usize) -> Option<&str> {
        match &self.column(field)?.data {
            Data::Text(column) => column.get(row),
            Data::Date(_) | Data::Number(_) => None,
        }
    }

    pub fn date_cell(&self, field: Field, row: usize) -> Cell<Date> {
        match self.column(field).map(|c| &c.data) {
            Some(Data::Date(column)) => column.get(row),
            _ => Cell::Blank,
        }
    }

    pub fn date(&self, field: Field, row: usize) -> Option<Date> {
        self.date_cell(field, row).ok()
    }

    pub fn number_cell(&self, field: Field, row: usize) -> Cell<Decimal> {
        match self.column(field).map(|c| &c.data) {
            Some(Data::Number(column)) => column.get(row),
            _ => Cell::Blank,
        }
    }

    /// The exact number as stored, with any decimals beyond the currency's.
    pub fn number(&self, field: Field, row: usize) -> Option<Decimal> {
        self.number_cell(field, row).ok()
    }

    /// The row's currency: its own cell, else the table's.
    pub fn currency(&self, row: usize) -> Currency {
        match (self.columns.currency(row), &self.inherited) {
            (Some(own), _) => own,
            (None, Some(inherited)) => inherited[row],
            (None, None) => self.currency,
        }
    }

    /// An amount rounded to its currency.
    pub fn money(&self, field: Field, row: usize) -> Option<Money> {
        let Data::Number(column) = &self.column(field)?.data else { return None };
        let currency = self.currency(row);
        Some(Money::new(column.minor(row, currency.exponent())?, currency))
    }

    /// What a cell of a column of figures says instead of a figure.
    pub fn told(&self, field: Field, row: usize) -> Option<Means> {
        let from = self.told.partition_point(|told| told.row < row);
        let of_row = self.told[from..].iter().take_while(|told| told.row == row);
        of_row.filter(|told| told.field == field).map(|told| told.means).next()
    }

    /// The raw cell behind a field, whatever it reads as.
    pub fn raw(&self, field: Field, row: usize) -> Option<RawCell<'_>> {
        let index = self.column(field)?.index;
        self.raw.cell(*self.rows.get(row)? as usize, index as usize)
    }

    /// The column of the sheet in which a column of `raw` stands.
    pub fn place(&self, column: u16) -> u16 {
        let own = self.raw.columns.len().saturating_sub(self.taken_from.len());
        let part = usize::from(column).checked_sub(own);
        part.and_then(|part| self.taken_from.get(part)).copied().unwrap_or(column)
    }

    /// The same for one row, which in a matrix has a price column of its own.
    fn place_in(&self, physical: usize, column: u16) -> u16 {
        let unfolded = self.raw.unfolded.as_ref().filter(|unfolded| column >= unfolded.derived);
        let own = unfolded.and_then(|unfolded| *unfolded.places.get(physical)?);
        own.unwrap_or_else(|| self.place(column))
    }

    /// The source of a field, or of the whole row when the field is not mapped.
    pub fn source(&self, row: usize, field: Option<Field>) -> Source {
        let physical = self.rows.get(row).copied().unwrap_or(0) as usize;
        let own = self.placed.as_ref().zip(field).and_then(|(placed, field)| {
            let of_cell = matches!(field, Field::Net | Field::ServiceCode);
            placed.columns.get(row).copied().filter(|_| of_cell)
        });
        let index = own.or_else(|| field.and_then(|f| self.column(f)).map(|c| c.index));
        Source {
            table: self.placed.as_ref().map_or(self.id, |placed| placed.table),
            row: self.raw.row_numbers.get(physical).copied().unwrap_or(0),
            column: index.map(|index| self.place_in(physical, index)),
        }
    }
}
