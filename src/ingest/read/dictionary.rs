//! The distinct values of one column as they come in: a hash table of codes over the texts that the
//! column keeps anyway, so that a number which comes a million times is hashed and never copied.
//!
//! Not a map of general use: it holds at most [`CODES_MAX`] values and forgets none.

use crate::table::{RawCell, RawCells, RawKind};

/// A slot holds a code in its low bits and a part of the hash above: most of what does not fit is
/// told without a look at the text. Four million rows are the limit of a sheet.
const CODE_BITS: u32 = 22;
const CODES_MAX: usize = (1 << CODE_BITS) - 1;
const CODE: u32 = CODES_MAX as u32;

#[derive(Default)]
pub(super) struct Dictionary {
    cells: RawCells,
    /// Zero is a free slot. The length is a power of two, and a third of it stays free.
    slots: Vec<u32>,
}

impl Dictionary {
    /// The code of a value, from 1. `None` when the dictionary is full.
    pub(super) fn code(&mut self, kind: RawKind, text: &str) -> Option<u32> {
        if (self.cells.len() + 1) * 3 > self.slots.len() * 2 {
            self.grow();
        }
        let hash = hash(kind, text.as_bytes());
        let (mut at, tag) = (self.home(hash), tag(hash));
        loop {
            let slot = self.slots[at];
            if slot == 0 {
                break;
            }
            let code = slot & CODE;
            if slot & !CODE == tag && self.cells.is(code as usize - 1, RawCell { text, kind }) {
                return Some(code);
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
        if self.cells.len() == CODES_MAX || !self.cells.push(RawCell { text, kind }) {
            return None;
        }
        let code = self.cells.len() as u32;
        self.slots[at] = tag | code;
        Some(code)
    }

    pub(super) fn into_cells(self) -> RawCells {
        self.cells
    }

    fn home(&self, hash: u64) -> usize {
        (hash >> (64 - self.slots.len().trailing_zeros())) as usize
    }

    fn grow(&mut self) {
        const SLOTS_MIN: usize = 16;
        let wanted = (self.slots.len() * 2).max(SLOTS_MIN);
        // The texts tell their hashes again; keeping the old slots meanwhile would serve nothing.
        self.slots = Vec::new();
        self.slots.resize(wanted, 0);
        for (cell, code) in self.cells.iter().zip(1_u32..) {
            let hash = hash(cell.kind, cell.text.as_bytes());
            let mut at = (hash >> (64 - wanted.trailing_zeros())) as usize;
            while self.slots[at] != 0 {
                at = (at + 1) & (wanted - 1);
            }
            self.slots[at] = tag(hash) | code;
        }
    }
}

fn tag(hash: u64) -> u32 {
    ((hash >> 16) as u32) << CODE_BITS
}

/// Multiplies and folds eight bytes at a time. Its upper bits place, its lower middle ones tell
/// apart.
fn hash(kind: RawKind, bytes: &[u8]) -> u64 {
    const ODD: u64 = 0x9e37_79b9_7f4a_7c15;
    let mix = |hash: u64, word: u64| {
        let product = (hash ^ word).wrapping_mul(ODD);
        product ^ (product >> 32)
    };
    let mut hash = (bytes.len() as u64) << 8 | kind as u64;
    let (words, tail) = bytes.as_chunks::<8>();
    for word in words {
        hash = mix(hash, u64::from_le_bytes(*word));
    }
    let rest = match (tail.first_chunk::<4>(), tail.last_chunk::<4>()) {
        (Some(first), Some(last)) => {
            u64::from(u32::from_le_bytes(*first)) << 32 | u64::from(u32::from_le_bytes(*last))
        }
        _ => tail.iter().fold(0, |rest, byte| rest << 8 | u64::from(*byte)),
    };
    mix(mix(hash, rest), ODD)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_value_has_one_code_and_kinds_are_kept_apart() {
        let mut dictionary = Dictionary::default();
        for round in 0..2 {
            for number in 0..100_000_u32 {
                let text = format!("{number}");
                assert_eq!(dictionary.code(RawKind::Number, &text), Some(number + 1), "{round}");
            }
        }
        assert_eq!(dictionary.code(RawKind::Text, "7"), Some(100_001));
        assert_eq!(dictionary.code(RawKind::NoValue, ""), Some(100_002));
        assert_eq!(dictionary.code(RawKind::Number, "7"), Some(8));
        assert_eq!(dictionary.into_cells().len(), 100_002);
    }
}
