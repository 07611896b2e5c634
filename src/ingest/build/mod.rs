//! Types one raw sheet under a reading: a fate for every physical row, a column for every mapped
//! field, and a problem for every cell that its column cannot read.
//!
//! Invariant: one fate a row; the columns have one cell for each used row and for no other.

mod amounts;
mod cells;
mod fates;
mod filled;
mod marks;
mod numbers;
mod pending;
mod sides;
mod statements;
mod sums;
mod told;
pub(super) mod totals;

use std::sync::Arc;

use self::amounts::Amounts;
pub use self::cells::destroyed;
use self::cells::{Typed, type_column};
pub use self::statements::{StatementTie, statements};
use super::{Problem, Reading, parts};
use crate::base::{Currency, FileId, TableId, stretches};
use crate::table::{Column, Columns, Data, Fate, Field, RawSheet, Table, TextColumn, ValueKind};
use crate::words::Args;

/// Builds the typed table of a sheet. The problems carry row and column, not the sheet.
pub fn build(
    id: TableId,
    file: FileId,
    file_name: &Arc<str>,
    raw: &Arc<RawSheet>,
    reading: &Reading,
) -> (Table, Vec<Problem>) {
    if reading.parts.is_empty() {
        return build_whole(id, file, file_name, raw, reading);
    }
    let (apart, own, taken) = parts::apart(raw, reading);
    let (mut table, mut problems) = build_whole(id, file, file_name, &Arc::new(apart), &own);
    table.taken_from = taken;
    for problem in &mut problems {
        problem.column = problem.column.map(|column| table.place(column));
    }
    (table, problems)
}

fn build_whole(
    id: TableId,
    file: FileId,
    file_name: &Arc<str>,
    raw: &Arc<RawSheet>,
    reading: &Reading,
) -> (Table, Vec<Problem>) {
    let mut problems = Vec::new();
    let amounts = Amounts::read(raw, reading);
    let fates = fates::fates(raw, reading, &amounts, &mut problems);
    let is_used = |row: &u32| fates.get(*row as usize) == Some(&Fate::Used);
    let rows: Vec<u32> = stretches::collect((0..raw.rows() as u32).filter(is_used));
    let mut columns = Vec::new();
    let (mut failures, mut told) = (Vec::new(), Vec::new());
    for (&field, &index) in &reading.columns {
        if usize::from(index) >= raw.columns.len() {
            continue;
        }
        let filled = filled::down(raw, index, reading.filled.contains(&index), &fates);
        if filled.count > 0 {
            problems.push(filled.told(field, index));
        }
        let column = filled.column.as_ref();
        let typed: Typed = type_column(raw, column, field, index, &rows, reading, &amounts);
        problems.extend(typed.problems);
        failures.extend(typed.failures);
        told.extend(typed.told);
        let header = header_text(raw, reading, index);
        columns.push(Column { field, index, header, data: typed.data });
    }
    let currency = table_currency(&amounts, reading, &rows, &mut columns);
    failures.sort_by_key(|failure| (failure.row, failure.field));
    let file_name = Arc::clone(file_name);
    let (kind, raw) = (reading.kind, Arc::clone(raw));
    let columns = Arc::new(Columns::from(columns));
    told.sort_by_key(|told| (told.row, told.field));
    let taken_from = Vec::new();
    let mut table = Table {
        id,
        file,
        file_name,
        kind,
        raw,
        taken_from,
        fates,
        rows,
        columns,
        failures,
        told,
        currency,
        inherited: None,
        placed: None,
    };
    problems.extend(marks::problems(&table, &amounts));
    problems.extend(sides::sign(&mut table));
    statements::signed_amount(&mut table);
    problems.extend(statements::problems(&table));
    (table, problems)
}

/// The header cells over a column, joined: `Pickup / Date`.
fn header_text(raw: &RawSheet, reading: &Reading, index: u16) -> String {
    if let (Some(given), None) = (&raw.given, reading.header_row) {
        return given.headers.get(usize::from(index)).cloned().unwrap_or_default();
    }
    let mut parts: Vec<&str> = Vec::new();
    for row in header_rows(reading) {
        let part = raw.text(row as usize, usize::from(index)).trim();
        if !part.is_empty() && parts.last() != Some(&part) {
            parts.push(part);
        }
    }
    parts.join(" / ")
}

fn header_rows(reading: &Reading) -> std::ops::Range<u32> {
    match reading.header_row {
        Some(first) => first..first.saturating_add(reading.header_height.max(1)),
        None => 0..0,
    }
}

/// The currency of amounts without a currency cell: as the reading says, else the one that stands
/// beside all amounts. Where several stand there and no column names them, each row gets its own.
fn table_currency(
    amounts: &Amounts,
    reading: &Reading,
    rows: &[u32],
    columns: &mut Vec<Column>,
) -> Currency {
    let named = amounts.currencies(rows);
    let mut distinct: Vec<Currency> = named.iter().flatten().copied().collect();
    distinct.sort_unstable();
    distinct.dedup();
    let has_column = reading.columns.keys().any(|field| *field == Field::Currency);
    match distinct.as_slice() {
        [one] if reading.currency.is_none() => return *one,
        [_, _, ..] if !has_column => {
            let dict = distinct.iter().map(|currency| currency.code()).collect();
            let code = |currency: &Option<Currency>| {
                currency.and_then(|c| distinct.binary_search(&c).ok()).map_or(0, |at| at as u32 + 1)
            };
            let codes = named.iter().map(code).collect();
            let index = amounts.first_index().unwrap_or(0);
            let data = Data::Text(TextColumn { dict, codes });
            columns.push(Column { field: Field::Currency, index, header: String::new(), data });
        }
        _ => {}
    }
    reading.currency
}

fn is_amount(field: Field) -> bool {
    field.value() == ValueKind::Amount
}

fn problem(key: &str, args: Args, row: Option<u32>, column: Option<u16>) -> Problem {
    Problem { key: key.to_owned(), args, sheet: None, row, column }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Decimal, iso};
    use crate::ingest::text_to_raw;
    use crate::table::{Fates, Kind};

    /// Builds the text as the kind; the header words are field keys.
    fn built(kind: Kind, header_row: u32, text: &str) -> (Table, Vec<Problem>) {
        let file = text_to_raw("test", text).expect("text reads");
        let raw = Arc::new(file.sheets[0].clone());
        let fields = (0..raw.columns.len())
            .filter_map(|c| Some((Field::from_key(raw.text(header_row as usize, c))?, c as u16)));
        let columns = fields.collect();
        let reading =
            Reading { kind, header_row: Some(header_row), header_height: 1, columns, ..empty() };
        build(TableId(0), FileId(0), &"test".into(), &raw, &reading)
    }

    fn empty() -> Reading {
        Reading {
            kind: Kind::Other,
            header_row: None,
            header_height: 1,
            columns: Default::default(),
            numbers: Default::default(),
            dates: Default::default(),
            currency: Currency::NONE,
            fates: Default::default(),
            filled: Default::default(),
            scales: Default::default(),
            parts: Default::default(),
        }
    }

    #[test]
    fn every_row_has_its_fate() {
        let text = "Open invoices as of 30.06.2025\n\ninvoice_no;due_date;gross\n1;01.06.2025;100,00\n\
                    2;02.06.2025;50,00\nSubtotal;;150,00\n\ninvoice_no;due_date;gross\n3;03.06.2025;25,50\n\
                    ;;25,50\n;;175,50\nEnd of report\n";
        let (table, problems) = built(Kind::Invoices, 2, text);
        let expected = Fates {
            used: 3,
            header: 2,
            title: 1,
            blank: 2,
            subtotal: 3,
            footer: 1,
            ..Fates::default()
        };
        assert_eq!(table.counts(), expected, "{:?}", table.fates);
        assert_eq!(problems, []);
        assert_eq!(table.number(Field::Gross, 2), Some(Decimal::new(255, 1)));
        assert_eq!(table.date(Field::DueDate, 0).map(iso).as_deref(), Some("2025-06-01"));
    }

    #[test]
    fn a_customer_called_total_is_no_total() {
        let text = "invoice_no,customer_name,gross\n1,Total Energies,10\n2,Totals,20\n,Total,30\n";
        let (table, _) = built(Kind::Invoices, 0, text);
        assert_eq!((table.counts().used, table.counts().subtotal), (2, 1));
    }

    #[test]
    fn a_total_that_does_not_add_up_is_told() {
        let (_, problems) = built(Kind::Invoices, 0, "invoice_no,gross\n1,10\n2,20\nTotal,31\n");
        assert_eq!(problems[0].key, "problem-total-differs");
        assert_eq!((problems[0].row, problems[0].column), (Some(4), Some(1)));
    }

    #[test]
    fn a_row_without_its_key_is_still_used() {
        let text =
            "invoice_no,invoice_date,gross\n1,2025-01-01,10\n,2025-01-02,20\n3,2025-01-03,5\n";
        assert_eq!(built(Kind::Invoices, 0, text).0.counts().used, 3);
    }

    #[test]
    fn unread_cells_are_failures_with_a_place() {
        let text =
            "invoice_no,invoice_date,gross,currency\n1,soon,10,EUR\n2,2025-01-02,ten,Taler\n";
        let (table, problems) = built(Kind::Invoices, 0, text);
        assert_eq!(table.failures.len(), 3);
        let mut told: Vec<(&str, Option<u32>)> =
            problems.iter().map(|p| (p.key.as_str(), p.row)).collect();
        told.sort_unstable();
        assert_eq!(
            told,
            [
                ("problem-currency-unread", Some(3)),
                ("problem-date-unread", Some(2)),
                ("problem-number-unread", Some(3)),
            ]
        );
        assert_eq!(table.text(Field::Currency, 1), Some("Taler"));
    }

    #[test]
    fn amounts_in_thousands_are_multiplied_exactly_once_the_user_said_so() {
        let file = text_to_raw("test", "invoice_no,gross\n1,1.06\n2,0.265\nTotal,1.325\n");
        let raw = Arc::new(file.expect("text reads").sheets[0].clone());
        let columns = [(Field::InvoiceNo, 0), (Field::Gross, 1)].into();
        let (kind, header_row) = (Kind::Invoices, Some(0));
        let numbers = [(1, crate::ingest::NumberStyle::Point)].into();
        let scales = [(1, 3)].into();
        let reading = Reading { kind, header_row, columns, numbers, scales, ..empty() };
        let (table, problems) = build(TableId(0), FileId(0), &"test".into(), &raw, &reading);
        assert_eq!(problems, []);
        let read: Vec<_> = (0..2).map(|row| table.number(Field::Gross, row)).collect();
        assert_eq!(read, [Some(Decimal::from(1_060)), Some(Decimal::from(265))]);
    }

    #[test]
    fn currencies_beside_amounts_become_the_rows_currency() {
        let (table, _) = built(Kind::Invoices, 0, "invoice_no,gross\n1,$10\n2,\"€20,50\"\n");
        assert_eq!((table.currency(0).code(), table.currency(1).code()), ("USD", "EUR"));
        let (table, _) = built(Kind::Invoices, 0, "invoice_no,gross\n1,\"₩10,000\"\n2,₩500\n");
        assert_eq!(table.currency.code(), "KRW");
        assert_eq!(table.money(Field::Gross, 0).map(|m| m.minor), Some(10_000));
    }
}
