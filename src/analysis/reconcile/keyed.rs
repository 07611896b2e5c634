//! Lists whose rows have names: rows of one name are held against each other, whole names only.
//!
//! Invariant: a name that stands several times pairs equal amounts first, as often as both lists
//! have them; order of rows decides nothing.

use std::collections::BTreeMap;

use super::{Cause, Comparison, Entry, Line, Reconciled};
use crate::base::{Date, Money, Sums};
use crate::table::{Kind, Table};

type Group = (Vec<u32>, Vec<u32>);

pub(super) fn pair(done: &mut Reconciled, left: &Table, right: &Table) {
    let mut groups: BTreeMap<String, Group> = BTreeMap::new();
    let mut nameless: Group = Default::default();
    for (at, entry) in done.left.entries.iter().enumerate() {
        if entry.folded.is_empty() {
            nameless.0.push(at as u32);
        } else {
            groups.entry(entry.folded.clone()).or_default().0.push(at as u32);
        }
    }
    for (at, entry) in done.right.entries.iter().enumerate() {
        if entry.folded.is_empty() {
            nameless.1.push(at as u32);
        } else {
            groups.entry(entry.folded.clone()).or_default().1.push(at as u32);
        }
    }
    join_bare_numbers(&mut groups);
    let summed = (left.kind == Kind::Lines) != (right.kind == Kind::Lines);
    let mut lines = Vec::new();
    for group in groups.into_values() {
        one_name(done, group, summed, &mut lines);
    }
    lines.extend(nameless.0.into_iter().map(|at| line(vec![at], Vec::new(), Cause::NoKey)));
    lines.extend(nameless.1.into_iter().map(|at| line(Vec::new(), vec![at], Cause::NoKey)));
    done.lines = lines;
}

/// A spreadsheet eats leading zeros: two numbers that differ by them alone are one, where no third
/// comes into question.
fn join_bare_numbers(groups: &mut BTreeMap<String, Group>) {
    let mut bare: BTreeMap<String, (Vec<String>, Vec<String>)> = BTreeMap::new();
    for (key, (lefts, rights)) in groups.iter() {
        let short = key.trim_start_matches('0');
        let digits = !short.is_empty() && short.bytes().all(|b| b.is_ascii_digit());
        if !digits || lefts.is_empty() == rights.is_empty() {
            continue;
        }
        let slot = bare.entry(short.to_owned()).or_default();
        let side = if rights.is_empty() { &mut slot.0 } else { &mut slot.1 };
        side.push(key.clone());
    }
    for (left, right) in bare.into_values() {
        if let ([left], [right]) = (left.as_slice(), right.as_slice())
            && let Some((_, rights)) = groups.remove(right)
            && let Some(slot) = groups.get_mut(left)
        {
            slot.1 = rights;
        }
    }
}

/// Rows of one name. `summed`: one list has a row for each line of a document, the other one for
/// the whole of it.
fn one_name(done: &Reconciled, group: Group, summed: bool, lines: &mut Vec<Line>) {
    let (mut lefts, mut rights) = group;
    if lefts.is_empty() || rights.is_empty() {
        lines.extend(lefts.into_iter().map(|at| alone(done, at, true)));
        lines.extend(rights.into_iter().map(|at| alone(done, at, false)));
        return;
    }
    if lefts.len() != rights.len() && (summed || agree(done, &lefts, &rights)) {
        let cause = if agree(done, &lefts, &rights) { Cause::Equal } else { Cause::Off };
        lines.push(line(lefts, rights, cause));
        return;
    }
    let (had_left, had_right) =
        (amounts(&done.left.entries, &lefts), amounts(&done.right.entries, &rights));
    equal_pairs(done, &mut lefts, &mut rights, lines);
    match (lefts.as_slice(), rights.as_slice()) {
        ([], []) => {}
        ([], extra) => {
            let twice = |at: &u32| had_left.contains(&done.right.entries[*at as usize].amount);
            lines.extend(extra.iter().map(|at| match twice(at) {
                true => line(Vec::new(), vec![*at], Cause::Twice),
                false => alone(done, *at, false),
            }));
        }
        (extra, []) => {
            let twice = |at: &u32| had_right.contains(&done.left.entries[*at as usize].amount);
            lines.extend(extra.iter().map(|at| match twice(at) {
                true => line(vec![*at], Vec::new(), Cause::Twice),
                false => alone(done, *at, true),
            }));
        }
        _ => {
            let cause = if agree(done, &lefts, &rights) { Cause::Equal } else { Cause::Off };
            lines.push(line(lefts, rights, cause));
        }
    }
}

/// Takes out of both lists what they have in common, amount by amount.
fn equal_pairs(
    done: &Reconciled,
    lefts: &mut Vec<u32>,
    rights: &mut Vec<u32>,
    lines: &mut Vec<Line>,
) {
    lefts.sort_by_key(|&at| order(&done.left.entries[at as usize]));
    rights.sort_by_key(|&at| order(&done.right.entries[at as usize]));
    let mut kept = Vec::new();
    for &left in lefts.iter() {
        let amount = done.left.entries[left as usize].amount;
        let place = rights.iter().position(|&at| done.right.entries[at as usize].amount == amount);
        match place {
            Some(place) => lines.push(line(vec![left], vec![rights.remove(place)], Cause::Equal)),
            None => kept.push(left),
        }
    }
    *lefts = kept;
}

fn order(entry: &Entry) -> (Option<Money>, Option<Date>, usize) {
    (entry.amount, entry.date, entry.row)
}

fn amounts(entries: &[Entry], at: &[u32]) -> Vec<Option<Money>> {
    at.iter().map(|&at| entries[at as usize].amount).collect()
}

fn agree(done: &Reconciled, lefts: &[u32], rights: &[u32]) -> bool {
    let sum = |entries: &[Entry], at: &[u32]| -> Sums {
        at.iter().filter_map(|&at| entries[at as usize].amount).collect()
    };
    let (left, right) = (sum(&done.left.entries, lefts), sum(&done.right.entries, rights));
    left.iter().all(|money| right.get(money.currency) == money)
        && right.iter().all(|money| left.get(money.currency) == money)
}

/// A row that the other list does not have.
fn alone(done: &Reconciled, at: u32, is_left: bool) -> Line {
    let (own, other) = if is_left { (&done.left, &done.right) } else { (&done.right, &done.left) };
    let last = other.entries.iter().filter_map(|entry| entry.date).max();
    let later = own.entries[at as usize].date.zip(last).is_some_and(|(day, last)| day > last);
    let cause = match (done.comparison, is_left) {
        (Comparison::Snapshots, true) => Cause::Gone,
        (Comparison::Snapshots, false) => Cause::New,
        _ if later => Cause::CutOff,
        (_, true) => Cause::OnlyLeft,
        (_, false) => Cause::OnlyRight,
    };
    match is_left {
        true => line(vec![at], Vec::new(), cause),
        false => line(Vec::new(), vec![at], cause),
    }
}

pub(super) fn line(left: Vec<u32>, right: Vec<u32>, cause: Cause) -> Line {
    Line { left, right, cause, differing: Vec::new() }
}
