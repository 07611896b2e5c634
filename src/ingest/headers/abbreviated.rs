//! Words cut short with a full stop, as people of a language cut them: "Verw.-Zweck", "Tot. Fra.",
//! "Code cl.", "Abh.-Datum". Such a header says a word of the dictionary if it is the beginning of one
//! at each stop and all of it elsewhere, and no other word fits that means something else. Asked only
//! where nothing is known of the header.

use super::normalise::{NUMBER, normalise};
use super::score::{Match, WORDS};
use super::vocabulary::{Strength, vocabulary};
use crate::ingest::Why;

/// A part of the header, folded, and whether letters are missing behind it.
struct Piece {
    text: String,
    is_cut: bool,
}

/// Letters that a header must say: a stop behind less could be anything.
const LETTERS_MIN: usize = 4;

pub(super) fn sense(text: &str) -> Option<Match> {
    if !text.contains('.') {
        return None;
    }
    let pieces = pieces(text);
    let letters = |piece: &Piece| piece.text.chars().filter(|c| c.is_alphabetic()).count();
    let said: usize = pieces.iter().map(letters).sum();
    if said < LETTERS_MIN || !pieces.iter().any(|piece| piece.is_cut) {
        return None;
    }
    let plain = vocabulary().entries.iter().filter(|entry| entry.strength == Strength::Plain);
    let mut fits = plain.filter(|entry| begins(&entry.compact, &pieces)).map(|entry| entry.sense);
    let sense = fits.next()?;
    let same = fits.all(|other| other == sense);
    same.then_some(Match { sense, score: WORDS, why: Why::HeaderWords, vague: false })
}

/// The words of a header with what stands behind each; those that are short forms already are written
/// out, and no longer cut.
fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for word in text.split(|c: char| c.is_whitespace() || "-/()_".contains(c)) {
        let mut parts = word.split('.').peekable();
        while let Some(part) = parts.next() {
            let is_stopped = parts.peek().is_some();
            let tokens = normalise(part).tokens;
            let own = |token: &String| crate::base::fold_word(part) == *token;
            let is_cut = is_stopped && tokens.len() == 1 && tokens.iter().all(own);
            let is_number = tokens.len() == 1 && tokens[0] == NUMBER;
            let again = is_number && pieces.last().is_some_and(|last| last.text == NUMBER);
            if !tokens.is_empty() && !again {
                pieces.push(Piece { text: tokens.concat(), is_cut: is_cut && !is_number });
            }
        }
    }
    pieces
}

/// Whether a word is made of the pieces, one behind the other, with letters of its own only where a
/// piece is cut short.
fn begins(word: &str, pieces: &[Piece]) -> bool {
    let Some((piece, rest)) = pieces.split_first() else { return word.is_empty() };
    let Some(behind) = word.strip_prefix(piece.text.as_str()) else { return false };
    if !piece.is_cut {
        return begins(behind, rest);
    }
    // A number is written behind a word as a sign of its own, and is no letter that is missing.
    let missing = behind.char_indices().take_while(|(_, c)| c.is_alphabetic());
    let ends = missing.map(|(at, c)| at + c.len_utf8());
    ends.into_iter().any(|at| begins(&behind[at..], rest))
}

#[cfg(test)]
mod tests {
    use super::super::Sense;
    use super::*;
    use crate::table::Field;

    #[test]
    fn a_stop_stands_for_the_rest_of_a_word() {
        for (text, field) in [
            ("Verw.-Zweck", Field::Remittance),
            ("Rechn.-Datum", Field::InvoiceDate),
            ("Zust.-Datum", Field::DeliveryDate),
        ] {
            let found = sense(text).map(|found| found.sense);
            assert_eq!(found, Some(Sense::Field(field)), "{text}");
        }
    }

    #[test]
    fn what_more_than_one_word_begins_with_says_nothing() {
        for text in ["Imp.", "No.", "Ref.", "Re.", "Betrag", "Total", "Konto", "B. Datum"] {
            assert_eq!(sense(text), None, "{text}");
        }
    }
}
