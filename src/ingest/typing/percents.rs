//! Ratios: `10 %`, 0.1 and 10 are one tenth, which of the last two is meant is the column's affair.

use rust_decimal::Decimal;

use super::numbers::{NumberRead, NumberUnit, read_number};
use super::tally;
use crate::ingest::NumberStyle;
use crate::table::{Cell, RawCell, RawColumn};

/// How the unmarked numbers of a ratio column are meant.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PercentScale {
    /// 0.1 is one tenth.
    Ratio,
    /// 10 is one tenth.
    Hundred,
}

/// One unmarked number above 1 shows that the column counts in hundredths: no tax or discount of
/// this trade exceeds the whole.
pub fn percent_scale(column: &RawColumn, rows: &[u32], style: Option<NumberStyle>) -> PercentScale {
    let tally = tally(column, rows);
    let above_one = |cell: &RawCell| {
        read_number(cell, style)
            .ok()
            .is_some_and(|n| n.unit == NumberUnit::Plain && n.value.abs() > Decimal::ONE)
    };
    let hundred = tally.cells(column).any(|(cell, _)| above_one(&cell));
    if hundred { PercentScale::Hundred } else { PercentScale::Ratio }
}

pub fn read_percent(
    cell: &RawCell,
    style: Option<NumberStyle>,
    scale: PercentScale,
) -> Cell<NumberRead> {
    match read_number(cell, style) {
        Cell::Blank => Cell::Blank,
        Cell::Failed => Cell::Failed,
        Cell::Ok(number) => {
            let divisor = match (number.unit, scale) {
                (NumberUnit::Percent, _) | (NumberUnit::Plain, PercentScale::Hundred) => 100,
                (NumberUnit::PerMille, _) => 1000,
                (NumberUnit::Plain, PercentScale::Ratio) => 1,
            };
            let value = (number.value / Decimal::from(divisor)).normalize();
            Cell::Ok(NumberRead { value, currency: None, unit: NumberUnit::Plain })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::RawCells;
    use crate::table::RawKind;

    fn read(texts: &[&str]) -> Vec<String> {
        let cells: RawCells =
            texts.iter().map(|t| RawCell { text: t, kind: RawKind::Text }).collect();
        let rows: Vec<u32> = (0..texts.len() as u32).collect();
        let column = RawColumn { cells, codes: (1..=texts.len() as u32).collect() };
        let scale = percent_scale(&column, &rows, None);
        let ratio = |cell| read_percent(&cell, None, scale).ok().map(|read| read.value.to_string());
        column.cells.iter().filter_map(ratio).collect()
    }

    #[test]
    fn one_tenth_in_three_ways() {
        assert_eq!(read(&["10 %", "0%"]), ["0.1", "0"]);
        assert_eq!(read(&["0.1", "0"]), ["0.1", "0"]);
        assert_eq!(read(&["10", "1", "0"]), ["0.1", "0.01", "0"]);
        assert_eq!(read(&["10%", "0.05"]), ["0.1", "0.05"]);
    }
}
