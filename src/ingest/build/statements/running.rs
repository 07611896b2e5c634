//! The running balance of a bank's list: each balance is the one before, plus or minus its line.
//!
//! It proves that no line is missing and in which direction the list runs, newest first or last.
//! A list that runs in neither direction all the way is said at each row where it breaks.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::super::problem;
use super::StatementTie;
use crate::ingest::Problem;
use crate::table::{Field, Table};
use crate::words::Args;

/// Breaks that are told one by one.
const TOLD_MAX: usize = 20;

/// A line with its balance.
struct Step {
    row: usize,
    amount: Decimal,
    balance: Decimal,
}

/// One statement for each account and currency, with what is to be said about it.
pub(super) fn statements(table: &Table) -> Vec<(StatementTie, Vec<Problem>)> {
    if !table.has(Field::Balance) || !table.has(Field::Amount) {
        return Vec::new();
    }
    let mut groups: BTreeMap<(String, String), Vec<usize>> = BTreeMap::new();
    for row in 0..table.len() {
        let account = table.text(Field::BankAccount, row).unwrap_or("").to_owned();
        let currency = table.currency(row).code().to_owned();
        groups.entry((account, currency)).or_default().push(row);
    }
    let each = groups.into_iter().filter_map(|((account, _), rows)| one(table, account, &rows));
    each.collect()
}

fn one(table: &Table, account: String, rows: &[usize]) -> Option<(StatementTie, Vec<Problem>)> {
    let mut steps: Vec<Step> = Vec::new();
    let mut unproved = Decimal::ZERO;
    for &row in rows {
        let amount = table.number(Field::Amount, row).unwrap_or_default();
        match table.number(Field::Balance, row) {
            Some(balance) => {
                // Lines of one moment share the balance after the last of them.
                let amount = amount.checked_add(unproved).unwrap_or(amount);
                unproved = Decimal::ZERO;
                steps.push(Step { row, amount, balance });
            }
            None => unproved = unproved.checked_add(amount).unwrap_or(unproved),
        }
    }
    let forward = breaks(&steps);
    let mut reversed: Vec<Step> = Vec::new();
    while let Some(step) = steps.pop() {
        reversed.push(step);
    }
    let backward = breaks(&reversed);
    let newest_first = backward.len() < forward.len();
    if !newest_first {
        reversed.reverse();
    }
    let (steps, broken) = (reversed, if newest_first { backward } else { forward });
    let (first, last) = (steps.first()?, steps.last()?);
    let mut tie = StatementTie {
        account,
        number: String::new(),
        currency: table.currency(first.row),
        opening: first.balance.checked_sub(first.amount),
        closing: Some(last.balance),
        credits: Decimal::ZERO,
        debits: Decimal::ZERO,
        entries: 0,
        difference: None,
        row: table.source(*rows.first()?, None).row,
    };
    for &row in rows {
        tie.add(table.number(Field::Amount, row).unwrap_or_default());
    }
    tie.close();
    let column = table.column(Field::Balance).map(|column| column.index);
    let told = broken.iter().take(TOLD_MAX).map(|(at, gap)| {
        let args = Args::new()
            .with("balance", steps[*at].balance.normalize())
            .with("difference", gap.normalize());
        let row = table.source(steps[*at].row, None).row;
        problem("problem-balance-breaks", args, Some(row), column)
    });
    let told = told.collect();
    Some((tie, told))
}

/// Where a balance is not the one before it plus its line, and by how much.
fn breaks(steps: &[Step]) -> Vec<(usize, Decimal)> {
    let pairs = steps.windows(2).enumerate();
    let gaps = pairs.filter_map(|(at, pair)| {
        let expected = pair[0].balance.checked_add(pair[1].amount)?;
        let gap = pair[1].balance.checked_sub(expected)?;
        (!gap.is_zero()).then_some((at + 1, gap))
    });
    gaps.collect()
}
