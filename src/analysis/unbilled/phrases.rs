//! Whether a text says a phrase: whole words in Latin script, anywhere in Korean and Chinese.

use crate::base::fold_word;

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
    }
}
