//! Fuel surcharges against a table that has nothing but percentages by period: the other half of PRC-10.
//!
//! The percentage is the one of the day of service, by week, by month, or from a day on. The base is the
//! freight beside it: any lines of the job together (of the invoice, where it has one
//! surcharge), or the base column of the row. What no base explains
//! is told against the largest line.

use crate::analysis::charge_columns::{base_field, base_price};
use crate::analysis::pricing::Fit;
use crate::base::{Date, Decimal, Money, Source, fold_id, fold_word};
use crate::model::{Charge, Period, Row};
use crate::rules::Case;
use crate::table::Field;

/// One row of the table.
struct Week<'b> {
    row: Row<'b>,
    from: Date,
    to: Option<Date>,
    percent: Decimal,
}

pub(super) struct FuelTable<'b> {
    weeks: Vec<Week<'b>>,
}

/// A surcharge that the table contradicts.
pub(super) struct Wrong<'b> {
    pub row: Row<'b>,
    pub percent: Decimal,
    pub base: Money,
    pub billed: Money,
    pub expected: Money,
    pub at: Source,
    pub base_cell: Source,
}

/// Lines of which every combination is tried as the base.
const LINES_COMBINED_MAX: usize = 8;

impl<'b> FuelTable<'b> {
    pub fn of(case: &Case<'b>) -> FuelTable<'b> {
        let week = |row: Row<'b>| {
            let percent = row.number(Field::FuelPercent)?;
            let period = Period::of(row);
            let from = row.date(Field::ValidFrom).or(period.map(|period| period.from))?;
            let to = row.date(Field::ValidTo).or(period.map(|period| period.to));
            Some(Week { row, from, to, percent })
        };
        let mut weeks: Vec<Week> = case.book.fuel_rates().filter_map(week).collect();
        weeks.sort_by_key(|week| week.from);
        FuelTable { weeks }
    }

    pub fn is_empty(&self) -> bool {
        self.weeks.is_empty()
    }

    /// The rows of the day and of whom they are for. Without an end, a row holds until the next begins.
    fn on(&self, day: Date, charge: Charge) -> Vec<&Week<'b>> {
        let for_it = |week: &&Week| {
            [Field::CustomerNo, Field::CustomerName, Field::VendorName].iter().all(|&field| {
                let of = (week.row.text(field), charge.0.text(field));
                matches!(of, (Some(a), Some(b)) if fold_id(a) == fold_id(b)) || of.0.is_none()
            })
        };
        let holds = |week: &&Week| week.from <= day && week.to.is_none_or(|to| day <= to);
        let known: Vec<&Week> = self.weeks.iter().filter(for_it).filter(holds).collect();
        let open = known.iter().filter(|week| week.to.is_none()).map(|week| week.from).max();
        known.into_iter().filter(|week| week.to.is_some() || Some(week.from) == open).collect()
    }

    /// What is wrong with the surcharge of a charge, where it bills one.
    pub fn wrong(&self, case: &Case<'b>, charge: Charge<'b>, fit: &Fit) -> Option<Wrong<'b>> {
        if self.is_empty() {
            return None;
        }
        let (billed, at, bases) = match charge.is_header() {
            true => of_column(charge)?,
            false => of_line(case, charge)?,
        };
        let weeks = self.on(fit.day?, charge);
        let (&first, rest) = weeks.split_first()?;
        if rest.iter().any(|week| week.percent != first.percent) {
            return None;
        }
        let of =
            |base: Money| Money::round(base.decimal().checked_mul(first.percent)?, billed.currency);
        // A file that cuts the last digit off is not wrong by a price.
        let agrees = |base: &Money| of(*base).is_some_and(|right| is_near(right, billed));
        if sums(&bases).iter().any(agrees) {
            return None;
        }
        // The base by which the billed figure is a percentage of the table at all, else the largest.
        let of_any = |(base, _): &&(Money, Source)| {
            self.weeks.iter().any(|week| {
                let other = base.decimal().checked_mul(week.percent);
                let other = other.and_then(|exact| Money::round(exact, billed.currency));
                other.is_some_and(|other| is_near(other, billed))
            })
        };
        let largest = || bases.iter().max_by_key(|(base, _)| base.minor);
        let &(base, base_cell) = bases.iter().find(of_any).or_else(largest)?;
        let (row, percent, expected) = (first.row, first.percent, of(base)?);
        Some(Wrong { row, percent, base, billed, expected, at, base_cell })
    }
}

type Bases = Vec<(Money, Source)>;

/// A file that cuts the last digit off is not wrong by a price, nor one without a currency that bills in
/// whole units.
fn is_near(right: Money, billed: Money) -> bool {
    let unit = 10_i64.pow(billed.currency.exponent());
    let is_whole = billed.currency.is_none() && billed.minor % unit == 0;
    let step = if is_whole { unit - 1 } else { 1 };
    (right.minor - billed.minor).abs() <= step
}

fn of_column(charge: Charge) -> Option<(Money, Source, Bases)> {
    let billed = charge.0.money(Field::FuelCharge)?;
    let base = Money::round(base_price(charge)?, billed.currency)?;
    let base_cell = charge.0.source(base_field(charge));
    Some((billed, charge.0.source(Field::FuelCharge), vec![(base, base_cell)]))
}

fn of_line<'b>(case: &Case<'b>, charge: Charge<'b>) -> Option<(Money, Source, Bases)> {
    let billed = charge.net().filter(|net| net.minor > 0 && is_fuel(charge))?;
    let invoice = case.book.invoice(charge.invoice_no()?)?;
    let fuels = invoice.lines().filter(|line| is_fuel(*line)).count();
    // One surcharge on an invoice of several jobs may be for all of them.
    let beside = |line: &Charge| fuels == 1 || line.job_no() == charge.job_no();
    let others = invoice.lines().filter(|line| !is_fuel(*line) && beside(line));
    let bases: Bases = others
        .filter_map(|line| Some((line.net()?, line.amount_source())))
        .filter(|(net, _)| net.currency == billed.currency && net.minor > 0)
        .collect();
    (!bases.is_empty() && bases.len() <= LINES_COMBINED_MAX)
        .then(|| (billed, charge.amount_source(), bases))
}

/// What any of the lines come to together.
fn sums(bases: &Bases) -> Vec<Money> {
    let chosen = |set: u32| {
        let of = bases.iter().enumerate().filter(|(at, _)| set & (1 << at) != 0);
        of.map(|(_, (money, _))| money.minor).sum::<i64>()
    };
    let currency = bases.first().map(|(money, _)| money.currency);
    let sets = 1_u32..1 << bases.len();
    currency.map_or_else(Vec::new, |currency| {
        sets.map(|set| Money::new(chosen(set), currency)).collect()
    })
}

/// By its code or its description.
pub(in crate::rules) fn is_fuel(charge: Charge) -> bool {
    const CODES: [&str; 7] = ["fuel", "fsc", "baf", "faf", "fsu", "myc", "bunker"];
    #[rustfmt::skip]
    const WORDS: [&str; 14] = [
        "fuel", "bunker", "diesel", "dieselzuschlag", "treibstoff", "treibstoffzuschlag", "carburant", "gazole",
        "combustible", "유류", "연료", "燃油", "油价", "燃料",
    ];
    let code = charge.0.text(Field::ServiceCode).map(fold_word).unwrap_or_default();
    if code.split(' ').any(|word| CODES.contains(&word)) {
        return true;
    }
    let texts = [code, charge.0.text(Field::Text).map(fold_word).unwrap_or_default()];
    texts.iter().any(|text| {
        WORDS.iter().any(|word| match word.is_ascii() {
            true => text.split(' ').any(|known| known == *word),
            false => text.contains(word),
        })
    })
}
