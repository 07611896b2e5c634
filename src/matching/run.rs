//! The run: what people confirmed, then passes in order over what is still open, until nothing more
//! comes of it; then what is left, with what was looked at.

use std::sync::Arc;

use super::case::{Case, Options, read};
use super::decided::{Decision, Match, Research};
use super::evidence::{Fact, Speaks};
use super::item::Sides;
use super::passes::{PASSES, Pass, finding};
use super::payer::payer_text;
use super::pool::{LeftTo, Pool, READ};
use super::rulings::{Rulings, Side};
use super::solve::{facts, pairs};
use crate::base::Money;
use crate::base::turns::{self, Pace};

#[derive(Clone, Debug, Default)]
pub struct Outcome {
    /// In the order in which the run looked at them; matches point into it.
    pub sides: Arc<Sides>,
    pub matches: Vec<Match>,
    /// Receipts without a match.
    pub research: Vec<Research>,
    /// Open items without a match.
    pub unmatched: Vec<u32>,
    /// What is still open of each receipt and item when every match is taken.
    pub rest_left: Vec<i64>,
    pub rest_right: Vec<i64>,
    /// Of rows in several matches: what each but the first found of them.
    left_to: LeftTo,
    /// Confirmed applications whose rows are not there as they were: places in the rulings.
    pub lost: Vec<u32>,
    /// No pass ran: what no person confirmed is not matched yet, and nothing is said of it.
    pub left_off: bool,
    /// What the passes knew, for questions afterwards. None before the first run.
    pub case: Option<Arc<Case>>,
}

/// Rounds after which a run stops whatever it may still find; three have been the most.
const ROUNDS_MAX: usize = 8;
const NEAREST: usize = 3;

/// What is under way, in order: the part of a [`Pace`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Part {
    /// Tables become the two sides.
    Laying,
    Ordering,
    /// Receipts are read for what they name.
    Gathering,
    /// Who paid, and what was named and disturbed on the way.
    Comparing,
    /// Passes run.
    Matching,
    /// What is left is listed, with what was looked at.
    Listing,
}

pub const PARTS: [Part; 6] =
    [Part::Laying, Part::Ordering, Part::Gathering, Part::Comparing, Part::Matching, Part::Listing];

/// What a round takes of what passes propose.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Phase {
    /// What is certain first: a suggestion must not stand in the way of a proof.
    Certain,
    All,
    Contested,
}

/// Measure of one pass in the progress of all.
const PASS: u64 = 1_000;

impl Outcome {
    /// Before any pass ran over a case.
    pub fn of_none(case: Option<Arc<Case>>) -> Outcome {
        Outcome { case, ..Outcome::default() }
    }

    /// What speaks for a match and against it: what its rows say of each other, then what its pass
    /// says.
    pub fn facts(&self, found: &Match) -> Vec<Fact> {
        let case = self.case.as_ref();
        let named = case.map_or_else(Vec::new, |case| facts(case, &found.left, &found.right));
        named.into_iter().chain(found.facts.iter().cloned()).collect()
    }

    /// What a match speaks for of one of its rows: what it found of it, less what a later match
    /// took up. The parts of a row add up to it.
    pub fn part(&self, side: Side, at: u32, found: u32) -> Money {
        let items = if side == Side::Receipt { &self.sides.left } else { &self.sides.right };
        let item = &items[at as usize];
        let left_to = self.left_to.get(&(side, at)).map_or(&[][..], Vec::as_slice);
        let own = left_to.iter().find(|(of, _)| *of == found).map_or(item.amount, |one| one.1);
        let later = left_to.iter().find(|(of, _)| *of > found).map_or(0, |one| one.1);
        Money::new(own - later, item.currency)
    }
}

pub fn run(sides: Sides, options: Options, rulings: &Rulings) -> Outcome {
    let pace = Pace::at_once();
    turns::at_once(async {
        let case = Arc::new(Case::gather(sides, options, rulings, &pace).await);
        run_passes(case, rulings, &pace).await
    })
}

/// What people confirmed, then every pass, in turns.
pub async fn run_passes(case: Arc<Case>, rulings: &Rulings, pace: &Pace) -> Outcome {
    pace.begin(Part::Matching as usize, (certain().len() + 2 * PASSES.len()) * PASS as usize);
    let mut pool = Pool::new(&case, rulings, pace).await;
    let mut done = 0;
    for (phase, passes) in
        [(Phase::Certain, certain()), (Phase::All, finding()), (Phase::Contested, PASSES.to_vec())]
    {
        for _ in 0..ROUNDS_MAX {
            let before = pool.matches.len();
            for (pass, at) in passes.iter().zip(done..) {
                pool.sweep().await;
                pace.stretch(at * PASS, (at + 1) * PASS, pool.rows());
                propose(&case, &mut pool, pass, phase).await;
            }
            if phase == Phase::Contested || pool.matches.len() == before {
                break;
            }
        }
        done += passes.len() as u64;
    }
    outcome(case, pool, rulings, true).await
}

/// What people confirmed and nothing else: matching was left off, and says so.
pub async fn confirmed_only(case: Arc<Case>, rulings: &Rulings, pace: &Pace) -> Outcome {
    pace.begin(Part::Matching as usize, rulings.applications.len());
    let pool = Pool::new(&case, rulings, pace).await;
    outcome(case, pool, rulings, false).await
}

async fn propose(case: &Case, pool: &mut Pool, pass: &Pass, phase: Phase) {
    let proposals = (pass.propose)(case, pool).await;
    let mut proposals = pool.admit(case, pass.code, proposals).await;
    match phase {
        Phase::Certain => {
            proposals.retain(|proposal| proposal.decision == Decision::Auto);
            pool.settle(case, pass.code, proposals).await;
        }
        Phase::All => pool.settle(case, pass.code, proposals).await,
        Phase::Contested => pool.show_contested(case, pass.code, proposals).await,
    }
}

fn certain() -> Vec<&'static Pass> {
    PASSES.iter().copied().filter(|pass| pass.most == Decision::Auto).collect()
}

async fn outcome(case: Arc<Case>, mut pool: Pool, rulings: &Rulings, ran: bool) -> Outcome {
    let pace = pool.pace.clone();
    let (lefts, rights) = (case.sides.left.len(), case.sides.right.len());
    pace.begin(Part::Listing as usize, 2 * pool.matches.len() + lefts + rights);
    let found = pool.matches.iter_mut().filter(|_| ran);
    pace.each(found, |found| {
        if is_trusted(&case, found, rulings) {
            found.decision = Decision::Auto;
        }
    })
    .await;
    let (mut in_left, mut in_right) = (vec![false; lefts], vec![false; rights]);
    pace.each(&pool.matches, |found| {
        found.left.iter().for_each(|&at| in_left[at as usize] = true);
        found.right.iter().for_each(|&at| in_right[at as usize] = true);
    })
    .await;
    let mut left_open = Vec::new();
    for left in (0..lefts as u32).filter(|&at| !in_left[at as usize]) {
        pace.row().await;
        pace.spend(if ran { READ } else { 0 });
        left_open.push(if ran { research(&case, &pool, left) } else { Research::unread(left) });
    }
    let mut unmatched = Vec::new();
    let not_in = |at: &u32| !in_right[*at as usize];
    pace.each((0..rights as u32).filter(not_in), |at| unmatched.push(at)).await;
    Outcome {
        sides: case.sides.clone(),
        research: left_open,
        unmatched,
        rest_left: pool.open_left,
        rest_right: pool.open_right,
        matches: pool.matches,
        left_to: pool.left_to,
        lost: pool.lost,
        left_off: !ran,
        case: Some(case),
    }
}

/// A suggestion against which nothing speaks, of a pass that people confirmed for this payer.
fn is_trusted(case: &Case, found: &Match, rulings: &Rulings) -> bool {
    let plain = found.decision == Decision::Suggested
        && found.other.is_none()
        && found.code.is_none()
        && found.facts.iter().all(|fact| fact.speaks == Speaks::For);
    let vetoed = || {
        pairs(&found.left, &found.right).any(|(l, r)| case.vetoed(l as usize, r as usize).is_some())
    };
    plain
        && !vetoed()
        && found.left.iter().all(|&at| {
            let certain = case.payers[at as usize].is_some_and(|payer| payer.certain);
            let payer = payer_text(&case.sides.left[at as usize]);
            certain && payer.is_some_and(|payer| rulings.is_trusted(&payer, found.pass))
        })
}

/// What was searched, what is nearest, and what to ask.
fn research(case: &Case, pool: &Pool, left: u32) -> Research {
    let customer = case.payers[left as usize].map(|payer| payer.customer);
    pool.scan(customer.map_or(0, |customer| 4 * pool.items_of(customer).len()));
    let own = customer.and_then(|customer| case.items_of.get(&customer));
    let amount = i128::from(pool.left(left));
    let mut open: Vec<u32> = match own {
        Some(items) => items.iter().copied().filter(|&at| pool.right(at) != 0).collect(),
        None => Vec::new(),
    };
    open.retain(|&at| case.compatible(left as usize, at as usize));
    open.sort_by_key(|&at| ((i128::from(pool.right(at)) - amount).abs(), at));
    open.truncate(NEAREST);
    let candidates = read(&case.sides.left[left as usize]).candidates.into_iter();
    let searched = candidates.filter(|c| !c.masked).map(|c| c.text).collect();
    let quiet = case.mentions[left as usize].is_empty() && case.named[left as usize].is_empty();
    let ask = match (customer, quiet) {
        (None, _) if case.sides.right.is_empty() && case.sides.unread.1 > 0 => "ask-no-items",
        (None, _) => "ask-who-paid",
        (Some(_), true) if pool.unfinished.contains(&left) => "ask-search-unfinished",
        (Some(_), true) => "ask-which-items",
        (Some(_), false) => "ask-about-reference",
    };
    Research { left, customer, searched, nearest: open, ask }
}
