//! The amount columns of a sheet, read once for all rows: the fates look at them before anything
//! is typed.

use rust_decimal::Decimal;

use super::numbers::Numbers;
use super::{header_rows, is_amount};
use crate::base::{Currency, stretches};
use crate::ingest::typing::{NumberRead, StyleEvidence, style_evidence};
use crate::ingest::{NumberStyle, Reading};
use crate::table::{Field, RawColumn, RawSheet};

pub(super) struct Amounts<'r> {
    columns: Vec<AmountColumn<'r>>,
}

pub(super) struct AmountColumn<'r> {
    pub field: Field,
    pub index: u16,
    raw: &'r RawColumn,
    numbers: Numbers,
}

impl<'r> Amounts<'r> {
    pub(super) fn read(raw: &'r RawSheet, reading: &Reading) -> Amounts<'r> {
        let below: Vec<u32> = stretches::collect(header_rows(reading).end..raw.rows() as u32);
        let mut columns = Vec::new();
        for (&field, &index) in reading.columns.iter().filter(|(field, _)| is_amount(**field)) {
            let Some(column) = raw.columns.get(usize::from(index)) else { continue };
            let style = style(column, index, &below, reading);
            let numbers = Numbers::of_style(column, style);
            columns.push(AmountColumn { field, index, raw: column, numbers });
        }
        Amounts { columns }
    }

    pub(super) fn columns(&self) -> &[AmountColumn<'r>] {
        &self.columns
    }

    /// The numbers of a field's column.
    pub(super) fn numbers(&self, field: Field) -> Option<&Numbers> {
        let column = self.columns.iter().find(|column| column.field == field)?;
        Some(&column.numbers)
    }

    /// Columns with an amount that names its currency.
    pub(super) fn marked(&self) -> impl Iterator<Item = &AmountColumn<'r>> {
        self.columns.iter().filter(|column| column.numbers.name_currencies())
    }

    pub(super) fn first_index(&self) -> Option<u16> {
        self.columns.first().map(|column| column.index)
    }

    /// Whether any amount column holds a number in the row.
    pub(super) fn any(&self, row: u32) -> bool {
        self.columns.iter().any(|column| column.value(row).is_some())
    }

    /// The currency beside the first amount of each row that has one; nothing when none has.
    pub(super) fn currencies(&self, rows: &[u32]) -> Vec<Option<Currency>> {
        let naming: Vec<&AmountColumn> = self.marked().collect();
        let of_row = |row: &u32| naming.iter().find_map(|c| c.read(*row)?.currency);
        match naming.is_empty() {
            true => Vec::new(),
            false => rows.iter().map(of_row).collect(),
        }
    }
}

impl AmountColumn<'_> {
    pub(super) fn value(&self, row: u32) -> Option<Decimal> {
        self.read(row).map(|number| number.value)
    }

    /// The currency that stands at the amount, and whether it is a bare dollar sign, which is that
    /// of many countries.
    pub(super) fn mark(&self, row: u32) -> Option<(Currency, bool)> {
        let currency = self.read(row)?.currency?;
        let text = self.raw.text(row as usize);
        let is_bare = text.contains('$') && !text.contains(char::is_alphabetic);
        Some((currency, is_bare))
    }

    fn read(&self, row: u32) -> Option<NumberRead> {
        let code = *self.raw.codes.get(row as usize)? as usize;
        self.numbers.get(code).ok()
    }
}

/// The style that the reading sets, else the one that the cells decide.
pub(super) fn style(
    column: &RawColumn,
    index: u16,
    rows: &[u32],
    reading: &Reading,
) -> Option<NumberStyle> {
    if let Some(style) = reading.numbers.get(&index) {
        return Some(*style);
    }
    match style_evidence(column, rows) {
        StyleEvidence::Decided(style) => Some(style),
        StyleEvidence::Ambiguous | StyleEvidence::None => None,
    }
}
