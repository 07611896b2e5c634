//! References that were disturbed on the way: a digit lost, put in, swapped or read wrong, an end
//! cut off. Found by deletion neighbourhoods, so that the work grows with the number of keys and
//! not with its square. Never proof by itself.

use std::collections::HashMap;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};

use super::item::Item;
use super::reference::{KeyKind, keys};

/// Shorter ones have too many neighbours.
const CHARS_MIN: usize = 6;
const CHARS_MAX: usize = 40;
/// Keys that share a neighbour beyond this many tell nothing.
const CROWD_MAX: usize = 64;
/// A cut number keeps at least this share of itself, in percent.
const KEPT_PERCENT: usize = 60;

/// Own keys under the hashes of what is left when one character is lost.
#[derive(Debug, Default)]
pub struct NearIndex {
    keys: Vec<(String, u32)>,
    variants: HashMap<u64, Vec<u32>>,
}

impl NearIndex {
    pub fn build(items: &[Item]) -> NearIndex {
        let mut index = NearIndex::default();
        for (at, item) in items.iter().enumerate() {
            for (key, kind) in keys(item) {
                if kind != KeyKind::Own || !(CHARS_MIN..=CHARS_MAX).contains(&key.len()) {
                    continue;
                }
                let id = index.keys.len() as u32;
                for hash in variants(&key) {
                    let slot = index.variants.entry(hash).or_default();
                    if slot.len() <= CROWD_MAX && slot.last() != Some(&id) {
                        slot.push(id);
                    }
                }
                index.keys.push((key, at as u32));
            }
        }
        index
    }

    /// Items with a key one slip away from the token, and that key; the token itself left out.
    pub fn near(&self, token: &str) -> Vec<(u32, &str)> {
        if !(CHARS_MIN..=CHARS_MAX).contains(&token.len()) {
            return Vec::new();
        }
        let mut ids: Vec<u32> = Vec::new();
        for hash in variants(token) {
            if let Some(found) = self.variants.get(&hash).filter(|f| f.len() <= CROWD_MAX) {
                ids.extend(found);
            }
        }
        ids.sort_unstable();
        ids.dedup();
        let keys = ids.into_iter().map(|id| &self.keys[id as usize]);
        keys.filter(|(key, _)| key != token && alike(token, key))
            .map(|(key, item)| (*item, key.as_str()))
            .collect()
    }
}

/// The text and everything that is left of it without one character.
fn variants(text: &str) -> Vec<u64> {
    let chars: Vec<char> = text.chars().collect();
    let mut found = vec![hash(chars.iter())];
    for gone in 0..chars.len() {
        found.push(hash(chars.iter().enumerate().filter(|(at, _)| *at != gone).map(|(_, c)| c)));
    }
    found.sort_unstable();
    found.dedup();
    found
}

fn hash<'c>(chars: impl Iterator<Item = &'c char>) -> u64 {
    let mut hasher = DefaultHasher::new();
    chars.for_each(|c| c.hash(&mut hasher));
    hasher.finish()
}

/// Whether a token may be a disturbed key: a few slips for its length, or one end cut off.
pub fn alike(token: &str, key: &str) -> bool {
    let (short, long) = (token.len().min(key.len()), token.len().max(key.len()));
    if short < CHARS_MIN - 1 || token == key {
        return token == key;
    }
    let cut = token.len() < key.len() && (key.starts_with(token) || key.ends_with(token));
    if cut && token.len() * 100 >= key.len() * KEPT_PERCENT {
        return true;
    }
    let slips = slips_max(long);
    long - short <= slips && strsim::osa_distance(token, key) <= slips
}

fn slips_max(chars: usize) -> usize {
    match chars {
        0..8 => 1,
        8..12 => 2,
        _ => 3,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_slip_and_cut_ends() {
        for token in ["324743155", "32474315050", "3247435150", "3247431551", "247431550"] {
            assert!(alike(token, "3247431550"), "{token}");
        }
        assert!(!alike("9147431999", "3247431550"));
        assert!(!alike("1814", "181499"));
    }
}
