//! The distinct values of one column as they come in: a hash table of codes over the texts that the
//! column keeps anyway, so that a number which comes a million times is hashed and never copied.
//!
//! Not a map of general use: it holds at most [`CODES_MAX`] values and forgets none. A column of
//! numbers of documents repeats nothing, and looking each of a million up in a table that no cache
//! holds costs more than all the rest of reading: when a table would grow although nearly nothing
//! has come twice, it is given up, and further values are kept as they come.

use crate::base::stretches;
use crate::table::{RawCell, RawCells, RawKind};

/// Four million rows are the limit of a sheet.
const CODE_BITS: u32 = 22;
const CODES_MAX: usize = (1 << CODE_BITS) - 1;
const CODE: u32 = CODES_MAX as u32;

/// A table of fewer slots stays in the nearest cache, and few values say little of those to come.
const SLOTS_KEPT: usize = 1 << 14;

/// Values looked up together.
const AT_ONCE: usize = 64;

#[derive(Default)]
pub(super) struct Dictionary {
    cells: RawCells,
    /// The length is a power of two, and a third of it stays free.
    slots: Vec<Slot>,
    /// Values found again since the table grew, and how many it held then.
    found: usize,
    held: usize,
    given_up: bool,
    /// Rows that are likely to come.
    expected: usize,
}

/// A value's key with its code: most values are short, and are told by their slot alone.
#[derive(Clone, Copy, Default)]
struct Slot {
    head: u64,
    tail: u32,
    /// The key's shape, and below it the code. Zero is a free slot.
    word: u32,
}

/// The whole of a short value. Of a long one it is a hash, and equal keys say little.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
struct Key {
    head: u64,
    tail: u32,
    /// Kind and length, above the bits of a code.
    shape: u32,
}

impl Dictionary {
    pub(super) fn expect(&mut self, rows: usize) {
        self.expected = rows;
    }

    /// The code of a value, from 1. `None` when the dictionary is full.
    pub(super) fn code(&mut self, kind: RawKind, text: &str) -> Option<u32> {
        self.make_room(1);
        if self.given_up {
            return self.add(kind, text);
        }
        let key = Key::of(kind, text.as_bytes());
        self.code_of(key, key.home(self.slots.len()), RawCell { text, kind })
    }

    /// The codes of many values, 0 for an empty one; `false` when the dictionary is full.
    ///
    /// In two goes, because a table of many values lies in no near cache: where the keys belong is
    /// known before the first is looked up, so that the machine fetches several slots at a time.
    pub(super) fn codes<'t>(
        &mut self,
        kind: RawKind,
        texts: impl Iterator<Item = &'t str>,
        codes: &mut Vec<u32>,
    ) -> bool {
        let mut keys = [(Key::default(), 0, ""); AT_ONCE];
        let mut texts = texts.peekable();
        while texts.peek().is_some() {
            self.make_room(AT_ONCE);
            let slots = self.slots.len();
            let mut held = 0;
            for (place, text) in keys.iter_mut().zip(texts.by_ref()) {
                if !self.given_up {
                    let key = Key::of(kind, text.as_bytes());
                    (place.0, place.1) = (key, key.home(slots));
                }
                place.2 = text;
                held += 1;
            }
            for &(key, home, text) in &keys[..held] {
                let code = match text.is_empty() {
                    true => Some(0),
                    false if self.given_up => self.add(kind, text),
                    false => self.code_of(key, home, RawCell { text, kind }),
                };
                let Some(code) = code else { return false };
                codes.push(code);
            }
        }
        true
    }

    /// The code of a value whose key belongs at `home`, in a table with room for it.
    fn code_of(&mut self, key: Key, home: usize, cell: RawCell) -> Option<u32> {
        let mut at = home;
        loop {
            let slot = self.slots[at];
            if slot.is_free() {
                break;
            }
            if slot.holds(&key) {
                let code = slot.code();
                let same = || self.cells.is(code as usize - 1, cell);
                if key.is_whole() || same() {
                    self.found += 1;
                    return Some(code);
                }
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
        let code = self.add(cell.kind, cell.text)?;
        self.slots[at] = Slot::of(key, code);
        Some(code)
    }

    /// Whether the first of two codes, if it is one, says something that the second does not.
    pub(super) fn holds_other(&self, first: u32, second: u32) -> bool {
        let cell = |code: u32| self.cells.get((code as usize).checked_sub(1)?);
        cell(first).is_some_and(|first| !first.text.is_empty() && Some(first) != cell(second))
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

    /// Sees to it that so many more values find a free slot, or gives the table up.
    fn make_room(&mut self, more: usize) {
        while !self.given_up && (self.cells.len() + more) * 3 > self.slots.len() * 2 {
            self.grow();
        }
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
        // The texts tell their keys again; keeping the old slots meanwhile would serve nothing.
        self.slots = Vec::new();
        self.slots.resize(wanted, Slot::default());
        let Dictionary { cells, slots, .. } = self;
        stretches::each(cells.iter().zip(1_u32..), |(cell, code)| {
            let key = Key::of(cell.kind, cell.text.as_bytes());
            let mut at = key.home(wanted);
            while !slots[at].is_free() {
                at = (at + 1) & (wanted - 1);
            }
            slots[at] = Slot::of(key, code);
        });
    }
}

impl Slot {
    fn of(key: Key, code: u32) -> Slot {
        Slot { head: key.head, tail: key.tail, word: key.shape | code }
    }

    fn is_free(&self) -> bool {
        self.word == 0
    }

    fn code(&self) -> u32 {
        self.word & CODE
    }

    fn holds(&self, key: &Key) -> bool {
        self.word & !CODE == key.shape && self.head == key.head && self.tail == key.tail
    }
}

impl Key {
    /// Bytes of the longest text that a key holds whole.
    const WHOLE: usize = 12;
    /// Stands for the length of all others.
    const LONG: usize = 15;
    const KIND_BITS: u32 = 3;

    fn of(kind: RawKind, bytes: &[u8]) -> Key {
        let length = if bytes.len() <= Key::WHOLE { bytes.len() } else { Key::LONG };
        let shape = ((length as u32) << Key::KIND_BITS | kind as u32) << CODE_BITS;
        // Words that overlap still hold every byte, and the length says where.
        let (head, tail) = match (bytes.first_chunk::<8>(), bytes.first_chunk::<4>()) {
            _ if length == Key::LONG => (hash(bytes), bytes.len() as u32),
            (Some(head), _) => (u64::from_le_bytes(*head), last_four(bytes)),
            (None, Some(head)) => (u32::from_le_bytes(*head).into(), last_four(bytes)),
            (None, None) => (bytes.iter().fold(0, |head, byte| head << 8 | u64::from(*byte)), 0),
        };
        Key { head, tail, shape }
    }

    fn is_whole(&self) -> bool {
        self.shape >> (CODE_BITS + Key::KIND_BITS) != Key::LONG as u32
    }

    /// Where the key belongs in a table of so many slots.
    fn home(&self, slots: usize) -> usize {
        let place = mix(mix(self.head, u64::from(self.tail) << 32 | u64::from(self.shape)), ODD);
        (place >> (64 - slots.trailing_zeros())) as usize
    }
}

fn last_four(bytes: &[u8]) -> u32 {
    bytes.last_chunk().map_or(0, |last| u32::from_le_bytes(*last))
}

const ODD: u64 = 0x9e37_79b9_7f4a_7c15;

fn mix(hash: u64, word: u64) -> u64 {
    let product = (hash ^ word).wrapping_mul(ODD);
    product ^ (product >> 32)
}

/// Multiplies and folds eight bytes at a time.
fn hash(bytes: &[u8]) -> u64 {
    let (words, tail) = bytes.as_chunks::<8>();
    let words = words.iter().fold(ODD, |hash, word| mix(hash, u64::from_le_bytes(*word)));
    mix(words, tail.iter().fold(0, |rest, byte| rest << 8 | u64::from(*byte)))
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
    fn many_at_once_have_the_codes_that_they_have_one_by_one() {
        let (mut one_by_one, mut at_once) = (Dictionary::default(), Dictionary::default());
        for distinct in [7, 90_000] {
            let texts: Vec<String> = (0..40_000_u32)
                .map(|no| no.wrapping_mul(2_654_435_761) % distinct)
                .map(|value| if value == 3 { String::new() } else { format!("value {value}") })
                .collect();
            let wanted: Vec<u32> = texts
                .iter()
                .map(|text| match text.is_empty() {
                    true => 0,
                    false => one_by_one.code(RawKind::Text, text).expect("there is room"),
                })
                .collect();
            let mut codes = Vec::new();
            for some in texts.chunks(1000) {
                assert!(at_once.codes(RawKind::Text, some.iter().map(String::as_str), &mut codes));
            }
            assert_eq!(codes, wanted);
        }
        assert_eq!(at_once.into_cells(), one_by_one.into_cells());
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

    #[test]
    fn values_of_every_length_are_told_apart() {
        let mut dictionary = Dictionary::default();
        let mut values: Vec<String> = Vec::new();
        for length in 0..40 {
            for changed in 0..length {
                let mut text = vec![b'0'; length];
                values.push(String::from_utf8(text.clone()).expect("ASCII"));
                text[changed] = b'1';
                values.push(String::from_utf8(text).expect("ASCII"));
            }
        }
        values.sort();
        values.dedup();
        let kinds = [RawKind::Text, RawKind::Number, RawKind::Id];
        for round in 0..2 {
            let all = values.iter().flat_map(|text| kinds.map(|kind| (kind, text)));
            for ((kind, text), code) in all.zip(1..) {
                assert_eq!(dictionary.code(kind, text), Some(code), "{round}: {text}");
            }
        }
    }
}
