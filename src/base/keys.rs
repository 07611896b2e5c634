//! Look-ups by text: numbers as files write them, folded once and counted through.
//!
//! Not a cache: what is not put in is not found. Numbers stand in the order of their folded texts
//! once they are sorted, whatever the order of the rows was.

use std::collections::{HashMap, HashSet};
use std::hash::BuildHasher;

use hashbrown::HashTable;
use rustc_hash::FxBuildHasher;

use super::fold_id;

/// For maps whose keys come from files and whose order never shows: many times quicker than the
/// standard hasher, which guards servers against chosen keys.
pub type QuickMap<K, V> = HashMap<K, V, FxBuildHasher>;
pub type QuickSet<K> = HashSet<K, FxBuildHasher>;

/// Texts, each once, counted through: a position takes four bytes wherever the text stands.
#[derive(Clone, Debug, Default)]
pub struct Texts {
    /// All texts in a row; each ends where `ends` says.
    all: String,
    ends: Vec<u32>,
    places: HashTable<u32>,
}

/// Identifiers without their spelling: texts folded as numbers are.
#[derive(Clone, Debug, Default)]
pub struct Numbers(Texts);

/// Stands for "no number" in lists of positions.
pub const NO_NUMBER: u32 = u32::MAX;

impl Texts {
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    pub fn get(&self, at: u32) -> &str {
        text_at(&self.all, &self.ends, at)
    }

    /// Makes room for so many more.
    pub fn reserve(&mut self, more: usize) {
        self.ends.reserve(more);
        let Texts { all, ends, places } = self;
        places.reserve(more, |&at| hash(text_at(all, ends, at)));
    }

    /// The position of a text, which gets one if it has none.
    pub fn put(&mut self, text: &str) -> u32 {
        let hash = hash(text);
        if let Some(&known) = self.places.find(hash, |&at| self.get(at) == text) {
            return known;
        }
        let at = self.ends.len() as u32;
        self.all.push_str(text);
        self.ends.push(self.all.len() as u32);
        let Texts { all, ends, places } = self;
        places.insert_unique(hash, at, |&at| self::hash(text_at(all, ends, at)));
        at
    }

    pub fn find(&self, text: &str) -> Option<u32> {
        self.places.find(hash(text), |&at| self.get(at) == text).copied()
    }

    /// Brings the texts into their order; answers with the new position of each.
    pub fn sort(&mut self) -> Vec<u32> {
        let mut order: Vec<u32> = (0..self.len() as u32).collect();
        if order.is_sorted_by_key(|&at| self.get(at)) {
            return order;
        }
        order.sort_unstable_by(|&a, &b| self.get(a).cmp(self.get(b)));
        let mut sorted = Texts {
            all: String::with_capacity(self.all.len()),
            ends: Vec::with_capacity(self.len()),
            places: HashTable::with_capacity(self.len()),
        };
        let mut moved = vec![0; self.len()];
        for (to, &from) in order.iter().enumerate() {
            moved[from as usize] = to as u32;
            sorted.put(self.get(from));
        }
        *self = sorted;
        moved
    }
}

impl Numbers {
    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The folded text at a position.
    pub fn text(&self, at: u32) -> &str {
        self.0.get(at)
    }

    /// Makes room for so many more: a table that grows looks every text up again.
    pub fn reserve(&mut self, more: usize) {
        self.0.reserve(more);
    }

    /// The position of a number, which gets one if it has none.
    pub fn put(&mut self, no: &str) -> u32 {
        with_folded_id(no, |folded| self.0.put(folded))
    }

    pub fn find(&self, no: &str) -> Option<u32> {
        if self.is_empty() { None } else { with_folded_id(no, |folded| self.0.find(folded)) }
    }

    /// Brings the numbers into the order of their folded texts; answers with the new position of
    /// each.
    pub fn sort(&mut self) -> Vec<u32> {
        self.0.sort()
    }
}

fn text_at<'t>(all: &'t str, ends: &[u32], at: u32) -> &'t str {
    let at = at as usize;
    let from = at.checked_sub(1).map_or(0, |before| ends[before] as usize);
    &all[from..ends[at] as usize]
}

fn hash(text: &str) -> u64 {
    FxBuildHasher.hash_one(text)
}

/// [`fold_id`] without a text of its own where only a look-up is wanted.
fn with_folded_id<T>(no: &str, then: impl FnOnce(&str) -> T) -> T {
    let mut short = [0_u8; 48];
    if no.is_ascii() && no.len() <= short.len() {
        let mut len = 0;
        for byte in no.bytes().filter(u8::is_ascii_alphanumeric) {
            short[len] = byte.to_ascii_uppercase();
            len += 1;
        }
        if let Ok(folded) = std::str::from_utf8(&short[..len]) {
            return then(folded);
        }
    }
    then(&fold_id(no))
}

/// Positions by number: two flat lists, however many groups there are.
#[derive(Clone, Debug, Default)]
pub struct Groups {
    /// Where each group ends in `members`.
    ends: Vec<u32>,
    members: Vec<u32>,
}

impl Groups {
    /// `of` has the group of each member, [`NO_NUMBER`] for none; members keep their order.
    pub fn by(of: &[u32], groups: usize) -> Groups {
        let mut ends = vec![0_u32; groups];
        for &group in of.iter().filter(|&&group| group != NO_NUMBER) {
            ends[group as usize] += 1;
        }
        let mut start = 0;
        for end in &mut ends {
            (start, *end) = (start + *end, start);
        }
        let mut members = vec![0_u32; start as usize];
        for (member, &group) in of.iter().enumerate().filter(|(_, group)| **group != NO_NUMBER) {
            let next = &mut ends[group as usize];
            members[*next as usize] = member as u32;
            *next += 1;
        }
        Groups { ends, members }
    }

    /// The members of a group; none for a number that is in no group.
    pub fn of(&self, group: u32) -> &[u32] {
        let at = group as usize;
        let Some(&end) = self.ends.get(at) else { return &[] };
        let from = at.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.members[from as usize..end as usize]
    }

    /// Every group that has members, in order.
    pub fn iter(&self) -> impl Iterator<Item = &[u32]> {
        (0..self.ends.len() as u32).map(|group| self.of(group)).filter(|group| !group.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_number_however_it_is_written() {
        let mut numbers = Numbers::default();
        let job = numbers.put("job-7");
        assert_eq!(numbers.put("JOB 7"), job);
        assert_eq!(numbers.put("ＪＯＢ７"), job);
        assert_ne!(numbers.put("ÄB-1"), job);
        assert_eq!(numbers.find("Job/7"), Some(job));
        assert_eq!(numbers.find("job-8"), None);
        let long = "x".repeat(100);
        assert_eq!(numbers.put(&long), numbers.put(&long.to_uppercase()));
    }

    #[test]
    fn sorted_by_text_and_grouped_in_order() {
        let mut numbers = Numbers::default();
        let rows = ["b", "a", "b", "c"].map(|no| numbers.put(no));
        let moved = numbers.sort();
        assert_eq!((0..3).map(|at| numbers.text(at)).collect::<Vec<_>>(), ["A", "B", "C"]);
        let rows: Vec<u32> = rows.iter().map(|&at| moved[at as usize]).chain([NO_NUMBER]).collect();
        let groups = Groups::by(&rows, numbers.len());
        assert_eq!(groups.iter().collect::<Vec<_>>(), [&[1][..], &[0, 2], &[3]]);
        assert_eq!(groups.of(NO_NUMBER), [0; 0]);
        assert_eq!(numbers.find("C"), Some(2));
    }
}
