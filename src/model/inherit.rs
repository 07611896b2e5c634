//! The currency of lists that name none: a line has that of its invoice, and every other list of billing
//! that of the invoices and lines, where they are all in one and no list names another.
//!
//! What a list says of itself stands, a column with blanks too: a blank there is a finding (CMP-01). Money
//! that came in is another matter: nobody is paid in the currency of an invoice for certain.

use std::sync::Arc;

use crate::base::{Currency, QuickMap, fold_id, stretches};
use crate::table::{Data, Field, Kind, Table};

/// The tables with their currencies; the same ones where nothing changes.
pub(super) fn currencies(tables: Vec<Arc<Table>>) -> Vec<Arc<Table>> {
    let lacks = |table: &Table| table.currency.is_none() && !table.has(Field::Currency);
    let concerned = |table: &Arc<Table>| is_billing(table.kind) && lacks(table);
    if !tables.iter().any(concerned) {
        return tables;
    }
    let of = |kinds: &[Kind]| {
        let listed = tables.iter().filter(|table| kinds.contains(&table.kind));
        let mut named: Vec<Currency> = listed.flat_map(|table| named(table)).collect();
        named.sort_unstable();
        named.dedup();
        named
    };
    let billed = of(&[Kind::Invoices, Kind::Lines]);
    let all = of(&KINDS);
    // One currency on all bills, and no list of anything else in another.
    let only = match (billed.as_slice(), all.as_slice()) {
        (&[one], &[other]) if one == other => Some(one),
        _ => None,
    };
    let by_invoice = if billed.len() > 1 { of_invoices(&tables) } else { QuickMap::default() };
    let given = |table: Arc<Table>| -> Arc<Table> {
        if !concerned(&table) {
            return table;
        }
        let inherited = match (table.kind, billed.as_slice()) {
            (Kind::Lines, &[_, _, ..]) => of_lines(&table, &by_invoice),
            _ => None,
        };
        // Lines and invoices have one currency between them, whatever the card is in.
        let own = match (table.kind, billed.as_slice()) {
            (Kind::Lines | Kind::Invoices, &[one]) => Some(one),
            _ => only,
        };
        match (inherited, own) {
            (Some(inherited), _) => {
                Arc::new(Table { inherited: Some(inherited), ..Table::clone(&table) })
            }
            (None, Some(currency)) => Arc::new(Table { currency, ..Table::clone(&table) }),
            (None, None) => table,
        }
    };
    tables.into_iter().map(given).collect()
}

const KINDS: [Kind; 9] = [
    Kind::Jobs,
    Kind::PriorJobs,
    Kind::Invoices,
    Kind::PriorInvoices,
    Kind::Lines,
    Kind::Rates,
    Kind::Orders,
    Kind::Disputes,
    Kind::Promotions,
];

fn is_billing(kind: Kind) -> bool {
    KINDS.contains(&kind)
}

/// What the table says, in its cells or as a whole.
fn named(table: &Table) -> Vec<Currency> {
    let cells = match table.column(Field::Currency).map(|column| &column.data) {
        Some(Data::Text(texts)) => texts.dict.iter().filter_map(Currency::parse).collect(),
        _ => Vec::new(),
    };
    cells.into_iter().chain((!table.currency.is_none()).then_some(table.currency)).collect()
}

/// By folded number; none where an invoice is in two.
fn of_invoices(tables: &[Arc<Table>]) -> QuickMap<String, Currency> {
    let mut known: QuickMap<String, Currency> = QuickMap::default();
    for table in tables.iter().filter(|table| table.kind == Kind::Invoices) {
        stretches::each(0..table.len(), |row| {
            let Some(no) = table.text(Field::InvoiceNo, row) else { return };
            let currency = table.currency(row);
            let kept = known.entry(fold_id(no)).or_insert(currency);
            if *kept != currency {
                *kept = Currency::NONE;
            }
        });
    }
    known
}

fn of_lines(table: &Table, invoices: &QuickMap<String, Currency>) -> Option<Arc<[Currency]>> {
    let Some(Data::Text(numbers)) = table.column(Field::InvoiceNo).map(|column| &column.data)
    else {
        return None;
    };
    let of = |no: &str| invoices.get(&fold_id(no)).copied().unwrap_or(Currency::NONE);
    // A blank number first, as the codes count.
    let by_code: Vec<Currency> =
        std::iter::once(Currency::NONE).chain(numbers.dict.iter().map(of)).collect();
    let rows = numbers.codes.iter().map(|&code| by_code[code as usize]).collect();
    Some(rows)
}
