//! The numbers of a column's distinct cells by code, and the fixed-point column that they make.
//!
//! A list of a million different amounts has a million of them. Digits, a minus and a point take nine
//! bytes here; what holds more, a currency or more than 18 digits, stands in a list of its own.

use std::borrow::Cow;

use rust_decimal::Decimal;

use crate::base::{round_to, shortest, shortest_of, stretches, times_ten};
use crate::ingest::NumberStyle;
use crate::ingest::typing::{NumberRead, NumberUnit, read_digits, read_number};
use crate::table::{Cell, NumberColumn, RawCell, RawColumn};

/// Code 0 is a blank cell, code `n` the column's `n`-th distinct one.
#[derive(Clone, Default)]
pub(super) struct Numbers {
    /// All digits as a whole number; of another, its place among the others.
    mantissas: Vec<i64>,
    /// Digits after the point, or one of the marks below.
    decimals: Vec<u8>,
    others: Vec<NumberRead>,
}

const BLANK: u8 = u8::MAX;
const FAILED: u8 = u8::MAX - 1;
const OTHER: u8 = u8::MAX - 2;

/// Digits that a column keeps, and how many of them may not be taken from behind the point.
const DIGITS: u32 = 18;
const DECIMALS_KEPT: u32 = 6;

impl Numbers {
    pub(super) fn read(column: &RawColumn, read: impl Fn(&RawCell) -> Cell<NumberRead>) -> Numbers {
        let mut numbers = Numbers::with_room(column.cells.len() + 1);
        numbers.push(Cell::Blank);
        stretches::each(column.cells.iter(), |cell| numbers.push(read(&cell)));
        numbers
    }

    /// The numbers of a column that is read in one style.
    pub(super) fn of_style(column: &RawColumn, style: Option<NumberStyle>) -> Numbers {
        let mut numbers = Numbers::with_room(column.cells.len() + 1);
        numbers.push(Cell::Blank);
        stretches::each(column.cells.iter(), |cell| match read_digits(&cell, style) {
            Some((mantissa, decimals)) => numbers.push_digits(mantissa, decimals),
            None => numbers.push(read_number(&cell, style)),
        });
        numbers
    }

    fn with_room(codes: usize) -> Numbers {
        Numbers {
            mantissas: Vec::with_capacity(codes),
            decimals: Vec::with_capacity(codes),
            others: Vec::new(),
        }
    }

    fn push_digits(&mut self, mantissa: i64, decimals: u32) {
        self.mantissas.push(mantissa);
        self.decimals.push(decimals as u8);
    }

    fn push(&mut self, cell: Cell<NumberRead>) {
        let (mantissa, decimals) = match cell {
            Cell::Blank => (0, BLANK),
            Cell::Failed => (0, FAILED),
            Cell::Ok(read) => match plain(&read) {
                Some((mantissa, decimals)) => (mantissa, decimals as u8),
                None => {
                    self.others.push(read);
                    (self.others.len() as i64 - 1, OTHER)
                }
            },
        };
        self.mantissas.push(mantissa);
        self.decimals.push(decimals);
    }

    pub(super) fn get(&self, code: usize) -> Cell<NumberRead> {
        match self.decimals.get(code) {
            None | Some(&BLANK) => Cell::Blank,
            Some(&FAILED) => Cell::Failed,
            Some(&OTHER) => Cell::Ok(self.others[self.mantissas[code] as usize]),
            Some(&decimals) => {
                let value = Decimal::new(self.mantissas[code], decimals.into());
                Cell::Ok(NumberRead { value, currency: None, unit: NumberUnit::Plain })
            }
        }
    }

    /// Whether any cell names a currency beside its number.
    pub(super) fn name_currencies(&self) -> bool {
        self.others.iter().any(|read| read.currency.is_some())
    }

    /// The numbers that stand there in thousands or millions, in units.
    pub(super) fn in_units(&self, power: u8) -> Cow<'_, Numbers> {
        if power == 0 {
            return Cow::Borrowed(self);
        }
        let unit = Decimal::from(10_u64.pow(u32::from(power.min(12))));
        let times = |read: NumberRead| match read.value.checked_mul(unit) {
            Some(value) => Cell::Ok(NumberRead { value, ..read }),
            None => Cell::Failed,
        };
        let mut scaled = Numbers::with_room(self.decimals.len());
        stretches::each(0..self.decimals.len(), |code| {
            scaled.push(match self.get(code) {
                Cell::Ok(read) => times(read),
                cell => cell,
            });
        });
        Cow::Owned(scaled)
    }

    /// A number for each of the rows, of which a code each is given.
    pub(super) fn column(&self, codes: impl Iterator<Item = usize>) -> NumberColumn {
        let scale = self.scale();
        let values = (0..self.decimals.len()).map(|code| self.scaled(code, scale));
        NumberColumn::coded(scale, values, codes)
    }

    /// A number as a whole one with so many of its digits behind the point.
    fn scaled(&self, code: usize, scale: u32) -> Cell<i64> {
        let decimals = u32::from(self.decimals[code]);
        let scaled = if decimals <= scale {
            times_ten(self.mantissas[code], scale - decimals)
        } else {
            match self.get(code) {
                Cell::Blank => return Cell::Blank,
                Cell::Failed => return Cell::Failed,
                Cell::Ok(read) if read.value.scale() > scale => {
                    NumberColumn::mantissa(round_to(read.value, scale), scale)
                }
                Cell::Ok(read) => NumberColumn::mantissa(read.value, scale),
            }
        };
        scaled.map_or(Cell::Failed, Cell::Ok)
    }

    /// The decimals of a column: as many as its numbers have, as long as the largest still fits into
    /// 18 digits. What then falls away lies far behind any currency's last digit.
    fn scale(&self) -> u32 {
        // By the decimals of a number: the largest that leaves room for some.
        let mut largest = [0_u64; Decimal::MAX_SCALE as usize + 1];
        let mut decimals = 0;
        stretches::each(self.mantissas.iter().zip(&self.decimals), |(&mantissa, &places)| {
            let Some(largest) = largest.get_mut(usize::from(places)) else { return };
            let places = u32::from(places);
            // Zeros at its end count only where they would widen the column.
            if places > decimals {
                decimals = decimals.max(shortest_of(mantissa, places).scale());
            }
            let size = mantissa.unsigned_abs();
            if size > *largest && leaves_room(size.into(), places) {
                *largest = size;
            }
        });
        let mut whole_digits = 1;
        for (places, size) in (0..).zip(largest) {
            whole_digits = whole_digits.max(digits_before_point(size.into(), places));
        }
        for NumberRead { value, .. } in &self.others {
            let (size, places) = (value.mantissa().unsigned_abs(), value.scale());
            decimals = decimals.max(shortest(*value).scale());
            if leaves_room(size, places) {
                whole_digits = whole_digits.max(digits_before_point(size, places));
            }
        }
        decimals.min(DIGITS - whole_digits)
    }
}

/// Digits and decimals of a number beside which nothing stands.
fn plain(read: &NumberRead) -> Option<(i64, u32)> {
    let is_plain = read.currency.is_none() && read.unit == NumberUnit::Plain;
    let mantissa = i64::try_from(read.value.mantissa()).ok().filter(|_| is_plain)?;
    Some((mantissa, read.value.scale()))
}

/// A number that leaves no room for decimals at all fails alone, not its column.
fn leaves_room(size: u128, places: u32) -> bool {
    digits_before_point(size, places) + DECIMALS_KEPT <= DIGITS
}

fn digits_before_point(size: u128, places: u32) -> u32 {
    let all = size.checked_ilog10().map_or(1, |log| log + 1);
    all.saturating_sub(places).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::RawKind;

    fn read(texts: &[&str]) -> Numbers {
        let cells = texts.iter().map(|text| RawCell { text, kind: RawKind::Text });
        let codes = (1..=texts.len() as u32).collect();
        Numbers::of_style(&RawColumn { cells: cells.collect(), codes }, None)
    }

    /// The column a number at a time, each as a decimal.
    fn one_by_one(numbers: &Numbers, scale: u32) -> NumberColumn {
        let mut column = NumberColumn::with_scale(scale);
        stretches::each(1..numbers.decimals.len(), |code| {
            column.push(match numbers.get(code) {
                Cell::Ok(read) if read.value.scale() > scale => {
                    Cell::Ok(round_to(read.value, scale))
                }
                Cell::Ok(read) => Cell::Ok(read.value),
                Cell::Blank => Cell::Blank,
                Cell::Failed => Cell::Failed,
            });
        });
        column
    }

    #[test]
    fn every_number_stands_as_it_was_read() {
        let texts = ["12.50", "-0.005", "€7.25", "-", "ten", "50%", "123456789012345678901.5"];
        let numbers = read(&texts);
        for (text, code) in texts.iter().zip(1..) {
            let cell = RawCell { text, kind: RawKind::Text };
            assert_eq!(numbers.get(code), read_number(&cell, None), "{text}");
        }
        assert_eq!(numbers.get(0), Cell::Blank);
        assert!(numbers.name_currencies() && !read(&["1", "50%"]).name_currencies());
    }

    #[test]
    fn digits_are_read_as_the_long_way_reads_them() {
        let texts = [
            "12.50",
            "-0.005",
            "1.234",
            "12.345",
            "1234.567",
            "0.125",
            "-7",
            "-0",
            "0",
            "100",
            "1.0",
            "-.5",
            ".5",
            "5.",
            "",
            "-",
            "1,234",
            "1,5",
            "123456789012345678",
            "1234567890123456",
            "1e5",
            "12-",
        ];
        for style in [None, Some(NumberStyle::Point), Some(NumberStyle::Comma)] {
            for kind in [RawKind::Text, RawKind::Number, RawKind::Id, RawKind::Date] {
                let cells = texts.iter().map(|text| RawCell { text, kind }).collect();
                let numbers = Numbers::of_style(&RawColumn { cells, codes: Vec::new() }, style);
                for (text, code) in texts.iter().zip(1..) {
                    let long = read_number(&RawCell { text, kind }, style);
                    assert_eq!(numbers.get(code), long, "{text} {kind:?} {style:?}");
                }
            }
        }
    }

    #[test]
    fn a_column_is_that_of_its_decimals() {
        let columns: [&[&str]; 8] = [
            &["12.50", "7", "-3.125", "0", "-"],
            &["1.10", "2.20", "3.3000"],
            &["€1,234.5", "99.125", "2 USD"],
            &["123456789012", "0.1234567"],
            &["1234567890123", "0.1234567", "0.12"],
            &["9223372036854775806", "1"],
            &["9223372036854775807", "99999999999999999999999", "0.5"],
            &["0.1234567890123456789", "100000"],
        ];
        for texts in columns {
            let numbers = read(texts);
            let column = numbers.column(1..=texts.len());
            let expected = one_by_one(&numbers, column.scale);
            for row in 0..texts.len() {
                assert_eq!(column.get(row), expected.get(row), "{texts:?}, {}", column.scale);
            }
        }
        assert_eq!(read(&["1.10", "2.25", "3.3000"]).scale(), 2);
        assert_eq!(read(&["123456789012", "0.1234567"]).scale(), 6);
        assert_eq!(read(&["1234567890123", "0.1234567"]).scale(), 7);
    }

    #[test]
    fn thousands_are_brought_to_units() {
        let numbers = read(&["1.5", "ten", "€2", "79228162514264337593543950335"]);
        let units = numbers.in_units(3);
        let value = |code| units.get(code).ok().map(|read| read.value.normalize().to_string());
        assert_eq!((value(1).as_deref(), value(3).as_deref()), (Some("1500"), Some("2000")));
        assert_eq!([units.get(0), units.get(2)], [Cell::Blank, Cell::Failed]);
        assert_eq!(units.get(4), Cell::Failed);
        assert!(matches!(numbers.in_units(0), Cow::Borrowed(_)));
    }
}
