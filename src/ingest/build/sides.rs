//! Unsigned amounts beside a column that says debit or credit become signed ones.
//!
//! Invariant: the digits stay as they are, and a column that already has a negative amount is left
//! alone: its signs say it.

use crate::ingest::typing::{Side, read_side};
use crate::table::{Cell, Data, Field, Kind, NumberColumn, Table, ValueKind};

/// The side that takes away: at a bank a debit, in a list of receivables a credit.
fn negative(kind: Kind) -> Side {
    match kind {
        Kind::BankLines | Kind::Payments => Side::Debit,
        _ => Side::Credit,
    }
}

pub(super) fn sign(table: &mut Table) {
    let less = negative(table.kind);
    let marks: Vec<bool> = (0..table.len())
        .map(|row| table.text(Field::Side, row).and_then(read_side) == Some(less))
        .collect();
    if !marks.contains(&true) {
        return;
    }
    for column in &mut table.columns {
        // A running balance has a sign of its own.
        let sided = matches!(column.field, Field::Balance | Field::Debit | Field::Credit);
        if column.field.value() != ValueKind::Amount || sided {
            continue;
        }
        let Data::Number(numbers) = &column.data else { continue };
        let cells = || (0..marks.len()).map(|row| numbers.get(row));
        if cells().any(|cell| cell.ok().is_some_and(|n| n.is_sign_negative() && !n.is_zero())) {
            continue;
        }
        let mut signed = NumberColumn::with_scale(numbers.scale);
        for (cell, minus) in cells().zip(&marks) {
            signed.push(match cell {
                Cell::Ok(number) if *minus => Cell::Ok(-number),
                cell => cell,
            });
        }
        column.data = Data::Number(signed);
    }
}
