//! What payers keep back time and again, read off the matches that people confirmed: the fee of their
//! bank, the discount that they take, the tax that they withhold.
//!
//! Invariant: counted from decisions that stand, so that taking one back unlearns it.

use std::collections::BTreeMap;

use super::identity;
use super::rulings::{Application, Side};
use super::tolerance::Difference;
use crate::base::Currency;

/// How much of what is open.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Kept {
    /// Minor units, whatever is open.
    Amount(i64),
    /// Hundredths of a percent.
    Share(i64),
}

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Habit {
    /// As the receipts say it.
    pub payer: String,
    pub code: Difference,
    pub currency: Currency,
    pub kept: Kept,
    /// Confirmed matches that show it.
    pub count: u32,
}

/// Identical sightings that make a habit.
const SEEN_MIN: u32 = 3;

impl Habit {
    pub fn is_certain(&self) -> bool {
        self.count >= SEEN_MIN
    }
}

/// Whether shares of some amounts, in hundredths of a percent, come to `kept`, or to less than `slack`
/// beside it: some cut a share off, some round it.
pub fn is_share(shares: impl IntoIterator<Item = (i64, i64)>, kept: i64, slack: i64) -> bool {
    const BASIS: i128 = 10_000;
    let exact: i128 = shares.into_iter().map(|(open, bp)| i128::from(open) * i128::from(bp)).sum();
    // A credit among invoices takes its part of the discount back.
    (exact.abs() - i128::from(kept) * BASIS).abs() < i128::from(slack) * BASIS
}

/// All that decisions show, certain or not yet.
pub fn habits(applications: &[Application]) -> Vec<Habit> {
    let mut counts: BTreeMap<(&str, Difference, Currency, Kept), u32> = BTreeMap::new();
    for application in applications.iter().filter(|application| !application.unlearned) {
        if let Some((payer, (code, currency, kept))) = seen(application) {
            *counts.entry((payer, code, currency, kept)).or_default() += 1;
        }
    }
    let habit = |((payer, code, currency, kept), count): ((&str, _, _, _), u32)| Habit {
        payer: payer.to_owned(),
        code,
        currency,
        kept,
        count,
    };
    counts.into_iter().map(habit).collect()
}

fn seen(application: &Application) -> Option<(&str, (Difference, Currency, Kept))> {
    let payer = application.seen.as_ref()?.payer.as_str();
    let mut of_items = application.coded.iter().filter(|coded| coded.side == Side::Item);
    let code = of_items.next()?.code;
    let alike = of_items.all(|coded| coded.code == code);
    let kept: i64 = application.coded.iter().map(|coded| coded.minor.abs()).sum();
    let open = kept + application.applied.iter().map(|(.., minor)| minor).sum::<i64>();
    let kept = match code {
        Difference::BankFee => Kept::Amount(kept),
        Difference::CashDiscount | Difference::Withholding => Kept::Share(bp_of(open, kept)?),
        _ => return None,
    };
    let currency = identity::currency(application.items.first()?);
    alike.then_some((payer, (code, currency, kept)))
}

/// The share that gives just this amount, if it is one of whole hundredths of a percent.
fn bp_of(open: i64, kept: i64) -> Option<i64> {
    let bp = (i128::from(kept) * 10_000 + i128::from(open) / 2).checked_div(i128::from(open))?;
    let bp = i64::try_from(bp).ok()?;
    is_share([(open, bp)], kept, 1).then_some(bp)
}
