//! Bank statement and cash book: paired by reference, by amount and day, and by batches that add up;
//! what is left is on its way, outstanding, or the bank's own.
//!
//! Invariant: of rows with the same amount no more are paired than both sides have; a batch is taken
//! only where it is proved to be the only one.

use std::collections::{BTreeMap, BTreeSet};

use super::keyed::line;
use super::{Cause, Entry, Line, Reconciled};
use crate::base::{Currency, Date, Money, fold_id, fold_word};
use crate::matching::subset::{self, Problem, Proof};
use crate::table::{Field, Table};

/// Days by which the bank may be earlier than the book, and later: checks take their time.
const EARLIER_DAYS_MAX: i64 = 5;
const RECEIPT_DAYS_MAX: i64 = 10;
const PAYMENT_DAYS_MAX: i64 = 90;
/// A payment that the bank has not seen for so long is stale.
const STALE_PAYMENT_DAYS: i64 = 180;
/// Days that the receipts of one deposit lie apart, and most of them.
const BATCH_DAYS_MAX: i64 = 5;
const BATCH_ROWS_MAX: usize = 24;
const BATCH_STEPS_MAX: u64 = 20_000;
/// Accidental sets to be expected, in millionths, below which a batch is taken.
const BATCH_CHANCE_MAX: u64 = 1_000;

const REFERENCES: &[Field] =
    &[Field::PaymentNo, Field::BankRef, Field::EndToEndId, Field::PaymentRef, Field::InvoiceNo];
const TEXTS: &[Field] = &[Field::Remittance, Field::Text, Field::TransactionCode, Field::PayerName];

/// Words by which banks name what they book themselves, folded, in six languages.
const OWN_WORDS: &[(Cause, &[&str])] = &[
    (
        Cause::Returned,
        &[
            "returned",
            "return",
            "nsf",
            "unpaid",
            "dishonoured",
            "dishonored",
            "rucklastschrift",
            "retoure",
            "impaye",
            "devolucion",
            "devuelto",
            "부도",
            "반환",
            "退票",
            "退汇",
        ],
    ),
    (Cause::Interest, &["interest", "zinsen", "interets", "intereses", "이자", "利息", "结息"]),
    (
        Cause::BankCharge,
        &[
            "fee",
            "fees",
            "charge",
            "charges",
            "commission",
            "entgelt",
            "gebuhr",
            "gebuhren",
            "spesen",
            "frais",
            "comision",
            "comisiones",
            "gastos",
            "수수료",
            "手续费",
            "服务费",
            "账户管理费",
        ],
    ),
];

/// What is still open on either side.
struct Open {
    left: BTreeSet<u32>,
    right: BTreeSet<u32>,
    lines: Vec<Line>,
}

pub(super) fn pair(done: &mut Reconciled, bank: &Table, book: &Table) {
    name(&mut done.left.entries, bank);
    name(&mut done.right.entries, book);
    let all = |entries: &[Entry]| -> BTreeSet<u32> { (0..entries.len() as u32).collect() };
    let mut open =
        Open { left: all(&done.left.entries), right: all(&done.right.entries), lines: Vec::new() };
    by_reference(done, bank, book, &mut open);
    by_amount(done, &mut open);
    batches(done, &mut open);
    let end = done.left.entries.iter().filter_map(|entry| entry.date).max();
    for at in std::mem::take(&mut open.left) {
        let cause = own_cause(bank, done.left.entries[at as usize].row);
        open.lines.push(line(vec![at], Vec::new(), cause));
    }
    for at in std::mem::take(&mut open.right) {
        let cause = book_cause(&done.right.entries[at as usize], end);
        open.lines.push(line(Vec::new(), vec![at], cause));
    }
    done.lines = open.lines;
}

/// Bank and book seldom have a column in common: a row goes by its own reference, else its text.
fn name(entries: &mut [Entry], table: &Table) {
    for entry in entries.iter_mut().filter(|entry| entry.key.is_empty()) {
        let mut texts = REFERENCES.iter().chain(TEXTS);
        let found = texts.find_map(|&field| table.text(field, entry.row));
        entry.key = found.unwrap_or_default().to_owned();
    }
}

impl Open {
    fn take(&mut self, left: Vec<u32>, right: Vec<u32>, cause: Cause) {
        left.iter().for_each(|at| _ = self.left.remove(at));
        right.iter().for_each(|at| _ = self.right.remove(at));
        self.lines.push(line(left, right, cause));
    }
}

/// A bank line that quotes one row of the book, as a whole word, and no other line quotes it.
fn by_reference(done: &Reconciled, bank: &Table, book: &Table, open: &mut Open) {
    let mut named: BTreeMap<String, Vec<u32>> = BTreeMap::new();
    for (at, entry) in done.right.entries.iter().enumerate() {
        for key in REFERENCES.iter().filter_map(|&field| book.text(field, entry.row)).map(fold_id) {
            let holders = named.entry(key).or_default();
            if holders.last() != Some(&(at as u32)) {
                holders.push(at as u32);
            }
        }
    }
    named.retain(|key, _| key.len() >= 4 && key.bytes().filter(u8::is_ascii_digit).count() >= 2);
    let mut quoted: BTreeMap<Vec<u32>, Vec<u32>> = BTreeMap::new();
    for (at, entry) in done.left.entries.iter().enumerate() {
        let mut found: Vec<u32> = Vec::new();
        for field in REFERENCES.iter().chain(TEXTS) {
            let Some(text) = bank.text(*field, entry.row) else { continue };
            let words = text.split(|c: char| !c.is_alphanumeric() && c != '-' && c != '/');
            for word in words.chain(std::iter::once(text)) {
                found.extend(named.get(&fold_id(word)).into_iter().flatten());
            }
        }
        found.sort_unstable();
        found.dedup();
        if !found.is_empty() {
            quoted.entry(found).or_default().push(at as u32);
        }
    }
    let mut claims: BTreeMap<u32, usize> = BTreeMap::new();
    for (rights, lefts) in &quoted {
        rights.iter().for_each(|at| *claims.entry(*at).or_default() += lefts.len());
    }
    for (rights, lefts) in quoted {
        let alone = lefts.len() == 1 && rights.iter().all(|at| claims[at] == 1);
        let equal = total(&done.left.entries, &lefts) == total(&done.right.entries, &rights);
        if alone && equal {
            open.take(lefts, rights, Cause::Equal);
        } else if alone && rights.len() == 1 {
            open.take(lefts, rights, Cause::Off);
        }
    }
}

/// Equal amounts within the days that a bank takes, the earliest of both sides together.
fn by_amount(done: &Reconciled, open: &mut Open) {
    let mut groups: BTreeMap<Money, (Vec<u32>, Vec<u32>)> = BTreeMap::new();
    for &at in &open.left {
        if let Some(money) = done.left.entries[at as usize].amount {
            groups.entry(money).or_default().0.push(at);
        }
    }
    for &at in &open.right {
        if let Some(money) = done.right.entries[at as usize].amount {
            groups.entry(money).or_default().1.push(at);
        }
    }
    for (money, (mut lefts, mut rights)) in groups {
        let later_max = if money.minor > 0 { RECEIPT_DAYS_MAX } else { PAYMENT_DAYS_MAX };
        lefts.sort_by_key(|&at| day(&done.left.entries, at));
        rights.sort_by_key(|&at| day(&done.right.entries, at));
        let (mut l, mut r) = (0, 0);
        while let (Some(&left), Some(&right)) = (lefts.get(l), rights.get(r)) {
            match days(&done.right.entries[right as usize], &done.left.entries[left as usize]) {
                Some(days) if days < -EARLIER_DAYS_MAX => l += 1,
                Some(days) if days > later_max => r += 1,
                _ => {
                    open.take(vec![left], vec![right], Cause::Equal);
                    (l, r) = (l + 1, r + 1);
                }
            }
        }
    }
}

/// One deposit of several receipts, and one entry of the book that the bank took apart.
fn batches(done: &Reconciled, open: &mut Open) {
    for of_bank in [true, false] {
        let (wholes, parts) = if of_bank {
            (open.left.clone(), open.right.clone())
        } else {
            (open.right.clone(), open.left.clone())
        };
        let (whole_entries, part_entries) = if of_bank {
            (&done.left.entries, &done.right.entries)
        } else {
            (&done.right.entries, &done.left.entries)
        };
        let mut by_day: BTreeMap<(Currency, bool, Date), Vec<u32>> = BTreeMap::new();
        for &at in &parts {
            let entry = &part_entries[at as usize];
            if let (Some(money), Some(date)) = (entry.amount, entry.date)
                && money.minor != 0
            {
                by_day.entry((money.currency, money.minor > 0, date)).or_default().push(at);
            }
        }
        let found = wholes.iter().filter_map(|&whole| {
            batch(&whole_entries[whole as usize], &by_day, part_entries).map(|set| (whole, set))
        });
        let found: Vec<(u32, Vec<u32>)> = found.collect();
        let mut claims: BTreeMap<u32, u32> = BTreeMap::new();
        found.iter().flat_map(|(_, set)| set).for_each(|at| *claims.entry(*at).or_default() += 1);
        for (whole, set) in found {
            if set.iter().any(|at| claims[at] > 1) {
                continue;
            }
            match of_bank {
                true => open.take(vec![whole], set, Cause::Equal),
                false => open.take(set, vec![whole], Cause::Equal),
            }
        }
    }
}

fn batch(
    whole: &Entry,
    by_day: &BTreeMap<(Currency, bool, Date), Vec<u32>>,
    parts: &[Entry],
) -> Option<Vec<u32>> {
    let (money, date) = whole.amount.zip(whole.date)?;
    let days = chrono::Days::new(BATCH_DAYS_MAX.unsigned_abs());
    let (from, to) = (date.checked_sub_days(days)?, date.checked_add_days(days)?);
    let key = |day| (money.currency, money.minor > 0, day);
    let near: Vec<&Vec<u32>> = by_day.range(key(from)..=key(to)).map(|(_, set)| set).collect();
    // A whole day that adds up is a deposit by nature.
    let mut whole_days =
        near.iter().filter(|set| set.len() > 1 && total(parts, set) == Some(money));
    if let Some(set) = whole_days.next() {
        return whole_days.next().is_none().then(|| (*set).clone());
    }
    let pool: Vec<u32> = near.into_iter().flatten().copied().collect();
    if pool.len() < 2 || pool.len() > BATCH_ROWS_MAX {
        return None;
    }
    let amounts: Vec<i64> =
        pool.iter().filter_map(|&at| Some(parts[at as usize].amount?.minor)).collect();
    let problem = Problem {
        size_max: amounts.len(),
        amounts,
        low: money.minor,
        high: money.minor,
        steps_max: BATCH_STEPS_MAX,
    };
    match subset::search(&problem) {
        Proof::Unique { members, free: false }
            if subset::expected_per_million(&problem) <= BATCH_CHANCE_MAX =>
        {
            Some(members.into_iter().map(|at| pool[at]).collect())
        }
        _ => None,
    }
}

fn own_cause(bank: &Table, row: usize) -> Cause {
    let texts = TEXTS.iter().filter_map(|&field| bank.text(field, row)).map(fold_word);
    let texts: Vec<String> = texts.collect();
    // Korean and Chinese set no blanks between words.
    let says = |word: &str| {
        texts.iter().any(|text| match word.is_ascii() {
            true => text.split(' ').any(|token| token == word),
            false => text.contains(word),
        })
    };
    let cause = OWN_WORDS.iter().find(|(_, words)| words.iter().any(|word| says(word)));
    cause.map_or(Cause::NotInBook, |(cause, _)| *cause)
}

fn book_cause(entry: &Entry, end: Option<Date>) -> Cause {
    let receipt = entry.amount.is_some_and(|money| money.minor > 0);
    let age = entry.date.zip(end).map(|(day, end)| end.signed_duration_since(day).num_days());
    match (receipt, age) {
        (true, Some(age)) if age <= RECEIPT_DAYS_MAX => Cause::InTransit,
        (false, Some(age)) if age <= STALE_PAYMENT_DAYS => Cause::Outstanding,
        _ => Cause::Stale,
    }
}

fn total(entries: &[Entry], at: &[u32]) -> Option<Money> {
    let mut all = at.iter().map(|&at| entries[at as usize].amount);
    let first = all.next()??;
    all.try_fold(first, |sum, next| {
        let next = next.filter(|next| next.currency == sum.currency)?;
        Some(Money::new(sum.minor.checked_add(next.minor)?, sum.currency))
    })
}

fn day(entries: &[Entry], at: u32) -> (Option<Date>, usize) {
    let entry = &entries[at as usize];
    (entry.date, entry.row)
}

/// From the book's day to the bank's.
fn days(book: &Entry, bank: &Entry) -> Option<i64> {
    Some(bank.date?.signed_duration_since(book.date?).num_days())
}
