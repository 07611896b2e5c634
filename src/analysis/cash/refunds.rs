//! Money that came in and is applied to nothing, or is more than was owed: whether it is to be given
//! back. Three tests of each such receipt: was the same paid before, was it meant for another company,
//! was it refunded already.
//!
//! Invariant: a test that found nothing to look at says so; it did not pass.

use std::collections::BTreeMap;

use super::settled::{Found, named};
use crate::base::{Money, QuickMap, QuickSet};
use crate::matching::{Case, Decision, Item, Match, Outcome, payer_text};
use crate::model::Book;

#[derive(Clone, PartialEq, Debug)]
pub struct Unapplied {
    /// Position among the receipts of the run.
    pub left: u32,
    pub rest: Money,
    /// A receipt of the same payer that paid the same, or the invoice that is settled already.
    pub paid_before: Answer,
    /// The open item of another company that it names.
    pub other_company: Answer,
    /// The payment that gave it back.
    pub refunded: Answer,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Answer {
    No,
    /// The row that says so, by its number where it has one.
    Yes(Found),
    /// Word key of what there was none of.
    NotTested(&'static str),
}

/// Receipts that name nothing and are equal are one payment made twice only if they come within so
/// many days: rents and instalments are equal by nature.
const QUIET_DAYS_MAX: i64 = 7;

/// The verdict where no test found anything.
const STAYS: &str = "refund-none";

impl Unapplied {
    /// What is to be done with it: the key of a word.
    pub fn verdict(&self) -> &'static str {
        let yes = |answer: &Answer| matches!(answer, Answer::Yes(_));
        if yes(&self.refunded) {
            "refund-done"
        } else if yes(&self.paid_before) {
            "refund-paid-twice"
        } else if yes(&self.other_company) {
            "refund-other-company"
        } else {
            STAYS
        }
    }

    pub fn is_candidate(&self) -> bool {
        matches!(self.verdict(), "refund-paid-twice" | "refund-other-company")
    }
}

/// What to do about a receipt that no match took, as a word key: as its tests say, else what to ask.
pub fn to_do(ask: &'static str, reopens: bool, tested: Option<&Unapplied>) -> &'static str {
    if reopens {
        return "return-to-do";
    }
    let verdict = tested.map(Unapplied::verdict);
    verdict.filter(|verdict| *verdict != STAYS).unwrap_or(ask)
}

/// Every receipt of which something is left when all matches are taken.
pub fn unapplied(outcome: &Outcome, book: &Book) -> Vec<Unapplied> {
    let tests = RefundTests::of(outcome, book);
    (0..outcome.rest_left.len() as u32).filter_map(|left| tests.of_receipt(left)).collect()
}

/// What the tests look things up in, made once for many receipts.
pub struct RefundTests<'r> {
    outcome: &'r Outcome,
    book: &'r Book,
    case: Option<&'r Case>,
    /// Receipts of one payer and amount, where something is left of one with that amount.
    alike: QuickMap<(String, i64), Vec<u32>>,
    match_of: BTreeMap<u32, &'r Match>,
    has_entities: bool,
    pays_out: bool,
}

impl<'r> RefundTests<'r> {
    pub fn of(outcome: &'r Outcome, book: &'r Book) -> RefundTests<'r> {
        let case = outcome.case.as_deref();
        let sides = &outcome.sides;
        let left_over = sides.left.iter().zip(&outcome.rest_left).filter(|(_, rest)| **rest > 0);
        let wanted: QuickSet<i64> =
            left_over.flat_map(|(item, rest)| [item.amount, *rest]).collect();
        let mut alike: QuickMap<(String, i64), Vec<u32>> = QuickMap::default();
        let fitting = sides.left.iter().enumerate();
        for (at, item) in fitting.filter(|(_, item)| wanted.contains(&item.amount.abs())) {
            if let Some(payer) = case.and_then(|case| payer(case, at as u32, item)) {
                alike.entry((payer, item.amount)).or_default().push(at as u32);
            }
        }
        let mut match_of = BTreeMap::new();
        for found in outcome.matches.iter().filter(|_| !wanted.is_empty()) {
            found.left.iter().for_each(|&left| {
                match_of.entry(left).or_insert(found);
            });
        }
        let has_entity = |item: &Item| item.entity.is_some();
        let has_entities = sides.left.iter().any(has_entity) && sides.right.iter().any(has_entity);
        let pays_out = sides.left.iter().any(|item| item.amount < 0);
        RefundTests { outcome, book, case, alike, match_of, has_entities, pays_out }
    }

    /// `None` where nothing is left of the receipt.
    pub fn of_receipt(&self, left: u32) -> Option<Unapplied> {
        let case = self.case?;
        let rest = *self.outcome.rest_left.get(left as usize).filter(|rest| **rest > 0)?;
        let item = &self.outcome.sides.left[left as usize];
        Some(Unapplied {
            left,
            rest: Money::new(rest, item.currency),
            paid_before: self.paid_before(case, left, item),
            other_company: self.other_company(case, left),
            refunded: self.refunded(case, left, item),
        })
    }

    /// Another receipt of the payer, of the same amount, took the items that this one names; or it
    /// names an invoice on which nothing is open any more.
    fn paid_before(&self, case: &Case, left: u32, item: &Item) -> Answer {
        if let Some(found) = named(self.outcome, self.book, left, item.money()) {
            return Answer::Yes(found);
        }
        let Some(payer) = payer(case, left, item) else {
            return Answer::NotTested("refund-no-payer");
        };
        let own = self.match_of.get(&left);
        let alike = self.alike.get(&(payer, item.amount)).map_or(&[][..], Vec::as_slice);
        let twin = alike.iter().find(|&&other| {
            let of_other = self.match_of.get(&other);
            let one_match = own.zip(of_other).is_some_and(|(a, b)| std::ptr::eq(*a, *b));
            other != left
                && !one_match
                && self.outcome.sides.left[other as usize].currency == item.currency
                && of_other.is_some_and(|found| self.paid_the_same(case, left, other, found))
        });
        twin.map_or(Answer::No, |&other| {
            Answer::Yes(Found::of_item(&self.outcome.sides.left[other as usize]))
        })
    }

    fn paid_the_same(&self, case: &Case, left: u32, other: u32, found: &Match) -> bool {
        let named = &case.named[left as usize];
        if !named.is_empty() {
            return named.iter().any(|item| found.right.contains(item));
        }
        let lefts = &self.outcome.sides.left;
        let dates = lefts[left as usize].date.zip(lefts[other as usize].date);
        let near = dates.is_some_and(|(a, b)| (b - a).num_days().abs() <= QUIET_DAYS_MAX);
        near && case.named[other as usize].is_empty() && found.decision != Decision::Ambiguous
    }

    fn other_company(&self, case: &Case, left: u32) -> Answer {
        if !self.has_entities {
            return Answer::NotTested("refund-no-entities");
        }
        let named = case.named[left as usize].iter();
        let mut strange = named.filter(|&&right| !case.same_company(left as usize, right as usize));
        strange.next().map_or(Answer::No, |&right| {
            Answer::Yes(Found::of_item(&self.outcome.sides.right[right as usize]))
        })
    }

    /// The same amount, or what is left of it, went back to the payer later.
    fn refunded(&self, case: &Case, left: u32, item: &Item) -> Answer {
        if !self.pays_out {
            return Answer::NotTested("refund-no-payments-out");
        }
        let Some(payer) = payer(case, left, item) else {
            return Answer::NotTested("refund-no-payer");
        };
        let lefts = &self.outcome.sides.left;
        let amounts = [item.amount, self.outcome.rest_left[left as usize]];
        let back = amounts.into_iter().flat_map(|amount| {
            self.alike.get(&(payer.clone(), -amount)).map_or(&[][..], Vec::as_slice)
        });
        let mut back = back.filter(|&&other| {
            let other = &lefts[other as usize];
            let later = item.date.zip(other.date).is_none_or(|(came, went)| went >= came);
            later && other.currency == item.currency
        });
        back.next().map_or(Answer::No, |&other| Answer::Yes(Found::of_item(&lefts[other as usize])))
    }
}

/// The customer where it is known, else what the receipt says of who paid.
fn payer(case: &Case, left: u32, item: &Item) -> Option<String> {
    let customer = case.payers[left as usize];
    let customer = customer.map(|payer| case.customers.all[payer.customer as usize].key.clone());
    customer.or_else(|| payer_text(item))
}
