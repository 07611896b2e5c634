//! QIF: one field a line by its letter, `^` ends a record. No currency, no balances, and dates in
//! the order of the program that wrote them: the order is asked where the cells do not show it.
//! Each account is a sheet of its own: each may have a currency and an order of its own.

use std::collections::BTreeMap;

use super::amount::amount;
use super::lines_of;
use crate::base::limits::SHEETS_MAX;
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
    /// Trades of an investment account are no movements.
    trade: bool,
}

impl Record {
    fn field(&self, letter: char) -> &str {
        let found = self.fields.iter().find(|(name, _)| *name == letter);
        found.map_or("", |(_, text)| text.as_str())
    }
}

/// The movements of one account.
#[derive(Default)]
struct Account {
    name: String,
    records: Vec<Record>,
}

pub(super) fn read(name: &str, text: &str) -> Result<Vec<GivenSheet>, Refusal> {
    let accounts = accounts(text);
    let apart = (2..=SHEETS_MAX).contains(&accounts.len());
    if apart {
        let sheet = |account: &Account| {
            sheet(&format!("{name} {}", account.name), std::slice::from_ref(account))
        };
        return accounts.iter().map(sheet).collect();
    }
    Ok(vec![sheet(name, &accounts)?])
}

/// Accounts with movements, in the order in which the file comes to them.
fn accounts(text: &str) -> Vec<Account> {
    let mut accounts: Vec<Account> = Vec::new();
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    let (mut current, mut kind) = (String::new(), String::new());
    let mut record = Record::default();
    let mut end = |record: Record, kind: &str| {
        if record.fields.is_empty() {
            return;
        }
        if kind.starts_with("!account") {
            record.field('N').clone_into(&mut current);
            return;
        }
        // Categories, classes, memorised payments, securities: lists beside the movements.
        let lines = ["!type:bank", "!type:ccard", "!type:cash", "!type:oth"];
        let trade = kind.starts_with("!type:invst");
        if !trade && !lines.iter().any(|line| kind.starts_with(line)) {
            return;
        }
        let at = *places.entry(current.clone()).or_insert_with(|| {
            accounts.push(Account { name: current.clone(), records: Vec::new() });
            accounts.len() - 1
        });
        accounts[at].records.push(Record { trade, ..record });
    };
    for (at, line) in text.lines().enumerate() {
        let line = line.trim();
        let Some(letter) = line.chars().next() else { continue };
        match letter {
            '!' => kind = line.to_ascii_lowercase(),
            '^' => end(std::mem::take(&mut record), &kind),
            _ => {
                if record.fields.is_empty() {
                    record.line = at as u32 + 1;
                }
                record.fields.push((letter, line[letter.len_utf8()..].trim().to_owned()));
            }
        }
    }
    end(record, &kind);
    accounts
}

/// A statement for each account; one account has the name of the file.
fn sheet(name: &str, accounts: &[Account]) -> Result<GivenSheet, Refusal> {
    let mut sheet = lines_of(name, COLUMNS);
    for account in accounts {
        let from = sheet.rows();
        for record in &account.records {
            movement(&mut sheet, &account.name, record)?;
        }
        let own = if account.name.is_empty() { name } else { &account.name };
        trades_told(&mut sheet, own, &account.records);
        sheet.statement(Statement {
            account: account.name.clone(),
            line: account.records.first().map_or(1, |record| record.line),
            rows: from..sheet.rows(),
            ..Statement::default()
        });
    }
    Ok(sheet)
}

/// Rows that are left out are said to be.
fn trades_told(sheet: &mut GivenSheet, account: &str, records: &[Record]) {
    let mut trades = records.iter().filter(|record| record.trade);
    let Some(first) = trades.next() else { return };
    let args = Args::new().with("account", account).with("count", 1 + trades.count());
    sheet.problem("problem-trades-left-out", args, first.line);
}

fn movement(sheet: &mut GivenSheet, account: &str, record: &Record) -> Result<(), Refusal> {
    let field = |letter: char| record.field(letter);
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
    if record.trade {
        sheet.fate(Fate::Excluded);
    }
    sheet.text(Field::PayerName, field('P'));
    sheet.text(Field::Remittance, field('M'));
    sheet.text(Field::EndToEndId, field('N'));
    sheet.text(Field::TransactionCode, field('L'));
    sheet.text(Field::Status, field('C'));
    sheet.text(Field::BankAccount, account);
    Ok(())
}
