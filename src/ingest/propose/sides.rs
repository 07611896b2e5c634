//! Asks for the column of debit and credit where amounts of money have no sign, nothing proves one,
//! and a column speaks of both sides without saying so throughout.
//!
//! Without the question every withdrawal would count as a receipt.

use std::collections::BTreeSet;

use super::profile::Profile;
use crate::ingest::headers::Sense;
use crate::ingest::layout::Layout;
use crate::ingest::typing::{Side, side_within};
use crate::ingest::{Ask, Candidate, FieldGuess, Reading, Why};
use crate::table::{Field, Kind, RawSheet};

/// A column of marks has a handful of values.
const VALUES_MAX: u32 = 40;

pub(super) fn ask(
    raw: &RawSheet,
    rows: &[u32],
    layout: &Layout,
    profiles: &[Profile],
    reading: &Reading,
    guesses: &mut [FieldGuess],
) -> Option<Ask> {
    let money = matches!(reading.kind, Kind::BankLines | Kind::Payments);
    let has = |field: Field| reading.columns.contains_key(&field);
    let signed = [Field::Side, Field::Debit, Field::Credit, Field::Balance].into_iter().any(has);
    let amount = usize::from(*reading.columns.get(&Field::Amount)?);
    if !money || signed || profiles[amount].numbers.negatives > 0 {
        return None;
    }
    let speaks = |column: usize| {
        let texts = || rows.iter().map(|row| raw.text(*row as usize, column).trim());
        let filled: BTreeSet<&str> = texts().filter(|text| !text.is_empty()).collect();
        let sides: Vec<Option<Side>> = filled.iter().map(|text| side_within(text)).collect();
        let named = layout.headers[column].sense(Sense::Field(Field::Side)).is_some();
        let both = sides.contains(&Some(Side::Credit)) && sides.iter().all(Option::is_some);
        sides.contains(&Some(Side::Debit)) && (named || both)
    };
    let columns = (0..layout.headers.len()).filter(|&c| profiles[c].distinct <= VALUES_MAX);
    let found: Vec<usize> = columns.filter(|&c| c != amount && speaks(c)).collect();
    let guess = guesses.iter_mut().find(|guess| guess.field == Field::Side);
    let guess = guess.filter(|_| !found.is_empty())?;
    for column in found.into_iter().map(|column| column as u16) {
        if guess.candidates.iter().all(|candidate| candidate.column != column) {
            guess.candidates.push(Candidate { column, why: vec![Why::Values] });
        }
    }
    guess.ask = true;
    Some(Ask::Field(Field::Side))
}
