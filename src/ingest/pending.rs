//! Signatures that the engine stands on, until their real bodies land.

use super::{Proposal, Reading, Remembered};
use crate::table::RawSheet;

pub struct Context<'a> {
    pub file_name: &'a str,
    pub remembered: &'a [Remembered],
    pub keys: &'a KnownKeys,
}

#[derive(Clone, Debug, Default)]
pub struct KnownKeys;

impl KnownKeys {
    pub fn add(&mut self, _raw: &RawSheet, _reading: &Reading) {}

    pub fn union<'a>(_all: impl Iterator<Item = &'a KnownKeys>) -> KnownKeys {
        KnownKeys
    }
}

pub fn propose(_raw: &RawSheet, _context: &Context) -> Proposal {
    Proposal::default()
}

pub fn propose_as(
    _raw: &RawSheet,
    _context: &Context,
    _kind: Option<crate::table::Kind>,
    _header: Option<(Option<u32>, u32)>,
) -> Proposal {
    Proposal::default()
}

pub fn remember(proposal: &Proposal, reading: &Reading) -> Remembered {
    Remembered {
        layout: proposal.layout.clone(),
        kind: reading.kind,
        columns: Default::default(),
        numbers: Default::default(),
        dates: Default::default(),
        currency: reading.currency,
    }
}
