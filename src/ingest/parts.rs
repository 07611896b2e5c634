//! Values that stand together in one column of text: behind labels ("Payer: Orrin; Amount: 120.00"),
//! or among words ("on 3 May 2026 Orrin paid EUR 120.00"). Says where a part stands in a text; that a
//! column holds parts at all is the proposal's business.
//!
//! Invariant: a text in which two figures could be the amount has none.

use chrono::Datelike;
use serde::{Deserialize, Serialize};

use super::Reading;
use super::typing::{read_currency, read_date, read_number};
use super::{DateOrder, NumberStyle};
use crate::base::{Currency, fold_word};
use crate::table::{RawCell, RawCells, RawColumn, RawKind, RawSheet};

/// Where a field stands in the text of its column.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// Behind the label at a position; what stands behind the others is theirs.
    Labelled { labels: Vec<String>, at: u8 },
    /// The piece at a position between separators.
    Piece { between: char, at: u8 },
    /// The only figure that is an amount.
    Amount,
    /// The currency beside it.
    Currency,
    /// The date at a position, from 0.
    Day(u8),
}

/// Words in front of a colon that may be its label.
const LABEL_WORDS_MAX: usize = 3;

impl Part {
    pub fn of<'t>(&self, text: &'t str) -> Option<&'t str> {
        match self {
            Part::Labelled { labels, at } => labelled(text, labels)
                .into_iter()
                .find_map(|(label, value)| (label == usize::from(*at)).then_some(value))
                .filter(|value| !value.is_empty()),
            Part::Piece { between, at } => {
                text.split(*between).nth(usize::from(*at)).map(str::trim).filter(|p| !p.is_empty())
            }
            Part::Amount => Some(amount(text)?.0),
            Part::Currency => amount(text)?.1,
            Part::Day(at) => days(text).into_iter().nth(usize::from(*at)),
        }
    }

    /// The part of every cell as a column of its own, row by row.
    fn column(&self, whole: &RawColumn) -> RawColumn {
        let mut cells = RawCells::default();
        let mut codes = vec![0_u32];
        for cell in whole.cells.iter() {
            let part =
                self.of(cell.text).filter(|text| cells.push(RawCell { text, kind: RawKind::Text }));
            codes.push(part.map_or(0, |_| cells.len() as u32));
        }
        // Two texts may hold the same part.
        cells.may_repeat();
        let code = |code: &u32| codes.get(*code as usize).copied().unwrap_or(0);
        RawColumn { cells, codes: whole.codes.iter().map(code).collect() }
    }
}

/// The sheet with a column more for each part, the reading that reads those, and the column from
/// which each was taken.
pub(super) fn apart(raw: &RawSheet, reading: &Reading) -> (RawSheet, Reading, Vec<u16>) {
    let (mut raw, mut reading, mut taken) = (raw.clone(), reading.clone(), Vec::new());
    for (field, part) in std::mem::take(&mut reading.parts) {
        let Some(&from) = reading.columns.get(&field) else { continue };
        let Some(whole) = raw.columns.get(usize::from(from)) else { continue };
        let column = part.column(whole);
        let at = raw.columns.len() as u16;
        raw.columns.push(column);
        taken.push(from);
        reading.columns.insert(field, at);
        let (numbers, dates) = (reading.numbers.get(&from), reading.dates.get(&from));
        let (numbers, dates) = (numbers.copied(), dates.copied());
        reading.numbers.extend(numbers.map(|style| (at, style)));
        reading.dates.extend(dates.map(|order| (at, order)));
    }
    (raw, reading, taken)
}

/// The folded words that stand before colons, each with all that may be its label.
pub fn labels(text: &str) -> Vec<String> {
    marks(text).flat_map(|at| before(text, at)).map(|from| from.1).collect()
}

/// The values behind the labels, in the order of the text, each with the label's position.
fn labelled<'t>(text: &'t str, labels: &[String]) -> Vec<(usize, &'t str)> {
    let found: Vec<(usize, usize, usize)> = marks(text)
        .filter_map(|mark| {
            let all = before(text, mark).into_iter().rev();
            all.into_iter().find_map(|(from, label)| {
                let at = labels.iter().position(|known| *known == label)?;
                Some((at, from, mark + 1))
            })
        })
        .collect();
    let ends = found.iter().skip(1).map(|&(_, from, _)| from).chain([text.len()]);
    let edge = |c: char| c.is_whitespace() || ",;|{}[]\"'/=>".contains(c);
    let values = found.iter().zip(ends);
    values.map(|(&(at, _, from), end)| (at, text[from..end.max(from)].trim_matches(edge))).collect()
}

/// Colons and signs of equality that may end a label.
fn marks(text: &str) -> impl Iterator<Item = usize> {
    text.match_indices([':', '=']).map(|(at, _)| at)
}

/// Where the last one, two or three words before a mark begin, with those words folded.
fn before(text: &str, mark: usize) -> Vec<(usize, String)> {
    let ends = |c: char| !(c.is_alphanumeric() || matches!(c, ' ' | '_' | '-' | '.'));
    let head = text[..mark].trim_end_matches(['"', '\'', ' ']);
    let run =
        head.char_indices().rev().find(|(_, c)| ends(*c)).map_or(0, |(at, c)| at + c.len_utf8());
    let words: Vec<usize> = words(&head[run..]).into_iter().map(|(at, _)| run + at).collect();
    let last = words.iter().rev().take(LABEL_WORDS_MAX);
    last.map(|&from| (from, fold_word(&head[from..].replace('_', " "))))
        .filter(|(_, label)| label.chars().any(char::is_alphabetic))
        .collect()
}

/// Words between blanks, without the signs around them, and where they begin.
fn words(text: &str) -> Vec<(usize, &str)> {
    let edge = |c: char| ",;:()[]{}\"'|".contains(c);
    let all = text.split(char::is_whitespace).map(|word| {
        let from = word.as_ptr() as usize - text.as_ptr() as usize;
        let bare = word.trim_start_matches(edge);
        (from + word.len() - bare.len(), bare.trim_end_matches(edge).trim_end_matches('.'))
    });
    all.filter(|(_, word)| !word.is_empty()).collect()
}

/// A figure among words, and the currency that stands beside it.
struct Figure<'t> {
    text: &'t str,
    currency: Option<&'t str>,
    decimals: bool,
}

/// The only figure that can be the amount: beside a currency, else with two decimals.
fn amount(text: &str) -> Option<(&str, Option<&str>)> {
    let all = figures(text);
    let tests: [fn(&Figure) -> bool; 3] = [
        |figure| figure.currency.is_some() && figure.decimals,
        |figure| figure.decimals,
        |figure| figure.currency.is_some(),
    ];
    let mut found = tests.iter().map(|test| all.iter().filter(|f| test(f)).collect::<Vec<_>>());
    let found = found.find(|found| !found.is_empty())?;
    let first = found.first()?;
    let alone = found.iter().all(|other| other.text == first.text);
    alone.then_some((first.text, first.currency))
}

fn figures(text: &str) -> Vec<Figure<'_>> {
    let words = words(text);
    let beside = |at: usize| words.get(at).map(|(_, word)| *word).filter(|word| is_currency(word));
    let read = words.iter().enumerate().filter_map(|(at, (_, word))| {
        let (before, figure, after) = glued(word)?;
        let own = [before, after].into_iter().find(|mark| !mark.is_empty());
        // A word of three letters may be a currency as well: the one in front is meant.
        let near = || at.checked_sub(1).and_then(beside).or_else(|| beside(at + 1));
        let decimals = figure.rfind(['.', ',']).is_some_and(|mark| figure.len() - mark == 3);
        Some(Figure { text: figure, currency: own.or_else(near), decimals })
    });
    read.collect()
}

/// A figure with the currency that is written onto it: "€1,200.50", "EUR12.00", "5,000원".
fn glued(word: &str) -> Option<(&str, &str, &str)> {
    let digit = |c: char| c.is_ascii_digit();
    let from = word.find(digit)?;
    let to = word.rfind(digit)? + 1;
    let (before, figure, after) = (&word[..from], &word[from..to], &word[to..]);
    let (signed, before) = match before.strip_suffix('-') {
        Some(rest) => (&word[from - 1..to], rest),
        None => (figure, before),
    };
    let plain = figure.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '\''));
    let marks = [before, after].into_iter().filter(|mark| !mark.is_empty());
    let cell = RawCell { text: signed, kind: RawKind::Text };
    let reads = [NumberStyle::Point, NumberStyle::Comma]
        .into_iter()
        .any(|style| read_number(&cell, Some(style)).ok().is_some());
    (plain && reads && marks.into_iter().all(is_currency)).then_some((before, signed, after))
}

fn is_currency(word: &str) -> bool {
    let code = word.len() == 3 && word.bytes().all(|b| b.is_ascii_uppercase());
    match code {
        true => Currency::parse(word).is_some(),
        false => !word.chars().any(|c| c.is_ascii_alphanumeric()) && read_currency(word).is_some(),
    }
}

/// Words, or three of them in a row, that are a date.
fn days(text: &str) -> Vec<&str> {
    let words = words(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let (from, word) = words[at];
        let three = words.get(at + 2).map(|&(last, word)| &text[from..last + word.len()]);
        let spelt = three.filter(|three| three.chars().any(char::is_alphabetic) && is_day(three));
        match spelt {
            Some(three) => {
                found.push(three);
                at += 3;
            }
            None => {
                found.extend(is_day(word).then_some(word));
                at += 1;
            }
        }
    }
    found
}

fn is_day(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let bare = digits == text.len();
    if !(5..=8).contains(&digits) || (bare && digits != 8) {
        return false;
    }
    let cell = RawCell { text, kind: RawKind::Text };
    let orders = [DateOrder::DayMonthYear, DateOrder::MonthDayYear, DateOrder::YearMonthDay];
    orders.into_iter().any(|order| {
        let read = read_date(&cell, Some(order)).ok();
        read.is_some_and(|date| (1980..2080).contains(&date.year()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_amount_is_the_only_figure_that_can_be_one() {
        for (text, read) in [
            ("On 09-Oct-2016 Orrin paid KRW 50517: no 356308216", Some(("50517", Some("KRW")))),
            ("paid 1.234,50 EUR for 2016.10.09 and 4711", Some(("1.234,50", Some("EUR")))),
            ("Calder Bio €99.10 INV-1042", Some(("99.10", Some("€")))),
            ("100.00 and 200.00", None),
            ("USD 100.00 less USD 2.00", None),
            ("settlement 4711", None),
        ] {
            assert_eq!(amount(text), read, "{text}");
        }
    }

    #[test]
    fn days_are_read_in_any_usual_writing() {
        let text = "On 9 Oct 2016, due 2016-11-08 (20161231) ref 12345678 1.23";
        assert_eq!(days(text), ["9 Oct 2016", "2016-11-08", "20161231"]);
    }

    #[test]
    fn a_value_ends_where_the_next_label_begins() {
        let known: Vec<String> = ["payer", "amount", "posting date"].map(str::to_owned).into();
        let text = "Payer: Orrin, Sons | posting_date=2026-05-04; \"Amount\": \"12.50\"";
        let read = labelled(text, &known);
        assert_eq!(read, [(0, "Orrin, Sons"), (2, "2026-05-04"), (1, "12.50")]);
    }
}
