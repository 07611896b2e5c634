//! Rows of both sides that a person puts together, with amounts where one is split: what would be
//! applied to what, what is left, and whether that can stand. Nothing is decided here.
//!
//! Invariant: nothing is applied beyond what earlier confirmed matches left of a row; what the
//! machine matched gives way.

use super::application::seen;
use crate::matching::{Application, Coded, Decision, Difference, Keys, Outcome, Side, exchanged};

/// What is put together: positions in the sides of a run.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Together {
    pub receipts: Vec<u32>,
    /// With the amount that is to be applied, where it is not simply what is open.
    pub items: Vec<(u32, Option<i64>)>,
    /// What is left has this reason.
    pub code: Option<Difference>,
    pub note: String,
}

/// What would come of it; `available` and `rest` are aligned with the rows.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Plan {
    pub receipts_available: Vec<i64>,
    pub receipts_rest: Vec<i64>,
    pub items_available: Vec<i64>,
    pub items_rest: Vec<i64>,
    /// Word key of why it cannot stand.
    pub problem: Option<&'static str>,
    pub application: Option<Application>,
}

pub fn plan(outcome: &Outcome, together: &Together) -> Plan {
    let rights: Vec<u32> = together.items.iter().map(|(at, _)| *at).collect();
    let (left, right) = available(outcome, &together.receipts, &rights);
    let mut plan = Plan {
        receipts_available: left.clone(),
        receipts_rest: left,
        items_available: right.clone(),
        items_rest: right,
        ..Plan::default()
    };
    if let (&[left], &[(right, None)]) = (together.receipts.as_slice(), together.items.as_slice()) {
        let sides = &outcome.sides;
        let (receipt, item) = (&sides.left[left as usize], &sides.right[right as usize]);
        if receipt.currency != item.currency {
            return exchange(outcome, (left, right), plan);
        }
    }
    plan.problem = problem(outcome, together, &plan);
    if plan.problem.is_some() {
        return plan;
    }
    let set_off = set_off(&mut plan.items_rest);
    let applied = apply(together, &mut plan);
    if applied.is_empty() && set_off.is_empty() {
        plan.problem = Some("by-hand-nothing-applies");
        return plan;
    }
    let sides = &outcome.sides;
    plan.application = Some(Application {
        receipts: together.receipts.iter().map(|&at| Keys(&sides.left).of(at)).collect(),
        items: rights.iter().map(|&at| Keys(&sides.right).of(at)).collect(),
        applied,
        set_off,
        coded: coded(together, &plan),
        pass: None,
        seen: seen(outcome, &together.receipts, &rights),
        unlearned: false,
    });
    plan
}

/// A receipt and an item of two currencies, by the rate of the receipt's day: each is closed in its
/// own, and nothing is added. Without a dated rate it is refused.
fn exchange(outcome: &Outcome, (left, right): (u32, u32), mut plan: Plan) -> Plan {
    let sides = &outcome.sides;
    let (receipt, item) = (&sides.left[left as usize], &sides.right[right as usize]);
    let whole =
        plan.receipts_available == [receipt.amount] && plan.items_available == [item.amount];
    plan.problem = if !whole || receipt.amount.signum() != item.amount.signum() {
        Some("by-hand-exchange-whole")
    } else if exchanged(&sides.rates, item, receipt).is_none() {
        Some("by-hand-no-rate")
    } else {
        None
    };
    if plan.problem.is_some() {
        return plan;
    }
    let coded = |side: Side, minor: i64| Coded {
        side,
        place: 0,
        code: Difference::Exchange,
        minor,
        note: String::new(),
    };
    plan.application = Some(Application {
        receipts: vec![Keys(&sides.left).of(left)],
        items: vec![Keys(&sides.right).of(right)],
        applied: Vec::new(),
        set_off: Vec::new(),
        coded: vec![coded(Side::Receipt, receipt.amount), coded(Side::Item, item.amount)],
        pass: None,
        seen: seen(outcome, &[left], &[right]),
        unlearned: false,
    });
    plan.receipts_rest = vec![0];
    plan.items_rest = vec![0];
    plan
}

/// What confirmed matches left of the rows.
fn available(outcome: &Outcome, left: &[u32], right: &[u32]) -> (Vec<i64>, Vec<i64>) {
    let sides = &outcome.sides;
    let mut lefts: Vec<i64> = left.iter().map(|&at| sides.left[at as usize].amount).collect();
    let mut rights: Vec<i64> = right.iter().map(|&at| sides.right[at as usize].amount).collect();
    let place = |all: &[u32], one: u32| all.iter().position(|&at| at == one);
    let confirmed = outcome.matches.iter().filter(|m| m.decision == Decision::Confirmed);
    for found in confirmed {
        for allocation in &found.allocations {
            if let Some(at) = place(left, allocation.left) {
                lefts[at] -= allocation.amount * lefts[at].signum();
            }
            if let Some(at) = place(right, allocation.right) {
                rights[at] -= allocation.amount * rights[at].signum();
            }
        }
        for offset in &found.offsets {
            if let Some(at) = place(right, offset.credit) {
                rights[at] += offset.amount;
            }
            if let Some(at) = place(right, offset.invoice) {
                rights[at] -= offset.amount;
            }
        }
        if found.code.is_some_and(Difference::closes) {
            for &(side, at, minor) in &found.left_over {
                let (rows, all) = match side {
                    Side::Receipt => (&mut lefts, left),
                    Side::Item => (&mut rights, right),
                };
                if let Some(at) = place(all, at) {
                    rows[at] -= minor;
                }
            }
        }
    }
    (lefts, rights)
}

fn problem(outcome: &Outcome, together: &Together, plan: &Plan) -> Option<&'static str> {
    let sides = &outcome.sides;
    let lefts = together.receipts.iter().map(|&at| sides.left[at as usize].currency);
    let rights = together.items.iter().map(|&(at, _)| sides.right[at as usize].currency);
    let mut currencies: Vec<_> = lefts.chain(rights).collect();
    currencies.sort_unstable();
    currencies.dedup();
    let too_much =
        together.items.iter().zip(&plan.items_available).any(|((_, wanted), open)| {
            wanted.is_some_and(|wanted| wanted <= 0 || wanted > open.abs())
        });
    if together.receipts.is_empty() || together.items.is_empty() {
        Some("by-hand-needs-both")
    } else if currencies.len() > 1 {
        Some("by-hand-two-currencies")
    } else if too_much {
        Some("by-hand-more-than-open")
    } else {
        None
    }
}

/// Credits against invoices, before money is.
fn set_off(items: &mut [i64]) -> Vec<(u32, u32, i64)> {
    let mut all = Vec::new();
    for credit in 0..items.len() {
        for invoice in 0..items.len() {
            let amount = (-items[credit]).min(items[invoice]);
            if items[credit] < 0 && amount > 0 {
                items[credit] += amount;
                items[invoice] -= amount;
                all.push((credit as u32, invoice as u32, amount));
            }
        }
    }
    all
}

fn apply(together: &Together, plan: &mut Plan) -> Vec<(u32, u32, i64)> {
    let mut applied = Vec::new();
    for (r, (_, wanted)) in together.items.iter().enumerate() {
        let mut rest = wanted.unwrap_or(i64::MAX).min(plan.items_rest[r].abs());
        for l in 0..together.receipts.len() {
            let sign = plan.receipts_rest[l].signum();
            let amount = rest.min(plan.receipts_rest[l].abs());
            if sign == plan.items_rest[r].signum() && amount > 0 {
                plan.receipts_rest[l] -= amount * sign;
                plan.items_rest[r] -= amount * sign;
                rest -= amount;
                applied.push((l as u32, r as u32, amount));
            }
        }
    }
    applied
}

/// The reason hangs on whichever side something is left of, where the reason can be its.
fn coded(together: &Together, plan: &Plan) -> Vec<Coded> {
    let Some(code) = together.code else { return Vec::new() };
    let over = matches!(code, Difference::OverPaid | Difference::Refund);
    let small = matches!(code, Difference::Rounding | Difference::BankFee);
    let of = |side: Side, rest: &[i64]| -> Vec<Coded> {
        let left = rest.iter().enumerate().filter(|(_, minor)| **minor != 0);
        let one = left.map(|(at, &minor)| Coded {
            side,
            place: at as u32,
            code,
            minor,
            note: together.note.trim().to_owned(),
        });
        one.collect()
    };
    let mut all = Vec::new();
    if over || small {
        all.extend(of(Side::Receipt, &plan.receipts_rest));
    }
    if !over {
        all.extend(of(Side::Item, &plan.items_rest));
    }
    all
}
