//! R30: a receipt clears the whole account of its payer, credits taken off.

use super::{Pass, each_receipt, guarded};
use crate::matching::case::Case;
use crate::matching::decided::Decision;
use crate::matching::evidence::{Fact, days_between};
use crate::matching::pool::{Pool, Proposal};
use crate::matching::subset::{Problem, Proof, search};
use crate::words::{Arg, Args};

pub static PASS: Pass =
    Pass { code: "R30", most: Decision::Auto, propose: |case, pool| Box::pin(propose(case, pool)) };

async fn propose(case: &Case, pool: &mut Pool) -> Vec<Proposal> {
    let cleared = |left: u32| {
        let items = on_account(case, pool, left);
        let total: i128 = items.iter().map(|&at| i128::from(pool.right(at))).sum();
        let whole = items.len() > 1 && total == i128::from(pool.left(left));
        whole.then(|| natural(case, pool, left, items, "evidence-account-cleared"))
    };
    each_receipt(pool, cleared).await
}

/// Everything that is open of the payer on the day of the receipt.
pub fn on_account(case: &Case, pool: &Pool, left: u32) -> Vec<u32> {
    let Some(payer) = case.payers[left as usize] else { return Vec::new() };
    let paid = case.sides.left[left as usize].date;
    let all = pool.items_of(payer.customer);
    let open = |&&at: &&u32| {
        let billed = case.sides.right[at as usize].date;
        let early = match (billed, paid) {
            (Some(billed), Some(paid)) => days_between(paid, billed) > case.options.days_before_max,
            _ => false,
        };
        pool.right(at) != 0 && !early && case.compatible(left as usize, at as usize)
    };
    all.iter().filter(open).copied().collect()
}

/// Whether one item alone comes to the receipt: it is as likely meant as all that adds up to it.
pub fn fits_one(pool: &Pool, left: u32, items: &[u32]) -> bool {
    items.iter().any(|&at| pool.right(at) == pool.left(left))
}

/// A set that stands for something: the account, what is due, a month. Old items are no veto here.
pub fn natural(
    case: &Case,
    pool: &Pool,
    left: u32,
    right: Vec<u32>,
    key: &'static str,
) -> Proposal {
    let certain = case.payers[left as usize].is_some_and(|payer| payer.certain);
    let held = case.sides.left[left as usize].missing
        || right.iter().any(|&at| case.sides.right[at as usize].held);
    let strange = right.iter().any(|&at| case.is_strange_account(left as usize, at as usize));
    let count = Arg::Count(right.len() as i64);
    let mut facts = vec![Fact::pro(key, Args::new().with("count", count))];
    if case.sides.left[left as usize].missing {
        facts.push(Fact::contra("veto-missing-line", Args::new()));
    }
    if strange {
        facts.push(Fact::contra("veto-account", Args::new()));
    }
    // A text that names some of the set means those and no others, unless it counts the rest.
    let meant = case.meant(left);
    let counted = case.counts[left as usize].is_some_and(|c| c.after_one() as usize == right.len());
    let plain = counted || meant.is_empty() || right.iter().all(|at| meant.contains(at));
    let amounts: Vec<i64> = right.iter().map(|&at| pool.right(at)).collect();
    let fits_without = has_nil_part(case, &amounts);
    if fits_without {
        facts.push(Fact::contra("evidence-nil-part", Args::new()));
    }
    let decision = if certain
        && !held
        && !strange
        && plain
        && !fits_without
        && !case.names_another(left, &right)
    {
        Decision::Auto
    } else {
        Decision::Suggested
    };
    let left = vec![left];
    let proposal = Proposal { decision, left, right, code: None, facts, other: None, stated: None };
    guarded(case, pool, proposal)
}

/// Credits, one of them or all, that some of the invoices come to: the amount would fit without them,
/// so that to set them off was nobody's word.
fn has_nil_part(case: &Case, amounts: &[i64]) -> bool {
    let debits: Vec<i64> = amounts.iter().copied().filter(|&amount| amount > 0).collect();
    let credits = amounts.iter().copied().filter(|&amount| amount < 0).map(|amount| -amount);
    let all: i64 = credits.clone().sum();
    credits.chain([all]).filter(|&credit| credit != 0).any(|credit| {
        let problem = Problem {
            amounts: debits.clone(),
            low: credit,
            high: credit,
            size_max: debits.len(),
            steps_max: case.options.search_steps_max,
        };
        // Not to have finished the search is no proof that there is none.
        search(&problem) != Proof::None
    })
}
