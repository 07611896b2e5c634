//! Columns told by what they hold, for lists of payments and invoices whose headers say nothing:
//! COL_1, F07. Each field gets its column where only one can be it; otherwise there is a question.
//!
//! Not for a list with headers that can be read: a word outweighs any look of the cells.

use std::collections::{BTreeMap, BTreeSet};

use super::arithmetic::in_order;
use super::fields::Columns;
use super::profile::Profile;
use crate::base::days_from_date;
use crate::ingest::headers::Header;
use crate::ingest::typing::{read_currency, read_date};
use crate::ingest::{Candidate, FieldGuess, Reading, Why};
use crate::table::{Field, Kind, RawCell, RawKind};

/// Cells, in percent, that must look alike.
const MOST_PERCENT: usize = 90;
/// More currencies than this are words of three letters.
const CURRENCIES_MAX: u32 = 60;

/// Whether most headers say nothing that is known.
pub fn is_mute(headers: &[Header]) -> bool {
    let mute = headers.iter().filter(|header| !header.is_known()).count();
    headers.len() > 1 && mute * 4 >= headers.len() * 3
}

/// Whether most headers are nothing but a word and a number, or nothing at all.
fn is_numbered(headers: &[Header]) -> bool {
    let says_nothing = |header: &Header| {
        let letters = header.text.chars().filter(|c| c.is_alphabetic()).count();
        let numbered = header.text.trim().ends_with(|c: char| c.is_ascii_digit());
        header.text.trim().is_empty() || (numbered && letters <= 12 && !header.is_known())
    };
    let mute = headers.iter().filter(|header| says_nothing(header)).count();
    mute * 100 >= headers.len() * MOST_PERCENT
}

/// What a list of such columns would be. Where headers are words, of whatever language, only beside
/// currencies.
pub fn kind(columns: &Columns) -> Option<Kind> {
    let look = Look::of(columns, &BTreeSet::new());
    let is_money = is_numbered(columns.headers) || !look.currencies.is_empty();
    if look.amounts.is_empty() || !is_money {
        return None;
    }
    let billed = look.dates.len() > 1 && look.codes.len() > 1;
    let paid = !look.accounts.is_empty() || !look.memos.is_empty();
    match (billed, paid) {
        (true, false) => Some(Kind::Invoices),
        (false, true) => Some(Kind::Payments),
        _ => None,
    }
}

/// Gives columns to the fields that no header named.
pub fn complete(kind: Kind, columns: &Columns, reading: &mut Reading, guesses: &mut [FieldGuess]) {
    let used: BTreeSet<usize> = reading.columns.values().map(|&c| usize::from(c)).collect();
    let look = Look::of(columns, &used);
    // An amount without a word beside one that is called tax may be what is before it or after it.
    let parts = [Field::Net, Field::Tax, Field::Gross];
    let beside_part = parts.iter().any(|field| reading.columns.contains_key(field));
    let mut give = |field: Field, found: Vec<usize>| {
        let Some(guess) = guesses.iter_mut().find(|guess| guess.field == field) else { return };
        let shared = |at: &&usize| {
            let known = if field == Field::PayerName { Field::CustomerName } else { field };
            columns.keys.contains(known, &columns.raw.columns[**at], columns.rows)
        };
        let shared: Vec<usize> = found.iter().filter(shared).copied().collect();
        let (found, why) = match shared.as_slice() {
            [one] => (vec![*one], vec![Why::Values, Why::Overlap]),
            _ => (found, vec![Why::Values]),
        };
        if reading.columns.contains_key(&field) || found.is_empty() {
            return;
        }
        let candidate = |&at: &usize| Candidate { column: at as u16, why: why.clone() };
        guess.candidates = found.iter().map(candidate).collect();
        match found.as_slice() {
            [one] if field != Field::Amount || !beside_part => {
                reading.columns.insert(field, *one as u16);
                guess.ask = false;
            }
            _ => guess.ask = true,
        }
    };
    give(Field::Currency, look.currencies.clone());
    give(Field::Amount, look.amounts.clone());
    match kind {
        Kind::Payments => {
            give(Field::PaymentDate, look.dates.iter().take(1).copied().collect());
            give(Field::PayerAccount, look.accounts.clone());
            give(Field::PayerName, look.names.clone());
        }
        _ => {
            let (first, last) = (look.dates.first().copied(), look.dates.last().copied());
            give(Field::InvoiceDate, first.into_iter().collect());
            // Two columns of the same days are one day written twice.
            let later = last.filter(|&last| {
                first.is_some_and(|first| first != last && !never_later(columns, first, last))
            });
            give(Field::DueDate, later.into_iter().collect());
            // Names and codes and nothing else: the customers of other tables.
            if let (&[name], &[code], true) =
                (look.names.as_slice(), look.codes.as_slice(), look.is_bare())
            {
                give(Field::CustomerName, vec![name]);
                give(Field::CustomerNo, vec![code]);
                return;
            }
            let customer_no = look.customer_no(columns);
            give(Field::CustomerName, look.names.clone());
            give(Field::CustomerNo, customer_no.into_iter().collect());
            let unique = look
                .codes
                .iter()
                .filter(|&&at| Some(at) != customer_no && columns.profiles[at].unique());
            give(Field::InvoiceNo, unique.copied().collect());
        }
    }
}

/// Codes that are a word or an abbreviation of nothing else: one of them on every row is a currency.
/// Of "ALL", "TOP" or "CAD" that cannot be said.
const PLAIN_CODES: [&str; 14] = [
    "EUR", "USD", "GBP", "JPY", "KRW", "CNY", "RMB", "CHF", "HKD", "SGD", "AUD", "PLN", "CZK",
    "TWD",
];

/// The one column of a list of money under a header that says nothing which holds currencies and
/// nothing else: two at least, or one that is no word.
pub fn currency(columns: &Columns, reading: &mut Reading, guesses: &mut [FieldGuess]) {
    let used: BTreeSet<usize> = reading.columns.values().map(|&c| usize::from(c)).collect();
    let free = (0..columns.headers.len()).filter(|at| !used.contains(at));
    let first = |at: &usize| columns.rows.first().map(|&row| columns.raw.text(row as usize, *at));
    let is_plain = |code: &str| PLAIN_CODES.contains(&code.trim());
    let holds = |at: &usize| {
        let p = &columns.profiles[*at];
        let full = p.filled as usize * 100 >= columns.rows.len() * MOST_PERCENT;
        let codes = p.all(p.currencies) && p.digits == 0;
        full && codes
            && (p.distinct >= 2 || first(at).is_some_and(is_plain))
            && p.distinct <= CURRENCIES_MAX
            && !columns.headers[*at].is_known()
    };
    let found: Vec<usize> = free.filter(holds).collect();
    let guess = guesses.iter_mut().find(|guess| guess.field == Field::Currency);
    if let (&[one], Some(guess)) = (found.as_slice(), guess)
        && !reading.columns.contains_key(&Field::Currency)
        && !guess.ask
    {
        guess.candidates = vec![Candidate { column: one as u16, why: vec![Why::Values] }];
        reading.columns.insert(Field::Currency, one as u16);
    }
}

/// What columns look like.
#[derive(Default)]
struct Look {
    currencies: Vec<usize>,
    amounts: Vec<usize>,
    /// In order of time, where they have one.
    dates: Vec<usize>,
    names: Vec<usize>,
    accounts: Vec<usize>,
    codes: Vec<usize>,
    /// Words with numbers among them.
    memos: Vec<usize>,
}

impl Look {
    fn of(columns: &Columns, used: &BTreeSet<usize>) -> Look {
        let mut look = Look::default();
        let mut whole = Vec::new();
        for at in (0..columns.headers.len()).filter(|at| !used.contains(at)) {
            if columns.headers[at].is_known() || columns.profiles[at].filled == 0 {
                continue;
            }
            let texts = texts(columns, at);
            match sort(&columns.profiles[at], &texts) {
                Some(Sort::Currency) => look.currencies.push(at),
                Some(Sort::Amount) => look.amounts.push(at),
                Some(Sort::Whole) => whole.push(at),
                Some(Sort::Date) => look.dates.push(at),
                Some(Sort::Name) => look.names.push(at),
                Some(Sort::Account) => look.accounts.push(at),
                Some(Sort::Code) => look.codes.push(at),
                Some(Sort::Memo) => look.memos.push(at),
                None => {}
            }
        }
        // Amounts of a currency without decimals; of numbers of one length, codes.
        if look.amounts.is_empty() {
            look.amounts = whole;
        }
        look.dates = in_time(columns, look.dates);
        look
    }

    fn is_bare(&self) -> bool {
        self.amounts.is_empty() && self.dates.is_empty() && self.currencies.is_empty()
    }

    /// Codes that come again, each with one name only; of several the one with the fewest.
    fn customer_no(&self, columns: &Columns) -> Option<usize> {
        let &[name] = self.names.as_slice() else { return None };
        let names = |row: &u32| columns.raw.text(*row as usize, name);
        let belongs = |at: &&usize| {
            let mut of: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
            for row in columns.rows {
                of.entry(columns.raw.text(*row as usize, **at)).or_default().insert(names(row));
            }
            let alone = of.values().filter(|names| names.len() == 1).count();
            of.len() > 1 && of.len() * 10 <= columns.rows.len() * 9 && alone * 100 >= of.len() * 99
        };
        let found = self.codes.iter().filter(belongs);
        found.copied().min_by_key(|&at| columns.profiles[at].values)
    }
}

enum Sort {
    Currency,
    Amount,
    /// Numbers without decimals that differ in length.
    Whole,
    Date,
    Name,
    Account,
    Code,
    Memo,
}

fn sort(p: &Profile, texts: &[&str]) -> Option<Sort> {
    let most = |test: &dyn Fn(&str) -> bool| {
        texts.iter().filter(|text| test(text)).count() * 100 >= texts.len() * MOST_PERCENT
    };
    let digits = |text: &str| text.bytes().filter(u8::is_ascii_digit).count();
    if p.all(p.currencies) && p.distinct <= CURRENCIES_MAX && p.digits == 0 {
        return Some(Sort::Currency);
    }
    if p.date_column() || most(&is_bare_day) {
        return Some(Sort::Date);
    }
    if p.number_column() && p.numbers.max_decimals > 0 {
        return (p.distinct > 2 || p.filled <= 3).then_some(Sort::Amount);
    }
    if most(&is_account) {
        return Some(Sort::Account);
    }
    let lengths: BTreeSet<usize> = texts.iter().map(|text| text.len()).collect();
    let serial = p.counts_rows || (p.unique() && p.largest <= 2 * u64::from(p.cells));
    if p.number_column()
        && lengths.len() > 2
        && !serial
        && !texts.iter().any(|t| t.starts_with('0'))
    {
        return (p.distinct * 2 > p.filled && p.largest >= 100).then_some(Sort::Whole);
    }
    let code = |text: &str| {
        (4..=40).contains(&text.len()) && digits(text) >= 3 && !text.contains(char::is_whitespace)
    };
    if most(&code) {
        return Some(Sort::Code);
    }
    let name =
        |text: &str| digits(text) < 3 && text.chars().filter(|c| c.is_alphabetic()).count() > 2;
    if p.all(p.letters) && most(&name) && p.distinct > 1 && p.blanks_inside * 3 >= p.filled {
        return Some(Sort::Name);
    }
    let memo = |text: &str| digits(text) >= 3 && text.contains(char::is_whitespace);
    let memos = texts.iter().filter(|text| memo(text)).count();
    (memos * 2 >= texts.len() && p.most(p.letters)).then_some(Sort::Memo)
}

/// 20260504, and no number that only looks like it.
fn is_bare_day(text: &str) -> bool {
    let year = text.get(..4).and_then(|year| year.parse::<u32>().ok());
    let cell = RawCell { text, kind: RawKind::Text };
    text.len() == 8
        && text.bytes().all(|b| b.is_ascii_digit())
        && year.is_some_and(|year| (1980..2080).contains(&year))
        && read_date(&cell, None).ok().is_some()
}

/// Two letters of a country, two digits, and no other sign.
fn is_account(text: &str) -> bool {
    let text: String = text.split_whitespace().collect();
    let bytes = text.as_bytes();
    (15..=34).contains(&bytes.len())
        && bytes[..2].iter().all(u8::is_ascii_uppercase)
        && bytes[2..4].iter().all(u8::is_ascii_digit)
        && bytes.iter().all(u8::is_ascii_alphanumeric)
        && read_currency(&text).is_none()
}

fn texts<'r>(columns: &Columns<'r>, at: usize) -> Vec<&'r str> {
    let rows = columns.rows.iter();
    let texts = rows.map(|&row| columns.raw.text(row as usize, at).trim());
    texts.filter(|text| !text.is_empty()).collect()
}

/// Whether no day of a column is after that of the other in its row.
fn never_later(columns: &Columns, first: usize, last: usize) -> bool {
    in_order(&days(columns, last), &days(columns, first))
}

fn days(columns: &Columns, at: usize) -> Vec<Option<i32>> {
    let cells = columns.rows.iter().map(|&row| columns.raw.cell(row as usize, at));
    cells.map(|cell| read_date(&cell?, None).ok().map(days_from_date)).collect()
}

/// Dates of which each is never before the one in front of it; only the first where two are at odds.
fn in_time(columns: &Columns, dates: Vec<usize>) -> Vec<usize> {
    let mut all: Vec<(usize, Vec<Option<i32>>)> =
        dates.into_iter().map(|at| (at, days(columns, at))).collect();
    let before = |a: &[Option<i32>], b: &[Option<i32>]| in_order(a, b) && !in_order(b, a);
    all.sort_by(|(a, one), (b, two)| match (before(one, two), before(two, one)) {
        (true, false) => std::cmp::Ordering::Less,
        (false, true) => std::cmp::Ordering::Greater,
        _ => a.cmp(b),
    });
    let chained = all.windows(2).all(|pair| in_order(&pair[0].1, &pair[1].1));
    let kept = if chained { all.len() } else { 1.min(all.len()) };
    all.into_iter().take(kept).map(|(at, _)| at).collect()
}
