//! The distinct values of one column as they come in: a hash table of codes over the texts that the
//! column keeps anyway, so that a number which comes a million times is hashed and never copied.
//!
//! Not a map of general use: it holds at most [`CODES_MAX`] values and forgets none. A column of
//! numbers of documents repeats nothing, and looking each of a million up in a table that no cache
//! holds costs more than all the rest of reading: when a table would grow although nearly nothing
//! has come twice, it is given up, and further values are kept as they come.

use crate::table::{RawCell, RawCells, RawKind};

/// A slot holds a code in its low bits and a part of the hash above: most of what does not fit is
/// told without a look at the text. Four million rows are the limit of a sheet.
const CODE_BITS: u32 = 22;
const CODES_MAX: usize = (1 << CODE_BITS) - 1;
const CODE: u32 = CODES_MAX as u32;

/// A table of fewer slots stays in the nearest cache, and few values say little of those to come.
const SLOTS_KEPT: usize = 1 << 14;

#[derive(Default)]
pub(super) struct Dictionary {
    cells: RawCells,
    /// Zero is a free slot. The length is a power of two, and a third of it stays free.
    slots: Vec<u32>,
    /// Values found again since the table grew, and how many it held then.
    found: usize,
    held: usize,
    given_up: bool,
    /// Rows that are likely to come.
    expected: usize,
}

impl Dictionary {
    pub(super) fn expect(&mut self, rows: usize) {
        self.expected = rows;
    }

    /// The code of a value, from 1. `None` when the dictionary is full.
    pub(super) fn code(&mut self, kind: RawKind, text: &str) -> Option<u32> {
        if (self.cells.len() + 1) * 3 > self.slots.len() * 2 && !self.given_up {
            self.grow();
        }
        if self.given_up {
            return self.add(kind, text);
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
                self.found += 1;
                return Some(code);
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
        let code = self.add(kind, text)?;
        self.slots[at] = tag | code;
        Some(code)
    }

    fn add(&mut self, kind: RawKind, text: &str) -> Option<u32> {
        if self.cells.len() == CODES_MAX || !self.cells.push(RawCell { text, kind }) {
            return None;
        }
        Some(self.cells.len() as u32)
    }

    pub(super) fn into_cells(self) -> RawCells {
        self.cells
    }

    fn home(&self, hash: u64) -> usize {
        (hash >> (64 - self.slots.len().trailing_zeros())) as usize
    }

    fn grow(&mut self) {
        const SLOTS_MIN: usize = 16;
        /// Of so many new values at most one came again.
        const NEW_FOR_ONE: usize = 16;
        let new = self.cells.len() - self.held;
        if self.slots.len() >= SLOTS_KEPT && self.found * NEW_FOR_ONE <= new {
            self.given_up = true;
            self.slots = Vec::new();
            self.cells.may_repeat();
            self.cells.expect(self.expected.min(CODES_MAX));
            return;
        }
        (self.found, self.held) = (0, self.cells.len());
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
        for number in 0..100_000_u32 {
            let text = format!("{number}");
            for _ in 0..2 {
                assert_eq!(dictionary.code(RawKind::Number, &text), Some(number + 1));
            }
        }
        assert_eq!(dictionary.code(RawKind::Text, "7"), Some(100_001));
        assert_eq!(dictionary.code(RawKind::NoValue, ""), Some(100_002));
        assert_eq!(dictionary.code(RawKind::Number, "7"), Some(8));
        let cells = dictionary.into_cells();
        assert_eq!((cells.len(), cells.is_each_once()), (100_002, true));
    }

    #[test]
    fn values_that_never_repeat_are_kept_as_they_come() {
        let mut dictionary = Dictionary::default();
        for number in 0..100_000_u32 {
            assert_eq!(dictionary.code(RawKind::Text, &format!("J-{number}")), Some(number + 1));
        }
        assert_eq!(dictionary.code(RawKind::Text, "J-7"), Some(100_001));
        let cells = dictionary.into_cells();
        assert_eq!((cells.len(), cells.is_each_once()), (100_001, false));
        assert_eq!(cells.get(100_000), cells.get(7));
    }
}
