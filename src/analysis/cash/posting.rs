//! What goes back into the ledger: one document a receipt of the matches that stand. The items that
//! it clears, what is given up by a code, what stays open as a residual, what stays on account.
//!
//! Invariant: every document comes to nil, in one currency, asserted where it is built.

use std::collections::BTreeMap;

use crate::matching::{Decision, Difference, Match, Outcome, Side};

/// What one line of a document does.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Role {
    /// The money on the bank's account.
    Bank,
    /// An open item, cleared by so much.
    Clears,
    /// Of a cleared item, what stays open under its number.
    Residual,
    /// Given up or booked elsewhere: a discount, a fee, tax withheld, rounding.
    Difference,
    /// Received and not applied: credit of the customer.
    OnAccount,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Line {
    pub role: Role,
    /// Position of the open item, where the line is about one.
    pub item: Option<u32>,
    pub code: Option<Difference>,
    /// Debit positive, credit negative.
    pub minor: i64,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Posting {
    /// Position of the receipt.
    pub receipt: u32,
    pub pass: &'static str,
    pub by_person: bool,
    pub lines: Vec<Line>,
}

/// In the order of the bank's file.
pub fn postings(outcome: &Outcome) -> Vec<Posting> {
    let mut by_receipt: BTreeMap<u32, Posting> = BTreeMap::new();
    // Why money stays on account, where somebody said so.
    let mut kept: BTreeMap<u32, Difference> = BTreeMap::new();
    let stands = |found: &&Match| matches!(found.decision, Decision::Auto | Decision::Confirmed);
    for found in outcome.matches.iter().filter(stands) {
        for &receipt in &found.left {
            let lines = lines(found, receipt, &outcome.sides.left[receipt as usize]);
            let posting = by_receipt.entry(receipt).or_insert_with(|| Posting {
                receipt,
                pass: found.pass,
                by_person: found.decision == Decision::Confirmed,
                lines: Vec::new(),
            });
            posting.lines.extend(lines);
            if found.code == Some(Difference::Exchange) {
                continue;
            }
            let on_account = left_of(found, Side::Receipt, receipt);
            kept.extend(on_account.map(|(code, _)| (receipt, code)).filter(|(_, c)| !c.closes()));
        }
    }
    for posting in by_receipt.values_mut() {
        let received = outcome.sides.left[posting.receipt as usize].amount;
        close(posting, received, kept.get(&posting.receipt).copied());
    }
    let mut all: Vec<Posting> = by_receipt.into_values().collect();
    all.sort_by_key(|posting| outcome.sides.left[posting.receipt as usize].source);
    all
}

/// The money first, and what no line took stands on account.
fn close(posting: &mut Posting, received: i64, code: Option<Difference>) {
    let bank = Line { role: Role::Bank, item: None, code: None, minor: received };
    posting.lines.insert(0, bank);
    let rest: i64 = posting.lines.iter().map(|line| line.minor).sum();
    if rest != 0 {
        posting.lines.push(Line { role: Role::OnAccount, item: None, code, minor: -rest });
    }
    debug_assert_eq!(posting.lines.iter().map(|line| line.minor).sum::<i64>(), 0);
}

/// What the receipt does. Credits that are set off, and what is left of items, stand in the
/// document of the match's first receipt, so that with all of them each item is cleared once.
fn lines(found: &Match, receipt: u32, item: &crate::matching::Item) -> Vec<Line> {
    let sign = item.amount.signum();
    if found.code == Some(Difference::Exchange) {
        // The ledger knows what the item stands at and books the difference itself.
        let item_at = found.right.first().copied();
        let minor = -item.amount;
        return vec![Line { role: Role::Clears, item: item_at, code: found.code, minor }];
    }
    let mut cleared: BTreeMap<u32, i64> = BTreeMap::new();
    for allocation in found.allocations.iter().filter(|a| a.left == receipt) {
        *cleared.entry(allocation.right).or_default() += allocation.amount * sign;
    }
    let mut lines = Vec::new();
    if found.left.first() == Some(&receipt) {
        for offset in &found.offsets {
            *cleared.entry(offset.invoice).or_default() += offset.amount;
            *cleared.entry(offset.credit).or_default() -= offset.amount;
        }
        for &at in &found.right {
            for (code, minor) in left_of(found, Side::Item, at) {
                *cleared.entry(at).or_default() += minor;
                let role = if code.closes() { Role::Difference } else { Role::Residual };
                lines.push(Line { role, item: Some(at), code: Some(code), minor });
            }
        }
    }
    lines.extend(cleared.into_iter().map(|(at, minor)| Line {
        role: Role::Clears,
        item: Some(at),
        code: None,
        minor: -minor,
    }));
    for (code, minor) in left_of(found, Side::Receipt, receipt) {
        if code.closes() {
            let line = Line { role: Role::Difference, item: None, code: Some(code), minor: -minor };
            lines.push(line);
        }
    }
    // What is cleared stands before what is left of it.
    lines.sort_by_key(|line| (line.item.is_none(), line.item, line.role));
    lines
}

fn left_of(found: &Match, side: Side, at: u32) -> impl Iterator<Item = (Difference, i64)> + '_ {
    let of = found.left_over.iter().filter(move |left| left.0 == side && left.1 == at);
    of.filter_map(|left| Some((found.code?, left.2)))
}

impl Role {
    /// Key of its word in the catalogue.
    pub fn word(self) -> &'static str {
        match self {
            Role::Bank => "posting-bank",
            Role::Clears => "posting-clears",
            Role::Residual => "posting-residual",
            Role::Difference => "posting-difference",
            Role::OnAccount => "tie-on-account",
        }
    }
}
