//! R45: the payer is a customer's parent, sister or short form: of what the family owes, one item has
//! the amount, or has it less a known share, or one set adds up to it. The names alone say that they
//! belong together, so that it is a suggestion.

use std::collections::BTreeMap;

use super::r41_share::less;
use super::{POOL_MAX, Pass};
use crate::matching::case::Case;
use crate::matching::decided::Decision;
use crate::matching::deduction::Deduction;
use crate::matching::evidence::Fact;
use crate::matching::pool::{Pool, Proposal, READ};
use crate::matching::solve::{Band, Centre, Search, solve};
use crate::words::{Arg, Args};

pub static PASS: Pass = Pass {
    code: "R45",
    most: Decision::Suggested,
    propose: |case, pool| Box::pin(propose(case, pool)),
};

async fn propose(case: &Case, pool: &mut Pool) -> Vec<Proposal> {
    let mut families: BTreeMap<String, Vec<u32>> = BTreeMap::new();
    let lefts: Vec<u32> = pool.lefts().collect();
    let mut proposals = Vec::new();
    for left in lefts {
        pool.look().await;
        let family = match (case.payers[left as usize], &case.sides.left[left as usize].name) {
            (Some(payer), _) => case.customers.family(payer.customer),
            (None, Some(name)) => families
                .entry(name.clone())
                .or_insert_with(|| {
                    pool.pace.spend(READ);
                    case.customers.family_named(name)
                })
                .clone(),
            (None, None) => continue,
        };
        let items = items_of(case, pool, left, &family);
        proposals.extend(of_family(case, pool, left, &items));
    }
    proposals
}

fn items_of(case: &Case, pool: &Pool, left: u32, family: &[u32]) -> Vec<u32> {
    let all = family.iter().flat_map(|&customer| pool.items_of(customer)).copied();
    let at = left as usize;
    all.filter(|&item| {
        pool.right(item) != 0
            && !pool.is_refused(left, item)
            && !case.sides.right[item as usize].held
            && case.compatible(at, item as usize)
            && case.in_window(at, item as usize)
            && case.named[at]
                .iter()
                .all(|named| *named == item || !family_has(case, family, *named))
    })
    .collect()
}

/// To name an item of the family speaks against its others.
fn family_has(case: &Case, family: &[u32], item: u32) -> bool {
    case.customers.of_item[item as usize].is_some_and(|customer| family.contains(&customer))
}

fn of_family(case: &Case, pool: &mut Pool, left: u32, items: &[u32]) -> Option<Proposal> {
    let received = pool.left(left);
    let exact: Vec<u32> = items.iter().copied().filter(|&at| pool.right(at) == received).collect();
    let less: Vec<(u32, Deduction)> = items
        .iter()
        .filter_map(|&at| less(case, pool, left, at).map(|deduction| (at, deduction)))
        .collect();
    match (exact.as_slice(), less.as_slice()) {
        (&[item], _) => Some(proposal(case, left, vec![item], None)),
        ([], [(item, deduction)]) => Some(proposal(case, left, vec![*item], Some(deduction))),
        ([], []) if (2..=POOL_MAX).contains(&items.len()) => {
            let found = solve(case, pool, Search::new(Centre::Receipt(left), items, Band::Exact))?;
            let shown = found.is_proved() && found.chance <= case.options.shown_chance_max;
            shown.then(|| proposal(case, left, found.members, None))
        }
        _ => None,
    }
}

fn proposal(case: &Case, left: u32, right: Vec<u32>, deduction: Option<&Deduction>) -> Proposal {
    let mut facts = Vec::new();
    let customer = right.first().and_then(|&at| case.customers.of_item[at as usize]);
    let label = customer.map(|at| case.customers.all[at as usize].label.clone());
    let args = Args::new().with("customer", Arg::Text(label.unwrap_or_default()));
    facts.push(Fact::pro("evidence-family", args));
    facts.push(match deduction {
        None => Fact::pro("evidence-amount-exact", Args::new()),
        Some(deduction) => deduction.fact.clone(),
    });
    Proposal {
        decision: Decision::Suggested,
        left: vec![left],
        right,
        code: deduction.map(|deduction| deduction.code),
        facts,
        other: None,
        stated: None,
    }
}
