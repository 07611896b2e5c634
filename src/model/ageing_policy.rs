//! How the house ages its receivables and chases them: what age counts from, the buckets, what
//! becomes of credits. Chosen by people; none of it changes what is open.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::base::Decimal;

/// What age is counted from.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    #[default]
    Due,
    Invoice,
    /// Proof of delivery, else the service date: for disputes over billing.
    Service,
    /// The day on which the document was posted.
    Posting,
}

/// What becomes of credits. The gross is printed below under all of them.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CreditPolicy {
    /// A: in a column of their own.
    #[default]
    Separate,
    /// B: aged from their own date, net in the bucket.
    OwnDate,
    /// C: taken off what is not due.
    Current,
    /// D: eat the oldest bucket first.
    OldestFirst,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct AgeingPolicy {
    pub basis: Basis,
    pub credits: CreditPolicy,
    /// Last day of each bucket, ascending; what is older has the last bucket.
    pub days: Vec<i64>,
    /// Of terms with two readings ("30 days EOM"), the first: month end, then the days.
    pub month_end_first: bool,
    /// Days overdue from which each level of reminder begins, ascending.
    pub reminder_days: Vec<i64>,
    /// Customers that are not chased, as after an agreement, by the name on the list.
    pub held_out: BTreeSet<String>,
    /// What the ledger's control account states, by currency code.
    pub control_totals: BTreeMap<String, Decimal>,
}

/// The usual buckets.
pub const BUCKET_DAYS: [i64; 6] = [30, 60, 90, 120, 180, 360];

impl Default for AgeingPolicy {
    fn default() -> AgeingPolicy {
        AgeingPolicy {
            basis: Basis::Due,
            credits: CreditPolicy::Separate,
            days: BUCKET_DAYS.to_vec(),
            month_end_first: true,
            reminder_days: vec![1, 15, 30],
            held_out: BTreeSet::new(),
            control_totals: BTreeMap::new(),
        }
    }
}

impl AgeingPolicy {
    /// At least one bucket, and each ends after the one before.
    pub fn has_rising_buckets(&self) -> bool {
        is_rising(&self.days)
    }

    pub fn has_rising_levels(&self) -> bool {
        is_rising(&self.reminder_days)
    }
}

fn is_rising(days: &[i64]) -> bool {
    days.first().is_some_and(|day| *day >= 1) && days.windows(2).all(|pair| pair[0] < pair[1])
}
