//! From raw cells to exact values: numbers, dates, ratios, flags and currencies as people write
//! them. Knows one column at a time, not what the column means.
//!
//! Invariant: nothing is guessed for one cell that the column does not bear out; a cell that can
//! be read in two ways fails until somebody decides, and no number passes through a float.

mod currency;
mod date_evidence;
mod date_readings;
mod dates;
mod digits;
mod flags;
mod months;
mod number_evidence;
mod numbers;
mod percents;
mod scale;
mod sides;
mod told;

pub use currency::read_currency;
pub use date_evidence::{DateEvidence, OrderEvidence, date_evidence, order_evidence};
pub use date_readings::date_readings;
pub use dates::read_date;
pub use digits::read_digits;
pub use flags::read_flag;
pub use number_evidence::{NumberEvidence, StyleEvidence, number_evidence, style_evidence};
pub use numbers::{NumberRead, NumberUnit, read_number};
pub use percents::{PercentScale, percent_scale, read_percent};
pub use scale::scale_named;
pub use sides::{Side, read_side, side_within};
pub use told::{is_reason, referred};

use unicode_normalization::UnicodeNormalization;

use crate::base::stretches;
use crate::table::{RawCell, RawColumn};

/// How often each distinct cell of a column stands in the given rows. Evidence is then taken once
/// per distinct cell.
struct Tally {
    blank: u32,
    /// Codes with their counts, in order of the codes.
    counts: Vec<(u32, u32)>,
}

impl Tally {
    fn cells<'c>(&self, column: &'c RawColumn) -> impl Iterator<Item = (RawCell<'c>, u32)> {
        let cell =
            |&(code, count): &(u32, u32)| Some((column.cells.get(code as usize - 1)?, count));
        self.counts.iter().filter_map(cell)
    }
}

fn tally(column: &RawColumn, rows: &[u32]) -> Tally {
    // A few rows of a long column are sorted; all of its rows are counted.
    const FEW: usize = 16;
    let code = |&row: &u32| column.codes.get(row as usize).copied().unwrap_or(0);
    let mut counts: Vec<(u32, u32)> = if rows.len() * FEW < column.cells.len() {
        let mut codes: Vec<u32> = rows.iter().map(code).collect();
        codes.sort_unstable();
        codes.chunk_by(|a, b| a == b).map(|same| (same[0], same.len() as u32)).collect()
    } else {
        let mut counts = vec![0; column.cells.len() + 1];
        stretches::each(rows.iter().map(code), |code| {
            if let Some(count) = counts.get_mut(code as usize) {
                *count += 1;
            }
        });
        stretches::collect((0..).zip(counts).filter(|&(_, count)| count > 0))
    };
    let blank = counts.first().filter(|(code, _)| *code == 0).map_or(0, |(_, count)| *count);
    counts.retain(|(code, _)| *code > 0);
    Tally { blank, counts }
}

/// NFKC, one kind of minus, blank and apostrophe, European digits; trimmed, and without the
/// apostrophe with which spreadsheets mark text.
fn plain(text: &str) -> String {
    let mapped: String = if text.is_ascii() {
        text.to_owned()
    } else {
        text.nfkc().map(plain_char).filter(|c| !is_invisible(*c)).collect()
    };
    let trimmed = mapped.trim();
    trimmed.strip_prefix('\'').unwrap_or(trimmed).trim().to_owned()
}

fn plain_char(c: char) -> char {
    match c {
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '\u{2018}' | '\u{2019}' | '\u{02bc}' => '\'',
        '\u{0660}'..='\u{0669}' => digit_from(c, '\u{0660}'),
        '\u{06f0}'..='\u{06f9}' => digit_from(c, '\u{06f0}'),
        c if c.is_whitespace() => ' ',
        c => c,
    }
}

fn digit_from(c: char, zero: char) -> char {
    char::from_digit(c as u32 - zero as u32, 10).unwrap_or(c)
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}')
}

/// Words that stand for "nothing here" in a column of numbers or dates.
fn means_blank(plain: &str) -> bool {
    const WORDS: [&str; 13] = [
        "n/a",
        "na",
        "n.a.",
        "nil",
        "null",
        "none",
        "- none -",
        "없음",
        "해당없음",
        "无",
        "無",
        "tbd",
        "#",
    ];
    let dashes = plain.chars().all(|c| matches!(c, '-' | '.' | '_' | ' '));
    dashes || WORDS.contains(&plain.to_lowercase().as_str())
}
