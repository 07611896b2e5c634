//! Whether many charges fit several rates only because a column that tells these rates apart is not read:
//! the code of the service under a strange header, the day on which a price ends. That is a question about
//! the card, not a fault of each line, so that PRC-02 then did not run.
//!
//! Not here: rows that no column tells apart, and the few that overlap on a card which is read.

use crate::analysis::pricing::Fit;
use crate::base::QuickMap;
use crate::model::Book;
use crate::table::{Kind, Table};

/// So many charges, and so many in a hundred, are no oversight in a card.
const CHARGES_MIN: usize = 10;
const CHARGES_PERCENT: usize = 10;
/// So many in a hundred of them are told apart by one column.
const TOLD_PERCENT: usize = 90;

/// `fits` are those of the charges that several rates fit, of so many charges in all.
pub(super) fn is_told_apart(book: &Book, fits: &[&Fit], charges: usize) -> bool {
    if fits.len() < CHARGES_MIN || fits.len() * 100 < charges * CHARGES_PERCENT {
        return false;
    }
    let mut sets: QuickMap<&[u32], usize> = QuickMap::default();
    for fit in fits {
        *sets.entry(&fit.in_force).or_default() += 1;
    }
    let cards = book.tables().iter().filter(|table| table.kind == Kind::Rates);
    cards.into_iter().any(|card| {
        unread(card).into_iter().any(|column| {
            let told = sets.iter().filter(|(rates, _)| differ(book, card, column, rates));
            let told: usize = told.map(|(_, charges)| charges).sum();
            told * 100 >= fits.len() * TOLD_PERCENT
        })
    })
}

/// Columns that no field reads, but numbers that count the rows.
fn unread(card: &Table) -> Vec<usize> {
    let used = |at: usize| card.columns.iter().any(|c| usize::from(c.index) == at);
    let cell = |row: u32, at: usize| card.raw.text(row as usize, at).trim().parse::<i64>().ok();
    let counts = |at: usize| {
        card.rows.windows(2).all(|rows| {
            let (one, next) = (cell(rows[0], at), cell(rows[1], at));
            one.zip(next).is_some_and(|(one, next)| next - one == 1)
        })
    };
    (0..card.raw.columns.len()).filter(|&at| !used(at) && !counts(at)).collect()
}

/// Whether the column says something else on each of these rates.
fn differ(book: &Book, card: &Table, column: usize, rates: &[u32]) -> bool {
    let mut said = Vec::with_capacity(rates.len());
    for &at in rates {
        let row = book.rate(at as usize).0;
        let Some(&raw) = card.rows.get(row.row).filter(|_| row.table.id == card.id) else {
            return false;
        };
        let text = card.raw.text(raw as usize, column).trim();
        if text.is_empty() || said.contains(&text) {
            return false;
        }
        said.push(text);
    }
    true
}
