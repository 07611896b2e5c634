//! What is still open while passes run.
//!
//! Invariant, asserted after every match: nothing is applied beyond what is open, on either side,
//! and received = applied + left over, to the minor unit.

use std::collections::{BTreeMap, BTreeSet};
use std::future::Future;

use super::case::Case;
use super::decided::{Allocation, Decision, Match, Offset};
use super::evidence::Fact;
use super::habit::Habit;
use super::item::Item;
use super::passes::r60_exchange as exchange;
use super::rulings::{Rulings, Side};
use super::standing::{Set, Standing, set_of};
use super::tolerance::Difference;
use crate::base::turns::Pace;

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

/// Work of what a pass asks of one row, and of reading its texts once more.
const LOOK: u64 = 112;
pub const READ: u64 = 512;

#[derive(Debug)]
pub struct Pool {
    pub(super) open_left: Vec<i64>,
    pub(super) open_right: Vec<i64>,
    standing: Standing,
    /// What was found by rules that must ask.
    asked: BTreeSet<Set>,
    /// All receipts and items, and those of each customer, less those that were closed when a pass began:
    /// what is closed stays closed, and after the first passes that is most of it.
    lefts: Vec<u32>,
    rights: Vec<u32>,
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
    pub pace: Pace,
}

/// What was open of a row when a match took it up, where earlier ones had taken of it: by side and
/// row, then by place of the match.
pub type LeftTo = BTreeMap<(Side, u32), Vec<(u32, i64)>>;

impl Pool {
    /// What people confirmed stands before any pass looks.
    pub async fn new(case: &Case, rulings: &Rulings, pace: &Pace) -> Pool {
        let mut pool = Pool {
            open_left: case.sides.left.iter().map(|item| item.amount).collect(),
            open_right: case.sides.right.iter().map(|item| item.amount).collect(),
            standing: Standing::of(case, rulings, pace).await,
            asked: BTreeSet::new(),
            lefts: (0..case.sides.left.len() as u32).collect(),
            rights: (0..case.sides.right.len() as u32).collect(),
            items_of: case.items_of.clone(),
            receipts_of: case.receipts_of.clone(),
            swept: 0,
            lost: Vec::new(),
            matches: Vec::new(),
            left_to: LeftTo::new(),
            steps: 0,
            unfinished: BTreeSet::new(),
            pace: pace.clone(),
        };
        for (at, application) in rulings.applications.iter().enumerate() {
            pace.row().await;
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
        let all = self.items_of.get(&customer).map_or(&[][..], Vec::as_slice);
        self.scan(all.len());
        all
    }

    /// Receipts of a customer, none that may be open left out.
    pub fn receipts_of(&self, customer: u32) -> &[u32] {
        let all = self.receipts_of.get(&customer).map_or(&[][..], Vec::as_slice);
        self.scan(all.len());
        all
    }

    /// Counts a row that a pass looks at, and gives way when the turn's measure is full.
    pub fn look(&self) -> impl Future<Output = ()> + '_ {
        self.pace.spend(LOOK);
        self.pace.row()
    }

    /// Counts rows that are looked through for one of the other side.
    pub fn scan(&self, rows: usize) {
        self.pace.spend(rows as u64 / 4);
    }

    /// Leaves closed rows out of what the next pass looks through.
    pub async fn sweep(&mut self) {
        if self.swept == self.matches.len() {
            return;
        }
        self.swept = self.matches.len();
        let (left, right) = (&self.open_left, &self.open_right);
        self.lefts.retain(|&at| left[at as usize] != 0);
        self.rights.retain(|&at| right[at as usize] != 0);
        for (own, open) in [(&mut self.items_of, right), (&mut self.receipts_of, left)] {
            for all in own.values_mut() {
                self.pace.spend(1 + all.len() as u64 / 4);
                self.pace.rest().await;
                all.retain(|&at| open[at as usize] != 0);
            }
        }
    }

    /// Customers whose receipts pay the oldest items first.
    pub fn oldest_first(&self) -> Vec<u32> {
        self.standing.oldest_first.iter().copied().collect()
    }

    /// Takes one proposal after the other, where a policy lays down their order.
    pub async fn take_in_turn(&mut self, case: &Case, pass: &'static str, proposal: Proposal) {
        for admitted in self.admit(case, pass, vec![proposal]).await {
            self.take(case, pass, admitted);
        }
    }

    /// Of a pass's proposals those that nobody refused.
    pub async fn admit(&mut self, case: &Case, pass: &str, all: Vec<Proposal>) -> Vec<Proposal> {
        let (admitted, asks) = self.standing.admit(case, self, pass, all).await;
        self.asked.extend(asks);
        admitted
    }

    /// An earlier rule that must ask for this payer found the same.
    pub fn asks(&self, proposal: &Proposal) -> bool {
        !self.asked.is_empty() && self.asked.contains(&set_of(proposal))
    }

    pub fn left(&self, at: u32) -> i64 {
        self.open_left[at as usize]
    }

    pub fn right(&self, at: u32) -> i64 {
        self.open_right[at as usize]
    }

    pub fn lefts(&self) -> impl Iterator<Item = u32> + '_ {
        self.scan(self.lefts.len());
        self.lefts.iter().copied().filter(|&at| self.left(at) != 0)
    }

    pub fn rights(&self) -> impl Iterator<Item = u32> + '_ {
        self.scan(self.rights.len());
        self.rights.iter().copied().filter(|&at| self.right(at) != 0)
    }

    /// Rows of both sides through which a pass goes.
    pub fn rows(&self) -> usize {
        self.lefts.len() + self.rights.len()
    }

    /// Applies a proposal: credits against invoices first, then receipts, largest items first.
    pub(super) fn take(&mut self, case: &Case, pass: &'static str, proposal: Proposal) {
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
