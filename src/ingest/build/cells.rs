//! Types one mapped column: each distinct cell once, then a value for every used row.

use std::borrow::Cow;

use super::amounts::{Amounts, style};
use super::numbers::Numbers;
use super::problem;
use super::told::Unread;
use crate::base::{QuickMap, days_from_date, stretches, trim};
use crate::ingest::typing::{
    OrderEvidence, order_evidence, percent_scale, read_currency, read_date, read_flag, read_number,
    read_percent,
};
use crate::ingest::{DateOrder, NumberStyle, Problem, Reading};
use crate::table::{
    Cell, Data, DateColumn, Entries, Failure, Field, RawCell, RawColumn, RawKind, RawSheet,
    TextColumn, Told, ValueKind,
};
use crate::words::{Arg, Args};

/// Unread cells of one column that are told one by one; all of them are in the failures.
const TOLD_MAX: usize = 50;

pub(super) struct Typed {
    pub data: Data,
    pub failures: Vec<Failure>,
    pub problems: Vec<Problem>,
    pub told: Vec<Told>,
}

pub(super) fn type_column(
    raw: &RawSheet,
    column: &RawColumn,
    field: Field,
    index: u16,
    rows: &[u32],
    reading: &Reading,
    amounts: &Amounts,
) -> Typed {
    let kind = field.value();
    let (mut data, mut failed) = match kind {
        ValueKind::Id | ValueKind::Text => text(column, rows, id_or_text),
        ValueKind::Flag => text(column, rows, flag),
        ValueKind::Currency => text(column, rows, currency),
        ValueKind::Date => dates(column, rows, order(column, index, rows, reading)),
        ValueKind::Amount | ValueKind::Number => {
            let power = reading.scales.get(&index).copied().unwrap_or(0);
            // The fates have read the amounts already.
            let numbers = match amounts.numbers(field) {
                Some(known) => Cow::Borrowed(known),
                None => {
                    let style = style(column, index, rows, reading);
                    Cow::Owned(Numbers::of_style(column, style))
                }
            };
            number(column, rows, &numbers.in_units(power))
        }
        ValueKind::Percent => {
            let style = style(column, index, rows, reading);
            let scale = percent_scale(column, rows, style);
            let numbers = Numbers::read(column, |cell| read_percent(cell, style, scale));
            number(column, rows, &numbers)
        }
    };
    let unread = Unread { raw, reading, column, index, field, rows, failed: &failed };
    let (told, noted) = words(&unread, &mut data);
    failed.retain(|row| told.binary_search_by_key(row, |told| told.row).is_err());
    let failures: Vec<Failure> = failed.iter().map(|&row| Failure { row, field }).collect();
    let mut problems = tell(raw, column, field, index, rows, &failed);
    if kind == ValueKind::Id {
        problems.extend(destroyed_ids(raw, column, field, index, rows));
    }
    problems.extend(noted);
    Typed { data, failures, problems, told }
}

/// Words among figures that stand there on purpose; their cells are blank from here on.
fn words(unread: &Unread, data: &mut Data) -> (Vec<Told>, Vec<Problem>) {
    let Data::Number(numbers) = data else { return Default::default() };
    let told = unread.told(|row| numbers.get(row).ok().is_some());
    let noted = unread.problems(&told);
    numbers.empty(told.iter().map(|told| told.row));
    (told, noted)
}

/// The value of a text cell, and whether the cell reads as its column's kind.
type TextCell<'c> = (Option<Cow<'c, str>>, bool);

fn text(
    column: &RawColumn,
    rows: &[u32],
    read: for<'c> fn(&RawCell<'c>) -> TextCell<'c>,
) -> (Data, Vec<usize>) {
    let as_they_come = !column.cells.is_each_once() || are_distinct(column);
    if as_they_come && stretches::all(column.cells.iter(), |cell| stays(&cell, read(&cell))) {
        let codes = stretches::collect(rows.iter().map(|&row| raw_code(column, row) as u32));
        let dict = Entries::from(&column.cells);
        return (Data::Text(TextColumn { dict, codes }), Vec::new());
    }
    let mut dict = Entries::with_capacity(column.cells.len(), column.cells.text_bytes());
    let mut known: QuickMap<Cow<str>, u32> = QuickMap::default();
    let mut by_code = Vec::with_capacity(column.cells.len() + 1);
    by_code.push((0, true));
    stretches::each(column.cells.iter(), |cell| {
        let (value, reads) = read(&cell);
        let mut add = |value: &str| {
            dict.push(value);
            dict.len() as u32
        };
        let code = match value {
            None => 0,
            Some(Cow::Borrowed(value)) if as_they_come => add(value),
            Some(value) => *known.entry(value).or_insert_with_key(|value| add(value)),
        };
        by_code.push((code, reads));
    });
    let mut failed = Vec::new();
    let codes = rows.iter().enumerate().map(|(at, &row)| {
        let (code, reads) = by_code[raw_code(column, row)];
        if !reads {
            failed.push(at);
        }
        code
    });
    let codes = stretches::collect(codes);
    (Data::Text(TextColumn { dict, codes }), failed)
}

/// Whether a cell's value is its whole text, as that of nearly every document number is: a column of
/// nothing else is taken over in one piece.
fn stays(cell: &RawCell, read: TextCell) -> bool {
    matches!(read, (Some(Cow::Borrowed(value)), true) if value.len() == cell.text.len())
}

/// Whether the cells differ as values too: one kind, and no blank at an end that would fall away.
/// They have no need to be compared again, which for a million numbers of documents is felt.
fn are_distinct(column: &RawColumn) -> bool {
    let kind = column.cells.get(0).map(|cell| cell.kind);
    let is_trimmed = |text: &str| trim(text).len() == text.len();
    stretches::all(column.cells.iter(), |cell| Some(cell.kind) == kind && is_trimmed(cell.text))
}

/// Identifiers and texts stay as they are written; a dash alone is an empty cell.
fn id_or_text<'c>(cell: &RawCell<'c>) -> TextCell<'c> {
    let text = trim(cell.text);
    match cell.kind {
        RawKind::Error | RawKind::NoValue => (None, false),
        _ if text.chars().all(|c| matches!(c, '-' | '–' | '—')) => (None, true),
        // What one ledger writes into every empty cell of an export.
        _ if text == "- None -" => (None, true),
        _ => (Some(Cow::Borrowed(text)), true),
    }
}

fn flag<'c>(cell: &RawCell<'c>) -> TextCell<'c> {
    match read_flag(cell) {
        // Owned, since several spellings are one value.
        Cell::Ok(true) => (Some(Cow::Owned("yes".to_owned())), true),
        Cell::Ok(false) => (Some(Cow::Owned("no".to_owned())), true),
        Cell::Blank => (None, true),
        Cell::Failed => (id_or_text(cell).0, false),
    }
}

/// The code where the cell names a currency, else its text, so that a check can cite it.
fn currency<'c>(cell: &RawCell<'c>) -> TextCell<'c> {
    match (read_currency(cell.text), id_or_text(cell)) {
        (Some(currency), _) => (Some(Cow::Owned(currency.code().to_owned())), true),
        (None, (None, reads)) => (None, reads),
        (None, (text, _)) => (text, false),
    }
}

fn dates(column: &RawColumn, rows: &[u32], order: Option<DateOrder>) -> (Data, Vec<usize>) {
    let read = |cell: &RawCell| match read_date(cell, order) {
        Cell::Ok(date) => Cell::Ok(days_from_date(date)),
        Cell::Blank => Cell::Blank,
        Cell::Failed => Cell::Failed,
    };
    let mut by_code = Vec::with_capacity(column.cells.len() + 1);
    by_code.push(Cell::Blank);
    stretches::each(column.cells.iter(), |cell| by_code.push(read(&cell)));
    let mut dates = DateColumn::default();
    let mut failed = Vec::new();
    stretches::each(rows.iter().enumerate(), |(at, &row)| {
        let cell = by_code[raw_code(column, row)];
        if cell == Cell::Failed {
            failed.push(at);
        }
        dates.push(cell);
    });
    (Data::Date(dates), failed)
}

/// The order that the reading sets, else the one that the cells decide.
fn order(column: &RawColumn, index: u16, rows: &[u32], reading: &Reading) -> Option<DateOrder> {
    if let Some(order) = reading.dates.get(&index) {
        return Some(*order);
    }
    match order_evidence(column, rows) {
        OrderEvidence::Decided(order) => Some(order),
        OrderEvidence::Ambiguous | OrderEvidence::None => None,
    }
}

/// A number for each row, from the numbers of the distinct cells.
fn number(column: &RawColumn, rows: &[u32], numbers: &Numbers) -> (Data, Vec<usize>) {
    let numbers = numbers.column(rows.iter().map(|&row| raw_code(column, row)));
    // Asked back, since a number may also be too large for the column.
    let failed = numbers.failed();
    (Data::Number(numbers), failed)
}

fn raw_code(column: &RawColumn, row: u32) -> usize {
    let code = column.codes.get(row as usize).map_or(0, |code| *code as usize);
    if code <= column.cells.len() { code } else { 0 }
}

fn tell(
    raw: &RawSheet,
    column: &RawColumn,
    field: Field,
    index: u16,
    rows: &[u32],
    failed: &[usize],
) -> Vec<Problem> {
    let mut problems = Vec::new();
    for &at in failed.iter().take(TOLD_MAX) {
        let physical = rows[at] as usize;
        let Some(cell) = column.get(physical) else { continue };
        let args = Args::new().with("field", Arg::term(field.word())).with("text", cell.text);
        let number = raw.row_numbers.get(physical).copied();
        problems.push(problem(unread_key(&cell, field.value()), args, number, Some(index)));
    }
    if failed.len() > TOLD_MAX {
        let count = failed.len() - TOLD_MAX;
        let args = Args::new().with("field", Arg::term(field.word())).with("count", count);
        problems.push(problem("problem-more-unread", args, None, Some(index)));
    }
    problems
}

/// Long numbers that a spreadsheet has turned into `1.23457E+11`, or of which it has kept fifteen
/// digits: the identifier is gone from the file.
fn destroyed_ids(
    raw: &RawSheet,
    column: &RawColumn,
    field: Field,
    index: u16,
    rows: &[u32],
) -> Vec<Problem> {
    let say = |row: &u32| {
        let physical = *row as usize;
        let args = Args::new().with("field", Arg::term(field.word()));
        let args = args.with("text", column.text(physical));
        let number = raw.row_numbers.get(physical).copied();
        problem("problem-id-destroyed", args, number, Some(index))
    };
    let lost = destroyed(column, rows);
    let mut problems: Vec<Problem> = lost.iter().take(TOLD_MAX).map(|&at| say(&rows[at])).collect();
    if let Some(count) = lost.len().checked_sub(TOLD_MAX).filter(|more| *more > 0) {
        let args = Args::new().with("field", Arg::term(field.word())).with("count", count);
        problems.push(problem("problem-ids-destroyed", args, None, Some(index)));
    }
    problems
}

/// Which of the rows hold such a number.
pub fn destroyed(column: &RawColumn, rows: &[u32]) -> Vec<usize> {
    let all_cut = all_cut(column);
    let is_lost = |cell: RawCell| is_destroyed_id(&cell) || all_cut && is_long(cell.text);
    let lost: Vec<bool> = stretches::collect(column.cells.iter().map(is_lost));
    if !lost.contains(&true) {
        return Vec::new();
    }
    let is_lost = |row: u32| {
        raw_code(column, row).checked_sub(1).is_some_and(|at| lost.get(at) == Some(&true))
    };
    stretches::collect((0..rows.len()).filter(|&at| is_lost(rows[at])))
}

/// What a spreadsheet keeps of a number.
const DIGITS_KEPT: usize = 15;

fn is_long(text: &str) -> bool {
    // Most are short, and are not looked at.
    if text.len() <= DIGITS_KEPT {
        return false;
    }
    let text = trim(text);
    text.len() > DIGITS_KEPT && text.bytes().all(|b| b.is_ascii_digit())
}

/// Whether every long number of a text column ends in noughts where a spreadsheet cuts: one may be
/// so by itself, all of them were saved from there.
fn all_cut(column: &RawColumn) -> bool {
    const TELLING: usize = 3;
    let mut seen = 0;
    let all_cut = stretches::all(column.cells.iter(), |cell| {
        let long = cell.kind == RawKind::Text && is_long(cell.text);
        seen += usize::from(long);
        !long || trim(cell.text)[DIGITS_KEPT..].bytes().all(|b| b == b'0')
    });
    all_cut && seen >= TELLING
}

fn is_destroyed_id(cell: &RawCell) -> bool {
    let text = trim(cell.text);
    match cell.kind {
        RawKind::Text => {
            // Most ids begin with a letter, or have none.
            if !text.starts_with(|c: char| c.is_ascii_digit()) || !text.bytes().any(|b| b == b'E') {
                return false;
            }
            let Some((mantissa, power)) = text.split_once("E+") else { return false };
            let digits = |t: &str| !t.is_empty() && t.bytes().all(|b| b.is_ascii_digit());
            digits(power) && mantissa.split(['.', ',']).all(digits)
        }
        RawKind::Number => {
            let cut = text.len() > DIGITS_KEPT && text.bytes().all(|b| b.is_ascii_digit());
            cut && text[DIGITS_KEPT..].bytes().all(|b| b == b'0') || text.contains('E')
        }
        _ => false,
    }
}

fn unread_key(cell: &RawCell, value: ValueKind) -> &'static str {
    match (cell.kind, value) {
        (RawKind::Text, ValueKind::Date) if reads_in_two_ways(cell, value) => {
            "problem-date-two-ways"
        }
        (RawKind::Text, ValueKind::Amount | ValueKind::Number | ValueKind::Percent)
            if reads_in_two_ways(cell, value) =>
        {
            "problem-number-two-ways"
        }
        (RawKind::Error, _) => "problem-cell-error",
        (RawKind::NoValue, _) => "problem-no-value",
        (_, ValueKind::Date) => "problem-date-unread",
        (_, ValueKind::Currency) => "problem-currency-unread",
        (_, ValueKind::Flag) => "problem-flag-unread",
        (_, ValueKind::Id | ValueKind::Text) => "problem-text-unread",
        (_, ValueKind::Amount | ValueKind::Number | ValueKind::Percent) => "problem-number-unread",
    }
}

/// A cell that only waits for its column's style or order.
fn reads_in_two_ways(cell: &RawCell, value: ValueKind) -> bool {
    match value {
        ValueKind::Date => {
            use DateOrder::{DayMonthYear, MonthDayYear, YearMonthDay};
            let reads = |order: &DateOrder| read_date(cell, Some(*order)).ok().is_some();
            [DayMonthYear, MonthDayYear, YearMonthDay].iter().filter(|o| reads(o)).count() > 1
        }
        _ => {
            let reads = |style| read_number(cell, Some(style)).ok().is_some();
            reads(NumberStyle::Point) && reads(NumberStyle::Comma)
        }
    }
}
