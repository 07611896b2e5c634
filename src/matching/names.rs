//! Names of companies: legal forms put aside, words weighed by how rare they are among the
//! customers, and compared by words, by letters and as beginnings that a bank cut off.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;

use super::abbreviated::Abbreviations;
use super::families::Families;
use super::vocabulary::{Vocabulary, slips_max};
use crate::base::turns::Pace;
use crate::base::{QuickMap, fold_word};

/// Legal forms in six languages, folded; they stand in a name and identify nobody.
const LEGAL_FORMS: &[&str] = &[
    "inc",
    "incorporated",
    "ltd",
    "limited",
    "llc",
    "llp",
    "lp",
    "plc",
    "corp",
    "corporation",
    "co",
    "company",
    "pte",
    "pty",
    "gmbh",
    "ag",
    "kg",
    "ohg",
    "ug",
    "se",
    "mbh",
    "ev",
    "sarl",
    "sas",
    "sasu",
    "sa",
    "snc",
    "eurl",
    "sl",
    "slu",
    "srl",
    "spa",
    "cv",
    "rl",
    "lda",
    "ltda",
    "bv",
    "nv",
    "ab",
    "as",
    "oy",
    "aps",
    "kk",
    "sro",
    "kft",
    "und",
    "and",
    "et",
    "y",
    "the",
];
/// The same where words are not set apart.
const LEGAL_FORMS_GLUED: &[&str] = &[
    "주식회사",
    "유한회사",
    "유한책임회사",
    "합자회사",
    "㈜",
    "(주)",
    "（주）",
    "㈲",
    "(유)",
    "股份有限公司",
    "有限责任公司",
    "有限公司",
    "集团",
    "株式会社",
    "有限会社",
    "合同会社",
];
/// Letters of a cut name that still tell: banks cut at 18, 27 or 35.
const CUT_CHARS_MIN: usize = 10;
/// Letters that one sign of Chinese or one Korean syllable is worth.
const SIGN_CHARS: usize = 5;
/// Points out of 1,000.
const WHOLE: u32 = 1_000;
const CUT: u32 = 900;
/// Likeness from which a name is taken for another, and its lead over the runner-up.
pub const TAKE: u32 = 780;
pub const LEAD: u32 = 120;
/// Work of taking one name apart, beyond that of a row.
const NAME: u64 = 48;

/// A name without what identifies nobody: its words, in order.
pub fn words(name: &str) -> Vec<String> {
    let mut text = name.to_owned();
    if !text.is_ascii() {
        for form in LEGAL_FORMS_GLUED {
            if text.contains(form) {
                text = text.replace(form, " ");
            }
        }
        text = text.nfkc().collect();
    }
    // "S.A. de C.V.", "S.p.A.": letters with points between are one word.
    text.retain(|c| !matches!(c, '.' | '\'' | '’'));
    let folded = fold_word(&text);
    let all = || folded.split(' ').filter(|word| !word.is_empty());
    let kept: Vec<String> =
        all().filter(|word| !LEGAL_FORMS.contains(word)).map(str::to_owned).collect();
    if kept.is_empty() { all().map(str::to_owned).collect() } else { kept }
}

/// How banks write letters that their fields lack: "Mueller" and "Weisshaupt" of "Müller" and "Weißhaupt".
/// Without accents alone a name is compared anyway; one that has no such letter has no other spelling.
pub fn spellings(name: &str) -> Vec<String> {
    if name.is_ascii() {
        return Vec::new();
    }
    let composed: String = name.nfc().collect();
    let spelt = |as_written: bool| -> String {
        let letter = |c: char| match (c.to_lowercase().next().unwrap_or(c), as_written) {
            ('ä', true) | ('æ', _) => Some("ae"),
            ('ö', true) | ('œ', true) | ('ø', true) => Some("oe"),
            ('ü', true) => Some("ue"),
            ('å', true) => Some("aa"),
            ('ø', false) => Some("o"),
            ('œ', false) => Some("oe"),
            ('ß', _) => Some("ss"),
            ('ł', _) => Some("l"),
            ('đ', _) => Some("d"),
            _ => None,
        };
        let mut out = String::with_capacity(composed.len());
        composed.chars().for_each(|c| match letter(c) {
            Some(plain) => out.push_str(plain),
            None => out.push(c),
        });
        out
    };
    let mut all = vec![spelt(true), spelt(false)];
    all.dedup();
    all.retain(|other| *other != composed);
    all
}

/// All its words, legal forms among them.
pub(super) fn raw_words(name: &str) -> Vec<String> {
    let mut text = name.to_owned();
    text.retain(|c| !matches!(c, '.' | '\'' | '’'));
    fold_word(&text).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// The words as one key for exact comparison.
pub fn key(name: &str) -> String {
    words(name).join(" ")
}

/// The names of all customers, with how many customers use each word.
#[derive(Debug, Default)]
pub struct Directory {
    names: Vec<(u32, Vec<String>)>,
    uses: QuickMap<String, u32>,
    /// Places in `names` under the rarest word of each: where it stands whole, that word stands.
    by_rarest: QuickMap<String, Vec<u32>>,
    by_initials: QuickMap<String, BTreeSet<u32>>,
    by_key: QuickMap<String, Vec<u32>>,
    /// Places in `names`, in the order of the whole names, for beginnings.
    in_order: Vec<u32>,
    whole: Vec<String>,
    /// All words of each name by weight.
    weights: Vec<u32>,
    vocabulary: Vocabulary,
    families: Families,
    abbreviations: Abbreviations,
}

/// A customer that a name is like, with the runner-up.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Like {
    pub customer: u32,
    pub points: u32,
    pub second: u32,
}

impl Directory {
    pub async fn build<'n>(names: impl Iterator<Item = (u32, &'n str)>, pace: &Pace) -> Directory {
        let mut directory = Directory::default();
        pace.each(names, |(customer, name)| {
            pace.spend(NAME);
            directory.put(customer, name, &[]);
            let own = words(name);
            spellings(name).iter().for_each(|other| directory.put(customer, other, &own));
        })
        .await;
        let (all, by_rarest) = (&directory.names, &mut directory.by_rarest);
        pace.each(all.iter().zip(0..), |((_, words), at): (_, u32)| {
            let letters: usize = words.iter().map(|word| letters(word)).sum();
            let rarest = words.iter().min_by_key(|word| directory.uses.get(*word));
            if let Some(rarest) = rarest.filter(|_| letters >= CUT_CHARS_MIN) {
                by_rarest.entry(rarest.clone()).or_default().push(at);
            }
        })
        .await;
        directory.families = Families::build(&directory.names, pace).await;
        directory.vocabulary = Vocabulary::build(&directory.names, pace).await;
        let (mut weights, mut whole) = (Vec::new(), Vec::new());
        pace.each(&directory.names, |(_, own)| {
            weights.push(directory.weigh(own));
            whole.push(own.join(" "));
        })
        .await;
        let mut in_order: Vec<u32> = (0..whole.len() as u32).collect();
        pace.sort(&mut in_order, |&a, &b| whole[a as usize].cmp(&whole[b as usize])).await;
        (directory.weights, directory.in_order, directory.whole) = (weights, in_order, whole);
        directory
    }

    /// Words that another spelling of the same name has are counted once.
    fn put(&mut self, customer: u32, name: &str, counted: &[String]) {
        let words = words(name);
        if words == counted {
            return;
        }
        for word in words.iter().filter(|word| !counted.contains(word)) {
            *self.uses.entry(word.clone()).or_default() += 1;
        }
        self.abbreviations.put(customer, name);
        for initials in initials(name) {
            self.by_initials.entry(initials).or_default().insert(customer);
        }
        let same = self.by_key.entry(words.join(" ")).or_default();
        if !same.contains(&customer) {
            same.push(customer);
        }
        self.names.push((customer, words));
    }

    /// The one customer whose name this is with every word cut short.
    pub fn abbreviated(&self, name: &str) -> Option<u32> {
        self.abbreviations.of(name)
    }

    /// The one customer with exactly this name, legal forms aside.
    pub fn exact(&self, name: &str) -> Option<u32> {
        match self.by_key.get(&key(name)).map(Vec::as_slice) {
            Some([one]) => Some(*one),
            _ => None,
        }
    }

    /// The one customer whose name stands whole in a longer text, or whose initials are a word of
    /// it ("ACH RFS", "PRE").
    pub fn within(&self, text: &str) -> Option<u32> {
        let asked: BTreeSet<String> = words(text).into_iter().collect();
        let named: BTreeSet<u32> = self.all_within(&asked).map(|(customer, _)| *customer).collect();
        let found = match named.len() {
            0 => {
                let by = asked.iter().filter_map(|word| self.by_initials.get(word));
                by.flatten().copied().collect()
            }
            _ => named,
        };
        found.first().copied().filter(|_| found.len() == 1)
    }

    /// Whether the words of a customer's name, two at least, stand one behind the other in a text.
    pub fn is_spelt_in(&self, customer: u32, text: &str) -> bool {
        let read = words(text);
        let asked: BTreeSet<String> = read.iter().cloned().collect();
        self.all_within(&asked).any(|(named, known)| {
            *named == customer && known.len() > 1 && read.windows(known.len()).any(|w| w == known)
        })
    }

    /// Names of which all words are among these.
    fn all_within<'d>(
        &'d self,
        asked: &'d BTreeSet<String>,
    ) -> impl Iterator<Item = &'d (u32, Vec<String>)> {
        let places = asked.iter().filter_map(|word| self.by_rarest.get(word)).flatten();
        let near = places.map(|&at| &self.names[at as usize]);
        near.filter(|(_, known)| known.iter().all(|word| asked.contains(word)))
    }

    /// The customer whose name is most like this one.
    pub fn like(&self, name: &str) -> Option<Like> {
        let ranked = self.ranked(name);
        let (points, customer) = ranked.first().copied()?;
        let second = ranked.get(1).map_or(0, |&(points, _)| points);
        (points >= TAKE && points - second >= LEAD).then_some(Like { customer, points, second })
    }

    /// Every customer whose name has anything in common with this one, the most like first.
    fn ranked(&self, name: &str) -> Vec<(u32, u32)> {
        let asked = words(name);
        let mut best: QuickMap<u32, u32> = QuickMap::default();
        let mut shared: QuickMap<u32, u32> = QuickMap::default();
        for (word, points) in self.near_words(&asked) {
            let points = 2 * self.weight(self.vocabulary.word(word)) * points;
            for at in self.vocabulary.names_with(word) {
                *shared.entry(at).or_default() += points;
            }
        }
        let own = self.weigh(&asked);
        let cut = self.cut(&asked.join(" "));
        let by_words = shared.into_iter().filter(|(at, _)| !cut.contains_key(at));
        let by_words = by_words.map(|(at, shared)| {
            let total = own + self.weights[at as usize];
            (at, shared.checked_div(total).unwrap_or(0).min(WHOLE - 1))
        });
        for (at, points) in by_words.chain(cut.iter().map(|(&at, &points)| (at, points))) {
            let slot = best.entry(self.names[at as usize].0).or_default();
            *slot = points.max(*slot);
        }
        let mut ranked: Vec<(u32, u32)> = best.into_iter().map(|(c, p)| (p, c)).collect();
        ranked.sort_unstable_by(|a, b| b.cmp(a));
        ranked
    }

    /// The words of names that any of these may stand for, as like as the most like.
    fn near_words(&self, asked: &[String]) -> Vec<(u32, u32)> {
        let mut near: Vec<(u32, u32)> =
            asked.iter().flat_map(|word| self.vocabulary.near(word)).collect();
        near.sort_unstable_by(|a, b| (a.0, b.1).cmp(&(b.0, a.1)));
        near.dedup_by_key(|(word, _)| *word);
        near
    }

    /// Names that are the same, or of which one is the beginning of the other.
    fn cut(&self, asked: &str) -> QuickMap<u32, u32> {
        let whole = |at: &u32| self.whole[*at as usize].as_str();
        let from = |text: &str| self.in_order.partition_point(|at| whole(at) < text);
        let named = |text: &str| {
            let run = &self.in_order[from(text)..];
            run.iter().take_while(|at| whole(at) == text).copied().collect::<Vec<u32>>()
        };
        let mut found: QuickMap<u32, u32> =
            named(asked).into_iter().map(|at| (at, WHOLE)).collect();
        let ends = asked.char_indices().map(|(at, _)| at);
        let ends = ends.filter(|end| letters(&asked[..*end]) >= CUT_CHARS_MIN);
        found.extend(ends.flat_map(|end| named(&asked[..end])).map(|at| (at, CUT)));
        if letters(asked) >= CUT_CHARS_MIN {
            let longer = self.in_order[from(asked)..].iter();
            let longer = longer.take_while(|at| whole(at).starts_with(asked));
            found.extend(longer.filter(|at| whole(at) != asked).map(|&at| (at, CUT)));
        }
        found
    }

    /// Customers that are equally like the name, as far as likeness tells.
    pub fn nearest(&self, name: &str) -> Vec<u32> {
        let ranked = self.ranked(name);
        let Some(&(best, _)) = ranked.first().filter(|(points, _)| *points >= TAKE) else {
            return Vec::new();
        };
        let near = ranked.iter().take_while(|(points, _)| best - points < LEAD);
        near.map(|&(_, customer)| customer).collect()
    }

    /// All customers with exactly this name, legal forms aside.
    pub fn exactly(&self, name: &str) -> Vec<u32> {
        self.by_key.get(&key(name)).cloned().unwrap_or_default()
    }

    pub fn families(&self) -> &Families {
        &self.families
    }

    pub fn names(&self) -> &[(u32, Vec<String>)] {
        &self.names
    }

    /// Rare words count for much, common ones for little.
    fn weight(&self, word: &str) -> u32 {
        let all = self.names.len().max(1) as u32;
        let uses = self.uses.get(word).copied().unwrap_or(1).max(1);
        1 + (all / uses).checked_ilog2().unwrap_or(0)
    }

    fn weigh(&self, words: &[String]) -> u32 {
        words.iter().map(|word| self.weight(word)).sum()
    }
}

/// How much of a name stands there, in letters.
fn letters(text: &str) -> usize {
    let is_sign = |c: char| matches!(c, '\u{3400}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}');
    text.chars().map(|c| if is_sign(c) { SIGN_CHARS } else { 1 }).sum()
}

/// First letters of all words, with and without the legal form; three at least.
fn initials(name: &str) -> BTreeSet<String> {
    let first = |words: Vec<String>| -> String {
        words.iter().filter_map(|word| word.chars().next()).collect()
    };
    let folded = fold_word(name);
    let all = first(folded.split(' ').map(str::to_owned).collect());
    // The legal form counts as one word: "DBMS" is Dorado Building Materials S.r.l.
    let [whole, own] = [first(raw_words(name)), first(words(name))];
    [all, whole, own].into_iter().filter(|i| i.is_ascii() && i.len() >= 3).collect()
}

/// Two words, out of 1,000: the same, a slip or two apart, or one the beginning of the other.
pub(super) fn word_likeness(a: &str, b: &str) -> u32 {
    if a == b {
        return WHOLE;
    }
    let (short, long) =
        (a.chars().count().min(b.chars().count()), a.chars().count().max(b.chars().count()));
    if a.starts_with(b) || b.starts_with(a) {
        return match short {
            0..=1 => 500,
            2 => 600,
            3 => 800,
            _ => 900,
        };
    }
    let stem = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
    if stem >= 3 && stem * 3 >= short * 2 {
        return 700.max(slipped(a, b, short, long));
    }
    slipped(a, b, short, long)
}

fn slipped(a: &str, b: &str, short: usize, long: usize) -> u32 {
    let slips = strsim::osa_distance(a, b);
    if short >= 4 && slips <= slips_max(long) {
        return WHOLE - 1_000 * slips as u32 / long as u32;
    }
    0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::turns::at_once;

    fn directory(names: &[&str]) -> Directory {
        let names = names.iter().zip(0..).map(|(name, at)| (at, *name));
        at_once(Directory::build(names, &Pace::at_once()))
    }

    #[test]
    fn legal_forms_identify_nobody() {
        for (a, b) in [
            ("Hassan & Co. Ltd.", "HASSAN CO"),
            ("Rossi & Figli S.p.A.", "Rossi Figli"),
            ("주식회사 한빛물류", "한빛물류(주)"),
            ("上海明远物流有限公司", "上海明远物流"),
            ("Müller GmbH", "Muller"),
        ] {
            assert_eq!(key(a), key(b));
        }
    }

    #[test]
    fn a_rare_word_tells_and_a_common_one_does_not() {
        let names = ["Poseiport Trading", "Calder Trading", "Orrin Trading", "Nexus Logistics"];
        let directory = directory(&names);
        assert_eq!(directory.like("POSEIPROT TRADING").map(|l| l.customer), Some(0));
        assert_eq!(directory.like("Harbour Trading"), None);
        assert_eq!(directory.exact("calder trading ltd"), Some(1));
    }

    #[test]
    fn a_bank_writes_out_letters_that_it_lacks() {
        let names = ["Müller & Zeman Chemie AG", "Weißhaupt Foods", "Bauer Papier", "Ørsted Kraft"];
        let directory = directory(&names);
        assert_eq!(directory.exact("MUELLER & ZEMAN CHEMIE AG"), Some(0));
        assert_eq!(directory.exact("MULLER & ZEMAN CHEMIE"), Some(0));
        assert_eq!(directory.like("MUELLER & ZEMAN CH").map(|l| l.customer), Some(0));
        assert_eq!(directory.exact("WEISSHAUPT FOODS"), Some(1));
        assert_eq!(directory.exact("OERSTED KRAFT"), Some(3));
        assert_eq!(directory.exact("ORSTED KRAFT"), Some(3));
        // A vowel before an e is not written out of another letter where nobody wrote that letter.
        assert_eq!(directory.exact("BAUR PAPIER"), None);
        assert_eq!(spellings("Bauer Papier"), Vec::<String>::new());
    }

    #[test]
    fn a_name_that_the_bank_cut_is_its_beginning() {
        let names = ["Northgate Clinical Logistics", "Northern Freight"];
        let directory = directory(&names);
        assert_eq!(directory.like("NORTHGATE CLINICAL").map(|l| l.customer), Some(0));
        assert_eq!(directory.within("ACH Northern Freight Inc"), Some(1));
        assert_eq!(directory.within("NCL"), Some(0));
        assert_eq!(directory.within("ACH CREDIT"), None);
    }
}
