//! Typed columns: dictionary text, fixed-point numbers, day numbers. Aligned with a table's used rows.

use rust_decimal::Decimal;

use super::{Field, RawCells};
use crate::base::{Date, date_from_days, shortest, shortest_of, stretches, times_ten};

/// A typed cell. A cell that holds something its column cannot read is `Failed`, never blank.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Cell<T> {
    Blank,
    Ok(T),
    Failed,
}

impl<T> Cell<T> {
    pub fn ok(self) -> Option<T> {
        match self {
            Cell::Ok(value) => Some(value),
            Cell::Blank | Cell::Failed => None,
        }
    }
}

/// One mapped column.
#[derive(Clone, Debug)]
pub struct Column {
    pub field: Field,
    /// 0-based column of the raw sheet.
    pub index: u16,
    pub header: String,
    pub data: Data,
}

#[derive(Clone, Debug)]
pub enum Data {
    Text(TextColumn),
    Date(DateColumn),
    Number(NumberColumn),
}

/// Dictionary-coded text, trimmed. Code 0 is blank. Equal codes are equal texts; a column in which
/// nearly nothing repeats may hold a text under several codes.
#[derive(Clone, Debug, Default)]
pub struct TextColumn {
    pub dict: Entries,
    pub codes: Vec<u32>,
}

impl TextColumn {
    pub fn get(&self, row: usize) -> Option<&str> {
        let code = *self.codes.get(row)? as usize;
        self.dict.get(code.checked_sub(1)?)
    }
}

/// The texts of a column's codes, in one run of memory however many there are.
#[derive(Clone, Debug, Default)]
pub struct Entries {
    all: String,
    /// Where each text ends.
    ends: Vec<usize>,
}

impl Entries {
    /// Room for so many texts, of so many bytes together.
    pub fn with_capacity(entries: usize, bytes: usize) -> Entries {
        Entries { all: String::with_capacity(bytes), ends: Vec::with_capacity(entries) }
    }

    pub fn len(&self) -> usize {
        self.ends.len()
    }

    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    pub fn push(&mut self, text: &str) {
        self.all.push_str(text);
        self.ends.push(self.all.len());
    }

    pub fn get(&self, at: usize) -> Option<&str> {
        let end = *self.ends.get(at)?;
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before]);
        self.all.get(start..end)
    }

    pub fn iter(&self) -> impl ExactSizeIterator<Item = &str> {
        let mut start = 0;
        self.ends.iter().map(move |&end| {
            let text = self.all.get(start..end).unwrap_or("");
            start = end;
            text
        })
    }
}

impl From<&RawCells> for Entries {
    fn from(cells: &RawCells) -> Entries {
        let (all, ends) = cells.run();
        Entries { all: all.to_owned(), ends: ends.iter().map(|end| *end as usize).collect() }
    }
}

impl<'t> FromIterator<&'t str> for Entries {
    fn from_iter<I: IntoIterator<Item = &'t str>>(texts: I) -> Entries {
        let mut entries = Entries::default();
        texts.into_iter().for_each(|text| entries.push(text));
        entries
    }
}

/// Days since 1970-01-01, with two sentinels for blank and failed.
#[derive(Clone, Debug, Default)]
pub struct DateColumn(Vec<i32>);

const DATE_BLANK: i32 = i32::MIN;
const DATE_FAILED: i32 = i32::MIN + 1;

impl DateColumn {
    pub fn push(&mut self, cell: Cell<i32>) {
        self.0.push(match cell {
            Cell::Blank => DATE_BLANK,
            Cell::Failed => DATE_FAILED,
            Cell::Ok(days) => days.max(DATE_FAILED + 1),
        });
    }

    pub fn get(&self, row: usize) -> Cell<Date> {
        match self.days(row) {
            Cell::Blank => Cell::Blank,
            Cell::Failed => Cell::Failed,
            Cell::Ok(days) => date_from_days(days).map_or(Cell::Failed, Cell::Ok),
        }
    }

    /// The same as a number of days since 1970-01-01, as it is kept.
    pub fn days(&self, row: usize) -> Cell<i32> {
        match self.0.get(row) {
            None | Some(&DATE_BLANK) => Cell::Blank,
            Some(&DATE_FAILED) => Cell::Failed,
            Some(&days) => Cell::Ok(days),
        }
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Exact decimals: a mantissa per row and one scale for the column, so 1,000,000 amounts take
/// 8 MB. A number that does not fit is `Failed`, and the build says so.
#[derive(Clone, Debug, Default)]
pub struct NumberColumn {
    pub scale: u32,
    mantissas: Vec<i64>,
}

const NUMBER_BLANK: i64 = i64::MIN;
const NUMBER_FAILED: i64 = i64::MIN + 1;

impl NumberColumn {
    pub fn with_scale(scale: u32) -> NumberColumn {
        NumberColumn { scale, mantissas: Vec::new() }
    }

    /// A column of few values on many rows: each value is scaled once, and a row names its own by
    /// its place in the list.
    pub fn coded(
        scale: u32,
        mantissas: impl Iterator<Item = Cell<i64>>,
        codes: impl Iterator<Item = usize>,
    ) -> NumberColumn {
        let slots: Vec<i64> = stretches::collect(mantissas.map(slot));
        let of_code = |code: usize| slots.get(code).copied().unwrap_or(NUMBER_BLANK);
        NumberColumn { scale, mantissas: stretches::collect(codes.map(of_code)) }
    }

    /// A number as a whole one with so many of its digits behind the point; `None` when it has more,
    /// or is too large.
    pub fn mantissa(value: Decimal, scale: u32) -> Option<i64> {
        let value = if value.scale() > scale { shortest(value) } else { value };
        let missing = scale.checked_sub(value.scale())?;
        times_ten(i64::try_from(value.mantissa()).ok()?, missing)
    }

    /// Adds a number; one with more digits than the column's scale is `Failed`.
    pub fn push(&mut self, cell: Cell<Decimal>) {
        self.mantissas.push(slot(match cell {
            Cell::Blank => Cell::Blank,
            Cell::Failed => Cell::Failed,
            Cell::Ok(value) => {
                NumberColumn::mantissa(value, self.scale).map_or(Cell::Failed, Cell::Ok)
            }
        }));
    }

    /// Rows whose cell is `Failed`.
    pub fn failed(&self) -> Vec<usize> {
        let rows = self.mantissas.iter().enumerate();
        let failed = rows.filter(|(_, mantissa)| **mantissa == NUMBER_FAILED);
        stretches::collect(failed.map(|(row, _)| row))
    }

    pub fn is_failed(&self, row: usize) -> bool {
        self.mantissas.get(row) == Some(&NUMBER_FAILED)
    }

    pub fn get(&self, row: usize) -> Cell<Decimal> {
        match self.mantissas.get(row) {
            None | Some(&NUMBER_BLANK) => Cell::Blank,
            Some(&NUMBER_FAILED) => Cell::Failed,
            Some(&mantissa) => Cell::Ok(shortest_of(mantissa, self.scale)),
        }
    }

    /// The number in units of so many digits, half away from zero, as `Money::round` would have it:
    /// asked for every amount of every row, so without a decimal in between. `None` as well beyond
    /// the range of minor units.
    pub fn minor(&self, row: usize, digits: u32) -> Option<i64> {
        let mantissa = *self.mantissas.get(row).filter(|&&m| m > NUMBER_FAILED)?;
        let Some(over) = self.scale.checked_sub(digits).filter(|&over| over > 0) else {
            return times_ten(mantissa, digits - self.scale);
        };
        let size = mantissa.unsigned_abs();
        // Beyond the range of the unit nothing is left of any number.
        let Some(unit) = 10_u64.checked_pow(over) else { return Some(0) };
        let up = u64::from(size % unit >= unit - size % unit);
        i64::try_from(size / unit + up).ok()?.checked_mul(mantissa.signum())
    }

    /// Empties cells: what they hold is words on purpose.
    pub fn empty(&mut self, rows: impl Iterator<Item = usize>) {
        for row in rows {
            if let Some(mantissa) = self.mantissas.get_mut(row) {
                *mantissa = NUMBER_BLANK;
            }
        }
    }

    pub fn len(&self) -> usize {
        self.mantissas.len()
    }

    pub fn is_empty(&self) -> bool {
        self.mantissas.is_empty()
    }
}

/// What stands in a column for a mantissa.
fn slot(cell: Cell<i64>) -> i64 {
    match cell {
        Cell::Ok(mantissa) if mantissa > NUMBER_FAILED => mantissa,
        Cell::Blank => NUMBER_BLANK,
        Cell::Ok(_) | Cell::Failed => NUMBER_FAILED,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Currency, Money};

    #[test]
    fn minor_units_are_rounded_as_money_is() {
        let digits = [("KRW", 0), ("EUR", 2), ("KWD", 3)];
        for scale in [0, 1, 2, 3, 5, 18, 19, 20, 28] {
            let mut column = NumberColumn::with_scale(scale);
            let mantissas = [
                0,
                1,
                4,
                5,
                49,
                50,
                149,
                150,
                12_345,
                999_995,
                5_i64 * 10_i64.pow(18),
                i64::MAX - 1,
            ];
            for mantissa in mantissas.into_iter().flat_map(|m| [m, -m]) {
                column.mantissas.push(mantissa);
                let row = column.len() - 1;
                for (code, digits) in digits {
                    let money = Money::round(
                        shortest(Decimal::new(mantissa, scale)),
                        Currency::parse(code).expect("a code"),
                    );
                    let minor = money.map(|money| money.minor);
                    assert_eq!(column.minor(row, digits), minor, "{mantissa} / 10^{scale}, {code}");
                }
            }
        }
        let mut column = NumberColumn::with_scale(2);
        column.push(Cell::Failed);
        column.push(Cell::Blank);
        assert_eq!([column.minor(0, 2), column.minor(1, 2)], [None, None]);
    }
}
