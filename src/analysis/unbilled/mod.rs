//! Jobs against invoice lines: what was billed, what was not and why, and the roll-forward.
//!
//! Not here: whether an invoice is right (that is the rules' business). Invariant: every job of
//! [`Book::jobs`] has exactly one [`JobBilling`], and what is open of it is `expected − billed`.

mod ageing;
mod billing;
mod escalation;
mod orders;
mod phrases;
mod readiness;
pub mod reasons;
mod roll_forward;
mod roll_groups;
mod sisters;
mod status;
mod twins;
mod usual_value;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::charges::Billed;
use super::pricing::Pricing;
use super::tie::{self, Tie};
use crate::base::{Date, Money, Sums, fold_id};
use crate::model::{Book, Owner, Policy};

pub use ageing::{BUCKETS, Bucket, UNDATED, ageing, bucket};
pub use escalation::Level;
pub use readiness::{Readiness, Ready, readiness};
pub use reasons::{REASONS, reason};
pub use roll_groups::{RollGroup, STEP_WORDS};
pub use status::{JobStatus, job_status};

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
    /// Positions in [`Book::charges`]. Rows that are parts of one job share them.
    pub charges: Vec<u32>,
    /// Expected value: stated, else from the rate card. `None`: unvalued, counted as such.
    pub expected: Option<Money>,
    /// Σ of its charges in the job's currency.
    pub billed: Option<Money>,
    /// Σ of its charges in any other currency: never added to `billed`.
    pub other_currency: Sums,
    /// What is still to bill, in the job's currency.
    pub open: Option<Money>,
    /// For unbilled and partly billed jobs: code of the primary reason, and the others that hold.
    pub reason: Option<&'static str>,
    pub secondary: Vec<&'static str>,
    /// A person set the primary reason.
    pub reason_is_set: bool,
    /// Days from the trigger date to the as-of date.
    pub age_days: Option<i64>,
    /// The day by which the next step is due.
    pub due: Option<Date>,
    /// Where the expected value comes from.
    pub value_from: Option<ValueFrom>,
    /// To whom it is taken, being open for so long or so large.
    pub escalation: Option<Level>,
}

/// In the order in which they are asked (definitions 3.4).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ValueFrom {
    /// The job list: an estimate, a quote, an amount.
    Stated,
    RateCard,
    /// What the customer's jobs of this service and lane usually come to.
    Median,
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
/// the attributes `.action` and `.why`.
pub struct Reason {
    pub code: &'static str,
    pub owner: Owner,
    pub standing: Standing,
    /// Calendar days until the next step is due.
    pub days_to_act: i64,
    /// Expected lead time in days: the primary reason is the one with the longest.
    pub lead_days: i64,
    /// What a hold-reason column says when it states this reason and can mean nothing else:
    /// phrases in six languages, folded.
    pub told: &'static [&'static str],
    /// Whether the data shows it. `false` as well when a column for the test is missing.
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
    pub status: Option<JobStatus>,
    /// The row repeats another one.
    pub is_twin: bool,
    /// The customer wants one bill, and another job for it is not done.
    pub has_open_sister: bool,
    pub orders: &'a orders::OrdersLeft,
    pub states: &'a reasons::States,
    pub billing: &'a JobBilling,
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
    /// What the vanished jobs were worth: opening + new − billed − cancelled + re-valued −
    /// vanished = closing.
    pub lost: Step,
    /// The jobs behind *billed* and *cancelled*: as many as their steps count.
    pub billed_jobs: Vec<RolledJob>,
    pub cancelled_jobs: Vec<RolledJob>,
}

/// A job that left the list, by the list that has it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub enum RolledJob {
    /// Position in [`Unbilled::jobs`].
    Now(u32),
    /// Position in [`Book::prior_jobs`]: this period's job list has it no more.
    Before(u32),
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
    /// The same by reason and owner.
    pub roll_groups: Vec<RollGroup>,
}

/// Gives every job its state, its open remainder and, where something is open, its reason. `billed`
/// is [`super::charges::billed`].
pub fn reconcile(
    book: &Book,
    billed: &[Billed],
    policy: &Policy,
    pricing: &Pricing,
    set: &ReasonsSet,
) -> Unbilled {
    let statuses = status::statuses(book);
    let mut jobs = billing::bill(book, policy, pricing, &statuses, billed);
    let twins = twins::twins(book, &statuses, &jobs);
    let sisters = sisters::waiting(book, &statuses, &jobs);
    let orders = orders::OrdersLeft::of(book, &jobs);
    let states = reasons::States::of(book);
    for (at, is_twin) in twins.into_iter().enumerate() {
        if !jobs[at].state.is_open() {
            continue;
        }
        let job = book.job(at);
        let by_hand = job.no().and_then(|no| set.get(&fold_id(no)));
        let obstacle = Obstacle {
            book,
            policy,
            pricing,
            as_of: policy.as_of,
            job,
            at,
            status: statuses[at],
            is_twin,
            has_open_sister: sisters[at],
            orders: &orders,
            states: &states,
            billing: &jobs[at],
        };
        let found = reasons::explain(&obstacle, by_hand.map(String::as_str));
        let billing = &mut jobs[at];
        billing.reason = Some(found.primary.code);
        billing.secondary = found.secondary;
        billing.reason_is_set = found.is_set;
        billing.due = found.due;
        billing.escalation = escalation::level(billing, job, policy);
    }
    let known = |at: &u32| !book.jobs_of_charge(*at as usize).is_empty();
    let without_job = (0..billed.len() as u32).filter(|at| !known(at)).collect();
    let rolled = roll_forward::roll_forward(book, policy, billed, &jobs);
    let (roll_forward, roll_groups) = match rolled {
        Some((roll, groups)) => (Some(roll), groups),
        None => (None, Vec::new()),
    };
    let ties = tie::to_bill(&jobs);
    Unbilled { jobs, without_job, ties, roll_forward, roll_groups }
}

impl ValueFrom {
    pub fn word(self) -> &'static str {
        match self {
            ValueFrom::Stated => "value-from-stated",
            ValueFrom::RateCard => "value-from-rate-card",
            ValueFrom::Median => "value-from-median",
        }
    }
}

impl JobState {
    /// Something is still to bill.
    pub fn is_open(self) -> bool {
        matches!(self, JobState::Unbilled | JobState::PartlyBilled)
    }

    pub fn word(self) -> &'static str {
        match self {
            JobState::Billed => "state-billed",
            JobState::PartlyBilled => "state-partly-billed",
            JobState::Unbilled => "state-unbilled",
            JobState::BilledTwice => "state-billed-twice",
            JobState::Cancelled => "state-cancelled",
        }
    }
}

impl Standing {
    pub fn word(self) -> &'static str {
        match self {
            Standing::NoReason => "standing-no-reason",
            Standing::Waiting => "standing-waiting",
            Standing::Ready => "standing-ready",
            Standing::Planned => "standing-planned",
        }
    }
}

impl Unbilled {
    /// The list of open jobs: unbilled and partly billed.
    pub fn open(&self) -> impl Iterator<Item = &JobBilling> {
        self.jobs.iter().filter(|job| job.state.is_open())
    }
}

impl JobBilling {
    pub fn reason(&self) -> Option<&'static Reason> {
        self.reason.and_then(reason)
    }

    /// How the open job stands; `None` when nothing is open.
    pub fn standing(&self) -> Option<Standing> {
        self.state.is_open().then(|| self.reason().map_or(Standing::NoReason, |r| r.standing))
    }
}

impl Step {
    fn count(&mut self, value: Option<Money>) {
        self.jobs += 1;
        if let Some(value) = value {
            self.value.add(value);
        }
    }
}

impl RollForward {
    /// In jobs and per currency; asserted where it is built, and for reports to assert again.
    pub fn holds(&self) -> bool {
        let jobs = self.opening.jobs + self.new.jobs - self.billed.jobs - self.cancelled.jobs
            + self.revalued.jobs
            - self.lost.jobs;
        let mut rest = Sums::new();
        for plus in [&self.opening, &self.new, &self.revalued] {
            rest.add_all(&plus.value);
        }
        for minus in [&self.billed, &self.cancelled, &self.lost, &self.closing] {
            minus.value.iter().for_each(|money| rest.subtract(money));
        }
        jobs == self.closing.jobs && rest.all_zero()
    }
}
