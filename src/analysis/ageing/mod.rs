//! Ageing of open items: every item in exactly one bucket, per customer and currency, on a day that
//! is given. It does not judge who is to be chased, and adds no two currencies.
//!
//! Invariant, asserted in [`Ageing::tie`]: buckets and credits add up to the open amounts, per
//! currency; a past day that cannot be rebuilt is refused.

mod credits;
mod items;

use std::collections::BTreeMap;
use std::sync::Arc;

use super::tie::Tie;
use crate::base::{Currency, Date, Money, Source};
use crate::table::Table;

/// What age is counted from.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Basis {
    #[default]
    Due,
    Invoice,
    /// Proof of delivery, else the service date: for disputes over billing.
    Service,
}

/// What becomes of credits. The gross is printed below under all of them.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum CreditPolicy {
    /// A: in a column of their own.
    #[default]
    Separate,
    /// B: aged from their own date, net in the bucket.
    OwnDate,
    /// C: taken off what is not due.
    Current,
    /// D: eat the oldest bucket first.
    OldestFirst,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Choices {
    pub as_of: Date,
    pub basis: Basis,
    pub credits: CreditPolicy,
    /// Last day of each bucket, ascending; what is older has the last bucket.
    pub days: Vec<i64>,
    /// Of terms with two readings ("30 days EOM"), the first: month end, then the days.
    pub month_end_first: bool,
}

/// The usual buckets.
pub const DAYS: [i64; 6] = [30, 60, 90, 120, 180, 360];

impl Choices {
    pub fn on(as_of: Date) -> Choices {
        Choices {
            as_of,
            basis: Basis::Due,
            credits: CreditPolicy::Separate,
            days: DAYS.to_vec(),
            month_end_first: true,
        }
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
    pub customer: String,
    pub open: Money,
    pub from: Option<Date>,
    /// Days past the basis; below or at nil it is not due.
    pub days: Option<i64>,
    pub bucket: Bucket,
    pub disputed: bool,
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
    /// Open amounts of nil, left out and counted.
    pub nil: u32,
    /// Rows without an amount that could be read.
    pub unread: Vec<Source>,
    pub ties: Vec<Tie>,
}

/// Why there is no ageing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Refused {
    NoItems,
    /// The list is of a later day, and nothing says when its items were settled.
    CannotRebuild {
        newest: Date,
    },
    /// Buckets must rise.
    Buckets,
}

pub fn age(tables: &[Arc<Table>], choices: &Choices) -> Result<Ageing, Refused> {
    let rising = choices.days.windows(2).all(|pair| pair[0] < pair[1]);
    if choices.days.is_empty() || !rising || choices.days[0] < 1 {
        return Err(Refused::Buckets);
    }
    let buckets = buckets(&choices.days);
    let found = items::open_on(tables, choices, &buckets)?;
    let mut lines: BTreeMap<(Currency, String), Line> = BTreeMap::new();
    let mut members: BTreeMap<(Currency, String), Vec<&Aged>> = BTreeMap::new();
    for item in &found.items {
        members.entry((item.open.currency, item.customer.clone())).or_default().push(item);
    }
    let mut totals: BTreeMap<Currency, Line> = BTreeMap::new();
    for (key, items) in members {
        let line = credits::line(&items, &buckets, choices.credits);
        totals.entry(key.0).or_insert_with(|| Line::nil(buckets.len())).add(&line);
        lines.insert(key, line);
    }
    let mut ageing = Ageing {
        choices: choices.clone(),
        buckets,
        items: found.items,
        lines,
        totals,
        later: found.later,
        nil: found.nil,
        unread: found.unread,
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
    fn tie(&self) -> Vec<Tie> {
        let mut open: BTreeMap<Currency, i64> = BTreeMap::new();
        for item in &self.items {
            *open.entry(item.open.currency).or_default() += item.open.minor;
        }
        let tie = |(currency, open): (Currency, i64)| {
            let money = |minor| Money::new(minor, currency);
            let aged = self.totals.get(&currency).map_or(0, Line::total);
            assert_eq!(open, aged, "buckets add up to what is open");
            Tie {
                name: "tie-ageing".to_owned(),
                currency,
                left: money(open),
                right: money(aged),
                difference: money(open - aged),
                explained: Vec::new(),
                unexplained: money(open - aged),
            }
        };
        open.into_iter().map(tie).collect()
    }

    /// Σ open × days / Σ open over debit items, in days; `None` without any.
    pub fn average_days(&self, currency: Currency) -> Option<crate::base::Decimal> {
        let debits = self.items.iter().filter(|i| i.open.currency == currency && i.open.minor > 0);
        let (mut weighted, mut open) = (0_i128, 0_i128);
        for item in debits {
            if let Some(days) = item.days {
                weighted += i128::from(item.open.minor) * i128::from(days);
                open += i128::from(item.open.minor);
            }
        }
        let decimal = |value| crate::base::Decimal::try_from_i128_with_scale(value, 0).ok();
        decimal(weighted)?.checked_div(decimal(open)?)
    }
}
