//! What charges of one customer, service and lane usually come to. One file for three rules: each
//! value is compared with the median of its group, and a group that has no habit says nothing.
//!
//! A line with a quantity or a weight is measured by its price for one; others by their amount. What
//! the rate card already contradicts is left to the rules of prices, and what several other customers
//! are billed for the same service and lane is a price of the house: new to this customer, no fault.

use std::collections::BTreeSet;

use crate::analysis::pricing::Verdict;
use crate::base::{Currency, Decimal, Groups, Money, NO_NUMBER, QuickMap, Source, Texts};
use crate::model::{Book, Charge, Party};
use crate::rules::Case;
use crate::rules::billing::billing;
use crate::rules::price::fuel_table::is_fuel;
use crate::rules::statistics::services::{UNSAID, services};
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
    at: u32,
    pub value: Decimal,
    /// The median, and the band of what is usual.
    pub median: Decimal,
    pub low: Decimal,
    pub high: Decimal,
    /// How many charges show the habit.
    pub count: usize,
    /// Position of a charge that came to the median.
    typical: u32,
    /// The value that a slip of the pen would turn into this one.
    pub meant: Option<Decimal>,
}

/// A service on a lane by the numbers of their texts, by one measure in one currency.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Service {
    measure: Measure,
    currency: Currency,
    of: u32,
    from: u32,
    to: u32,
}

/// The charges of one customer for one service, all groups in flat lists: there are a hundred thousand of
/// a million charges, and lists of their own would be scattered all over the memory.
#[derive(Default)]
struct Habits {
    of: Vec<(Party, Service)>,
    /// Positions of the charges of each.
    charges: Groups,
    /// What each charge of the book is measured by; nought for one that is in no group.
    values: Vec<Decimal>,
}

/// So many other customers are billed a price of the house.
const OTHERS_MIN: usize = 2;

/// A spread below half the median is no spread: prices differ by that.
const SPREAD_MIN: Decimal = Decimal::from_parts(5, 0, 0, false, 1);

/// All of them in order of rows, looked for once for the three rules.
pub fn unusual<'c>(case: &Case<'c>) -> &'c [Unusual] {
    // Each of the rules depends on how prices compare, whichever of them comes first.
    let verdicts: &[Verdict] = &case.verdicts;
    case.shared.unusual.get_or_init(|| find(case, verdicts))
}

fn is_agreed(case: &Case, verdicts: &[Verdict], one: &Unusual) -> bool {
    let Some(Verdict::Fits(rate)) = verdicts.get(one.at as usize) else { return false };
    let (charge, rate_row) = (one.charge(case.book), case.book.rate(*rate as usize));
    // A minimum that is billed as one is no price of one kilogram.
    let least = rate_row.0.number(Field::MinCharge).filter(|least| !least.is_zero());
    let is_least = least.is_some() && charge.net().map(|net| net.decimal()) == least;
    let by_weight = case.pricing.breaks.of(*rate).len() > 1;
    let price = charge.unit_price();
    is_least || by_weight && price.is_some() && rate_row.price() == price
}

fn find(case: &Case, verdicts: &[Verdict]) -> Vec<Unusual> {
    let habits = habits(case, verdicts);
    let count_min = (case.policy.statistics_count_min as usize).max(3);
    let mut found: Vec<((Party, Service), Unusual)> = Vec::new();
    for (of, charges) in habits.iter().filter(|(_, charges)| charges.len() >= count_min) {
        let outside =
            judge(of.1.measure, charges, &habits.values, case.policy.statistics_deviations);
        found.extend(outside.into_iter().map(|one| (of, one)));
    }
    let billed = billed_to(&habits, &found);
    found.retain(|((party, service), one)| {
        let others = billed.get(&(*service, one.value)).into_iter().flatten();
        others.filter(|other| *other != party).count() < OTHERS_MIN
    });
    // A price that the card has for another weight is as agreed, however far from the usual one.
    found.retain(|(_, one)| one.measure != Measure::Rate || !is_agreed(case, verdicts, one));
    // A surcharge follows the charge that it is a share of.
    let follows = |one: &Unusual| one.measure == Measure::Amount && is_fuel(one.charge(case.book));
    let mut found: Vec<Unusual> = found.into_iter().map(|(_, one)| one).collect();
    found.retain(|one| !follows(one));
    found.sort_by_key(|one| one.charge(case.book).0.row_source());
    found
}

impl Habits {
    fn iter(&self) -> impl Iterator<Item = ((Party, Service), &[u32])> {
        let groups = self.of.iter().enumerate();
        groups.map(|(at, &of)| (of, self.charges.of(at as u32)))
    }
}

fn habits(case: &Case, verdicts: &[Verdict]) -> Habits {
    let book = case.book;
    let services = services(case);
    // Places as numbers; texts that are equal have one.
    let mut texts = Texts::default();
    texts.put("");
    let places = [Field::Origin, Field::Destination];
    let places = places.map(|field| book.spellings(field, |text| texts.put(text)));
    // Few, so that the numbers of the groups are found by two short keys.
    let mut service_nos: QuickMap<Service, u32> = QuickMap::default();
    let mut group_nos: QuickMap<(Party, u32), u32> = QuickMap::default();
    let mut habits = Habits { values: vec![Decimal::ZERO; services.len()], ..Habits::default() };
    let mut group_of = vec![NO_NUMBER; services.len()];
    for (invoice, charges) in billing(book) {
        let party = invoice.any_row().and_then(|row| book.party(row));
        for at in charges.iter().map(|&at| at as usize).filter(|&at| services[at] != UNSAID) {
            let (charge, verdict) = (book.charge(at), verdicts[at]);
            let proven =
                !matches!(verdict, Verdict::NotCompared | Verdict::NoRate | Verdict::Fits(_));
            let measured = measured(charge).filter(|_| !proven);
            let party = party.or_else(|| book.party(charge.0));
            let (Some((measure, value)), Some(party)) = (measured, party) else { continue };
            let [from, to] = places.each_ref().map(|of| of.of(charge.0).copied().unwrap_or(0));
            let currency = charge.0.currency();
            let service = Service { measure, currency, of: services[at], from, to };
            let next = service_nos.len() as u32;
            let service_no = *service_nos.entry(service).or_insert(next);
            let group = *group_nos.entry((party, service_no)).or_insert_with(|| {
                habits.of.push((party, service));
                habits.of.len() as u32 - 1
            });
            (group_of[at], habits.values[at]) = (group, value);
        }
    }
    habits.charges = Groups::by(&group_of, habits.of.len());
    habits
}

/// To whom each unusual value is billed for its service.
fn billed_to(
    habits: &Habits,
    found: &[((Party, Service), Unusual)],
) -> QuickMap<(Service, Decimal), BTreeSet<Party>> {
    let mut billed: QuickMap<(Service, Decimal), BTreeSet<Party>> = QuickMap::default();
    for ((_, service), one) in found {
        billed.entry((*service, one.value)).or_default();
    }
    let services: BTreeSet<Service> = billed.keys().map(|(service, _)| *service).collect();
    for ((party, service), charges) in habits.iter().filter(|((_, of), _)| services.contains(of)) {
        for &at in charges {
            if let Some(parties) = billed.get_mut(&(service, habits.values[at as usize])) {
                parties.insert(party);
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

fn judge(
    measure: Measure,
    charges: &[u32],
    values: &[Decimal],
    deviations: Decimal,
) -> Vec<Unusual> {
    let group = || charges.iter().map(|&at| (values[at as usize], at));
    // A fixed price, as most are: nothing need be brought into order.
    let first = group().next();
    if group().all(|(value, _)| Some(value) == first.map(|(first, _)| first)) {
        return Vec::new();
    }
    let mut values: Vec<Decimal> = group().map(|(value, _)| value).collect();
    let Some(middle) = median(&mut values) else { return Vec::new() };
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
    let typical = group().find(|(value, _)| *value == middle).map_or(0, |(_, at)| at);
    let outside: Vec<Unusual> = group()
        .filter(|(value, _)| *value < low || *value > high)
        .filter(|(value, _)| times(*value, middle).is_none_or(|times| times > factor))
        .map(|(value, at)| {
            let meant = is_fixed.then_some(middle).filter(|middle| is_slip(value, *middle));
            let count = values.len();
            Unusual { measure, at, value, median: middle, low, high, count, typical, meant }
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
        book.charge(self.at as usize)
    }

    /// The cell of a charge that came to what is usual.
    pub fn usual_cell(&self, book: &Book) -> Source {
        book.charge(self.typical as usize).amount_source()
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
