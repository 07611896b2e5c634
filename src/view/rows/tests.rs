//! The grid over a small table made by hand.

use std::sync::Arc;

use super::*;
use crate::base::{Currency, Decimal, FileId};
use crate::model::Book;
use crate::table::{
    Cell, Column as TypedColumn, Columns, Data, Fate, Field, Kind, NumberColumn, RawCell,
    RawColumn, RawKind, RawSheet, TextColumn,
};

/// A header, three jobs and a total row.
fn results() -> Results {
    let texts = [["Job", "Value"], ["J2", "20.50"], ["J10", "5"], ["J1", "x"], ["Total", "25.50"]];
    let columns = (0..2).map(|at| RawColumn {
        cells: texts.iter().map(|row| RawCell { text: row[at], kind: RawKind::Text }).collect(),
        codes: (1..=5).collect(),
    });
    let raw = RawSheet {
        name: "Jobs".to_owned(),
        hidden: false,
        columns: columns.collect(),
        row_numbers: vec![3, 4, 5, 6, 7],
        ..RawSheet::default()
    };
    let jobs = TextColumn { dict: ["J2", "J10", "J1"].into_iter().collect(), codes: vec![1, 2, 3] };
    let mut values = NumberColumn::with_scale(2);
    values.push(Cell::Ok(Decimal::new(2050, 2)));
    values.push(Cell::Ok(Decimal::new(5, 0)));
    values.push(Cell::Failed);
    let table = Table {
        id: TableId(1),
        file: FileId(0),
        file_name: "jobs.csv".into(),
        kind: Kind::Jobs,
        raw: Arc::new(raw),
        taken_from: Vec::new(),
        fates: vec![Fate::Header, Fate::Used, Fate::Used, Fate::Used, Fate::Subtotal],
        rows: vec![1, 2, 3],
        columns: Arc::new(Columns::from(vec![
            TypedColumn {
                field: Field::JobNo,
                index: 0,
                header: "Job".to_owned(),
                data: Data::Text(jobs),
            },
            TypedColumn {
                field: Field::Amount,
                index: 1,
                header: "Value".to_owned(),
                data: Data::Number(values),
            },
        ])),
        failures: Vec::new(),
        told: Vec::new(),
        currency: Currency::parse("USD").expect("a code"),
        inherited: None,
        placed: None,
    };
    Results { book: Arc::new(Book::build(vec![Arc::new(table)])), ..Results::default() }
}

fn look(choice: &Choice) -> Rows {
    let results = results();
    let order = order(&results, &OrderKey::of(choice));
    view(&results, choice, &order, Lang::En)
}

fn firsts(rows: &Rows) -> Vec<&str> {
    rows.rows.iter().map(|row| row.cells[0].text.as_str()).collect()
}

#[test]
fn typed_rows_sort_by_value_and_keep_unread_cells_last() {
    let choice = Choice { table: 1, rows: 10, sort: Some((1, true)), ..Choice::default() };
    let rows = look(&choice);
    assert_eq!(firsts(&rows), ["J2", "J10", "J1"]);
    assert_eq!(rows.rows[1].cells[1].text, "5.00");
    assert!(rows.rows[2].cells[1].bad);
    assert_eq!(firsts(&look(&Choice { sort: Some((1, false)), ..choice })), ["J10", "J2", "J1"]);
}

#[test]
fn a_window_is_cut_and_a_filter_counts() {
    let choice = Choice { table: 1, from: 1, rows: 1, ..Choice::default() };
    let rows = look(&choice);
    assert_eq!((rows.from, rows.total), (1, 3));
    assert_eq!(firsts(&rows), ["J10"]);
    let rows = look(&Choice { filter: "j1".to_owned(), from: 0, rows: 9, ..choice });
    assert_eq!(firsts(&rows), ["J10", "J1"]);
}

#[test]
fn the_sheet_shows_every_row_with_its_fate() {
    let choice =
        Choice { table: 1, face: Face::Raw, rows: 9, find_row: Some(7), ..Choice::default() };
    let rows = look(&choice);
    assert_eq!(rows.total, 5);
    assert_eq!((rows.found_at, rows.found_column), (Some(4), 0));
    let cell = look(&Choice { find_column: Some("B".to_owned()), ..choice });
    assert_eq!(cell.columns[usize::from(cell.found_column)].head, "B");
    assert!(rows.rows[4].struck);
    assert_eq!(rows.rows[4].cells[2].text, "25.50");
}

#[test]
fn a_selection_adds_up_in_its_own_currency_and_counts_no_row_twice() {
    let choice = Choice {
        table: 1,
        rows: 9,
        selected: vec![(0, 1), (1, 2)],
        sum_column: Some(1),
        ..Choice::default()
    };
    let selection = look(&choice).selection;
    assert_eq!(selection.count, "3");
    assert_eq!(selection.sums.len(), 1);
    assert_eq!(
        (selection.sums[0].text.as_str(), selection.sums[0].code.as_str()),
        ("25.50", "USD")
    );
}
