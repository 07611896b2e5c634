//! What the columns beside it, and the invoices that a line stands on, say for a column.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use super::fields::{Columns, LINES_LOOKED_AT, TAKE};
use crate::ingest::Why;
use crate::ingest::headers::{Header, Match, Sense};
use crate::table::{Field, Kind};

/// From here a header may head the numbers of invoices: "Num" does.
const KEY_SCORE: u16 = 650;
/// Lines on invoices met before from which a column that never differs belongs to the invoice.
const LINES_TELLING: usize = 5;

impl Columns<'_> {
    /// A waybill or bill of lading is the job's number where no column is plainly called that.
    /// Not so for a word that may as well be the kind's own key or a line number ("송장번호" in a
    /// list of invoices, "Position" in one of lines).
    pub(super) fn stands_in(
        &self,
        field: Field,
        found: &Match,
        header: &Header,
        kind: Kind,
    ) -> bool {
        let mut rivals = kind.spec().needs.iter().chain([&Field::LineNo]);
        let rival = |f: &Field| *f != field && header.sense(Sense::Field(*f)).is_some();
        let plain = |h: &Header| {
            h.sense(Sense::Field(field)).is_some_and(|m| !m.vague && u32::from(m.score) >= TAKE)
        };
        field == Field::JobNo
            && u32::from(found.score) >= TAKE
            && !self.headers.iter().any(plain)
            && !rivals.any(rival)
    }

    /// "Date" that never differs within an invoice of several lines is the day of the invoice.
    pub(super) fn is_of_document(&self, field: Field, column: usize, kind: Kind) -> bool {
        let same = |(again, differ): (usize, usize)| again >= LINES_TELLING && differ == 0;
        field == Field::InvoiceDate
            && self.profiles[column].distinct > 1
            && self.within_invoices(column, kind).is_some_and(same)
    }

    /// How many lines stand on an invoice that was met before, and on how many of them the column
    /// differs from its first.
    pub(super) fn within_invoices(&self, column: usize, kind: Kind) -> Option<(usize, usize)> {
        if kind != Kind::Lines {
            return None;
        }
        let is_number = |h: &Header| {
            h.sense(Sense::Field(Field::InvoiceNo)).is_some_and(|m| m.score >= KEY_SCORE)
        };
        let number = self.headers.iter().position(is_number).filter(|at| *at != column)?;
        let mut first: BTreeMap<&str, &str> = BTreeMap::new();
        let (mut again, mut differ) = (0_usize, 0_usize);
        for &row in self.rows.iter().take(LINES_LOOKED_AT) {
            let value = self.raw.text(row as usize, column);
            match first.entry(self.raw.text(row as usize, number)) {
                Entry::Vacant(slot) => _ = slot.insert(value),
                Entry::Occupied(slot) => {
                    again += 1;
                    differ += usize::from(*slot.get() != value);
                }
            }
        }
        Some((again, differ))
    }

    /// "Invoice ID" beside "Invoice number" is the key of a database.
    pub(super) fn is_numbered_beside(&self, field: Field, column: usize) -> bool {
        let plain = |h: &Header| {
            h.sense(Sense::Field(field)).is_some_and(|m| !m.vague && m.why == Why::Header)
        };
        let mut others = (0..self.headers.len()).filter(|&at| at != column);
        others.any(|at| plain(&self.headers[at]) && self.profiles[at].filled > 0)
    }
}
