//! Columns that say one thing twice: a code, and its name beside it.

use std::collections::BTreeMap;

use super::fields::{Columns, LINES_LOOKED_AT, TAKE};
use crate::ingest::headers::{Match, Sense};
use crate::table::Field;

/// In a folded header: it says that its column holds codes.
const CODES: [&str; 5] = ["code", "코드", "代码", "编码", "schluessel"];

impl Columns<'_> {
    /// "Charge code, service level": of two columns that say one thing, row by row, in other words, the
    /// second only spells the first out.
    pub(super) fn is_name_of_code(&self, field: Field, found: &Match, column: usize) -> bool {
        field == Field::ServiceCode && !found.vague && self.says_what_another_does(field, column)
    }

    fn says_what_another_does(&self, field: Field, column: usize) -> bool {
        let plain = |other: &usize| {
            let said = self.headers[*other].sense(Sense::Field(field));
            said.is_some_and(|m| !m.vague && u32::from(m.score) >= TAKE)
        };
        // "Charge code, charge": a code may have several names, the header says which is which.
        let codes = |at: usize| CODES.iter().any(|word| self.headers[at].folded.contains(word));
        if !codes(column) && (0..self.headers.len()).any(|at| codes(at) && plain(&at)) {
            return true;
        }
        let says_the_same = |other: usize| {
            let mut there: BTreeMap<&str, &str> = BTreeMap::new();
            let mut back: BTreeMap<&str, &str> = BTreeMap::new();
            let same = self.rows.iter().take(LINES_LOOKED_AT).all(|&row| {
                let code = self.raw.text(row as usize, other);
                let name = self.raw.text(row as usize, column);
                *there.entry(code).or_insert(name) == name
                    && *back.entry(name).or_insert(code) == code
            });
            same && there.len() > 1
        };
        (0..column).filter(plain).any(says_the_same)
    }

    pub(super) fn spells_out_code(&self, column: usize) -> bool {
        let service = self.headers[column].sense(Sense::Field(Field::ServiceCode));
        let says = |found: &Match| u32::from(found.score) >= TAKE;
        // "Charge" over amounts beside "Charge code" is what is charged.
        let named = !self.profiles[column].number_column();
        named
            && service.is_some_and(says)
            && self.says_what_another_does(Field::ServiceCode, column)
    }
}
