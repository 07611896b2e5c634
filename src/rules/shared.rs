//! What several rules look at alike: worked out by the first that asks, kept for one run over one book,
//! policy and pricing, and thrown away with it. Not part of the results.

use std::cell::OnceCell;

use super::billed_job::Place;
use crate::analysis::charges::{self, Billed};
use crate::model::Book;

#[derive(Default)]
pub struct Shared {
    billed: OnceCell<Vec<Billed>>,
    pub(super) billed_jobs: OnceCell<Vec<Place>>,
}

impl Shared {
    /// What every charge adds to the bill.
    pub fn billed(&self, book: &Book) -> &[Billed] {
        self.billed.get_or_init(|| charges::billed(book))
    }
}
