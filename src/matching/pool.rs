//! What is still open while passes run, and the gate that a proposal must go through.
//!
//! Invariant, asserted after every match: nothing is applied beyond what is open, on either side,
//! and received = applied + left over, to the minor unit.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use super::case::Case;
use super::decided::{Allocation, Decision, Match, Offset};
use super::evidence::{Fact, Speaks};
use super::habit::Habit;
use super::item::Item;
use super::passes::r60_exchange as exchange;
use super::rulings::{Rulings, Side};
use super::solve::facts;
use super::standing::Standing;
use super::tolerance::Difference;
use crate::base::QuickMap;
use crate::words::Args;

/// What a pass would match.
#[derive(Clone, PartialEq, Debug)]
pub struct Proposal {
    pub decision: Decision,
    pub left: Vec<u32>,
    pub right: Vec<u32>,
    pub code: Option<Difference>,
    /// Beyond what its rows say of each other.
    pub facts: Vec<Fact>,
    pub other: Option<(Vec<u32>, Vec<u32>)>,
    /// Amounts that an advice states for the items, where they are not simply what is open.
    pub stated: Option<Vec<i64>>,
}

type Sets = BTreeMap<(Vec<u32>, Vec<u32>), Proposal>;

#[derive(Debug)]
pub struct Pool {
    pub(super) open_left: Vec<i64>,
    pub(super) open_right: Vec<i64>,
    standing: Standing,
    /// Items and receipts of each customer, less those that were closed when a pass began: what is
    /// closed stays closed, and after the first passes that is most of it.
    items_of: BTreeMap<u32, Vec<u32>>,
    receipts_of: BTreeMap<u32, Vec<u32>>,
    /// Matches when closed ones were last left out.
    swept: usize,
    /// Decisions whose rows are not there as they were: places in the rulings.
    pub lost: Vec<u32>,
    pub matches: Vec<Match>,
    pub left_to: LeftTo,
    pub steps: u64,
    /// Receipts for which not every set was tried: to have found none proves nothing.
    pub unfinished: BTreeSet<u32>,
}

/// What was open of a row when a match took it up, where earlier ones had taken of it: by side and
/// row, then by place of the match.
pub type LeftTo = BTreeMap<(Side, u32), Vec<(u32, i64)>>;

impl Pool {
    /// What people confirmed stands before any pass looks.
    pub fn new(case: &Case, rulings: &Rulings) -> Pool {
        let mut pool = Pool {
            open_left: case.sides.left.iter().map(|item| item.amount).collect(),
            open_right: case.sides.right.iter().map(|item| item.amount).collect(),
            standing: Standing::of(case, rulings),
            items_of: case.items_of.clone(),
            receipts_of: case.receipts_of.clone(),
            swept: 0,
            lost: Vec::new(),
            matches: Vec::new(),
            left_to: LeftTo::new(),
            steps: 0,
            unfinished: BTreeSet::new(),
        };
        for (at, application) in rulings.applications.iter().enumerate() {
            if !pool.confirm(case, application) {
                pool.lost.push(at as u32);
            }
        }
        pool
    }

    /// What a payer keeps back for certain.
    pub fn habits(&self, payer: &str) -> &[Habit] {
        self.standing.habits(payer)
    }

    /// The two were said not to belong together.
    pub fn is_refused(&self, left: u32, right: u32) -> bool {
        self.standing.is_refused(left, right)
    }

    /// Items of a customer, none that may be open left out.
    pub fn items_of(&self, customer: u32) -> &[u32] {
        self.items_of.get(&customer).map_or(&[], Vec::as_slice)
    }

    /// Receipts of a customer, none that may be open left out.
    pub fn receipts_of(&self, customer: u32) -> &[u32] {
        self.receipts_of.get(&customer).map_or(&[], Vec::as_slice)
    }

    /// Leaves closed rows out of what the next pass looks through.
    pub fn sweep(&mut self) {
        if self.swept == self.matches.len() {
            return;
        }
        self.swept = self.matches.len();
        let (left, right) = (&self.open_left, &self.open_right);
        self.items_of.values_mut().for_each(|all| all.retain(|&at| right[at as usize] != 0));
        self.receipts_of.values_mut().for_each(|all| all.retain(|&at| left[at as usize] != 0));
    }

    /// Customers whose receipts pay the oldest items first.
    pub fn oldest_first(&self) -> Vec<u32> {
        self.standing.oldest_first.iter().copied().collect()
    }

    /// Takes one proposal after the other, where a policy lays down their order.
    pub fn take_in_turn(&mut self, case: &Case, pass: &'static str, proposal: Proposal) {
        for admitted in self.admit(case, pass, vec![proposal]) {
            self.take(case, pass, admitted);
        }
    }

    /// Of a pass's proposals those that nobody refused.
    pub fn admit(&self, case: &Case, pass: &str, proposals: Vec<Proposal>) -> Vec<Proposal> {
        self.standing.admit(case, self, pass, proposals)
    }

    pub fn left(&self, at: u32) -> i64 {
        self.open_left[at as usize]
    }

    pub fn right(&self, at: u32) -> i64 {
        self.open_right[at as usize]
    }

    pub fn lefts(&self) -> impl Iterator<Item = u32> + '_ {
        (0..self.open_left.len() as u32).filter(|&at| self.left(at) != 0)
    }

    pub fn rights(&self) -> impl Iterator<Item = u32> + '_ {
        (0..self.open_right.len() as u32).filter(|&at| self.right(at) != 0)
    }

    /// Takes the proposals of one pass that nobody else lays claim to. Two that share an item are
    /// both left for a later pass, whatever speaks for either: order must not decide.
    pub fn settle(&mut self, case: &Case, pass: &'static str, proposals: Vec<Proposal>) {
        let sets = distinct(proposals);
        let (left, right) = claims(&sets);
        for ((lefts, rights), proposal) in sets {
            let alone =
                lefts.iter().all(|at| left[at] == 1) && rights.iter().all(|at| right[at] == 1);
            if alone {
                self.take(case, pass, proposal);
            }
        }
    }

    /// When all passes are done: of proposals that share an item the one with most to say for it,
    /// then the earliest receipt, is shown beside the next. Never more than that.
    pub fn show_contested(&mut self, case: &Case, pass: &'static str, proposals: Vec<Proposal>) {
        let mut sets: Vec<Proposal> = distinct(proposals).into_values().collect();
        let facts = |p: &Proposal| {
            let own = p.facts.iter().filter(|f| f.speaks == Speaks::For).count();
            own + facts(case, &p.left, &p.right).len()
        };
        let date = |p: &Proposal| p.left.iter().map(|&at| case.sides.left[at as usize].date).min();
        sets.sort_by(|a, b| (a.decision, facts(b), date(a)).cmp(&(b.decision, facts(a), date(b))));
        let open = |pool: &Pool, p: &Proposal| {
            p.left.iter().all(|&at| pool.left(at) != 0)
                && p.right.iter().all(|&at| pool.right(at) != 0)
        };
        let claimed = Claimed::by(&sets);
        for at in 0..sets.len() {
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

    /// Applies a proposal: credits against invoices first, then receipts, largest items first.
    fn take(&mut self, case: &Case, pass: &'static str, proposal: Proposal) {
        if proposal.code == Some(Difference::Exchange) {
            return self.take_exchanged(case, pass, proposal);
        }
        let Proposal { decision, left, right, code, mut facts, other, stated } = proposal;
        facts.shrink_to_fit();
        let received: i128 = left.iter().map(|&at| i128::from(self.left(at))).sum();
        let open: i128 = right.iter().map(|&at| i128::from(self.right(at))).sum();
        for &at in &left {
            let row = (at, &case.sides.left[at as usize]);
            self.note_left_to(Side::Receipt, row, self.left(at));
        }
        for &at in &right {
            self.note_left_to(Side::Item, (at, &case.sides.right[at as usize]), self.right(at));
        }
        let offsets = self.offset(&right);
        let mut allocations = Vec::new();
        let before_left: i128 = left.iter().map(|&at| i128::from(self.left(at).abs())).sum();
        for (place, &r) in right.iter().enumerate() {
            let limit = stated.as_ref().and_then(|s| s.get(place)).copied();
            let mut rest = limit.unwrap_or(self.right(r)).abs().min(self.right(r).abs());
            for &l in &left {
                let same_way = self.left(l).signum() == self.right(r).signum();
                let amount = if same_way { rest.min(self.left(l).abs()) } else { 0 };
                if amount > 0 {
                    self.open_left[l as usize] -= amount * self.left(l).signum();
                    self.open_right[r as usize] -= amount * self.right(r).signum();
                    allocations.push(Allocation { left: l, right: r, amount });
                    rest -= amount;
                }
            }
        }
        let applied: i128 = allocations.iter().map(|a| i128::from(a.amount)).sum();
        let after_left: i128 = left.iter().map(|&at| i128::from(self.left(at).abs())).sum();
        assert_eq!(before_left, applied + after_left, "received = applied + left over");
        let trifle = |code| matches!(code, Difference::Rounding | Difference::BankFee);
        // What is only suggested to have been kept back may still be paid.
        let closes =
            code.is_some_and(|code| trifle(code) || decision == Decision::Auto && code.closes());
        let left_over = if code.is_some() { self.left_over(&left, &right) } else { Vec::new() };
        let (mut closed_left, mut closed_right) = (0, 0);
        if closes || right.is_empty() {
            // The difference has a code and is booked with the match: nothing stays behind.
            for &at in &left {
                closed_left += std::mem::take(&mut self.open_left[at as usize]);
            }
            for &at in &right {
                closed_right += std::mem::take(&mut self.open_right[at as usize]);
            }
        }
        debug_assert!(self.within(case), "nothing is applied beyond what is open");
        let difference = i64::try_from(received - open).unwrap_or(0);
        let difference = if right.is_empty() { 0 } else { difference };
        self.matches.push(Match {
            pass,
            decision,
            left,
            right,
            allocations,
            offsets,
            difference,
            code,
            closed_left,
            closed_right,
            left_over,
            note: String::new(),
            facts,
            other,
        });
    }

    /// Of a row that the next match takes up: how much it finds, where it is not all.
    pub(super) fn note_left_to(&mut self, side: Side, row: (u32, &Item), open: i64) {
        let (at, item) = row;
        if open != item.amount {
            let next = self.matches.len() as u32;
            self.left_to.entry((side, at)).or_default().push((next, open));
        }
    }

    /// Two currencies: each side is closed in its own, and nothing of the one applied to the other.
    fn take_exchanged(&mut self, case: &Case, pass: &'static str, proposal: Proposal) {
        let Proposal { decision, left, right, code, facts, other, .. } = proposal;
        let left_over = self.left_over(&left, &right);
        let closed = |open: &mut [i64], rows: &[u32]| -> i64 {
            rows.iter().map(|&at| std::mem::take(&mut open[at as usize])).sum()
        };
        self.matches.push(Match {
            pass,
            decision,
            difference: exchange::difference(case, left[0], right[0]),
            closed_left: closed(&mut self.open_left, &left),
            closed_right: closed(&mut self.open_right, &right),
            left,
            right,
            allocations: Vec::new(),
            offsets: Vec::new(),
            code,
            left_over,
            note: String::new(),
            facts,
            other,
        });
    }

    fn left_over(&self, left: &[u32], right: &[u32]) -> Vec<(Side, u32, i64)> {
        let lefts = left.iter().map(|&at| (Side::Receipt, at, self.left(at)));
        let all = lefts.chain(right.iter().map(|&at| (Side::Item, at, self.right(at))));
        all.filter(|&(_, _, rest)| rest != 0).collect()
    }

    fn offset(&mut self, right: &[u32]) -> Vec<Offset> {
        let mut offsets = Vec::new();
        let credits: Vec<u32> = right.iter().copied().filter(|&at| self.right(at) < 0).collect();
        let invoices: Vec<u32> = right.iter().copied().filter(|&at| self.right(at) > 0).collect();
        for &credit in &credits {
            for &invoice in &invoices {
                let amount = (-self.right(credit)).min(self.right(invoice));
                if amount > 0 {
                    self.open_right[credit as usize] += amount;
                    self.open_right[invoice as usize] -= amount;
                    offsets.push(Offset { credit, invoice, amount });
                }
            }
        }
        offsets
    }

    /// Open amounts keep their sign and never grow.
    fn within(&self, case: &Case) -> bool {
        let holds = |open: i64, whole: i64| {
            open.abs() <= whole.abs() && open.signum() * whole.signum() >= 0
        };
        self.matches.last().is_none_or(|last| {
            last.left.iter().all(|&at| holds(self.left(at), case.sides.left[at as usize].amount))
                && last
                    .right
                    .iter()
                    .all(|&at| holds(self.right(at), case.sides.right[at as usize].amount))
        })
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

/// One proposal for each set, the surest.
fn distinct(proposals: Vec<Proposal>) -> Sets {
    let mut sets = Sets::new();
    for mut proposal in proposals {
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
fn claims(sets: &Sets) -> (QuickMap<u32, u32>, QuickMap<u32, u32>) {
    let (mut left, mut right): (QuickMap<u32, u32>, QuickMap<u32, u32>) = Default::default();
    for (lefts, rights) in sets.keys() {
        lefts.iter().for_each(|&at| *left.entry(at).or_default() += 1);
        rights.iter().for_each(|&at| *right.entry(at).or_default() += 1);
    }
    (left, right)
}
