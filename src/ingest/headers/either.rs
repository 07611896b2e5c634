//! Headers that name one thing in two ways, with a slash between or in two scripts: what both ways
//! agree on. Not the headers that stand in the vocabulary with their slash ("Debit/Credit").

use super::Sense;
use super::normalise::{is_unit, normalise};
use super::score::{MISSPELT, Match, OUTSIDE, VAGUE, WORDS, is_as_said, read, senses};
use crate::ingest::Why;

/// "订单号 PO No.", "Due Date 결제일": what one script says plainly and the other may mean as well; and
/// what both may mean ("매출(Revenue)").
pub(super) fn in_two_scripts(text: &str) -> Vec<Match> {
    let Some([left, right]) = halves_of_two_scripts(text) else { return Vec::new() };
    let agreed = agreed(&left, &right);
    if agreed.is_empty() { said_first(text, &left, &right) } else { agreed }
}

/// "Origin 始发", "Max 封顶": what comes behind is no plain word of ours, and says the same in the other
/// language. In front it may turn the word round ("원래 Invoice No"), and behind it may say when
/// ("Delivery Date 预计"). Vague, so that the cells must bear it out.
fn said_first(text: &str, left: &[Match], right: &[Match]) -> Vec<Match> {
    if right.iter().any(|m| m.score >= VAGUE && !m.vague) {
        return Vec::new();
    }
    let whole = normalise(text);
    let means_it = |m: &&Match| matches!(m.sense, Sense::Field(_)) && is_as_said(&whole, m.sense);
    let plain = left.iter().filter(|m| m.score >= OUTSIDE && !m.vague).filter(means_it);
    plain.map(|m| Match { score: VAGUE, why: Why::HeaderWords, vague: true, ..*m }).collect()
}

/// "Solde / Balance": two languages in one script, of which either alone could mean more.
pub(super) fn in_two_languages(text: &str) -> Vec<Match> {
    let Some((left, right)) = text.split_once('/').filter(|(_, right)| !right.contains('/')) else {
        return Vec::new();
    };
    let [left, right] = [left, right].map(|half| read(&normalise(half)));
    agreed(&left, &right)
}

/// "Nombre o razón social": two words for one thing, of which either alone could mean more.
pub(super) fn in_two_words(text: &str) -> Vec<Match> {
    const OR: [&str; 6] = [" or ", " o ", " ou ", " oder ", " 또는 ", "或"];
    let lower = text.to_lowercase();
    let Some((left, right)) = OR.iter().find_map(|or| lower.split_once(or)) else {
        return Vec::new();
    };
    let [left, right] = [left, right].map(|half| read(&normalise(half)));
    agreed(&left, &right)
}

/// Whether a slash stands between two words that name different things.
pub(super) fn names_two(text: &str) -> bool {
    let Some((left, right)) = text.split_once('/').filter(|(_, right)| !right.contains('/')) else {
        return false;
    };
    let field = |m: &Match| matches!(m.sense, Sense::Field(_)) && m.score >= VAGUE;
    let [left, right] = [left, right].map(|half| read(&normalise(half)));
    let known = |half: &[Match]| half.iter().any(|m| field(m) && m.why == Why::Header);
    // "Rate/kg" is a rate.
    let per_unit = text.split('/').any(|half| is_unit(&half.trim().to_lowercase()));
    known(&left)
        && known(&right)
        && !per_unit
        && !left.iter().any(|m| field(m) && right.iter().any(|o| field(o) && o.sense == m.sense))
}

/// What one half says plainly and the other may mean as well, if that is one thing; else all that both
/// may mean, which is no more sure than either.
fn agreed(left: &[Match], right: &[Match]) -> Vec<Match> {
    let is_field = |m: &&Match| matches!(m.sense, Sense::Field(_));
    let also = |m: &Match, other: &[Match], score_min| {
        other.iter().any(|o| o.sense == m.sense && o.score >= score_min)
    };
    // What is as good as plain in both ("Original Bill 原账单号") is plain.
    let plain = |m: &Match, other: &[Match]| {
        let both = |o: &Match| o.sense == m.sense && o.score >= WORDS && !o.vague;
        !m.vague && (m.score >= OUTSIDE || m.score >= WORDS && other.iter().any(both))
    };
    let pairs = [(left, right), (right, left)];
    let both = pairs.into_iter().flat_map(|(one, other)| {
        let one = one.iter().filter(is_field).filter(move |m| plain(m, other));
        one.filter(move |m| also(m, other, VAGUE))
    });
    let mut found: Vec<Match> = both.copied().collect();
    found.sort_by_key(|m| m.sense);
    found.dedup_by_key(|m| m.sense);
    if let [one] = found[..] {
        return vec![Match { score: WORDS, why: Why::HeaderWords, ..one }];
    }
    let may = left.iter().filter(is_field).filter(|m| m.score >= VAGUE && also(m, right, VAGUE));
    may.map(|m| Match { score: VAGUE, why: Why::HeaderWords, vague: true, ..*m }).collect()
}

fn halves_of_two_scripts(text: &str) -> Option<[Vec<Match>; 2]> {
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
    // A percentage is one in both languages: "Fuel Surcharge 燃油附加费率(%)".
    let percent = |half: &str| {
        let both = text.contains(['%', '％']) && !half.contains(['%', '％']);
        format!("{}{}", half.trim_matches(edge), if both { " %" } else { "" })
    };
    // Each half as it would be read alone: it has one script, and no halves.
    Some([left, right].map(|half| senses(&[&percent(half)])))
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
        let plainly = |text: &str| {
            in_two_scripts(text).into_iter().find(|m| !m.vague).map(|found| found.sense)
        };
        assert_eq!(plainly("订单号 PO No."), Some(Sense::Field(Field::PoNo)));
        assert_eq!(plainly("Invoice No. 发票号码"), Some(Sense::Field(Field::InvoiceNo)));
        let said = |text: &str| in_two_scripts(text).first().map(|found| found.sense);
        assert_eq!(said("Origin 始动"), Some(Sense::Field(Field::Origin)));
        assert_eq!(said("Fuel Surcharge 燃油附加费率(%)"), Some(Sense::Field(Field::FuelPercent)));
        for turned in ["원래 Invoice No", "Delivery Date 预计"] {
            assert_eq!(said(turned), None, "{turned}");
        }
        for no in ["금액 USD", "客户 Invoice No", "POD일자", "Invoice No."] {
            assert_eq!(plainly(no), None, "{no}");
        }
    }

    #[test]
    fn two_languages_say_what_both_may_mean_and_no_more_surely() {
        let found = in_two_languages("Solde / Balance");
        assert!(found.iter().any(|m| m.sense == Sense::Field(Field::Balance)), "{found:?}");
        assert!(found.iter().all(|m| m.vague), "{found:?}");
        assert_eq!(in_two_languages("Net/Gross"), Vec::new());
        assert!(names_two("Customer/Project"));
        assert!(!names_two("Customer/Client") && !names_two("Rate/kg"));
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
