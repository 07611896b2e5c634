//! DATEV's posting batches (`EXTF`): their document dates have a day and a month alone, and the first
//! record says in which period they lie. Gives each the year that puts it there.
//!
//! What the batch is stays to be said: one record posts to two accounts, and taxes of some accounts
//! are split only in the books.

use crate::base::{Date, iso};
use crate::table::{Fate, RawCell, RawCells, RawColumn, RawKind, RawSheet};

/// Places in the first record.
const MARK: usize = 0;
const CATEGORY: usize = 2;
const FROM: usize = 14;
const TO: usize = 15;

pub(super) fn with_years(sheet: &mut RawSheet) {
    let is_batch =
        matches!(sheet.text(0, MARK), "EXTF" | "DTVF") && sheet.text(0, CATEGORY) == "21";
    let day = |column: usize| Date::parse_from_str(sheet.text(0, column), "%Y%m%d").ok();
    let (true, Some(from), Some(to)) = (is_batch, day(FROM), day(TO)) else { return };
    sheet.known_fates.insert(0, Fate::Title);
    let dated = sheet.columns.iter_mut().find(|column| column.text(1) == "Belegdatum");
    if let Some(column) = dated {
        *column = dated_column(column, from, to);
    }
}

fn dated_column(column: &RawColumn, from: Date, to: Date) -> RawColumn {
    let date = |cell: RawCell| {
        let dated = in_period(cell.text, from, to).map(iso);
        dated.map_or((cell.text.to_owned(), cell.kind), |text| (text, RawKind::Date))
    };
    let cells: Vec<(String, RawKind)> = column.cells.iter().map(date).collect();
    let mut dated: RawCells =
        cells.iter().map(|(text, kind)| RawCell { text, kind: *kind }).collect();
    // "0405" and "405" are one day.
    dated.may_repeat();
    RawColumn { cells: dated, codes: column.codes.clone() }
}

/// `0405` is the fourth of May, in the one year of the period that has it.
fn in_period(text: &str, from: Date, to: Date) -> Option<Date> {
    use chrono::Datelike;
    let digits = (3..=4).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    let (day, month) = text.split_at_checked(text.len().checked_sub(2)?).filter(|_| digits)?;
    let (day, month) = (day.parse().ok()?, month.parse().ok()?);
    let dates = (from.year()..=to.year()).filter_map(|year| Date::from_ymd_opt(year, month, day));
    let mut dates = dates.filter(|date| (from..=to).contains(date));
    dates.next().filter(|_| dates.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_gets_the_year_of_its_period() {
        let day = |y, m, d| Date::from_ymd_opt(y, m, d).expect("a day");
        let (from, to) = (day(2025, 10, 1), day(2026, 3, 31));
        assert_eq!(in_period("0410", from, to), Some(day(2025, 10, 4)));
        assert_eq!(in_period("401", from, to), Some(day(2026, 1, 4)));
        for text in ["0405", "3102", "04.10", "", "1"] {
            assert_eq!(in_period(text, from, to), None, "{text}");
        }
        // Two Octobers in one period say nothing.
        assert_eq!(in_period("0410", from, day(2026, 12, 31)), None);
    }
}
