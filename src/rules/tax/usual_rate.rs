//! The tax rates of a run that states none, as a list of Korean tax invoices does: those to which nearly all
//! of its taxes come. For TAX-01.
//!
//! By currency, and apart for invoices and their lines. A rate must explain several rows, and all rates together nine rows
//! in ten; else the taxes follow something that the files do not show, and nothing is learned.

use crate::base::{Currency, Decimal, Money, QuickMap, Source, round_to};
use crate::model::{Charge, Invoice, Row};
use crate::rules::Case;
use crate::rules::tax::{rate_unknown, rates};
use crate::table::Field;

/// So many rows with tax show a habit, and so many in a hundred must follow it.
const ROWS_MIN: usize = 12;
const FOLLOW_MIN: usize = 90;
/// The same where the tax is too low and no lines show whether a part bears none.
const FOLLOW_UNSEEN_MIN: usize = 95;
/// A rate is one of the house from so many rows, and so many in a hundred.
const RATE_ROWS_MIN: usize = 3;
const RATE_SHARE_MIN: usize = 5;
/// Minor units from which on an amount tells its rate to a hundredth of a percent.
const TELLING_MIN: i64 = 10_000;
const DIGITS: u32 = 4;
/// An invoice whose lines are not there may have so many, each with its own rounding.
const LINES_UNSEEN: i64 = 10;
/// Sums of so many codes are tried for what bears the tax.
const CODES_MAX: usize = 10;

/// A tax that is not nought, and what it is on.
pub(super) struct Taxed<'b> {
    pub invoice: Invoice<'b>,
    /// Of a line that states its own tax.
    pub line: Option<Charge<'b>>,
    pub row: Row<'b>,
    pub taxable: Money,
    pub taxable_at: Source,
    pub tax: Money,
    /// Minor units by which rounding may put it off.
    tolerance: i64,
}

/// Invoices and lines have each their own.
type Population = (bool, Currency);

#[derive(Default)]
pub(super) struct Usual {
    of: QuickMap<Population, Rates>,
}

#[derive(Default)]
struct Rates {
    rates: Vec<Decimal>,
    rows: usize,
    followed: usize,
}

/// The rate that a row should have followed.
pub(super) struct Habit {
    pub rate: Decimal,
    /// Share of the rows with tax that come to a usual rate.
    pub followed: Decimal,
}

/// Of each invoice that is not void: of its lines where they state their tax, else of its header.
pub(super) fn taxes<'b>(case: &Case<'b>) -> Vec<Taxed<'b>> {
    let per_line = case.policy.tax_minor_units_per_line;
    let mut taxes = Vec::new();
    for invoice in case.book.invoices().filter(|invoice| !invoice.is_void()) {
        let by_line = invoice.lines().any(|line| line.0.has(Field::Tax) && !line.is_header());
        if by_line {
            taxes.extend(invoice.lines().filter_map(|line| {
                let (taxable, tax) = (line.net()?, line.0.money(Field::Tax)?);
                let (row, taxable_at) = (line.0, line.amount_source());
                let line = Some(line);
                Some(Taxed { invoice, line, row, taxable, taxable_at, tax, tolerance: per_line })
            }));
            continue;
        }
        let stated = invoice.header().and_then(|row| Some((row, row.money(Field::Tax)?)));
        let Some(((row, tax), (taxable, taxable_at))) = stated.zip(invoice.net()) else { continue };
        let lines = match i64::try_from(invoice.lines().len()).unwrap_or(i64::MAX) {
            0 => LINES_UNSEEN,
            lines => lines,
        };
        let tolerance = per_line.saturating_mul(lines);
        taxes.push(Taxed { invoice, line: None, row, taxable, taxable_at, tax, tolerance });
    }
    taxes.retain(|taxed| !taxed.tax.is_zero() && !taxed.taxable.is_zero());
    taxes
}

impl Usual {
    pub(super) fn of(taxes: &[Taxed]) -> Usual {
        let mut populations: QuickMap<Population, Vec<&Taxed>> = QuickMap::default();
        for taxed in taxes {
            populations.entry(taxed.population()).or_default().push(taxed);
        }
        let of = populations.into_iter().map(|(of, taxes)| (of, Rates::of(&taxes)));
        Usual { of: of.collect() }
    }

    pub(super) fn is_known(&self) -> bool {
        self.of.values().any(|rates| rates.are_followed(FOLLOW_MIN))
    }

    /// `None` where the tax comes to a usual rate or to another one of the country, where a part of the invoice
    /// may bear none, and where nothing is usual.
    ///
    /// The rate is the nearest one of the house: a tax of 7% beside 6% and 13% should rather be 6%.
    pub(super) fn broken_by(&self, case: &Case, taxed: &Taxed) -> Option<Habit> {
        let usual = self.of.get(&taxed.population())?;
        if !usual.are_followed(FOLLOW_MIN) || usual.explain(taxed) {
            return None;
        }
        let country = rate_unknown::country(case, &taxed.invoice);
        let is_lawful =
            |country| rates::rates_of(country).any(|rate| !rate.is_zero() && taxed.comes_to(rate));
        if country.is_some_and(is_lawful) {
            return None;
        }
        let distance = |rate: &&Decimal| taxed.off(**rate).map(|off| off.abs());
        let rate = *usual.rates.iter().min_by_key(distance)?;
        let is_low = taxed.off(rate)?.is_sign_negative() != taxed.taxable.minor.is_negative();
        let may_be_part = taxed.line.is_none()
            && match taxed.invoice.lines().len() {
                0 => is_low && !usual.are_followed(FOLLOW_UNSEEN_MIN),
                _ => taxed.is_of_some_codes(rate),
            };
        let followed = Decimal::from(usual.followed).checked_div(Decimal::from(usual.rows))?;
        (!may_be_part).then(|| Habit { rate, followed: round_to(followed, 2) })
    }
}

impl Rates {
    fn of(taxes: &[&Taxed]) -> Rates {
        let mut told: QuickMap<Decimal, usize> = QuickMap::default();
        for rate in taxes.iter().filter_map(|taxed| taxed.rate()) {
            *told.entry(rate).or_default() += 1;
        }
        told.retain(|_, rows| {
            *rows >= RATE_ROWS_MIN && *rows * 100 >= taxes.len() * RATE_SHARE_MIN
        });
        let mut rates: Vec<Decimal> = told.into_keys().collect();
        rates.sort_unstable();
        let mut usual = Rates { rates, rows: taxes.len(), followed: 0 };
        usual.followed = taxes.iter().filter(|taxed| usual.explain(taxed)).count();
        usual
    }

    fn are_followed(&self, percent: usize) -> bool {
        self.rows >= ROWS_MIN && self.followed * 100 >= self.rows * percent
    }

    fn explain(&self, taxed: &Taxed) -> bool {
        self.rates.iter().any(|rate| taxed.comes_to(*rate))
    }
}

impl Taxed<'_> {
    fn population(&self) -> Population {
        (self.line.is_some(), self.tax.currency)
    }

    /// Where the amount is large enough to tell it.
    fn rate(&self) -> Option<Decimal> {
        let tells = self.taxable.minor.saturating_abs() >= TELLING_MIN;
        let rate = self.tax.decimal().checked_div(self.taxable.decimal()).filter(|_| tells)?;
        let rate = round_to(rate, DIGITS).normalize();
        (rate > Decimal::ZERO && rate < Decimal::ONE && self.comes_to(rate)).then_some(rate)
    }

    fn comes_to(&self, rate: Decimal) -> bool {
        self.off(rate).is_some_and(|off| self.is_rounding(off))
    }

    /// A rounding of the exact tax is itself less than one unit off, by whatever rule.
    fn is_rounding(&self, off: Decimal) -> bool {
        off.abs() < Decimal::from(self.tolerance) + Decimal::ONE
    }

    /// Minor units by which the tax is more than the rate gives.
    fn off(&self, rate: Decimal) -> Option<Decimal> {
        let exact = Decimal::from(self.taxable.minor).checked_mul(rate)?;
        Decimal::from(self.tax.minor).checked_sub(exact)
    }

    /// Whether the tax is on some charges alone: customs duties that are passed on bear none.
    fn is_of_some_codes(&self, rate: Decimal) -> bool {
        let mut by_code: Vec<(&str, i64)> = Vec::new();
        for line in self.invoice.lines() {
            let Some(net) = line.net().filter(|net| net.currency == self.tax.currency) else {
                return true;
            };
            let code = line.code().unwrap_or_default();
            match by_code.iter_mut().find(|(other, _)| *other == code) {
                Some((_, sum)) => *sum = sum.saturating_add(net.minor),
                None => by_code.push((code, net.minor)),
            }
        }
        if by_code.len() > CODES_MAX {
            return true;
        }
        let comes = |sum: i64| {
            let exact = Decimal::from(sum).checked_mul(rate);
            exact.is_some_and(|exact| self.is_rounding(Decimal::from(self.tax.minor) - exact))
        };
        (1..1_u32 << by_code.len()).any(|chosen| {
            let of = by_code.iter().enumerate().filter(|(at, _)| chosen >> at & 1 == 1);
            comes(of.map(|(_, (_, sum))| *sum).fold(0, i64::saturating_add))
        })
    }
}
