//! Of a general ledger, the account that stands for the open items, and what its postings are that
//! no item answers. A ledger of one account is that account; of several it is the one that the user
//! chose, else the only one that is called receivables, else the only one that has the items'
//! documents with their amounts.
//!
//! Invariant: where more than one account comes into question none is taken, and nothing is added up.

use std::collections::{BTreeMap, BTreeSet};

use super::{Cause, Choice, Comparison, Entry, Reconciled, Side};
use crate::base::{Money, fold_id, fold_word};
use crate::model::Row;
use crate::table::{Field, Kind, Table};

/// Which account of the right list counts.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Control {
    /// `None` while it is not told.
    pub account: Option<Account>,
    /// All that the list has, in order.
    pub accounts: Vec<Account>,
}

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Account {
    pub no: String,
    pub name: String,
}

impl Account {
    /// `140000 Trade receivables`
    pub fn label(&self) -> String {
        [self.no.as_str(), self.name.as_str()]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// By which a choice names it.
    pub fn key(&self) -> String {
        if self.no.is_empty() { fold_word(&self.name) } else { fold_id(&self.no) }
    }
}

/// How a control account of receivables is called.
#[rustfmt::skip]
const RECEIVABLES: &[&str] = &[
    "receivable", "trade debtors", "accounts rec", "sales ledger control", "외상매출금", "매출채권", "미수금", "应收账款", "应收帐款",
    "売掛金", "forderungen", "debitoren", "creances clients", "clients", "clientes", "deudores comerciales",
];
/// Accounts of the same words that hold no open items: allowances, prepayments, bills, other claims.
#[rustfmt::skip]
const NOT_TRADE: &[&str] = &[
    "allowance", "provision", "doubtful", "bad debt", "other", "deposit", "prepay", "advance", "employee", "tax", "unbilled", "accrued",
    "revenue", "대손", "충당", "선수", "기타", "坏账", "准备", "预收", "其他", "wertberichtigung", "anzahlung", "sonstige", "zweifelhaft",
    "douteux", "avances", "depreciation", "dudoso", "anticipo", "otros", "otras", "deterioro",
];
/// Of the items' documents, in percent, that one account must have to be told by them.
const DOCUMENTS_PERCENT: usize = 50;

/// Postings that a person made in the ledger itself.
#[rustfmt::skip]
const MANUAL: &[&str] = &[
    "manual", "journal entry", "general journal", "accrual", "reclass", "수기", "대체", "수동", "手工", "调整", "转账", "manuell",
    "umbuchung", "korrektur", "operations diverses", "ajuste", "reclasificacion", "regularizacion",
];
/// Types of document by which ledgers mark them.
const MANUAL_TYPES: [&str; 6] = ["sa", "sb", "je", "gj", "od", "mj"];
#[rustfmt::skip]
const REVALUED: &[&str] = &[
    "revaluation", "fx", "exchange difference", "unrealised", "unrealized", "외화환산", "환산", "汇兑", "重估", "kursdifferenz",
    "fremdwahrungsbewertung", "ecart de change", "ecart de conversion", "diferencia de cambio",
];

/// One row an account with its balance, not its postings.
pub(super) fn is_list_of_balances(table: &Table) -> bool {
    let mut seen = BTreeSet::new();
    table.kind == Kind::GeneralLedger
        && table.has(Field::Balance)
        && !table.has(Field::InvoiceNo)
        && !table.has(Field::BookingDate)
        && (0..table.len()).all(|row| seen.insert(account(table, row).map(|a| a.key())))
}

fn account(table: &Table, row: usize) -> Option<Account> {
    let text = |field| table.text(field, row).map(str::trim).unwrap_or_default().to_owned();
    let (no, name) = (text(Field::AccountNo), text(Field::AccountName));
    (!no.is_empty() || !name.is_empty()).then_some(Account { no, name })
}

/// The accounts of a general ledger in order, none of any other list.
pub fn accounts(table: &Table) -> Vec<Account> {
    if table.kind != Kind::GeneralLedger {
        return Vec::new();
    }
    by_key(table).into_values().collect()
}

fn by_key(table: &Table) -> BTreeMap<String, Account> {
    let mut accounts: BTreeMap<String, Account> = BTreeMap::new();
    for row in 0..table.len() {
        if let Some(account) = account(table, row) {
            accounts.entry(account.key()).or_insert(account);
        }
    }
    accounts
}

/// Leaves the rows of the control account on the right side, with what was brought forward to it.
pub(super) fn take(
    left: &Side,
    right: &Table,
    side: &mut Side,
    choice: &Choice,
) -> Option<Control> {
    if choice.comparison != Comparison::SubledgerGeneral || right.kind != Kind::GeneralLedger {
        return None;
    }
    let accounts = by_key(right);
    let told = match &choice.account {
        Some(chosen) => accounts.get(&fold_id(chosen)).or_else(|| accounts.get(&fold_word(chosen))),
        None if accounts.len() <= 1 => accounts.values().next(),
        None => by_name(&accounts).or_else(|| by_documents(&accounts, left, right, side)),
    };
    let account = match (told, accounts.is_empty()) {
        // A list that names no account is of one.
        (None, true) => Some(Account { no: String::new(), name: String::new() }),
        (told, _) => told.cloned(),
    };
    if let Some(only) = account.as_ref().filter(|_| !accounts.is_empty()) {
        let key = only.key();
        // A name above its rows holds for those below it that name none.
        let mut current: Option<String> = None;
        side.entries.retain(|entry| {
            current = self::account(right, entry.row).map(|a| a.key()).or(current.take());
            current.as_deref() == Some(key.as_str())
        });
    }
    if account.is_some() {
        side.entries.splice(0..0, brought_forward(right, &side.entries));
    }
    Some(Control { account, accounts: accounts.into_values().collect() })
}

/// The only account that is called receivables.
fn by_name(accounts: &BTreeMap<String, Account>) -> Option<&Account> {
    let fits = |account: &&Account| {
        let name = fold_word(&account.name);
        let says = |words: &[&str]| words.iter().any(|word| name.contains(word));
        says(RECEIVABLES) && !says(NOT_TRADE)
    };
    let mut found = accounts.values().filter(fits);
    found.next().filter(|_| found.next().is_none())
}

/// The only account on which most of the items' documents stand with their amounts.
fn by_documents<'a>(
    accounts: &'a BTreeMap<String, Account>,
    left: &Side,
    right: &Table,
    side: &Side,
) -> Option<&'a Account> {
    let named = |entry: &&Entry| !entry.folded.is_empty() && entry.amount.is_some();
    let items: BTreeSet<(&str, Option<Money>)> =
        left.entries.iter().filter(named).map(|e| (e.folded.as_str(), e.amount)).collect();
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for entry in side.entries.iter().filter(named) {
        let there = items.contains(&(entry.folded.as_str(), entry.amount));
        if let Some(account) = account(right, entry.row).filter(|_| there) {
            *counts.entry(account.key()).or_default() += 1;
        }
    }
    let enough = |count: &usize| *count * 100 > items.len() * DOCUMENTS_PERCENT;
    let mut found = counts.iter().filter(|(_, count)| enough(count));
    let (key, _) = found.next().filter(|_| found.next().is_none())?;
    accounts.get(key)
}

/// What the running balance holds before the first posting, as a row of its own.
fn brought_forward(right: &Table, entries: &[Entry]) -> Option<Entry> {
    let first = entries.first()?;
    if is_list_of_balances(right) {
        return None;
    }
    let row = Row { table: right, row: first.row };
    let currency = first.amount?.currency;
    let stated = row.number(Field::OpeningBalance).and_then(|n| Money::round(n, currency));
    let source = |field| row.source(field);
    let (amount, source) = match stated {
        Some(opening) => (opening, source(Field::OpeningBalance)),
        None => (running(right, entries)?, source(Field::Balance)),
    };
    (!amount.is_zero()).then(|| Entry {
        row: first.row,
        source,
        key: String::new(),
        folded: String::new(),
        amount: Some(amount),
        date: None,
    })
}

/// The balance before the first row, where each follows from the one before.
fn running(right: &Table, entries: &[Entry]) -> Option<Money> {
    let balance = |entry: &Entry| {
        let row = Row { table: right, row: entry.row };
        Some((super::entries::balance(row)?, entry.amount?))
    };
    let rows: Vec<(Money, Money)> = entries.iter().map(balance).collect::<Option<_>>()?;
    let follows = rows.windows(2).all(|two| two[1].0.minor == two[0].0.minor + two[1].1.minor);
    let (first, moved) = rows.first()?;
    follows.then(|| Money::new(first.minor - moved.minor, first.currency))
}

/// Says of each lone line what the ledger's own words and accounts tell about it.
pub(super) fn explain(done: &mut Reconciled, right: &Table) {
    if done.control.is_none() {
        return;
    }
    let kept: BTreeSet<usize> = done.right.entries.iter().map(|entry| entry.row).collect();
    let amounts = done.right.amounts.clone();
    let keys = done.keys.clone();
    let elsewhere: BTreeSet<(String, i64)> = (0..right.len())
        .filter(|row| !kept.contains(row))
        .map(|row| super::entries::entry(Row { table: right, row }, &keys, &amounts, None))
        .filter(|entry| !entry.folded.is_empty())
        .filter_map(|entry| Some((entry.folded, entry.amount?.minor)))
        .collect();
    let sums = sums_alone(done);
    for at in 0..done.lines.len() {
        let line = &done.lines[at];
        let cause = match (line.left.as_slice(), line.right.as_slice()) {
            ([], [one]) => posted(done, right, *one as usize, &sums),
            ([one], []) => {
                let entry = &done.left.entries[*one as usize];
                let there = entry.amount.is_some_and(|amount| {
                    elsewhere.contains(&(entry.folded.clone(), amount.minor))
                });
                there.then_some(Cause::OtherAccount)
            }
            _ => None,
        };
        if let Some(cause) = cause {
            done.lines[at].cause = cause;
        }
    }
}

/// What the postings of one number come to that no item answers.
fn sums_alone(done: &Reconciled) -> BTreeMap<String, (usize, i64)> {
    let mut sums: BTreeMap<String, (usize, i64)> = BTreeMap::new();
    for line in done.lines.iter().filter(|line| line.left.is_empty()) {
        for &at in &line.right {
            let entry = &done.right.entries[at as usize];
            let slot = sums.entry(entry.folded.clone()).or_default();
            slot.0 += 1;
            slot.1 += entry.amount.map_or(0, |amount| amount.minor);
        }
    }
    sums
}

fn posted(
    done: &Reconciled,
    right: &Table,
    at: usize,
    sums: &BTreeMap<String, (usize, i64)>,
) -> Option<Cause> {
    let entry = &done.right.entries[at];
    let row = Row { table: right, row: entry.row };
    let of_balance = |field| row.table.has(field) && entry.source == row.source(field);
    let is_total = is_list_of_balances(right);
    if !is_total && (of_balance(Field::OpeningBalance) || of_balance(Field::Balance)) {
        return Some(Cause::BroughtForward);
    }
    let cleared = sums.get(&entry.folded).is_some_and(|&(count, sum)| count > 1 && sum == 0);
    if cleared && !entry.folded.is_empty() {
        return Some(Cause::Cleared);
    }
    let kind = row.text(Field::DocType).map(fold_word).unwrap_or_default();
    let text = row.text(Field::Text).map(fold_word).unwrap_or_default();
    let says = |words: &[&str]| {
        words.iter().any(|word| {
            let whole = |text: &str| match word.is_ascii() {
                true => text
                    .split(' ')
                    .collect::<Vec<_>>()
                    .windows(word.split(' ').count())
                    .any(|run| run.join(" ") == **word),
                false => text.contains(word),
            };
            whole(&kind) || whole(&text)
        })
    };
    if says(REVALUED) {
        return Some(Cause::Revalued);
    }
    let manual = MANUAL_TYPES.contains(&kind.as_str()) || says(MANUAL);
    manual.then_some(Cause::Manual)
}
