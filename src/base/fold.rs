//! Text folding: when two spellings are the same key, and when two words are the same word.

use unicode_normalization::UnicodeNormalization;

/// Folds an identifier for comparison: NFKC, upper case, without blanks and separators.
/// `" inv-001 "`, `"INV 001"` and `"ＩＮＶ００１"` are one; leading zeros stay.
pub fn fold_id(text: &str) -> String {
    if text.is_ascii() {
        // Most numbers; a million of them are folded more than once.
        let kept = text.bytes().filter(u8::is_ascii_alphanumeric);
        return kept.map(|byte| char::from(byte.to_ascii_uppercase())).collect();
    }
    text.nfkc().filter(|c| c.is_alphanumeric()).flat_map(char::to_uppercase).collect()
}

/// Folds a word or name for comparison: NFKC, lower case, accents of Latin letters removed, runs of
/// anything but letters and digits become one blank. Header matching builds on it.
pub fn fold_word(text: &str) -> String {
    if text.is_ascii() {
        return fold_ascii_word(text);
    }
    let mut folded = String::with_capacity(text.len());
    let mut gap = false;
    let decomposed = text.nfkc().collect::<String>();
    for c in decomposed.nfd().flat_map(char::to_lowercase) {
        if unicode_normalization::char::is_combining_mark(c) {
            continue;
        }
        if c.is_alphanumeric() {
            if gap && !folded.is_empty() {
                folded.push(' ');
            }
            gap = false;
            folded.push(without_stroke(c));
        } else {
            gap = true;
        }
    }
    folded.nfc().collect()
}

/// Letters that Unicode does not take apart into a letter and its stroke: "Łódź" is typed "Lodz".
fn without_stroke(c: char) -> char {
    match c {
        'ł' => 'l',
        'ø' => 'o',
        'đ' => 'd',
        c => c,
    }
}

/// Whether a text folds to this word, without folding it: asked of every row, and most texts differ
/// from the word in their first letters.
pub fn folds_to(text: &str, folded: &str) -> bool {
    if !text.is_ascii() {
        return fold_word(text) == folded;
    }
    let mut wanted = folded.bytes();
    let (mut gap, mut begun) = (false, false);
    for byte in text.bytes() {
        if !byte.is_ascii_alphanumeric() {
            gap = begun;
            continue;
        }
        if gap && wanted.next() != Some(b' ') || wanted.next() != Some(byte.to_ascii_lowercase()) {
            return false;
        }
        (gap, begun) = (false, true);
    }
    wanted.next().is_none()
}

/// `str::trim` for cells, of which nearly all have nothing to trim: those are told at a glance.
pub fn trim(text: &str) -> &str {
    match text.as_bytes() {
        [b'!'..=b'~', .., b'!'..=b'~'] => text,
        _ => text.trim(),
    }
}

fn fold_ascii_word(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let words = text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    for word in words {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.extend(word.bytes().map(|byte| char::from(byte.to_ascii_lowercase())));
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_compare_without_separators_and_width() {
        assert_eq!(fold_id(" inv-001 "), "INV001");
        assert_eq!(fold_id("ＩＮＶ００１"), "INV001");
        assert_ne!(fold_id("001"), fold_id("1"));
    }

    #[test]
    fn a_text_folds_to_what_folding_gives() {
        let texts = [
            "",
            " ",
            "Job no",
            "job-no.",
            " Job  No ",
            "Jobno",
            "Job n",
            "Job no 2",
            "JB-40",
            "Échéance",
        ];
        let words = texts.map(fold_word);
        for text in texts {
            for word in &words {
                assert_eq!(folds_to(text, word), fold_word(text) == *word, "{text:?}, {word:?}");
            }
        }
    }

    #[test]
    fn words_compare_without_accents_and_punctuation() {
        assert_eq!(fold_word("Échéance (prévue)"), "echeance prevue");
        assert_eq!(fold_word("청구서 번호"), "청구서 번호");
        assert_eq!(fold_word("Währung"), "wahrung");
        assert_eq!(fold_word("Tytuł płatności"), "tytul platnosci");
    }
}
