//! A case in the making: keys are collected and receipts read for what they name a stretch at a time, so
//! that whoever drives it hears how far it is, and can leave off.

use std::sync::Arc;

use super::case::{Case, Mention, Options, whole};
use super::item::Sides;
use super::payer::Customers;
use super::reference::KeyIndex;
use super::rulings::Rulings;
use super::text::Counted;
use crate::base::stretches;

/// What was gathered so far.
#[derive(Debug)]
pub struct Gathering {
    pub(super) sides: Arc<Sides>,
    pub(super) options: Options,
    pub(super) customers: Customers,
    pub(super) index: KeyIndex,
    pub(super) mentions: Vec<Vec<Mention>>,
    pub(super) counts: Vec<Option<Counted>>,
    /// Open items whose keys are in the index.
    indexed: usize,
}

/// Rows of one step: some hundredths of a second.
const STEP_ROWS: usize = 10_000;

impl Gathering {
    pub fn begin(sides: Sides, options: Options) -> Gathering {
        let sides = Arc::new(sides.ordered());
        let customers = Customers::build(&sides);
        Gathering {
            mentions: Vec::with_capacity(sides.left.len()),
            counts: Vec::with_capacity(sides.left.len()),
            sides,
            options,
            customers,
            index: KeyIndex::default(),
            indexed: 0,
        }
    }

    /// The next rows; `true` while there are more.
    pub fn step(&mut self) -> bool {
        let sides = self.sides.clone();
        let rest = |all: usize, done: usize| done..all.min(done + STEP_ROWS);
        if self.indexed < sides.right.len() {
            let items = rest(sides.right.len(), self.indexed);
            self.indexed = items.end;
            stretches::each(&sides.right[items], |item| self.index.add(item));
            if self.indexed == sides.right.len() {
                self.index.close();
            }
            return true;
        }
        // What else the texts hold is read again for the few that need it: kept for all it would be as
        // large as the file.
        let receipts = rest(sides.left.len(), self.mentions.len());
        stretches::each(&sides.left[receipts], |item| {
            let (named, count) = whole(item, &self.index);
            self.mentions.push(named);
            self.counts.push(count);
        });
        self.mentions.len() < sides.left.len()
    }

    /// Rows done, and of how many.
    pub fn progress(&self) -> (usize, usize) {
        let all = self.sides.left.len() + self.sides.right.len();
        (self.indexed + self.mentions.len(), all.max(1))
    }

    /// The case, when there are no more rows.
    pub fn finish(self, rulings: &Rulings) -> Case {
        Case::of(self, rulings)
    }
}
