//! What a rate matrix leaves to ask: what its prices are for, and what tells its rows apart where no
//! field reads it. Without its lane a price holds for every shipment, or for none.

use std::collections::BTreeSet;

use super::profile::Profile;
use crate::ingest::{Candidate, FieldGuess, Reading, Why};
use crate::table::{Field, Kind, RawSheet};

/// What a rate is found by, besides its band.
const KEYS: [Field; 12] = [
    Field::ContractNo,
    Field::CustomerNo,
    Field::CustomerName,
    Field::VendorName,
    Field::ServiceCode,
    Field::Text,
    Field::Origin,
    Field::Destination,
    Field::Container,
    Field::WeightTo,
    Field::WeightFrom,
    Field::ValidFrom,
];

/// Where lanes that differ in the file are one by the fields that are read, one of these is missing.
const ASKED: [Field; 3] = [Field::Destination, Field::Origin, Field::ServiceCode];

/// Asks what the prices are for, and then what tells the rows apart.
pub fn ask(
    raw: &RawSheet,
    profiles: &[Profile],
    reading: &mut Reading,
    guesses: &mut [FieldGuess],
) {
    ask_unit(raw, reading, guesses);
    ask_lane(raw, profiles, reading, guesses);
}

/// Which unit the prices are for, where the sheet does not say it.
fn ask_unit(raw: &RawSheet, reading: &mut Reading, guesses: &mut [FieldGuess]) {
    let asked = raw.unfolded.as_ref().filter(|_| reading.kind == Kind::Rates);
    let Some(units) = asked.map(|unfolded| unfolded.units.clone()).filter(|u| !u.is_empty()) else {
        return;
    };
    reading.columns.retain(|_, column| !units.contains(column));
    for guess in guesses.iter_mut() {
        guess.candidates.retain(|candidate| !units.contains(&candidate.column));
        if guess.field == Field::Unit {
            guess.ask = true;
            let why = || vec![Why::Values];
            guess.candidates.extend(units.clone().map(|column| Candidate { column, why: why() }));
        }
    }
}

fn ask_lane(raw: &RawSheet, profiles: &[Profile], reading: &Reading, guesses: &mut [FieldGuess]) {
    let Some(unfolded) = raw.unfolded.as_ref().filter(|_| reading.kind == Kind::Rates) else {
        return;
    };
    let places =
        (0..raw.rows()).filter(|&row| unfolded.places.get(row).is_some_and(Option::is_some));
    // One row of each lane: they all say the same but for band and price.
    let mut numbers = BTreeSet::new();
    let lanes: Vec<usize> = places.filter(|&row| numbers.insert(raw.row_numbers[row])).collect();
    let read: Vec<usize> = KEYS
        .iter()
        .filter_map(|field| reading.columns.get(field))
        .map(|&column| usize::from(column))
        .filter(|&column| column < usize::from(unfolded.derived) || is_row_band(unfolded, column))
        .collect();
    let keys: BTreeSet<Vec<&str>> =
        lanes.iter().map(|&row| read.iter().map(|&c| raw.text(row, c).trim()).collect()).collect();
    if keys.len() == lanes.len() {
        return;
    }
    let used = |column: u16| reading.columns.values().any(|&other| other == column);
    let candidates: Vec<u16> = (0..unfolded.derived)
        .filter(|column| !unfolded.prices.contains(column) && !used(*column))
        .filter(|&column| {
            let profile = profiles.get(usize::from(column));
            profile.is_some_and(|p| p.filled > 0 && p.distinct > 1 && !p.date_column())
        })
        .collect();
    let missing = ASKED.iter().find(|field| !reading.columns.contains_key(field));
    let guess = missing.and_then(|field| guesses.iter_mut().find(|guess| guess.field == *field));
    if let Some(guess) = guess.filter(|_| !candidates.is_empty()) {
        guess.ask = true;
        let known: Vec<u16> = guess.candidates.iter().map(|c| c.column).collect();
        let new = candidates.into_iter().filter(|column| !known.contains(column));
        let why = || vec![Why::Values];
        guess.candidates.extend(new.map(|column| Candidate { column, why: why() }));
    }
}

/// Ends of bands that were taken from the rows tell these apart; those of the heads are the same on
/// each.
fn is_row_band(unfolded: &crate::table::Unfolded, column: usize) -> bool {
    unfolded.by_row && column >= usize::from(unfolded.derived)
}
