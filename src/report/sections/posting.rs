//! The posting file for the ledger: as a plain list, and in SAP's layout with posting keys, one
//! document a receipt. Only matches that stand are in it; suggestions never are.

use crate::analysis::cash::{self, Posting, PostingLine, Role};
use crate::base::Money;
use crate::matching::{Difference, Item, Outcome};
use crate::report::{Align, Cell, Section, Table, text};
use crate::rules::Results;
use crate::words::{self, Lang};

pub(super) fn plain(results: &Results, lang: Lang) -> Section {
    let title = words::text(lang, "section-posting");
    section("posting", title, results, plain_columns(lang), |number, posting, line| {
        plain_row(results, lang, number, posting, line)
    })
}

pub(super) fn sap(results: &Results, lang: Lang) -> Section {
    let title = words::text(lang, "section-posting-sap");
    // The names of the target's own fields: they are the same in every language.
    let columns = ["DOC", "BLDAT", "BUDAT", "BUKRS", "WAERS", "XBLNR", "BUZEI", "BSCHL"];
    let columns = columns.into_iter().chain(["KONTO", "WRBTR", "ZUONR", "RSTGR", "SGTXT"]);
    let columns = columns.map(|name| crate::report::Column {
        title: name.to_owned(),
        align: if name == "WRBTR" { Align::End } else { Align::Start },
        width: 14,
    });
    let mut last = (0, 0);
    section("posting-sap", title, results, columns.collect(), |number, posting, line| {
        last = if last.0 == number { (number, last.1 + 1) } else { (number, 1) };
        sap_row(&results.cash.outcome, last, posting, line)
    })
}

fn section(
    key: &'static str,
    title: String,
    results: &Results,
    columns: Vec<crate::report::Column>,
    mut row: impl FnMut(usize, &Posting, &PostingLine) -> Vec<Cell>,
) -> Section {
    let postings = cash::postings(&results.cash.outcome);
    if postings.is_empty() {
        return Section { key, title, ..Section::default() };
    }
    let mut rows = Vec::new();
    for (at, posting) in postings.iter().enumerate() {
        rows.extend(posting.lines.iter().map(|line| row(at + 1, posting, line)));
    }
    let table = Table { title: String::new(), columns, rows, totals: Vec::new() };
    Section { key, title, notes: Vec::new(), tables: vec![table] }
}

fn plain_columns(lang: Lang) -> Vec<crate::report::Column> {
    let column = |key, align, width| text::column(lang, key, align, width);
    vec![
        column("posting-document", Align::End, 10),
        column("reconcile-date", Align::End, 12),
        column("posting-receipt", Align::Start, 16),
        column("field-payer-name", Align::Start, 24),
        column("posting-role", Align::Start, 18),
        column("field-customer-no", Align::Start, 14),
        column("field-customer-name", Align::Start, 24),
        column("field-invoice-no", Align::Start, 16),
        column("posting-debit", Align::End, 14),
        column("posting-credit", Align::End, 14),
        column("field-currency", Align::Start, 9),
        column("col-reason", Align::Start, 24),
        column("posting-by", Align::Start, 14),
        column("col-source", Align::Start, 40),
    ]
}

fn plain_row(
    results: &Results,
    lang: Lang,
    number: usize,
    posting: &Posting,
    line: &PostingLine,
) -> Vec<Cell> {
    let sides = &results.cash.outcome.sides;
    let receipt = &sides.left[posting.receipt as usize];
    let item = line.item.map(|at| &sides.right[at as usize]);
    let money = |minor: i64| Cell::Money(Money::new(minor, receipt.currency));
    let by = if posting.by_person { "reconcile-confirmed" } else { "posting-by-machine" };
    let of = item.unwrap_or(receipt);
    vec![
        Cell::Count(number as i64),
        receipt.date.map_or(Cell::Blank, Cell::Date),
        text::text(receipt.number.as_deref()),
        text::text(receipt.name.as_deref()),
        Cell::Text(words::text(lang, line.role.word())),
        text::text(item.and_then(|item| item.customer_no.as_deref())),
        text::text(item.and_then(|item| item.name.as_deref())),
        text::text(item.and_then(|item| item.number.as_deref())),
        if line.minor > 0 { money(line.minor) } else { Cell::Blank },
        if line.minor < 0 { money(-line.minor) } else { Cell::Blank },
        text::code(Some(receipt.money())),
        line.code.map_or(Cell::Blank, |code| Cell::Text(words::text(lang, code.word()))),
        Cell::Text(words::text(lang, by)),
        text::source(results, Some(of.source)),
    ]
}

fn sap_row(
    outcome: &Outcome,
    (document, number): (usize, usize),
    posting: &Posting,
    line: &PostingLine,
) -> Vec<Cell> {
    let receipt = &outcome.sides.left[posting.receipt as usize];
    let item = line.item.map(|at| &outcome.sides.right[at as usize]);
    let date = || receipt.date.map_or(Cell::Blank, Cell::Date);
    let text_of = |item: &Item| item.texts.first().cloned().unwrap_or_default();
    vec![
        Cell::Count(document as i64),
        date(),
        date(),
        text::text(receipt.entity.as_deref()),
        text::code(Some(receipt.money())),
        text::text(receipt.number.as_deref()),
        Cell::Text(format!("{number:03}")),
        Cell::Text(posting_key(line).to_owned()),
        account(outcome, posting, line, item),
        Cell::Money(Money::new(line.minor, receipt.currency).abs()),
        text::text(item.and_then(|item| item.number.as_deref())),
        text::text(line.code.map(reason)),
        Cell::Text(text_of(receipt)),
    ]
}

/// SAP's reason codes are three characters and the house's own; these name ours, to be mapped once.
fn reason(code: Difference) -> &'static str {
    match code {
        Difference::Rounding => "RND",
        Difference::BankFee => "FEE",
        Difference::CashDiscount => "DSC",
        Difference::Withholding => "WHT",
        Difference::ShortPaid => "SHP",
        Difference::OverPaid => "OVP",
        Difference::Refund => "RFD",
        Difference::Exchange => "FXD",
    }
}

/// 40 and 50 are debit and credit of a general account, 15 a customer's incoming payment, 06 and 16
/// the difference that stays on the customer.
fn posting_key(line: &PostingLine) -> &'static str {
    let debit = line.minor > 0;
    match line.role {
        Role::Bank | Role::Difference if debit => "40",
        Role::Bank | Role::Difference => "50",
        Role::Residual if debit => "06",
        Role::Residual => "16",
        Role::Clears | Role::OnAccount if debit => "05",
        Role::Clears | Role::OnAccount => "15",
    }
}

/// The customer, also of what stays on account; the accounts of the ledger itself are the house's.
fn account(outcome: &Outcome, posting: &Posting, line: &PostingLine, item: Option<&Item>) -> Cell {
    match line.role {
        Role::Bank | Role::Difference => Cell::Blank,
        _ => {
            let first = posting.lines.iter().find_map(|line| line.item);
            let item = item.or(first.map(|at| &outcome.sides.right[at as usize]));
            text::text(item.and_then(|item| item.customer_no.as_deref()))
        }
    }
}
