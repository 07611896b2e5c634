//! What else differs on rows that belong together, field by field. Columns that say different things
//! nearly everywhere are two columns with one head, and are named instead.

use std::collections::BTreeMap;

use super::slip::is_day_month;
use super::{Cause, Comparison, Reconciled, Slip};
use crate::base::{fold_id, fold_word};
use crate::table::{Cell, Field, Table, ValueKind};

/// One field that differs, as both files have it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Differing {
    pub field: Field,
    pub left: String,
    pub right: String,
    pub slip: Option<Slip>,
}

/// Pairs from which a share says that two columns are not one.
const PAIRS_MIN: usize = 10;

pub(super) fn compare(done: &mut Reconciled, left: &Table, right: &Table) {
    let fields = shared(done, left, right);
    let mut counts: BTreeMap<Field, usize> = BTreeMap::new();
    let mut pairs = 0;
    for at in 0..done.lines.len() {
        let ([l], [r]) = (done.lines[at].left.as_slice(), done.lines[at].right.as_slice()) else {
            continue;
        };
        pairs += 1;
        let rows = (done.left.entries[*l as usize].row, done.right.entries[*r as usize].row);
        let fields = fields.iter().filter(|field| !done.left.amounts.contains(field));
        let found: Vec<Differing> =
            fields.filter_map(|&field| differing(field, left, right, rows)).collect();
        found.iter().for_each(|d| *counts.entry(d.field).or_default() += 1);
        done.lines[at].differing = found;
    }
    let apart = |count: usize| pairs >= PAIRS_MIN && count * 10 > pairs * 9;
    done.not_compared =
        counts.iter().filter(|(_, c)| apart(**c)).map(|(field, _)| *field).collect();
    for line in &mut done.lines {
        line.differing.retain(|differing| !done.not_compared.contains(&differing.field));
        let named = line.differing.iter().find_map(|d| d.slip);
        if let (Cause::Equal, Some(slip)) = (line.cause, named) {
            line.cause = Cause::Slip(slip);
        } else if line.cause == Cause::Equal
            && done.comparison == Comparison::Snapshots
            && !line.differing.is_empty()
        {
            line.cause = Cause::Changed;
        }
    }
}

/// Of a bank and a book, of two ledgers, of two companies only names and dates mean the same; of a
/// list and its own past every column does.
fn shared(done: &Reconciled, left: &Table, right: &Table) -> Vec<Field> {
    let fields = left.columns.iter().map(|column| column.field);
    let fields = fields.filter(|field| right.has(*field) && *field != Field::Text);
    let takes = |field: &Field| match done.comparison {
        Comparison::Snapshots | Comparison::SourceLedger => true,
        Comparison::BankBook => false,
        Comparison::SubledgerGeneral | Comparison::Intercompany => {
            matches!(field.value(), ValueKind::Date | ValueKind::Currency)
        }
    };
    let mut fields: Vec<Field> = fields.filter(takes).collect();
    fields.sort_unstable();
    fields.dedup();
    fields
}

fn differing(field: Field, left: &Table, right: &Table, rows: (usize, usize)) -> Option<Differing> {
    let raw =
        |table: &Table, row| table.raw(field, row).map_or("", |cell| cell.text).trim().to_owned();
    let (slip, same) = match field.value() {
        ValueKind::Date => {
            let (l, r) = (left.date_cell(field, rows.0), right.date_cell(field, rows.1));
            let swapped = matches!((l, r), (Cell::Ok(l), Cell::Ok(r)) if is_day_month(l, r));
            (swapped.then_some(Slip::DayMonth), l == r)
        }
        ValueKind::Amount | ValueKind::Number | ValueKind::Percent => {
            (None, left.number_cell(field, rows.0) == right.number_cell(field, rows.1))
        }
        ValueKind::Id => {
            let fold = |table: &Table, row| fold_id(table.text(field, row).unwrap_or(""));
            let (l, r) = (fold(left, rows.0), fold(right, rows.1));
            let zeros = l != r && l.trim_start_matches('0') == r.trim_start_matches('0');
            (zeros.then_some(Slip::Zeros), l == r)
        }
        _ => {
            let fold = |table: &Table, row| fold_word(table.text(field, row).unwrap_or(""));
            (None, fold(left, rows.0) == fold(right, rows.1))
        }
    };
    let both = || (raw(left, rows.0), raw(right, rows.1));
    (!same).then(both).map(|(left, right)| Differing { field, left, right, slip })
}
