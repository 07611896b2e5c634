//! Charges that stand one column each on the invoice, as lines: where the card prices them under the
//! names that head the columns, each is a charge of its own, as if it had a row.
//!
//! Not for a card with a row for each lane and the surcharges in its columns: there the invoice is one
//! charge. Invariant: every amount of such a line leads back to the cell in which it stands, and no
//! total counts it beside the invoice, since the lists that were loaded do not hold it.

use std::sync::Arc;

use crate::base::{Decimal, QuickSet, TableId, fold_id};
use crate::table::{
    CHARGES, Cell, Column, Columns, Data, DateColumn, Field, Kind, NumberColumn, Placed, Table,
    TextColumn,
};

/// What a line says as its invoice does.
const SHARED: [Field; 10] = [
    Field::InvoiceNo,
    Field::JobNo,
    Field::Awb,
    Field::CustomerNo,
    Field::CustomerName,
    Field::Currency,
    Field::ServiceDate,
    Field::Origin,
    Field::Destination,
    Field::Zone,
];

/// Columns that the card must know by name before it is taken to price them.
const NAMED_MIN: usize = 2;

/// The tables with such lines behind them, and how many of them were loaded.
pub(super) fn behind(mut tables: Vec<Arc<Table>>) -> (Vec<Arc<Table>>, usize) {
    let loaded = tables.len();
    tables.extend(of(&tables));
    (tables, loaded)
}

/// The lines of every list of invoices that has its charges in columns of which the card knows the names;
/// none where lines were loaded.
fn of(tables: &[Arc<Table>]) -> Vec<Arc<Table>> {
    if tables.iter().any(|table| table.kind == Kind::Lines) {
        return Vec::new();
    }
    let cards = || tables.iter().filter(|table| table.kind == Kind::Rates);
    let mut items: QuickSet<String> = QuickSet::default();
    for card in cards() {
        for field in [Field::ServiceCode, Field::Text] {
            if let Some(Data::Text(texts)) = card.column(field).map(|column| &column.data) {
                items.extend(texts.dict.iter().map(fold_id));
            }
        }
    }
    let lists = tables.iter().filter(|table| table.kind == Kind::Invoices);
    let mut next = u32::MAX;
    let mut lines = Vec::new();
    for list in lists {
        let columns: Vec<&Column> =
            CHARGES.iter().filter_map(|&field| list.column(field)).collect();
        let named = columns.iter().filter(|column| items.contains(&fold_id(name(column))));
        if named.count() >= NAMED_MIN {
            lines.push(Arc::new(unfold(list, &columns, TableId(next))));
            next -= 1;
        }
    }
    lines
}

/// What heads the column, without the currency behind it.
fn name(column: &Column) -> &str {
    let last = column.header.rsplit(" / ").next().unwrap_or_default();
    last.split(['(', '[', '（']).next().unwrap_or_default().trim()
}

fn unfold(list: &Table, charges: &[&Column], id: TableId) -> Table {
    // Of each line: the row of its invoice and the place of its charge.
    let mut at: Vec<(usize, usize)> = Vec::new();
    let mut scale = 0;
    for charge in charges {
        if let Data::Number(numbers) = &charge.data {
            scale = scale.max(numbers.scale);
        }
    }
    let mut net = NumberColumn::with_scale(scale);
    for row in 0..list.len() {
        for (place, charge) in charges.iter().enumerate() {
            let Data::Number(numbers) = &charge.data else { continue };
            let cell = numbers.get(row);
            let is_base = charge.field == Field::FreightCharge;
            // Nought in the column of an extra means that there was none.
            let is_none = matches!(cell, Cell::Ok(amount) if amount.is_zero() && !is_base);
            if cell != Cell::Blank && !is_none {
                at.push((row, place));
                net.push(cell);
            }
        }
    }
    let mut columns: Vec<Column> = SHARED.iter().filter_map(|&f| repeat(list, f, &at)).collect();
    let dict = charges.iter().map(|charge| name(charge)).collect();
    let codes = at.iter().map(|&(_, place)| place as u32 + 1).collect();
    let own = |field: Field, data: Data| Column { field, index: 0, header: String::new(), data };
    columns.push(own(Field::ServiceCode, Data::Text(TextColumn { dict, codes })));
    columns.push(own(Field::Net, Data::Number(net)));
    let (percent, from) = percent(list, charges, &at);
    columns.extend(percent.map(|data| Column { index: from, ..own(Field::Percent, data) }));
    let inherited =
        list.inherited.as_ref().map(|all| at.iter().map(|&(row, _)| all[row]).collect());
    Table {
        id,
        file: list.file,
        file_name: Arc::clone(&list.file_name),
        kind: Kind::Lines,
        raw: Arc::clone(&list.raw),
        taken_from: list.taken_from.clone(),
        fates: Vec::new(),
        rows: at.iter().map(|&(row, _)| list.rows[row]).collect(),
        columns: Arc::new(Columns::from(columns)),
        failures: Vec::new(),
        told: Vec::new(),
        currency: list.currency,
        inherited,
        placed: Some(Placed {
            table: list.id,
            columns: at.iter().map(|&(_, place)| charges[place].index).collect(),
        }),
    }
}

/// The invoice's cell on each of its lines.
fn repeat(list: &Table, field: Field, at: &[(usize, usize)]) -> Option<Column> {
    let column = list.column(field)?;
    let rows = at.iter().map(|&(row, _)| row);
    let data = match &column.data {
        Data::Text(texts) => Data::Text(TextColumn {
            dict: texts.dict.clone(),
            codes: rows.map(|row| texts.codes[row]).collect(),
        }),
        Data::Date(dates) => {
            let mut own = DateColumn::default();
            rows.for_each(|row| own.push(dates.days(row)));
            Data::Date(own)
        }
        Data::Number(numbers) => {
            let mut own = NumberColumn::with_scale(numbers.scale);
            rows.for_each(|row| own.push(numbers.get(row)));
            Data::Number(own)
        }
    };
    Some(Column { data, ..column.clone() })
}

/// The fuel percentage of the invoice, on the line of its fuel charge.
fn percent(list: &Table, charges: &[&Column], at: &[(usize, usize)]) -> (Option<Data>, u16) {
    let Some(column) = list.column(Field::FuelPercent) else { return (None, 0) };
    let Data::Number(numbers) = &column.data else { return (None, 0) };
    let mut own = NumberColumn::with_scale(numbers.scale);
    for &(row, place) in at {
        let is_fuel = charges[place].field == Field::FuelCharge;
        let cell: Cell<Decimal> = if is_fuel { numbers.get(row) } else { Cell::Blank };
        own.push(cell);
    }
    (Some(Data::Number(own)), column.index)
}
