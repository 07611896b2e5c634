//! From one total to the other as a column of figures with footing rules.

use serde::{Deserialize, Serialize};

use crate::analysis::reconcile::{Bridge, Cause, Part, Reconciled};
use crate::base::Money;
use crate::view::Amount;
use crate::view::tie::currency_name;
use crate::words::{self, Lang, format};

/// One currency.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct BridgeTable {
    pub currency: String,
    pub code: String,
    pub rows: Vec<BridgeRow>,
}

#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct BridgeRow {
    pub text: String,
    pub count: String,
    pub amount: Amount,
    /// `total` under a footing rule, `proved` where nothing is left, `open` where something is,
    /// `asks` for a cause that says where and not why; empty for a plain figure.
    pub mark: String,
}

pub(super) fn table(done: &Reconciled, bridge: &Bridge, lang: Lang) -> BridgeTable {
    let rows = match bridge.adjusted {
        Some((left, right)) => of_bank(done, bridge, (left, right), lang),
        None => of_totals(done, bridge, lang),
    };
    BridgeTable {
        currency: currency_name(bridge.currency, lang),
        code: format::currency(bridge.currency),
        rows,
    }
}

/// Left − right = difference; what explains it; what is left.
fn of_totals(done: &Reconciled, bridge: &Bridge, lang: Lang) -> Vec<BridgeRow> {
    let word = done.comparison.word();
    let mut rows = vec![
        total(&format!("{word}-left"), bridge.left_rows, bridge.left, lang),
        total(&format!("{word}-right"), bridge.right_rows, bridge.right, lang),
        figure("tie-difference", bridge.difference(), "total", lang),
    ];
    rows.extend(bridge.parts.iter().filter(|p| p.cause.explains()).map(|p| part(p, false, lang)));
    rows.push(left_over(bridge, lang));
    rows.extend(bridge.parts.iter().filter(|p| !p.cause.explains()).map(|p| part(p, false, lang)));
    if !bridge.unlocated.is_zero() && bridge.unlocated != bridge.unexplained {
        rows.push(figure("compare-unlocated", bridge.unlocated, "asks", lang));
    }
    rows
}

/// The bank's total with what only the book has; the book's with what only the bank has.
fn of_bank(
    done: &Reconciled,
    bridge: &Bridge,
    adjusted: (Money, Money),
    lang: Lang,
) -> Vec<BridgeRow> {
    let word = done.comparison.word();
    let of_book = |cause: Cause| matches!(cause, Cause::InTransit | Cause::Outstanding);
    let explaining = || bridge.parts.iter().filter(|part| part.cause.explains());
    let mut rows = vec![total(&format!("{word}-left"), bridge.left_rows, bridge.left, lang)];
    rows.extend(explaining().filter(|p| of_book(p.cause)).map(|p| part(p, true, lang)));
    rows.push(figure("compare-adjusted-bank", adjusted.0, "total", lang));
    rows.push(total(&format!("{word}-right"), bridge.right_rows, bridge.right, lang));
    rows.extend(explaining().filter(|p| !of_book(p.cause)).map(|p| part(p, false, lang)));
    rows.push(figure("compare-adjusted-book", adjusted.1, "total", lang));
    rows.push(left_over(bridge, lang));
    rows.extend(bridge.parts.iter().filter(|p| !p.cause.explains()).map(|p| part(p, false, lang)));
    rows.extend(of_account(bridge, lang));
    rows
}

/// The bank's own balances, what they leave open, and what the account comes to with the book's items.
fn of_account(bridge: &Bridge, lang: Lang) -> Vec<BridgeRow> {
    let Some((balances, adjusted)) = bridge.balances.zip(bridge.adjusted_balance()) else {
        return Vec::new();
    };
    let gap = balances.gap(bridge.left);
    let mut rows = vec![
        figure("compare-balance-opening", balances.opening, "", lang),
        figure("compare-balance-closing", balances.closing, "", lang),
    ];
    if !gap.is_zero() {
        rows.push(figure("compare-balance-gap", gap, "asks", lang));
    }
    rows.push(figure("compare-balance-adjusted", adjusted, "total", lang));
    rows
}

fn total(key: &str, rows: usize, money: Money, lang: Lang) -> BridgeRow {
    let mut row = figure(key, money, "", lang);
    row.count = format::count(rows as i64);
    row
}

fn figure(key: &str, money: Money, mark: &str, lang: Lang) -> BridgeRow {
    BridgeRow {
        text: words::text(lang, key),
        count: String::new(),
        amount: Amount::of(money),
        mark: mark.to_owned(),
    }
}

fn left_over(bridge: &Bridge, lang: Lang) -> BridgeRow {
    let mark = if bridge.is_tied() { "proved" } else { "open" };
    figure("tie-unexplained", bridge.unexplained, mark, lang)
}

/// `turned`: what the right list has and the left does not, as it changes the left.
fn part(part: &Part, turned: bool, lang: Lang) -> BridgeRow {
    let minor = if turned { -part.amount.minor } else { part.amount.minor };
    let mark = if part.cause.explains() { "" } else { "asks" };
    let mut row = figure(part.cause.word(), Money::new(minor, part.amount.currency), mark, lang);
    row.count = format::count(part.lines as i64);
    row
}
