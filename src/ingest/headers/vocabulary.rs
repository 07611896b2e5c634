//! The dictionary as it is looked up: each word of [`super::synonyms`] normalised once, by what it
//! compares as and by its first token. Knows no header of a sheet.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use super::normalise::{NUMBER, normalise};
use super::score::{Match, TRAP, VAGUE};
use super::synonyms::{GROUPS, Sense};
use crate::ingest::Why;

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Strength {
    Trap,
    Vague,
    Plain,
}

pub(super) struct Entry {
    pub sense: Sense,
    pub strength: Strength,
    pub tokens: Vec<String>,
    pub compact: String,
}

impl Entry {
    /// What a header says that is this word.
    pub fn named(&self, score: u16, id: bool) -> Match {
        let score = match self.strength {
            Strength::Plain => score,
            Strength::Vague => score.min(VAGUE),
            Strength::Trap => score.min(TRAP),
        };
        let why = if id { Why::HeaderKey } else { Why::Header };
        Match { sense: self.sense, score, why, vague: self.strength != Strength::Plain }
    }
}

pub(super) struct Vocabulary {
    pub entries: Vec<Entry>,
    /// Entries by what they compare as.
    pub exact: BTreeMap<String, Vec<usize>>,
    /// Entries by their first token.
    first: BTreeMap<String, Vec<usize>>,
}

impl Vocabulary {
    /// The words that compare as this header does, those of the same tokens if there are any: "Date
    /// déchargement" is written like "Date de chargement" once its blanks are gone.
    pub fn exactly(&self, tokens: &[String]) -> Vec<&Entry> {
        let alike = self.exact.get(&tokens.concat()).into_iter().flatten();
        let alike: Vec<&Entry> = alike.map(|&at| &self.entries[at]).collect();
        let same: Vec<&Entry> = alike.iter().copied().filter(|e| e.tokens == tokens).collect();
        if same.is_empty() { alike } else { same }
    }

    /// Entries whose first token stands in the header; no other can be covered by it.
    pub fn near<'v>(&'v self, header: &BTreeSet<&'v str>) -> impl Iterator<Item = &'v Entry> {
        let at = header.iter().filter_map(|token| self.first.get(*token)).flatten();
        at.map(|&at| &self.entries[at])
    }
}

/// Makes the dictionary ready while nobody waits. Otherwise it is made when it is first asked: all its
/// words are taken apart, which is most of the time that the first small file takes.
pub fn prepare() {
    vocabulary();
}

pub(super) fn vocabulary() -> &'static Vocabulary {
    static VOCABULARY: OnceLock<Vocabulary> = OnceLock::new();
    VOCABULARY.get_or_init(|| {
        let (mut entries, mut shorter): (Vec<Entry>, Vec<Entry>) = Default::default();
        for synonyms in GROUPS.iter().copied().flatten() {
            let vague = synonyms.vague.iter().copied().map(|w| (w, Strength::Vague));
            let trap = synonyms.trap.iter().copied().map(|w| (w, Strength::Trap));
            let plain = synonyms.plain().map(|w| (w, Strength::Plain));
            for (word, strength) in plain.chain(vague).chain(trap) {
                let normal = normalise(word);
                let (compact, sense) = (normal.compact(), synonyms.sense);
                let tokens: Vec<String> = normal.tokens.into_iter().chain(normal.aside).collect();
                shorter.extend(without_articles(&tokens, sense, strength));
                entries.push(Entry { sense, strength, tokens, compact });
            }
        }
        // What somebody wrote into the dictionary is not what a longer word leaves.
        let written: BTreeSet<Vec<String>> = entries.iter().map(|e| e.tokens.clone()).collect();
        entries.extend(shorter.into_iter().filter(|e| !written.contains(&e.tokens)));
        let mut exact: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        let mut first: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (at, entry) in entries.iter().enumerate() {
            exact.entry(entry.compact.clone()).or_default().push(at);
            if let Some(token) = entry.tokens.first() {
                first.entry(token.clone()).or_default().push(at);
            }
        }
        Vocabulary { entries, exact, first }
    })
}

/// "Tipo de comprobante" is written "Tipo comprobante" as well.
fn without_articles(tokens: &[String], sense: Sense, strength: Strength) -> Option<Entry> {
    const ARTICLES: [&str; 9] = ["de", "la", "le", "les", "des", "du", "del", "el", "of"];
    let is_article = |token: &String| ARTICLES.contains(&token.as_str());
    // "Number of pieces" counts them, "N° pièce" numbers a voucher.
    let counts = tokens.iter().any(|token| token == NUMBER);
    let rest: Vec<String> = tokens.iter().filter(|token| !is_article(token)).cloned().collect();
    let shorter = (2..tokens.len()).contains(&rest.len()) && !counts;
    shorter.then(|| Entry { sense, strength, compact: rest.concat(), tokens: rest })
}
