//! One customer's line: debits in their buckets, credits by the policy of the house.

use super::{Aged, Bucket, CreditPolicy, Line};

pub(super) fn line(items: &[&Aged], buckets: &[Bucket], policy: CreditPolicy) -> Line {
    let mut line = Line::nil(buckets.len());
    let mut free = 0;
    for item in items {
        line.items += 1;
        let at = buckets.iter().position(|bucket| *bucket == item.bucket).unwrap_or(0);
        if item.unapplied {
            free += item.open.minor;
            match policy {
                CreditPolicy::OwnDate => line.buckets[at] += item.open.minor,
                CreditPolicy::Current => line.buckets[NOT_DUE] += item.open.minor,
                CreditPolicy::Separate => line.credits += item.open.minor,
                CreditPolicy::OldestFirst => {}
            }
            continue;
        }
        line.buckets[at] += item.open.minor;
        line.gross[at] += item.open.minor;
        if item.disputed {
            line.disputed[at] += item.open.minor;
        }
    }
    if policy == CreditPolicy::OldestFirst {
        eat_oldest(&mut line.buckets, free);
    }
    line
}

/// Second of the columns.
const NOT_DUE: usize = 1;

/// Oldest bucket first, then newer ones; what is left over stands in "not due".
fn eat_oldest(buckets: &mut [i64], credits: i64) {
    let mut left = -credits;
    let oldest_first = (NOT_DUE..buckets.len()).rev().chain([0]);
    for at in oldest_first {
        let eaten = left.min(buckets[at].max(0));
        buckets[at] -= eaten;
        left -= eaten;
    }
    buckets[NOT_DUE] -= left;
}
