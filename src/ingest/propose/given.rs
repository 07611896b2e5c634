//! The proposal for a sheet whose format names its columns: nothing is guessed, nothing is asked.

use super::remember;
use crate::ingest::layout::Layout;
use crate::ingest::{Candidate, FieldGuess, Proposal, Reading, Why};
use crate::table::Given;

pub fn propose(layout: Layout, given: &Given) -> Proposal {
    let spec = given.kind.spec();
    let guess = |&field| {
        let column = given.columns.get(&field);
        let candidates = column.map(|&column| Candidate { column, why: vec![Why::Format] });
        FieldGuess { field, candidates: candidates.into_iter().collect(), ask: false }
    };
    Proposal {
        fields: spec.needs.iter().chain(spec.reads).map(guess).collect(),
        layout: remember::fingerprint(given.kind, &layout.headers),
        headers: layout.headers.into_iter().map(|h| h.text).collect(),
        reading: Reading { kind: given.kind, columns: given.columns.clone(), ..Reading::default() },
        asks: Vec::new(),
        remembered: false,
    }
}
