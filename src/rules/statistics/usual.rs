//! What charges of one customer, service and lane usually come to. One file for three rules: each
//! value is compared with the median of its group, and a group that has no habit says nothing.
//!
//! A line with a quantity or a weight is measured by its price for one; others by their amount. What
//! the rate card already contradicts is left to the rules of prices, and what several other customers
//! are billed for the same service and lane is a price of the house: new to this customer, no fault.

use std::collections::BTreeSet;

use crate::analysis::pricing::{Pricing, Verdict};
use crate::base::{Currency, Decimal, Money, QuickMap};
use crate::model::{Book, Charge, Party};
use crate::rules::Case;
use crate::rules::billing::billing;
use crate::table::Field;

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Measure {
    Amount,
    /// For one unit or kilogram.
    Rate,
}

/// A charge that is not as its group usually is.
pub struct Unusual {
    pub measure: Measure,
    /// Position of the charge in the book.
    at: usize,
    pub value: Decimal,
    /// The median, and the band of what is usual.
    pub median: Decimal,
    pub low: Decimal,
    pub high: Decimal,
    /// How many charges show the habit.
    pub count: usize,
    /// The value that a slip of the pen would turn into this one.
    pub meant: Option<Decimal>,
}

/// Service, origin and destination, by one measure in one currency.
type Service<'b> = (Measure, Currency, [&'b str; 3]);
type Groups<'b> = QuickMap<(Party, Service<'b>), Vec<(Decimal, usize)>>;

/// So many other customers are billed a price of the house.
const OTHERS_MIN: usize = 2;

/// A spread below half the median is no spread: prices differ by that.
const SPREAD_MIN: Decimal = Decimal::from_parts(5, 0, 0, false, 1);

/// All of them in order of rows, looked for once for the three rules.
pub fn unusual<'c>(case: &Case<'c>) -> &'c [Unusual] {
    // Each of the rules depends on what is priced, whichever of them comes first.
    let pricing: &Pricing = &case.pricing;
    case.shared.unusual.get_or_init(|| find(case, pricing))
}

fn find(case: &Case, pricing: &Pricing) -> Vec<Unusual> {
    let groups = groups(case, pricing);
    let count_min = (case.policy.statistics_count_min as usize).max(3);
    let mut found: Vec<((Party, Service), Unusual)> = Vec::new();
    for (&of, group) in groups.iter().filter(|(_, group)| group.len() >= count_min) {
        let (_, (measure, ..)) = of;
        let outside = judge(measure, group, case.policy.statistics_deviations);
        found.extend(outside.into_iter().map(|one| (of, one)));
    }
    let billed = billed_to(&groups, &found);
    found.retain(|((party, service), one)| {
        let others = billed.get(&(*service, one.value)).into_iter().flatten();
        others.filter(|other| *other != party).count() < OTHERS_MIN
    });
    let mut found: Vec<Unusual> = found.into_iter().map(|(_, one)| one).collect();
    found.sort_by_key(|one| one.charge(case.book).0.row_source());
    found
}

fn groups<'b>(case: &Case<'b>, pricing: &Pricing) -> Groups<'b> {
    let mut groups = Groups::default();
    for (invoice, charges) in billing(case.book) {
        let party = invoice.any_row().and_then(|row| case.book.party(row));
        for at in charges.iter().map(|&at| at as usize) {
            let (charge, verdict) = (case.book.charge(at), pricing.verdicts[at]);
            let proven =
                !matches!(verdict, Verdict::NotCompared | Verdict::NoRate | Verdict::Fits(_));
            let measured = measured(charge).filter(|_| !proven);
            let party = party.or_else(|| case.book.party(charge.0));
            let (Some((by, value)), Some(party), Some(code)) = (measured, party, charge.code())
            else {
                continue;
            };
            let lane =
                [Field::Origin, Field::Destination].map(|f| charge.0.text(f).unwrap_or_default());
            let service = (by, charge.0.currency(), [code, lane[0], lane[1]]);
            groups.entry((party, service)).or_default().push((value, at));
        }
    }
    groups
}

/// To whom each unusual value is billed for its service.
fn billed_to<'b>(
    groups: &Groups<'b>,
    found: &[((Party, Service<'b>), Unusual)],
) -> QuickMap<(Service<'b>, Decimal), BTreeSet<Party>> {
    let mut billed: QuickMap<(Service, Decimal), BTreeSet<Party>> = QuickMap::default();
    for ((_, service), one) in found {
        billed.entry((*service, one.value)).or_default();
    }
    let services: BTreeSet<Service> = billed.keys().map(|(service, _)| *service).collect();
    for ((party, service), group) in groups.iter().filter(|((_, of), _)| services.contains(of)) {
        for (value, _) in group {
            if let Some(parties) = billed.get_mut(&(*service, *value)) {
                parties.insert(*party);
            }
        }
    }
    billed
}

fn measured(charge: Charge) -> Option<(Measure, Decimal)> {
    let net = charge.net().filter(|net| net.minor > 0)?.decimal();
    let several =
        |number: Option<Decimal>| number.filter(|n| *n > Decimal::ZERO && *n != Decimal::ONE);
    let weight = || {
        let fields = [Field::ChargeableWeight, Field::Weight];
        fields.into_iter().find_map(|field| several(charge.0.number(field)))
    };
    let Some(quantity) = several(charge.qty()).or_else(weight) else {
        return Some((Measure::Amount, net));
    };
    let price = charge.unit_price().filter(|price| *price > Decimal::ZERO);
    let price = price.or_else(|| Some(net.checked_div(quantity)?.round_dp(6)))?;
    Some((Measure::Rate, price))
}

fn judge(measure: Measure, group: &[(Decimal, usize)], deviations: Decimal) -> Vec<Unusual> {
    let mut values: Vec<Decimal> = group.iter().map(|(value, _)| *value).collect();
    let Some(middle) = median(&mut values) else { return Vec::new() };
    if values.first() == values.last() {
        return Vec::new();
    }
    let mut distances: Vec<Decimal> = values.iter().map(|value| (*value - middle).abs()).collect();
    let Some(spread) = median(&mut distances) else { return Vec::new() };
    let band = (spread * deviations).max(middle * SPREAD_MIN);
    let (low, high) = ((middle - band).max(Decimal::ZERO), middle + band);
    // In most groups nothing lies outside, and no factor need be worked out.
    if values.first().is_some_and(|v| *v >= low) && values.last().is_some_and(|v| *v <= high) {
        return Vec::new();
    }
    let Some(factor) = factor_band(&values, middle, deviations) else { return Vec::new() };
    let usual = values.iter().filter(|value| **value == middle).count();
    let is_fixed = usual * 2 >= values.len();
    let outside: Vec<Unusual> = group
        .iter()
        .filter(|(value, _)| *value < low || *value > high)
        .filter(|(value, _)| times(*value, middle).is_none_or(|times| times > factor))
        .map(|&(value, at)| {
            let meant = is_fixed.then_some(middle).filter(|middle| is_slip(value, *middle));
            Unusual { measure, at, value, median: middle, low, high, count: values.len(), meant }
        })
        .collect();
    // Where more than one in eight is unusual, there is no habit.
    if outside.len() * 8 > values.len() { Vec::new() } else { outside }
}

/// How many times as much or as little as the middle is still usual: the median of the factors, to the
/// power of the deviations. Amounts that range over orders of magnitude are skewed; what lies far out
/// by their differences alone is no slip. `None`: a spread without bounds.
fn factor_band(values: &[Decimal], middle: Decimal, deviations: Decimal) -> Option<Decimal> {
    let mut factors: Vec<Decimal> = values.iter().filter_map(|&v| times(v, middle)).collect();
    let usual = median(&mut factors)?;
    let (mut band, mut power) = (usual, Decimal::ONE);
    while power < deviations && usual > Decimal::ONE {
        (band, power) = (band.checked_mul(usual)?, power + Decimal::ONE);
    }
    Some(band)
}

/// The larger of two by the smaller.
fn times(a: Decimal, b: Decimal) -> Option<Decimal> {
    Some(a.max(b).checked_div(a.min(b))?.round_dp(6))
}

impl Unusual {
    pub fn charge<'b>(&self, book: &'b Book) -> Charge<'b> {
        book.charge(self.at)
    }

    /// What the charge comes to above (below: negative) the value that it should have.
    pub fn over(&self, book: &Book, right: Decimal) -> Option<Money> {
        let net = self.charge(book).net()?;
        let usual = net.decimal().checked_mul(right)?.checked_div(self.value)?;
        let usual = Money::round(usual, net.currency)?;
        Some(Money::new(net.minor.saturating_sub(usual.minor), net.currency))
    }
}

/// The middle value; of two, the lower one, which is one that was billed.
pub fn median(values: &mut [Decimal]) -> Option<Decimal> {
    values.sort_unstable();
    values.get(values.len().checked_sub(1)? / 2).copied()
}

/// Ten, a hundred or a thousand times as much or as little, or two neighbouring digits changed over.
fn is_slip(value: Decimal, usual: Decimal) -> bool {
    let factors = [Decimal::TEN, Decimal::ONE_HUNDRED, Decimal::ONE_THOUSAND];
    factors.iter().any(|&factor| value == usual * factor || value * factor == usual)
        || is_transposed(value, usual)
}

fn is_transposed(a: Decimal, b: Decimal) -> bool {
    let digits = |number: Decimal| number.normalize().to_string().into_bytes();
    let (a, b) = (digits(a), digits(b));
    let differ: Vec<usize> = (0..a.len().min(b.len())).filter(|&at| a[at] != b[at]).collect();
    match differ.as_slice() {
        &[first, second] if a.len() == b.len() && second == first + 1 => {
            a[first] == b[second] && a[second] == b[first]
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Decimal {
        text.parse().expect("a number")
    }

    #[test]
    fn slips_of_the_pen() {
        for (value, usual) in
            [("380", "38"), ("0.38", "38"), ("3.8", "38"), ("91", "19"), ("8350", "3850")]
        {
            assert!(is_slip(number(value), number(usual)), "{value}");
        }
        for (value, usual) in [("76", "38"), ("38.5", "38"), ("912", "219"), ("105", "40")] {
            assert!(!is_slip(number(value), number(usual)), "{value}");
        }
    }
}
