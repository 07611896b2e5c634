//! R42: several receipts of a payer and several of its items have one amount, and nothing says which
//! belongs to which: rents, fees. A lone receipt is asked about, unless the payer's days are known. The money is proved and the item is not, so that each receipt is
//! proposed with the item that lies as far back as the payer's others do, else with the oldest. Said
//! to be one of several, and never more than a suggestion.

use std::collections::BTreeMap;

use super::{Pass, items_of_payer};
use crate::base::turns::ROW;
use crate::matching::case::{Case, read};
use crate::matching::decided::Decision;
use crate::matching::evidence::{Fact, days_between};
use crate::matching::pool::{Pool, Proposal, READ};
use crate::words::{Arg, Args};

pub static PASS: Pass = Pass {
    code: "R42",
    most: Decision::Suggested,
    propose: |case, pool| Box::pin(propose(case, pool)),
};

/// Matches from which a payer's days are a habit.
const SEEN_MIN: usize = 3;

async fn propose(case: &Case, pool: &mut Pool) -> Vec<Proposal> {
    let mut groups: BTreeMap<(u32, i64), Vec<u32>> = BTreeMap::new();
    for left in pool.lefts() {
        pool.look().await;
        let (payer, date) = (case.payers[left as usize], case.sides.left[left as usize].date);
        if let (Some(payer), Some(_), true) = (payer, date, names_nothing(case, pool, left)) {
            groups.entry((payer.customer, pool.left(left))).or_default().push(left);
        }
    }
    if groups.is_empty() {
        return Vec::new();
    }
    let habits = habits(case, pool).await;
    let mut proposals = Vec::new();
    for ((payer, _), mut receipts) in groups {
        let habit = habits.get(&payer).copied();
        if receipts.len() < 2 && habit.is_none() {
            continue;
        }
        pool.look().await;
        receipts.sort_by_key(|&at| (case.sides.left[at as usize].date, at));
        proposals.extend(in_turn(case, pool, &receipts, habit));
    }
    proposals
}

/// What may be the number of something is to be asked about first.
fn names_nothing(case: &Case, pool: &Pool, left: u32) -> bool {
    let quiet = pool.left(left) > 0
        && case.named[left as usize].is_empty()
        && case.mentions[left as usize].is_empty();
    pool.pace.spend(if quiet { READ } else { 0 });
    quiet && read(&case.sides.left[left as usize]).candidates.iter().all(|c| c.masked)
}

/// The days between document and payment, in the middle of what is matched for certain.
async fn habits(case: &Case, pool: &Pool) -> BTreeMap<u32, i64> {
    let mut seen: BTreeMap<u32, Vec<i64>> = BTreeMap::new();
    for found in &pool.matches {
        pool.pace.spend(ROW);
        pool.pace.rest().await;
        let sure = matches!(found.decision, Decision::Auto | Decision::Confirmed);
        let (&[left], &[right], true) = (found.left.as_slice(), found.right.as_slice(), sure)
        else {
            continue;
        };
        let days = days(case, left, right);
        if let (Some(payer), Some(days)) = (case.payers[left as usize], days) {
            seen.entry(payer.customer).or_default().push(days);
        }
    }
    seen.retain(|_, days| days.len() >= SEEN_MIN);
    let middle = |mut days: Vec<i64>| {
        days.sort_unstable();
        days[days.len() / 2]
    };
    seen.into_iter().map(|(payer, days)| (payer, middle(days))).collect()
}

fn days(case: &Case, left: u32, right: u32) -> Option<i64> {
    let billed = case.sides.right[right as usize].date?;
    Some(days_between(billed, case.sides.left[left as usize].date?))
}

fn in_turn(case: &Case, pool: &Pool, receipts: &[u32], habit: Option<i64>) -> Vec<Proposal> {
    let mut taken: Vec<u32> = Vec::new();
    let mut proposals = Vec::new();
    for &left in receipts {
        let mut items = items_of_payer(case, pool, left);
        items.retain(|&at| pool.right(at) == pool.left(left));
        // Where only one ever fits, other passes say so.
        if items.len() < 2 {
            return Vec::new();
        }
        items.retain(|at| !taken.contains(at));
        let apart = |at: u32| match (habit, days(case, left, at)) {
            (Some(habit), Some(days)) => (days - habit).abs(),
            _ => 0,
        };
        let age = |at: u32| {
            let item = &case.sides.right[at as usize];
            (item.due.or(item.date), item.date, at)
        };
        let Some(item) = items.into_iter().min_by_key(|&at| (apart(at), age(at))) else { continue };
        taken.push(item);
        let mut facts = vec![Fact::pro("evidence-amount-exact", Args::new())];
        if let Some(habit) = habit {
            let args = Args::new().with("days", Arg::Count(habit));
            facts.push(Fact::pro("evidence-usual-days", args));
        }
        facts.push(Fact::contra("evidence-equal-items", Args::new()));
        let decision = Decision::Suggested;
        let (left, right) = (vec![left], vec![item]);
        proposals.push(Proposal {
            decision,
            left,
            right,
            code: None,
            facts,
            other: None,
            stated: None,
        });
    }
    proposals
}
