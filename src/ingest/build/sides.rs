//! Unsigned amounts become signed ones: by the running balance, which proves it, else by the column
//! that says debit or credit.
//!
//! Invariant: the digits stay as they are, a column that already has a negative amount is left
//! alone, and an amount to which neither gives a sign is told.

use std::sync::Arc;

use std::collections::BTreeMap;

use super::problem;
use crate::base::{Currency, Decimal};
use crate::ingest::Problem;
use crate::ingest::typing::{Side, read_side, side_within};
use crate::table::{Cell, Data, Field, Kind, NumberColumn, Table, ValueKind};
use crate::words::Args;

/// Steps of a balance, in percent, that must be the amount of their line.
const PROVED_PERCENT: usize = 90;

/// The side that takes away: at a bank a debit, in a list of receivables a credit.
fn negative(kind: Kind) -> Side {
    match kind {
        Kind::BankLines | Kind::Payments => Side::Debit,
        _ => Side::Credit,
    }
}

pub(super) fn sign(table: &mut Table) -> Vec<Problem> {
    let marks = marks(table);
    let proved = proved(table, marks.as_deref());
    if proved.is_none() && marks.is_none() {
        return Vec::new();
    }
    let rows = 0..table.len();
    let mark = |row: usize| marks.as_ref().and_then(|marks| marks[row]);
    let proof = |row: usize| proved.as_ref().and_then(|proved| proved[row]);
    let both = || rows.clone().filter_map(|row| Some((mark(row)?, proof(row)?)));
    let opposed = both().filter(|(mark, proof)| mark != proof).count();
    let turned = opposed > 0 && opposed * 2 > both().count();
    let minus: Vec<Option<bool>> =
        rows.clone().map(|row| proof(row).or_else(|| mark(row).map(|m| m != turned))).collect();
    if !minus.contains(&Some(true)) && minus.iter().all(Option::is_some) {
        return Vec::new();
    }
    let changed = turn(table, &minus);
    let mut told = Vec::new();
    if changed && turned {
        told.push(problem("problem-side-turned", Args::new(), None, side_column(table)));
    }
    if changed && marks.is_none() {
        told.push(problem("problem-signs-by-balance", Args::new(), None, None));
    }
    told.extend(unsigned(table, &minus).filter(|_| changed || marks.is_some()));
    told
}

fn side_column(table: &Table) -> Option<u16> {
    table.column(Field::Side).map(|column| column.index)
}

/// For each row whether its mark takes away; `None` without a column of marks.
fn marks(table: &Table) -> Option<Vec<Option<bool>>> {
    let less = negative(table.kind);
    table.column(Field::Side)?;
    let words = |row| table.text(Field::Side, row).unwrap_or("");
    let exact = (0..table.len()).any(|row| read_side(words(row)).is_some());
    let read = if exact { read_side } else { side_within };
    let mark = |row| read(words(row)).or_else(|| side_within(words(row)));
    Some((0..table.len()).map(|row| mark(row).map(|side| side == less)).collect())
}

/// Turns the amounts of the marked rows; whether there was a column to turn.
fn turn(table: &mut Table, minus: &[Option<bool>]) -> bool {
    let mut changed = false;
    for column in Arc::make_mut(&mut table.columns).iter_mut() {
        // A running balance has a sign of its own.
        let sided = matches!(
            column.field,
            Field::Balance | Field::OpeningBalance | Field::Debit | Field::Credit
        );
        if column.field.value() != ValueKind::Amount || sided {
            continue;
        }
        let Data::Number(numbers) = &column.data else { continue };
        let cells = || (0..minus.len()).map(|row| numbers.get(row));
        if cells().any(|cell| cell.ok().is_some_and(|n| n.is_sign_negative() && !n.is_zero())) {
            continue;
        }
        let mut signed = NumberColumn::with_scale(numbers.scale);
        for (cell, minus) in cells().zip(minus) {
            signed.push(match cell {
                Cell::Ok(number) if *minus == Some(true) => Cell::Ok(-number),
                cell => cell,
            });
        }
        column.data = Data::Number(signed);
        changed = true;
    }
    changed
}

/// The amounts that neither a mark nor the balance gives a sign.
fn unsigned(table: &Table, minus: &[Option<bool>]) -> Option<Problem> {
    let amount = |row: usize| table.number(Field::Amount, row).filter(|amount| !amount.is_zero());
    let mut rows = (0..table.len()).filter(|&row| minus[row].is_none() && amount(row).is_some());
    let signed = (0..table.len()).any(|row| amount(row).is_some_and(|a| a.is_sign_negative()));
    let first = rows.next()?;
    let args = Args::new().with("count", rows.count() + 1);
    let row = table.source(first, None).row;
    let marked = minus.iter().any(Option::is_some);
    (marked || !signed)
        .then(|| problem("problem-sign-unknown", args, Some(row), side_column(table)))
}

/// For each row whether the balance fell by its amount, as far as the balance tells; `None` where
/// it does not run by these amounts, or needs no sign to do so.
fn proved(table: &Table, marks: Option<&[Option<bool>]>) -> Option<Vec<Option<bool>>> {
    let readable = table.has(Field::Balance) && table.has(Field::Amount);
    if table.kind != Kind::BankLines || !readable {
        return None;
    }
    let amount = |row: usize| table.number(Field::Amount, row);
    if (0..table.len()).any(|row| amount(row).is_some_and(|a| a.is_sign_negative())) {
        return None;
    }
    let mut accounts: BTreeMap<(&str, Currency), Vec<usize>> = BTreeMap::new();
    for row in 0..table.len() {
        let account = table.text(Field::BankAccount, row).unwrap_or("");
        accounts.entry((account, table.currency(row))).or_default().push(row);
    }
    let mut found = vec![None; table.len()];
    for rows in accounts.values() {
        let upwards: Vec<usize> = rows.iter().rev().copied().collect();
        let ways = [rows, &upwards].map(|rows| steps(table, rows));
        let weight = |signs: &Vec<(usize, bool)>| {
            let agree = |(row, sign): &&(usize, bool)| {
                marks.is_some_and(|marks| marks[*row] == Some(*sign))
            };
            (signs.len(), signs.iter().filter(agree).count())
        };
        let [down, up] = ways;
        let signs = match weight(&down).cmp(&weight(&up)) {
            std::cmp::Ordering::Greater => down,
            std::cmp::Ordering::Less => up,
            // Both ways fit: the balance does not tell which line moved it.
            std::cmp::Ordering::Equal => continue,
        };
        if signs.is_empty() || signs.len() * 100 < rows.len().saturating_sub(1) * PROVED_PERCENT {
            return None;
        }
        signs.into_iter().for_each(|(row, sign)| found[row] = Some(sign));
    }
    // Amounts that only ever add are signed as they stand.
    found.contains(&Some(true)).then_some(found)
}

/// The lines by whose amount the balance moved, and whether it fell.
fn steps(table: &Table, rows: &[usize]) -> Vec<(usize, bool)> {
    let pairs = rows.windows(2).filter_map(|pair| {
        let before: Decimal = table.number(Field::Balance, pair[0])?;
        let after = table.number(Field::Balance, pair[1])?;
        let amount = table.number(Field::Amount, pair[1])?;
        let moved = after.checked_sub(before)?;
        (moved.abs() == amount && !amount.is_zero()).then(|| (pair[1], moved.is_sign_negative()))
    });
    pairs.collect()
}
