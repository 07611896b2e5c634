//! The slips by which one amount or date becomes another: digits swapped, a factor of ten, the sign
//! turned, net for gross. A slip is named only where it gives the other value exactly.

use serde::{Deserialize, Serialize};

use super::{Cause, Comparison, Reconciled};
use crate::base::{Date, Decimal, Money, Rounding};
use crate::model::Row;
use crate::table::{Field, Table};

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Slip {
    /// Two digits changed places; the difference is then a multiple of nine.
    Transposed,
    Factor10,
    Factor100,
    Factor1000,
    SignTurned,
    NetForGross,
    CurrencySwapped,
    /// No more than one smallest unit a row.
    Rounding,
    /// Day and month changed places.
    DayMonth,
    /// A number lost its leading zeros.
    Zeros,
}

impl Slip {
    /// Key of its word in the catalogue.
    pub fn word(self) -> &'static str {
        match self {
            Slip::Transposed => "slip-transposed",
            Slip::Factor10 => "slip-factor-10",
            Slip::Factor100 => "slip-factor-100",
            Slip::Factor1000 => "slip-factor-1000",
            Slip::SignTurned => "slip-sign-turned",
            Slip::NetForGross => "slip-net-for-gross",
            Slip::CurrencySwapped => "slip-currency-swapped",
            Slip::Rounding => "slip-rounding",
            Slip::DayMonth => "slip-day-month",
            Slip::Zeros => "slip-zeros",
        }
    }
}

/// Gives every pair whose amounts differ the name of its slip.
pub(super) fn name(done: &mut Reconciled, left: &Table, right: &Table) {
    let named: Vec<Option<Cause>> =
        done.lines.iter().map(|l| cause(done, l, left, right)).collect();
    for (line, cause) in done.lines.iter_mut().zip(named) {
        line.cause = cause.unwrap_or(line.cause);
    }
}

fn cause(done: &Reconciled, line: &super::Line, left: &Table, right: &Table) -> Option<Cause> {
    if line.cause != Cause::Off {
        return None;
    }
    if done.comparison == Comparison::Snapshots {
        return Some(Cause::Changed);
    }
    let sum = |entries: &[super::Entry], at: &[u32]| -> Option<Money> {
        let mut all = at.iter().map(|&at| entries[at as usize].amount);
        let first = all.next()??;
        all.try_fold(first, |sum, next| {
            let next = next.filter(|next| next.currency == sum.currency)?;
            Some(Money::new(sum.minor.checked_add(next.minor)?, sum.currency))
        })
    };
    let (l, r) = (sum(&done.left.entries, &line.left)?, sum(&done.right.entries, &line.right)?);
    let rows = line.left.len().max(line.right.len()) as i64;
    let slip = of_amounts(l, r, rows).or_else(|| {
        let one = |side: &super::Side, at: &[u32]| match at {
            [one] => Some(side.entries[*one as usize].row),
            _ => None,
        };
        let lefts = one(&done.left, &line.left).map(|row| Row { table: left, row });
        let rights = one(&done.right, &line.right).map(|row| Row { table: right, row });
        net_for_gross(l, r, lefts, rights).then_some(Slip::NetForGross)
    });
    slip.map(Cause::Slip)
}

/// The slip that makes one amount into the other.
pub fn of_amounts(left: Money, right: Money, rows: i64) -> Option<Slip> {
    let (l, r) = (i128::from(left.minor), i128::from(right.minor));
    if left.currency != right.currency {
        return (left.decimal() == right.decimal()).then_some(Slip::CurrencySwapped);
    }
    if l == 0 || r == 0 || l == r {
        return None;
    }
    if l == -r {
        return Some(Slip::SignTurned);
    }
    let factors = [(10, Slip::Factor10), (100, Slip::Factor100), (1000, Slip::Factor1000)];
    let factor = factors.into_iter().find(|(f, _)| l == r * f || r == l * f);
    if let Some((_, slip)) = factor {
        return Some(slip);
    }
    if is_transposed(left.minor, right.minor) {
        return Some(Slip::Transposed);
    }
    ((l - r).abs() <= i128::from(rows)).then_some(Slip::Rounding)
}

/// Exactly two digits changed places.
pub fn is_transposed(left: i64, right: i64) -> bool {
    if left.signum() != right.signum() {
        return false;
    }
    let (l, r) = (left.unsigned_abs().to_string(), right.unsigned_abs().to_string());
    let wrong: Vec<(u8, u8)> = l.bytes().zip(r.bytes()).filter(|(a, b)| a != b).collect();
    l.len() == r.len() && matches!(wrong.as_slice(), [(a, b), (c, d)] if a == d && b == c)
}

/// Rates of value added and sales taxes that are in force somewhere, in percent.
const TAX_RATES: &[i64] = &[5, 6, 7, 8, 9, 10, 13, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 27];

/// The other side has the amount without its tax: told by a column of the row, else by a known rate.
fn net_for_gross(l: Money, r: Money, left: Option<Row>, right: Option<Row>) -> bool {
    let states = |row: Option<Row>, other: Money| {
        row.is_some_and(|row| {
            [Field::Net, Field::Gross]
                .into_iter()
                .any(|f| row.money(f).map(Money::abs) == Some(other.abs()))
        })
    };
    if states(left, r) || states(right, l) {
        return true;
    }
    TAX_RATES.iter().any(|&rate| is_with_tax(l, r, rate) || is_with_tax(r, l, rate))
}

fn is_with_tax(gross: Money, net: Money, rate: i64) -> bool {
    let taxed = net.decimal() * Decimal::new(100 + rate, 2);
    let cut = Rounding::Truncate.round(taxed, net.currency);
    Rounding::HalfUp.round(taxed, net.currency) == Some(gross) || cut == Some(gross)
}

/// Day and month changed places.
pub fn is_day_month(left: Date, right: Date) -> bool {
    use chrono::Datelike;
    left != right
        && left.year() == right.year()
        && left.day() == right.month()
        && left.month() == right.day()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Currency;

    fn slip(left: i64, right: i64) -> Option<Slip> {
        let usd = Currency::parse("USD").expect("a code");
        of_amounts(Money::new(left, usd), Money::new(right, usd), 1)
    }

    #[test]
    fn a_slip_gives_the_other_amount_exactly() {
        assert_eq!(slip(12_345, 13_245), Some(Slip::Transposed));
        assert_eq!(slip(-12_345, -15_342), Some(Slip::Transposed));
        assert_eq!(slip(12_345, 123_450), Some(Slip::Factor10));
        assert_eq!(slip(1_234_500, 12_345), Some(Slip::Factor100));
        assert_eq!(slip(500, -500), Some(Slip::SignTurned));
        assert_eq!(slip(500, 501), Some(Slip::Rounding));
        assert_eq!(slip(12_345, 13_254), None);
        assert_eq!(slip(0, 900), None);
    }
}
