//! How well a header's words fit each known meaning.

use std::collections::{BTreeMap, BTreeSet};

use super::abbreviated;
use super::composed;
use super::compounds::tax_said;
use super::either;
use super::normalise::{NUMBER, Normal, is_unit, normalise};
use super::synonyms::{Foreign, Sense};
use super::vocabulary::{Entry, Strength, Vocabulary, vocabulary};
use crate::ingest::Why;
use crate::table::{Field, ValueKind};

/// Scores, out of 1,000. Below [`VAGUE`] nothing is chosen by words alone.
pub const EXACT: u16 = 1_000;
/// Exact once the bracket is left out: "Delivery date (local time)".
pub(super) const OUTSIDE: u16 = 950;
/// All words known, in another order or with words that change nothing; or the lower row of a
/// header in two rows.
pub(super) const WORDS: u16 = 900;
pub(super) const MISSPELT: u16 = 850;
const MOST_WORDS: u16 = 800;
pub const VAGUE: u16 = 700;
/// Half of the words: shown as a candidate, never chosen.
const SOME_WORDS: u16 = 500;
/// Taken only with cells that are a key's.
const BARE_ID: u16 = 650;
pub(super) const TRAP: u16 = 400;

/// One meaning of a header.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Match {
    pub sense: Sense,
    pub score: u16,
    pub why: Why,
    /// The header names it in so many words, or in words that mean little without the cells.
    pub vague: bool,
}

impl Match {
    /// "ID" and nothing else.
    pub fn is_bare_key(&self) -> bool {
        self.why == Why::HeaderKey && self.vague && self.score <= BARE_ID
    }
}

/// All meanings of a header, best first; the rows of the header from the top.
pub fn senses(parts: &[&str]) -> Vec<Match> {
    let mut best: BTreeMap<Sense, Match> = BTreeMap::new();
    let mut offer = |found: Match| {
        let slot = best.entry(found.sense).or_insert(found);
        if found.score > slot.score {
            *slot = found;
        }
    };
    // "Customer/Project": half of it says as much as the other.
    let two = matches!(parts, [part] if either::names_two(part));
    for found in read(&normalise(&parts.join(" "))) {
        let most = if two && found.score < OUTSIDE { SOME_WORDS } else { EXACT };
        offer(Match { score: found.score.min(most), ..found });
    }
    if parts.len() > 2 {
        let lower = read(&normalise(&parts[parts.len() - 2..].join(" "))).into_iter();
        let own = lower.filter(|m| m.score >= OUTSIDE);
        own.for_each(|found| offer(Match { score: WORDS, why: Why::HeaderWords, ..found }));
    }
    if parts.len() > 1
        && let Some(last) = parts.last()
    {
        let own = read(&normalise(last)).into_iter().filter(|m| m.score >= OUTSIDE);
        own.for_each(|found| offer(Match { score: WORDS, why: Why::HeaderWords, ..found }));
    }
    if let [part] = parts {
        // "Account: Account Name": exports of some systems write the object before its field.
        let field = part.split_once(": ").map_or(vec![], |(_, field)| read(&normalise(field)));
        let own = field.into_iter().filter(|m| m.score >= OUTSIDE);
        own.for_each(|found| offer(Match { score: WORDS, why: Why::HeaderWords, ..found }));
        either::sense(part).into_iter().for_each(&mut offer);
        either::in_two_scripts(part).into_iter().for_each(&mut offer);
        either::in_two_languages(part).into_iter().for_each(&mut offer);
        either::in_two_words(part).into_iter().for_each(&mut offer);
    }
    if best.values().all(|m| m.score < MISSPELT || m.vague) {
        let normal = normalise(&parts.join(" "));
        let known = best.values().any(|m| m.score >= VAGUE);
        let compound = if known { Vec::new() } else { composed::compounds(&normal) };
        let short = || parts.last().and_then(|last| abbreviated::sense(last));
        let short = if known || !compound.is_empty() { None } else { short() };
        let found = composed::senses(&normal).into_iter().chain(compound).chain(short);
        for found in found.collect::<Vec<_>>() {
            let slot = best.entry(found.sense).or_insert(found);
            if found.score > slot.score {
                *slot = found;
            }
        }
    }
    let mut all: Vec<Match> = best.into_values().collect();
    all.sort_by_key(|m| (std::cmp::Reverse(m.score), m.sense));
    drop_lesser(all)
}

/// Whether a text is a header that Tieout knows, misspelt ones left out: for the search through
/// many rows.
pub fn is_known_word(text: &str) -> bool {
    let normal = normalise(text);
    vocabulary().exact.get(&normal.compact()).is_some_and(|entries| {
        entries.iter().any(|&at| vocabulary().entries[at].strength != Strength::Trap)
    }) || by_words(&normal, vocabulary()).iter().any(|m| m.score >= VAGUE)
}

/// "ID" alone is the key of its own table, whatever the table is; "No." alone is as likely the
/// number of the row.
pub fn bare_key(id: bool) -> Vec<Match> {
    let score = if id { BARE_ID } else { TRAP };
    let keys = [Field::JobNo, Field::InvoiceNo, Field::CustomerNo];
    let key = |field| Match { sense: Sense::Field(field), score, why: Why::HeaderKey, vague: true };
    keys.into_iter().map(key).collect()
}

/// "Num" is how ledgers of small firms head the numbers of documents.
pub fn bare_num() -> Vec<Match> {
    let sense = Sense::Field(Field::InvoiceNo);
    vec![Match { sense, score: BARE_ID, why: Why::HeaderKey, vague: true }]
}

/// A header that says one thing plainly does not also say, in part, something else: "Posting date"
/// is no vague "date".
fn drop_lesser(all: Vec<Match>) -> Vec<Match> {
    let top = all.first().map_or(0, |m| m.score);
    let plain = top >= WORDS;
    all.into_iter().filter(|m| m.score == top || !plain || m.vague).collect()
}

pub(super) fn read(normal: &Normal) -> Vec<Match> {
    let vocabulary = vocabulary();
    let mut found = Vec::new();
    let whole: Vec<String> = normal.tokens.iter().chain(&normal.aside).cloned().collect();
    for (tokens, score) in [(&whole, EXACT), (&normal.tokens, OUTSIDE)] {
        let same = vocabulary.exactly(tokens).into_iter();
        found.extend(same.map(|entry| entry.named(score, normal.id)));
    }
    // What is without a tax is not what the words before the bracket say of the whole.
    let of_tax = tax_said(&normal.aside).filter(|_| found.iter().any(|m| is_sum(m.sense)));
    if let Some(field) = of_tax.filter(|_| found.iter().all(|m| m.score < EXACT)) {
        let sense = Sense::Field(field);
        return vec![Match { sense, score: WORDS, why: Why::HeaderWords, vague: false }];
    }
    let exact = found.iter().any(|m: &Match| !m.vague);
    // A word that is known, however vaguely, is no misspelling of another ("Operator", "Operador"),
    // nor plainly one whose words are turned round: "Invoice reference" is no "ref. invoice".
    let most = if found.is_empty() { EXACT } else { SOME_WORDS };
    if found.is_empty() {
        found.extend(misspelt(normal, vocabulary));
    }
    if !exact {
        let near = by_words(normal, vocabulary).into_iter();
        found.extend(near.map(|m| Match { score: m.score.min(most), ..m }));
    }
    found
}

/// Sums of a document or a line, of which a bracket may say whether a tax is in them.
fn is_sum(sense: Sense) -> bool {
    matches!(sense, Sense::Field(Field::Gross | Field::Net | Field::Amount))
}

/// One letter off in one long word, and not the first: "retención" is no "detención".
fn misspelt(normal: &Normal, vocabulary: &Vocabulary) -> Vec<Match> {
    const CHARS_MIN: usize = 6;
    if normal.tokens.iter().all(|t| t.len() < CHARS_MIN) {
        return Vec::new();
    }
    let near = |entry: &&Entry| {
        entry.strength == Strength::Plain
            && entry.tokens.len() == normal.tokens.len()
            && normal.aside.is_empty()
            && {
                let mut differ =
                    entry.tokens.iter().zip(&normal.tokens).filter(|(a, b)| a != b).peekable();
                differ.peek().is_some()
                    && differ.all(|(a, b)| {
                        a.chars().count() >= CHARS_MIN
                            && a.is_ascii()
                            && a.as_bytes().first() == b.as_bytes().first()
                            && strsim::osa_distance(a, b) <= 1
                    })
            }
    };
    vocabulary
        .entries
        .iter()
        .filter(near)
        .map(|entry| Match { score: MISSPELT, why: Why::HeaderWords, ..entry.named(0, false) })
        .collect()
}

/// The share of the header's words that a meaning's words cover.
fn by_words(normal: &Normal, vocabulary: &Vocabulary) -> Vec<Match> {
    let header: BTreeSet<&str> = normal.tokens.iter().map(String::as_str).collect();
    let mut covered: BTreeMap<Sense, (BTreeSet<&str>, bool)> = BTreeMap::new();
    for entry in vocabulary.near(&header).filter(|e| e.strength == Strength::Plain) {
        if entry.tokens.iter().all(|t| header.contains(t.as_str())) {
            let words = &mut covered.entry(entry.sense).or_default().0;
            words.extend(entry.tokens.iter().map(String::as_str));
        }
    }
    // A word that is vague by itself still supports a plain one beside it: "POD destination".
    for entry in vocabulary.near(&header).filter(|e| e.strength == Strength::Vague) {
        if let (Some((words, supported)), [word]) =
            (covered.get_mut(&entry.sense), entry.tokens.as_slice())
            && let Some(word) = header.get(word.as_str())
        {
            *supported |= words.insert(word);
        }
    }
    let mut found = Vec::new();
    // "Amount a" stands beside "Amount b": no article ends a header.
    let lettered = normal.tokens.last().is_some_and(|last| last == "a");
    // "Montant dû signé" is what is due: "montant" alone says less.
    let lesser = |words: &BTreeSet<&str>| {
        let mut others = covered.values().map(|(others, _)| others);
        others.any(|others| words.len() < others.len() && words.is_subset(others))
    };
    for (&sense, (words, supported)) in &covered {
        let neutral = |w: &&str| is_neutral(w, sense) && !(lettered && *w == "a");
        let left = header.iter().filter(|w| !words.contains(*w) && !neutral(w));
        let (left, covered) = (left.count(), words.len());
        // A lone "number" carries no meaning.
        if words.iter().all(|w| *w == NUMBER) {
            continue;
        }
        let share = covered * 100 / (covered + left);
        let score = match share {
            50.. if normal.counts || lesser(words) => SOME_WORDS,
            100 if !*supported => WORDS,
            80.. => MOST_WORDS,
            50.. => SOME_WORDS,
            _ => continue,
        };
        let (sense, score) = qualified(normal, sense, score);
        found.push(Match { sense, score, why: Why::HeaderWords, vague: false });
    }
    found.extend(by_syllables(normal, vocabulary));
    found.extend(vague_of_line(&header, vocabulary));
    found
}

/// "Line item value" is a vague "value".
fn vague_of_line(header: &BTreeSet<&str>, vocabulary: &Vocabulary) -> Vec<Match> {
    const LINE: [&str; 2] = ["line", "item"];
    let of_line = |e: &&Entry| {
        let left = header.iter().filter(|w| !e.tokens.iter().any(|t| t == *w));
        // "Line item name" names an item, no party; "line type" is no type of document.
        let party = matches!(
            e.sense,
            Sense::Field(Field::CustomerName | Field::VendorName | Field::DocType)
        );
        e.strength == Strength::Vague
            && !party
            && header.len() > e.tokens.len()
            && e.tokens.iter().all(|t| header.contains(t.as_str()) && !LINE.contains(&t.as_str()))
            && left.into_iter().all(|w| LINE.contains(w))
    };
    vocabulary.near(header).filter(of_line).map(|e| e.named(VAGUE, false)).collect()
}

/// Korean and Chinese write without blanks: the longest known word at the end of the header, with
/// a qualifier before it ("고객청구서번호").
fn by_syllables(normal: &Normal, vocabulary: &Vocabulary) -> Option<Match> {
    let compact = normal.compact_outside();
    if compact.is_ascii() {
        return None;
    }
    let chars = compact.chars().count();
    let plain = vocabulary.entries.iter().filter(|e| e.strength == Strength::Plain);
    let longest = plain
        .filter(|e| !e.compact.is_ascii() && compact.ends_with(&e.compact))
        .max_by_key(|e| e.compact.chars().count())?;
    let rest = compact.strip_suffix(&longest.compact).unwrap_or("");
    let share = longest.compact.chars().count() * 100 / chars.max(1);
    let neutral =
        ["실제", "당사", "귀사", "고객", "전체", "실", "实际", "我方", "本次", "总", "客户"];
    // One syllable before a word may turn it round: 미청구, 비과세, 未收. Only known ones count.
    let score = match share {
        _ if neutral.contains(&rest) => WORDS,
        50.. => SOME_WORDS,
        _ => return None,
    };
    let (sense, score) = qualified(normal, longest.sense, score);
    Some(Match { sense, score, why: Why::HeaderWords, vague: false })
}

/// Whether no word of the header makes something else of what another says.
pub(super) fn is_as_said(normal: &Normal, sense: Sense) -> bool {
    qualified(normal, sense, EXACT).0 == sense
}

/// A planned or recorded date is not the date itself.
fn qualified(normal: &Normal, sense: Sense, score: u16) -> (Sense, u16) {
    #[rustfmt::skip]
    const PLANNED: [&str; 22] = [
        "planned", "scheduled", "estimated", "expected", "requested", "required", "promised",
        "target", "geplant", "voraussichtlich", "prevue", "prevu", "souhaitee", "prevista",
        "estimada", "solicitada", "예정", "희망", "요청", "预计", "计划", "要求",
    ];
    #[rustfmt::skip]
    const RECORDED: [&str; 10] = [
        "recorded", "entered", "created", "posted", "updated", "modified", "등록", "입력", "创建", "录入",
    ];
    let date = matches!(sense, Sense::Field(field) if field.value() == ValueKind::Date);
    let says = |words: &[&str]| {
        let compact = normal.compact();
        words.iter().any(|w| match w.is_ascii() {
            true => normal.tokens.iter().any(|t| t == w),
            false => compact.contains(w),
        })
    };
    match sense {
        _ if date && says(&PLANNED) => (Sense::Foreign(Foreign::Planned), score.max(VAGUE)),
        _ if date && says(&RECORDED) => (Sense::Foreign(Foreign::Record), score.max(VAGUE)),
        _ => (sense, score),
    }
}

/// Words that leave a heading's meaning as it is.
fn is_neutral(word: &str, sense: Sense) -> bool {
    #[rustfmt::skip]
    const NEUTRAL: [&str; 38] = [
        "the", "of", "to", "by", "for", "in", "and", "a", "de", "la", "le", "les", "des", "du",
        "del", "el", "der", "die", "das", "den", "und", "et", "y", "actual", "ist", "agreed",
        "contracted", "billed", "charged", "invoiced", "line", "item", "our", "current", "full",
        "signed", "signe", "signee",
    ];
    // "Customer item no", "line price", "charged weight" are no customer no, price, weight.
    use Field::*;
    // "Bank ref #" is the bank reference.
    if word == NUMBER {
        return matches!(sense, Sense::Field(field) if field.value() == ValueKind::Id);
    }
    let turns = match word {
        "line" if matches!(sense, Sense::Field(UnitPrice)) => true,
        "line" | "item" => {
            matches!(sense, Sense::Field(field) if field.value() == ValueKind::Id)
        }
        "billed" | "charged" | "invoiced" => matches!(sense, Sense::Field(Weight)),
        _ => false,
    };
    if turns {
        return false;
    }
    let party = matches!(word, "customer" | "client" | "kunde" | "cliente");
    let of_customer = matches!(
        sense,
        Sense::Field(CustomerNo | CustomerName | TaxId | JobNo | LineNo | ServiceCode | Text)
    );
    // "税率%" is "税率".
    let share = matches!(sense, Sense::Field(field)
        if field.value() == ValueKind::Percent || field == Field::Discount);
    let date = matches!(sense, Sense::Field(field) if field.value() == ValueKind::Date);
    let day = matches!(word, "date" | "datum" | "fecha" | "day" | "일" | "일자" | "日" | "日期");
    let percent = share && word == "percent";
    NEUTRAL.contains(&word) || percent || is_unit(word) || (party && !of_customer) || (date && day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::KINDS;

    fn best(text: &str) -> Option<(Sense, u16)> {
        senses(&[text]).first().map(|m| (m.sense, m.score))
    }

    #[test]
    fn no_kind_reads_two_fields_under_one_plain_word() {
        // A word may be plain under two fields where the kind of table tells them apart: the day of
        // payment is one field of a receipt and another of the invoice it settled. What is foreign
        // to one kind (a bank's columns in a list of jobs) may be a field of another.
        let mut clashes = Vec::new();
        for entry in &vocabulary().entries {
            let word = entry.tokens.join(" ");
            let plain: BTreeSet<Field> = vocabulary()
                .exactly(&entry.tokens)
                .into_iter()
                .filter(|e| e.strength == Strength::Plain)
                .filter_map(|e| match e.sense {
                    Sense::Field(field) => Some(field),
                    Sense::Foreign(_) => None,
                })
                .collect();
            for kind in KINDS {
                let reads =
                    |field: &&Field| kind.needs.contains(field) || kind.reads.contains(field);
                let both: Vec<&Field> = plain.iter().filter(reads).collect();
                if both.len() > 1 {
                    clashes.push(format!("{word} in {}: {both:?}", kind.key));
                }
            }
        }
        assert_eq!(clashes, Vec::<String>::new());
    }

    #[test]
    fn headers_of_real_systems() {
        for (text, field, score) in [
            ("InvoiceId", Field::InvoiceNo, EXACT),
            ("CustomerId", Field::CustomerNo, EXACT),
            ("OrderID", Field::JobNo, EXACT),
            ("InvoiceLineId", Field::LineNo, EXACT),
            ("Billed_Total_Amount_USD", Field::Gross, WORDS),
            ("POL_Origin", Field::Origin, WORDS),
            ("POD_Destination", Field::Destination, MOST_WORDS),
            ("Agreed_Base_Rate_USD", Field::UnitPrice, WORDS),
            ("Delivered to Client Date", Field::DeliveryDate, WORDS),
            ("Customer Invoice Number", Field::InvoiceNo, WORDS),
            ("Rechnungsdtaum", Field::InvoiceDate, MISSPELT),
            ("고객청구서번호", Field::InvoiceNo, WORDS),
            ("Date chargement", Field::PickupDate, EXACT),
            ("Date déchargement", Field::DeliveryDate, EXACT),
            ("Ville déchargement", Field::Destination, EXACT),
            ("Account: Account Name", Field::CustomerName, WORDS),
        ] {
            assert_eq!(best(text), Some((Sense::Field(field), score)), "{text}");
        }
    }

    #[test]
    fn planned_and_recorded_dates_are_not_the_date() {
        for text in
            ["Scheduled Delivery Date", "Delivery Recorded Date", "배송예정일", "예정도착일자"]
        {
            let fields = senses(&[text]);
            assert!(
                !fields.iter().any(|m| matches!(m.sense, Sense::Field(_)) && m.score >= VAGUE),
                "{text}: {fields:?}"
            );
        }
    }

    #[test]
    fn the_lower_row_of_a_header_counts() {
        let found = senses(&["Job details", "Job No"]);
        assert_eq!(
            found.first().map(|m| (m.sense, m.score)),
            Some((Sense::Field(Field::JobNo), WORDS))
        );
        let found = senses(&["Pickup", "Date"]);
        assert_eq!(found.first().map(|m| m.sense), Some(Sense::Field(Field::PickupDate)));
        assert!(
            senses(&["Consignee", "Name"])
                .iter()
                .all(|m| m.sense != Sense::Field(Field::CustomerName) || m.score <= VAGUE)
        );
    }
}
