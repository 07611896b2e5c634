//! The gate that proposals go through: those of one pass are taken where nobody else lays claim to their
//! rows, and what is contested to the end is shown beside its rival.

use std::cmp::Reverse;
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use super::case::Case;
use super::decided::Decision;
use super::evidence::{Fact, Speaks};
use super::pool::{Pool, Proposal};
use super::solve::facts;
use crate::base::turns::Pace;
use crate::base::{Date, QuickMap};
use crate::words::Args;

type Sets = BTreeMap<(Vec<u32>, Vec<u32>), Proposal>;
/// What orders a proposal among the contested, and its place.
type Rank = (Decision, Reverse<usize>, Option<Option<Date>>, usize);

/// Work of one proposal at the gate.
const SETTLED: u64 = 32;

impl Pool {
    /// Takes the proposals of one pass that nobody else lays claim to. Two that share an item are
    /// both left for a later pass, whatever speaks for either: order must not decide.
    pub async fn settle(&mut self, case: &Case, pass: &'static str, proposals: Vec<Proposal>) {
        let sets = distinct(proposals, &self.pace).await;
        let (left, right) = claims(&sets, &self.pace).await;
        for ((lefts, rights), proposal) in sets {
            self.pace.spend(SETTLED);
            self.pace.rest().await;
            let alone =
                lefts.iter().all(|at| left[at] == 1) && rights.iter().all(|at| right[at] == 1);
            if alone {
                self.take(case, pass, proposal);
            }
        }
    }

    /// When all passes are done: of proposals that share an item the one with most to say for it,
    /// then the earliest receipt, is shown beside the next. Never more than that.
    pub async fn show_contested(
        &mut self,
        case: &Case,
        pass: &'static str,
        proposals: Vec<Proposal>,
    ) {
        let sets = best_first(case, distinct(proposals, &self.pace).await, &self.pace).await;
        let open = |pool: &Pool, p: &Proposal| {
            p.left.iter().all(|&at| pool.left(at) != 0)
                && p.right.iter().all(|&at| pool.right(at) != 0)
        };
        let claimed = Claimed::by(&sets);
        for at in 0..sets.len() {
            self.pace.spend(SETTLED);
            self.pace.rest().await;
            if !open(self, &sets[at]) {
                continue;
            }
            let next = claimed.next(at, &sets[at]).map(|next| &sets[next]);
            let other = next.map(|p| (p.left.clone(), p.right.clone()));
            let twice = other.as_ref().is_some_and(|other| {
                is_paid_again(case, self, &sets[at], other)
                    && claimed.count(&sets[at], &other.0) == 2
            });
            let decision = if other.is_some() && !twice {
                Decision::Ambiguous
            } else {
                sets[at].decision.max(Decision::Suggested)
            };
            let mut shown = Proposal { decision, ..sets[at].clone() };
            if other.is_some() {
                // Of two receipts of one payer the later one is over, and to be asked about.
                let key = if twice { "evidence-paid-twice" } else { "evidence-contested" };
                shown.facts.push(Fact::contra(key, Args::new()));
                shown.other = other;
            }
            self.take(case, pass, shown);
        }
    }
}

/// The other receipt is of the same payer for the same items, of the same amount, and later: what was
/// paid already is paid again.
fn is_paid_again(
    case: &Case,
    pool: &Pool,
    proposal: &Proposal,
    other: &(Vec<u32>, Vec<u32>),
) -> bool {
    let (&[first], &[second]) = (proposal.left.as_slice(), other.0.as_slice()) else {
        return false;
    };
    let date = |at: u32| case.sides.left[at as usize].date;
    let open: i64 = proposal.right.iter().map(|&at| pool.right(at)).sum();
    let payer = |at: u32| case.payers[at as usize].map(|payer| payer.customer);
    proposal.right == other.1
        && payer(first).is_some()
        && payer(first) == payer(second)
        && pool.left(first) == open
        && pool.left(second) == open
        && date(first).zip(date(second)).is_some_and(|(first, second)| first < second)
}

/// Which proposals lay claim to a row: their places, in order.
#[derive(Default)]
struct Claimed {
    left: QuickMap<u32, Vec<usize>>,
    right: QuickMap<u32, Vec<usize>>,
}

impl Claimed {
    fn by(sets: &[Proposal]) -> Claimed {
        let mut claimed = Claimed::default();
        for (place, set) in sets.iter().enumerate() {
            set.left.iter().for_each(|at| claimed.left.entry(*at).or_default().push(place));
            set.right.iter().for_each(|at| claimed.right.entry(*at).or_default().push(place));
        }
        claimed
    }

    fn of<'c>(
        &'c self,
        left: impl Iterator<Item = &'c u32>,
        right: &'c [u32],
    ) -> impl Iterator<Item = &'c [usize]> {
        let left = left.filter_map(|at| self.left.get(at));
        left.chain(right.iter().filter_map(|at| self.right.get(at))).map(Vec::as_slice)
    }

    /// The first proposal behind a place that shares a row with its set.
    fn next(&self, place: usize, own: &Proposal) -> Option<usize> {
        let next =
            |places: &[usize]| places.get(places.partition_point(|other| *other <= place)).copied();
        self.of(own.left.iter(), &own.right).filter_map(next).min()
    }

    /// How many lay claim to any row of a set, or to these receipts.
    fn count(&self, own: &Proposal, receipts: &[u32]) -> usize {
        let all = self.of(own.left.iter().chain(receipts), &own.right).flatten();
        all.collect::<BTreeSet<_>>().len()
    }
}

/// Those with most to say for them first, then the earliest receipts.
async fn best_first(case: &Case, sets: Sets, pace: &Pace) -> Vec<Proposal> {
    let mut order: Vec<Rank> = Vec::with_capacity(sets.len());
    for (at, set) in sets.values().enumerate() {
        pace.spend(SETTLED);
        pace.rest().await;
        let own = set.facts.iter().filter(|fact| fact.speaks == Speaks::For).count();
        let facts = own + facts(case, &set.left, &set.right).len();
        let date = set.left.iter().map(|&at| case.sides.left[at as usize].date).min();
        order.push((set.decision, Reverse(facts), date, at));
    }
    pace.sort(&mut order, Ord::cmp).await;
    let mut sets: Vec<Option<Proposal>> = sets.into_values().map(Some).collect();
    order.into_iter().filter_map(|(.., at)| sets[at].take()).collect()
}

/// One proposal for each set, the surest.
async fn distinct(proposals: Vec<Proposal>, pace: &Pace) -> Sets {
    let mut sets = Sets::new();
    for mut proposal in proposals {
        pace.spend(SETTLED);
        pace.rest().await;
        let mut places: Vec<(u32, Option<i64>)> = proposal
            .right
            .iter()
            .enumerate()
            .map(|(at, &r)| (r, proposal.stated.as_ref().and_then(|s| s.get(at)).copied()))
            .collect();
        places.sort_unstable();
        proposal.right = places.iter().map(|place| place.0).collect();
        proposal.stated = proposal.stated.map(|_| places.iter().filter_map(|p| p.1).collect());
        proposal.left.sort_unstable();
        let key = (proposal.left.clone(), proposal.right.clone());
        match sets.entry(key) {
            Entry::Vacant(slot) => {
                slot.insert(proposal);
            }
            Entry::Occupied(mut slot) if proposal.decision < slot.get().decision => {
                slot.insert(proposal);
            }
            Entry::Occupied(_) => {}
        }
    }
    sets
}

/// How many proposals lay claim to each receipt and each item.
async fn claims(sets: &Sets, pace: &Pace) -> (QuickMap<u32, u32>, QuickMap<u32, u32>) {
    let (mut left, mut right): (QuickMap<u32, u32>, QuickMap<u32, u32>) = Default::default();
    for (lefts, rights) in sets.keys() {
        pace.spend(SETTLED / 2);
        pace.rest().await;
        lefts.iter().for_each(|&at| *left.entry(at).or_default() += 1);
        rights.iter().for_each(|&at| *right.entry(at).or_default() += 1);
    }
    (left, right)
}
