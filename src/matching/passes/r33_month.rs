//! R33: the text names a month or several ("rent March 2024", "3월분", "三月份") and no number: what is
//! open of the payer from these months is the amount, all of it or the one item that has it. A
//! suggestion.

use super::r30_account::{natural, on_account};
use super::{Pass, each_receipt};
use crate::base::Date;
use crate::matching::case::Case;
use crate::matching::decided::Decision;
use crate::matching::evidence::Fact;
use crate::matching::months::{self, Named};
use crate::matching::pool::{Pool, Proposal, READ};
use crate::words::{Arg, Args};
use chrono::Datelike;

pub static PASS: Pass = Pass {
    code: "R33",
    most: Decision::Suggested,
    propose: |case, pool| Box::pin(propose(case, pool)),
};

async fn propose(case: &Case, pool: &mut Pool) -> Vec<Proposal> {
    each_receipt(pool, |left| of_months(case, pool, left)).await
}

fn of_months(case: &Case, pool: &Pool, left: u32) -> Option<Proposal> {
    let receipt = &case.sides.left[left as usize];
    case.payers[left as usize]?;
    if !case.named[left as usize].is_empty() {
        return None;
    }
    pool.pace.spend(READ);
    let mut named: Vec<Named> = receipt.texts.iter().flat_map(|text| months::read(text)).collect();
    named.sort_unstable();
    named.dedup();
    if named.is_empty() {
        return None;
    }
    let meant: Vec<(i32, u32)> = named.iter().filter_map(|one| dated(*one, receipt.date)).collect();
    let open = on_account(case, pool, left);
    let mut sets: Vec<Vec<u32>> = Vec::new();
    // By the day of the document; where that does not come to the amount, by the day it is due.
    for due in [false, true] {
        let in_month = |at: &u32| {
            let item = &case.sides.right[*at as usize];
            let day = if due { item.due } else { item.date };
            day.is_some_and(|day| meant.contains(&(day.year(), day.month())))
        };
        let items: Vec<u32> = open.iter().copied().filter(in_month).collect();
        sets.extend(paid(pool, left, items));
    }
    sets.dedup();
    let [_] = sets.as_slice() else { return None };
    let right = sets.remove(0);
    let mut proposal = natural(case, pool, left, right, "evidence-month");
    let listed: Vec<String> =
        meant.iter().map(|(year, month)| format!("{year}-{month:02}")).collect();
    let args = Args::new().with("months", Arg::Text(listed.join(", ")));
    proposal.facts.retain(|fact| fact.key != "evidence-month");
    proposal.facts.insert(0, Fact::pro("evidence-month", args));
    proposal.decision = proposal.decision.max(Decision::Suggested);
    Some(proposal)
}

/// A month without a year is the last one of its name up to the month behind the payment.
fn dated(named: Named, paid: Option<Date>) -> Option<(i32, u32)> {
    if let Some(year) = named.year {
        return Some((year, named.month));
    }
    let paid = paid?;
    let ahead = named.month > paid.month() + 1;
    Some((paid.year() - i32::from(ahead), named.month))
}

/// All of the items, or the only one of the amount.
pub fn paid(pool: &Pool, left: u32, items: Vec<u32>) -> Option<Vec<u32>> {
    let amount = pool.left(left);
    let total: i128 = items.iter().map(|&at| i128::from(pool.right(at))).sum();
    if !items.is_empty() && total == i128::from(amount) {
        return Some(items);
    }
    let mut exact = items.into_iter().filter(|&at| pool.right(at) == amount);
    exact.next().filter(|_| exact.next().is_none()).map(|one| vec![one])
}
