//! Of several columns that could be the amount the one whose figures the other side has: what was
//! received stands among what is open, and what is open among what was received. Balances, amounts
//! before fees and the like do not.
//!
//! Decides only where one column is far ahead of the next; else the question stays.

use std::cmp::Reverse;

use crate::base::{QuickMap, QuickSet};
use crate::ingest::{Ask, Proposal, Why};
use crate::table::{Field, Kind, RawSheet};

/// Of a hundred different figures of the column so many must be found, and so many times those of
/// the next column.
const FOUND_PERCENT: usize = 20;
const LEAD: usize = 3;
/// Shorter figures stand in every list.
const DIGITS_MIN: usize = 4;

/// The lists that hold the same money from two sides.
const RECEIPTS: [Kind; 2] = [Kind::Payments, Kind::BankLines];
const ITEMS: [Kind; 1] = [Kind::Invoices];

/// Answers the question for the amount, of each sheet that asks it and that the others tell. All
/// sheets of one session; their places are returned.
pub fn tell_amounts(sheets: &mut [(&RawSheet, &mut Proposal)]) -> Vec<usize> {
    let asks = |proposal: &Proposal| proposal.asks.contains(&Ask::Field(Field::Amount));
    // Collected only for a side that is asked, and once.
    let mut known: QuickMap<bool, QuickSet<String>> = QuickMap::default();
    let mut told = Vec::new();
    for (at, (raw, proposal)) in sheets.iter().enumerate().filter(|(_, (_, p))| asks(p)) {
        let Some(other) = other_side(proposal.reading.kind) else { continue };
        let is_receipts = other.contains(&Kind::Payments);
        let known = known.entry(is_receipts).or_insert_with(|| {
            let of_side = sheets.iter().filter(|(_, p)| other.contains(&p.reading.kind));
            let columns = of_side.flat_map(|(raw, _)| &raw.columns);
            columns.flat_map(|c| c.cells.iter()).filter_map(|cell| figure(cell.text)).collect()
        });
        told.extend(found(raw, proposal, known).map(|column| (at, column)));
    }
    told.into_iter()
        .map(|(at, column)| {
            answer(sheets[at].1, column);
            at
        })
        .collect()
}

fn other_side(kind: Kind) -> Option<&'static [Kind]> {
    match kind {
        kind if RECEIPTS.contains(&kind) => Some(&ITEMS),
        kind if ITEMS.contains(&kind) => Some(&RECEIPTS),
        _ => None,
    }
}

fn found(raw: &RawSheet, proposal: &Proposal, known: &QuickSet<String>) -> Option<u16> {
    let guess = proposal.fields.iter().find(|guess| guess.field == Field::Amount)?;
    let share = |column: u16| {
        let cells = raw.columns[usize::from(column)].cells.iter();
        let figures: QuickSet<String> = cells.filter_map(|cell| figure(cell.text)).collect();
        let shared = figures.iter().filter(|figure| known.contains(*figure)).count();
        shared * 100 / figures.len().max(1)
    };
    let mut shares: Vec<(usize, u16)> =
        guess.candidates.iter().map(|c| (share(c.column), c.column)).collect();
    shares.sort_unstable_by_key(|&(share, column)| (Reverse(share), column));
    match shares.as_slice() {
        &[(best, column), (second, _), ..] => {
            (best >= FOUND_PERCENT && best >= second * LEAD).then_some(column)
        }
        _ => None,
    }
}

fn answer(proposal: &mut Proposal, column: u16) {
    let guess = proposal.fields.iter_mut().find(|guess| guess.field == Field::Amount);
    if let Some(guess) = guess {
        guess.ask = false;
        guess.candidates.sort_by_key(|candidate| candidate.column != column);
        guess.candidates.truncate(1);
        guess.candidates.iter_mut().for_each(|candidate| candidate.why.push(Why::OtherSide));
    }
    proposal.reading.columns.retain(|_, used| *used != column);
    proposal.reading.columns.insert(Field::Amount, column);
    proposal.asks.retain(|ask| *ask != Ask::Field(Field::Amount));
}

/// The digits of a figure with decimals.
fn figure(text: &str) -> Option<String> {
    let plain = text.trim().chars().all(|c| c.is_ascii_digit() || ".,- ".contains(c));
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    (plain && text.contains(['.', ',']) && digits.len() >= DIGITS_MIN).then_some(digits)
}
