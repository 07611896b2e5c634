//! CAMT.052, .053 and .054 in all versions, with or without a namespace.
//!
//! Only booked entries count; pending and informational ones are rows that are left out. A batch is
//! split into its payments where they add up to it. Which side a reversal is on is decided by the
//! balances of the statement, since banks do it both ways.

mod entry;

use self::entry::{Entry, entry};
use super::amount::amount;
use super::lines_of;
use crate::base::{Currency, Decimal};
use crate::ingest::Refusal;
use crate::ingest::read::elements::{Element, Elements, Met};
use crate::ingest::read::given::GivenSheet;
use crate::table::{Fate, Field, Statement};
use crate::words::Args;

const COLUMNS: &[(Field, &str)] = &[
    (Field::ValueDate, "ValDt"),
    (Field::BookingDate, "BookgDt"),
    (Field::Amount, "Amt, CdtDbtInd"),
    (Field::Currency, "Amt Ccy"),
    (Field::PayerName, "RltdPties Nm"),
    (Field::PayerAccount, "RltdPties Acct"),
    (Field::Remittance, "RmtInf"),
    (Field::EndToEndId, "EndToEndId"),
    (Field::BankRef, "AcctSvcrRef"),
    (Field::TransactionCode, "BkTxCd"),
    (Field::Status, "Sts"),
    (Field::Text, "AddtlNtryInf"),
    (Field::StatementNo, "Id"),
    (Field::BankAccount, "Acct Id"),
];

/// A statement while its entries come in.
#[derive(Default)]
struct Open {
    statement: Statement,
    entries: Vec<Entry>,
    opening_rank: u8,
    closing_rank: u8,
}

pub(super) fn read(name: &str, text: &str) -> Result<GivenSheet, Refusal> {
    let mut sheet = lines_of(name, COLUMNS);
    let mut walk = Elements::new(text);
    let mut open: Option<Open> = None;
    loop {
        match walk.next(is_container)? {
            Met::Into(name, line) if is_statement(&name) => {
                if let Some(done) = open.replace(Open::at(line)) {
                    write(&mut sheet, done)?;
                }
            }
            Met::Into(..) => {}
            Met::Record(record) => {
                if let Some(open) = &mut open {
                    open.take(&record);
                }
            }
            Met::End => break,
        }
    }
    if let Some(done) = open {
        write(&mut sheet, done)?;
    }
    Ok(sheet)
}

fn is_statement(name: &str) -> bool {
    matches!(name, "Stmt" | "Rpt" | "Ntfctn")
}

fn is_container(name: &str) -> bool {
    is_statement(name)
        || matches!(name, "Document" | "BkToCstmrStmt" | "BkToCstmrAcctRpt" | "BkToCstmrDbtCdtNtfctn")
        // Envelopes of banks and of message hubs.
        || matches!(name, "Envelope" | "Body" | "BizMsgEnvlp" | "Saa" | "DataPDU" | "RequestPayload")
}

impl Open {
    fn at(line: u32) -> Open {
        Open { statement: Statement { line, ..Statement::default() }, ..Open::default() }
    }

    fn take(&mut self, record: &Element) {
        let statement = &mut self.statement;
        match record.name.as_str() {
            "Id" => statement.number = record.text.trim().to_owned(),
            "Acct" => {
                let ids = ["Id/IBAN", "Id/Othr/Id", "Id/PrtryAcct/Id", "Id/BBAN"];
                let id = ids.into_iter().map(|path| record.text_at(path)).find(|t| !t.is_empty());
                statement.account = id.unwrap_or_default().to_owned();
                if let Some(currency) = Currency::parse(record.text_at("Ccy")) {
                    statement.currency = currency;
                }
            }
            "Bal" => self.balance(record),
            "TxsSummry" => {
                let stated = &mut statement.stated;
                stated.entries = record.text_at("TtlNtries/NbOfNtries").parse().ok();
                stated.credits = amount(record.text_at("TtlCdtNtries/Sum"));
                stated.debits = amount(record.text_at("TtlDbtNtries/Sum"));
            }
            "Ntry" => self.entries.push(entry(record)),
            _ => {}
        }
    }

    /// The booked opening and closing; interim and previous ones only where those are missing.
    fn balance(&mut self, record: &Element) {
        let mut code = record.text_at("Tp/CdOrPrtry/Cd");
        if code.is_empty() {
            code = record.text_at("Tp/CdOrPrtry/Prtry");
        }
        let Some(figure) = record.child("Amt") else { return };
        let Some(mut value) = amount(&figure.text) else { return };
        if record.text_at("CdtDbtInd") == "DBIT" {
            value = -value;
        }
        let (opening, closing) = match code {
            "OPBD" => (3, 0),
            "PRCD" => (2, 0),
            "CLBD" => (0, 3),
            "ITBD" => (0, 1),
            _ => (0, 0),
        };
        let statement = &mut self.statement;
        if statement.currency.is_none() && opening + closing > 0 {
            statement.currency = Currency::parse(figure.attribute("Ccy")).unwrap_or_default();
        }
        // Pages of one statement state interim balances: the first opens, the last closes.
        if opening > self.opening_rank {
            (self.opening_rank, statement.opening) = (opening, Some(value));
        }
        if closing > 0 && closing >= self.closing_rank {
            (self.closing_rank, statement.closing) = (closing, Some(value));
        }
    }

    /// Whether the entries tie only when reversals are turned round. `CdtDbtInd` of a reversal is
    /// the resulting side with most banks and the original side with some.
    fn reversals_turned(&self) -> bool {
        let (Some(opening), Some(closing)) = (self.statement.opening, self.statement.closing)
        else {
            return false;
        };
        let mut plain = opening;
        let mut turned = opening;
        let mut any = false;
        for entry in self.entries.iter().filter(|entry| entry.booked) {
            let Some(value) = entry.amount else { return false };
            let sign = if entry.reversal { -value } else { value };
            any |= entry.reversal;
            plain = plain.checked_add(value).unwrap_or(plain);
            turned = turned.checked_add(sign).unwrap_or(turned);
        }
        any && plain != closing && turned == closing
    }
}

fn write(sheet: &mut GivenSheet, open: Open) -> Result<(), Refusal> {
    let turned = open.reversals_turned();
    let mut statement = open.statement;
    if statement.currency.is_none() {
        let named = open.entries.iter().find_map(|entry| Currency::parse(&entry.currency));
        statement.currency = named.unwrap_or_default();
    }
    let first = sheet.rows();
    let mut left_out = 0_u32;
    let mut booked = 0_u32;
    for entry in &open.entries {
        let turn = turned && entry.reversal;
        write_entry(sheet, entry, turn, &statement)?;
        left_out += u32::from(!entry.booked);
        booked += u32::from(entry.booked);
    }
    statement.rows = first..sheet.rows();
    // The stated count is of entries; the rows of a split batch are more.
    if statement.rows.len() as u32 != booked + left_out {
        let stated = statement.stated.entries.take();
        if let Some(stated) =
            stated.filter(|stated| *stated != booked && *stated != booked + left_out)
        {
            let args = Args::new()
                .with("account", statement.account.as_str())
                .with("number", statement.number.as_str())
                .with("currency", statement.currency.code())
                .with("stated", stated)
                .with("counted", booked);
            sheet.problem("problem-statement-count-differs", args, statement.line);
        }
    } else if statement.stated.entries == Some(booked + left_out) {
        statement.stated.entries = Some(booked);
    }
    if turned {
        let args = Args::new().with("number", statement.number.as_str());
        sheet.problem("problem-reversals-turned", args, statement.line);
    }
    if left_out > 0 {
        let args = Args::new().with("number", statement.number.as_str()).with("count", left_out);
        sheet.problem("problem-entries-not-booked", args, statement.line);
    }
    sheet.statement(statement);
    Ok(())
}

fn write_entry(
    sheet: &mut GivenSheet,
    entry: &Entry,
    turn: bool,
    statement: &Statement,
) -> Result<(), Refusal> {
    let sides = |value: Decimal| if turn { -value } else { value };
    if let Some((details, stated)) = entry.batch_differs {
        let args =
            Args::new().with("details", details.normalize()).with("stated", stated.normalize());
        sheet.problem("problem-batch-differs", args, entry.line);
    }
    for payment in &entry.payments {
        sheet.row(payment.line)?;
        sheet.date(Field::ValueDate, entry.value_date);
        sheet.date(Field::BookingDate, entry.booking_date);
        match payment.amount {
            Some(value) => sheet.number(Field::Amount, sides(value)),
            None => {
                sheet.fate(Fate::Rejected);
                sheet.text(Field::Amount, &entry.amount_text);
                let args = Args::new().with("text", entry.amount_text.as_str());
                sheet.problem("problem-bank-line-unread", args, entry.line);
            }
        }
        if !entry.booked {
            sheet.fate(Fate::Excluded);
        }
        let currency =
            if entry.currency.is_empty() { statement.currency.code() } else { &entry.currency };
        sheet.text(Field::Currency, currency);
        sheet.text(Field::PayerName, &payment.name);
        sheet.text(Field::PayerAccount, &payment.account);
        sheet.text(Field::Remittance, &payment.remittance);
        sheet.text(Field::EndToEndId, &payment.end_to_end_id);
        sheet.text(Field::BankRef, &payment.bank_ref);
        sheet.text(Field::TransactionCode, &entry.code);
        sheet.text(Field::Status, &entry.status);
        sheet.text(Field::Text, &entry.text);
        sheet.text(Field::StatementNo, &statement.number);
        sheet.text(Field::BankAccount, &statement.account);
    }
    Ok(())
}
