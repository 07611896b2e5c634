//! Identifiers in free text: whole tokens, tokens that a line wrap or a blank took apart, ranges,
//! tails and "외 3건". Nothing here is ever a part of a longer run of digits.

use chrono::Datelike;
use unicode_normalization::UnicodeNormalization;

use super::structured;
use crate::base::{Date, fold_id};

/// Significant characters from which a token may stand for something by itself.
pub const CHARS_MIN: usize = 5;
/// With a letter before the digits one less is enough.
const LETTERED_CHARS_MIN: usize = 4;
/// Most tokens that are put together again, and the longest whole.
const JOINED_MAX: usize = 4;
const JOINED_CHARS_MAX: usize = 40;
/// Most items that a range stands for: beyond it two numbers and a dash are something else.
const RANGE_MAX: u64 = 60;

/// Something in a text that may be an identifier.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Candidate {
    /// Folded: upper case, without separators.
    pub text: String,
    /// How many tokens were put together.
    pub parts: usize,
    /// Looks like a date, an amount, a year or a phone number as well.
    pub masked: bool,
}

/// What a text says.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Reading {
    pub candidates: Vec<Candidate>,
    /// Items that the text says are meant.
    pub count: Option<Counted>,
}

/// A number of items in words.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Counted {
    /// All of them: "等5笔".
    All(u32),
    /// So many beside those that are named: "외 3건", "and 2 more".
    Others(u32),
}

impl Counted {
    /// Whether a set of so many may be meant, of which so many are named. Others may be named as well,
    /// behind the first.
    pub fn fits(self, members: usize, named: usize) -> bool {
        match self {
            Counted::All(all) => members == all as usize,
            Counted::Others(more) => {
                [1, named.max(1)].contains(&(members.saturating_sub(more as usize)))
            }
        }
    }

    /// How many are not named.
    pub fn unnamed(self, named: usize) -> usize {
        match self {
            Counted::All(all) => (all as usize).saturating_sub(named),
            Counted::Others(more) => more as usize,
        }
    }

    /// All of them, where one is named.
    pub fn after_one(self) -> u32 {
        match self {
            Counted::All(all) => all,
            Counted::Others(more) => more + 1,
        }
    }
}

/// What must not be taken for an identifier in a text.
#[derive(Clone, Debug, Default)]
pub struct Masks {
    /// In minor and in major units.
    amounts: Vec<u64>,
    accounts: Vec<String>,
    dates: Vec<Date>,
}

impl Masks {
    /// The own amount in every way of writing it, accounts, and dates of the item.
    pub fn new(amount: i64, digits: u32, accounts: &[&str], dates: &[Date]) -> Masks {
        let minor = amount.unsigned_abs();
        let major = 10_u64.checked_pow(digits).and_then(|unit| minor.checked_div(unit));
        Masks {
            amounts: [Some(minor), major].into_iter().flatten().collect(),
            accounts: accounts.iter().map(|account| fold_id(account)).collect(),
            dates: dates.to_vec(),
        }
    }

    fn hides(&self, text: &str) -> bool {
        let number = text.parse::<u64>().ok().filter(|_| text.bytes().all(|b| b.is_ascii_digit()));
        let is_amount =
            |number: u64| self.amounts.contains(&number) && (text == "0" || !text.starts_with('0'));
        number.is_some_and(|number| {
            is_amount(number) || self.dates.iter().any(|&date| is_day(number, text.len(), date))
        }) || self.accounts.iter().any(|account| account == text)
            || is_year(text)
            || is_phone(text)
    }
}

/// The date written without anything between its parts, in any usual order.
fn is_day(number: u64, digits: usize, date: Date) -> bool {
    let Some(year) = u64::try_from(date.year()).ok().filter(|year| *year <= 9_999) else {
        return false;
    };
    let (month, day) = (u64::from(date.month()), u64::from(date.day()));
    let short = year % 100;
    match digits {
        8 => [
            year * 10_000 + month * 100 + day,
            day * 1_000_000 + month * 10_000 + year,
            month * 1_000_000 + day * 10_000 + year,
        ]
        .contains(&number),
        6 => [short * 10_000 + month * 100 + day, day * 10_000 + month * 100 + short]
            .contains(&number),
        _ => false,
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Script {
    /// Letters and digits of Latin writing.
    Latin,
    Other,
}

struct Token<'t> {
    text: &'t str,
    script: Script,
    /// What stands between this token and the one before.
    gap: &'t str,
}

/// A place in a text that may be an identifier.
#[derive(Clone, Copy, Debug)]
pub struct Found<'f> {
    /// Folded: upper case, without separators.
    pub text: &'f str,
    /// How many tokens were put together.
    pub parts: usize,
    /// Proves itself, or is written out from others: no mask hides it.
    proved: bool,
}

impl Found<'_> {
    pub fn is_masked(&self, masks: &Masks) -> bool {
        !self.proved && masks.hides(self.text)
    }
}

pub fn read(text: &str, masks: &Masks) -> Reading {
    let mut candidates: Vec<Candidate> = Vec::new();
    let count = each(text, |found| {
        let (text, parts) = (found.text.to_owned(), found.parts);
        candidates.push(Candidate { text, parts, masked: found.is_masked(masks) });
    });
    candidates.sort_unstable();
    candidates.dedup();
    Reading { candidates, count }
}

/// Hands over all that may be an identifier, in no order and some of it twice; answers with what the
/// words count. Most texts are read to look their tokens up, which needs no list of them.
pub fn each(text: &str, mut take: impl FnMut(Found)) -> Option<Counted> {
    let structured = structured::read(text);
    let text = structured.as_ref().map_or(text, |structured| structured.text.as_str());
    for proved in structured.iter().flat_map(|structured| &structured.proved) {
        take(Found { text: proved, parts: 1, proved: true });
    }
    let upper = upper(text);
    let tokens = tokens(&upper);
    let mut whole = String::new();
    for at in 0..tokens.len() {
        if tokens[at].script == Script::Other {
            continue;
        }
        whole.clear();
        for parts in 1..=JOINED_MAX.min(tokens.len() - at) {
            let token = &tokens[at + parts - 1];
            if token.script == Script::Other || (parts > 1 && !joins(token.gap)) {
                break;
            }
            whole.push_str(token.text);
            if whole.len() > JOINED_CHARS_MAX * JOINED_MAX {
                break;
            }
            if stands_alone(&whole) {
                take(Found { text: &whole, parts, proved: false });
            }
        }
        if let Some(bare) = without_label(tokens[at].text).filter(|bare| stands_alone(bare)) {
            take(Found { text: bare, parts: 1, proved: false });
        }
        for run in digit_runs(tokens[at].text) {
            take(Found { text: run, parts: 1, proved: false });
        }
    }
    for text in series(&tokens) {
        take(Found { text: &text, parts: 2, proved: true });
    }
    count(&tokens)
}

fn upper(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_uppercase();
    }
    text.nfkc().flat_map(char::to_uppercase).collect()
}

fn tokens(upper: &str) -> Vec<Token<'_>> {
    let mut tokens: Vec<Token> = Vec::new();
    // Where the gap before the open token began, where it ended, and the writing of the token.
    let (mut gap, mut open): (usize, Option<(usize, Script)>) = (0, None);
    for (at, c) in upper.char_indices() {
        let script = match c {
            c if !c.is_alphanumeric() => None,
            c if c.is_ascii() || is_latin(c) => Some(Script::Latin),
            _ => Some(Script::Other),
        };
        if let Some((from, own)) = open.filter(|(_, own)| script != Some(*own)) {
            let (text, gap_before) = (&upper[from..at], &upper[gap..from]);
            tokens.push(Token { text, script: own, gap: gap_before });
            (gap, open) = (at, None);
        }
        if open.is_none() {
            open = script.map(|script| (at, script));
        }
    }
    if let Some((from, script)) = open {
        tokens.push(Token { text: &upper[from..], script, gap: &upper[gap..from] });
    }
    tokens
}

fn is_latin(c: char) -> bool {
    ('\u{C0}'..='\u{24F}').contains(&c)
}

/// What may stand inside one number that was wrapped or set with separators.
fn joins(gap: &str) -> bool {
    gap.chars().count() <= 2 && matches!(gap.trim(), "" | "-" | "/" | "." | "_")
}

/// Long enough, with digits enough, to be looked up by itself.
fn stands_alone(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let lettered = text.bytes().next().is_some_and(|b| b.is_ascii_alphabetic());
    let chars = text.chars().count();
    digits >= 2 && (chars >= CHARS_MIN || (lettered && chars >= LETTERED_CHARS_MIN && digits >= 3))
}

/// A number with letters in it, without the word that the next label left behind it ("4B9ZNO 2").
fn without_label(token: &str) -> Option<&str> {
    let bare = token.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let label = token.len() - bare.len();
    let mixed = bare.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let mixed = mixed.bytes().any(|b| b.is_ascii_alphabetic());
    ((2..=4).contains(&label) && mixed && bare.is_ascii()).then_some(bare)
}

/// Whole runs of digits between letters: labels are glued to numbers ("0445967REF").
fn digit_runs(token: &str) -> impl Iterator<Item = &str> {
    let mixed = token.bytes().any(|b| b.is_ascii_alphabetic());
    token.split(|c: char| !c.is_ascii_digit()).filter(move |run| mixed && run.len() >= CHARS_MIN)
}

/// Ranges ("1001-1005", "1001~05") and lists of tails ("1001/02/05").
fn series(tokens: &[Token]) -> Vec<String> {
    let mut found = Vec::new();
    for at in 0..tokens.len() {
        let Some((prefix, digits)) = numbered(tokens[at].text) else { continue };
        if let Some(next) = tokens.get(at + 1).filter(|next| is_range(next.gap)) {
            found.extend(range(prefix, digits, next.text));
        } else if let (Some(word), Some(next)) = (tokens.get(at + 1), tokens.get(at + 2))
            && ["BIS", "TO", "THRU", "THROUGH", "A"].contains(&word.text)
        {
            found.extend(range(prefix, digits, next.text));
        }
        for next in tokens[at + 1..].iter().take_while(|t| matches!(t.gap.trim(), "/" | "," | "&"))
        {
            let tail = next.text;
            let is_tail = tail.len() < digits.len()
                && tail.len() >= 2
                && tail.bytes().all(|b| b.is_ascii_digit());
            if !is_tail {
                break;
            }
            found.push(format!("{prefix}{}{tail}", &digits[..digits.len() - tail.len()]));
        }
    }
    found
}

fn is_range(gap: &str) -> bool {
    matches!(gap.trim(), "-" | "–" | "—" | "~" | "..." | "..")
}

/// Letters, then digits, nothing after.
fn numbered(token: &str) -> Option<(&str, &str)> {
    let at = token.find(|c: char| c.is_ascii_digit())?;
    let (prefix, digits) = token.split_at(at);
    let plain = digits.bytes().all(|b| b.is_ascii_digit()) && prefix.is_ascii();
    (plain && digits.len() >= 3 && digits.len() <= 18).then_some((prefix, digits))
}

fn range(prefix: &str, first: &str, last: &str) -> Vec<String> {
    let last = last.strip_prefix(prefix).unwrap_or(last);
    if last.len() > first.len() || last.len() < 2 || !last.bytes().all(|b| b.is_ascii_digit()) {
        return Vec::new();
    }
    let whole = format!("{}{last}", &first[..first.len() - last.len()]);
    let (Ok(low), Ok(high)) = (first.parse::<u64>(), whole.parse::<u64>()) else {
        return Vec::new();
    };
    if high <= low || high - low > RANGE_MAX {
        return Vec::new();
    }
    let width = first.len();
    (low + 1..=high).map(|number| format!("{prefix}{number:0width$}")).collect()
}

/// How many items the words count.
fn count(tokens: &[Token]) -> Option<Counted> {
    for (at, token) in tokens.iter().enumerate() {
        let Some(number) = token.text.parse::<u32>().ok().filter(|n| (1..=200).contains(n)) else {
            continue;
        };
        let word = |at: Option<usize>| at.and_then(|at| tokens.get(at)).map_or("", |t| t.text);
        let (before, after) = (word(at.checked_sub(1)), word(Some(at + 1)));
        if before.ends_with('외') && (after.starts_with('건') || after.starts_with("매")) {
            return Some(Counted::Others(number));
        }
        if before.ends_with('等') && ["笔", "张", "份", "单"].iter().any(|w| after.starts_with(w))
        {
            return Some(Counted::All(number));
        }
        if (before == "AND" || token.gap.trim_end().ends_with('+'))
            && ["MORE", "OTHERS", "OTHER"].contains(&after)
        {
            return Some(Counted::Others(number));
        }
        if ["UND", "ET", "Y"].contains(&before)
            && ["WEITERE", "AUTRES", "MÁS", "MAS", "OTRAS"].contains(&after)
        {
            return Some(Counted::Others(number));
        }
        if ["INVOICES", "INVS", "RECHNUNGEN", "FACTURES", "FACTURAS"].contains(&after) {
            return Some(Counted::All(number));
        }
    }
    None
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && ("1950".."2100").contains(&text)
}

/// Mobile numbers of Korea and China, and anything with a country code and a double zero.
fn is_phone(text: &str) -> bool {
    let digits = text.bytes().all(|b| b.is_ascii_digit());
    digits
        && ((text.len() == 11 && text.starts_with("010"))
            || (text.len() == 14 && text.starts_with("0082"))
            || (text.len() == 15 && text.starts_with("0086")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        let masks = Masks::default();
        read(text, &masks).candidates.into_iter().map(|c| c.text).collect()
    }

    #[test]
    fn a_longer_run_of_digits_holds_no_shorter_one() {
        assert!(!found("ref 181499").contains(&"1814".to_owned()));
        assert!(found("ref 181499").contains(&"181499".to_owned()));
    }

    #[test]
    fn wraps_labels_and_scripts_come_apart() {
        assert!(found("INV-10 42").contains(&"INV1042".to_owned()));
        assert!(found("no 0: 5713064797no 1: 3056463972").contains(&"5713064797".to_owned()));
        assert!(found("송장INV-1042대금").contains(&"INV1042".to_owned()));
    }

    #[test]
    fn ranges_and_tails_are_written_out() {
        let all = found("RE 20241001-04, 20249101/02/05");
        for number in ["20241002", "20241003", "20241004", "20249102", "20249105"] {
            assert!(all.contains(&number.to_owned()), "{number} in {all:?}");
        }
        assert!(!found("20241001-2026").contains(&"20241002".to_owned()));
    }

    #[test]
    fn counted_items() {
        let count = |text| read(text, &Masks::default()).count;
        assert_eq!(count("A-1001 외 3건"), Some(Counted::Others(3)));
        assert_eq!(count("A-1001等5笔"), Some(Counted::All(5)));
        assert_eq!(count("A-1001 and 2 more"), Some(Counted::Others(2)));
        assert_eq!(count("A-1001, A-1002 +2 others"), Some(Counted::Others(2)));
        assert_eq!(count("A-1001 und 4 weitere"), Some(Counted::Others(4)));
        assert!(Counted::Others(2).fits(4, 2) && Counted::Others(2).fits(3, 3));
        assert!(!Counted::Others(2).fits(5, 2) && !Counted::All(3).fits(2, 2));
        assert_eq!(count("3 pallets"), None);
    }
}
