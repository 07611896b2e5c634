//! Rulings brought to the rows of a run: what was refused, who lost trust, and the confirmed matches
//! that stand before any pass looks.
//!
//! Invariant: a confirmed match is applied as it was confirmed or not at all. When a row of it is
//! gone or has less open, the decision is listed as lost, and nothing of it is applied.

use std::collections::{BTreeMap, BTreeSet};

use super::case::Case;
use super::decided::{Allocation, Decision, Match, Offset};
use super::evidence::Fact;
use super::habit::Habit;
use super::identity::Keys;
use super::passes::{PASSES, r60_exchange as exchange};
use super::payer::payer_text;
use super::pool::{Pool, Proposal};
use super::refusals::Turned;
use super::rulings::{Application, Rulings, Side};
use super::solve::pairs;
use super::tolerance::Difference;
use crate::base::turns::Pace;
use crate::words::{Arg, Args};

/// Receipts and items of a proposal, each in order.
pub type Set = (Vec<u32>, Vec<u32>);

/// Code of a match that a person made without a pass.
pub const BY_HAND: &str = "HAND";

#[derive(Debug, Default)]
pub struct Standing {
    pairs: BTreeSet<(u32, u32)>,
    sets: BTreeSet<(Vec<u32>, Vec<u32>)>,
    receipts: BTreeSet<u32>,
    items: BTreeSet<u32>,
    /// Customers whose receipts pay the oldest items first.
    pub oldest_first: BTreeSet<u32>,
    /// Payer's text and pass that must ask again.
    revoked: BTreeSet<(String, String)>,
    /// The same where so many were refused of late that it only suggests, and how many.
    turned: BTreeMap<(String, String), usize>,
    /// What payers keep back for certain, by their texts.
    habits: BTreeMap<String, Vec<Habit>>,
}

impl Standing {
    pub async fn of(case: &Case, rulings: &Rulings, pace: &Pace) -> Standing {
        let mut standing = Standing::default();
        let (lefts, rights) = (Keys(&case.sides.left), Keys(&case.sides.right));
        for pairing in &rulings.refused {
            pace.row().await;
            let receipts = positions(lefts, &pairing.receipts);
            let Some((receipts, items)) = receipts.zip(positions(rights, &pairing.items)) else {
                continue;
            };
            standing.receipts.extend(&receipts);
            standing.items.extend(&items);
            match (receipts.as_slice(), items.as_slice()) {
                (&[receipt], &[item]) => {
                    standing.pairs.insert((receipt, item));
                }
                _ => {
                    standing.sets.insert((sorted(receipts), sorted(items)));
                }
            }
        }
        let chosen = rulings.oldest_first.keys();
        standing.oldest_first = chosen.filter_map(|key| case.customers.position(key)).collect();
        let trust = rulings.trust.iter().filter(|(_, trust)| trust.revoked);
        standing.revoked = trust.map(|(key, _)| key.clone()).collect();
        let turned = rulings.turned(case.sides.day).into_iter().filter(|turned| turned.asks);
        let key = |turned: &Turned| (turned.payer.to_owned(), turned.pass.to_owned());
        standing.turned = turned.map(|turned| (key(&turned), turned.count)).collect();
        for habit in rulings.habits().into_iter().filter(Habit::is_certain) {
            standing.habits.entry(habit.payer.clone()).or_default().push(habit);
        }
        standing
    }

    pub fn habits(&self, payer: &str) -> &[Habit] {
        self.habits.get(payer).map_or(&[], Vec::as_slice)
    }

    pub fn is_refused(&self, left: u32, right: u32) -> bool {
        self.pairs.contains(&(left, right))
    }

    /// What may still be proposed. Where one answer was refused the machine takes no other by
    /// itself: the refusal may mean that none of them is right. With the sets that a rule proposed which must
    /// ask: no weaker rule takes them by machine either.
    pub async fn admit(
        &self,
        case: &Case,
        pool: &Pool,
        pass: &str,
        all: Vec<Proposal>,
    ) -> (Vec<Proposal>, Vec<Set>) {
        if self.receipts.is_empty() && self.revoked.is_empty() && self.turned.is_empty() {
            return (all, Vec::new());
        }
        let mut asks = Vec::new();
        let mut admit = |mut proposal: Proposal| {
            if self.refuses(&proposal.left, &proposal.right) {
                proposal = other_answer(pool, proposal)
                    .filter(|other| !self.refuses(&other.left, &other.right))?;
            }
            if proposal.other.as_ref().is_some_and(|(left, right)| self.refuses(left, right)) {
                proposal.other = None;
                proposal.decision = Decision::Suggested;
            }
            let touched = proposal.left.iter().any(|at| self.receipts.contains(at))
                || proposal.right.iter().any(|at| self.items.contains(at));
            let turned = self.was_turned(case, pass, &proposal.left);
            let doubted = turned.is_some() || self.lost_trust(case, pass, &proposal.left);
            let set = doubted.then(|| set_of(&proposal));
            if touched || doubted || pool.asks(&proposal) {
                proposal.decision = proposal.decision.max(Decision::Suggested);
            }
            if let Some(count) = turned {
                let args = Args::new().with("count", Arg::Count(count as i64));
                proposal.facts.push(Fact::contra("evidence-refused-before", args));
            }
            asks.extend(set);
            Some(proposal)
        };
        let mut admitted = Vec::with_capacity(all.len());
        pool.pace.each(all, |proposal| admitted.extend(admit(proposal))).await;
        (admitted, asks)
    }

    fn refuses(&self, left: &[u32], right: &[u32]) -> bool {
        pairs(left, right).any(|pair| self.pairs.contains(&pair))
            || self.sets.contains(&(sorted(left.to_vec()), sorted(right.to_vec())))
    }

    /// How often the rule was refused for one of these payers, where it is often enough to ask.
    fn was_turned(&self, case: &Case, pass: &str, left: &[u32]) -> Option<usize> {
        if self.turned.is_empty() {
            return None;
        }
        let payers = left.iter().filter_map(|&at| payer_text(&case.sides.left[at as usize]));
        payers.filter_map(|payer| self.turned.get(&(payer, pass.to_owned())).copied()).max()
    }

    fn lost_trust(&self, case: &Case, pass: &str, left: &[u32]) -> bool {
        !self.revoked.is_empty()
            && left.iter().any(|&at| {
                payer_text(&case.sides.left[at as usize])
                    .is_some_and(|payer| self.revoked.contains(&(payer, pass.to_owned())))
            })
    }
}

/// The second answer of an ambiguous proposal whose first was refused, where it adds up.
fn other_answer(pool: &Pool, proposal: Proposal) -> Option<Proposal> {
    let (left, right) = proposal.other?;
    let received: i128 = left.iter().map(|&at| i128::from(pool.left(at))).sum();
    let open: i128 = right.iter().map(|&at| i128::from(pool.right(at))).sum();
    if received != open {
        return None;
    }
    let facts = vec![Fact::pro("evidence-amount-exact", Args::new())];
    let decision = Decision::Suggested;
    Some(Proposal { decision, left, right, code: None, facts, other: None, stated: None })
}

impl Pool {
    /// Applies what a person confirmed. `false` when its rows are not there as they were.
    pub fn confirm(&mut self, case: &Case, application: &Application) -> bool {
        let left = positions(Keys(&case.sides.left), &application.receipts);
        let right = positions(Keys(&case.sides.right), &application.items);
        let Some((left, right)) = left.zip(right) else { return false };
        let before: (Vec<i64>, Vec<i64>) = (
            left.iter().map(|&at| self.left(at)).collect(),
            right.iter().map(|&at| self.right(at)).collect(),
        );
        let difference = before.0.iter().sum::<i64>() - before.1.iter().sum::<i64>();
        let Some(taken) = self.apply(application, &left, &right) else {
            left.iter().zip(before.0).for_each(|(&at, open)| self.open_left[at as usize] = open);
            right.iter().zip(before.1).for_each(|(&at, open)| self.open_right[at as usize] = open);
            return false;
        };
        for (&at, open) in left.iter().zip(before.0) {
            self.note_left_to(Side::Receipt, (at, &case.sides.left[at as usize]), open);
        }
        for (&at, open) in right.iter().zip(before.1) {
            self.note_left_to(Side::Item, (at, &case.sides.right[at as usize]), open);
        }
        let closed = |side| -> i64 {
            let of = application.coded.iter().filter(|coded| coded.side == side);
            of.filter(|coded| coded.code.closes()).map(|coded| coded.minor).sum()
        };
        let mut all = Vec::new();
        let exchanges = application.coded.iter().any(|coded| coded.code == Difference::Exchange);
        let exchanged = left.first().copied().zip(right.first().copied()).filter(|_| exchanges);
        if let Some((left, right)) = exchanged {
            all.extend(exchange::rate_facts(case, left, right));
        }
        let pass =
            application.pass.as_deref().and_then(|code| PASSES.iter().find(|p| p.code == code));
        self.matches.push(Match {
            pass: pass.map_or(BY_HAND, |pass| pass.code),
            decision: Decision::Confirmed,
            facts: all,
            difference: match exchanged {
                Some((left, right)) => exchange::difference(case, left, right),
                None if right.is_empty() => 0,
                None => difference,
            },
            code: application.coded.first().map(|coded| coded.code),
            closed_left: closed(Side::Receipt),
            closed_right: closed(Side::Item),
            left_over: taken.left_over,
            note: application.coded.first().map(|coded| coded.note.clone()).unwrap_or_default(),
            allocations: taken.allocations,
            offsets: taken.offsets,
            left,
            right,
            other: None,
        });
        true
    }

    /// Takes each amount from both its rows, as long as they have it.
    fn apply(&mut self, application: &Application, left: &[u32], right: &[u32]) -> Option<Taken> {
        let mut taken = Taken::default();
        if right.is_empty() {
            // A receipt and its return.
            let total: i64 = left.iter().map(|&at| self.left(at)).sum();
            if total != 0 {
                return None;
            }
            left.iter().for_each(|&at| self.open_left[at as usize] = 0);
        }
        for &(credit, invoice, amount) in &application.set_off {
            let (credit, invoice) = (*right.get(credit as usize)?, *right.get(invoice as usize)?);
            take(&mut self.open_right[credit as usize], -amount)?;
            take(&mut self.open_right[invoice as usize], amount)?;
            taken.offsets.push(Offset { credit, invoice, amount });
        }
        for &(l, r, amount) in &application.applied {
            let (l, r) = (*left.get(l as usize)?, *right.get(r as usize)?);
            let signed = amount.checked_mul(self.open_left[l as usize].signum())?;
            take(&mut self.open_left[l as usize], signed)?;
            take(&mut self.open_right[r as usize], signed)?;
            taken.allocations.push(Allocation { left: l, right: r, amount });
        }
        for coded in &application.coded {
            let (side, rows) = match coded.side {
                Side::Receipt => (&mut self.open_left, left),
                Side::Item => (&mut self.open_right, right),
            };
            let at = *rows.get(coded.place as usize)?;
            let mut rest = side[at as usize];
            take(&mut rest, coded.minor)?;
            if coded.code.closes() {
                side[at as usize] = rest;
            }
            taken.left_over.push((coded.side, at, coded.minor));
        }
        Some(taken)
    }
}

#[derive(Default)]
struct Taken {
    allocations: Vec<Allocation>,
    offsets: Vec<Offset>,
    left_over: Vec<(Side, u32, i64)>,
}

/// Takes a signed amount from what is open the same way and no less.
fn take(open: &mut i64, amount: i64) -> Option<()> {
    let fits = amount != 0 && amount.signum() == open.signum() && amount.abs() <= open.abs();
    fits.then(|| *open -= amount)
}

fn positions(keys: Keys, wanted: &[String]) -> Option<Vec<u32>> {
    wanted.iter().map(|key| keys.position(key)).collect()
}

pub fn set_of(proposal: &Proposal) -> Set {
    (sorted(proposal.left.clone()), sorted(proposal.right.clone()))
}

fn sorted(mut all: Vec<u32>) -> Vec<u32> {
    all.sort_unstable();
    all
}
