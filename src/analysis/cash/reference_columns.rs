//! Columns that no field reads and that may still hold what a payer quotes: billing documents,
//! assignments, delivery notes on one side; any text on the other. Told by their cells alone.

use std::collections::BTreeSet;

use crate::base::turns::Pace;
use crate::base::{QuickSet, fold_id};
use crate::matching::{Item, read_instalments};
use crate::table::{Field, Table};

/// Rows that are looked at; shares over a thousand tell enough.
const SAMPLE: usize = 1_000;
/// A word among others with fewer digits is a count, a size or a year.
const CODE_DIGITS_MIN: usize = 5;

/// Columns of identifiers: most cells filled, most different, all of them short and with digits.
pub fn reference_columns(table: &Table) -> Vec<(u16, String)> {
    let header = table.raw.columns.iter().enumerate().map(|(at, _)| at as u16);
    let open = header.filter(|at| table.columns.iter().all(|column| column.index != *at));
    let told = open.filter_map(|at| {
        let cells = sample(table, at);
        let distinct: BTreeSet<&str> = cells.iter().copied().collect();
        let codes = cells.iter().filter(|text| is_code(text)).count();
        let telling = cells.len() * 2 >= table.len().min(SAMPLE)
            && distinct.len() * 2 >= cells.len()
            && codes * 10 >= cells.len() * 9
            && !cells.is_empty();
        telling.then(|| (at, header_of(table, at)))
    });
    told.collect()
}

/// Fewer values that payers quote may be there by chance.
const QUOTED_MIN: usize = 3;

/// Columns of identifiers of which few rows have one, or many the same, as those of payouts: they count
/// because payers quote them.
pub async fn quoted_columns(table: &Table, receipts: &[Item], pace: &Pace) -> Vec<(u16, String)> {
    let known: Vec<u16> = reference_columns(table).into_iter().map(|(at, _)| at).collect();
    let all = (0..table.raw.columns.len()).map(|at| at as u16);
    let open = all.filter(|at| !known.contains(at) && table.columns.iter().all(|c| c.index != *at));
    let values = |at: u16| {
        let cells = sample(table, at);
        let holding: Vec<&&str> = cells.iter().filter(|text| is_code(text)).collect();
        let codes: BTreeSet<String> = holding.iter().map(|text| fold_id(text)).collect();
        (codes.len() >= QUOTED_MIN && holding.len() * 10 >= cells.len() * 9).then_some((at, codes))
    };
    let candidates: Vec<(u16, BTreeSet<String>)> = open.filter_map(values).collect();
    let mut quoted: QuickSet<String> = QuickSet::default();
    pace.each(receipts.iter().filter(|_| !candidates.is_empty()), |item| {
        quoted.extend(item.texts.iter().flat_map(|text| words(text)).map(fold_id));
    })
    .await;
    let told = candidates.into_iter().filter(|(_, codes)| {
        let found = codes.iter().filter(|code| quoted.contains(*code)).count();
        found >= QUOTED_MIN && found * 4 >= codes.len()
    });
    told.map(|(at, _)| (at, header_of(table, at))).collect()
}

/// Columns of words with identifiers among them: "4711 / INV-1042 / order 88".
pub fn reference_texts(table: &Table) -> Vec<(u16, String)> {
    let read = |at: u16| table.columns.iter().find(|column| column.index == at);
    let all = (0..table.raw.columns.len()).map(|at| at as u16);
    let open = all.filter(|&at| read(at).is_none_or(|column| column.field == Field::Text));
    let told = open.filter_map(|at| {
        let cells = sample(table, at);
        let distinct: BTreeSet<&str> = cells.iter().copied().collect();
        let holding = cells.iter().filter(|text| !is_code(text) && !codes(text).is_empty()).count();
        let telling = cells.len() * 2 >= table.len().min(SAMPLE)
            && distinct.len() * 2 >= cells.len()
            && holding * 10 >= cells.len() * 9
            && !cells.is_empty();
        telling.then(|| (at, header_of(table, at)))
    });
    told.collect()
}

/// Columns of words in most of which one instalment is named: "Plan 2238 rate 10/12".
pub fn instalment_columns(table: &Table) -> Vec<u16> {
    let read = |at: u16| table.columns.iter().find(|column| column.index == at);
    let all = (0..table.raw.columns.len()).map(|at| at as u16);
    let open = all.filter(|&at| read(at).is_none_or(|column| column.field == Field::Text));
    open.filter(|&at| {
        let cells = sample(table, at);
        let telling = cells.iter().filter(|text| read_instalments(text).len() == 1).count();
        telling > 0 && telling * 2 >= cells.len()
    })
    .collect()
}

/// The identifiers in a text of several.
pub fn codes(text: &str) -> Vec<&str> {
    let digits = |word: &str| word.bytes().filter(u8::is_ascii_digit).count();
    words(text).filter(|word| is_code(word) && digits(word) >= CODE_DIGITS_MIN).collect()
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    let apart =
        |c: char| c.is_whitespace() || matches!(c, '/' | ',' | ';' | '|' | '(' | ')' | '#' | ':');
    text.split(apart).filter(|word| !word.is_empty())
}

/// Columns with words or identifiers in them, as against amounts and dates.
pub fn free_texts(table: &Table) -> Vec<u16> {
    let all = (0..table.raw.columns.len()).map(|at| at as u16);
    let open = all.filter(|at| table.columns.iter().all(|column| column.index != *at));
    open.filter(|&at| {
        let cells = sample(table, at);
        let texts = cells.iter().filter(|text| !is_number_or_date(text)).count();
        texts * 2 >= cells.len() && !cells.is_empty()
    })
    .collect()
}

fn sample(table: &Table, at: u16) -> Vec<&str> {
    let step = table.len().div_ceil(SAMPLE).max(1);
    let rows = table.rows.iter().step_by(step);
    let cells = rows.map(|&row| table.raw.text(row as usize, usize::from(at)).trim());
    cells.filter(|text| !text.is_empty()).collect()
}

pub fn header_of(table: &Table, at: u16) -> String {
    let first = table.rows.first().map_or(0, |&row| row as usize);
    let above = (0..first).rev().map(|row| table.raw.text(row, usize::from(at)).trim());
    above.into_iter().find(|text| !text.is_empty()).unwrap_or_default().to_owned()
}

fn is_code(text: &str) -> bool {
    let chars = text.chars().count();
    let digits = text.chars().filter(char::is_ascii_digit).count();
    (4..=40).contains(&chars)
        && digits >= 3
        && text.split_whitespace().count() <= 2
        && !is_number_or_date(text)
}

/// Digits with decimals, or three groups of digits as a date has them.
fn is_number_or_date(text: &str) -> bool {
    // "55133, 55117": no number is grouped by so many digits.
    let mut listed = text.split([',', ';']).map(str::trim).filter(|word| !word.is_empty());
    if text.contains([',', ';']) && listed.all(|word| word.len() >= CODE_DIGITS_MIN) {
        return false;
    }
    let plain = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '/' | ':' | ' ');
    if !text.chars().all(plain) {
        return false;
    }
    let decimals = text.rsplit_once(['.', ',']).is_some_and(|(_, tail)| tail.len() != 4);
    let groups = text.split(['-', '/', '.', ' ']).filter(|group| !group.is_empty()).count();
    decimals || groups == 3 || text.len() < 4
}
