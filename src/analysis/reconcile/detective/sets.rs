//! Leads of two rows and of more: pairs by looking up what is missing to each, sets by the search
//! that proves that there is one only.

use std::collections::BTreeMap;

use super::{Lead, LeadKind, Suspect};
use crate::base::{Money, Source};
use crate::matching::subset::{self, Problem, Proof};

/// Open rows beyond which nearly every amount is some pair's or some set's.
const PAIR_ROWS_MAX: usize = 400;
const SET_ROWS_MAX: usize = 30;
const STEPS_MAX: u64 = 400_000;
const DECOYS: u32 = 8;
/// Accidental sets to be expected, in millionths, from which a set is no lead any more.
const CHANCE_MAX: u64 = 2_000_000;

/// Two open rows that add up to the difference, or differ by it.
pub(super) fn pairs(difference: Money, suspects: &[Suspect]) -> Vec<Lead> {
    let open: Vec<&Suspect> = suspects.iter().filter(|suspect| suspect.open).collect();
    if open.len() > PAIR_ROWS_MAX {
        return Vec::new();
    }
    let mut by_effect: BTreeMap<i64, Vec<Source>> = BTreeMap::new();
    for suspect in &open {
        by_effect.entry(suspect.effect).or_default().push(suspect.source);
    }
    let mut leads = Vec::new();
    for (&effect, sources) in &by_effect {
        let Some(rest) = difference.minor.checked_sub(effect) else { continue };
        if rest < effect {
            continue;
        }
        let others = by_effect.get(&rest).map_or(&[][..], Vec::as_slice);
        let rows = match (rest == effect, sources.as_slice(), others) {
            (true, [one, two, ..], _) => vec![*one, *two],
            (false, [one, ..], [two, ..]) => vec![*one, *two],
            _ => continue,
        };
        leads.push(Lead {
            kind: LeadKind::Pair,
            rows,
            figure: None,
            chance: None,
            decoys: None,
            ratio: None,
            open: true,
        });
    }
    leads
}

/// The one set of open rows that comes to the difference; and how many rows were left unsearched.
pub(super) fn subset(difference: Money, suspects: &[Suspect]) -> (Option<Lead>, usize) {
    let open: Vec<&Suspect> = suspects.iter().filter(|suspect| suspect.open).collect();
    if open.len() > SET_ROWS_MAX {
        return (None, open.len());
    }
    let problem = Problem {
        amounts: open.iter().map(|suspect| suspect.effect).collect(),
        low: difference.minor,
        high: difference.minor,
        size_max: open.len(),
        steps_max: STEPS_MAX,
    };
    let members = match subset::search(&problem) {
        Proof::Unique { members, free: false } if members.len() > 2 => members,
        Proof::Unfinished(_) => return (None, open.len()),
        _ => return (None, 0),
    };
    let chance = subset::expected_per_million(&problem);
    if chance > CHANCE_MAX {
        return (None, 0);
    }
    let lead = Lead {
        kind: LeadKind::Set,
        rows: members.into_iter().map(|at| open[at].source).collect(),
        figure: None,
        chance: Some(chance),
        decoys: Some((subset::decoy_hits(&problem, DECOYS), DECOYS)),
        ratio: None,
        open: true,
    };
    (Some(lead), 0)
}
