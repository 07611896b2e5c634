//! The dialog in which a person puts rows together or splits an amount: figures ready, and the
//! decision where it can stand.

use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::inspect::{PassLine, reasons};
use super::line::{Chip, Shown};
use super::{Amount, Paper};
use crate::analysis::cash::{self, Plan, Together};
use crate::base::{Currency, Decimal, Money};
use crate::matching::{Application, Difference, Item, Keys, why_not};
use crate::rules::Results;
use crate::words::{self, Lang};

/// What the user has put together so far, as typed.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Hand {
    /// Keys of receipts.
    pub receipts: Vec<String>,
    /// Keys of items, and the amount typed beside each; empty for what is open.
    pub items: Vec<(String, String)>,
    pub code: Option<Difference>,
    pub note: String,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct HandView {
    pub receipts: Vec<HandRow>,
    pub items: Vec<HandRow>,
    pub applied: Option<Amount>,
    /// Of receipts, and of items, when this is decided.
    pub left_over: Option<Amount>,
    pub still_open: Option<Amount>,
    /// Reasons for what is left: as in the command, and its name.
    pub codes: Vec<(Difference, String)>,
    /// Why it cannot be decided; empty when it can.
    pub problem: String,
    pub application: Option<Application>,
    /// For one receipt and one item: what speaks for and against, and which pass refused.
    pub chips: Vec<Chip>,
    pub passes: Vec<PassLine>,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct HandRow {
    pub paper: Paper,
    pub available: Option<Amount>,
    pub rest: Option<Amount>,
}

const CODES: [Difference; 7] = [
    Difference::ShortPaid,
    Difference::CashDiscount,
    Difference::Withholding,
    Difference::BankFee,
    Difference::Rounding,
    Difference::OverPaid,
    Difference::Refund,
];

pub fn put_together(results: &Results, hand: &Hand, lang: Lang) -> HandView {
    let outcome = &results.cash.outcome;
    let shown = Shown::of(results, lang);
    let sides = &outcome.sides;
    let receipts: Vec<u32> =
        hand.receipts.iter().filter_map(|key| Keys(&sides.left).position(key)).collect();
    let mut unreadable = false;
    let items: Vec<(u32, Option<i64>)> = hand
        .items
        .iter()
        .filter_map(|(key, typed)| {
            let at = Keys(&sides.right).position(key)?;
            let amount = read(typed, sides.right[at as usize].currency);
            unreadable |= amount.is_none() && !typed.trim().is_empty();
            Some((at, amount))
        })
        .collect();
    let together = Together { receipts, items, code: hand.code, note: hand.note.clone() };
    let mut plan = cash::plan(outcome, &together);
    if unreadable {
        plan.problem = Some("by-hand-unreadable");
        plan.application = None;
    }
    let why = match (together.receipts.as_slice(), together.items.as_slice()) {
        (&[left], &[(right, _)]) => why_not(outcome, &results.cash.rulings, left, right),
        _ => None,
    };
    HandView {
        receipts: rows(
            together.receipts.iter().map(|&at| (shown.receipt(at), &sides.left[at as usize])),
            &plan.receipts_available,
            &plan.receipts_rest,
        ),
        items: rows(
            together.items.iter().map(|&(at, _)| (shown.item(at), &sides.right[at as usize])),
            &plan.items_available,
            &plan.items_rest,
        ),
        codes: CODES.iter().map(|&code| (code, words::text(lang, code.word()))).collect(),
        problem: plan.problem.map_or_else(String::new, |key| words::text(lang, key)),
        chips: why.as_ref().map(|why| shown.chips(&why.facts)).unwrap_or_default(),
        passes: why.as_ref().map(|why| reasons(why, lang)).unwrap_or_default(),
        ..totals(&plan, &together, &sides.left, &sides.right)
    }
}

fn totals(plan: &Plan, together: &Together, left: &[Item], right: &[Item]) -> HandView {
    let first = together.receipts.first().map(|&at| left[at as usize].currency);
    let first = first.or(together.items.first().map(|&(at, _)| right[at as usize].currency));
    let money = |minor: i64| first.map(|currency| Amount::of(Money::new(minor, currency)));
    let all = |amounts: &[i64]| money(amounts.iter().sum());
    let before: i64 = plan.receipts_available.iter().sum();
    let after: i64 = plan.receipts_rest.iter().sum();
    HandView {
        applied: money(before - after),
        left_over: all(&plan.receipts_rest),
        still_open: all(&plan.items_rest),
        application: plan.application.clone(),
        ..HandView::default()
    }
}

fn rows<'i>(
    papers: impl Iterator<Item = (Paper, &'i Item)>,
    available: &[i64],
    rest: &[i64],
) -> Vec<HandRow> {
    let amounts = available.iter().zip(rest);
    papers
        .zip(amounts)
        .map(|((paper, item), (available, rest))| HandRow {
            paper,
            available: Some(Amount::of(Money::new(*available, item.currency))),
            rest: Some(Amount::of(Money::new(*rest, item.currency))),
        })
        .collect()
}

/// `1,234.50`, as our own figures are written.
fn read(typed: &str, currency: Currency) -> Option<i64> {
    let plain: String = typed.chars().filter(|c| !matches!(c, ',' | ' ' | '\u{a0}')).collect();
    let number = Decimal::from_str(&plain).ok()?;
    let money = Money::round(number, currency)?;
    (money.decimal() == number).then_some(money.minor)
}
