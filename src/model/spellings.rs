//! What each spelling of a column means, worked out once a spelling: a list of a million rows has a
//! dozen units, and a hundred charge codes.

use super::{Book, Row};
use crate::base::TableId;
use crate::table::{Data, Field, Kind};

pub struct Spellings<T> {
    field: Field,
    /// Of each table that has the field: by the code of the spelling, which begin at 1.
    of: Vec<(TableId, Vec<T>)>,
}

impl Book {
    /// The meaning of every spelling of a text field, in all tables.
    pub fn spellings<T>(&self, field: Field, mean: impl FnMut(&str) -> T) -> Spellings<T> {
        self.read_spellings(|_| true, field, mean)
    }

    /// The same in tables of one kind.
    pub fn spellings_in<T>(
        &self,
        kind: Kind,
        field: Field,
        mean: impl FnMut(&str) -> T,
    ) -> Spellings<T> {
        self.read_spellings(|of| of == kind, field, mean)
    }

    fn read_spellings<T>(
        &self,
        is_wanted: impl Fn(Kind) -> bool,
        field: Field,
        mut mean: impl FnMut(&str) -> T,
    ) -> Spellings<T> {
        let mut of = Vec::new();
        for table in self.tables_with_charges().iter().filter(|table| is_wanted(table.kind)) {
            if let Some(Data::Text(texts)) = table.column(field).map(|column| &column.data) {
                of.push((table.id, texts.dict.iter().map(&mut mean).collect()));
            }
        }
        Spellings { field, of }
    }
}

impl<T> Spellings<T> {
    /// Whether any spelling, of whatever row, means so.
    pub fn any(&self, is: impl Fn(&T) -> bool) -> bool {
        self.of.iter().flat_map(|(_, meanings)| meanings).any(is)
    }

    /// What the row's cell means; `None` where it is blank.
    pub fn of(&self, row: Row) -> Option<&T> {
        let (_, meanings) = self.of.iter().find(|(table, _)| *table == row.table.id)?;
        let Data::Text(texts) = &row.table.column(self.field)?.data else { return None };
        meanings.get((*texts.codes.get(row.row)? as usize).checked_sub(1)?)
    }
}
