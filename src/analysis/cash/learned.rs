//! What was learned of decisions, told once for the screen and the report: who is whose customer and how
//! that is known, how far rules are trusted with a payer, what it keeps back, and what was refused.

use crate::base::{Date, Decimal, Money};
use crate::matching::{Habit, Kept, Rulings, Turned, word};
use crate::words::{self, Args, Lang, format};

/// A payer and one customer that it was found to be.
pub struct Payer<'r> {
    pub payer: &'r str,
    pub customer: &'r str,
    pub label: &'r str,
    pub count: u32,
    pub since: Option<Date>,
    pub how: String,
}

/// A rule with a payer: how often it was confirmed or refused, and what it may do.
pub struct Rule<'r> {
    pub payer: &'r str,
    pub pass: &'r str,
    pub name: String,
    pub count: u32,
    pub state: String,
}

/// What a payer keeps back, and what follows from it.
pub struct Keeps {
    pub habit: Habit,
    pub reason: String,
    /// `USD 25.00`, `3.3%`
    pub kept: String,
    pub state: String,
}

pub fn payers(rulings: &Rulings, lang: Lang) -> impl Iterator<Item = Payer<'_>> {
    rulings.payers.iter().flat_map(move |(payer, customers)| {
        customers.iter().map(move |(customer, known)| {
            let count = Args::new().with("count", known.count);
            let how = match known.by_hand {
                true => words::text(lang, "learned-by-hand"),
                false => words::say(lang, "learned-times", &count),
            };
            let (label, since) = (known.label.as_str(), known.since);
            Payer { payer, customer, label, count: known.count, since, how }
        })
    })
}

/// Rules that were confirmed or taken back.
pub fn trusted(rulings: &Rulings, lang: Lang) -> impl Iterator<Item = Rule<'_>> {
    rulings.trust.iter().map(move |((payer, pass), trust)| {
        let state = match (trust.revoked, rulings.is_trusted(payer, pass)) {
            (true, _) => "learned-asks-again",
            (false, true) => "learned-decides",
            (false, false) => "learned-asks",
        };
        let (name, state) = (words::text(lang, &word(pass)), words::text(lang, state));
        Rule { payer, pass, name, count: trust.confirmed, state }
    })
}

/// Rules whose matches were refused, and what that weighs on a day.
pub fn turned(rulings: &Rulings, day: Option<Date>, lang: Lang) -> impl Iterator<Item = Rule<'_>> {
    rulings.turned(day).into_iter().map(move |Turned { payer, pass, count, last, asks }| {
        let key = if asks { "learned-only-suggests" } else { "learned-goes-on" };
        let last = last.map(|day| format::date(lang, day)).unwrap_or_default();
        let state = words::say(lang, key, &Args::new().with("date", last));
        Rule { payer, pass, name: words::text(lang, &word(pass)), count: count as u32, state }
    })
}

pub fn keeps(rulings: &Rulings, lang: Lang) -> impl Iterator<Item = Keeps> {
    rulings.habits().into_iter().map(move |habit| {
        let state = if habit.is_certain() { "learned-decides" } else { "learned-asks" };
        let kept = match habit.kept {
            Kept::Amount(minor) => format::money_with_code(Money::new(minor, habit.currency)),
            Kept::Share(bp) => format::percent(Decimal::new(bp, 4)),
        };
        let (reason, state) = (words::text(lang, habit.code.word()), words::text(lang, state));
        Keeps { reason, kept, state, habit }
    })
}
