//! The days that a bill is for: "2026-10", "October 2026", "2026년 10월", "2026-10-05 to 2026-10-11".
//!
//! What can be read in two ways ("05/06/2026 - 07/06/2026"), is no month ("Q3", "week 41") or is not
//! understood is no period.

use chrono::{Datelike, Months};

use super::Row;
use crate::base::{Date, fold_word};
use crate::table::Field;

/// First and last day, both in it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Period {
    pub from: Date,
    pub to: Date,
}

impl Period {
    pub fn month_of(day: Date) -> Option<Period> {
        let from = day.with_day(1)?;
        Some(Period { from, to: from.checked_add_months(Months::new(1))?.pred_opt()? })
    }

    pub fn days(&self) -> i64 {
        (self.to - self.from).num_days() + 1
    }

    /// Of a row's own two cells, else of its period cell.
    pub fn of(row: Row) -> Option<Period> {
        let ends = row.date(Field::PeriodFrom).zip(row.date(Field::PeriodTo));
        let ends = ends.map(|(from, to)| Period { from, to });
        let stated = || Period::parse(row.text(Field::Period)?);
        ends.or_else(stated).filter(|period| period.from <= period.to)
    }

    /// The column that states it.
    pub fn field(row: Row) -> Field {
        let has_ends = row.date(Field::PeriodFrom).is_some();
        if has_ends { Field::PeriodFrom } else { Field::Period }
    }

    pub fn parse(text: &str) -> Option<Period> {
        let runs = text.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty());
        let runs: Vec<(usize, u32)> = runs
            .map(|run| Some((run.len(), run.parse().ok()?)))
            .collect::<Option<Vec<(usize, u32)>>>()?;
        let has_words = fold_word(text).chars().any(char::is_alphabetic);
        match *runs.as_slice() {
            [(6, number)] if !has_words => month(number / 100, number % 100),
            [(4, year)] => month(year, named_month(text)?),
            [(4, year), (_, number)] if !has_words || is_month(text) => month(year, number),
            [(_, number), (4, year)] if !has_words || is_month(text) => month(year, number),
            [(4, y1), (_, m1), (_, d1), (4, y2), (_, m2), (_, d2)] => {
                Some(Period { from: date(y1, m1, d1)?, to: date(y2, m2, d2)? })
            }
            // Dots before a full year are day first in any country.
            [(_, d1), (_, m1), (4, y1), (_, d2), (_, m2), (4, y2)] if text.contains('.') => {
                Some(Period { from: date(y1, m1, d1)?, to: date(y2, m2, d2)? })
            }
            _ => None,
        }
    }
}

/// The first day of a month counted in months: for what happens every month.
pub fn month_number(day: Date) -> i64 {
    i64::from(day.year()) * 12 + i64::from(day.month0())
}

/// Of the words that may stand beside the figures, those that say month and not quarter or week.
fn is_month(text: &str) -> bool {
    let other = ['季', '주', '周', '차', '기'];
    text.contains(['월', '月']) && !text.contains(other)
}

fn month(year: u32, month: u32) -> Option<Period> {
    Period::month_of(date(year, month, 1)?)
}

fn date(year: u32, month: u32, day: u32) -> Option<Date> {
    let year = i32::try_from(year).ok().filter(|year| (1990..2100).contains(year))?;
    Date::from_ymd_opt(year, month, day)
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// In full or by its first letters: "Oct", "Sept".
fn named_month(text: &str) -> Option<u32> {
    let folded = fold_word(text);
    let names = folded.split(' ').map(|word| word.trim_end_matches(|c: char| c.is_ascii_digit()));
    let mut known = names.filter(|word| word.len() >= 3).filter_map(|word| {
        let at = MONTHS.iter().position(|name| name.starts_with(word))?;
        u32::try_from(at + 1).ok()
    });
    let first = known.next()?;
    known.next().is_none().then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::iso;

    fn read(text: &str) -> Option<(String, String)> {
        Period::parse(text).map(|period| (iso(period.from), iso(period.to)))
    }

    #[test]
    fn months_and_stretches() {
        let october = Some(("2026-10-01".to_owned(), "2026-10-31".to_owned()));
        for text in [
            "2026-10",
            "202610",
            "10/2026",
            "Oct 2026",
            "October 2026",
            "2026년 10월",
            "2026年10月",
        ] {
            assert_eq!(read(text), october, "{text}");
        }
        let week = Some(("2026-10-05".to_owned(), "2026-10-11".to_owned()));
        for text in [
            "2026-10-05 to 2026-10-11",
            "2026/10/05–2026/10/11",
            "2026.10.5~2026.10.11",
            "05.10.2026 - 11.10.2026",
        ] {
            assert_eq!(read(text), week, "{text}");
        }
    }

    #[test]
    fn what_is_not_understood_is_no_period() {
        for text in [
            "",
            "Q3 2026",
            "2026년 3분기",
            "05/06/2026 - 07/06/2026",
            "Week 41",
            "W10 2026",
            "2026-W10",
            "2026년 10주차",
            "13/2026",
            "2026",
            "Oct-Nov 2026",
            "Marketing 2026",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
