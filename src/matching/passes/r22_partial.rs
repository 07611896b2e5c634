//! R22: a whole reference, and less than is open. Proposed as a part payment with the rest as a
//! deduction to ask about; never by machine.

use super::{Pass, guarded, named};
use crate::base::Money;
use crate::matching::case::Case;
use crate::matching::decided::Decision;
use crate::matching::deduction::{Deduction, Deductions};
use crate::matching::evidence::Fact;
use crate::matching::pool::{Pool, Proposal};
use crate::matching::solve::{Centre, pairs};
use crate::matching::tolerance::Difference;
use crate::words::{Arg, Args};

pub static PASS: Pass = Pass {
    code: "R22",
    most: Decision::Suggested,
    propose: |case, pool| Box::pin(propose(case, pool)),
};

async fn propose(case: &Case, pool: &mut Pool) -> Vec<Proposal> {
    short(case, pool).await.into_iter().map(|(proposal, _)| proposal).collect()
}

async fn short(case: &Case, pool: &Pool) -> Vec<(Proposal, Option<Deduction>)> {
    apart(case, pool, |received, open| {
        received.signum() == open.signum() && received.abs() < open.abs()
    })
    .await
}

/// Receipts that are less by just what the terms or a habit of the payer account for. A machine may
/// take them.
pub async fn granted(case: &Case, pool: &Pool) -> Vec<Proposal> {
    let all = short(case, pool).await.into_iter();
    let proved = all.filter(|(_, deduction)| deduction.as_ref().is_some_and(|d| d.proved));
    proved
        .map(|(mut proposal, _)| {
            let veto = pairs(&proposal.left, &proposal.right)
                .find_map(|(l, r)| case.vetoed(l as usize, r as usize));
            proposal.decision = Decision::Auto;
            if let Some(veto) = veto {
                proposal.decision = Decision::Suggested;
                proposal.facts.push(Fact::contra(veto, Args::new()));
            }
            guarded(case, pool, proposal)
        })
        .collect()
}

/// Receipts and the items that they alone name, where received and open are apart in one way; with
/// what explains it.
pub async fn apart(
    case: &Case,
    pool: &Pool,
    way: impl Fn(i64, i64) -> bool,
) -> Vec<(Proposal, Option<Deduction>)> {
    let mut proposals = Vec::new();
    for (centre, members) in named(case, pool, |m| m.strong).await {
        pool.look().await;
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
        let deduction = Deductions { case, pool, left: &left, right: &right }.of(received, open);
        let apart =
            if received.abs() < open.abs() { Difference::ShortPaid } else { Difference::OverPaid };
        let mut facts = Vec::new();
        let currency = case.sides.left[left[0] as usize].currency;
        let by = Arg::Money(Money::new(received - open, currency));
        facts.push(Fact::contra("evidence-amount-differs", Args::new().with("by", by)));
        facts.extend(deduction.as_ref().map(|deduction| deduction.fact.clone()));
        let code = Some(deduction.as_ref().map_or(apart, |deduction| deduction.code));
        let opens: Vec<i64> = right.iter().map(|&at| pool.right(at)).collect();
        let stated = deduction.as_ref().and_then(|d| d.paid(&opens, open - received));
        let decision = Decision::Suggested;
        let proposal = Proposal { decision, left, right, code, facts, other: None, stated };
        proposals.push((proposal, deduction));
    }
    proposals
}
