//! What the bank says of its account at both ends of a list: as the statement states it, or by its
//! running balance where that holds from row to row.
//!
//! Invariant: a balance is the bank's own word. It is none where one account of the list lacks it.

use std::collections::BTreeMap;

use crate::base::{Currency, Date, Money};
use crate::model::Row;
use crate::table::{Field, Statement, Table};

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Balances {
    pub opening: Money,
    pub closing: Money,
}

impl Balances {
    /// What the closing balance is more than opening and movements come to.
    pub fn gap(&self, moved: Money) -> Money {
        let gap = self.closing.minor - self.opening.minor - moved.minor;
        Money::new(gap, moved.currency)
    }
}

pub(super) fn balances(table: &Table) -> BTreeMap<Currency, Balances> {
    let statements = table.raw.given.as_ref().map_or(&[][..], |given| &given.statements);
    if statements.is_empty() { running(table).into_iter().collect() } else { stated(statements) }
}

/// The first opening and the last closing of each account, added up for each currency.
fn stated(statements: &[Statement]) -> BTreeMap<Currency, Balances> {
    let mut accounts: BTreeMap<(Currency, &str), Vec<&Statement>> = BTreeMap::new();
    for statement in statements {
        accounts.entry((statement.currency, &statement.account)).or_default().push(statement);
    }
    let mut all: BTreeMap<Currency, Option<Balances>> = BTreeMap::new();
    for ((currency, _), statements) in accounts {
        let first = statements.first().and_then(|statement| statement.opening);
        let last = statements.last().and_then(|statement| statement.closing);
        let own = first.zip(last).and_then(|(first, last)| {
            Some((Money::round(first, currency)?, Money::round(last, currency)?))
        });
        let nothing = Money::new(0, currency);
        let slot =
            all.entry(currency).or_insert(Some(Balances { opening: nothing, closing: nothing }));
        *slot = slot.zip(own).map(|(sum, (opening, closing))| Balances {
            opening: Money::new(sum.opening.minor + opening.minor, currency),
            closing: Money::new(sum.closing.minor + closing.minor, currency),
        });
    }
    all.into_iter().filter_map(|(currency, sum)| Some((currency, sum?))).collect()
}

/// Of one account in one currency, oldest or newest first, where each balance follows from the one
/// before.
fn running(table: &Table) -> Option<(Currency, Balances)> {
    let rows = (0..table.len()).map(|row| Row { table, row });
    let read = rows.map(|row| Some((moved(row)?, row.money(Field::Balance)?)));
    let mut rows: Vec<(Money, Money)> = read.collect::<Option<_>>()?;
    let day = |row: Option<usize>| -> Option<Date> {
        let row = Row { table, row: row? };
        row.date(Field::BookingDate).or_else(|| row.date(Field::ValueDate))
    };
    if day(Some(0)) > day(table.len().checked_sub(1)) {
        rows.reverse();
    }
    let follows = |rows: &[(Money, Money)]| {
        rows.windows(2).all(|two| two[1].1.minor == two[0].1.minor + two[1].0.minor)
    };
    if !follows(&rows) {
        rows.reverse();
    }
    let (&(moved, first), &(_, closing)) = rows.first().zip(rows.last())?;
    let currency = first.currency;
    let one = rows.iter().all(|(_, balance)| balance.currency == currency);
    let opening = Money::new(first.minor - moved.minor, currency);
    (one && follows(&rows)).then_some((currency, Balances { opening, closing }))
}

fn moved(row: Row) -> Option<Money> {
    row.money(Field::Amount).or_else(|| {
        let side = |field| row.money(field).map(Money::abs);
        match (side(Field::Credit), side(Field::Debit)) {
            (Some(credit), None) => Some(credit),
            (None, Some(debit)) => Some(Money::new(-debit.minor, debit.currency)),
            (Some(credit), Some(debit)) => {
                Some(Money::new(credit.minor - debit.minor, credit.currency))
            }
            (None, None) => None,
        }
    })
}
