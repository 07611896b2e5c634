//! A section as CSV: UTF-8 with BOM, because that is what a double click in Excel reads right.
//!
//! Invariant: no text from a client's file can become a formula. A text cell that starts with
//! `= + - @`, tab or carriage return is written with a leading apostrophe.

use super::{Cell, Section, Table};
use crate::base::{Decimal, iso, round_to};

pub fn write_csv(section: &Section) -> Vec<u8> {
    let mut out = String::from('\u{feff}');
    for note in &section.notes {
        push_row(&mut out, std::iter::once(guarded(&note.text)));
    }
    for (i, table) in section.tables.iter().enumerate() {
        if i > 0 || !section.notes.is_empty() {
            out.push_str("\r\n");
        }
        push_table(&mut out, table);
    }
    out.into_bytes()
}

fn push_table(out: &mut String, table: &Table) {
    if !table.title.is_empty() {
        push_row(out, std::iter::once(guarded(&table.title)));
    }
    push_row(out, table.columns.iter().map(|column| guarded(&column.title)));
    for row in table.rows.iter().chain(&table.totals) {
        push_row(out, row.iter().map(cell_text));
    }
}

fn cell_text(cell: &Cell) -> String {
    match cell {
        Cell::Blank => String::new(),
        Cell::Text(text) | Cell::Status(_, text) => guarded(text),
        Cell::Money(money) => money.decimal().to_string(),
        Cell::Number(number) => number.to_string(),
        Cell::Percent(ratio) => {
            format!("{}%", round_to(*ratio * Decimal::ONE_HUNDRED, 4).normalize())
        }
        Cell::Count(count) => count.to_string(),
        Cell::Date(date) => iso(*date),
    }
}

fn guarded(text: &str) -> String {
    match text.chars().next() {
        Some('=' | '+' | '-' | '@' | '\t' | '\r') => format!("'{text}"),
        _ => text.to_owned(),
    }
}

fn push_row(out: &mut String, cells: impl Iterator<Item = String>) {
    for (i, cell) in cells.enumerate() {
        if i > 0 {
            out.push(',');
        }
        if cell.contains([',', '"', '\n', '\r']) {
            out.push('"');
            out.push_str(&cell.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(&cell);
        }
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Currency, Money};
    use crate::report::{Align, Column};

    #[test]
    fn client_text_never_becomes_a_formula() {
        let column = |title: &str| Column { title: title.into(), align: Align::Start, width: 8 };
        let usd = Currency::parse("USD").expect("a code");
        let table = Table {
            columns: vec![column("Job"), column("Amount")],
            rows: vec![
                vec![Cell::Text("=1+1".into()), Cell::Money(Money::new(-500, usd))],
                vec![Cell::Text("@x, \"y\"".into()), Cell::Blank],
            ],
            ..Table::default()
        };
        let section = Section { tables: vec![table], ..Section::default() };
        let text = String::from_utf8(write_csv(&section)).expect("UTF-8");
        assert_eq!(text, "\u{feff}Job,Amount\r\n'=1+1,-5.00\r\n\"'@x, \"\"y\"\"\",\r\n");
    }
}
