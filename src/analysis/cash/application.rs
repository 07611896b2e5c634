//! From what a run found to what a person can decide about it: a match as an application, and one
//! allocation of it taken back. Rows are named by their keys.

use std::collections::BTreeSet;

use crate::matching::{
    Application, BY_HAND, Coded, Decision, Item, Keys, Match, Outcome, Pairing, Proposed, Refusal,
    Reversed, Seen, Side, payer_text,
};
use crate::words::format;

/// The match as a decision that makes it stand.
pub fn of_match(outcome: &Outcome, found: &Match) -> Application {
    let sides = &outcome.sides;
    let (lefts, rights) = (Keys(&sides.left), Keys(&sides.right));
    let place = |all: &[u32], one: u32| all.iter().position(|&at| at == one).unwrap_or(0) as u32;
    let applied = found.allocations.iter();
    let set_off = found.offsets.iter();
    Application {
        receipts: found.left.iter().map(|&at| lefts.of(at)).collect(),
        items: found.right.iter().map(|&at| rights.of(at)).collect(),
        applied: applied
            .map(|a| (place(&found.left, a.left), place(&found.right, a.right), a.amount))
            .collect(),
        set_off: set_off
            .map(|o| (place(&found.right, o.credit), place(&found.right, o.invoice), o.amount))
            .collect(),
        coded: coded(found),
        pass: Some(found.pass.to_owned()),
        seen: seen(outcome, &found.left, &found.right),
        unlearned: false,
    }
}

/// The whole match refused, or taken back where it stood.
pub fn refusal(outcome: &Outcome, found: &Match) -> Refusal {
    Refusal {
        pairing: pairing(outcome, &found.left, &found.right),
        kept: None,
        reversed: reversed(outcome, found),
        proposed: proposed(outcome, found),
    }
}

/// One allocation taken back alone; what else the match applied stays.
pub fn taken_back(outcome: &Outcome, found: &Match, left: u32, right: u32) -> Refusal {
    let mut kept = found.clone();
    kept.allocations.retain(|a| (a.left, a.right) != (left, right));
    kept.left.retain(|&at| kept.allocations.iter().any(|a| a.left == at));
    kept.right.retain(|&at| {
        kept.allocations.iter().any(|a| a.right == at)
            || kept.offsets.iter().any(|o| o.credit == at || o.invoice == at)
    });
    kept.left_over.retain(|&(side, at, _)| match side {
        Side::Receipt => kept.left.contains(&at) && at != left,
        Side::Item => kept.right.contains(&at) && at != right,
    });
    Refusal {
        pairing: pairing(outcome, &[left], &[right]),
        // Whatever stays is the user's word from now on, and teaches nothing new.
        kept: (!kept.allocations.is_empty())
            .then(|| Application { seen: None, ..of_match(outcome, &kept) }),
        reversed: reversed(outcome, found),
        proposed: proposed(outcome, found),
    }
}

/// The rule that found it, for one payer. What a person put together was found by none.
fn proposed(outcome: &Outcome, found: &Match) -> Option<Proposed> {
    let payers = found.left.iter().map(|&at| payer_text(&outcome.sides.left[at as usize]));
    let payers = payers.collect::<Option<BTreeSet<String>>>()?;
    let payer = payers.first().filter(|_| payers.len() == 1)?.clone();
    let (pass, day) = (found.pass.to_owned(), outcome.sides.day);
    (found.pass != BY_HAND).then_some(Proposed { payer, pass, day })
}

/// Only what stood can be reversed: a suggestion never did.
fn reversed(outcome: &Outcome, found: &Match) -> Option<Reversed> {
    let stood = matches!(found.decision, Decision::Auto | Decision::Confirmed);
    let pass = found.pass.to_owned();
    stood.then(|| Reversed { pass, seen: seen(outcome, &found.left, &found.right) })
}

/// Rows that the user says do not belong together.
pub fn pairing(outcome: &Outcome, left: &[u32], right: &[u32]) -> Pairing {
    let (lefts, rights) = (Keys(&outcome.sides.left), Keys(&outcome.sides.right));
    Pairing::of(
        left.iter().map(|&at| lefts.of(at)).collect(),
        right.iter().map(|&at| rights.of(at)).collect(),
    )
}

/// Rows that a decision names, as people know them; where they are not loaded, as it names them.
pub fn rows_named(side: &[Item], keys: &[String]) -> String {
    let name = |key: &String| match Keys(side).position(key).map(|at| &side[at as usize]) {
        Some(item) => {
            let who = item.number.as_deref().or(item.name.as_deref()).unwrap_or_default();
            format!("{who} {} {}", item.currency.code(), format::money(item.money()))
        }
        None => key.replace('|', " "),
    };
    keys.iter().map(name).collect::<Vec<_>>().join(" + ")
}

/// One payer and one customer on the two sides, or nothing to learn.
pub fn seen(outcome: &Outcome, left: &[u32], right: &[u32]) -> Option<Seen> {
    let case = outcome.case.as_ref()?;
    let first = case.customers.of_item.get(*right.first()? as usize).copied()??;
    let one = right.iter().all(|&at| case.customers.of_item[at as usize] == Some(first));
    let items = left.iter().map(|&at| &outcome.sides.left[at as usize]);
    let mut payers: Vec<String> = items.clone().filter_map(payer_text).collect();
    payers.dedup();
    let [payer] = payers.as_slice() else { return None };
    // That a declared house paid says nothing of its name.
    let houses = left.iter().filter_map(|&at| case.payers[at as usize]);
    if houses.into_iter().any(|payer| case.customers.houses_of(first).contains(&payer.customer)) {
        return None;
    }
    let customer = &case.customers.all[first as usize];
    one.then(|| Seen {
        payer: payer.clone(),
        customer: customer.key.clone(),
        label: customer.label.clone(),
        date: items.filter_map(|item| item.date).min(),
    })
}

fn coded(found: &Match) -> Vec<Coded> {
    let Some(code) = found.code else { return Vec::new() };
    let place = |side: Side, at: u32| {
        let all = if side == Side::Receipt { &found.left } else { &found.right };
        all.iter().position(|&one| one == at).unwrap_or(0) as u32
    };
    let left_over = found.left_over.iter();
    left_over
        .map(|&(side, at, minor)| Coded {
            side,
            place: place(side, at),
            code,
            minor,
            note: String::new(),
        })
        .collect()
}
