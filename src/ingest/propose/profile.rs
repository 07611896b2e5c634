//! What the cells of each column look like: the content side of a column's recognition. A sample
//! of rows is enough, since only shares count.

use std::collections::BTreeMap;
use std::hash::BuildHasher;

use rustc_hash::FxBuildHasher;

use crate::base::{Decimal, stretches};
use crate::ingest::build::totals::label;
use crate::ingest::typing::{
    DateEvidence, NumberEvidence, StyleEvidence, date_evidence, is_reason, number_evidence,
    read_currency, read_flag, read_number, referred,
};
use crate::table::{RawCell, RawColumn, RawKind, RawSheet};

/// Rows that are looked at. Shares over two thousand rows tell no less than over a million.
const SAMPLE_ROWS: usize = 2_000;

/// Share of cells, in percent, that must be of a kind for the column to count as such.
pub const AGREE_PERCENT: u32 = 95;

#[derive(Clone, Debug, Default)]
pub struct Profile {
    /// Of the sampled rows.
    pub filled: u32,
    pub distinct: u32,
    /// Of all rows: a sample would hide that values repeat.
    pub cells: u32,
    pub values: u32,
    pub numbers: NumberEvidence,
    pub dates: DateEvidence,
    pub currencies: u32,
    pub flags: u32,
    /// Cells beside the numbers that refer to another row, or say why there is no figure.
    pub told: u32,
    /// Cells with a letter, with a digit, with a blank inside.
    pub letters: u32,
    pub digits: u32,
    pub blanks_inside: u32,
    /// Cells of more than 40 characters.
    pub long: u32,
    /// Cells of one or two characters without a character of Asia, which writes names so short.
    pub brief: u32,
    /// Cells that start like a UN/LOCODE: "DEHAM", "VNSGN (Cat Lai)".
    pub ports: u32,
    /// Cells that are a container's number or size: "MSCU3054383", "40HC", "1x20'DC".
    pub containers: u32,
    /// Cells made like the number of an account at a bank, and too long for one of a ledger.
    pub accounts: u32,
    /// Cells that name a month ("2025-06", "June 2025") and cells that count days ("30", "30天").
    pub months: u32,
    pub day_counts: u32,
    /// 1, 2, 3 … from the first row.
    pub counts_rows: bool,
    /// Largest absolute value of the numbers, rounded up.
    pub largest: u64,
}

impl Profile {
    pub fn all(&self, cells: u32) -> bool {
        self.filled > 0 && u64::from(cells) * 100 >= u64::from(self.filled * AGREE_PERCENT)
    }

    pub fn most(&self, cells: u32) -> bool {
        self.filled > 0 && cells * 2 >= self.filled
    }

    /// As many values as cells, but for a stray.
    pub fn unique(&self) -> bool {
        self.cells > 1 && self.share_distinct() >= AGREE_PERCENT
    }

    /// Distinct values in percent of the filled cells of the whole column.
    pub fn share_distinct(&self) -> u32 {
        u32::try_from(u64::from(self.values) * 100 / u64::from(self.cells.max(1))).unwrap_or(100)
    }

    /// Numbers, and words that stand for one.
    pub fn figures(&self) -> u32 {
        self.numbers.numbers + self.told
    }

    pub fn number_column(&self) -> bool {
        self.all(self.numbers.numbers)
    }

    /// Dates that more than bare numbers bear out.
    pub fn date_column(&self) -> bool {
        self.all(self.dates.dates) && self.dates.dates > self.dates.bare
    }
}

/// The sampled data rows below a header.
pub fn sample(raw: &RawSheet, from: usize) -> Vec<u32> {
    let data = |rows: &mut dyn Iterator<Item = usize>| -> Vec<u32> {
        rows.filter(|&row| is_data(raw, row, from)).map(|row| row as u32).collect()
    };
    let step = raw.rows().saturating_sub(from).div_ceil(SAMPLE_ROWS).max(1);
    let rows = data(&mut (from..raw.rows()).step_by(step));
    // Where most rows are no data, too few are left: then all of them are looked at.
    if step == 1 || rows.len() * 2 > SAMPLE_ROWS {
        return rows;
    }
    let rows = data(&mut (from..raw.rows()));
    let step = rows.len().div_ceil(SAMPLE_ROWS).max(1);
    rows.into_iter().step_by(step).collect()
}

/// The first data rows below a header, one behind the other.
pub fn first(raw: &RawSheet, from: usize, rows: usize) -> Vec<u32> {
    let data = (from..raw.rows()).filter(|&row| is_data(raw, row, from));
    data.map(|row| row as u32).take(rows).collect()
}

/// Not blank, no total, no lone note or rule line, and no header repeated after a page break.
fn is_data(raw: &RawSheet, row: usize, from: usize) -> bool {
    if raw.known_fates.contains_key(&(row as u32)) {
        return false;
    }
    let texts =
        raw.columns.iter().map(|c| (c.text(row).trim(), c.text(from.wrapping_sub(1)).trim()));
    let (mut filled, mut repeated, mut headed) = (0, 0, 0);
    for (text, header) in texts {
        filled += usize::from(text.chars().any(char::is_alphanumeric));
        repeated += usize::from(!text.is_empty() && text == header);
        headed += usize::from(!header.is_empty());
    }
    filled > usize::from(headed > 3) && repeated * 2 <= headed && !is_total_row(raw, row)
}

/// A row whose first cell says total: it would count against every test.
fn is_total_row(raw: &RawSheet, row: usize) -> bool {
    let mut texts = raw.columns.iter().map(|c| c.text(row)).filter(|t| !t.trim().is_empty());
    texts.next().is_some_and(|text| label(text).is_some())
}

/// Profiles a column by the sampled rows; `from` is the first row below the header.
pub fn profile(column: &RawColumn, rows: &[u32], from: usize) -> Profile {
    let mut counts: BTreeMap<u32, u32> = BTreeMap::new();
    for &row in rows {
        *counts.entry(column.codes.get(row as usize).copied().unwrap_or(0)).or_default() += 1;
    }
    let mut found = Profile {
        numbers: number_evidence(column, rows),
        dates: date_evidence(column, rows),
        counts_rows: counts_rows(column, rows),
        ..Profile::default()
    };
    (found.cells, found.values) = cells_and_values(column, from);
    let style = match found.numbers.style {
        StyleEvidence::Decided(style) => Some(style),
        StyleEvidence::Ambiguous | StyleEvidence::None => None,
    };
    // Words are looked into only where they stand among numbers.
    let mixed = found.numbers.failed > 0 && found.numbers.numbers > found.numbers.failed / 4;
    // A file may hold one text under several codes.
    let mut texts: Vec<&str> = Vec::new();
    for (&code, &count) in &counts {
        let Some(cell) = code.checked_sub(1).and_then(|at| column.cells.get(at as usize)) else {
            continue;
        };
        let text = cell.text.trim();
        if text.is_empty() && cell.kind == RawKind::Text {
            continue;
        }
        texts.push(text);
        found.count(&cell, text, count);
        let words = mixed && cell.kind == RawKind::Text && text.chars().any(char::is_alphabetic);
        if words && (!referred(text).is_empty() || is_reason(text, count)) {
            found.told += count;
        }
        if let Some(number) = read_number(&cell, style).ok() {
            let whole = number.value.abs().ceil().min(Decimal::from(u64::MAX));
            found.largest = found.largest.max(u64::try_from(whole).unwrap_or(u64::MAX));
        }
    }
    texts.sort_unstable();
    texts.dedup();
    found.distinct = texts.len() as u32;
    found
}

/// Filled cells and distinct values from a row on, without headers that a page break repeats.
fn cells_and_values(column: &RawColumn, from: usize) -> (u32, u32) {
    if !column.cells.is_each_once() {
        return (cells(column, from), values(column));
    }
    let mut seen = vec![false; column.cells.len()];
    let (mut cells, mut values) = (0, 0);
    let header = from.checked_sub(1).and_then(|row| column.codes.get(row)).copied();
    let below = column.codes.iter().skip(from);
    stretches::each(below.filter(|&&code| Some(code) != header), |&code| {
        if let Some(seen) = (code as usize).checked_sub(1).and_then(|at| seen.get_mut(at)) {
            cells += 1;
            values += u32::from(!*seen);
            *seen = true;
        }
    });
    (cells, values)
}

fn cells(column: &RawColumn, from: usize) -> u32 {
    let mut cells = 0;
    stretches::each(column.codes.iter().skip(from), |code| cells += u32::from(*code > 0));
    cells
}

/// How many values there are where equal ones have several codes: counted by their hashes, with so
/// many places that hardly one in a hundred falls on another's. Of a long column a sixteenth of the
/// hashes tells the share, since equal values fall into it together, and stays in the nearest cache.
fn values(column: &RawColumn) -> u32 {
    const WHOLE: usize = 1 << 16;
    const PART: u64 = 16;
    let part = if column.cells.len() > WHOLE { PART } else { 1 };
    let mut places = vec![0_u64; (column.cells.len() / part as usize).next_power_of_two()];
    let count = places.len() as u64 * 64;
    let (mut cells, mut values) = (0_u64, 0_u64);
    stretches::each(column.cells.iter(), |cell| {
        // The hasher has no more bits than the machine, and in a browser those are the lower ones.
        const ODD: u64 = 0x9e37_79b9_7f4a_7c15;
        let hash = FxBuildHasher.hash_one(cell.text).wrapping_mul(ODD) >> 16;
        if !hash.is_multiple_of(part) {
            return;
        }
        let place = hash / part % count;
        let (word, bit) = (&mut places[place as usize / 64], 1 << (place % 64));
        cells += 1;
        values += u64::from(*word & bit == 0);
        *word |= bit;
    });
    let all = column.cells.len() as u64;
    u32::try_from(values * all / cells.max(1)).unwrap_or(u32::MAX)
}

impl Profile {
    fn count(&mut self, cell: &RawCell, text: &str, count: u32) {
        self.filled += count;
        let mut add = |slot: fn(&mut Profile) -> &mut u32, holds: bool| {
            if holds {
                *slot(self) += count;
            }
        };
        add(|p| &mut p.currencies, read_currency(text).is_some());
        add(|p| &mut p.flags, read_flag(cell).ok().is_some());
        add(|p| &mut p.letters, text.chars().any(char::is_alphabetic));
        add(|p| &mut p.digits, text.chars().any(|c| c.is_ascii_digit()));
        add(|p| &mut p.blanks_inside, text.contains(char::is_whitespace));
        add(|p| &mut p.long, text.chars().count() > 40);
        add(|p| &mut p.brief, text.len() <= 2 && text.is_ascii());
        add(|p| &mut p.ports, is_port(text));
        add(|p| &mut p.containers, is_container(text));
        add(|p| &mut p.accounts, is_bank_account(text));
        add(|p| &mut p.months, is_month(text));
        add(|p| &mut p.day_counts, is_day_count(text));
    }
}

/// Two capitals of a country, three of a place, then nothing or a word of its own.
fn is_port(text: &str) -> bool {
    let code: Vec<char> = text.chars().take(6).collect();
    let place = |c: &char| c.is_ascii_uppercase() || ('2'..='9').contains(c);
    code.len() >= 5
        && code[..2].iter().all(char::is_ascii_uppercase)
        && code[2..5].iter().all(place)
        && code[2..5].iter().any(char::is_ascii_uppercase)
        && code.get(5).is_none_or(|c| !c.is_alphanumeric())
}

/// Eleven digits or more, in groups or not, with or without the letters of an IBAN before them: ledgers
/// number their accounts with ten at most.
fn is_bank_account(text: &str) -> bool {
    const DIGITS: std::ops::RangeInclusive<usize> = 11..=34;
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let parting = text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, ' ' | '-'));
    DIGITS.contains(&digits) && letters <= 6 && parting
}

/// Four letters and seven digits, or a length in feet with or without what kind it is.
fn is_container(text: &str) -> bool {
    let plain: Vec<char> = text.chars().filter(|c| c.is_alphanumeric()).collect();
    let letters = plain.iter().take_while(|c| c.is_ascii_alphabetic()).count();
    let numbered = letters == 4 && plain.len() == 11 && plain[4..].iter().all(char::is_ascii_digit);
    let size: String = plain.iter().collect::<String>().to_uppercase();
    let size = size.strip_prefix("1X").unwrap_or(&size);
    let rest = ["20", "40", "45", "53"].iter().find_map(|feet| size.strip_prefix(feet));
    numbered
        || rest
            .is_some_and(|rest| rest.len() <= 4 && !rest.starts_with(|c: char| c.is_ascii_digit()))
}

fn is_month(text: &str) -> bool {
    let digits: Vec<&str> =
        text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let year = |part: &str| part.len() == 4 && (part.starts_with("19") || part.starts_with("20"));
    let words = text.chars().filter(|c| c.is_alphabetic()).count();
    match digits.as_slice() {
        [one] if one.len() == 6 => year(&one[..4]) && words == 0,
        [one] => year(one) && words >= 3,
        [a, b, ..] => year(a) && b.len() <= 2 || year(b) && a.len() <= 2,
        [] => false,
    }
}

fn is_day_count(text: &str) -> bool {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    (1..=3).contains(&digits.len()) && !is_month(text)
}

fn counts_rows(column: &RawColumn, rows: &[u32]) -> bool {
    let first: Vec<u32> = rows.iter().take(50).copied().collect();
    let dense = first.windows(2).all(|pair| pair[1] == pair[0] + 1);
    first.len() > 1
        && dense
        && first
            .iter()
            .enumerate()
            .all(|(i, &row)| column.text(row as usize).trim().parse::<usize>().ok() == Some(i + 1))
}
