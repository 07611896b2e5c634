//! Tables → the two lists: which column names a row, which amount counts, and with which sign.

use std::collections::{BTreeMap, BTreeSet};

use super::{Choice, Comparison, Entry, Side, control};
use crate::base::{Currency, Money, fold_id, fold_word};
use crate::ingest::typing::{Side as Sign, read_side};
use crate::model::{Row, is_credit_word};
use crate::table::{Field, Kind, Table, ValueKind};

/// Amounts in the order in which they speak for a row.
const AMOUNTS: &[Field] = &[
    Field::Gross,
    Field::Amount,
    Field::Net,
    Field::OpenAmount,
    Field::EstRevenue,
    Field::Cost,
    Field::LocalAmount,
];
const OPEN_AMOUNTS: &[Field] = &[
    Field::OpenAmount,
    Field::Gross,
    Field::Amount,
    Field::Net,
    Field::EstRevenue,
    Field::Cost,
    Field::LocalAmount,
];
const DATES: &[Field] = &[
    Field::BookingDate,
    Field::PaymentDate,
    Field::ValueDate,
    Field::InvoiceDate,
    Field::ServiceDate,
    Field::DeliveryDate,
];

/// The columns that name a row on both sides. Of several the one that tells most: many values in
/// common, few of them twice.
pub(super) fn keys(left: &Table, right: &Table, choice: &Choice) -> Vec<Field> {
    let shared = |field: &Field| left.has(*field) && right.has(*field);
    let fields = left.columns.iter().map(|column| column.field).filter(shared);
    let mut fields: Vec<Field> = fields.filter(|field| may_name(*field)).collect();
    fields.sort_unstable();
    if let Some(key) = choice.key.filter(shared) {
        return with_lines(left, right, key);
    }
    let told = fields.into_iter().map(|field| (tells(left, right, field), field));
    let best =
        told.filter(|(tells, _)| *tells > 0).max_by_key(|(t, f)| (*t, std::cmp::Reverse(*f)));
    best.map(|(_, field)| with_lines(left, right, field)).unwrap_or_default()
}

/// The columns by which the user may let rows be named.
pub fn may_name(field: Field) -> bool {
    let id = field.value() == ValueKind::Id && !matches!(field, Field::Entity | Field::LineNo);
    id || matches!(field, Field::CustomerName | Field::Container)
}

/// Thousandths: the share of values in common, times the share of values that stand once.
fn tells(left: &Table, right: &Table, field: Field) -> u64 {
    let values = |table: &Table| -> (BTreeSet<String>, u64) {
        let rows = (0..table.len()).filter_map(|row| table.text(field, row));
        let all: Vec<String> = rows.map(fold_id).filter(|key| !key.is_empty()).collect();
        let count = all.len() as u64;
        (all.into_iter().collect(), count)
    };
    let ((lefts, left_rows), (rights, right_rows)) = (values(left), values(right));
    let fewer = lefts.len().min(rights.len()) as u64;
    let common = lefts.intersection(&rights).count() as u64;
    if fewer == 0 || common == 0 {
        return 0;
    }
    let once = (lefts.len() as u64 * 1000 / left_rows).max(rights.len() as u64 * 1000 / right_rows);
    common * once / fewer
}

/// A number that stands on many rows of both lists needs the line's number beside it.
fn with_lines(left: &Table, right: &Table, key: Field) -> Vec<Field> {
    let repeats = |table: &Table| {
        let mut seen = BTreeSet::new();
        (0..table.len())
            .filter_map(|row| table.text(key, row))
            .any(|key| !seen.insert(fold_id(key)))
    };
    let numbered = left.has(Field::LineNo) && right.has(Field::LineNo);
    if numbered && repeats(left) && repeats(right) { vec![key, Field::LineNo] } else { vec![key] }
}

pub(super) fn sides(
    left: &Table,
    right: &Table,
    keys: &[Field],
    choice: &Choice,
) -> (Side, Side, bool) {
    let (left_amounts, right_amounts) = amounts(left, right, choice.comparison);
    let all = |table: &Table, amounts: &[Field]| -> BTreeSet<Currency> {
        (0..table.len()).map(|row| currency(Row { table, row }, amounts)).collect()
    };
    let (lefts, rights) = (all(left, &left_amounts), all(right, &right_amounts));
    let mut left_side = side(left, keys, left_amounts, only_currency(&lefts, &rights));
    let mut right_side = side(right, keys, right_amounts, only_currency(&rights, &lefts));
    let mirrored = choice.mirrored.unwrap_or_else(|| is_mirrored(&left_side, &right_side, choice));
    if mirrored {
        for entry in &mut right_side.entries {
            entry.amount = entry.amount.map(|m| Money::new(m.minor.saturating_neg(), m.currency));
        }
    }
    for side in [&mut left_side, &mut right_side] {
        side.unread = side.entries.iter().filter(|entry| entry.amount.is_none()).count();
    }
    (left_side, right_side, mirrored)
}

/// The same amount of both where they have one in common.
fn amounts(left: &Table, right: &Table, comparison: Comparison) -> (Vec<Field>, Vec<Field>) {
    let order = match comparison {
        Comparison::SubledgerGeneral | Comparison::Snapshots => OPEN_AMOUNTS,
        _ => AMOUNTS,
    };
    let moves = [Field::Credit, Field::Debit];
    let both = order.iter().copied().find(|field| left.has(*field) && right.has(*field));
    let own = |table: &Table| -> Vec<Field> {
        if control::is_list_of_balances(table) {
            return vec![Field::Balance];
        }
        if moves.iter().all(|field| table.has(*field)) && !table.has(Field::Amount) {
            return moves.to_vec();
        }
        let one = order.iter().copied().find(|field| table.has(*field));
        let one = one.or_else(|| moves.into_iter().find(|field| table.has(*field)));
        one.into_iter().collect()
    };
    match both {
        Some(field) => (vec![field], vec![field]),
        None => (own(left), own(right)),
    }
}

/// A list that names no currency takes the only one of the other.
fn only_currency(own: &BTreeSet<Currency>, others: &BTreeSet<Currency>) -> Option<Currency> {
    let unnamed = own.iter().all(|currency| currency.is_none());
    others.first().copied().filter(|_| unnamed && others.len() == 1)
}

/// An amount in the currency of the books is in that of its own column.
fn currency(row: Row, amounts: &[Field]) -> Currency {
    let local = row.text(Field::LocalCurrency).and_then(Currency::parse);
    local.filter(|_| amounts == [Field::LocalAmount]).unwrap_or_else(|| row.currency())
}

fn side(table: &Table, keys: &[Field], amounts: Vec<Field>, currency: Option<Currency>) -> Side {
    let rows = (0..table.len()).map(|row| Row { table, row });
    let entries = rows.map(|row| entry(row, keys, &amounts, currency)).collect();
    Side { entries, amounts, unread: 0 }
}

pub(super) fn entry(
    row: Row,
    keys: &[Field],
    amounts: &[Field],
    currency: Option<Currency>,
) -> Entry {
    let parts: Vec<&str> = keys.iter().filter_map(|&key| row.text(key)).collect();
    let named = keys.first().is_some_and(|&key| row.text(key).is_some());
    let fold = |part: &&str| match keys.first() {
        Some(Field::CustomerName) => fold_word(part),
        _ => fold_id(part),
    };
    let folded: Vec<String> = parts.iter().map(fold).collect();
    let currency = currency.unwrap_or_else(|| self::currency(row, amounts));
    let ledger = row.table.kind == Kind::GeneralLedger;
    let read = |field: Field| {
        let number = row.number(field)?;
        let money = Money::round(number, currency)?;
        match field {
            // A debit adds to what customers owe; storno postings stand with a minus.
            Field::Debit if ledger => Some(money),
            Field::Credit if ledger => Some(Money::new(-money.minor, currency)),
            Field::Balance => Some(by_side(row, money)),
            Field::Debit => Some(Money::new(-money.minor.saturating_abs(), currency)),
            Field::Credit => Some(money.abs()),
            _ => Some(money),
        }
    };
    let told = amounts.iter().copied().filter_map(|field| Some((field, read(field)?)));
    let told = told.filter(|(_, money)| amounts.len() == 1 || !money.is_zero());
    let found = told.clone().next();
    let nil = amounts.iter().any(|&field| row.number(field).is_some());
    let mut amount = found.map(|(_, money)| money);
    if ledger && amounts.len() > 1 {
        // What moved on an account over a period stands on both sides of one row.
        amount =
            told.map(|(_, money)| money).reduce(|a, b| Money::new(a.minor + b.minor, currency));
    }
    amount = amount.or_else(|| nil.then(|| Money::new(0, currency)));
    let signed = ledger || row.table.kind == Kind::BankLines;
    if row.text(Field::DocType).is_some_and(is_credit_word) && !signed {
        amount = amount.map(|money| Money::new(-money.minor.saturating_abs(), currency));
    }
    let shown = found.map(|(field, _)| field).or_else(|| amounts.first().copied());
    Entry {
        row: row.row,
        source: shown.map_or_else(|| row.row_source(), |field| row.source(field)),
        key: if named { parts.join(" / ") } else { String::new() },
        folded: if named { folded.join("/") } else { String::new() },
        amount,
        date: DATES.iter().find_map(|&field| row.date(field)),
    }
}

/// The balance of a row, with its sign.
pub(super) fn balance(row: Row) -> Option<Money> {
    row.money(Field::Balance).map(|balance| by_side(row, balance))
}

/// Some ledgers write balances without a sign, and beside them on which side they stand.
fn by_side(row: Row, balance: Money) -> Money {
    match row.text(Field::Side).and_then(read_side) {
        Some(Sign::Credit) => Money::new(-balance.minor.saturating_abs(), balance.currency),
        _ => balance,
    }
}

/// Whether more amounts agree with the other sign than as they stand.
fn is_mirrored(left: &Side, right: &Side, choice: &Choice) -> bool {
    let mut counts: BTreeMap<Money, (u32, u32, u32)> = BTreeMap::new();
    for entry in left.entries.iter().filter_map(|entry| entry.amount) {
        counts.entry(entry).or_default().0 += 1;
    }
    for money in right.entries.iter().filter_map(|entry| entry.amount) {
        counts.entry(money).or_default().1 += 1;
        let turned = Money::new(money.minor.saturating_neg(), money.currency);
        counts.entry(turned).or_default().2 += 1;
    }
    let straight: u32 = counts.values().map(|count| count.0.min(count.1)).sum();
    let turned: u32 = counts.values().map(|count| count.0.min(count.2)).sum();
    let by_nature = choice.comparison == Comparison::Intercompany;
    turned > straight || (by_nature && turned == straight && opposite(left, right))
}

fn opposite(left: &Side, right: &Side) -> bool {
    let total = |side: &Side| -> i128 {
        side.entries.iter().filter_map(|e| e.amount).map(|m| i128::from(m.minor)).sum()
    };
    (total(left) > 0) != (total(right) > 0)
}
