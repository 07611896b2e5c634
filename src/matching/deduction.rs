//! Why less came than is open, where it is known to the minor unit: a discount that the invoice's own
//! terms grant, what this payer keeps back time and again, a fee that banks usually take, a share that
//! is withheld or taken by custom.
//!
//! Invariant: only the first two are proved. A discount that is late or was never granted explains
//! the amount and is not given: it is coded as short paid.

use super::case::Case;
use super::evidence::{Fact, days_between};
use super::habit::{Kept, is_share};
use super::item::Item;
use super::payer::payer_text;
use super::pool::Pool;
use super::tolerance::Difference;
use crate::base::{Currency, Date, Decimal, Money};
use crate::words::{Arg, Args};

/// What the house takes for usual.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Usual {
    /// Shares that are withheld as tax, and taken as a discount where the terms are not known:
    /// hundredths of a percent.
    pub withheld_bp: Vec<i64>,
    pub discounts_bp: Vec<i64>,
    /// Fees that banks keep back of a transfer, in units of its currency.
    pub fees: Vec<Decimal>,
    /// Days after the last day of a discount on which it is still granted.
    pub grace_days: i64,
}

/// A discount of an item: so many hundredths of a percent, up to this day.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Granted {
    pub bp: i64,
    pub until: Date,
}

/// What is known of the terms of an item.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub enum Discounts {
    #[default]
    Unknown,
    /// The terms are known and grant none.
    None,
    /// The largest first.
    Some(Box<[Granted]>),
}

/// A deduction that explains the whole of a difference.
#[derive(Clone, PartialEq, Debug)]
pub struct Deduction {
    pub code: Difference,
    /// The invoice's own terms or the payer's habit say so.
    pub proved: bool,
    pub fact: Fact,
    /// What of each item makes its part: what is kept back is spread by it. Empty for a fee, which is
    /// of the payment and of no item.
    weights: Vec<i128>,
}

impl Deduction {
    /// What was paid of each item, where several were and the deduction is of each.
    pub fn paid(&self, open: &[i64], off: i64) -> Option<Vec<i64>> {
        let several = open.len() > 1 && open.iter().all(|open| *open > 0);
        let parts = spread(off, &self.weights).filter(|_| several)?;
        Some(open.iter().zip(parts).map(|(open, part)| open - part).collect())
    }

    /// What may be looked for where nothing but the amount speaks: a usual fee leaves too much free.
    pub fn tells_item(&self) -> bool {
        self.proved || self.code != Difference::BankFee
    }
}

/// A fee is taken of larger amounts than this many times itself.
const FEE_TIMES_MIN: i64 = 20;

/// What the payers of some receipts may have kept back of some items.
pub struct Deductions<'c> {
    pub case: &'c Case,
    pub pool: &'c Pool,
    pub left: &'c [u32],
    pub right: &'c [u32],
}

impl Deductions<'_> {
    /// What explains that so much came of what is open of the items.
    pub fn of(&self, received: i64, open: i64) -> Option<Deduction> {
        if received.signum() != open.signum() || received.abs() >= open.abs() {
            return None;
        }
        let (open, off) = (open.abs(), (open - received).abs());
        self.by_terms(off)
            .or_else(|| self.by_habit(open, off))
            .or_else(|| self.by_custom(open, off))
            .or_else(|| self.by_fee(open, off))
    }

    fn items(&self) -> impl Iterator<Item = &Item> {
        self.right.iter().map(|&at| &self.case.sides.right[at as usize])
    }

    fn currency(&self) -> Option<Currency> {
        self.items().next().map(|item| item.currency)
    }

    /// The last of the receipts: a discount is earned when all is paid.
    fn paid(&self) -> Option<Date> {
        let dates = self.left.iter().map(|&at| self.case.sides.left[at as usize].date);
        dates.collect::<Option<Vec<Date>>>()?.into_iter().max()
    }

    fn by_terms(&self, off: i64) -> Option<Deduction> {
        let steps = self.items().map(|item| item.discounts.all().len()).max()?;
        let mut late = None;
        for step in 0..steps {
            let granted = |&at: &u32| {
                let discounts = self.case.sides.right[at as usize].discounts.all();
                (self.pool.right(at), discounts.get(step).copied())
            };
            let all: Vec<(i64, Option<Granted>)> = self.right.iter().map(granted).collect();
            let some = || all.iter().filter_map(|&(open, granted)| Some((open, granted?)));
            let shares = some().map(|(open, granted)| (open, granted.bp));
            if !is_share(shares, off, some().count() as i64) {
                continue;
            }
            let Some(last) = some().map(|(_, granted)| granted.until).min() else { continue };
            let share = some().map(|(_, granted)| granted.bp).max().unwrap_or_default();
            let share = Arg::percent(Decimal::new(share, 4));
            let args = Args::new().with("share", share).with("until", Arg::Date(last));
            let bp = |granted: Option<Granted>| granted.map_or(0, |granted| granted.bp);
            let weight = |&(open, granted)| i128::from(open) * i128::from(bp(granted));
            let weights = all.iter().map(weight).collect();
            let (code, proved, fact) = match self.paid().map(|paid| days_between(last, paid)) {
                None => (
                    Difference::CashDiscount,
                    false,
                    Fact::contra("evidence-discount-undated", args),
                ),
                Some(days) if days <= self.case.options.usual.grace_days => {
                    (Difference::CashDiscount, true, Fact::pro("evidence-discount-granted", args))
                }
                Some(days) => {
                    let fact = Fact::contra("evidence-discount-late", args.with("days", days));
                    (Difference::ShortPaid, false, fact)
                }
            };
            let found = Deduction { code, proved, fact, weights };
            if code == Difference::CashDiscount {
                return Some(found);
            }
            late = late.or(Some(found));
        }
        late
    }

    fn by_habit(&self, open: i64, off: i64) -> Option<Deduction> {
        let &first = self.left.first()?;
        let agrees = |&right: &u32| self.case.agrees(first as usize, right as usize);
        if !self.right.iter().all(agrees) {
            return None;
        }
        let payer = payer_text(&self.case.sides.left[first as usize])?;
        let currency = self.currency()?;
        let mut known = self.pool.habits(&payer).iter().filter(|habit| habit.currency == currency);
        let habit = known.find(|habit| match habit.kept {
            Kept::Amount(minor) => minor == off,
            Kept::Share(bp) => is_share([(open, bp)], off, self.slack(habit.code)),
        })?;
        let kept = match habit.kept {
            Kept::Amount(minor) => Arg::Money(Money::new(minor, currency)),
            Kept::Share(bp) => Arg::percent(Decimal::new(bp, 4)),
        };
        let args = Args::new().with("count", Arg::Count(habit.count.into())).with("kept", kept);
        let fact = Fact::pro("evidence-kept-before", args);
        let weights = match habit.kept {
            Kept::Amount(_) => Vec::new(),
            Kept::Share(_) => self.by_open(),
        };
        Some(Deduction { code: habit.code, proved: true, fact, weights })
    }

    fn by_fee(&self, open: i64, off: i64) -> Option<Deduction> {
        let off = Money::new(off, self.currency()?);
        let is_usual = self.case.options.usual.fees.contains(&off.decimal());
        let is_fee = is_usual && off.minor.saturating_mul(FEE_TIMES_MIN) <= open;
        let args = Args::new().with("fee", Arg::Money(off));
        let fact = Fact::pro("evidence-usual-fee", args);
        let (code, weights) = (Difference::BankFee, Vec::new());
        is_fee.then_some(Deduction { code, proved: false, fact, weights })
    }

    fn by_custom(&self, open: i64, off: i64) -> Option<Deduction> {
        let usual = &self.case.options.usual;
        let is = |bp: &&i64, slack: i64| is_share([(open, **bp)], off, slack);
        let taken =
            usual.discounts_bp.iter().find(|bp| is(bp, self.slack(Difference::CashDiscount)));
        let withheld =
            || usual.withheld_bp.iter().find(|bp| is(bp, self.slack(Difference::Withholding)));
        let share = |bp: i64| Args::new().with("share", Arg::percent(Decimal::new(bp, 4)));
        let Some(&bp) = taken else {
            let fact = Fact::pro("evidence-share", share(*withheld()?));
            let (code, weights) = (Difference::Withholding, self.by_open());
            return Some(Deduction { code, proved: false, fact, weights });
        };
        let weights = self.by_open();
        let unknown = self.items().any(|item| item.discounts == Discounts::Unknown);
        Some(if unknown {
            let fact = Fact::pro("evidence-share", share(bp));
            Deduction { code: Difference::CashDiscount, proved: false, fact, weights }
        } else {
            let fact = Fact::contra("evidence-discount-not-granted", share(bp));
            Deduction { code: Difference::ShortPaid, proved: false, fact, weights }
        })
    }

    fn by_open(&self) -> Vec<i128> {
        self.right.iter().map(|&at| i128::from(self.pool.right(at))).collect()
    }

    /// Minor units by which a share is off by less: each item's is rounded or cut off by itself. Tax that
    /// is withheld in won is cut off below ten won, the income tax and the local tax on it apart (State
    /// Funds Management Act, article 47).
    fn slack(&self, code: Difference) -> i64 {
        const WON_CUT_OFF: i64 = 10;
        let each = match self.currency() {
            Some(currency) if code == Difference::Withholding && currency.code() == "KRW" => {
                2 * WON_CUT_OFF
            }
            _ => 1,
        };
        each * self.right.len() as i64
    }
}

/// An amount in parts by weight that add up to it: each is rounded down, and what is left goes to the
/// largest remainders. `None` where nothing weighs anything.
fn spread(amount: i64, weights: &[i128]) -> Option<Vec<i64>> {
    let whole: i128 = weights.iter().sum();
    let exact = |weight: &i128| i128::from(amount).checked_mul(*weight)?.checked_div(whole);
    let rest = |weight: &i128| (i128::from(amount) * weight).rem_euclid(whole);
    let parts: Option<Vec<i128>> = weights.iter().map(exact).collect();
    let mut parts: Vec<i64> = parts?.into_iter().filter_map(|p| i64::try_from(p).ok()).collect();
    let mut order: Vec<usize> = (0..weights.len()).collect();
    order.sort_by_key(|&at| (-rest(&weights[at]), at));
    let left = amount - parts.iter().sum::<i64>();
    order.iter().take(usize::try_from(left).ok()?).for_each(|&at| parts[at] += 1);
    (parts.len() == weights.len() && parts.iter().sum::<i64>() == amount).then_some(parts)
}

impl Discounts {
    pub fn all(&self) -> &[Granted] {
        match self {
            Discounts::Some(all) => all,
            Discounts::Unknown | Discounts::None => &[],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_add_up_to_the_whole() {
        assert_eq!(spread(60, &[1000, 2000]), Some(vec![20, 40]));
        assert_eq!(spread(100, &[1, 1, 1]), Some(vec![34, 33, 33]));
        assert_eq!(spread(5_001, &[200_066, 299_997, 0]), Some(vec![2001, 3000, 0]));
        assert_eq!(spread(1, &[0, 0]), None);
        assert_eq!(spread(7, &[]), None);
    }
}
