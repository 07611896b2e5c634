//! References that were disturbed on the way: a digit lost, put in, swapped or read wrong, an end
//! cut off. Found by deletion neighbourhoods, so that the work grows with the number of keys and
//! not with its square. Never proof by itself.

use super::reference::{KeyIndex, Lengths};
use crate::base::turns::Pace;

/// Shorter ones have too many neighbours.
const CHARS_MIN: usize = 6;
const CHARS_MAX: usize = 40;
/// Keys that share a neighbour beyond this many tell nothing.
const CROWD_MAX: usize = 64;
/// A cut number keeps at least this share of itself, in percent.
const KEPT_PERCENT: usize = 60;
/// Work of the variants of one key, beyond that of a row.
const VARIANTS: u64 = 16;

/// Own keys under the hashes of what is left when one character is lost.
#[derive(Debug)]
pub struct NearIndex<'k> {
    index: &'k KeyIndex,
    /// Places of keys in the index, and the items that have them.
    keys: Vec<(u32, u32)>,
    /// The rest of a hash and the place of its key, by the first bits of the hash: a dozen for each
    /// key, of which most are asked for never, so that flat runs are less than a table of lists.
    variants: Vec<(u32, u32)>,
    /// Where each run ends.
    ends: Vec<u32>,
    /// How many characters the keys have: with one slip a text has one more or less at the most.
    chars: Lengths,
}

impl<'k> NearIndex<'k> {
    pub async fn build(index: &'k KeyIndex, items: usize, pace: &Pace) -> NearIndex<'k> {
        let fits = |key: &str| (CHARS_MIN..=CHARS_MAX).contains(&key.len());
        let own = |item: u32| {
            let fitting = index.own_keys(item).filter(move |(_, key)| fits(key));
            fitting.map(move |(place, _)| (place, item))
        };
        let mut keys: Vec<(u32, u32)> = Vec::new();
        pace.each(0..items as u32, |item| keys.extend(own(item))).await;
        let mut chars = Lengths::default();
        let mut letters = 0;
        pace.each(&keys, |(key, _)| {
            chars.add(index.key(*key).chars().count());
            letters += index.key(*key).len() + 1;
        })
        .await;
        let mut near = NearIndex { index, keys, variants: Vec::new(), ends: Vec::new(), chars };
        near.fill(letters, pace).await;
        near
    }

    /// Looked at twice, so that the runs lie in one piece: first how long they are, then what is in
    /// them.
    async fn fill(&mut self, letters: usize, pace: &Pace) {
        let runs = letters.next_power_of_two();
        self.ends = vec![0; runs];
        let (index, ends) = (self.index, &mut self.ends);
        pace.each(&self.keys, |(key, _)| {
            pace.spend(VARIANTS);
            each_variant(index.key(*key), |hash| ends[run(hash, runs)] += 1);
        })
        .await;
        let mut start = 0;
        for end in &mut self.ends {
            (start, *end) = (start + *end, start);
        }
        self.variants = vec![(0, 0); start as usize];
        let (ends, variants) = (&mut self.ends, &mut self.variants);
        pace.each(self.keys.iter().zip(0..), |((key, _), id)| {
            pace.spend(VARIANTS);
            each_variant(index.key(*key), |hash| {
                let next = &mut ends[run(hash, runs)];
                variants[*next as usize] = (rest(hash), id);
                *next += 1;
            });
        })
        .await;
    }

    fn holders(&self, hash: u64) -> impl Iterator<Item = u32> {
        let run = run(hash, self.ends.len());
        let from = run.checked_sub(1).map_or(0, |before| self.ends[before]);
        let run = &self.variants[from as usize..self.ends[run] as usize];
        run.iter().filter(move |(known, _)| *known == rest(hash)).map(|(_, id)| *id)
    }

    /// Items with a key one slip away from the token, that key, and how far it is; the token itself
    /// left out.
    pub fn near(&self, token: &str) -> Vec<(u32, &'k str, u8)> {
        let chars = token.chars().count();
        let is_near = (chars.saturating_sub(1)..=chars + 1).any(|chars| self.chars.has(chars));
        if !is_near || !(CHARS_MIN..=CHARS_MAX).contains(&token.len()) {
            return Vec::new();
        }
        let mut ids: Vec<u32> = Vec::new();
        each_variant(token, |hash| {
            if self.holders(hash).count() <= CROWD_MAX {
                ids.extend(self.holders(hash));
            }
        });
        ids.sort_unstable();
        ids.dedup();
        let all = ids.into_iter().map(|id| self.keys[id as usize]);
        let keys = all.map(|(key, item)| (self.index.key(key), item));
        let others = keys.filter(|(key, _)| *key != token);
        others.filter_map(|(key, item)| Some((item, key, slips(token, key)?))).collect()
    }
}

/// Runs are a power of two; the upper bits of such a hash are the better mixed ones.
fn run(hash: u64, runs: usize) -> usize {
    (hash >> 32) as usize & (runs - 1)
}

fn rest(hash: u64) -> u32 {
    hash as u32
}

/// Hashes of the text and of everything that is left of it without one character: polynomials, so that
/// the one of a gap is put together from what stands before and behind it. Whoever meets another by
/// accident is told apart by a look at the texts.
fn each_variant(text: &str, mut take: impl FnMut(u64)) {
    const ODD: u64 = 0x9e37_79b9_7f4a_7c15;
    let add = |hash: u64, c: char| hash.wrapping_mul(ODD).wrapping_add(u64::from(c) + 1);
    let mut before = [0_u64; CHARS_MAX];
    let mut whole = 0;
    for (c, before) in text.chars().zip(&mut before) {
        *before = whole;
        whole = add(whole, c);
    }
    take(whole);
    // From the end: what stands behind the gap, and the factor that moves what stands before it.
    let (mut behind, mut factor) = (0_u64, 1_u64);
    let mut last = None;
    let chars = text.chars().count().min(CHARS_MAX);
    for (c, &before) in text.chars().rev().zip(before[..chars].iter().rev()) {
        // Of two equal characters side by side it is the same which one is lost.
        if last != Some(c) {
            take(before.wrapping_mul(factor).wrapping_add(behind));
        }
        last = Some(c);
        behind = (u64::from(c) + 1).wrapping_mul(factor).wrapping_add(behind);
        factor = factor.wrapping_mul(ODD);
    }
}

/// Whether a token may be a disturbed key: a few slips for its length, or one end cut off.
pub fn alike(token: &str, key: &str) -> bool {
    slips(token, key).is_some()
}

/// How far a token is from the key that it may be.
pub fn slips(token: &str, key: &str) -> Option<u8> {
    let (short, long) = (token.len().min(key.len()), token.len().max(key.len()));
    if token == key {
        return Some(0);
    }
    if short < CHARS_MIN - 1 {
        return None;
    }
    if is_cut(token, key) && token.len() * 100 >= key.len() * KEPT_PERCENT {
        return Some(1);
    }
    let most = slips_max(long);
    if long - short > most || letters_apart(token, key) > most {
        return None;
    }
    let found = strsim::osa_distance(token, key);
    (found <= most).then_some(found as u8)
}

/// The token is the beginning or the end of the key.
pub fn is_cut(token: &str, key: &str) -> bool {
    token.len() < key.len() && (key.starts_with(token) || key.ends_with(token))
}

/// The token as it would be with figures for the letters that are read for them (O, I, S, B, Z):
/// behind the letters in front, and all of it. Only what then holds nothing but figures.
pub fn read_as_digits(token: &str) -> Vec<String> {
    let digit = |c: char| match c {
        'O' | 'Q' => '0',
        'I' | 'L' => '1',
        'Z' => '2',
        'S' => '5',
        'B' => '8',
        c => c,
    };
    let front = token.len() - token.trim_start_matches(|c: char| c.is_ascii_alphabetic()).len();
    let mut found = Vec::new();
    for kept in [front, 0] {
        let (letters, rest) = token.split_at(kept);
        let read: String = rest.chars().map(digit).collect();
        let whole = read.len() >= CHARS_MIN && read.bytes().all(|b| b.is_ascii_digit());
        let text = format!("{letters}{read}");
        if whole && text != token && !found.contains(&text) {
            found.push(text);
        }
    }
    found
}

/// The letters that a text has, as bits: what two texts differ in here they differ in for certain.
pub fn letters(text: &str) -> u64 {
    text.chars().fold(0, |all, c| all | 1 << (u32::from(c) % 64))
}

/// Whether a token with these letters may be a key with those: no slip takes away more than one.
pub fn may_be(token: u64, key: u64) -> bool {
    let (more, fewer) = (token & !key, key & !token);
    // A cut end has nothing of its own, however much it lacks.
    more == 0 || (more.count_ones() as usize).max(fewer.count_ones() as usize) <= SLIPS_MAX
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

/// Slips in the longest of texts.
const SLIPS_MAX: usize = 3;

fn slips_max(chars: usize) -> usize {
    match chars {
        0..8 => 1,
        8..12 => 2,
        _ => SLIPS_MAX,
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
        assert_eq!(slips("3247431551", "3247431550"), Some(1));
    }

    #[test]
    fn letters_that_are_read_for_figures() {
        assert_eq!(read_as_digits("INV1O000S"), ["INV100005"]);
        assert_eq!(read_as_digits("2SO0973839"), ["2500973839"]);
        assert_eq!(read_as_digits("B3790B3330"), ["B379083330", "8379083330"]);
        assert!(read_as_digits("324743155").is_empty());
    }
}
