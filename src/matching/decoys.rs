//! How much a set proves: of amounts next to the receipt's that nobody paid, how many also add up
//! from the same items. Asked for one match, never part of a run.

use super::decided::{Decision, Match};
use super::evidence::Fact;
use super::rulings::Side;
use super::run::Outcome;
use super::subset::{Problem, decoy_hits};
use crate::words::{Arg, Args};

/// Passes whose sets nothing but their sum holds together.
const BY_SUM: &[&str] = &["R26", "R45", "R50", "R51"];
const TRIALS: u32 = 8;
const STEPS_MAX: u64 = 50_000;
/// Beyond it nearly every amount is some set's, and a trial tells nothing.
const POOL_MAX: usize = 40;

/// The trial of a match that was found by its sum alone.
pub fn decoys(outcome: &Outcome, at: u32) -> Option<Fact> {
    let found = outcome.matches.get(at as usize)?;
    let (centre, members) = match (found.left.as_slice(), found.right.as_slice()) {
        (&[left], items) if items.len() > 1 => ((Side::Receipt, left), (Side::Item, items)),
        (receipts, &[item]) if receipts.len() > 1 => {
            ((Side::Item, item), (Side::Receipt, receipts))
        }
        _ => return None,
    };
    if !BY_SUM.contains(&found.pass) || found.decision == Decision::Confirmed {
        return None;
    }
    let part = |side: Side, row: u32| outcome.part(side, row, at).minor;
    let mut amounts: Vec<i64> = members.1.iter().map(|&row| part(members.0, row)).collect();
    let target: i64 = amounts.iter().sum();
    amounts.extend(others(outcome, found, members.0, centre.1));
    if amounts.len() > POOL_MAX || amounts.contains(&0) {
        return None;
    }
    let (pool, size_max) = (amounts.len(), amounts.len());
    let problem = Problem { amounts, low: target, high: target, size_max, steps_max: STEPS_MAX };
    let hits = decoy_hits(&problem, TRIALS);
    let args = Args::new()
        .with("hits", Arg::Count(hits.into()))
        .with("trials", Arg::Count(TRIALS.into()))
        .with("pool", Arg::Count(pool as i64));
    Some(match hits {
        0 => Fact::pro("evidence-decoys", args),
        _ => Fact::contra("evidence-decoys", args),
    })
}

/// What else was open of the same customer when the set was looked for.
fn others(outcome: &Outcome, found: &Match, side: Side, centre: u32) -> Vec<i64> {
    let Some(case) = outcome.case.as_deref() else { return Vec::new() };
    let (of, own, rest) = match side {
        Side::Item => {
            let payer = case.payers[centre as usize].map(|payer| payer.customer);
            (payer.and_then(|c| case.items_of.get(&c)), &found.right, &outcome.rest_right)
        }
        Side::Receipt => {
            let customer = case.customers.of_item[centre as usize];
            (customer.and_then(|c| case.receipts_of.get(&c)), &found.left, &outcome.rest_left)
        }
    };
    let reached = |row: &u32| match side {
        Side::Item => {
            case.compatible(centre as usize, *row as usize)
                && case.in_window(centre as usize, *row as usize)
        }
        Side::Receipt => {
            case.compatible(*row as usize, centre as usize)
                && case.in_window(*row as usize, centre as usize)
        }
    };
    let open = of.into_iter().flatten().filter(|row| !own.contains(row) && reached(row));
    open.map(|&row| rest[row as usize]).filter(|&minor| minor != 0).collect()
}
