//! The scorecard against a second count: from the texts as they were written, each row against every
//! other. Of the product only the fates of the rows are taken.

use std::collections::BTreeMap;
use std::sync::Arc;

use proptest::prelude::*;
use tieout::analysis::quality::{Weighed, quality};
use tieout::base::{FileId, TableId};
use tieout::ingest::{Reading, build, text_to_raw};
use tieout::table::{Field, Kind, Table};

/// What may stand in a column, and which of it does not read.
const COLUMNS: [(Field, &[&str], &[&str]); 11] = [
    (Field::InvoiceNo, &["A1", "a1", "A2", "A3", "A4", "", "1.23457E+11"], &["1.23457E+11"]),
    (Field::Entity, &["1000", "2000", ""], &[]),
    (Field::DocType, &["Invoice", "Credit note", ""], &[]),
    (Field::CustomerNo, &["C1", "C2", "c2", ""], &[]),
    (Field::CustomerName, &["Calder", "CALDER", "Orrin", "Vesta", ""], &[]),
    (Field::InvoiceDate, &["2026-05-01", "2026-05-10", "soon", ""], &["soon"]),
    (Field::DueDate, &["2026-05-05", "2026-05-31", "2026-04-30", "#REF!", ""], &["#REF!"]),
    (Field::Net, &["100.00", "200.00", "-50.00", "1..2", ""], &["1..2"]),
    (Field::Tax, &["10.00", "20.00", "-5.00", ""], &[]),
    (Field::Gross, &["110.00", "220.00", "-55.00", "99.00", "1..3", ""], &["1..3"]),
    (Field::Currency, &["EUR", "USD"], &[]),
];

type Row = Vec<&'static str>;

fn rows() -> impl Strategy<Value = Vec<Row>> {
    let cells: Vec<_> = COLUMNS.iter().map(|(_, words, _)| prop::sample::select(*words)).collect();
    prop::collection::vec(cells, 1..24)
}

fn typed(rows: &[Row]) -> Table {
    let heads: Vec<&str> = COLUMNS.iter().map(|(field, ..)| field.spec().key).collect();
    let lines: Vec<String> = rows.iter().map(|row| row.join(",")).collect();
    let text = format!("{}\n{}\n", heads.join(","), lines.join("\n"));
    let raw = Arc::new(text_to_raw("test", &text).expect("text reads").sheets[0].clone());
    let columns = COLUMNS.iter().enumerate().map(|(at, (field, ..))| (*field, at as u16));
    let reading = Reading {
        kind: Kind::Invoices,
        header_row: Some(0),
        header_height: 1,
        columns: columns.collect(),
        ..Reading::default()
    };
    build(TableId(0), FileId(0), &"test".into(), &raw, &reading).0
}

fn cell(row: &Row, field: Field) -> &'static str {
    row[COLUMNS.iter().position(|(known, ..)| *known == field).expect("a column")]
}

fn reads(row: &Row, field: Field) -> Option<&'static str> {
    let (_, _, bad) = COLUMNS.iter().find(|(known, ..)| *known == field).expect("a column");
    Some(cell(row, field)).filter(|text| !text.is_empty() && !bad.contains(text))
}

fn cents(row: &Row, field: Field) -> Option<i64> {
    reads(row, field).map(|text| text.replace('.', "").parse().expect("an amount"))
}

/// Rows, and cents by currency.
type Counted = (u32, BTreeMap<&'static str, i64>);

fn count(rows: &[Row], wanted: impl Fn(usize) -> bool) -> Counted {
    let mut counted = Counted::default();
    for (_, row) in rows.iter().enumerate().filter(|(at, _)| wanted(*at)) {
        counted.0 += 1;
        if let Some(gross) = cents(row, Field::Gross).filter(|gross| *gross != 0) {
            *counted.1.entry(cell(row, Field::Currency)).or_default() += gross.abs();
        }
    }
    counted
}

fn told(weighed: &Weighed) -> Counted {
    let code = |code: &str| if code == "EUR" { "EUR" } else { "USD" };
    let money = weighed.money.iter().filter(|money| !money.is_zero());
    (weighed.rows, money.map(|money| (code(money.currency.code()), money.minor)).collect())
}

/// Whether a row stands against another by what both say, each pair looked at by itself.
fn repeats(rows: &[Row], at: usize) -> bool {
    let key = |row: &Row| {
        let no = cell(row, Field::InvoiceNo).to_lowercase();
        (no, cell(row, Field::Entity), cell(row, Field::DocType) == "Credit note")
    };
    let own = key(&rows[at]);
    let others = rows.iter().enumerate().filter(|(other, _)| *other != at);
    !own.0.is_empty() && others.into_iter().any(|(_, row)| key(row) == own)
}

/// Whether as many rows at least of the same customer have another name as have this one.
fn is_second_name(rows: &[Row], at: usize) -> bool {
    let number = |row: &Row| cell(row, Field::CustomerNo).to_lowercase();
    let name = |row: &Row| cell(row, Field::CustomerName).to_lowercase();
    if number(&rows[at]).is_empty() || name(&rows[at]).is_empty() {
        return false;
    }
    let same: Vec<String> = rows
        .iter()
        .filter(|row| number(row) == number(&rows[at]) && !name(row).is_empty())
        .map(name)
        .collect();
    let of = |name: &String| same.iter().filter(|other| *other == name).count();
    let own = of(&name(&rows[at]));
    // The commonest alone is right; of two that are as common, neither is.
    same.iter().any(|other| *other != name(&rows[at]) && of(other) >= own)
}

proptest! {
    #![proptest_config(crate::cases(300))]

    #[test]
    fn every_figure_is_that_of_a_second_count(written in rows()) {
        let table = typed(&written);
        // Row 0 is the header.
        let rows: Vec<Row> = table.rows.iter().map(|row| written[*row as usize - 1].clone()).collect();
        for field in quality(&table) {
            let name = field.field;
            prop_assert_eq!(told(&field.population), count(&rows, |_| true));
            let filled = |at: usize| !cell(&rows[at], name).is_empty();
            prop_assert_eq!(told(&field.complete), count(&rows, filled), "{:?} complete", name);
            let bad = |at: usize| filled(at) && reads(&rows[at], name).is_none();
            prop_assert_eq!(told(&field.invalid), count(&rows, bad), "{:?} invalid", name);
            let repeated = (name == Field::InvoiceNo).then(|| count(&rows, |at| repeats(&rows, at)));
            prop_assert_eq!(field.repeated.as_ref().map(told), repeated, "{:?} repeated", name);
            let before = |at: usize| {
                let days = reads(&rows[at], Field::InvoiceDate).zip(reads(&rows[at], Field::DueDate));
                days.is_some_and(|(issued, due)| due < issued)
            };
            let adds_up = |at: usize| {
                let amounts = (cents(&rows[at], Field::Net), cents(&rows[at], Field::Tax), cents(&rows[at], Field::Gross));
                matches!(amounts, (Some(net), Some(tax), Some(gross)) if net + tax != gross)
            };
            let against = match name {
                Field::DueDate => Some(count(&rows, before)),
                Field::Gross => Some(count(&rows, adds_up)),
                Field::CustomerNo => Some(count(&rows, |at| is_second_name(&rows, at))),
                _ => None,
            };
            prop_assert_eq!(field.inconsistent.as_ref().map(told), against, "{:?} inconsistent", name);
        }
    }
}
