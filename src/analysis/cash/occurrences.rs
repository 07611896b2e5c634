//! Files of one bank account that overlap: a line that stands in several counts once, and one that a
//! newer file no longer has is told.
//!
//! Lines are compared as multisets by day, so that two equal payments of one day stay two and a line that
//! the bank posted late is added. Files are of one account where they say so; where they do not, only a
//! line that says the same in every word, with a number or a balance of the bank's own, is the same line.
//!
//! Invariant: which file was loaded first decides nothing, and every line counts or is told.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::sides::Line;
use crate::base::turns::Pace;
use crate::base::{Currency, Date, QuickMap, fold_id};
use crate::matching::{Item, Occurrence, Overlapping, line_key};
use crate::model::Row;
use crate::table::{Field, Kind, Table};

/// What is noted of a line beside its item, where several files have receipts.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    part: u32,
    day: Option<Date>,
}

/// The lines of one account and currency in one table.
struct Part {
    account: String,
    currency: Currency,
    /// The account is stated; where it is not, files with the same headers may be of the same one.
    stated: bool,
    table: usize,
    is_bank: bool,
    days: Option<(Date, Date)>,
}

/// The parts of all tables that hold receipts.
#[derive(Default)]
pub(super) struct Parts {
    all: Vec<Part>,
    known: QuickMap<(usize, String, Currency), u32>,
}

impl Parts {
    /// Notes where a line belongs. Of one list alone nothing is noted.
    pub(super) fn mark(&mut self, table: usize, row: &Row, item: &Item) -> Mark {
        let account = row.text(Field::BankAccount).map(fold_id).unwrap_or_default();
        let day = row.date(Field::BookingDate).or(item.date);
        let key = (table, account, item.currency);
        let part = *self.known.entry(key).or_insert_with_key(|(_, account, currency)| {
            let stated = !account.is_empty();
            let account = if stated { account.clone() } else { headers(row.table) };
            let is_bank = row.table.kind == Kind::BankLines;
            self.all.push(Part {
                account,
                currency: *currency,
                stated,
                table,
                is_bank,
                days: None,
            });
            self.all.len() as u32 - 1
        });
        let days = &mut self.all[part as usize].days;
        *days = match (*days, day) {
            (Some((first, last)), Some(day)) => Some((first.min(day), last.max(day))),
            (None, Some(day)) => Some((day, day)),
            (days, None) => days,
        };
        Mark { part, day }
    }

    /// By account, parts whose days overlap those of another.
    fn accounts(&self) -> Vec<Vec<u32>> {
        let mut by_account: BTreeMap<(bool, &str, Currency), Vec<u32>> = BTreeMap::new();
        for (at, part) in self.all.iter().enumerate().filter(|(_, part)| part.days.is_some()) {
            let key = (part.stated, &*part.account, part.currency);
            by_account.entry(key).or_default().push(at as u32);
        }
        let order = |&at: &u32| (self.all[at as usize].days, self.all[at as usize].table);
        let mut accounts: Vec<Vec<u32>> = by_account.into_values().collect();
        for parts in &mut accounts {
            parts.sort_by_key(order);
            let meets = |a: u32, b: u32| {
                let days = self.all[a as usize].days.zip(self.all[b as usize].days);
                days.is_some_and(|(a, b)| a.0 <= b.1 && b.0 <= a.1)
            };
            let whole = parts.clone();
            parts.retain(|&at| whole.iter().any(|&other| other != at && meets(at, other)));
        }
        accounts.retain(|parts| parts.len() > 1);
        accounts
    }
}

fn headers(table: &Table) -> String {
    let all: Vec<String> =
        table.columns.iter().map(|c| format!("{}={}", c.field.key(), c.header)).collect();
    format!("{:?} {}", table.kind, all.join("|"))
}

/// A line that counts, and the other parts that have it too.
struct Counted {
    line: u32,
    part: u32,
    day: Date,
    others: Vec<u32>,
}

/// All lines of one account, in order of their files.
struct Account<'a> {
    parts: &'a Parts,
    lines: &'a [Line],
    counted: Vec<Counted>,
    by_words: QuickMap<String, Vec<u32>>,
    by_amount: QuickMap<(Date, i64), Vec<u32>>,
    repeated: Vec<(u32, u32)>,
}

/// Takes out lines that stand in an earlier file already and what a person left out; returns them with
/// lines that a newer file no longer has.
pub(super) async fn settle(
    lines: &mut Vec<Line>,
    parts: &Parts,
    tables: &[&Arc<Table>],
    decided: &BTreeMap<String, bool>,
    pace: &Pace,
) -> Vec<Overlapping> {
    let accounts = parts.accounts();
    if accounts.is_empty() {
        return Vec::new();
    }
    let mut of_part: Vec<Vec<u32>> = vec![Vec::new(); parts.all.len()];
    let wanted: Vec<bool> =
        (0..parts.all.len() as u32).map(|at| accounts.iter().any(|a| a.contains(&at))).collect();
    pace.each(lines.iter().enumerate(), |(at, line)| {
        let part = line.mark.part as usize;
        if wanted[part] {
            of_part[part].push(at as u32);
        }
    })
    .await;
    let mut told: Vec<(u32, Occurrence, usize)> = Vec::new();
    for account in &accounts {
        let mut all = Account::new(parts, lines);
        for &part in account {
            all.add(part, &of_part[part as usize], account, pace).await;
        }
        let of = |line: u32| parts.all[lines[line as usize].mark.part as usize].table;
        told.extend(all.repeated.iter().map(|&(at, first)| (at, Occurrence::Repeated, of(first))));
        told.extend(all.missing(account));
    }
    take_out(lines, told, tables, decided)
}

/// What stays out goes; what is missing elsewhere is marked.
fn take_out(
    lines: &mut Vec<Line>,
    told: Vec<(u32, Occurrence, usize)>,
    tables: &[&Arc<Table>],
    decided: &BTreeMap<String, bool>,
) -> Vec<Overlapping> {
    let mut out: Vec<bool> = vec![false; lines.len()];
    let mut all = Vec::new();
    for (at, how, other) in told {
        let item = &mut lines[at as usize].item;
        let how = match (how, decided.get(&line_key(item))) {
            (Occurrence::Repeated, Some(true)) => Occurrence::CountedAgain,
            (Occurrence::Missing, Some(false)) => Occurrence::LeftOut,
            (how, _) => how,
        };
        item.missing = how == Occurrence::Missing;
        out[at as usize] = how.stays_out();
        all.push(Overlapping { item: item.clone(), how, other: tables[other].id });
    }
    let mut at = 0;
    lines.retain(|_| {
        at += 1;
        !out[at - 1]
    });
    all.sort_by(|a, b| {
        (a.how, a.item.date, a.item.source).cmp(&(b.how, b.item.date, b.item.source))
    });
    all
}

impl<'a> Account<'a> {
    fn new(parts: &'a Parts, lines: &'a [Line]) -> Account<'a> {
        let (by_words, by_amount) = (QuickMap::default(), QuickMap::default());
        Account { parts, lines, counted: Vec::new(), by_words, by_amount, repeated: Vec::new() }
    }

    fn part(&self, at: u32) -> &'a Part {
        &self.parts.all[at as usize]
    }

    /// Whether the day of a line lies in the days of another of these parts.
    fn is_shared(&self, own: u32, day: Date, account: &[u32]) -> bool {
        let covers = |at: &u32| self.part(*at).days.is_some_and(|(a, b)| a <= day && day <= b);
        account.iter().any(|at| *at != own && covers(at))
    }

    async fn add(&mut self, part: u32, lines: &[u32], account: &[u32], pace: &Pace) {
        let mut shared: Vec<(u32, Date)> = Vec::new();
        pace.each(lines, |&line| {
            let day = self.lines[line as usize].mark.day;
            shared.extend(day.filter(|day| self.is_shared(part, *day, account)).map(|d| (line, d)));
        })
        .await;
        let (mut left, mut new) = (Vec::new(), Vec::new());
        let mut words: Vec<Option<String>> = Vec::new();
        pace.each(&shared, |&(line, _)| words.push(self.words(line, part))).await;
        let mut same = 0;
        let mut times: QuickMap<String, usize> = QuickMap::default();
        for (&(line, day), words) in shared.iter().zip(words) {
            pace.row().await;
            // None of this file is known yet, so that the n-th of those that say the same is free.
            let nth = words.clone().map(|words| times.entry(words).or_default());
            let known = words.as_ref().and_then(|words| self.by_words.get(words));
            let first = known.zip(nth).and_then(|(known, nth)| {
                *nth += 1;
                known.get(*nth - 1).copied()
            });
            match first {
                Some(first) => {
                    self.repeat(line, first, part);
                    same += 1;
                }
                None => left.push((line, day, words)),
            }
        }
        // A file of another format has other words for the same lines: then nearly all must be there.
        let mut alike: Vec<Option<u32>> = Vec::new();
        let mut taken: QuickMap<(Date, i64), usize> = QuickMap::default();
        for (line, day, _) in &left {
            let key = (*day, self.lines[*line as usize].item.amount);
            let next = taken.entry(key).or_default();
            let known = self.by_amount.get(&key).filter(|_| self.part(part).stated);
            let known = known.map_or(&[][..], Vec::as_slice);
            while known.get(*next).is_some_and(|&at| !self.is_free(at, part)) {
                *next += 1;
            }
            alike.push(known.get(*next).copied());
            *next += 1;
        }
        let found = same + alike.iter().flatten().count();
        let proved = found >= ALIKE_MIN && found * 10 >= shared.len() * 9;
        for ((line, day, words), first) in left.into_iter().zip(alike) {
            match first.filter(|_| proved) {
                Some(first) => self.repeat(line, first, part),
                None => new.push((line, day, words)),
            }
        }
        new.into_iter().for_each(|(line, day, words)| self.count(line, day, words, part));
    }

    /// What makes a line the same as one of another file; nothing where that would be a guess.
    fn words(&self, line: u32, part: u32) -> Option<String> {
        let item = &self.lines[line as usize].item;
        let key = line_key(item);
        if self.part(part).stated {
            return Some(key);
        }
        let balance = self.lines[line as usize].balance.map(|b| b.normalize().to_string());
        let own = item.number.is_some() || balance.is_some();
        own.then(|| {
            let more = [&item.name, &item.account, &item.customer_no, &balance];
            let more: Vec<&str> = more.into_iter().flatten().map(String::as_str).collect();
            format!("{key}|{}|{}", more.join("|"), item.texts.join("|"))
        })
    }

    fn is_free(&self, at: u32, part: u32) -> bool {
        let counted = &self.counted[at as usize];
        counted.part != part && !counted.others.contains(&part)
    }

    fn repeat(&mut self, line: u32, first: u32, part: u32) {
        self.counted[first as usize].others.push(part);
        self.repeated.push((line, self.counted[first as usize].line));
    }

    fn count(&mut self, line: u32, day: Date, words: Option<String>, part: u32) {
        let at = self.counted.len() as u32;
        if let Some(words) = words {
            self.by_words.entry(words).or_default().push(at);
        }
        let amount = self.lines[line as usize].item.amount;
        self.by_amount.entry((day, amount)).or_default().push(at);
        self.counted.push(Counted { line, part, day, others: Vec::new() });
    }

    /// Lines that a file which is no older, and goes beyond their day on both sides, does not have, where
    /// it has most of the others. A list of receipts alone says nothing of payments.
    fn missing(&self, account: &[u32]) -> Vec<(u32, Occurrence, usize)> {
        let mut both: BTreeMap<(u32, u32, bool), usize> = BTreeMap::new();
        let mut gone: BTreeMap<(u32, u32, bool), Vec<u32>> = BTreeMap::new();
        for counted in &self.counted {
            let is_in = self.lines[counted.line as usize].item.amount > 0;
            let has = |at: &u32| *at == counted.part || counted.others.contains(at);
            if let Some(newest) = self.newest(counted.day, account).filter(|newest| !has(newest)) {
                gone.entry((counted.part, newest, is_in)).or_default().push(counted.line);
            }
            let mut all = counted.others.clone();
            all.push(counted.part);
            for &a in &all {
                for &b in all.iter().filter(|&&b| b != a) {
                    *both.entry((a, b, is_in)).or_default() += 1;
                }
            }
        }
        let mut found = Vec::new();
        for (key @ (own, newest, _), lines) in gone {
            let (a, b) = (self.part(own), self.part(newest));
            let no_older = a.days.zip(b.days).is_some_and(|(a, b)| a.1 <= b.1);
            let most = both.get(&key).is_some_and(|shared| *shared >= lines.len());
            if no_older && most && a.is_bank && b.is_bank {
                found.extend(lines.into_iter().map(|line| (line, Occurrence::Missing, b.table)));
            }
        }
        found
    }

    /// The newest file that has the whole of a day.
    fn newest(&self, day: Date, account: &[u32]) -> Option<u32> {
        let whole = account.iter().copied().filter(|&at| {
            self.part(at).days.is_some_and(|(first, last)| first < day && day < last)
        });
        whole.max_by_key(|&at| self.part(at).days.map(|(first, last)| (last, first)))
    }
}

/// Lines that two files must have in common by day and amount before their words are passed over.
const ALIKE_MIN: usize = 3;
