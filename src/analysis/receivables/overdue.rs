//! Whom to remind, and how firmly: past-due debits by customer. Disputed items and those on a
//! payment plan are counted apart, and raise no level.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::analysis::ageing::Ageing;
use crate::base::Currency;
use crate::words::{self, Args, Lang};

/// One customer's past-due items in one currency.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Overdue {
    pub customer: String,
    pub currency: Currency,
    /// Level of reminder by the oldest item that may be chased; 0 is none yet.
    pub level: u8,
    pub oldest_days: i64,
    /// What may be chased, and what is held out of it.
    pub due: i64,
    pub held: i64,
    /// Credits that name no invoice: they may settle a part of it.
    pub credits: i64,
    /// Positions in [`Ageing::items`], the oldest first.
    pub items: Vec<u32>,
    pub held_items: Vec<u32>,
    /// A person took the customer out of the reminders.
    pub is_held_out: bool,
}

impl Overdue {
    /// The level in words: why there is none stands in its place.
    pub fn level_text(&self, lang: Lang) -> String {
        match (self.is_held_out, self.due > 0, self.level) {
            (true, ..) => words::text(lang, "ageing-level-held-out"),
            (_, false, _) => words::text(lang, "ageing-level-all-held"),
            (_, _, 0) => words::text(lang, "ageing-level-none"),
            (_, _, level) => {
                words::say(lang, "ageing-level", &Args::new().with("level", i64::from(level)))
            }
        }
    }
}

/// The firmest level first, then the largest amount within a currency.
pub fn overdue(ageing: &Ageing) -> Vec<Overdue> {
    let policy = &ageing.choices.policy;
    let mut found: BTreeMap<(Currency, &str), Overdue> = BTreeMap::new();
    for (at, item) in ageing.items.iter().enumerate() {
        let days = item.overdue_days(ageing.choices.as_of).filter(|_| item.open.minor > 0);
        let credit = item.unapplied.then_some(item.open.minor);
        if days.is_none() && credit.is_none() {
            continue;
        }
        let line = found.entry((item.open.currency, &item.customer)).or_default();
        line.credits += credit.unwrap_or(0);
        let Some(days) = days else { continue };
        if item.disputed || item.on_plan {
            line.held += item.open.minor;
            line.held_items.push(at as u32);
        } else {
            line.due += item.open.minor;
            line.oldest_days = line.oldest_days.max(days);
            line.items.push(at as u32);
        }
    }
    let oldest_first = |items: &mut Vec<u32>| {
        let place = |at: u32| {
            let item = &ageing.items[at as usize];
            (item.due, &item.number, at)
        };
        items.sort_by(|&a, &b| place(a).cmp(&place(b)));
    };
    let line = |((currency, customer), mut line): ((Currency, &str), Overdue)| {
        oldest_first(&mut line.items);
        oldest_first(&mut line.held_items);
        line.is_held_out = policy.held_out.contains(customer);
        let levels = policy.reminder_days.iter().filter(|from| line.oldest_days >= **from);
        if !line.is_held_out && line.due > 0 {
            line.level = u8::try_from(levels.count()).unwrap_or(u8::MAX);
        }
        Overdue { customer: customer.to_owned(), currency, ..line }
    };
    let has_overdue = |line: &Overdue| !line.items.is_empty() || !line.held_items.is_empty();
    let mut lines: Vec<Overdue> = found.into_iter().map(line).filter(has_overdue).collect();
    lines.sort_by(|a, b| {
        let of = |line: &Overdue| (Reverse(line.level), line.currency, Reverse(line.due));
        of(a).cmp(&of(b)).then_with(|| a.customer.cmp(&b.customer))
    });
    lines
}
