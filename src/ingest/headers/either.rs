//! Headers that name one thing in two ways, with a slash between: what both ways agree on. Not the
//! headers that stand in the vocabulary with their slash ("Debit/Credit").

use super::Sense;
use super::normalise::normalise;
use super::score::{MISSPELT, Match, OUTSIDE, WORDS, read};
use crate::ingest::Why;

/// "Invoice/Bill date", "Due date/Receive by": what all readings that are known plainly agree on.
pub(super) fn sense(text: &str) -> Option<Match> {
    let (before, after) = text.split_once('/').filter(|(_, after)| !after.contains('/'))?;
    let (head, left) = before.rsplit_once(' ').unwrap_or(("", before));
    let (right, tail) = after.split_once(' ').unwrap_or((after, ""));
    let words = [left, right].map(|word| read(&normalise(&format!("{head} {word} {tail}"))));
    let whole = [before, after].map(|text| read(&normalise(text)));
    // Two meanings that nothing reads ("Soll/Haben") are not one.
    let is_field = |m: &Match| matches!(m.sense, Sense::Field(_));
    let plain = |found: &[Match]| -> Vec<Match> {
        let mut plain: Vec<Match> = found
            .iter()
            .filter(|m| m.score >= OUTSIDE && !m.vague && is_field(m))
            .copied()
            .collect();
        plain.sort_by_key(|m| m.sense);
        plain.dedup_by_key(|m| m.sense);
        plain
    };
    // One letter off from a word of ours is as good as none.
    let no_word = |found: &[Match]| found.iter().all(|m| m.score == MISSPELT);
    let one = |mut found: Vec<Match>| found.pop().filter(|_| found.is_empty());
    let shared = |[left, right]: &[Vec<Match>; 2]| -> Vec<Match> {
        let right = plain(right);
        plain(left).into_iter().filter(|m| right.iter().any(|n| n.sense == m.sense)).collect()
    };
    let agreed = one(shared(&words)).or_else(|| one(shared(&whole))).or_else(|| match &whole {
        // One side stands for itself, and the other is no word of ours.
        [known, other] if no_word(other) => one(plain(known)),
        [other, known] if no_word(other) => one(plain(known)),
        _ => None,
    })?;
    Some(Match { score: WORDS, why: Why::HeaderWords, ..agreed })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::Field;

    #[test]
    fn both_sides_agree_or_one_says_nothing() {
        let field = |text: &str| sense(text).map(|found| found.sense);
        assert_eq!(field("Invoice/Bill Date"), Some(Sense::Field(Field::InvoiceDate)));
        assert_eq!(field("Due Date/Receive By"), Some(Sense::Field(Field::DueDate)));
        for two in ["Net/Gross", "City/Country", "Invoice/Shipper", "Soll/Haben", "Name/Address"] {
            assert_eq!(field(two), None, "{two}");
        }
    }
}
