//! Weight breaks and tiers: rows of the card that differ in nothing but their band and their price.

use super::keys::{Keyer, Keys};
use crate::base::{Currency, Date, Decimal, QuickMap};
use crate::model::Book;
use crate::table::Field;

/// All that the rows of one tariff share.
type Tariff = (Keys, [Option<Date>; 2], [Option<Decimal>; 2], Currency);

/// The two ends of a band.
pub(super) type Band = [Field; 2];
pub(super) const WEIGHTS: Band = [Field::WeightFrom, Field::WeightTo];
pub(super) const TIERS: Band = [Field::TierFrom, Field::TierTo];

#[derive(Clone, Debug, Default)]
pub struct Breaks {
    /// Positions in [`Book::rates`], the lightest band first; tariffs of one row are left out.
    tariffs: Vec<Vec<u32>>,
    /// The tariff of each rate.
    of_rate: QuickMap<u32, u32>,
}

impl Breaks {
    /// By one band; rows that differ in the other one are two tariffs.
    pub(super) fn of_card(book: &Book, keyer: &Keyer, band: Band, other: Band) -> Breaks {
        let mut tariffs: QuickMap<Tariff, Vec<(Decimal, u32)>> = QuickMap::default();
        for (at, rate) in book.rates().enumerate() {
            let [from, to] = band.map(|end| rate.0.number(end));
            if from.is_none() && to.is_none() {
                continue;
            }
            let dates = [Field::ValidFrom, Field::ValidTo].map(|end| rate.0.date(end));
            let ends = other.map(|end| rate.0.number(end));
            let tariff = (keyer.rate(rate.0), dates, ends, rate.0.currency());
            tariffs.entry(tariff).or_default().push((from.unwrap_or_default(), at as u32));
        }
        let mut breaks = Breaks::default();
        for mut rows in tariffs.into_values().filter(|rows| rows.len() > 1) {
            rows.sort_unstable();
            let tariff = breaks.tariffs.len() as u32;
            breaks.of_rate.extend(rows.iter().map(|(_, at)| (*at, tariff)));
            breaks.tariffs.push(rows.into_iter().map(|(_, at)| at).collect());
        }
        breaks
    }

    /// The rows of the rate's tariff, itself among them; none where it has no breaks.
    pub fn of(&self, rate: u32) -> &[u32] {
        self.of_rate.get(&rate).map_or(&[], |&tariff| &self.tariffs[tariff as usize])
    }
}
