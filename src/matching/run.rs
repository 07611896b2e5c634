//! The run: what people confirmed, then passes in order over what is still open, until nothing more
//! comes of it; then what is left, with what was looked at.

use std::sync::Arc;

use super::case::{Case, Options, read};
use super::decided::{Decision, Match, Research};
use super::evidence::{Fact, Speaks};
use super::item::Sides;
use super::passes::{PASSES, Pass, finding};
use super::payer::payer_text;
use super::pool::{LeftTo, Pool};
use super::rulings::{Rulings, Side};
use super::solve::{facts, pairs};
use crate::base::Money;

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
    /// What the passes knew, for questions afterwards. None before the first run.
    pub case: Option<Arc<Case>>,
}

/// Rounds after which a run stops whatever it may still find; three have been the most.
const ROUNDS_MAX: usize = 8;
const NEAREST: usize = 3;

/// What a run is at.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Phase {
    /// What is certain first: a suggestion must not stand in the way of a proof.
    Certain,
    All,
    Contested,
    Done,
}

/// A run in steps of one pass, so that whoever drives it stays interruptible.
#[derive(Debug)]
pub struct Run {
    case: Arc<Case>,
    rulings: Rulings,
    pool: Pool,
    phase: Phase,
    round: usize,
    pass: usize,
    /// Matches when the round began.
    before: usize,
}

impl Outcome {
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
    let case = Arc::new(Case::build(sides, options, rulings));
    let mut run = Run::begin(case, rulings.clone());
    while run.step() {}
    run.finish()
}

impl Run {
    pub fn begin(case: Arc<Case>, rulings: Rulings) -> Run {
        let pool = Pool::new(&case, &rulings);
        let before = pool.matches.len();
        Run { case, rulings, pool, phase: Phase::Certain, round: 0, pass: 0, before }
    }

    /// One pass; `true` while there is more to do.
    pub fn step(&mut self) -> bool {
        let passes = match self.phase {
            Phase::Certain => certain(),
            Phase::All => finding(),
            Phase::Contested => PASSES.to_vec(),
            Phase::Done => return false,
        };
        if let Some(pass) = passes.get(self.pass) {
            self.propose(pass);
            self.pass += 1;
        }
        if self.pass >= passes.len() {
            self.next_round();
        }
        self.phase != Phase::Done
    }

    /// Passes done, and of how many when each round is the last.
    pub fn progress(&self) -> (usize, usize) {
        let of = certain().len() + 2 * PASSES.len();
        let before = match self.phase {
            Phase::Certain => 0,
            Phase::All => certain().len(),
            Phase::Contested => certain().len() + PASSES.len(),
            Phase::Done => of,
        };
        ((before + self.pass).min(of), of)
    }

    pub fn finish(self) -> Outcome {
        outcome(self.case, self.pool, &self.rulings)
    }

    fn propose(&mut self, pass: &Pass) {
        self.pool.sweep();
        let proposals = (pass.propose)(&self.case, &mut self.pool);
        let mut proposals = self.pool.admit(&self.case, pass.code, proposals);
        match self.phase {
            Phase::Certain => {
                proposals.retain(|proposal| proposal.decision == Decision::Auto);
                self.pool.settle(&self.case, pass.code, proposals);
            }
            Phase::All => self.pool.settle(&self.case, pass.code, proposals),
            Phase::Contested => self.pool.show_contested(&self.case, pass.code, proposals),
            Phase::Done => {}
        }
    }

    fn next_round(&mut self) {
        let found = self.pool.matches.len() > self.before;
        let again = self.phase != Phase::Contested && found && self.round + 1 < ROUNDS_MAX;
        if again {
            self.round += 1;
        } else {
            self.round = 0;
            self.phase = match self.phase {
                Phase::Certain => Phase::All,
                Phase::All => Phase::Contested,
                Phase::Contested | Phase::Done => Phase::Done,
            };
        }
        self.pass = 0;
        self.before = self.pool.matches.len();
    }
}

fn certain() -> Vec<&'static Pass> {
    PASSES.iter().copied().filter(|pass| pass.most == Decision::Auto).collect()
}

fn outcome(case: Arc<Case>, mut pool: Pool, rulings: &Rulings) -> Outcome {
    for found in &mut pool.matches {
        if is_trusted(&case, found, rulings) {
            found.decision = Decision::Auto;
        }
    }
    let mut in_left = vec![false; case.sides.left.len()];
    let mut in_right = vec![false; case.sides.right.len()];
    for found in &pool.matches {
        found.left.iter().for_each(|&at| in_left[at as usize] = true);
        found.right.iter().for_each(|&at| in_right[at as usize] = true);
    }
    let lefts = (0..case.sides.left.len() as u32).filter(|&at| !in_left[at as usize]);
    let research = lefts.map(|left| research(&case, &pool, left)).collect();
    let rights = 0..case.sides.right.len() as u32;
    Outcome {
        sides: case.sides.clone(),
        research,
        unmatched: rights.filter(|&at| !in_right[at as usize]).collect(),
        rest_left: pool.open_left,
        rest_right: pool.open_right,
        matches: pool.matches,
        left_to: pool.left_to,
        lost: pool.lost,
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
