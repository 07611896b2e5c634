//! Which rate row fits a charge or a job: once for all price checks and for valuing unbilled jobs.
//!
//! A key is compared where both sides state it; a blank key on the rate row means "any". Of the
//! rows in force the most specific win, in the order contract, customer, carrier, service, origin,
//! destination, zone, container, unit, weight band. Rows that are equally specific all stay: that is a
//! finding (PRC-02), never a choice made here.

mod breaks;
mod card;
mod days;
mod keys;
mod promotions;
mod size;
mod unit;
mod usage;
mod value;
mod verdict;

use card::Card;
use keys::{Keyer, Lookup};
use value::RateTerms;
use verdict::Judge;

use crate::base::{Date, Decimal};
use crate::model::{Book, Charge, Policy, Rate};

pub use breaks::Breaks;
pub use days::ByDay;
pub use keys::FIELDS as KEYS;
pub use promotions::{Kept, Promoted, Promotions};
pub use size::{volumetric, volumetric_steps};
pub use unit::Unit;
pub use usage::ByUse;
pub use value::{Discount, expected_value};
pub use verdict::{Prices, Verdict, cannot_tell_charges};

/// What the rate card says about one charge.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Fit {
    /// The day it was judged by: service date, else invoice date.
    pub day: Option<Date>,
    /// The weight it was judged by: chargeable as stated, else the greater of the actual one and the
    /// size by the divisor of the rate.
    pub weight: Option<Decimal>,
    /// Positions in [`Book::rates`] whose keys fit and that are in force on that day.
    pub in_force: Vec<u32>,
    /// Positions whose keys fit no less specifically but whose period has ended or not begun, and
    /// every dated row when the day is not known.
    pub out_of_force: Vec<u32>,
}

#[derive(Clone, Debug, Default)]
pub struct Pricing {
    /// One per charge, in the order of [`Book::charges`].
    pub charges: Vec<Fit>,
    /// One per job, in the order of [`Book::jobs`].
    pub jobs: Vec<Fit>,
    /// The weight breaks of each rate.
    pub breaks: Breaks,
    /// The tiers of each rate.
    pub tiers: Breaks,
    pub promotions: Promotions,
}

/// Fits every charge and every job, whatever is tolerated. Without a rate card every fit is empty.
pub fn price(book: &Book, policy: &Policy) -> Pricing {
    if book.rates().len() == 0 && book.fuel_rates().len() == 0 {
        return Pricing {
            charges: vec![Fit::default(); book.charges().len()],
            jobs: vec![Fit::default(); book.jobs().len()],
            promotions: Promotions::of(book),
            ..Pricing::default()
        };
    }
    let keyer = Keyer::new(book);
    let mut card = Card::new(book, &keyer, policy.volumetric_divisor);
    let mut fits = |lookups: Vec<Lookup>| lookups.iter().map(|l| card.fit(l)).collect::<Vec<Fit>>();
    let charges = fits(keyer.charges());
    let jobs = fits(keyer.jobs());
    let breaks = Breaks::of_card(book, &keyer, breaks::WEIGHTS, breaks::TIERS);
    let tiers = Breaks::of_card(book, &keyer, breaks::TIERS, breaks::WEIGHTS);
    let promotions = Promotions::of(book);
    Pricing { charges, jobs, breaks, tiers, promotions }
}

/// Holds the price of every charge against the rate that fits it: one verdict a charge, in their order. A
/// step of its own, because what is tolerated changes no fit.
pub fn judge(book: &Book, policy: &Policy, pricing: &Pricing) -> Vec<Verdict> {
    // A fuel table alone prices no charge; the day of service is what its rule asks for.
    match book.rates().len() {
        0 => vec![Verdict::NotCompared; pricing.charges.len()],
        _ => Judge::new(book, policy, pricing).all(),
    }
}

impl Pricing {
    /// Whether a rate prices by use: in intervals of time, or in tiers.
    pub fn is_by_use(&self, book: &Book, rate: u32) -> bool {
        usage::is_by_use(book, &self.tiers, rate)
    }

    /// What so many days, of which some are free, come to by a rate and its tiers.
    pub fn by_day(&self, book: &Book, rate: u32, days: (Decimal, Decimal)) -> Option<ByDay> {
        days::by_day(book, &self.tiers, rate, days)
    }

    /// What a charge comes to by such a rate.
    pub fn by_use(&self, book: &Book, charge: Charge, rate: u32) -> Option<ByUse> {
        usage::by_use(book, &self.tiers, charge, rate)
    }
}

impl Fit {
    /// Position of the one rate that applies: the only row in force, or the first of several that
    /// come to the same price, minimum, maximum, unit and currency.
    pub fn one(&self, book: &Book) -> Option<u32> {
        let (&first, rest) = self.in_force.split_first()?;
        let terms = |at: u32| RateTerms::read(book.rate(at as usize));
        let same = |&at: &u32| terms(at) == terms(first);
        rest.iter().all(same).then_some(first)
    }

    pub fn rate<'b>(&self, book: &'b Book) -> Option<Rate<'b>> {
        self.one(book).map(|at| book.rate(at as usize))
    }
}
