//! OFX 1 (SGML with unclosed tags), OFX 2 (XML) and QFX.
//!
//! Movements of bank, credit-card and investment cash accounts are lines. Trades of investment
//! accounts are no bank lines: they are rows that are left out, so that nothing is lost. OFX states
//! a closing balance and no opening, so a statement cannot be proved to tie.

use super::amount::{amount, compact_date, iso_date};
use super::lines_of;
use crate::base::Currency;
use crate::ingest::Refusal;
use crate::ingest::read::given::GivenSheet;
use crate::table::{Fate, Field, Statement};
use crate::words::Args;

const COLUMNS: &[(Field, &str)] = &[
    (Field::ValueDate, "DTAVAIL"),
    (Field::BookingDate, "DTPOSTED"),
    (Field::Amount, "TRNAMT"),
    (Field::Currency, "CURDEF"),
    (Field::PayerName, "NAME"),
    (Field::PayerAccount, "ACCTTO"),
    (Field::Remittance, "MEMO"),
    (Field::EndToEndId, "CHECKNUM, REFNUM"),
    (Field::BankRef, "FITID"),
    (Field::TransactionCode, "TRNTYPE"),
    (Field::BankAccount, "ACCTID"),
];

/// Trades, by the names of their aggregates.
const TRADES: [&str; 18] = [
    "BUYDEBT",
    "BUYMF",
    "BUYOPT",
    "BUYOTHER",
    "BUYSTOCK",
    "SELLDEBT",
    "SELLMF",
    "SELLOPT",
    "SELLOTHER",
    "SELLSTOCK",
    "INCOME",
    "REINVEST",
    "RETOFCAP",
    "SPLIT",
    "TRANSFER",
    "INVEXPENSE",
    "JRNLFUND",
    "JRNLSEC",
];

/// Sorts of transaction that take away.
const DEBITS: [&str; 9] =
    ["DEBIT", "FEE", "SRVCHG", "ATM", "POS", "CHECK", "PAYMENT", "CASH", "DIRECTDEBIT"];

/// A tag with the text behind it.
struct Tag<'t> {
    name: String,
    closes: bool,
    text: &'t str,
    line: u32,
}

/// The fields of one transaction, in order.
struct Movement {
    line: u32,
    kind: String,
    fields: Vec<(String, String)>,
}

#[derive(Default)]
struct Reader {
    statement: Option<Statement>,
    movement: Option<Movement>,
    /// Open aggregates whose account or amount means something else.
    inside: Vec<String>,
    trades: u32,
    /// Amounts below zero, and debits that stand above it.
    negatives: u32,
    unsigned_debits: u32,
}

pub(super) fn read(name: &str, text: &str) -> Result<GivenSheet, Refusal> {
    let mut sheet = lines_of(name, COLUMNS);
    let mut reader = Reader::default();
    for tag in tags(text) {
        if tag.closes {
            reader.close(&mut sheet, &tag)?;
        } else {
            reader.open(&mut sheet, &tag)?;
        }
    }
    reader.end_statement(&mut sheet)?;
    Ok(sheet)
}

fn tags(text: &str) -> impl Iterator<Item = Tag<'_>> {
    let mut line = 1;
    let mut parts = text.split('<');
    let before = parts.next().unwrap_or("");
    line += before.matches('\n').count() as u32;
    parts.filter_map(move |part| {
        let begins = line;
        line += part.matches('\n').count() as u32;
        let (name, text) = part.split_once('>')?;
        let closes = name.starts_with('/');
        let name = name.trim_start_matches('/').split_whitespace().next()?;
        let shaped = name.chars().all(|c| c.is_ascii_alphanumeric() || ".-_".contains(c));
        let name = name.to_ascii_uppercase();
        shaped.then_some(Tag { name, closes, text: text.trim(), line: begins })
    })
}

fn is_statement(name: &str) -> bool {
    matches!(name, "STMTRS" | "CCSTMTRS" | "INVSTMTRS" | "BPACCTINFO")
}

/// Aggregates in which the same tags speak of somebody else.
fn is_aside(name: &str) -> bool {
    matches!(name, "BANKACCTTO" | "CCACCTTO" | "AVAILBAL" | "BALLIST" | "INVBAL" | "INVPOSLIST")
        || matches!(name, "SECLIST" | "CURRENCY" | "ORIGCURRENCY")
}

impl Reader {
    fn open(&mut self, sheet: &mut GivenSheet, tag: &Tag) -> Result<(), Refusal> {
        let name = tag.name.as_str();
        if is_statement(name) {
            self.end_statement(sheet)?;
            let rows = sheet.rows()..sheet.rows();
            self.statement = Some(Statement { rows, line: tag.line, ..Statement::default() });
        } else if name == "STMTTRN" || TRADES.contains(&name) {
            self.end_movement(sheet)?;
            let kind = name.to_owned();
            self.movement = Some(Movement { line: tag.line, kind, fields: Vec::new() });
        } else if is_aside(name) && tag.text.is_empty() {
            self.inside.push(name.to_owned());
        } else if !tag.text.is_empty() {
            self.value(name, &unescaped(tag.text));
        }
        Ok(())
    }

    fn close(&mut self, sheet: &mut GivenSheet, tag: &Tag) -> Result<(), Refusal> {
        let name = tag.name.as_str();
        if self.inside.iter().any(|open| open == name) {
            while self.inside.pop().is_some_and(|open| open != name) {}
        } else if self.movement.as_ref().is_some_and(|movement| movement.kind == name) {
            self.end_movement(sheet)?;
        } else if is_statement(name) {
            self.end_statement(sheet)?;
        }
        Ok(())
    }

    fn value(&mut self, name: &str, text: &str) {
        let aside = self.inside.last().map(String::as_str);
        if let Some(movement) = &mut self.movement {
            let name = match (aside, name) {
                (Some("BANKACCTTO" | "CCACCTTO"), "ACCTID") => "ACCTTO",
                // The amount itself is in this currency; ORIGCURRENCY only tells what it was.
                (Some("CURRENCY"), "CURSYM") => "CURSYM",
                (Some(_), _) => return,
                (None, name) => name,
            };
            movement.fields.push((name.to_owned(), text.to_owned()));
            return;
        }
        let Some(statement) = &mut self.statement else { return };
        match name {
            _ if aside.is_some() => {}
            "CURDEF" => statement.currency = Currency::parse(text).unwrap_or_default(),
            "ACCTID" => statement.account = text.to_owned(),
            "BALAMT" => statement.closing = amount(text),
            _ => {}
        }
    }

    fn end_movement(&mut self, sheet: &mut GivenSheet) -> Result<(), Refusal> {
        let Some(movement) = self.movement.take() else { return Ok(()) };
        self.inside.clear();
        let field = |wanted: &str| {
            let found = movement.fields.iter().find(|(name, _)| name == wanted);
            found.map_or("", |(_, text)| text.as_str())
        };
        let first = |names: &[&str]| {
            names.iter().map(|name| field(name)).find(|text| !text.is_empty()).unwrap_or("")
        };
        sheet.row(movement.line)?;
        let date = |text: &str| compact_date(text).or_else(|| iso_date(text));
        sheet.date(Field::BookingDate, date(first(&["DTPOSTED", "DTTRADE", "DTUSER"])));
        sheet.date(Field::ValueDate, date(first(&["DTAVAIL", "DTSETTLE"])));
        let trade = movement.kind != "STMTTRN";
        let figure = first(&["TRNAMT", "TOTAL"]);
        match amount(figure) {
            Some(value) => {
                self.negatives += u32::from(value.is_sign_negative());
                let debit = !value.is_sign_negative() && DEBITS.contains(&field("TRNTYPE"));
                self.unsigned_debits += u32::from(debit && !value.is_zero());
                sheet.number(Field::Amount, value);
            }
            None if trade => {}
            None => {
                sheet.fate(Fate::Rejected);
                sheet.text(Field::Amount, figure);
                let args = Args::new().with("text", figure);
                sheet.problem("problem-bank-line-unread", args, movement.line);
            }
        }
        if trade {
            self.trades += 1;
            sheet.fate(Fate::Excluded);
        }
        let statement = self.statement.clone().unwrap_or_default();
        let currency = Currency::parse(field("CURSYM")).unwrap_or(statement.currency);
        if !currency.is_none() {
            sheet.text(Field::Currency, currency.code());
        }
        sheet.text(Field::PayerName, field("NAME"));
        sheet.text(Field::PayerAccount, field("ACCTTO"));
        sheet.text(Field::Remittance, field("MEMO"));
        sheet.text(Field::EndToEndId, first(&["CHECKNUM", "REFNUM"]));
        sheet.text(Field::BankRef, field("FITID"));
        let code = if trade { &movement.kind } else { field("TRNTYPE") };
        sheet.text(Field::TransactionCode, code);
        sheet.text(Field::BankAccount, &statement.account);
        Ok(())
    }

    fn end_statement(&mut self, sheet: &mut GivenSheet) -> Result<(), Refusal> {
        self.end_movement(sheet)?;
        self.inside.clear();
        let Some(mut statement) = self.statement.take() else { return Ok(()) };
        statement.rows.end = sheet.rows();
        if self.trades > 0 {
            let args = Args::new()
                .with("account", statement.account.as_str())
                .with("count", std::mem::take(&mut self.trades));
            sheet.problem("problem-trades-left-out", args, statement.line);
        }
        let (negatives, unsigned) =
            (std::mem::take(&mut self.negatives), std::mem::take(&mut self.unsigned_debits));
        if negatives == 0 && unsigned > 0 {
            let args = Args::new().with("account", statement.account.as_str());
            let args = args.with("count", unsigned);
            sheet.problem("problem-debits-unsigned", args, statement.line);
        }
        sheet.statement(statement);
        Ok(())
    }
}

/// The entities of SGML that banks write; anything else stays as it is.
fn unescaped(text: &str) -> String {
    let pairs = [("&lt;", "<"), ("&gt;", ">"), ("&nbsp;", " "), ("&quot;", "\""), ("&amp;", "&")];
    pairs.into_iter().fold(text.to_owned(), |text, (entity, plain)| text.replace(entity, plain))
}
