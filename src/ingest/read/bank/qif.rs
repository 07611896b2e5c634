//! QIF: one field a line by its letter, `^` ends a record. No currency, no balances, and dates in
//! the order of the program that wrote them: the order is asked where the cells do not show it.

use super::amount::amount;
use super::lines_of;
use crate::ingest::Refusal;
use crate::ingest::read::given::GivenSheet;
use crate::table::{Fate, Field, Statement};
use crate::words::Args;

const COLUMNS: &[(Field, &str)] = &[
    (Field::BookingDate, "D"),
    (Field::Amount, "T"),
    (Field::PayerName, "P"),
    (Field::Remittance, "M"),
    (Field::EndToEndId, "N"),
    (Field::TransactionCode, "L"),
    (Field::Status, "C"),
    (Field::BankAccount, "!Account"),
];

#[derive(Default)]
struct Record {
    line: u32,
    fields: Vec<(char, String)>,
}

pub(super) fn read(name: &str, text: &str) -> Result<GivenSheet, Refusal> {
    let mut sheet = lines_of(name, COLUMNS);
    let mut statement = Statement { line: 1, ..Statement::default() };
    let mut record = Record::default();
    let mut kind = String::new();
    for (at, line) in text.lines().enumerate() {
        let line = line.trim_end();
        let Some(letter) = line.trim_start().chars().next() else { continue };
        match letter {
            '!' => kind = line.trim_start().to_ascii_lowercase(),
            '^' => {
                end(&mut sheet, &kind, &mut statement, std::mem::take(&mut record))?;
            }
            _ => {
                if record.fields.is_empty() {
                    record.line = at as u32 + 1;
                }
                let value = line.trim_start()[letter.len_utf8()..].trim().to_owned();
                record.fields.push((letter, value));
            }
        }
    }
    end(&mut sheet, &kind, &mut statement, record)?;
    statement.rows.end = sheet.rows();
    sheet.statement(statement);
    Ok(sheet)
}

fn end(
    sheet: &mut GivenSheet,
    kind: &str,
    statement: &mut Statement,
    record: Record,
) -> Result<(), Refusal> {
    if record.fields.is_empty() {
        return Ok(());
    }
    let field = |letter: char| {
        let found = record.fields.iter().find(|(name, _)| *name == letter);
        found.map_or("", |(_, text)| text.as_str())
    };
    if kind.starts_with("!account") {
        statement.account = field('N').to_owned();
        return Ok(());
    }
    // Categories, classes, memorised payments, securities: lists beside the movements.
    let lines = ["!type:bank", "!type:ccard", "!type:cash", "!type:oth"];
    let trades = kind.starts_with("!type:invst");
    if !trades && !lines.iter().any(|line| kind.starts_with(line)) {
        return Ok(());
    }
    sheet.row(record.line)?;
    // 12/31'26: the apostrophe stands before the year of this century.
    sheet.text(Field::BookingDate, &field('D').replace('\'', "/").replace(' ', ""));
    let figure = if field('T').is_empty() { field('U') } else { field('T') };
    match amount(figure) {
        Some(value) => sheet.number(Field::Amount, value),
        None => {
            sheet.fate(Fate::Rejected);
            sheet.text(Field::Amount, figure);
            let args = Args::new().with("text", figure);
            sheet.problem("problem-bank-line-unread", args, record.line);
        }
    }
    if trades {
        sheet.fate(Fate::Excluded);
    }
    sheet.text(Field::PayerName, field('P'));
    sheet.text(Field::Remittance, field('M'));
    sheet.text(Field::EndToEndId, field('N'));
    sheet.text(Field::TransactionCode, field('L'));
    sheet.text(Field::Status, field('C'));
    sheet.text(Field::BankAccount, &statement.account);
    Ok(())
}
