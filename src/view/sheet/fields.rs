//! The fields of the sheet's kind: which column each reads, why, its first values, and what they
//! read as.

use serde::{Deserialize, Serialize};

use crate::base::column_letters;
use crate::ingest::{Ask, DateOrder, FieldGuess, IntakeSheet, NumberStyle, Why};
use crate::table::{Cell, Data, Field, RawKind, Table, ValueKind};
use crate::words::{self, Lang, format};

#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct FieldRow {
    pub field: Field,
    pub label: String,
    /// Without it the sheet cannot be used.
    pub needed: bool,
    pub column: Option<u16>,
    pub letters: String,
    pub why: String,
    pub samples: Vec<String>,
    /// The first value as it is read, or what the values are.
    pub reads_as: String,
    /// The user must choose between these columns; nothing is chosen for them.
    pub candidates: Vec<Candidate>,
    pub numbers: Option<StyleChoice<NumberStyle>>,
    pub dates: Option<StyleChoice<DateOrder>>,
    /// Thousands, millions: where a header or title speaks of them.
    pub scales: Option<StyleChoice<u8>>,
    /// Whether blank cells take the value above; `None` where that is no question.
    pub filled: Option<bool>,
    /// The user's own program does not show the column.
    pub hidden: bool,
    /// The currency of amounts where no column names one; on the row of the currency field.
    pub currency: Option<String>,
}

impl FieldRow {
    /// Whether a question on this row is open.
    pub fn asks(&self) -> bool {
        !self.candidates.is_empty()
            || self.numbers.as_ref().is_some_and(|choice| choice.asks)
            || self.dates.as_ref().is_some_and(|choice| choice.asks)
            || self.scales.as_ref().is_some_and(|choice| choice.asks)
    }
}

#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Candidate {
    pub column: u16,
    pub letters: String,
    pub header: String,
}

/// How the numbers or dates of a column are written.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct StyleChoice<T> {
    pub column: u16,
    /// The evidence does not decide: the user is asked, nothing is chosen.
    pub asks: bool,
    pub picks: Vec<Pick<T>>,
    pub chosen: Option<T>,
}

impl<T> StyleChoice<T> {
    /// Where nothing is asked and nothing was decided, every pattern reads the same.
    fn is_choice(&self) -> bool {
        self.asks || self.chosen.is_some()
    }
}

#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Pick<T> {
    pub value: T,
    /// `1.234,56`, `d.m.y`
    pub label: String,
}

const SAMPLES: usize = 2;

/// Needed fields first, then those that have a column or a question, then the rest.
pub(super) fn fields(sheet: &IntakeSheet, table: Option<&Table>, lang: Lang) -> Vec<FieldRow> {
    let spec = sheet.reading.kind.spec();
    let all = spec.needs.iter().chain(spec.reads);
    let mut rows: Vec<FieldRow> = all.map(|&field| row(sheet, table, field, lang)).collect();
    rows.sort_by_key(|row| {
        let present = row.column.is_some() || row.asks() || row.currency.is_some();
        (!row.asks(), !row.needed, !present)
    });
    rows
}

fn row(sheet: &IntakeSheet, table: Option<&Table>, field: Field, lang: Lang) -> FieldRow {
    let column = sheet.reading.columns.get(&field).copied();
    let guess = sheet.proposal.fields.iter().find(|guess| guess.field == field);
    let asked = sheet.open.contains(&Ask::Field(field));
    let candidates =
        if asked { guess.map_or_else(Vec::new, |g| candidates(sheet, g)) } else { Vec::new() };
    let shown = column.or(candidates.first().map(|candidate| candidate.column));
    let undecided = column.is_some_and(|column| {
        [Ask::NumberStyle(column), Ask::DateOrder(column)]
            .iter()
            .any(|ask| sheet.open.contains(ask))
    });
    let needed = sheet.reading.kind.spec().needs.contains(&field);
    let names_currency = field == Field::Currency && column.is_none();
    FieldRow {
        field,
        label: words::text(lang, &field.word()),
        needed,
        column,
        letters: column.map(column_letters).unwrap_or_default(),
        why: why(guess, column, lang),
        samples: shown.map_or_else(Vec::new, |column| samples(sheet, table, column)),
        reads_as: if undecided {
            String::new()
        } else {
            reads_as(table, field, column.is_some(), lang)
        },
        candidates,
        numbers: column.and_then(|column| number_choice(sheet, field, column)),
        dates: column.and_then(|column| date_choice(sheet, field, column)),
        scales: column.and_then(|column| scale_choice(sheet, column)),
        filled: column.and_then(|column| filled(sheet, table, field, column)),
        hidden: column.is_some_and(|column| sheet.raw.hidden_columns.contains(&column)),
        currency: names_currency.then(|| {
            let currency = table.map_or(sheet.reading.currency, |table| table.currency);
            if currency.is_none() { String::new() } else { currency.code().to_owned() }
        }),
    }
}

/// Filled down, or looks as if it should be: a number or name of a group whose rows leave it blank.
fn filled(sheet: &IntakeSheet, table: Option<&Table>, field: Field, column: u16) -> Option<bool> {
    const GROUPS: [Field; 4] =
        [Field::JobNo, Field::InvoiceNo, Field::CustomerNo, Field::CustomerName];
    let is = sheet.reading.filled.contains(&column);
    let looks = || {
        let raw = sheet.raw.columns.get(usize::from(column))?;
        let rows = &table?.rows;
        let is_blank = |row: &&u32| raw.codes.get(**row as usize) == Some(&0);
        let begins = rows.first().is_some_and(|row| !is_blank(&row));
        Some(begins && rows.iter().filter(is_blank).count() * 3 >= rows.len())
    };
    let offered = is
        || sheet.proposal.reading.filled.contains(&column)
        || (GROUPS.contains(&field) && looks() == Some(true));
    offered.then_some(is)
}

fn candidates(sheet: &IntakeSheet, guess: &FieldGuess) -> Vec<Candidate> {
    let one = |column: u16| Candidate {
        column,
        letters: column_letters(column),
        header: sheet.proposal.headers.get(usize::from(column)).cloned().unwrap_or_default(),
    };
    guess.candidates.iter().map(|candidate| one(candidate.column)).collect()
}

fn why(guess: Option<&FieldGuess>, column: Option<u16>, lang: Lang) -> String {
    let Some(column) = column else { return String::new() };
    let reasons = guess
        .and_then(|guess| guess.candidates.iter().find(|c| c.column == column))
        .map_or_else(|| vec![Why::Chosen], |candidate| candidate.why.clone());
    let words: Vec<String> =
        reasons.into_iter().map(|why| words::text(lang, why_word(why))).collect();
    words.join(", ")
}

fn why_word(why: Why) -> &'static str {
    match why {
        Why::Header => "because-header",
        Why::HeaderWords => "because-header-words",
        Why::HeaderKey => "because-header-key",
        Why::Values => "because-values",
        Why::Unique => "because-unique",
        Why::Overlap => "because-overlap",
        Why::Arithmetic => "because-arithmetic",
        Why::OtherSide => "because-other-side",
        Why::Remembered => "because-remembered",
        Why::Chosen => "because-chosen",
        Why::Format => "because-format",
    }
}

/// The first different values of a column, as they stand in the file.
fn samples(sheet: &IntakeSheet, table: Option<&Table>, column: u16) -> Vec<String> {
    let below = sheet.reading.header_row.map_or(0, |row| row + sheet.reading.header_height.max(1));
    let mut rows: Box<dyn Iterator<Item = u32>> = match table {
        Some(table) => Box::new(table.rows.iter().copied()),
        None => Box::new(below..sheet.raw.rows() as u32),
    };
    let mut found: Vec<String> = Vec::new();
    // A column may be blank for a million rows: a thousand are enough to look for a sample.
    for row in rows.by_ref().take(1_000) {
        let text = sheet.raw.text(row as usize, usize::from(column)).trim();
        if !text.is_empty() && !found.iter().any(|known| known == text) {
            found.push(text.to_owned());
        }
        if found.len() == SAMPLES {
            break;
        }
    }
    found
}

fn reads_as(table: Option<&Table>, field: Field, mapped: bool, lang: Lang) -> String {
    if !mapped {
        return String::new();
    }
    let word = match field.value() {
        ValueKind::Id | ValueKind::Text => "reads-text",
        ValueKind::Currency => "reads-currency",
        ValueKind::Flag => "reads-flag",
        _ => return table.and_then(|t| first_value(t, field, lang)).unwrap_or_default(),
    };
    words::text(lang, word)
}

fn first_value(table: &Table, field: Field, lang: Lang) -> Option<String> {
    let read = match &table.column(field)?.data {
        Data::Text(_) => return None,
        Data::Date(column) => (0..column.len()).find_map(|row| match column.get(row) {
            Cell::Ok(date) => Some(Some(format::date(lang, date))),
            Cell::Failed => Some(None),
            Cell::Blank => None,
        }),
        Data::Number(column) => (0..column.len()).find_map(|row| match column.get(row) {
            Cell::Ok(number) if field.value() == ValueKind::Percent => {
                Some(Some(format::percent(number)))
            }
            Cell::Ok(number) => Some(Some(format::number(number))),
            Cell::Failed => Some(None),
            Cell::Blank => None,
        }),
    };
    read.map(|value| value.unwrap_or_else(|| words::text(lang, "reads-not")))
}

/// Only where numbers stand as text: a stored number has no decimal mark to choose.
fn number_choice(
    sheet: &IntakeSheet,
    field: Field,
    column: u16,
) -> Option<StyleChoice<NumberStyle>> {
    let numeric =
        matches!(field.value(), ValueKind::Amount | ValueKind::Number | ValueKind::Percent);
    if !numeric || !has_text(sheet, column) {
        return None;
    }
    let pick = |value, label: &str| Pick { value, label: label.to_owned() };
    let choice = StyleChoice {
        column,
        asks: sheet.open.contains(&Ask::NumberStyle(column)),
        picks: vec![pick(NumberStyle::Point, "1,234.56"), pick(NumberStyle::Comma, "1.234,56")],
        chosen: sheet.reading.numbers.get(&column).copied(),
    };
    Some(choice).filter(StyleChoice::is_choice)
}

fn scale_choice(sheet: &IntakeSheet, column: u16) -> Option<StyleChoice<u8>> {
    if !sheet.proposal.asks.contains(&Ask::Scale(column)) {
        return None;
    }
    let pick = |value, label: &str| Pick { value, label: label.to_owned() };
    Some(StyleChoice {
        column,
        asks: sheet.open.contains(&Ask::Scale(column)),
        picks: vec![
            pick(0, "× 1"),
            pick(3, "× 1,000"),
            pick(4, "× 10,000"),
            pick(6, "× 1,000,000"),
            pick(8, "× 100,000,000"),
        ],
        chosen: sheet.reading.scales.get(&column).copied(),
    })
}

fn date_choice(sheet: &IntakeSheet, field: Field, column: u16) -> Option<StyleChoice<DateOrder>> {
    if field.value() != ValueKind::Date || !has_text(sheet, column) {
        return None;
    }
    let pick = |value, label: &str| Pick { value, label: label.to_owned() };
    let asks = sheet.open.contains(&Ask::DateOrder(column));
    let mut picks =
        vec![pick(DateOrder::DayMonthYear, "d.m.y"), pick(DateOrder::MonthDayYear, "m/d/y")];
    // A year in four digits leaves no doubt where it stands.
    if !asks || !samples(sheet, None, column).iter().any(|sample| has_long_year(sample)) {
        picks.push(pick(DateOrder::YearMonthDay, "y-m-d"));
    }
    let chosen = sheet.reading.dates.get(&column).copied();
    Some(StyleChoice { column, asks, picks, chosen }).filter(StyleChoice::is_choice)
}

fn has_long_year(sample: &str) -> bool {
    sample.split(|c: char| !c.is_ascii_digit()).any(|part| part.len() == 4)
}

/// Whether a cell below the header is text with a digit in it.
fn has_text(sheet: &IntakeSheet, column: u16) -> bool {
    let below = sheet.reading.header_row.map_or(0, |row| row + sheet.reading.header_height.max(1));
    let Some(raw) = sheet.raw.columns.get(usize::from(column)) else { return false };
    let texts: Vec<bool> = raw
        .cells
        .iter()
        .map(|cell| cell.kind == RawKind::Text && cell.text.contains(|c: char| c.is_ascii_digit()))
        .collect();
    let codes = raw.codes.iter().skip(below as usize);
    codes.filter_map(|&code| (code as usize).checked_sub(1)).any(|i| texts.get(i) == Some(&true))
}
