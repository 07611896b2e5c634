//! The rate card, indexed: a look-up by keys, then bands and periods of the few rows left.

use std::rc::Rc;

use super::keys::{FIELDS, Keyer, Keys, Lookup, UNSTATED, seconds};
use super::size::Size;
use super::{Fit, size};
use crate::base::{Currency, Date, Decimal, QuickMap, limits};
use crate::model::Book;
use crate::table::Field;

pub(super) struct Card {
    rates: Vec<RateRow>,
    /// Distinct sets of stated keys, as bits, with their rows.
    shapes: Vec<(u32, Vec<u32>)>,
    /// By shape and by the keys of it that are compared: the rows under each value.
    tables: QuickMap<(usize, u32), QuickMap<Keys, Vec<u32>>>,
    /// Rows under a set of keys, found before.
    found: QuickMap<Keys, Rc<[Candidate]>>,
}

struct RateRow {
    keys: Keys,
    weight_from: Option<Decimal>,
    weight_to: Option<Decimal>,
    tier_from: Option<Decimal>,
    tier_to: Option<Decimal>,
    seconds: Option<Decimal>,
    divisor: Option<Decimal>,
    valid_from: Option<Date>,
    valid_to: Option<Date>,
    currency: Currency,
}

/// A row whose keys fit, before weight and day.
#[derive(Clone, Copy)]
struct Candidate {
    rate: u32,
    /// Keys stated on both sides and equal, the most telling as the highest bit.
    compared: u32,
    /// Keys that the rate states and the charge does not.
    open: u32,
}

/// How the ends of weight bands are taken.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ends {
    Stated,
    /// Between 50 and 51, where no band is, a begun kilogram counts as a whole one.
    NextKilogram,
}

/// Compared keys first, then a compared band, then as few open keys as possible.
type Rank = (u32, bool, std::cmp::Reverse<u32>);

impl Card {
    /// `divisor` is the house's own, for rates that name none.
    pub fn new(book: &Book, keyer: &Keyer, divisor: Decimal) -> Card {
        let rates: Vec<RateRow> = book
            .rates()
            .map(|rate| RateRow {
                keys: keyer.rate(rate.0),
                weight_from: rate.0.number(Field::WeightFrom),
                weight_to: rate.0.number(Field::WeightTo),
                tier_from: rate.0.number(Field::TierFrom),
                tier_to: rate.0.number(Field::TierTo).filter(|to| !to.is_zero()),
                seconds: seconds(rate.0),
                divisor: size::divisor(rate, divisor),
                valid_from: rate.0.date(Field::ValidFrom),
                valid_to: rate.0.date(Field::ValidTo),
                currency: rate.0.currency(),
            })
            .collect();
        let mut shapes: Vec<(u32, Vec<u32>)> = Vec::new();
        for (at, rate) in rates.iter().enumerate() {
            let shape = stated(&rate.keys);
            match shapes.iter_mut().find(|(known, _)| *known == shape) {
                Some((_, rows)) => rows.push(at as u32),
                None => shapes.push((shape, vec![at as u32])),
            }
        }
        Card { rates, shapes, tables: QuickMap::default(), found: QuickMap::default() }
    }

    /// The rows that fit. Lists are cut at a limit: beyond it "many" is all one can say.
    pub fn fit(&mut self, lookup: &Lookup) -> Fit {
        let candidates = self.candidates(&lookup.keys);
        let stated = self.fit_among(&candidates, lookup, Ends::Stated);
        let rate = |candidate: &Candidate| &self.rates[candidate.rate as usize];
        let falls_between = || candidates.iter().any(|c| rate(c).ends_right_below(&lookup.size));
        if !stated.0 && falls_between() {
            let (is_banded, fit) = self.fit_among(&candidates, lookup, Ends::NextKilogram);
            if is_banded {
                return fit;
            }
        }
        stated.1
    }

    /// With whether a band was compared.
    fn fit_among(&self, candidates: &[Candidate], lookup: &Lookup, ends: Ends) -> (bool, Fit) {
        let mut best: Option<Rank> = None;
        let mut current: Vec<u32> = Vec::new();
        let mut other: Vec<(Rank, u32)> = Vec::new();
        for candidate in candidates.iter() {
            let rate = &self.rates[candidate.rate as usize];
            let Some(banded) = rate.band_fits(&lookup.size, ends) else { continue };
            if !rate.tier_fits(lookup.quantity) {
                continue;
            }
            let open = candidate.open + u32::from(rate.is_banded() && !banded);
            let rank = (candidate.compared, banded, std::cmp::Reverse(open));
            match rate.in_force(lookup.day) {
                true if best.is_none_or(|b| b < rank) => {
                    best = Some(rank);
                    current = vec![candidate.rate];
                }
                true if best == Some(rank) => current.push(candidate.rate),
                true => {}
                false => other.push((rank, candidate.rate)),
            }
        }
        self.prefer_break(&mut current, &lookup.size);
        self.prefer_nearest(&mut current);
        self.prefer_lower_tier(&mut current, lookup.quantity);
        self.prefer_currency(&mut current, lookup.currency);
        current.sort_unstable();
        current.truncate(limits::RATES_PER_FIT_MAX);
        other.retain(|(rank, _)| best.is_none_or(|best| best.0 <= rank.0));
        let mut out_of_force: Vec<u32> = other.into_iter().map(|(_, rate)| rate).collect();
        out_of_force.sort_unstable();
        out_of_force.truncate(limits::RATES_PER_FIT_MAX);
        let by = current.first().or(out_of_force.first());
        let weight = lookup.size.weight(by.and_then(|&at| self.rates[at as usize].divisor));
        let banded = best.is_some_and(|(_, banded, _)| banded);
        (banded, Fit { day: lookup.day, weight, in_force: current, out_of_force })
    }

    /// Where bands touch (0-45, 45-100), a weight on the break belongs to the band that begins
    /// with it: the custom of air and parcel tariffs.
    fn prefer_break(&self, fits: &mut Vec<u32>, size: &Size) {
        let rate = |at: &u32| &self.rates[*at as usize];
        let weight = |at: &u32| size.weight(rate(at).divisor);
        let begins = |at: &u32| weight(at).is_some() && rate(at).weight_from == weight(at);
        if fits.iter().any(begins) {
            fits.retain(|at| begins(at) || rate(at).weight_to != weight(at));
        }
    }

    /// A tariff that states one end of its bands alone ("up to 5 kg", "up to 10 kg"; "from 45", "from
    /// 100") means the band whose end lies nearest.
    fn prefer_nearest(&self, fits: &mut Vec<u32>) {
        let rate = |at: &u32| &self.rates[*at as usize];
        let alike =
            |other: &u32| fits.first().is_some_and(|first| rate(first).keys == rate(other).keys);
        if fits.len() < 2 || !fits.iter().all(alike) {
            return;
        }
        let upper = |at: &u32| rate(at).weight_to.filter(|to| !to.is_zero());
        if fits.iter().all(|at| rate(at).weight_from.is_none() && upper(at).is_some()) {
            let nearest = fits.iter().filter_map(upper).min();
            fits.retain(|at| upper(at) == nearest);
        } else if fits.iter().all(|at| rate(at).weight_from.is_some() && upper(at).is_none()) {
            let nearest = fits.iter().filter_map(|at| rate(at).weight_from).max();
            fits.retain(|at| rate(at).weight_from == nearest);
        }
    }

    /// Where tiers touch, what is just full still belongs to the lower one.
    fn prefer_lower_tier(&self, fits: &mut Vec<u32>, quantity: Option<(Decimal, Option<Decimal>)>) {
        let Some((quantity, None)) = quantity else { return };
        if fits.iter().any(|at| self.rates[*at as usize].tier_to == Some(quantity)) {
            fits.retain(|at| self.rates[*at as usize].tier_from != Some(quantity));
        }
    }

    /// A card that states one price in two currencies has no overlap.
    fn prefer_currency(&self, fits: &mut Vec<u32>, currency: Currency) {
        let same = |at: &u32| self.rates[*at as usize].currency == currency;
        if fits.iter().any(same) {
            fits.retain(same);
        }
    }

    fn candidates(&mut self, keys: &Keys) -> Rc<[Candidate]> {
        if let Some(found) = self.found.get(keys) {
            return found.clone();
        }
        let mut all = Vec::new();
        for at in 0..self.shapes.len() {
            let shape = self.shapes[at].0;
            let compared = shape & stated(keys);
            let open = (shape & !compared).count_ones();
            let rows = self.table(at, compared).get(&masked(keys, compared));
            let rows = rows.into_iter().flatten();
            all.extend(rows.map(|&rate| Candidate { rate, compared, open }));
        }
        let all: Rc<[Candidate]> = all.into();
        self.found.insert(*keys, all.clone());
        all
    }

    fn table(&mut self, shape: usize, compared: u32) -> &QuickMap<Keys, Vec<u32>> {
        let (rates, rows) = (&self.rates, &self.shapes[shape].1);
        self.tables.entry((shape, compared)).or_insert_with(|| {
            let mut table: QuickMap<Keys, Vec<u32>> = QuickMap::default();
            for &row in rows {
                let keys = masked(&rates[row as usize].keys, compared);
                table.entry(keys).or_default().push(row);
            }
            table
        })
    }
}

impl RateRow {
    fn is_banded(&self) -> bool {
        self.weight_from.is_some() || self.weight_to.is_some()
    }

    /// Whether the band ends at the last whole kilogram of a weight. A card that writes its ends to the
    /// gram (`99.99`) means them.
    fn ends_right_below(&self, size: &Size) -> bool {
        let weight = size.weight(self.divisor);
        weight.is_some_and(|weight| self.weight_to == Some(weight.floor()))
    }

    /// `None`: the weight lies outside. Else whether a band was compared at all.
    fn band_fits(&self, size: &Size, ends: Ends) -> Option<bool> {
        let weight = if self.is_banded() { size.weight(self.divisor) } else { None };
        let Some(weight) = weight else { return Some(false) };
        let begins = match ends {
            Ends::Stated => self.weight_from.is_none_or(|from| from <= weight),
            Ends::NextKilogram => self.weight_from == Some(weight.ceil()),
        };
        let inside = begins && self.weight_to.is_none_or(|to| to.is_zero() || weight <= to);
        inside.then_some(true)
    }

    /// Ends count; between 1,000 and 1,001 it is the next tier.
    fn tier_fits(&self, quantity: Option<(Decimal, Option<Decimal>)>) -> bool {
        let Some((quantity, seconds)) = quantity else { return true };
        let ratio = seconds.zip(self.seconds).and_then(|(line, rate)| line.checked_div(rate));
        let quantity = ratio.and_then(|ratio| quantity.checked_mul(ratio)).unwrap_or(quantity);
        self.tier_from.is_none_or(|from| from <= quantity.ceil())
            && self.tier_to.is_none_or(|to| quantity <= to)
    }

    /// Without a day only an undated row is surely in force.
    fn in_force(&self, day: Option<Date>) -> bool {
        match day {
            None => self.valid_from.is_none() && self.valid_to.is_none(),
            Some(day) => {
                self.valid_from.is_none_or(|from| from <= day)
                    && self.valid_to.is_none_or(|to| day <= to)
            }
        }
    }
}

fn bit(key: usize) -> u32 {
    1 << (FIELDS.len() - 1 - key)
}

fn stated(keys: &Keys) -> u32 {
    let stated = keys.iter().enumerate().filter(|(_, id)| **id != UNSTATED);
    stated.map(|(key, _)| bit(key)).sum()
}

fn masked(keys: &Keys, bits: u32) -> Keys {
    let mut masked = *keys;
    for (key, id) in masked.iter_mut().enumerate() {
        if bits & bit(key) == 0 {
            *id = UNSTATED;
        }
    }
    masked
}
