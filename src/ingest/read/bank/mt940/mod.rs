//! MT940 and MT942: customer statements and interim reports, in the dialects that banks write.
//!
//! Lenient by design: unknown tags are passed over, a line that is no `:61:` is a rejected row, and
//! nothing in a `:86:` is taken for a tag unless it is one of the format's own.

mod details;
mod line;

use self::details::details;
use self::line::{BankLine, bank_line};
use super::amount::{amount, compact_date};
use super::lines_of;
use crate::base::identifiers::iban;
use crate::base::{Currency, Date, Decimal};
use crate::ingest::Refusal;
use crate::ingest::read::given::GivenSheet;
use crate::table::{Fate, Field, Stated, Statement};
use crate::words::Args;

const COLUMNS: &[(Field, &str)] = &[
    (Field::ValueDate, ":61: value date"),
    (Field::BookingDate, ":61: entry date"),
    (Field::Amount, ":61: amount"),
    (Field::Currency, ":60: currency"),
    (Field::PayerName, ":86: name"),
    (Field::PayerAccount, ":86: account"),
    (Field::Remittance, ":86: remittance"),
    (Field::EndToEndId, ":86: EREF, :61: customer reference"),
    (Field::BankRef, ":61: bank reference"),
    (Field::TransactionCode, ":61: type, :86: code"),
    (Field::Text, ":61: supplementary details, :86: posting text"),
    (Field::StatementNo, ":28C:"),
    (Field::BankAccount, ":25:"),
];

/// The tags of the two messages; a colon elsewhere is text.
const TAGS: [&str; 25] = [
    "11", "12", "13", "13D", "20", "21", "25", "25P", "28", "28C", "34F", "60", "60F", "60M", "61",
    "62", "62F", "62M", "64", "65", "86", "90C", "90D", "NS", "79",
];

/// One tag with its text; continuation lines are joined by line feeds.
struct Tagged {
    tag: &'static str,
    text: String,
    line: u32,
}

/// A statement while its tags come in.
#[derive(Default)]
struct Open {
    statement: Statement,
    /// `:62M:` or `:60M:`: a page of a longer statement.
    closes_page: bool,
    opens_page: bool,
    entries: Vec<Entry>,
    /// Whether the next `:86:` speaks of the last line.
    in_line: bool,
    began: bool,
}

struct Entry {
    line: u32,
    parsed: Result<BankLine, String>,
    details: String,
    other: Vec<String>,
}

pub(super) fn read(name: &str, text: &str) -> Result<GivenSheet, Refusal> {
    let mut sheet = lines_of(name, COLUMNS);
    let mut open = Open::default();
    let mut done: Vec<Open> = Vec::new();
    for tagged in tags(text) {
        let again = match tagged.tag {
            "20" => open.began,
            "60" | "60F" | "60M" => open.statement.opening.is_some(),
            _ => false,
        };
        if again {
            done.push(std::mem::take(&mut open));
        }
        open.take(tagged);
    }
    done.push(open);
    for statement in chained(done) {
        write(&mut sheet, statement)?;
    }
    Ok(sheet)
}

/// Splits into tags: `:61:…` at the start of a line, envelopes and message ends removed.
fn tags(text: &str) -> Vec<Tagged> {
    let mut tags: Vec<Tagged> = Vec::new();
    let mut ended = true;
    for (at, line) in text.lines().enumerate() {
        let line = envelope_removed(line.trim_end_matches('\r'));
        if matches!(line.trim(), "-" | "-}" | "-}{5:}") || line.trim_start().starts_with("-}") {
            ended = true;
            continue;
        }
        match tag(line) {
            Some((tag, text)) => {
                ended = false;
                tags.push(Tagged { tag, text: text.to_owned(), line: at as u32 + 1 });
            }
            None if ended => {}
            None => {
                if let Some(last) = tags.last_mut() {
                    last.text.push('\n');
                    last.text.push_str(line);
                }
            }
        }
    }
    tags
}

/// `{1:F01…}{2:…}{4:` before the first tag.
fn envelope_removed(line: &str) -> &str {
    if !line.trim_start().starts_with('{') {
        return line;
    }
    line.split_once("{4:").map_or("", |(_, rest)| rest)
}

fn tag(line: &str) -> Option<(&'static str, &str)> {
    let line = line.trim_start_matches(|c: char| c.is_control() || c == ' ');
    let rest = line.strip_prefix(':')?;
    let (name, text) = rest.split_once(':')?;
    let known = TAGS.iter().find(|tag| **tag == name)?;
    Some((known, text))
}

impl Open {
    fn take(&mut self, tagged: Tagged) {
        let Tagged { tag, text, line } = tagged;
        if !self.began {
            self.began = true;
            self.statement.line = line;
        }
        match tag {
            "25" | "25P" => self.account(text.trim()),
            "28" | "28C" => self.statement.number = text.trim().to_owned(),
            "60" | "60F" | "60M" => {
                self.opens_page = tag == "60M";
                self.statement.opening = self.balance(&text);
                self.in_line = false;
            }
            "62" | "62F" | "62M" => {
                self.closes_page = tag == "62M";
                self.statement.closing = self.balance(&text);
                self.in_line = false;
            }
            "64" | "65" => self.in_line = false,
            "34F" => self.currency(text.trim_start()),
            "90C" | "90D" => self.stated(tag, text.trim()),
            "61" => {
                let parsed = bank_line(&text).ok_or_else(|| text.clone());
                let (details, other) = (String::new(), Vec::new());
                self.entries.push(Entry { line, parsed, details, other });
                self.in_line = true;
            }
            "86" if self.in_line => {
                if let Some(entry) = self.entries.last_mut() {
                    if !entry.details.is_empty() {
                        entry.details.push('\n');
                    }
                    entry.details.push_str(&text);
                }
            }
            "NS" if self.in_line => {
                if let Some(entry) = self.entries.last_mut() {
                    entry.other.push(text);
                }
            }
            _ => {}
        }
    }

    /// `51210600/9223382012EUR`: some banks put the currency behind the account.
    fn account(&mut self, text: &str) {
        let split = text.len().checked_sub(3).filter(|at| text.is_char_boundary(*at));
        if let Some(at) = split.filter(|_| !iban::check(text).holds()) {
            let (account, code) = text.split_at(at);
            let account = account.trim_end();
            if let Some(currency) = Currency::parse(code)
                && account.ends_with(|c: char| c.is_ascii_digit())
                && code.bytes().all(|b| b.is_ascii_uppercase())
            {
                self.statement.currency = currency;
                self.statement.account = account.to_owned();
                return;
            }
        }
        self.statement.account = text.to_owned();
    }

    /// `C031002PLN40000,00`
    fn balance(&mut self, text: &str) -> Option<Decimal> {
        let text = text.trim();
        let side = text.chars().next()?;
        let rest = text.get(1..)?;
        let rest = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        self.currency(rest);
        let figure: String = rest.get(3..)?.chars().take_while(|c| !c.is_whitespace()).collect();
        let value = amount(&figure)?;
        Some(if side == 'D' { -value } else { value })
    }

    fn currency(&mut self, text: &str) {
        if let Some(currency) = text.get(..3).and_then(Currency::parse) {
            self.statement.currency = currency;
        }
    }

    /// `3PLN0,03`: how many debits or credits, and their sum.
    fn stated(&mut self, tag: &str, text: &str) {
        let count: String = text.chars().take_while(char::is_ascii_digit).collect();
        let rest = &text[count.len()..];
        self.currency(rest);
        let sum = rest.get(3..).and_then(amount);
        let stated = &mut self.statement.stated;
        match tag {
            "90D" => (stated.debit_entries, stated.debits) = (count.parse().ok(), sum),
            _ => (stated.credit_entries, stated.credits) = (count.parse().ok(), sum),
        }
    }
}

/// Pages of one statement become one: a page that closes with `:62M:` and the next that opens with
/// `:60M:` at the same balance.
fn chained(pages: Vec<Open>) -> Vec<Open> {
    let mut whole: Vec<Open> = Vec::new();
    for page in pages {
        match whole.last_mut() {
            Some(last)
                if last.closes_page
                    && page.opens_page
                    && last.statement.account == page.statement.account
                    && last.statement.closing == page.statement.opening =>
            {
                last.statement.closing = page.statement.closing;
                last.closes_page = page.closes_page;
                last.entries.extend(page.entries);
            }
            _ => whole.push(page),
        }
    }
    whole
}

fn write(sheet: &mut GivenSheet, open: Open) -> Result<(), Refusal> {
    let mut statement = open.statement;
    let first = sheet.rows();
    for entry in open.entries {
        sheet.row(entry.line)?;
        match &entry.parsed {
            Ok(line) => write_line(sheet, line, &entry, &statement),
            Err(text) => {
                sheet.fate(Fate::Rejected);
                sheet.text(Field::Text, text);
                let args = Args::new().with("text", text.as_str());
                sheet.problem("problem-bank-line-unread", args, entry.line);
            }
        }
    }
    statement.rows = first..sheet.rows();
    let says_nothing = statement.opening.is_none()
        && statement.closing.is_none()
        && statement.rows.is_empty()
        && statement.stated == Stated::default();
    if !says_nothing {
        sheet.statement(statement);
    }
    Ok(())
}

fn write_line(sheet: &mut GivenSheet, line: &BankLine, entry: &Entry, statement: &Statement) {
    let said = details(&entry.details);
    sheet.date(Field::ValueDate, compact_date(&line.value_date));
    sheet.date(Field::BookingDate, entry_date(&line.value_date, &line.entry_date));
    sheet.number(Field::Amount, line.amount);
    if !statement.currency.is_none() {
        sheet.text(Field::Currency, statement.currency.code());
    }
    sheet.text(Field::PayerName, &said.name);
    sheet.text(Field::PayerAccount, &said.account);
    let other = entry.other.join(" ").replace('\n', " ");
    let text = if said.remittance.is_empty() { &other } else { &said.remittance };
    sheet.text(Field::Remittance, text);
    let given = |reference: &str| !matches!(reference, "" | "NONREF" | "NOTPROVIDED" | "KREF+");
    let reference = [said.end_to_end_id.as_str(), line.customer_ref.as_str()];
    let reference = reference.into_iter().find(|r| given(r.trim()));
    sheet.text(Field::EndToEndId, reference.unwrap_or(""));
    sheet.text(Field::BankRef, &line.bank_ref);
    let codes = [line.code.trim(), &said.code];
    let codes: Vec<&str> = codes.into_iter().filter(|code| !code.is_empty()).collect();
    sheet.text(Field::TransactionCode, &codes.join(" "));
    let texts = [line.supplement.trim(), &said.posting_text];
    let texts: Vec<&str> = texts.into_iter().filter(|text| !text.is_empty()).collect();
    sheet.text(Field::Text, &texts.join(" "));
    sheet.text(Field::StatementNo, &statement.number);
    sheet.text(Field::BankAccount, &statement.account);
}

/// The entry date has no year: the one that brings it closest to the value date.
fn entry_date(value_date: &str, entry_date: &str) -> Option<Date> {
    use chrono::Datelike;
    let value = compact_date(value_date)?;
    let month: u32 = entry_date.get(..2)?.parse().ok()?;
    let day: u32 = entry_date.get(2..4)?.parse().ok()?;
    let years = [value.year() - 1, value.year(), value.year() + 1];
    let dates = years.into_iter().filter_map(|year| Date::from_ymd_opt(year, month, day));
    dates.min_by_key(|date| (*date - value).num_days().abs())
}
