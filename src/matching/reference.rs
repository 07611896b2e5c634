//! By what an open item may be named: a set of keys for each, with strength, and the index of all.
//!
//! Invariant: a key that several items hold names none of them.

use std::collections::BTreeSet;

use super::item::Item;
use super::text::CHARS_MIN;
use crate::base::{Groups, Texts, fold_id};

/// How a key came from what the file has.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum KeyKind {
    /// The reference itself, folded.
    Own,
    /// Without leading zeros, or without the letters in front.
    Derived,
    /// With two digits of the year in front: weak, since the other two tell the century from a number.
    Year,
}

/// All keys of one side.
#[derive(Debug, Default)]
pub struct KeyIndex {
    keys: Texts,
    /// The surest way in which each key came about.
    kinds: Vec<KeyKind>,
    /// Places in `items` by key.
    held: Groups,
    /// The item of each key of each item, in order, the key, and whether it is the item's own.
    items: Vec<u32>,
    of: Vec<u32>,
    own: Vec<bool>,
    /// Where the keys of each item end.
    ends: Vec<u32>,
    /// Lengths of own keys, for numbers written without anything between them.
    lengths: BTreeSet<usize>,
    /// Lengths of all keys in bytes, one bit each: most of what a text holds is as long as no key, and is not
    /// looked up in a table that no cache holds.
    all_lengths: Lengths,
}

/// A set of lengths; the long ones share a bit.
#[derive(Clone, Copy, Default, Debug)]
pub struct Lengths(u64);

impl Lengths {
    pub fn add(&mut self, length: usize) {
        self.0 |= 1 << length.min(63);
    }

    pub fn has(self, length: usize) -> bool {
        self.0 >> length.min(63) & 1 == 1
    }
}

/// One reading of a text against the index.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Named {
    pub item: u32,
    pub token: String,
    pub kind: KeyKind,
    /// The only item with this key, and the key is long enough to be one.
    pub strong: bool,
}

/// Letters and digits from which a key that one item holds alone is an identifier.
const STRONG_CHARS: usize = 6;
/// The shortest key in a number that is written without anything between its parts.
const GLUED_CHARS: usize = 6;
/// More holders than this, and a key is a word like any other.
const HOLDERS_MAX: usize = 8;

impl KeyIndex {
    /// Makes room for the keys of all items, as some of them have them: a table that grows by itself stands
    /// still for as long as all its texts take.
    pub fn reserve(&mut self, items: &[Item]) {
        const SEEN: usize = 1_000;
        let some = items.iter().step_by(items.len().div_ceil(SEEN).max(1));
        let (seen, count) =
            some.fold((0, 0), |(seen, count), item| (seen + 1, count + keys(item).len()));
        self.keys.reserve((items.len() * count).checked_div(seen).unwrap_or(0));
    }

    /// The next item of the side.
    pub fn add(&mut self, item: &Item) {
        let at = self.ends.len() as u32;
        for (key, kind) in keys(item) {
            if kind == KeyKind::Own && key.len() >= GLUED_CHARS && key.is_ascii() {
                self.lengths.insert(key.len());
            }
            self.all_lengths.add(key.len());
            let place = self.keys.put(&key);
            match self.kinds.get_mut(place as usize) {
                Some(known) => *known = kind.min(*known),
                None => self.kinds.push(kind),
            }
            self.of.push(place);
            self.own.push(kind == KeyKind::Own);
            self.items.push(at);
        }
        self.ends.push(self.items.len() as u32);
    }

    /// When all items are in: nothing is found before.
    pub fn close(&mut self) {
        self.held = Groups::by(&self.of, self.keys.len());
    }

    /// Items that a text names which was put together from so many parts.
    pub fn named(&self, text: &str, parts: usize) -> Vec<Named> {
        let mut found = self.holders(text, false);
        if found.is_empty() && parts == 1 {
            let bare = text.trim_start_matches('0');
            if bare.len() >= CHARS_MIN && bare.len() < text.len() {
                found = self.holders(bare, true);
            }
        }
        if found.is_empty() && text.len() >= 2 * GLUED_CHARS && text.is_ascii() {
            found = self.glued(text);
        }
        found
    }

    /// The keys that an item has as they stand, in order, with their places.
    pub fn own_keys(&self, item: u32) -> impl Iterator<Item = (u32, &str)> {
        let from = item.checked_sub(1).map_or(0, |before| self.ends[before as usize]);
        let all = from as usize..self.ends[item as usize] as usize;
        all.filter(|&at| self.own[at]).map(|at| (self.of[at], self.keys.get(self.of[at])))
    }

    pub fn key(&self, place: u32) -> &str {
        self.keys.get(place)
    }

    pub fn contains(&self, key: &str) -> bool {
        self.find(key).is_some()
    }

    fn find(&self, key: &str) -> Option<u32> {
        if self.all_lengths.has(key.len()) { self.keys.find(key) } else { None }
    }

    /// Items that hold a key, unless it is a word like any other.
    pub fn holding(&self, key: &str) -> impl Iterator<Item = u32> {
        let held = self.find(key).map_or(&[][..], |place| self.held.of(place));
        let held = if held.len() > HOLDERS_MAX { &[] } else { held };
        held.iter().map(|&at| self.items[at as usize])
    }

    fn holders(&self, key: &str, weak: bool) -> Vec<Named> {
        let Some(place) = self.find(key) else { return Vec::new() };
        let held = self.held.of(place);
        if held.len() > HOLDERS_MAX {
            return Vec::new();
        }
        let kind = self.kinds[place as usize];
        if kind == KeyKind::Year && held.len() > 1 {
            return Vec::new();
        }
        let weak = weak || kind == KeyKind::Year;
        let strong = held.len() == 1 && !weak && key.chars().count() >= STRONG_CHARS;
        let named = |&at: &u32| Named {
            item: self.items[at as usize],
            token: key.to_owned(),
            kind,
            strong,
        };
        held.iter().map(named).collect()
    }

    /// A run that is nothing but keys, one after the other: every character is accounted for.
    fn glued(&self, text: &str) -> Vec<Named> {
        let mut back: Vec<Option<usize>> = vec![None; text.len() + 1];
        back[0] = Some(0);
        for end in GLUED_CHARS..=text.len() {
            for &length in &self.lengths {
                let Some(start) = end.checked_sub(length) else { break };
                let is_key = || {
                    let key = self.keys.find(&text[start..end]);
                    key.is_some_and(|key| self.held.of(key).len() == 1)
                };
                // Nearly no text begins with a key: then nothing more is looked up.
                if back[start].is_some() && is_key() {
                    back[end] = Some(start);
                    break;
                }
            }
        }
        let mut found = Vec::new();
        let mut end = text.len();
        while let Some(start) = back[end].filter(|_| end > 0) {
            found.extend(self.holders(&text[start..end], false));
            end = start;
        }
        if end == 0 { found } else { Vec::new() }
    }
}

/// The key set of one item. Leading zeros go only in an extra key: without them everywhere,
/// numbers would fall together. In their order, each once.
pub fn keys(item: &Item) -> Vec<(String, KeyKind)> {
    let mut keys: Vec<(String, KeyKind)> = Vec::with_capacity(2 * item.references.len());
    let mut add = |key: &str, kind: KeyKind| {
        let digits = key.bytes().filter(u8::is_ascii_digit).count();
        let lettered = key.bytes().next().is_some_and(|b| b.is_ascii_alphabetic());
        let chars = key.chars().count();
        if digits >= 2 && (chars >= CHARS_MIN || (lettered && chars + 1 >= CHARS_MIN)) {
            keys.push((key.to_owned(), kind));
        }
    };
    for reference in &item.references {
        let own = fold_id(&reference.text);
        add(&own, KeyKind::Own);
        let bare = own.trim_start_matches(|c: char| c.is_alphabetic());
        if bare.len() < own.len() && bare.len() >= CHARS_MIN {
            add(bare, KeyKind::Derived);
        }
        let short = bare.trim_start_matches('0');
        if short.len() < bare.len() && short.len() >= CHARS_MIN {
            add(short, KeyKind::Derived);
        }
        if let Some(short) = with_short_year(&reference.text) {
            add(&fold_id(&short), KeyKind::Year);
        }
    }
    // The surest kind of a key stands first, and stays.
    keys.sort_unstable();
    keys.dedup_by(|again, first| again.0 == first.0);
    keys
}

/// "26-0042" of "2026-0042": the year is told by what sets it apart from the number.
fn with_short_year(text: &str) -> Option<String> {
    let runs = text.char_indices().filter(|(at, c)| {
        let before = text[..*at].chars().next_back();
        c.is_ascii_digit() && before.is_none_or(|c| !c.is_ascii_digit())
    });
    for (at, _) in runs {
        let year = text.get(at..at + 4).filter(|y| ("1980".."2080").contains(y));
        let mut behind = text.get(at + 4..).unwrap_or_default().chars();
        let apart = behind.next().is_some_and(|c| matches!(c, '-' | '/' | '.' | '_' | ' '));
        if year.is_some_and(|y| y.bytes().all(|b| b.is_ascii_digit()))
            && apart
            && behind.next().is_some_and(|c| c.is_ascii_digit())
        {
            return Some(format!("{}{}", &text[..at], &text[at + 2..]));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_that_stands_apart_may_be_short() {
        assert_eq!(with_short_year("2026-00694").as_deref(), Some("26-00694"));
        assert_eq!(with_short_year("RE 2025/042").as_deref(), Some("RE 25/042"));
        assert_eq!(with_short_year("2026069400"), None);
        assert_eq!(with_short_year("12026-069"), None);
    }
}
