//! Whether a text says a phrase: whole words in Latin script, anywhere in Korean and Chinese.

use crate::base::fold_word;

/// Of plurals and cases.
const ENDINGS: [&str; 5] = ["s", "es", "e", "n", "en"];

/// A text, folded once for many phrases.
pub struct Said {
    /// With a blank at both ends, so that whole words are found by their blanks.
    words: String,
    joined: String,
}

impl Said {
    pub fn new(text: &str) -> Said {
        let folded = fold_word(text);
        Said { joined: folded.replace(' ', ""), words: format!(" {folded} ") }
    }

    pub fn is_blank(&self) -> bool {
        self.joined.is_empty()
    }

    /// `phrase` stands as [`fold_word`] would fold it. Words of Korean and Chinese are written
    /// with and without blanks, so there the blanks don't count.
    pub fn has(&self, phrase: &str) -> bool {
        if phrase.is_ascii() {
            let is_whole = |(at, _): (usize, &str)| {
                let around =
                    (self.words.as_bytes()[at - 1], self.words.as_bytes()[at + phrase.len()]);
                around == (b' ', b' ')
            };
            // The blanks at both ends of `words` leave room on either side of every find.
            return !phrase.is_empty() && self.words.match_indices(phrase).any(is_whole);
        }
        match phrase.contains(' ') {
            true => self.joined.contains(&phrase.replace(' ', "")),
            false => self.joined.contains(phrase),
        }
    }

    /// The last part of a longer word, as German joins them ("Transportschaden"), or the word in the plural.
    /// Only for long words, which stand in others by no accident.
    pub fn has_within(&self, phrase: &str) -> bool {
        const LETTERS_MIN: usize = 7;
        const BEFORE_MIN: usize = 4;
        let long = phrase.len() >= LETTERS_MIN;
        let one = long && phrase.bytes().all(|byte| byte.is_ascii_lowercase());
        let is_within = |word: &str| match word.strip_suffix(phrase) {
            Some(before) => before.len() >= BEFORE_MIN,
            None => word.strip_prefix(phrase).is_some_and(|end| ENDINGS.contains(&end)),
        };
        one && self.words.split(' ').any(is_within)
    }

    pub fn is(&self, phrase: &str) -> bool {
        self.words.trim() == phrase
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn latin_words_are_whole_and_korean_and_chinese_are_not() {
        let said = Said::new("Waiting for POD (agent)");
        assert!(said.has("pod"));
        assert!(said.has("waiting for pod"));
        assert!(said.has("agent"));
        assert!(!said.has("po"));
        assert!(Said::new("고객 PO 미수령").has("po미수령"));
        assert!(Said::new("等待签收单").has("签收单"));
        assert!(Said::new(" – ").is_blank());
        assert!(Said::new("Transportschaden gemeldet").has_within("schaden"));
        assert!(Said::new("wartet auf Teilsendungen").has_within("teilsendung"));
        assert!(!Said::new("subcontract").has_within("contract"));
        assert!(!Said::new("contractor").has_within("contract"));
    }
}
