//! The tie bar: left − right = difference = explained parts + unexplained, one row per currency.

use serde::{Deserialize, Serialize};

use super::unbilled::Unbilled;
use crate::base::{Currency, Money};
use crate::model::Book;

/// One row of a tie bar. Invariant (asserted where it is built and again where a report is
/// written): `left − right = difference = Σ explained + unexplained`.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Tie {
    /// What is tied: `tie-to-bill`, `tie-lines-headers`, `tie-lines-jobs`; also the word key.
    pub name: String,
    pub currency: Currency,
    pub left: Money,
    pub right: Money,
    pub difference: Money,
    /// Word key (`tie-planned`, `tie-waiting`, `tie-ready` …) and amount, in a fixed order.
    pub explained: Vec<(String, Money)>,
    pub unexplained: Money,
}

impl Tie {
    pub fn holds(&self) -> bool {
        let explained: i64 = self.explained.iter().map(|(_, part)| part.minor).sum();
        self.left.minor - self.right.minor == self.difference.minor
            && explained + self.unexplained.minor == self.difference.minor
    }

    pub fn is_tied(&self) -> bool {
        self.unexplained.is_zero()
    }
}

/// All tie bars of a book, in the order in which the overview shows them.
pub fn ties(_book: &Book, unbilled: &Unbilled) -> Vec<Tie> {
    unbilled.ties.clone()
}
