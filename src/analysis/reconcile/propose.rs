//! Which reconciliations the loaded tables allow. Where several pairs of tables fit, all are shown
//! and none is taken.

use super::Comparison;
use crate::base::{Date, TableId, stretches};
use crate::matching::{NamedMonth, read_months};
use crate::model::Book;
use crate::table::{Field, Kind, Table};

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Proposed {
    pub comparison: Comparison,
    pub left: TableId,
    pub right: TableId,
    /// The only pair for this comparison.
    pub clear: bool,
}

/// Pairs beyond this are a choice that the user makes from the list of tables.
const PAIRS_MAX: usize = 12;
/// Columns that a list has in common with its own past, in percent.
const SAME_COLUMNS_PERCENT: usize = 80;

pub fn propose(book: &Book) -> Vec<Proposed> {
    let mut all = Vec::new();
    for comparison in Comparison::ALL {
        let tables = book.tables();
        let mut pairs = Vec::new();
        for (at, left) in tables.iter().enumerate() {
            for right in tables.iter().enumerate().filter(|(other, _)| *other != at) {
                let ordered = at < right.0 || !is_mutual(comparison);
                if ordered && fits(comparison, left, right.1) {
                    let right = right.1;
                    let turned = comparison == Comparison::Snapshots && is_older(right, left);
                    let (left, right) = if turned { (right, left) } else { (left, right) };
                    pairs.push((left.id, right.id));
                }
            }
        }
        pairs.truncate(PAIRS_MAX);
        let clear = pairs.len() == 1;
        all.extend(pairs.into_iter().map(|(left, right)| Proposed {
            comparison,
            left,
            right,
            clear,
        }));
    }
    all
}

/// Neither side comes first by its nature.
fn is_mutual(comparison: Comparison) -> bool {
    matches!(comparison, Comparison::Snapshots | Comparison::Intercompany)
}

/// Which of two snapshots is the older: jobs that were carried over, then the list that ends earlier,
/// then the one whose file names an earlier month.
fn is_older(one: &Table, other: &Table) -> bool {
    let age = |table: &Table| (table.kind != Kind::PriorJobs, last_day(table), month(table));
    age(one) < age(other)
}

/// The last day on which something in the list was done or billed.
fn last_day(table: &Table) -> Option<Date> {
    const DAYS: [Field; 4] =
        [Field::InvoiceDate, Field::ServiceDate, Field::PaymentDate, Field::BookingDate];
    let field = DAYS.into_iter().find(|field| table.has(*field))?;
    let mut last = None;
    stretches::each(0..table.len(), |row| last = last.max(table.date(field, row)));
    last
}

fn month(table: &Table) -> Option<NamedMonth> {
    read_months(&table.file_name).into_iter().max()
}

fn fits(comparison: Comparison, left: &Table, right: &Table) -> bool {
    match comparison {
        Comparison::BankBook => (left.kind, right.kind) == (Kind::BankLines, Kind::Payments),
        Comparison::SourceLedger => {
            matches!(
                (left.kind, right.kind),
                (Kind::Jobs, Kind::Lines | Kind::Invoices) | (Kind::Lines, Kind::Invoices)
            ) && common_name(left, right)
        }
        Comparison::SubledgerGeneral => {
            left.kind == Kind::Invoices
                && (left.has(Field::OpenAmount) || right.kind == Kind::GeneralLedger)
                && is_ledger(right)
        }
        Comparison::Snapshots => {
            let then = (left.kind, right.kind) == (Kind::PriorJobs, Kind::Jobs)
                || (left.kind, right.kind) == (Kind::Jobs, Kind::PriorJobs);
            // One list of what is claimed and one of what is owed are those of two companies.
            let one_house = left.has(Field::VendorName) == right.has(Field::VendorName);
            then || (left.kind == right.kind
                && one_house
                && left.kind != Kind::Other
                && same_columns(left, right))
        }
        Comparison::Intercompany => {
            let both = left.kind == Kind::Invoices && right.kind == Kind::Invoices;
            both && left.has(Field::VendorName) != right.has(Field::VendorName)
        }
    }
}

fn common_name(left: &Table, right: &Table) -> bool {
    let named = |column: &&crate::table::Column| super::entries::may_name(column.field);
    left.columns.iter().filter(named).any(|column| right.has(column.field))
}

/// Postings on two sides, without a payer.
fn is_ledger(table: &Table) -> bool {
    table.kind == Kind::GeneralLedger
        || (table.has(Field::Debit) && table.has(Field::Credit) && !table.has(Field::PayerName))
}

fn same_columns(left: &Table, right: &Table) -> bool {
    let common = left.columns.iter().filter(|column| right.has(column.field)).count();
    let more = left.columns.len().max(right.columns.len());
    common > 0 && common * 100 >= more * SAME_COLUMNS_PERCENT
}
