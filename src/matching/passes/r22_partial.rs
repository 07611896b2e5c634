//! R22: a whole reference, and less than is open. Proposed as a part payment with the rest as a
//! deduction to ask about; never by machine.

use super::{Pass, named};
use crate::base::Money;
use crate::matching::case::Case;
use crate::matching::decided::Decision;
use crate::matching::evidence::Fact;
use crate::matching::pool::{Pool, Proposal};
use crate::matching::solve::Centre;
use crate::matching::tolerance::{Difference, known_share};
use crate::words::{Arg, Args};

pub static PASS: Pass = Pass { code: "R22", most: Decision::Suggested, propose };

fn propose(case: &Case, pool: &mut Pool) -> Vec<Proposal> {
    apart(case, pool, |received, open| {
        received.signum() == open.signum() && received.abs() < open.abs()
    })
}

/// Receipts and the items that they alone name, where received and open are apart in one way.
pub fn apart(case: &Case, pool: &Pool, way: impl Fn(i64, i64) -> bool) -> Vec<Proposal> {
    let mut proposals = Vec::new();
    for (centre, members) in named(case, pool, |m| m.strong) {
        let (left, right) = match centre {
            Centre::Receipt(at) => (vec![at], members),
            Centre::Item(at) => (members, vec![at]),
        };
        // Another receipt that names one of the items goes with it, or the item is contested.
        let shared = right.iter().any(|&r| {
            let by = &case.mentioned_by[r as usize];
            by.iter().any(|&l| {
                pool.left(l) != 0
                    && !left.contains(&l)
                    && case.mention(l as usize, r as usize).is_some_and(|m| m.strong)
            })
        });
        let received: i64 = left.iter().map(|&at| pool.left(at)).sum();
        let open: i64 = right.iter().map(|&at| pool.right(at)).sum();
        // Several receipts that come to more than the item are not one payment of it.
        let crowd = left.len() > 1 && received.abs() > open.abs();
        if shared || crowd || !way(received, open) {
            continue;
        }
        let share = known_share(open, received).map(|(_, difference)| difference);
        let apart =
            if received.abs() < open.abs() { Difference::ShortPaid } else { Difference::OverPaid };
        let mut facts = Vec::new();
        let currency = case.sides.left[left[0] as usize].currency;
        let by = Arg::Money(Money::new(received - open, currency));
        facts.push(Fact::contra("evidence-amount-differs", Args::new().with("by", by)));
        proposals.push(Proposal {
            decision: Decision::Suggested,
            left,
            right,
            code: Some(share.unwrap_or(apart)),
            facts,
            other: None,
            stated: None,
        });
    }
    proposals
}
