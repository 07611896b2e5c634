//! BAI2 balance reports: files of groups of accounts of transactions, in comma-separated records.
//!
//! Amounts are whole minor units of the account's currency. The control totals and record counts of
//! every level are worked out again, and each that differs is said.

use super::amount::{compact_date, minor_units};
use super::lines_of;
use crate::base::{Currency, Date, Decimal};
use crate::ingest::Refusal;
use crate::ingest::read::given::GivenSheet;
use crate::table::{Fate, Field, Statement};
use crate::words::Args;

const COLUMNS: &[(Field, &str)] = &[
    (Field::ValueDate, "16 value date"),
    (Field::BookingDate, "02 as-of date"),
    (Field::Amount, "16 amount"),
    (Field::Currency, "03 currency"),
    (Field::Remittance, "16 text"),
    (Field::EndToEndId, "16 customer reference"),
    (Field::BankRef, "16 bank reference"),
    (Field::TransactionCode, "16 type"),
    (Field::BankAccount, "03 account"),
];

/// A record with its continuations.
struct Record {
    code: String,
    parts: Vec<String>,
    line: u32,
    /// Physical records: itself and its 88s.
    count: u32,
}

/// Sum of amounts as they stand, and records, of one level.
#[derive(Clone, Copy, Default)]
struct Control {
    sum: i128,
    below: u32,
    records: u32,
}

#[derive(Default)]
struct Reader {
    as_of: Option<Date>,
    group_currency: Currency,
    account: Option<Statement>,
    file: Control,
    group: Control,
    detail: Control,
}

pub(super) fn read(name: &str, text: &str) -> Result<GivenSheet, Refusal> {
    let mut sheet = lines_of(name, COLUMNS);
    let mut reader = Reader::default();
    for record in records(text) {
        reader.take(&mut sheet, &record)?;
    }
    reader.close_account(&mut sheet);
    Ok(sheet)
}

fn records(text: &str) -> Vec<Record> {
    let mut records: Vec<Record> = Vec::new();
    for (at, line) in text.lines().enumerate() {
        let line = line.trim_end_matches(['\r', '\u{1a}']);
        let Some((code, rest)) = line.trim_start().split_once(',') else { continue };
        if code == "88"
            && let Some(last) = records.last_mut()
        {
            last.parts.push(rest.to_owned());
            last.count += 1;
            continue;
        }
        let (code, parts) = (code.to_owned(), vec![rest.to_owned()]);
        records.push(Record { code, parts, line: at as u32 + 1, count: 1 });
    }
    records
}

/// Reads a record's fields one after the other, over its continuations.
struct Fields<'r> {
    parts: &'r [String],
    rest: &'r str,
}

impl<'r> Fields<'r> {
    fn of(record: &'r Record) -> Fields<'r> {
        let (first, parts) = record.parts.split_first().map_or(("", &[][..]), |(f, p)| (f, p));
        Fields { parts, rest: ended(first) }
    }

    /// The next field; a record that ends goes on in its continuation.
    fn next(&mut self) -> Option<&'r str> {
        if self.rest == DONE {
            let (first, parts) = self.parts.split_first()?;
            self.parts = parts;
            self.rest = ended(first);
        }
        match self.rest.split_once(',') {
            Some((field, rest)) => {
                self.rest = rest;
                Some(field.trim())
            }
            None => {
                let field = self.rest;
                self.rest = DONE;
                Some(field.trim())
            }
        }
    }

    /// Everything that is left, as text: it may hold commas and slashes.
    fn text(self) -> String {
        let mut text = if self.rest == DONE { String::new() } else { self.rest.to_owned() };
        for part in self.parts {
            if !text.is_empty() && !text.ends_with(' ') {
                text.push(' ');
            }
            text.push_str(ended(part));
        }
        text.trim().to_owned()
    }
}

/// Stands for a part that is used up: no field can be this.
const DONE: &str = "\n";

/// Without the slash that ends a record; banks leave it out after a text.
fn ended(part: &str) -> &str {
    let part = part.trim_end();
    part.strip_suffix('/').unwrap_or(part)
}

impl Reader {
    fn take(&mut self, sheet: &mut GivenSheet, record: &Record) -> Result<(), Refusal> {
        self.file.records += record.count;
        self.group.records += record.count;
        self.detail.records += record.count;
        match record.code.as_str() {
            "02" => {
                self.group = Control { records: record.count, ..Control::default() };
                let mut fields = Fields::of(record);
                let fields: Vec<&str> = std::iter::from_fn(|| fields.next()).take(6).collect();
                let field = |at: usize| fields.get(at).copied().unwrap_or("");
                self.as_of = compact_date(field(3));
                // The standard's default.
                self.group_currency = Currency::parse(field(5))
                    .or_else(|| Currency::parse("USD"))
                    .unwrap_or_default();
            }
            "03" => {
                self.close_account(sheet);
                self.detail = Control { records: record.count, ..Control::default() };
                self.open_account(sheet, record);
            }
            "16" => self.transaction(sheet, record)?,
            "49" => {
                let control = self.detail;
                verify(sheet, record, control, false);
                self.group.sum += control.sum;
                self.group.below += 1;
                self.close_account(sheet);
            }
            "98" => {
                let control = self.group;
                verify(sheet, record, control, true);
                self.file.sum += control.sum;
                self.file.below += 1;
            }
            "99" => verify(sheet, record, self.file, true),
            _ => {}
        }
        Ok(())
    }

    /// `03,account,currency,type,amount,count,funds type,…` with any number of such sets.
    fn open_account(&mut self, sheet: &GivenSheet, record: &Record) {
        let mut fields = Fields::of(record);
        let account = fields.next().unwrap_or("").to_owned();
        let currency = fields.next().and_then(Currency::parse).unwrap_or(self.group_currency);
        let decimals = currency.exponent();
        let rows = sheet.rows()..sheet.rows();
        let mut statement =
            Statement { account, currency, rows, line: record.line, ..Statement::default() };
        while let Some(code) = fields.next() {
            let Some(figure) = fields.next() else { break };
            let count = fields.next().and_then(|count| count.parse::<u32>().ok());
            skip_funds(&mut fields);
            self.detail.sum += minor(figure);
            let value = minor_units(figure, decimals);
            let stated = &mut statement.stated;
            match code {
                "010" => statement.opening = value,
                "015" => statement.closing = value,
                "100" => (stated.credits, stated.credit_entries) = (value, count),
                "400" => (stated.debits, stated.debit_entries) = (value, count),
                _ => {}
            }
        }
        self.account = Some(statement);
    }

    /// `16,type,amount,funds type,…,bank reference,customer reference,text`
    fn transaction(&mut self, sheet: &mut GivenSheet, record: &Record) -> Result<(), Refusal> {
        let mut fields = Fields::of(record);
        let code = fields.next().unwrap_or("").to_owned();
        let figure = fields.next().unwrap_or("").to_owned();
        let value_date = skip_funds(&mut fields);
        let bank_ref = fields.next().unwrap_or("");
        let customer_ref = fields.next().unwrap_or("");
        let (bank_ref, customer_ref, text) =
            (bank_ref.to_owned(), customer_ref.to_owned(), fields.text());
        self.detail.sum += minor(&figure);
        let currency = self.account.as_ref().map_or(self.group_currency, |a| a.currency);
        sheet.row(record.line)?;
        sheet.date(Field::ValueDate, value_date.or(self.as_of));
        sheet.date(Field::BookingDate, self.as_of);
        let value = minor_units(&figure, currency.exponent());
        match (is_credit(&code), value) {
            (Some(credit), Some(value)) => {
                sheet.number(Field::Amount, if credit { value } else { -value });
            }
            // A message without money (890) is no movement.
            _ if figure.is_empty() => sheet.fate(Fate::Excluded),
            _ => {
                sheet.fate(Fate::Rejected);
                sheet.text(Field::Amount, &figure);
                let args = Args::new().with("text", format!("{code},{figure}"));
                sheet.problem("problem-bank-line-unread", args, record.line);
            }
        }
        sheet.text(Field::Currency, currency.code());
        sheet.text(Field::Remittance, &text);
        sheet.text(Field::EndToEndId, &customer_ref);
        sheet.text(Field::BankRef, &bank_ref);
        sheet.text(Field::TransactionCode, &code);
        let account = self.account.as_ref().map_or("", |account| &account.account);
        sheet.text(Field::BankAccount, account);
        Ok(())
    }

    fn close_account(&mut self, sheet: &mut GivenSheet) {
        if let Some(mut account) = self.account.take() {
            account.rows.end = sheet.rows();
            // A summary report states totals of lines that it does not list.
            if account.rows.is_empty() {
                account.stated.credits = None;
                account.stated.debits = None;
                account.opening = account.opening.filter(|_| account.closing.is_none());
            }
            sheet.statement(account);
        }
    }
}

/// Passes over the funds type and what it brings; a value date is kept.
fn skip_funds(fields: &mut Fields) -> Option<Date> {
    match fields.next()? {
        "S" => {
            for _ in 0..3 {
                fields.next();
            }
            None
        }
        "V" => {
            let date = fields.next().and_then(compact_date);
            fields.next();
            date
        }
        "D" => {
            let pairs: usize = fields.next()?.parse().ok()?;
            for _ in 0..pairs.min(99) * 2 {
                fields.next();
            }
            None
        }
        _ => None,
    }
}

/// Type codes 100 to 399 are credits, 400 to 699 debits; loans and the bank's own follow.
fn is_credit(code: &str) -> Option<bool> {
    match code.parse::<u32>().ok()? {
        100..=399 | 720..=759 | 920..=959 => Some(true),
        400..=699 | 760..=799 | 960..=999 => Some(false),
        _ => None,
    }
}

fn minor(figure: &str) -> i128 {
    minor_units(figure, 0).map_or(0, |value: Decimal| value.mantissa())
}

/// A trailer: control total, for groups and files the number of what stands below, and records.
fn verify(sheet: &mut GivenSheet, record: &Record, control: Control, counts_below: bool) {
    let mut fields = Fields::of(record);
    let mut say = |what: &'static str, stated: String, counted: i128| {
        if stated.parse::<i128>().is_ok_and(|stated| stated != counted) {
            let args = Args::new()
                .with("record", record.code.as_str())
                .with("stated", stated)
                .with("counted", counted.to_string());
            sheet.problem(what, args, record.line);
        }
    };
    let stated = fields.next().unwrap_or("").trim_start_matches('+').to_owned();
    say("problem-control-total-differs", stated, control.sum);
    if counts_below {
        let stated = fields.next().unwrap_or("").to_owned();
        say("problem-control-count-differs", stated, i128::from(control.below));
    }
    let stated = fields.next().unwrap_or("").to_owned();
    say("problem-control-records-differ", stated, i128::from(control.records));
}
