//! The mapped columns of a table, found by their field without a search: every cell of every row is
//! asked for by field.

use std::ops::Deref;
use std::slice;

use super::{Column, Data, FIELDS, Field};
use crate::base::Currency;

/// In the order of the mapping; no field twice.
#[derive(Clone, Debug)]
pub struct Columns {
    list: Vec<Column>,
    /// By field: the place in `list` and one; nought where no column is mapped to it.
    places: Box<[u8]>,
    /// What each spelling in the column of currencies means, by its code.
    currencies: Vec<Option<Currency>>,
}

impl Columns {
    pub fn of(&self, field: Field) -> Option<&Column> {
        let place = usize::from(self.places[field as usize]);
        place.checked_sub(1).map(|at| &self.list[at])
    }

    pub fn push(&mut self, column: Column) {
        let place = &mut self.places[column.field as usize];
        if *place == 0 {
            *place = self.list.len() as u8 + 1;
        }
        if let (Field::Currency, Data::Text(texts)) = (column.field, &column.data) {
            let meanings = texts.dict.iter().map(Currency::parse);
            self.currencies = std::iter::once(None).chain(meanings).collect();
        }
        self.list.push(column);
    }

    /// For changing what amounts a column holds; its field and texts stay.
    pub fn iter_mut(&mut self) -> slice::IterMut<'_, Column> {
        self.list.iter_mut()
    }

    /// What the row's own cell says of its currency.
    pub fn currency(&self, row: usize) -> Option<Currency> {
        let Data::Text(texts) = &self.of(Field::Currency)?.data else { return None };
        self.currencies.get(*texts.codes.get(row)? as usize).copied()?
    }
}

impl From<Vec<Column>> for Columns {
    fn from(list: Vec<Column>) -> Columns {
        let places = vec![0; FIELDS.len()].into_boxed_slice();
        let mut columns =
            Columns { list: Vec::with_capacity(list.len()), places, currencies: Vec::new() };
        list.into_iter().for_each(|column| columns.push(column));
        columns
    }
}

impl Deref for Columns {
    type Target = [Column];

    fn deref(&self) -> &[Column] {
        &self.list
    }
}

impl<'c> IntoIterator for &'c Columns {
    type Item = &'c Column;
    type IntoIter = slice::Iter<'c, Column>;

    fn into_iter(self) -> slice::Iter<'c, Column> {
        self.list.iter()
    }
}
