//! net + tax = gross and quantity × price = net: sums decide which of several vaguely named amount
//! columns is which.

use std::collections::BTreeSet;

use crate::base::{Decimal, round_to};
use crate::ingest::NumberStyle;
use crate::ingest::headers::{Header, Sense};
use crate::ingest::typing::{StyleEvidence, read_number};
use crate::table::{Field, RawSheet};

use super::fields::Columns;
use super::profile::{AGREE_PERCENT, Profile};
use super::styles::number_style;

/// Rows that are multiplied out.
const ROWS: usize = 300;

/// Rows that must hold all the numbers before a sum proves anything.
const ROWS_MIN: usize = 3;

/// The pairs of field and column that the sums bear out.
pub fn proved(
    raw: &RawSheet,
    rows: &[u32],
    headers: &[Header],
    profiles: &[Profile],
) -> BTreeSet<(Field, usize)> {
    let step = rows.len().div_ceil(ROWS).max(1);
    let rows: Vec<u32> = rows.iter().copied().step_by(step).collect();
    let named = |field: Field| -> Vec<usize> {
        let fits = |&c: &usize| {
            profiles[c].number_column() && headers[c].sense(Sense::Field(field)).is_some()
        };
        (0..headers.len()).filter(fits).collect()
    };
    let sheet = Numbers { raw, rows: &rows, profiles, around: number_style(profiles) };
    let mut found = BTreeSet::new();
    for &tax in &named(Field::Tax) {
        for &net in named(Field::Net).iter().filter(|&&c| c != tax) {
            for &gross in named(Field::Gross).iter().filter(|&&c| c != tax && c != net) {
                if sheet.adds_up(net, tax, gross) {
                    found.extend([(Field::Net, net), (Field::Tax, tax), (Field::Gross, gross)]);
                }
            }
        }
    }
    let discount = named(Field::Discount).first().copied();
    for &qty in &named(Field::Qty) {
        for &price in named(Field::UnitPrice).iter().filter(|&&c| c != qty) {
            for &net in named(Field::Net).iter().filter(|&&c| c != qty && c != price) {
                if sheet.multiplies(qty, price, discount, net) {
                    let pair = [(Field::Qty, qty), (Field::UnitPrice, price), (Field::Net, net)];
                    found.extend(pair);
                }
            }
            // What may be net is shown to be that.
            let unnamed = |&c: &usize| headers[c].sense(Sense::Field(Field::Net)).is_none();
            let others = named(Field::Gross).into_iter().chain(named(Field::Amount));
            for amount in others.filter(|&c| c != qty && c != price).filter(unnamed) {
                if sheet.multiplies(qty, price, discount, amount) {
                    found.insert((Field::Amount, amount));
                }
            }
        }
    }
    found
}

/// Whether the parts of a row come to its total, nearly always; what is blank is nought.
pub(super) fn sums_to(columns: &Columns, parts: &[usize], total: usize) -> bool {
    let step = columns.rows.len().div_ceil(ROWS).max(1);
    let rows: Vec<u32> = columns.rows.iter().copied().step_by(step).collect();
    let (raw, profiles) = (columns.raw, columns.profiles);
    let sheet = Numbers { raw, rows: &rows, profiles, around: number_style(profiles) };
    let mut of_several = 0;
    let holds = sheet.share(|row| {
        let total = sheet.get(row, total)?;
        let amounts = || parts.iter().filter_map(|&at| sheet.get(row, at));
        of_several += usize::from(amounts().filter(|amount| !amount.is_zero()).count() > 1);
        amounts().try_fold(Decimal::ZERO, |sum, amount| sum.checked_add(amount)).map(|s| s == total)
    });
    holds && of_several >= ROWS_MIN
}

/// Rates of sales taxes, in thousandths.
const RATES: [i64; 22] = [
    50, 55, 60, 70, 77, 80, 81, 90, 100, 120, 130, 150, 160, 170, 180, 190, 200, 210, 220, 230,
    240, 250,
];

/// A tax of less, in its last place, is as well another rate of the whole: 19 % in it is nearly 16 % of it.
const TELLING_MIN: i128 = 2_000;

/// Whether a tax is a rate of this column on nearly all rows, and of nothing less: then the tax comes to
/// it and is not in it. A fifth is both a rate and what a quarter leaves of the whole.
pub(super) fn is_base_of(columns: &Columns, base: usize, tax: usize) -> bool {
    let step = columns.rows.len().div_ceil(ROWS).max(1);
    let rows: Vec<u32> = columns.rows.iter().copied().step_by(step).collect();
    let (raw, profiles) = (columns.raw, columns.profiles);
    let sheet = Numbers { raw, rows: &rows, profiles, around: number_style(profiles) };
    let tells_nothing = |rate: i64| RATES.iter().any(|&other| other * (1000 - rate) == rate * 1000);
    let pairs = rows.iter().filter_map(|&row| Some((sheet.get(row, base)?, sheet.get(row, tax)?)));
    let taxed: Vec<(Decimal, Decimal)> =
        pairs.filter(|(_, tax)| tax.mantissa().abs() >= TELLING_MIN).collect();
    taxed.len() >= ROWS_MIN
        && RATES.into_iter().filter(|&rate| !tells_nothing(rate)).any(|rate| {
            let rate = Decimal::new(rate, 3);
            let is_due = |(base, tax): &&(Decimal, Decimal)| {
                let due = base.checked_mul(rate);
                due.is_some_and(|due| (due - *tax).abs() <= Decimal::new(1, tax.scale()))
            };
            taxed.iter().filter(is_due).count() * 100 >= taxed.len() * AGREE_PERCENT as usize
        })
}

/// Whether `later` is never before `earlier`, as a due date is never before its invoice date.
pub fn in_order(earlier: &[Option<i32>], later: &[Option<i32>]) -> bool {
    let pairs: Vec<(i32, i32)> =
        earlier.iter().zip(later).filter_map(|(a, b)| Some(((*a)?, (*b)?))).collect();
    let ordered = pairs.iter().filter(|(a, b)| b >= a).count();
    !pairs.is_empty() && ordered * 100 >= pairs.len() * AGREE_PERCENT as usize
}

struct Numbers<'a> {
    raw: &'a RawSheet,
    rows: &'a [u32],
    profiles: &'a [Profile],
    /// The decimal mark of the other columns, for one that leaves it open.
    around: Option<NumberStyle>,
}

impl Numbers<'_> {
    fn get(&self, row: u32, column: usize) -> Option<Decimal> {
        let style = match self.profiles[column].numbers.style {
            StyleEvidence::Decided(style) => Some(style),
            StyleEvidence::Ambiguous | StyleEvidence::None => self.around,
        };
        Some(read_number(&self.raw.cell(row as usize, column)?, style).ok()?.value)
    }

    fn adds_up(&self, net: usize, tax: usize, gross: usize) -> bool {
        let mut taxed = 0;
        let holds = self.share(|row| {
            let (n, t, g) = (self.get(row, net)?, self.get(row, tax)?, self.get(row, gross)?);
            taxed += usize::from(!t.is_zero());
            let sum = n.checked_add(t)?;
            // Tax is the smaller part: the two cannot be told apart by their sum.
            Some(sum == g && t.abs() <= n.abs())
        });
        holds && taxed >= ROWS_MIN
    }

    fn multiplies(&self, qty: usize, price: usize, discount: Option<usize>, net: usize) -> bool {
        let mut telling = 0;
        let holds = self.share(|row| {
            let (q, p, n) = (self.get(row, qty)?, self.get(row, price)?, self.get(row, net)?);
            telling += usize::from(q != Decimal::ONE && p != Decimal::ONE && !n.is_zero());
            let full = q.checked_mul(p)?;
            let less = discount.and_then(|column| self.get(row, column));
            let after = |d: Decimal| match d.abs() <= Decimal::ONE {
                true => full.checked_mul(Decimal::ONE - d),
                false => full.checked_sub(d),
            };
            let scale = n.scale().max(2);
            let candidates = [Some(full), less.and_then(after)];
            Some(candidates.into_iter().flatten().any(|c| round_to(c, scale) == round_to(n, scale)))
        });
        holds && telling >= ROWS_MIN.min(self.rows.len())
    }

    /// Whether a test holds on nearly all rows that have all the numbers.
    fn share(&self, mut test: impl FnMut(u32) -> Option<bool>) -> bool {
        let results: Vec<bool> = self.rows.iter().filter_map(|&row| test(row)).collect();
        let held = results.iter().filter(|&&held| held).count();
        results.len() >= ROWS_MIN.min(self.rows.len())
            && !results.is_empty()
            && held * 100 >= results.len() * AGREE_PERCENT as usize
    }
}
