//! Headers that name one thing in two ways, with a slash between or in two scripts: what both ways
//! agree on. Not the headers that stand in the vocabulary with their slash ("Debit/Credit").

use super::Sense;
use super::normalise::normalise;
use super::score::{MISSPELT, Match, OUTSIDE, VAGUE, WORDS, read};
use crate::ingest::Why;

/// "订单号 PO No.", "Due Date 결제일": what one script says plainly and the other may mean as well.
pub(super) fn in_two_scripts(text: &str) -> Option<Match> {
    let is_latin = |c: char| c.is_ascii_alphabetic() || ('\u{c0}'..='\u{24f}').contains(&c);
    let is_other = |c: char| c.is_alphabetic() && !is_latin(c);
    let letters: Vec<(usize, bool)> = text
        .char_indices()
        .filter(|(_, c)| c.is_alphabetic())
        .map(|(at, c)| (at, is_other(c)))
        .collect();
    let turns = letters.windows(2).filter(|pair| pair[0].1 != pair[1].1).count();
    let cut = letters.windows(2).find(|pair| pair[0].1 != pair[1].1)?[1].0;
    let (left, right) = text.split_at(cut);
    // A code or a unit behind a word ("금액 USD", "POD일자") says nothing by itself.
    const LETTERS_MIN: usize = 2;
    let short = |half: &str| half.chars().filter(|c| c.is_alphabetic()).count() < LETTERS_MIN;
    if turns != 1 || short(left) || short(right) {
        return None;
    }
    let edge = |c: char| !c.is_alphanumeric() && !".%#№".contains(c);
    let halves = [left, right].map(|half| read(&normalise(half.trim_matches(edge))));
    let agreed = |plain: &[Match], other: &[Match]| -> Vec<Match> {
        let said =
            |m: &&Match| matches!(m.sense, Sense::Field(_)) && !m.vague && m.score >= OUTSIDE;
        let also = |m: &&Match| other.iter().any(|o| o.sense == m.sense && o.score >= VAGUE);
        plain.iter().filter(said).filter(also).copied().collect()
    };
    let mut found = agreed(&halves[0], &halves[1]);
    found.extend(agreed(&halves[1], &halves[0]));
    found.sort_by_key(|m| m.sense);
    found.dedup_by_key(|m| m.sense);
    let one = found.pop().filter(|_| found.is_empty())?;
    Some(Match { score: WORDS, why: Why::HeaderWords, ..one })
}

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
    fn two_scripts_agree_on_one_field() {
        let field = |text: &str| in_two_scripts(text).map(|found| found.sense);
        assert_eq!(field("订单号 PO No."), Some(Sense::Field(Field::PoNo)));
        assert_eq!(field("Invoice No. 发票号码"), Some(Sense::Field(Field::InvoiceNo)));
        for no in ["금액 USD", "客户 Invoice No", "POD일자", "Invoice No."] {
            assert_eq!(field(no), None, "{no}");
        }
    }

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
