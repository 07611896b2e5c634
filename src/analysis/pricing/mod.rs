//! Which rate row fits a charge or a job: once for all price checks and for valuing unbilled jobs.

use crate::model::{Book, Policy};

/// What the rate card says about one charge.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Fit {
    /// Positions in [`Book::rates`] whose keys fit and that are in force on the service date.
    pub in_force: Vec<u32>,
    /// Positions whose keys fit but whose period has ended or not begun.
    pub out_of_force: Vec<u32>,
}

#[derive(Clone, Debug, Default)]
pub struct Pricing {
    /// One per charge, in the order of [`Book::charges`].
    pub charges: Vec<Fit>,
    /// One per job, in the order of [`Book::jobs`].
    pub jobs: Vec<Fit>,
}

pub fn price(_book: &Book, _policy: &Policy) -> Pricing {
    Pricing::default()
}
