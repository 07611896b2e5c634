//! Dates as people and ledgers write them. Day and month are told apart by the column, never by
//! the cell; times and zones are cut, the date is the one that is written.

use chrono::Datelike;

use super::months::{is_filler, month_named};
use super::{means_blank, plain};
use crate::base::Date;
use crate::ingest::DateOrder;
use crate::table::{Cell, RawCell, RawKind};

/// Two-digit years below this belong to this century.
const PIVOT_YEAR: i32 = 70;

/// Years of this trade. Outside lie mistyped years and numbers that are no dates.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2200;

/// `9999-12-31` says that something has no end.
const OPEN_END_YEAR: i32 = 9999;

/// Days from 1899-12-30, where Excel's serial numbers start, of 1954-10-03 and 2119-01-12: serials
/// outside are more likely something else.
const SERIALS: std::ops::RangeInclusive<u32> = 20_000..=80_000;

/// Reads a cell of a date column. Without an order, `05/06/2025` fails.
/// `00.00.0000` and `9999-12-31` are blank: an empty and an open end.
pub fn read_date(cell: &RawCell, order: Option<DateOrder>) -> Cell<Date> {
    match written(cell) {
        Cell::Ok(written) => written.read(order),
        Cell::Blank => Cell::Blank,
        Cell::Failed => Cell::Failed,
    }
}

/// What a cell says before any order is asked of it.
pub(super) fn written(cell: &RawCell) -> Cell<Written> {
    let found = match cell.kind {
        // The time of day stands behind the date.
        RawKind::Date => Written::take_apart(cell.text.get(..ISO_CHARS).unwrap_or(cell.text)),
        RawKind::Number => serial(cell.text).or_else(|| Written::take_apart(cell.text)),
        RawKind::Text | RawKind::Id => match iso(cell.text) {
            Some(written) => Some(written),
            None => {
                let text = plain(cell.text);
                if means_blank(&text) {
                    return Cell::Blank;
                }
                text_serial(&text).or_else(|| Written::take_apart(&text))
            }
        },
        RawKind::Bool | RawKind::Error | RawKind::NoValue => None,
    };
    found.map_or(Cell::Failed, Cell::Ok)
}

/// A date whose number format was lost: `45838`, `45838.5`.
fn serial(text: &str) -> Option<Written> {
    let whole = text.split('.').next()?;
    let days: u32 = whole.parse().ok().filter(|days| SERIALS.contains(days))?;
    let first = Date::from_ymd_opt(1899, 12, 30)?;
    let date = first.checked_add_days(chrono::Days::new(u64::from(days)))?;
    Some(Written::Known(date.year(), date.month(), date.day()))
}

/// The same in a text file, where any number may stand: five digits of the years 2000 to 2050.
fn text_serial(text: &str) -> Option<Written> {
    const SERIALS: std::ops::RangeInclusive<u32> = 36_526..=55_152;
    let days = text.parse::<u32>().ok().filter(|days| text.len() == 5 && SERIALS.contains(days));
    days.and_then(|_| serial(text))
}

/// A date taken apart, before day and month are told apart.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Written {
    /// An initial value (`00.00.0000`) or an open end (`9999-12-31`).
    Never,
    /// Year, month and day are known by their form or by a month's name.
    Known(i32, u32, u32),
    /// Two parts and a year of four digits at the end; `dotted` when parted by dots.
    YearLast { parts: [u32; 2], year: i32, dotted: bool },
    /// Three parts of one or two digits.
    Short([u32; 3]),
}

impl Written {
    /// `None` when the text is no date in any order.
    pub(super) fn take_apart(plain: &str) -> Option<Written> {
        if let Some(written) = iso(plain) {
            return Some(written);
        }
        let text = without_time(plain);
        if text.len() > 40 || !text.bytes().any(|byte| byte.is_ascii_digit()) {
            return None;
        }
        // Amounts, ids and names are most of what is asked, and have too few numbers for a date.
        if text.is_ascii() {
            let numbers = text.bytes().fold((0, false), |(runs, inside), byte| {
                let digit = byte.is_ascii_digit();
                (runs + u32::from(digit && !inside), digit)
            });
            let letters = text.bytes().any(|byte| byte.is_ascii_alphabetic());
            return match (numbers.0, letters) {
                (1, true) | (2, false) => None,
                (1, false) => compact(text),
                _ => named(text).or_else(|| parted(text)),
            };
        }
        eastern(text).or_else(|| compact(text)).or_else(|| named(text)).or_else(|| parted(text))
    }

    pub(super) fn read(self, order: Option<DateOrder>) -> Cell<Date> {
        if matches!(self, Written::Never | Written::Known(..)) {
            return self.in_order(ORDERS[0]);
        }
        let orders: &[DateOrder] = match &order {
            Some(order) => std::slice::from_ref(order),
            None => &ORDERS,
        };
        let mut reads: Vec<Cell<Date>> = Vec::new();
        for &order in orders {
            let read = self.in_order(order);
            if read != Cell::Failed && !reads.contains(&read) {
                reads.push(read);
            }
        }
        match reads.as_slice() {
            [read] => *read,
            _ => Cell::Failed,
        }
    }

    pub(super) fn in_order(self, order: DateOrder) -> Cell<Date> {
        let (year, month, day) = match (self, order) {
            (Written::Never, _) => return Cell::Blank,
            (Written::Known(year, month, day), _) => (year, month, day),
            // Nobody writes mm.dd.yyyy: dots before a full year are day first in any column.
            (Written::YearLast { parts: [day, month], year, dotted: true }, _)
            | (Written::YearLast { parts: [day, month], year, .. }, DateOrder::DayMonthYear)
            | (Written::YearLast { parts: [month, day], year, .. }, DateOrder::MonthDayYear) => {
                (year, month, day)
            }
            (Written::YearLast { .. }, DateOrder::YearMonthDay) => return Cell::Failed,
            (Written::Short([day, month, year]), DateOrder::DayMonthYear)
            | (Written::Short([month, day, year]), DateOrder::MonthDayYear)
            | (Written::Short([year, month, day]), DateOrder::YearMonthDay) => {
                (century(year), month, day)
            }
        };
        match Date::from_ymd_opt(year, month, day) {
            Some(_) if year == OPEN_END_YEAR => Cell::Blank,
            Some(date) if YEARS.contains(&year) => Cell::Ok(date),
            Some(_) | None => Cell::Failed,
        }
    }
}

pub(super) const ORDERS: [DateOrder; 3] =
    [DateOrder::DayMonthYear, DateOrder::MonthDayYear, DateOrder::YearMonthDay];

fn century(year: u32) -> i32 {
    let year = year as i32;
    if year < PIVOT_YEAR { 2000 + year } else { 1900 + year }
}

fn known(year: i32, month: u32, day: u32) -> Written {
    let initial = month == 0 && day == 0 || (year, month, day) == (1900, 1, 0);
    if initial || year == OPEN_END_YEAR { Written::Never } else { Written::Known(year, month, day) }
}

/// `2025-06-30`.
const ISO_CHARS: usize = 10;

/// Whether a text has the form of an ISO date, in which no order is open.
pub(super) fn is_iso(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() == ISO_CHARS
        && bytes.iter().enumerate().all(|(at, byte)| match at {
            4 | 7 => *byte == b'-',
            _ => byte.is_ascii_digit(),
        })
}

/// The form of programs, read without a look at any other.
fn iso(text: &str) -> Option<Written> {
    if !is_iso(text) {
        return None;
    }
    let part = |range: std::ops::Range<usize>| {
        text.as_bytes()[range].iter().fold(0, |number, byte| number * 10 + u32::from(byte - b'0'))
    };
    Some(known(part(0..4) as i32, part(5..7), part(8..10)))
}

/// Cuts a time of day, a zone and a weekday in brackets off the end.
fn without_time(text: &str) -> &str {
    let mut text = text.trim();
    if text.ends_with(')')
        && let Some(open) = text.rfind('(')
    {
        text = text[..open].trim_end();
    }
    if let Some(colon) = text.find(':') {
        // The hour's digits stand before the colon; the date ends before them.
        let before = &text[..colon];
        let hour = before.trim_end_matches(|c: char| c.is_ascii_digit());
        let hour_digits = before.len() - hour.len();
        if (1..=2).contains(&hour_digits) {
            text = hour;
        }
    }
    let text = text.trim_end().trim_end_matches(['T', 'Z', ',']);
    for word in ["오전", "오후", "上午", "下午"] {
        if let Some(before) = text.trim_end().strip_suffix(word) {
            return before.trim_end();
        }
    }
    text.trim_end()
}

/// `2025年6月30日`, `2025년 6월 30일`, and the years of 令和 and 民国.
fn eastern(text: &str) -> Option<Written> {
    let text = text.replace(['年', '년'], "/").replace(['月', '월'], "/");
    let (era, body) = match text.strip_prefix("令和") {
        Some(rest) => (2018, rest),
        None => match text.strip_prefix("民国").or_else(|| text.strip_prefix("民國")) {
            Some(rest) => (1911, rest),
            None => (0, text.as_str()),
        },
    };
    let body = match body.strip_suffix(['日', '일']) {
        Some(body) => body,
        None if era > 0 => body,
        None => return None,
    };
    let parts = numbers(body, |c| matches!(c, '/' | '.' | '-' | ' '))?;
    let [year, month, day] = parts.as_slice() else { return None };
    let year: i32 = match (era, year.len()) {
        (0, 2) => century(year.parse().ok()?),
        _ => year.parse::<i32>().ok()? + era,
    };
    Some(known(year, month.parse().ok()?, day.parse().ok()?))
}

/// `20250630`.
fn compact(text: &str) -> Option<Written> {
    // 250630: which part is the year, the column says.
    if text.len() == 6 && text.bytes().all(|b| b.is_ascii_digit()) {
        let part = |at: usize| text[at..at + 2].parse::<u32>().ok();
        return Some(Written::Short([part(0)?, part(2)?, part(4)?]));
    }
    if text.len() != 8 || !text.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let (year, month, day) =
        (text[..4].parse().ok()?, text[4..6].parse().ok()?, text[6..].parse().ok()?);
    let written = known(year, month, day);
    let valid = written == Written::Never || written.in_order(ORDERS[0]).ok().is_some();
    valid.then_some(written)
}

/// `30-Jun-25`, `June 30, 2025`, `30 juin 2025`, `30. Juni 2025`, `30 de junio de 2025`.
fn named(text: &str) -> Option<Written> {
    let mut month = None;
    let mut day = None;
    let mut year = None;
    for part in words(text) {
        if part.bytes().all(|b| b.is_ascii_digit()) {
            let value: u32 = part.parse().ok()?;
            match (part.len(), day, year) {
                (4, _, None) => year = Some(value as i32),
                (1 | 2, None, _) => day = Some(value),
                (2, Some(_), None) => year = Some(century(value)),
                _ => return None,
            }
        } else if let Some(found) = month_named(&part) {
            if month.replace(found).is_some() {
                return None;
            }
        } else if !is_filler(&part) {
            return None;
        }
    }
    Some(known(year?, month?, day?))
}

/// Runs of digits and runs of letters.
fn words(text: &str) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    let mut before = ' ';
    for c in text.chars() {
        if c.is_alphanumeric() {
            match parts.last_mut() {
                Some(part)
                    if before.is_alphanumeric()
                        && before.is_ascii_digit() == c.is_ascii_digit() =>
                {
                    part.push(c)
                }
                _ => parts.push(c.to_string()),
            }
        }
        before = c;
    }
    parts
}

/// Three numbers parted by `.`, `/`, `-` or blanks.
fn parted(text: &str) -> Option<Written> {
    let text = text.trim_end_matches(['.', ' ']);
    let mark = text.chars().find(|c| !c.is_ascii_digit())?;
    if !matches!(mark, '.' | '/' | '-' | ' ') {
        return None;
    }
    let parts = numbers(text, |c| c == mark || c == ' ')?;
    let [first, second, third] = parts.as_slice() else { return None };
    let (a, b, c): (u32, u32, u32) =
        (first.parse().ok()?, second.parse().ok()?, third.parse().ok()?);
    if second.len() > 2 {
        return None;
    }
    match (first.len(), third.len()) {
        (4, 1 | 2) => Some(known(a as i32, b, c)),
        // 114/06/30: a year of the Republic of China.
        (3, 2) if (100..=150).contains(&a) => Some(known(a as i32 + 1911, b, c)),
        (1 | 2, 4) if a == 0 && b == 0 => Some(Written::Never),
        (1 | 2, 4) => {
            Some(Written::YearLast { parts: [a, b], year: c as i32, dotted: mark == '.' })
        }
        (1 | 2, 1 | 2) if a == 0 && b == 0 && c == 0 => Some(Written::Never),
        (1 | 2, 1 | 2) => Some(Written::Short([a, b, c])),
        _ => None,
    }
}

/// The runs of one to four digits between marks; `None` when anything else stands there.
fn numbers(text: &str, is_mark: impl Fn(char) -> bool) -> Option<Vec<&str>> {
    let parts: Vec<&str> = text.split(is_mark).filter(|part| !part.is_empty()).collect();
    let digits = |part: &&str| part.len() <= 4 && part.bytes().all(|b| b.is_ascii_digit());
    parts.iter().all(digits).then_some(parts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::iso;

    fn read(text: &str, order: Option<DateOrder>) -> Option<String> {
        read_date(&RawCell { text, kind: RawKind::Text }, order).ok().map(iso)
    }

    #[test]
    fn one_day_in_many_hands() {
        for text in [
            "2025-06-30",
            "2025/6/30",
            "2025.06.30",
            "2025. 6. 30.",
            "2025-06-30 14:02:00",
            "2025-06-30T23:59:59+09:00",
            "2025-06-30T10:00:00.000Z",
            "2025. 6. 30. 오후 2:05:00",
            "2025-06-30 (월)",
            "30.06.2025",
            "30.6.2025 08:15",
            "30/06/2025",
            "6/30/2025 2:05:00 PM",
            "06-30-2025",
            "30-Jun-25",
            "30-JUN-2025",
            "30 juin 2025",
            "30. Juni 2025",
            "30 de junio de 2025",
            "June 30, 2025",
            "Mon, 30 Jun 2025",
            "June 30th, 2025",
            "2025年6月30日",
            "2025년 6월 30일",
            "２０２５年６月３０日",
            "令和7年6月30日",
            "114/06/30",
            "民國114年6月30日",
            "20250630",
        ] {
            assert_eq!(read(text, None).as_deref(), Some("2025-06-30"), "{text}");
        }
    }

    #[test]
    fn the_order_is_the_columns() {
        assert_eq!(read("05/06/2025", None), None);
        assert_eq!(
            read("05/06/2025", Some(DateOrder::DayMonthYear)).as_deref(),
            Some("2025-06-05")
        );
        assert_eq!(
            read("05/06/2025", Some(DateOrder::MonthDayYear)).as_deref(),
            Some("2025-05-06")
        );
        assert_eq!(read("25/06/05", Some(DateOrder::YearMonthDay)).as_deref(), Some("2025-06-05"));
        assert_eq!(read("250630", Some(DateOrder::YearMonthDay)).as_deref(), Some("2025-06-30"));
        assert_eq!(read("300625", Some(DateOrder::DayMonthYear)).as_deref(), Some("2025-06-30"));
        assert_eq!(read("05.06.2025", None).as_deref(), Some("2025-06-05"), "dots are day first");
        assert_eq!(read("05/05/2025", None).as_deref(), Some("2025-05-05"), "both ways the same");
        assert_eq!(read("01/02/99", Some(DateOrder::DayMonthYear)).as_deref(), Some("1999-02-01"));
    }

    #[test]
    fn initial_values_and_open_ends_are_blank() {
        for text in
            ["", "00.00.0000", "0000-00-00", "9999-12-31", "31.12.9999", "1900-01-00", "00/00/00"]
        {
            let cell = RawCell { text, kind: RawKind::Text };
            assert_eq!(read_date(&cell, None), Cell::Blank, "{text}");
        }
    }

    #[test]
    fn what_is_no_date_fails() {
        for text in [
            "soon",
            "2025-02-30",
            "2025-06",
            "Jun-25",
            "31/31/2025",
            "12345678",
            "1.5",
            "12",
            "2025",
            "1-2",
            "10.0.0.1",
            "1900-02-29",
            "A-1-2",
            "Market Street 5 2020",
            "12345",
            "60000",
        ] {
            assert_eq!(read(text, None), None, "{text}");
        }
    }

    #[test]
    fn serials_of_lost_formats() {
        let number =
            |text: &str| read_date(&RawCell { text, kind: RawKind::Number }, None).ok().map(iso);
        assert_eq!(number("45838").as_deref(), Some("2025-06-30"));
        assert_eq!(read("45838", None).as_deref(), Some("2025-06-30"));
        assert_eq!(number("45838.75").as_deref(), Some("2025-06-30"));
        assert_eq!(number("20250630").as_deref(), Some("2025-06-30"));
        assert_eq!(number("12"), None);
    }
}
