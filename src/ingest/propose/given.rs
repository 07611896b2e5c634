//! The proposal for a sheet whose format names its columns: nothing is guessed, and
//! nothing is asked but the order of day and month where the format leaves it open (QIF).

use super::remember;
use crate::ingest::layout::Layout;
use crate::ingest::typing::{OrderEvidence, date_evidence};
use crate::ingest::{Ask, Candidate, FieldGuess, Proposal, Reading, Why};
use crate::table::{Given, RawSheet, ValueKind};

pub fn propose(raw: &RawSheet, layout: Layout, given: &Given) -> Proposal {
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
        asks: orders(raw, given),
        remembered: false,
    }
}

fn orders(raw: &RawSheet, given: &Given) -> Vec<Ask> {
    let rows: Vec<u32> = (0..raw.rows() as u32).collect();
    let dates = given.columns.iter().filter(|(field, _)| field.value() == ValueKind::Date);
    let open = dates.filter(|(_, column)| {
        let column = raw.columns.get(usize::from(**column));
        column.is_some_and(|c| date_evidence(c, &rows).order == OrderEvidence::Ambiguous)
    });
    open.map(|(_, column)| Ask::DateOrder(*column)).collect()
}
