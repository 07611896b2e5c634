//! A column whose value stands only on the first row of its group, or on a line above it, filled
//! down to the rows of the group.
//!
//! A total ends its group: what follows it without a value of its own stays blank, and is told as
//! missing by the checks.

use std::borrow::Cow;

use super::problem;
use crate::ingest::Problem;
use crate::table::{Fate, Field, RawColumn, RawSheet};
use crate::words::{Arg, Args};

pub(super) struct Filled<'r> {
    pub column: Cow<'r, RawColumn>,
    /// Cells that were given the value above.
    pub count: usize,
}

pub(super) fn down<'r>(raw: &'r RawSheet, at: u16, wanted: bool, fates: &[Fate]) -> Filled<'r> {
    let column = &raw.columns[usize::from(at)];
    if !wanted {
        return Filled { column: Cow::Borrowed(column), count: 0 };
    }
    let mut filled = column.clone();
    let (mut above, mut count) = (0, 0);
    let alone = |row: usize| {
        let mut others = raw.columns.iter().enumerate().filter(|(i, _)| *i != usize::from(at));
        others.all(|(_, other)| other.text(row).trim().is_empty())
    };
    for (row, fate) in fates.iter().enumerate() {
        let blank = column.text(row).trim().is_empty();
        match fate {
            // The column's own header is no value; a heading that stands alone is.
            Fate::Header if !blank && alone(row) => above = column.codes[row],
            Fate::Used if blank => {
                filled.codes[row] = above;
                count += usize::from(above > 0);
            }
            Fate::Used => above = column.codes[row],
            Fate::Subtotal => above = 0,
            _ => {}
        }
    }
    Filled { column: Cow::Owned(filled), count }
}

impl Filled<'_> {
    pub(super) fn told(&self, field: Field, index: u16) -> Problem {
        let args = Args::new().with("field", Arg::term(field.word())).with("count", self.count);
        problem("problem-filled-down", args, None, Some(index))
    }
}
