//! Cash application: receipts from payments and bank lines against open items, and the tie of what
//! came in with what it was applied to. Reads tables; how matches are found is `matching`'s.

mod application;
mod beside;
mod by_hand;
mod by_values;
mod caps;
mod given_up;
mod keyed;
mod position;
mod posting;
mod reference_columns;
mod refunds;
mod returns;
mod settled;
mod sides;

use std::sync::Arc;

use super::tie::Tie;
use crate::base::{Currency, Date, Decimal, Money};
use crate::matching::{
    self, Decision, Difference, Gathering, Match, Options, Outcome, Rulings, Run, Tolerance, Usual,
};
use crate::model::{Book, Policy};
use crate::table::{Kind, Table};

pub use application::{of_match, pairing, refusal, rows_named, seen, taken_back};
pub use by_hand::{Plan, Together, plan};
pub use caps::{HELD_BACK, hold_back};
pub use given_up::{ALIKE_MIN, GivenUp, given_up};
pub use position::{Position, positions, received_applied};
pub use posting::{Line as PostingLine, Posting, Role, postings};
pub use refunds::{Answer, RefundTests, Unapplied, unapplied};
pub use returns::{Reopened, Returns, reopened};
pub use settled::Found;
pub use sides::{open_amount, sides};

/// A run over some tables with the ties that it must hold.
#[derive(Clone, Debug, Default)]
pub struct Cash {
    pub outcome: Outcome,
    pub ties: Vec<Tie>,
    /// What people had decided before.
    pub rulings: Rulings,
}

/// Applies the receipts of the left tables to the open items of the right ones.
pub fn apply(
    left: &[Arc<Table>],
    right: &[Arc<Table>],
    as_of: Option<Date>,
    options: Options,
) -> Cash {
    let rulings = Rulings::default();
    let outcome = matching::run(sides(left, right, as_of), options, &rulings);
    Cash::of(outcome, rulings)
}

/// Whether there is anything to match.
pub fn can_run(book: &Book) -> bool {
    (book.has(Kind::Payments) || book.has(Kind::BankLines)) && book.has(Kind::Invoices)
}

/// The house's choices, as its policy states them. A currency that is none is passed over.
pub fn options(policy: &Policy) -> Options {
    let mut options = Options::default();
    let stated = policy.receipt_tolerances.iter();
    options.tolerances.by_currency = stated
        .filter_map(|(code, own)| {
            let currency = Currency::parse(code)?;
            Some((currency, Tolerance::from_units(*own, currency)))
        })
        .collect();
    options.tolerances.by_customer = policy.client_receipt_tolerances.clone();
    options.usual = usual(policy);
    options
}

fn usual(policy: &Policy) -> Usual {
    let bp = |shares: &[Decimal]| {
        let bp = shares.iter().filter_map(|share| share.checked_mul(Decimal::from(10_000)));
        bp.filter_map(|bp| i64::try_from(bp.round()).ok()).collect()
    };
    Usual {
        withheld_bp: bp(&policy.withheld_shares),
        discounts_bp: bp(&policy.discount_shares),
        fees: policy.bank_fees.clone(),
        grace_days: policy.discount_grace_days,
    }
}

/// A run over everything that is loaded. Of the run before, what was known of the same tables is
/// taken over: a decision must not cost a second look at every text.
pub fn begin(book: &Book, policy: &Policy, rulings: &Rulings, same: Option<&Cash>) -> Begun {
    let options = options(policy);
    let known = same.and_then(|before| {
        let case = before.outcome.case.as_ref()?;
        let same = case.options == options && case.knows_payers_of(&before.rulings, rulings);
        same.then(|| case.clone())
    });
    match known {
        Some(case) => Begun::Known(Box::new(Run::begin(case, rulings.clone()))),
        None => {
            let sides = sides(book.tables(), book.tables(), policy.as_of);
            Begun::Gathering(Box::new(Gathering::begin(sides, options)))
        }
    }
}

/// What there is to do first.
#[derive(Debug)]
pub enum Begun {
    Known(Box<Run>),
    Gathering(Box<Gathering>),
}

impl Cash {
    pub fn of(outcome: Outcome, rulings: Rulings) -> Cash {
        let ties = ties(&outcome);
        Cash { outcome, ties, rulings }
    }
}

/// Receipts = applied + suggested + unapplied, and open items the same, per currency. Both are
/// counted from the items and from the allocations, apart.
fn ties(outcome: &Outcome) -> Vec<Tie> {
    let mut currencies: Vec<Currency> = Vec::new();
    let items = outcome.sides.left.iter().chain(&outcome.sides.right);
    currencies.extend(items.map(|item| item.currency));
    currencies.sort_unstable();
    currencies.dedup();
    currencies.into_iter().flat_map(|currency| ties_in(outcome, currency)).collect()
}

/// What matches did to one side in one currency.
#[derive(Default)]
struct Done {
    applied: i64,
    suggested: i64,
    differences: i64,
}

fn ties_in(outcome: &Outcome, currency: Currency) -> [Tie; 2] {
    let (mut receipts, mut items) = (Done::default(), Done::default());
    for found in &outcome.matches {
        if found.code == Some(Difference::Exchange) {
            exchanged(outcome, found, currency, &mut receipts, &mut items);
            continue;
        }
        let first = found.left.first().map(|&at| outcome.sides.left[at as usize].currency);
        if first != Some(currency) {
            continue;
        }
        let applied: i64 = found
            .allocations
            .iter()
            .map(|a| a.amount * outcome.sides.left[a.left as usize].amount.signum())
            .sum();
        for side in [&mut receipts, &mut items] {
            match found.decision {
                Decision::Confirmed | Decision::Auto => side.applied += applied,
                Decision::Suggested | Decision::Ambiguous => side.suggested += applied,
            }
        }
        receipts.differences += found.closed_left;
        items.differences += found.closed_right;
    }
    let total = |side: &[matching::Item]| -> i64 {
        side.iter().filter(|item| item.currency == currency).map(|item| item.amount).sum()
    };
    let rest = |side: &[matching::Item], rest: &[i64]| -> i64 {
        side.iter().zip(rest).filter(|(item, _)| item.currency == currency).map(|(_, r)| r).sum()
    };
    let sides = &outcome.sides;
    [
        tie(
            "tie-receipts",
            currency,
            total(&sides.left),
            rest(&sides.left, &outcome.rest_left),
            &receipts,
        ),
        tie(
            "tie-open-items",
            currency,
            total(&sides.right),
            rest(&sides.right, &outcome.rest_right),
            &items,
        ),
    ]
}

/// A match of two currencies closes each side in its own.
fn exchanged(
    outcome: &Outcome,
    found: &Match,
    currency: Currency,
    receipts: &mut Done,
    items: &mut Done,
) {
    let of = |at: Option<&u32>, side: &[matching::Item]| at.map(|&at| side[at as usize].currency);
    let sides = &outcome.sides;
    let both = [
        (receipts, found.closed_left, of(found.left.first(), &sides.left)),
        (items, found.closed_right, of(found.right.first(), &sides.right)),
    ];
    for (done, closed, own) in both {
        match found.decision {
            _ if own != Some(currency) => {}
            Decision::Confirmed | Decision::Auto => done.applied += closed,
            Decision::Suggested | Decision::Ambiguous => done.suggested += closed,
        }
    }
}

fn tie(name: &str, currency: Currency, whole: i64, rest: i64, done: &Done) -> Tie {
    let money = |minor| Money::new(minor, currency);
    let explained = done.applied + done.suggested + done.differences;
    Tie {
        name: name.to_owned(),
        currency,
        left: money(whole),
        right: money(rest),
        difference: money(whole - rest),
        explained: vec![
            ("tie-applied".to_owned(), money(done.applied)),
            ("tie-suggested".to_owned(), money(done.suggested)),
            ("tie-differences".to_owned(), money(done.differences)),
        ],
        unexplained: money(whole - rest - explained),
    }
}
