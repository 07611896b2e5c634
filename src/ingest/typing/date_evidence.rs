//! What a column's cells say about being dates, and about the order of day and month.

use super::dates::{ORDERS, Written, is_iso, written};
use super::{Tally, means_blank, plain, tally};
use crate::ingest::DateOrder;
use crate::table::{Cell, RawCell, RawColumn, RawKind};

/// Whether the cells decide the order of day and month.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum OrderEvidence {
    Decided(DateOrder),
    /// Cells read differently in two orders and no other cell decides.
    Ambiguous,
    /// No cell leaves the order open.
    #[default]
    None,
}

/// Counts over the given rows; `blank + dates + failed` is their number.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct DateEvidence {
    /// Blank cells, initial values and open ends.
    pub blank: u32,
    /// Cells that read as a date in the column's order, or in some order while it is open.
    pub dates: u32,
    pub failed: u32,
    pub order: OrderEvidence,
    /// Dates that the file itself marks as such.
    pub stored: u32,
    /// Bare numbers that could be dates (`45838`, `20250630`): no evidence by themselves.
    pub bare: u32,
}

/// Share of open cells, in percent, that an order must read to be the column's.
const SETTLING_PERCENT: u64 = 95;

pub fn date_evidence(column: &RawColumn, rows: &[u32]) -> DateEvidence {
    let tally = tally(column, rows);
    let mut evidence = DateEvidence { blank: tally.blank, ..DateEvidence::default() };
    evidence.order = decide(&open_orders(column, &tally));
    for (cell, count) in tally.cells(column) {
        evidence.count(&cell, count);
    }
    evidence
}

impl DateEvidence {
    fn count(&mut self, cell: &RawCell, count: u32) {
        let read = match (written(cell), self.order) {
            (Cell::Ok(written), OrderEvidence::Decided(order)) => written.read(Some(order)),
            (Cell::Ok(written), OrderEvidence::Ambiguous | OrderEvidence::None) => ORDERS
                .iter()
                .map(|&order| written.read(Some(order)))
                .find(|read| *read != Cell::Failed)
                .unwrap_or(Cell::Failed),
            (Cell::Blank, _) => Cell::Blank,
            (Cell::Failed, _) => Cell::Failed,
        };
        match read {
            Cell::Blank => self.blank += count,
            Cell::Failed => self.failed += count,
            Cell::Ok(_) => {
                self.dates += count;
                self.stored += if cell.kind == RawKind::Date { count } else { 0 };
                self.bare += if is_bare(cell) { count } else { 0 };
            }
        }
    }

    /// Whether every non-blank cell is a date, and more than bare numbers say so.
    pub fn all_dates(&self) -> bool {
        self.dates > self.bare && self.failed == 0
    }
}

fn is_bare(cell: &RawCell) -> bool {
    cell.kind == RawKind::Number || cell.text.trim().bytes().all(|b| b.is_ascii_digit())
}

/// Whether the cells decide the order of day and month: the order alone, without the rest of the
/// evidence.
pub fn order_evidence(column: &RawColumn, rows: &[u32]) -> OrderEvidence {
    decide(&open_orders(column, &tally(column, rows)))
}

fn open_orders(column: &RawColumn, tally: &Tally) -> Vec<(Written, u32)> {
    tally.cells(column).filter_map(|(cell, count)| Some((open_order(&cell)?, count))).collect()
}

fn open_order(cell: &RawCell) -> Option<Written> {
    if !matches!(cell.kind, RawKind::Text | RawKind::Id) || is_iso(cell.text) {
        return None;
    }
    let text = plain(cell.text);
    if means_blank(&text) {
        return None;
    }
    match Written::take_apart(&text)? {
        Written::Never | Written::Known(..) => None,
        written => Some(written),
    }
}

fn decide(open: &[(Written, u32)]) -> OrderEvidence {
    let total: u64 = open.iter().map(|(_, count)| u64::from(*count)).sum();
    if total == 0 {
        return OrderEvidence::None;
    }
    let read_in = |order: DateOrder| -> u64 {
        let reads = |w: &Written| w.in_order(order) != Cell::Failed;
        open.iter().filter(|(w, _)| reads(w)).map(|(_, count)| u64::from(*count)).sum()
    };
    let scores: Vec<(DateOrder, u64)> = ORDERS.iter().map(|&o| (o, read_in(o))).collect();
    let best = scores.iter().map(|(_, score)| *score).max().unwrap_or(0);
    let leaders: Vec<DateOrder> =
        scores.iter().filter(|(_, score)| *score == best).map(|(order, _)| *order).collect();
    let settles = best * 100 >= total * SETTLING_PERCENT;
    match leaders.as_slice() {
        [order] if settles => OrderEvidence::Decided(*order),
        [first, others @ ..] if settles && others.iter().all(|o| same(open, *first, *o)) => {
            OrderEvidence::Decided(*first)
        }
        [DateOrder::DayMonthYear, DateOrder::YearMonthDay] if settles && is_of_one_time(open) => {
            OrderEvidence::Decided(DateOrder::DayMonthYear)
        }
        _ => OrderEvidence::Ambiguous,
    }
}

/// Whether dates of two digits each lie together with the year last, and all over the decades with the
/// year first: "02.03.26, 19.03.26, 30.03.26". Dates that end in 01, or as months end, may be first and
/// last days of years long past.
fn is_of_one_time(open: &[(Written, u32)]) -> bool {
    const TOGETHER_DAYS: i64 = 400;
    const APART_DAYS: i64 = 3_650;
    const VALUES_MIN: usize = 4;
    let span = |order: DateOrder| {
        let days = open.iter().filter_map(|(w, _)| match w.in_order(order) {
            Cell::Ok(date) => Some(date),
            _ => None,
        });
        let (first, last) = (days.clone().min()?, days.max()?);
        Some((last - first).num_days())
    };
    let inner = |written: &Written| match written {
        Written::Short([_, _, last]) => (2..=27).contains(last),
        _ => false,
    };
    open.len() >= VALUES_MIN
        && open.iter().all(|(written, _)| inner(written))
        && span(DateOrder::DayMonthYear).is_some_and(|days| days <= TOGETHER_DAYS)
        && span(DateOrder::YearMonthDay).is_some_and(|days| days >= APART_DAYS)
}

/// Whether two orders give the same dates throughout: dotted full years, or day = month.
fn same(open: &[(Written, u32)], a: DateOrder, b: DateOrder) -> bool {
    open.iter().all(|(written, _)| written.in_order(a) == written.in_order(b))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn evidence(texts: &[&str]) -> DateEvidence {
        let cells = texts.iter().map(|t| RawCell { text: t, kind: RawKind::Text });
        let column =
            RawColumn { cells: cells.collect(), codes: (1..=texts.len() as u32).collect() };
        let rows: Vec<u32> = (0..texts.len() as u32).collect();
        date_evidence(&column, &rows)
    }

    #[test]
    fn one_part_above_twelve_decides_the_column() {
        let found = evidence(&["05/06/2025", "13/06/2025", "00/00/0000"]);
        assert_eq!(found.order, OrderEvidence::Decided(DateOrder::DayMonthYear));
        assert_eq!((found.dates, found.blank, found.failed), (2, 1, 0));
        let found = evidence(&["05/06/2025", "06/13/2025"]);
        assert_eq!(found.order, OrderEvidence::Decided(DateOrder::MonthDayYear));
    }

    #[test]
    fn nothing_above_twelve_stays_open() {
        let found = evidence(&["05/06/2025", "07/08/2025"]);
        assert_eq!(found.order, OrderEvidence::Ambiguous);
        assert_eq!(found.dates, 2);
        assert_eq!(evidence(&["13/06/2025", "06/13/2025"]).order, OrderEvidence::Ambiguous);
        let together = ["02.03.26", "19.03.26", "30.03.26", "02.04.26"];
        assert_eq!(evidence(&together).order, OrderEvidence::Decided(DateOrder::DayMonthYear));
        let firsts_of_months = ["12.03.01", "25.07.01", "20.01.01", "14.02.01"];
        assert_eq!(evidence(&firsts_of_months).order, OrderEvidence::Ambiguous);
    }

    #[test]
    fn known_forms_need_no_order() {
        assert_eq!(evidence(&["2025-06-30", "1 May 2025"]).order, OrderEvidence::None);
        let dotted = evidence(&["05.06.2025"]);
        assert_eq!(dotted.order, OrderEvidence::Decided(DateOrder::DayMonthYear));
    }

    #[test]
    fn bare_numbers_are_no_evidence() {
        let found = evidence(&["20250630", "20250701"]);
        assert_eq!((found.dates, found.bare), (2, 2));
        assert!(!found.all_dates());
    }
}
