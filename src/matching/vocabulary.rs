//! The words of all customers' names, and which of them a word may stand for: so that a name is held
//! against those that share something with it, and not against all.
//!
//! Invariant: a name that is left out has nothing in common with what was asked.

use super::names::word_likeness;
use super::near::letters;
use crate::base::turns::Pace;
use crate::base::{Groups, QuickMap, QuickSet};

/// What is known of all words together.
#[derive(Debug, Default)]
pub struct Vocabulary {
    /// Each word once, in order.
    words: Vec<String>,
    /// Names that hold each word, once for each time that they do.
    holders: Groups,
    /// The name of each place in `holders`.
    names: Vec<u32>,
    /// By letters in a word: the letters that it has, as bits, and its place in `words`.
    by_length: Vec<Vec<(u64, u32)>>,
}

/// Letters that two words must share at their beginning to have a stem.
const STEM_CHARS: usize = 3;

impl Vocabulary {
    pub async fn build(names: &[(u32, Vec<String>)], pace: &Pace) -> Vocabulary {
        let mut each: QuickSet<&str> = QuickSet::default();
        pace.each(names, |(_, words)| each.extend(words.iter().map(String::as_str))).await;
        let mut words: Vec<&str> = each.into_iter().collect();
        pace.sort(&mut words, Ord::cmp).await;
        let mut places: QuickMap<&str, u32> = QuickMap::default();
        pace.each(words.iter().zip(0..), |(word, at)| {
            places.insert(word, at);
        })
        .await;
        let (mut of, mut holding) = (Vec::new(), Vec::new());
        pace.each(names.iter().zip(0..), |((_, own), name): (_, u32)| {
            for word in own {
                of.extend(places.get(word.as_str()));
                holding.push(name);
            }
        })
        .await;
        let mut by_length: Vec<Vec<(u64, u32)>> = Vec::new();
        pace.each(words.iter().zip(0..), |(word, at)| {
            let length = word.chars().count();
            by_length.resize(by_length.len().max(length + 1), Vec::new());
            by_length[length].push((letters(word), at));
        })
        .await;
        let words: Vec<String> = words.into_iter().map(str::to_owned).collect();
        let holders = Groups::by(&of, words.len());
        Vocabulary { words, holders, names: holding, by_length }
    }

    pub fn word(&self, at: u32) -> &str {
        &self.words[at as usize]
    }

    /// Names that hold a word, once for each time that they do.
    pub fn names_with(&self, at: u32) -> impl Iterator<Item = u32> {
        self.holders.of(at).iter().map(|&place| self.names[place as usize])
    }

    /// Words that one may stand for, with how like they are.
    pub fn near(&self, asked: &str) -> Vec<(u32, u32)> {
        let mut places: Vec<u32> = Vec::new();
        let starts: Vec<usize> = asked.char_indices().map(|(at, _)| at).skip(1).collect();
        let beginnings = starts.iter().map(|&end| &asked[..end]);
        places.extend(beginnings.filter_map(|beginning| self.place(beginning)));
        let stem = starts.get(STEM_CHARS - 1).map_or(asked, |&end| &asked[..end]);
        let from = self.words.partition_point(|word| word.as_str() < stem);
        let same = self.words[from..].iter().take_while(|word| word.starts_with(stem)).count();
        places.extend(from as u32..(from + same) as u32);
        self.slipped(asked, starts.len() + 1, &mut places);
        places.sort_unstable();
        places.dedup();
        let likeness = |at: u32| (at, word_likeness(asked, self.word(at)));
        places.into_iter().map(likeness).filter(|(_, points)| *points > 0).collect()
    }

    /// Words as long as the one that was asked, give or take the slips that a word may have. A slip
    /// takes a letter away, or puts one in, or both.
    fn slipped(&self, asked: &str, length: usize, places: &mut Vec<u32>) {
        let own = letters(asked);
        for (other, words) in self.by_length.iter().enumerate() {
            let most = slips_max(length.max(other));
            if length.abs_diff(other) <= most {
                let near =
                    words.iter().filter(|(has, _)| (has ^ own).count_ones() as usize <= 2 * most);
                places.extend(near.map(|(_, at)| at));
            }
        }
    }

    fn place(&self, word: &str) -> Option<u32> {
        self.words.binary_search_by(|known| known.as_str().cmp(word)).ok().map(|at| at as u32)
    }
}

/// Slips that words of so many letters may be apart.
pub fn slips_max(long: usize) -> usize {
    1 + long / 6
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::turns::at_once;

    #[test]
    fn nothing_that_is_like_a_word_is_left_out() {
        let all = [
            "a",
            "ab",
            "abc",
            "northgate",
            "northgaet",
            "orthgate",
            "northern",
            "nord",
            "trading",
            "tradign",
            "trade",
            "한빛물류",
            "한빛물유",
            "poseiport",
            "poseiprot",
            "xylem",
            "logistics",
            "logistik",
            "logistcs",
            "ports",
        ];
        let names: Vec<(u32, Vec<String>)> = all
            .iter()
            .enumerate()
            .map(|(at, word)| (at as u32, vec![(*word).to_owned()]))
            .collect();
        let vocabulary = at_once(Vocabulary::build(&names, &Pace::at_once()));
        for asked in all {
            let near: Vec<(&str, u32)> =
                vocabulary.near(asked).iter().map(|&(at, p)| (vocabulary.word(at), p)).collect();
            let mut like: Vec<(&str, u32)> = all
                .iter()
                .map(|word| (*word, word_likeness(asked, word)))
                .filter(|(_, points)| *points > 0)
                .collect();
            like.sort_unstable();
            assert_eq!(near, like, "{asked}");
        }
    }
}
