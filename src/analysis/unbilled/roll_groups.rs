//! The roll-forward by reason and owner: a job stands under the reason that last period's list gives
//! it, and moves to the one that it has now. What was billed at once never waited for a reason.
//!
//! Invariant: each group closes by itself, the groups add up to the whole roll-forward, and what moves
//! out of one moves into another.

use std::collections::BTreeMap;

use super::reasons::{REASONS, told_reason};
use super::{JobBilling, Reason, RollForward, Step};
use crate::base::{Money, Sums};
use crate::model::{Job, Owner};
use crate::table::Field;

/// The words of the steps, in the order in which they are read.
pub const STEP_WORDS: [&str; 8] = [
    "roll-opening",
    "roll-new",
    "roll-billed",
    "roll-cancelled",
    "roll-revalued",
    "roll-moved",
    "roll-vanished",
    "roll-closing",
];

/// One reason over the period. The owner is the reason's.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct RollGroup {
    /// `None`: billed or cancelled before anybody asked.
    pub reason: Option<&'static str>,
    pub roll: RollForward,
    pub moved_in: Step,
    pub moved_out: Step,
}

impl RollGroup {
    pub fn owner(&self) -> Option<Owner> {
        self.reason.and_then(super::reason).map(|reason| reason.owner)
    }

    /// What the steps come to in jobs or in money, as [`STEP_WORDS`] names them and signed as they
    /// count: what was billed, cancelled and lost takes off.
    pub fn signed(&self, of: impl Fn(&Step) -> i64) -> [i64; STEP_WORDS.len()] {
        let roll = &self.roll;
        [
            of(&roll.opening),
            of(&roll.new),
            -of(&roll.billed),
            -of(&roll.cancelled),
            of(&roll.revalued),
            of(&self.moved_in) - of(&self.moved_out),
            -of(&roll.lost),
            of(&roll.closing),
        ]
    }

    /// Opening + new − billed − cancelled ± re-valued + moved in − moved out = closing.
    pub fn holds(&self) -> bool {
        let mut whole = self.roll.clone();
        whole.new.add(&self.moved_in);
        whole.cancelled.add(&self.moved_out);
        whole.holds()
    }
}

#[derive(Default)]
pub(super) struct Groups(BTreeMap<Option<&'static str>, RollGroup>);

impl Groups {
    /// Places what one job number went through.
    pub(super) fn place(&mut self, mut one: RollForward, prior: Option<Job>, rows: &[&JobBilling]) {
        let to = rows.iter().filter(|row| row.state.is_open()).find_map(|row| row.reason);
        let from = prior.and_then(said).map(|reason| reason.code).or(to);
        if from == to {
            return self.group(from).roll.add_all(&one);
        }
        let closing = std::mem::take(&mut one.closing);
        let source = self.group(from);
        source.roll.add_all(&one);
        source.moved_out.add(&closing);
        let target = self.group(to);
        target.moved_in.add(&closing);
        target.roll.closing.add(&closing);
    }

    fn group(&mut self, reason: Option<&'static str>) -> &mut RollGroup {
        let new = || RollGroup { reason, ..RollGroup::default() };
        self.0.entry(reason).or_insert_with(new)
    }

    /// By owner and reason, the catalogue's order.
    pub(super) fn finish(self) -> Vec<RollGroup> {
        let mut groups: Vec<RollGroup> = self.0.into_values().collect();
        debug_assert!(groups.iter().all(RollGroup::holds), "{groups:?}");
        let place = |group: &RollGroup| {
            let owner = group.owner().map_or_else(String::new, |owner| owner.key().to_owned());
            (group.reason.is_none(), owner, group.reason)
        };
        groups.sort_by_key(place);
        groups
    }
}

/// The reason that a row of last period's list states: its code, or an unmistakable phrase.
fn said(job: Job) -> Option<&'static Reason> {
    let text = job.0.text(Field::HoldReason)?;
    let code = REASONS.iter().find(|reason| text.trim().to_uppercase().starts_with(reason.code));
    code.copied().or_else(|| told_reason(text))
}

impl Step {
    pub(super) fn add(&mut self, other: &Step) {
        self.jobs += other.jobs;
        self.value.add_all(&other.value);
    }
}

impl RollForward {
    pub(super) fn add_all(&mut self, other: &RollForward) {
        self.opening.add(&other.opening);
        self.new.add(&other.new);
        self.billed.add(&other.billed);
        self.cancelled.add(&other.cancelled);
        self.revalued.add(&other.revalued);
        self.closing.add(&other.closing);
        self.lost.add(&other.lost);
        self.vanished.extend(other.vanished.iter().cloned());
        self.billed_jobs.extend(&other.billed_jobs);
        self.cancelled_jobs.extend(&other.cancelled_jobs);
    }

    /// What is open at the end, counted in.
    pub(super) fn close(&mut self, open: Option<Money>) {
        self.closing.jobs += 1;
        open.into_iter().for_each(|money| self.closing.value.add(money));
    }

    /// All currencies that any step touches.
    pub fn touched(&self) -> Sums {
        let mut touched = Sums::new();
        let steps = [&self.opening, &self.new, &self.billed, &self.cancelled, &self.closing];
        steps.iter().for_each(|step| touched.add_all(&step.value));
        touched
    }
}
