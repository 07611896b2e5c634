//! Cash application: receipts from payments and bank lines against open items, and the tie of what
//! came in with what it was applied to. Reads tables; how matches are found is `matching`'s.

mod application;
mod beside;
mod by_hand;
mod by_values;
mod caps;
mod given_up;
mod keyed;
pub mod learned;
mod occurrences;
mod position;
mod posting;
mod reference_columns;
mod refunds;
mod returns;
mod settled;
mod sides;

use std::cell::OnceCell;
use std::rc::Rc;
use std::sync::Arc;

use super::tie::Tie;
use crate::base::turns::{self, Pace, Work};
use crate::base::{Currency, Date, Decimal, Money};
use crate::matching::{
    self, Case, Decision, Difference, Item, Match, Options, Outcome, PARTS, Part, Rulings,
    Tolerance, Usual,
};
use crate::model::{Book, Policy};
use crate::table::{Kind, Table};

pub use application::{of_match, pairing, refusal, rows_named, seen, taken_back};
pub use by_hand::{Plan, Together, plan};
pub use caps::{HELD_BACK, hold_back};
pub use given_up::{ALIKE_MIN, GivenUp, given_up};
pub use position::{Position, positions, received_applied};
pub use posting::{Line as PostingLine, Posting, Role, postings};
pub use refunds::{Answer, RefundTests, Unapplied, to_do, unapplied};
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
    /// Matching was not done when something else was decided: nothing was found so far.
    pub unfinished: bool,
}

/// Applies the receipts of the left tables to the open items of the right ones.
pub fn apply(
    left: &[Arc<Table>],
    right: &[Arc<Table>],
    as_of: Option<Date>,
    options: Options,
) -> Cash {
    let (rulings, pace) = (Rulings::default(), Pace::at_once());
    turns::at_once(async {
        let sides = sides(left, right, as_of, &rulings.lines, &pace).await;
        Cash::of(matching::run(sides, options, &rulings), rulings, &pace).await
    })
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

/// Matching under way, in turns.
#[derive(Debug)]
pub struct Matching {
    work: Work<Cash>,
    rulings: Rulings,
    /// What was gathered before the passes began.
    case: Rc<OnceCell<Arc<Case>>>,
}

/// A run over everything that is loaded; where matching is left off, only of what people confirmed. Of
/// the run before, what was known of the same tables is taken over: a decision must not cost a second
/// look at every text.
pub fn begin(
    book: &Arc<Book>,
    policy: &Policy,
    rulings: &Rulings,
    left_off: bool,
    same: Option<&Cash>,
) -> Matching {
    let options = options(policy);
    let known = same.and_then(|before| {
        let case = before.outcome.case.as_ref()?;
        let looked = left_off || !before.outcome.left_off;
        let lines = before.rulings.lines == rulings.lines;
        let payers = case.knows_payers_of(&before.rulings, rulings);
        let same = case.options == options && lines && payers;
        (looked && same).then(|| case.clone())
    });
    let (pace, gathered) = (Pace::default(), Rc::new(OnceCell::new()));
    let (book, policy, own) = (book.clone(), policy.clone(), rulings.clone());
    let (keep, turns) = (gathered.clone(), pace.clone());
    let work = Work::new(pace, async move {
        let case = match known {
            Some(case) => case,
            None => {
                let (tables, lines) = (book.tables(), &own.lines);
                let sides = sides(tables, tables, policy.as_of, lines, &turns).await;
                Arc::new(match left_off {
                    true => Case::bare(sides, options, &turns).await,
                    false => Case::gather(sides, options, &own, &turns).await,
                })
            }
        };
        let mut outcome = if left_off {
            matching::confirmed_only(case, &own, &turns).await
        } else {
            let _ = keep.set(case.clone());
            matching::run_passes(case, &own, &turns).await
        };
        hold_back(&mut outcome, &policy, &turns).await;
        Cash::of(outcome, own, &turns).await
    });
    Matching { work, rulings: rulings.clone(), case: gathered }
}

impl Matching {
    /// One turn; what was found, when that was the last.
    pub fn step(&mut self) -> Option<Cash> {
        self.work.step()
    }

    /// What is under way, how much of it is done, and of how much.
    pub fn progress(&self) -> (Part, usize, usize) {
        let (part, done, of) = self.work.progress();
        (PARTS[part], done, of)
    }

    /// Nothing found, and what was gathered for it so far, for the next run.
    pub fn unfinished(&self) -> Cash {
        let case = self.case.get().cloned();
        let outcome = Outcome::of_none(case);
        Cash { outcome, rulings: self.rulings.clone(), unfinished: true, ..Cash::default() }
    }
}

impl Cash {
    pub async fn of(outcome: Outcome, rulings: Rulings, pace: &Pace) -> Cash {
        let ties = ties(&outcome, pace).await;
        Cash { outcome, ties, rulings, unfinished: false }
    }
}

/// Receipts = applied + suggested + unapplied, and open items the same, per currency. Both are
/// counted from the items and from the allocations, apart.
async fn ties(outcome: &Outcome, pace: &Pace) -> Vec<Tie> {
    let mut currencies: Vec<Currency> = Vec::new();
    let items = outcome.sides.left.iter().chain(&outcome.sides.right);
    pace.each(items, |item| {
        if !currencies.contains(&item.currency) {
            currencies.push(item.currency);
        }
    })
    .await;
    currencies.sort_unstable();
    let mut ties = Vec::new();
    for currency in currencies {
        ties.extend(ties_in(outcome, currency, pace).await);
    }
    ties
}

/// What matches did to one side in one currency.
#[derive(Default)]
struct Done {
    applied: i64,
    suggested: i64,
    differences: i64,
}

async fn ties_in(outcome: &Outcome, currency: Currency, pace: &Pace) -> [Tie; 2] {
    let (mut receipts, mut items) = (Done::default(), Done::default());
    for found in &outcome.matches {
        pace.row().await;
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
    let sides = &outcome.sides;
    let (left, left_rest) = sums(&sides.left, &outcome.rest_left, currency, pace).await;
    let (right, right_rest) = sums(&sides.right, &outcome.rest_right, currency, pace).await;
    [
        tie("tie-receipts", currency, left, left_rest, &receipts),
        tie("tie-open-items", currency, right, right_rest, &items),
    ]
}

/// A side in one currency: all of it, and what is left.
async fn sums(side: &[Item], rest: &[i64], currency: Currency, pace: &Pace) -> (i64, i64) {
    let (mut whole, mut left) = (0, 0);
    pace.each(side.iter().zip(rest), |(item, rest)| {
        if item.currency == currency {
            whole += item.amount;
            left += rest;
        }
    })
    .await;
    (whole, left)
}

/// A match of two currencies closes each side in its own.
fn exchanged(
    outcome: &Outcome,
    found: &Match,
    currency: Currency,
    receipts: &mut Done,
    items: &mut Done,
) {
    let of = |at: Option<&u32>, side: &[Item]| at.map(|&at| side[at as usize].currency);
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
