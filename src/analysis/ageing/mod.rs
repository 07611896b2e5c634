//! Ageing of open items: every item in exactly one bucket, per customer and currency, on a day that
//! is given. It does not judge who is to be chased, and adds no two currencies.
//!
//! Invariant, asserted in [`Ageing::tie`]: buckets and credits add up to the open amounts, per
//! currency; a past day that cannot be rebuilt is refused.

mod credits;
mod customers;
mod items;
mod told;

pub use customers::{CustomerLabels, customer_labels};
pub(super) use items::{ledgers, open_on_day, open_sums};
pub use told::{bucket_name, notes, refused, told};

use std::collections::BTreeMap;
use std::sync::Arc;

use super::tie::Tie;
use crate::base::{Currency, Date, Decimal, Money, Source, Sums};
use crate::model::AgeingPolicy;
pub use crate::model::{BUCKET_DAYS, Basis, CreditPolicy};
use crate::table::Table;

/// The day, and how the house ages.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Choices {
    pub as_of: Date,
    pub policy: AgeingPolicy,
}

impl Choices {
    pub fn on(as_of: Date) -> Choices {
        Choices { as_of, policy: AgeingPolicy::default() }
    }
}

/// Where an item stands. The order is that of the columns.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Bucket {
    Undated,
    NotDue,
    /// Days from and to; none: and more.
    Late(i64, Option<i64>),
}

/// One open item with its age.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Aged {
    pub source: Source,
    pub number: Option<String>,
    /// The invoice that a credit note names.
    pub original: Option<String>,
    /// As the list calls it; the number tells two of one name apart.
    pub customer: String,
    pub customer_no: Option<String>,
    pub billed: Option<Date>,
    /// As stated, by terms, else the invoice date.
    pub due: Option<Date>,
    pub open: Money,
    pub from: Option<Date>,
    /// Days past the basis; below or at nil it is not due.
    pub days: Option<i64>,
    pub bucket: Bucket,
    pub disputed: bool,
    /// Its status or text speaks of an agreement to pay in instalments.
    pub on_plan: bool,
    /// No due date and no terms: the invoice date stands for it.
    pub due_assumed: bool,
    /// A credit that names no invoice.
    pub unapplied: bool,
}

/// One customer in one currency.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Line {
    /// One amount a bucket, in the order of [`Ageing::buckets`].
    pub buckets: Vec<i64>,
    /// Of them, what is disputed.
    pub disputed: Vec<i64>,
    /// Credits in a column of their own.
    pub credits: i64,
    /// Buckets before credits were set off: policy A.
    pub gross: Vec<i64>,
    pub items: u32,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Ageing {
    pub choices: Choices,
    pub buckets: Vec<Bucket>,
    pub items: Vec<Aged>,
    pub lines: BTreeMap<(Currency, String), Line>,
    pub totals: BTreeMap<Currency, Line>,
    /// Documents after the day, left out and listed.
    pub later: Vec<Source>,
    pub later_sums: Sums,
    /// No list says what was paid, so each invoice counts as open.
    pub all_counted_open: bool,
    /// Open amounts of nil, left out and counted.
    pub nil: u32,
    /// Rows without an amount that could be read.
    pub unread: Vec<Source>,
    /// Items that stand in more than one list, and so count twice.
    pub twice: usize,
    pub ties: Vec<Tie>,
}

/// Why there is no ageing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Refused {
    NoItems,
    /// Nobody has said which day it is.
    NoDay,
    /// The list is of a later day, and nothing says when its items were settled.
    CannotRebuild {
        newest: Date,
    },
    /// Buckets must rise.
    Buckets,
}

/// Whether there is anything to age.
pub fn has_items(tables: &[Arc<Table>]) -> bool {
    !items::ledgers(tables).0.is_empty()
}

pub fn age(tables: &[Arc<Table>], choices: &Choices) -> Result<Ageing, Refused> {
    if !choices.policy.has_rising_buckets() {
        return Err(Refused::Buckets);
    }
    let buckets = buckets(&choices.policy.days);
    let found = items::open_on(tables, choices, &buckets)?;
    let mut lines: BTreeMap<(Currency, String), Line> = BTreeMap::new();
    let mut members: BTreeMap<(Currency, &str), Vec<&Aged>> = BTreeMap::new();
    for item in &found.items {
        members.entry((item.open.currency, &item.customer)).or_default().push(item);
    }
    let mut totals: BTreeMap<Currency, Line> = BTreeMap::new();
    for ((currency, customer), items) in members {
        let line = credits::line(&items, &buckets, choices.policy.credits);
        totals.entry(currency).or_insert_with(|| Line::nil(buckets.len())).add(&line);
        lines.insert((currency, customer.to_owned()), line);
    }
    let mut ageing = Ageing {
        choices: choices.clone(),
        buckets,
        items: found.items,
        lines,
        totals,
        later: found.later,
        later_sums: found.later_sums,
        all_counted_open: found.all_counted_open,
        nil: found.nil,
        unread: found.unread,
        twice: found.twice,
        ties: Vec::new(),
    };
    ageing.ties = ageing.tie();
    Ok(ageing)
}

fn buckets(days: &[i64]) -> Vec<Bucket> {
    let mut all = vec![Bucket::Undated, Bucket::NotDue];
    let mut from = 1;
    for &to in days {
        all.push(Bucket::Late(from, Some(to)));
        from = to + 1;
    }
    all.push(Bucket::Late(from, None));
    all
}

impl Aged {
    /// Days past the due date; `None` when it is not past, whatever age counts from.
    pub fn overdue_days(&self, as_of: Date) -> Option<i64> {
        self.due.map(|due| (as_of - due).num_days()).filter(|days| *days > 0)
    }
}

impl Bucket {
    /// `not_due`, `1-30`, `361+`.
    pub fn key(self) -> String {
        match self {
            Bucket::Undated => "undated".to_owned(),
            Bucket::NotDue => "not_due".to_owned(),
            Bucket::Late(from, Some(to)) => format!("{from}-{to}"),
            Bucket::Late(from, None) => format!("{from}+"),
        }
    }
}

impl Line {
    fn nil(buckets: usize) -> Line {
        Line {
            buckets: vec![0; buckets],
            disputed: vec![0; buckets],
            credits: 0,
            gross: vec![0; buckets],
            items: 0,
        }
    }

    pub fn total(&self) -> i64 {
        self.buckets.iter().sum::<i64>() + self.credits
    }

    fn add(&mut self, other: &Line) {
        let pairs = [
            (&mut self.buckets, &other.buckets),
            (&mut self.disputed, &other.disputed),
            (&mut self.gross, &other.gross),
        ];
        for (own, others) in pairs {
            own.iter_mut().zip(others).for_each(|(own, other)| *own += other);
        }
        self.credits += other.credits;
        self.items += other.items;
    }
}

impl Ageing {
    /// Open amounts of the items against the table that is printed, per currency.
    /// What the lists hold against what was aged, then the control account against it.
    fn tie(&self) -> Vec<Tie> {
        let mut open: BTreeMap<Currency, i64> = BTreeMap::new();
        for item in &self.items {
            *open.entry(item.open.currency).or_default() += item.open.minor;
        }
        let aged = |currency| self.totals.get(&currency).map_or(0, Line::total);
        for (&currency, &open) in &open {
            assert_eq!(open, aged(currency), "buckets add up to what is open");
        }
        let later = &self.later_sums;
        for currency in later.currencies() {
            open.entry(currency).or_default();
        }
        let has_later = !later.all_zero();
        let of_lists = open.iter().map(|(&currency, &open)| {
            let later = later.get(currency).minor;
            let parts = has_later.then_some(("tie-ageing-later", later));
            tie("tie-ageing", currency, open + later, aged(currency), parts)
        });
        let stated = self.choices.policy.control_totals.iter().filter_map(|(code, total)| {
            let currency = Currency::parse(code)?;
            let total = Money::round(*total, currency)?;
            Some(tie("tie-control", currency, total.minor, aged(currency), None))
        });
        of_lists.chain(stated).collect()
    }

    /// Σ open × days / Σ open over debit items, in days; `None` without any.
    pub fn average_days(&self, currency: Currency) -> Option<Decimal> {
        let debits = self.items.iter().filter(|i| i.open.currency == currency && i.open.minor > 0);
        let (mut weighted, mut open) = (0_i128, 0_i128);
        for item in debits {
            if let Some(days) = item.days {
                weighted += i128::from(item.open.minor) * i128::from(days);
                open += i128::from(item.open.minor);
            }
        }
        let decimal = |value| Decimal::try_from_i128_with_scale(value, 0).ok();
        decimal(weighted)?.checked_div(decimal(open)?)
    }
}

fn tie(name: &str, currency: Currency, left: i64, right: i64, part: Option<(&str, i64)>) -> Tie {
    let money = |minor| Money::new(minor, currency);
    let explained = part.map_or(0, |(_, part)| part);
    Tie {
        name: name.to_owned(),
        currency,
        left: money(left),
        right: money(right),
        difference: money(left - right),
        explained: part.map(|(key, part)| (key.to_owned(), money(part))).into_iter().collect(),
        unexplained: money(left - right - explained),
    }
}
