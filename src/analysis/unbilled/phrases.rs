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
            self.words.contains(&format!(" {phrase} "))
        } else {
            self.joined.contains(&phrase.replace(' ', ""))
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
        assert!(!said.has("po"));
        assert!(Said::new("고객 PO 미수령").has("po미수령"));
        assert!(Said::new("等待签收单").has("签收单"));
        assert!(Said::new(" – ").is_blank());
    }
}
