//! Leads that one row gives, or the figure by itself.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Lead, Suspect};
use crate::analysis::reconcile::slip::of_amounts;
use crate::analysis::reconcile::{Bridge, Cause, Reconciled, Slip};
use crate::base::{Decimal, Money, Source};

/// In the order in which they tell.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LeadKind {
    /// A row has the amount.
    Row,
    /// Two rows of one side have the amount: it may have been entered twice.
    EnteredTwice,
    /// A row of the other side is this one but for a slip.
    Like(Slip),
    /// Other pairs are off by the same ratio: a rate of exchange, a price, a tax.
    Ratio,
    /// A row has half of it: it may stand on the wrong side, or with the wrong sign.
    Half,
    /// Two rows add up to it.
    Pair,
    /// Open rows add up to it, in one way only.
    Set,
    /// A row would give it with two neighbouring digits changed.
    Transposed,
    /// A row would give it with its point moved by one, two or three places.
    Factor10,
    Factor100,
    Factor1000,
    /// A share of a row's amount: a fee, a discount, a tax, in hundredths of a percent.
    Share(i64),
    /// Another currency is off by the same figure the other way.
    OtherCurrency,
    /// No more than half a smallest unit a row.
    Rounding,
    /// A multiple of nine, and no row that tells which digits.
    Nine,
}

impl LeadKind {
    /// Key of its sentence in the catalogue.
    pub fn word(self) -> &'static str {
        match self {
            LeadKind::Row => "lead-row",
            LeadKind::EnteredTwice => "lead-entered-twice",
            LeadKind::Like(_) => "lead-like",
            LeadKind::Ratio => "lead-ratio",
            LeadKind::Half => "lead-half",
            LeadKind::Pair => "lead-pair",
            LeadKind::Set => "lead-set",
            LeadKind::Transposed => "lead-transposed",
            LeadKind::Factor10 | LeadKind::Factor100 | LeadKind::Factor1000 => "lead-factor",
            LeadKind::Share(_) => "lead-share",
            LeadKind::OtherCurrency => "lead-other-currency",
            LeadKind::Rounding => "lead-rounding",
            LeadKind::Nine => "lead-nine",
        }
    }

    /// By how much the point is moved, in a factor.
    pub fn factor(self) -> Option<i64> {
        match self {
            LeadKind::Factor10 => Some(10),
            LeadKind::Factor100 => Some(100),
            LeadKind::Factor1000 => Some(1000),
            _ => None,
        }
    }
}

/// Fees, discounts, withholding and taxes that are common, in hundredths of a percent. A share is
/// looked for among open rows alone: among all of them some row always fits.
const SHARES: &[i64] = &[
    50, 100, 150, 200, 250, 290, 300, 330, 500, 600, 700, 800, 900, 1000, 1300, 1500, 1900, 2000,
    2100, 2200, 2500,
];
const BASIS: i128 = 10_000;
/// Other pairs that a ratio is shown with.
const RATIO_ROWS_MAX: usize = 3;
/// Fewer rows than this tell nothing of rounding.
const ROUNDED_ROWS_MIN: usize = 10;

pub(super) fn of_rows(difference: Money, suspects: &[Suspect]) -> Vec<Lead> {
    let wanted = i128::from(difference.minor).abs();
    let mut leads = Vec::new();
    let equal: Vec<&Suspect> =
        suspects.iter().filter(|s| i128::from(s.effect).abs() == wanted).collect();
    leads.extend(equal.iter().map(|suspect| row(LeadKind::Row, suspect, None)));
    for (at, one) in equal.iter().enumerate() {
        let twin = equal[at + 1..]
            .iter()
            .find(|other| other.effect == one.effect && other.source.table == one.source.table);
        if let Some(twin) = twin {
            leads.push(Lead {
                rows: vec![one.source, twin.source],
                open: one.open || twin.open,
                ..row(LeadKind::EnteredTwice, one, None)
            });
        }
    }
    for suspect in suspects {
        let amount = i128::from(suspect.effect).abs();
        if amount * 2 == wanted {
            leads.push(row(LeadKind::Half, suspect, None));
        }
        let money = |minor: i128| {
            i64::try_from(minor).ok().map(|minor| Money::new(minor, difference.currency))
        };
        if wanted % 9 == 0
            && let Some(other) = swapped(amount, wanted)
        {
            leads.push(row(LeadKind::Transposed, suspect, money(other)));
        }
        let factors =
            [(10, LeadKind::Factor10), (100, LeadKind::Factor100), (1000, LeadKind::Factor1000)];
        for (factor, kind) in factors {
            if amount * (factor - 1) == wanted {
                leads.push(row(kind, suspect, money(amount * factor)));
            } else if amount % factor == 0 && amount - amount / factor == wanted {
                leads.push(row(kind, suspect, money(amount / factor)));
            }
        }
    }
    leads
}

/// A common share of a row's amount.
pub(super) fn shares<'s>(
    difference: Money,
    suspects: impl Iterator<Item = &'s Suspect>,
) -> Vec<Lead> {
    let wanted = i128::from(difference.minor).abs();
    let share = |suspect: &Suspect| {
        let amount = i128::from(suspect.effect).abs();
        let off = |bp: i64| (amount * i128::from(bp) - wanted * BASIS).abs() * 2;
        SHARES.iter().copied().find(|&bp| off(bp) <= BASIS)
    };
    let found = suspects.filter_map(|s| Some(row(LeadKind::Share(share(s)?), s, None)));
    found.collect()
}

/// Open rows with the amount of a lone one, or with one that a slip makes of it. A row of the other
/// side adds to the difference the other way.
pub(super) fn alike(difference: Money, open: &[Suspect]) -> Vec<Lead> {
    let mut leads = Vec::new();
    for suspect in open {
        let amount = Money::new(suspect.effect.saturating_neg(), difference.currency);
        if amount == difference {
            leads.push(row(LeadKind::Row, suspect, None));
        } else if let Some(slip) = of_amounts(difference, amount, 1) {
            leads.push(row(LeadKind::Like(slip), suspect, None));
        }
    }
    leads
}

/// Pairs whose amounts have the same ratio, four digits of it, by the line.
pub(super) fn ratios(done: &Reconciled) -> BTreeMap<u32, Lead> {
    let mut groups: BTreeMap<Decimal, Vec<(u32, Source)>> = BTreeMap::new();
    for (at, line) in done.lines.iter().enumerate().filter(|(_, line)| line.cause == Cause::Off) {
        let ([left], [right]) = (line.left.as_slice(), line.right.as_slice()) else { continue };
        let (left, right) =
            (&done.left.entries[*left as usize], &done.right.entries[*right as usize]);
        let Some((l, r)) = left.amount.zip(right.amount) else { continue };
        if let Some(ratio) = l.decimal().checked_div(r.decimal()) {
            groups.entry(ratio.round_dp(4)).or_default().push((at as u32, left.source));
        }
    }
    let mut leads = BTreeMap::new();
    for (ratio, lines) in groups.into_iter().filter(|(_, lines)| lines.len() > 1) {
        for &(at, _) in &lines {
            let others = lines.iter().filter(|(other, _)| *other != at).map(|(_, source)| *source);
            let rows = others.take(RATIO_ROWS_MAX).collect();
            let lead = Lead { rows, ratio: Some(ratio), open: true, ..figure(LeadKind::Ratio) };
            leads.insert(at, lead);
        }
    }
    leads
}

/// Leads that no single row gives.
pub(super) fn of_figures(difference: Money, suspects: &[Suspect]) -> Vec<Lead> {
    let mut leads = Vec::new();
    let wanted = difference.minor.unsigned_abs();
    if suspects.len() >= ROUNDED_ROWS_MIN && wanted * 2 <= suspects.len() as u64 {
        leads.push(figure(LeadKind::Rounding));
    }
    if wanted >= 9 && wanted.is_multiple_of(9) {
        leads.push(figure(LeadKind::Nine));
    }
    leads
}

/// The same figure the other way in another currency: booked in the wrong one.
pub(super) fn other_currency(done: &Reconciled, bridge: &Bridge) -> Option<Lead> {
    let turned = -bridge.unlocated.decimal();
    let other = done
        .bridges
        .iter()
        .find(|other| other.currency != bridge.currency && other.unlocated.decimal() == turned)?;
    Some(Lead { figure: Some(other.unlocated), open: true, ..figure(LeadKind::OtherCurrency) })
}

fn row(kind: LeadKind, suspect: &Suspect, figure: Option<Money>) -> Lead {
    let rows = vec![suspect.source];
    Lead { kind, rows, figure, chance: None, decoys: None, ratio: None, open: suspect.open }
}

fn figure(kind: LeadKind) -> Lead {
    Lead {
        kind,
        rows: Vec::new(),
        figure: None,
        chance: None,
        decoys: None,
        ratio: None,
        open: false,
    }
}

/// The amount with two neighbouring digits changed that is off by what is wanted.
fn swapped(amount: i128, wanted: i128) -> Option<i128> {
    let mut unit = 1_i128;
    while unit * 10 <= amount {
        let (low, high) = (amount / unit % 10, amount / (unit * 10) % 10);
        let change = (low - high) * unit * 9;
        if change != 0 && change.abs() == wanted {
            return Some(amount + change);
        }
        unit *= 10;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::swapped;

    #[test]
    fn neighbouring_digits_change_by_nines() {
        assert_eq!(swapped(12_345, 900), Some(13_245));
        assert_eq!(swapped(51, 36), Some(15));
        assert_eq!(swapped(12_345, 90), Some(12_435));
        assert_eq!(swapped(12_345, 9_900), None);
    }
}
