//! References that were disturbed on the way: a digit lost, put in, swapped or read wrong, an end
//! cut off. Found by deletion neighbourhoods, so that the work grows with the number of keys and
//! not with its square. Never proof by itself.

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
    /// Hash and place of the key, in order: a dozen for each key, of which most are asked for never, so
    /// that one sorted run is less than a table of lists.
    variants: Vec<(u64, u32)>,
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
                index.variants.extend(variants(&key).into_iter().map(|hash| (hash, id)));
                index.keys.push((key, at as u32));
            }
        }
        index.variants.sort_unstable();
        index
    }

    fn holders(&self, hash: u64) -> &[(u64, u32)] {
        let from = self.variants.partition_point(|(known, _)| *known < hash);
        let rest = &self.variants[from..];
        &rest[..rest.iter().take_while(|(known, _)| *known == hash).count()]
    }

    /// Items with a key one slip away from the token, and that key; the token itself left out.
    pub fn near(&self, token: &str) -> Vec<(u32, &str)> {
        if !(CHARS_MIN..=CHARS_MAX).contains(&token.len()) {
            return Vec::new();
        }
        let mut ids: Vec<u32> = Vec::new();
        for hash in variants(token) {
            let found = self.holders(hash);
            if found.len() <= CROWD_MAX {
                ids.extend(found.iter().map(|(_, id)| id));
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

/// Hashes of the text and of everything that is left of it without one character: polynomials, so that
/// the one of a gap is put together from what stands before and behind it. Whoever meets another by
/// accident is told apart by a look at the texts.
fn variants(text: &str) -> Vec<u64> {
    const ODD: u64 = 0x9e37_79b9_7f4a_7c15;
    let add = |hash: u64, c: char| hash.wrapping_mul(ODD).wrapping_add(u64::from(c) + 1);
    let chars: Vec<char> = text.chars().collect();
    let whole = chars.iter().fold(0, |hash, &c| add(hash, c));
    let mut found = vec![whole];
    // From the end: what stands behind the gap, and the factor that moves what stands before it.
    let (mut behind, mut factor) = (0_u64, 1_u64);
    let before: Vec<u64> =
        chars.iter().scan(0, |hash, &c| Some(std::mem::replace(hash, add(*hash, c)))).collect();
    for (&c, &before) in chars.iter().zip(&before).rev() {
        found.push(before.wrapping_mul(factor).wrapping_add(behind));
        behind = (u64::from(c) + 1).wrapping_mul(factor).wrapping_add(behind);
        factor = factor.wrapping_mul(ODD);
    }
    found.sort_unstable();
    found.dedup();
    found
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
    long - short <= slips
        && letters_apart(token, key) <= slips
        && strsim::osa_distance(token, key) <= slips
}

/// Characters of one that the other lacks, whatever their order: never more than slips. Told many
/// times quicker than these, and two numbers that have nothing to do with each other seldom pass.
fn letters_apart(a: &str, b: &str) -> usize {
    if !a.is_ascii() || !b.is_ascii() {
        return 0;
    }
    let mut counts = [0_i32; 128];
    a.bytes().for_each(|byte| counts[usize::from(byte)] += 1);
    b.bytes().for_each(|byte| counts[usize::from(byte)] -= 1);
    let more: i32 = counts.iter().copied().filter(|count| *count > 0).sum();
    let fewer: i32 = counts.iter().copied().filter(|count| *count < 0).sum();
    more.max(-fewer).unsigned_abs() as usize
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
        assert_eq!(letters_apart("324743155", "3247431550"), 1);
        assert_eq!(letters_apart("12345678", "21345687"), 0);
    }
}
