//! Jobs against invoice lines: what was billed, what was not and why, and the roll-forward.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::pricing::Pricing;
use super::tie::Tie;
use crate::base::{Date, Money, Sums};
use crate::model::{Book, Owner, Policy};

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum JobState {
    Billed,
    PartlyBilled,
    Unbilled,
    /// The same charge on two invoices.
    BilledTwice,
    /// Cancelled in the job list; nothing to bill.
    Cancelled,
}

/// What one job came to.
#[derive(Clone, PartialEq, Debug)]
pub struct JobBilling {
    /// Position in [`Book::jobs`].
    pub job: usize,
    pub state: JobState,
    /// Positions in [`Book::charges`].
    pub charges: Vec<u32>,
    /// Expected value: stated, else from the rate card. `None`: unvalued, counted as such.
    pub expected: Option<Money>,
    /// Σ of its charges in the job's currency.
    pub billed: Option<Money>,
    /// What is still to bill, in the job's currency.
    pub open: Option<Money>,
    /// For unbilled and partly billed jobs: code of the primary reason, and the others that hold.
    pub reason: Option<&'static str>,
    pub secondary: Vec<&'static str>,
    /// Days from the trigger date to the as-of date.
    pub age_days: Option<i64>,
    /// The day by which the next step is due.
    pub due: Option<Date>,
}

/// How a reason stands to the next billing run; the groups of the screen, worst first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Nobody knows why (BLK-29).
    NoReason,
    /// Somebody else holds the key.
    Waiting,
    /// Ready, not billed (BLK-27).
    Ready,
    /// Agreed schedule; not a fault.
    Planned,
}

/// A reason for not billing. One file each under `reasons/`; the words live under its code with
/// the attribute `.action`.
pub struct Reason {
    pub code: &'static str,
    pub owner: Owner,
    pub standing: Standing,
    /// Calendar days until the next step is due.
    pub days_to_act: i64,
    /// Expected lead time in days: the primary reason is the one with the longest.
    pub lead_days: i64,
    pub holds: fn(&Obstacle) -> bool,
}

/// What a reason may look at.
pub struct Obstacle<'a> {
    pub book: &'a Book,
    pub policy: &'a Policy,
    pub pricing: &'a Pricing,
    pub as_of: Option<Date>,
    pub job: crate::model::Job<'a>,
    pub at: usize,
}

/// Opening + new − billed − cancelled ± re-valued = closing, in jobs and per currency.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct RollForward {
    pub opening: Step,
    pub new: Step,
    pub billed: Step,
    pub cancelled: Step,
    pub revalued: Step,
    pub closing: Step,
    /// Jobs of the opening list that appear neither among the jobs nor on an invoice.
    pub vanished: Vec<String>,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Step {
    pub jobs: i64,
    pub value: Sums,
}

/// Reasons that a person set, by folded job number. They win over the detected one.
pub type ReasonsSet = BTreeMap<String, String>;

#[derive(Clone, Debug, Default)]
pub struct Unbilled {
    /// One per job, in the order of [`Book::jobs`].
    pub jobs: Vec<JobBilling>,
    /// Positions in [`Book::charges`] that name no known job.
    pub without_job: Vec<u32>,
    /// To bill against billed, per currency.
    pub ties: Vec<Tie>,
    /// Only when last period's list was given.
    pub roll_forward: Option<RollForward>,
}

pub fn reconcile(
    _book: &Book,
    _policy: &Policy,
    _pricing: &Pricing,
    _set: &ReasonsSet,
) -> Unbilled {
    Unbilled::default()
}
