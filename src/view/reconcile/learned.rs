//! What was learned of decisions, as a table to read and change: payers with whose customers they
//! are and what they keep back, and pairings that are not offered any more.

use serde::{Deserialize, Serialize};

use crate::analysis::cash;
use crate::base::{Decimal, Money, fold_word};
use crate::matching::{Difference, Habit, Kept, Pairing, Rulings, word};
use crate::rules::Results;
use crate::words::{self, Args, Lang, format};

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct LearnedView {
    pub payers: Vec<PayerLine>,
    pub habits: Vec<HabitLine>,
    pub refused: Vec<RefusedLine>,
    /// Customers whose receipts pay the oldest items first: key and name.
    pub oldest_first: Vec<(String, String)>,
    /// Customers that what was typed may mean: key and name.
    pub found: Vec<(String, String)>,
}

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct PayerLine {
    /// As decisions name it.
    pub payer: String,
    pub customer: String,
    /// How it is known, and for how many passes it may decide.
    pub how: String,
    pub since: String,
}

/// What a payer keeps back.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct HabitLine {
    pub payer: String,
    pub code: Difference,
    pub reason: String,
    /// `USD 25.00`, `3.3%`
    pub kept: String,
    /// How often it was confirmed, and whether it decides.
    pub how: String,
}

#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct RefusedLine {
    pub receipts: String,
    pub items: String,
    pub pairing: Pairing,
}

const FOUND_MAX: usize = 8;

pub fn learned(results: &Results, typed: &str, lang: Lang) -> LearnedView {
    let rulings = &results.cash.rulings;
    let sides = &results.cash.outcome.sides;
    LearnedView {
        payers: rulings.payers.keys().map(|payer| payer_line(rulings, payer, lang)).collect(),
        habits: rulings.habits().iter().map(|habit| habit_line(habit, lang)).collect(),
        refused: rulings
            .refused
            .iter()
            .map(|pairing| RefusedLine {
                receipts: cash::rows_named(&sides.left, &pairing.receipts),
                items: cash::rows_named(&sides.right, &pairing.items),
                pairing: pairing.clone(),
            })
            .collect(),
        oldest_first: rulings.oldest_first.clone().into_iter().collect(),
        found: found(results, typed),
    }
}

fn habit_line(habit: &Habit, lang: Lang) -> HabitLine {
    let times = words::say(lang, "learned-times", &Args::new().with("count", habit.count));
    let state =
        words::text(lang, if habit.is_certain() { "learned-decides" } else { "learned-asks" });
    HabitLine {
        payer: habit.payer.clone(),
        code: habit.code,
        reason: words::text(lang, habit.code.word()),
        kept: match habit.kept {
            Kept::Amount(minor) => format::money_with_code(Money::new(minor, habit.currency)),
            Kept::Share(bp) => format::percent(Decimal::new(bp, 4)),
        },
        how: format!("{times}. {state}"),
    }
}

fn payer_line(rulings: &Rulings, payer: &str, lang: Lang) -> PayerLine {
    let customers = &rulings.payers[payer];
    let labels: Vec<&str> = customers.values().map(|known| known.label.as_str()).collect();
    let count: u32 = customers.values().map(|known| known.count).sum();
    let mut how = match customers.values().any(|known| known.by_hand) {
        true => words::text(lang, "learned-by-hand"),
        false => words::say(lang, "learned-times", &Args::new().with("count", count)),
    };
    for ((_, pass), trust) in rulings.trust.iter().filter(|((of, _), _)| of == payer) {
        let key = match (trust.revoked, rulings.is_trusted(payer, pass)) {
            (true, _) => "learned-revoked",
            (false, true) => "learned-trusted",
            (false, false) => continue,
        };
        let name = words::text(lang, &word(pass));
        how = format!("{how}. {}", words::say(lang, key, &Args::new().with("pass", name)));
    }
    let since = customers.values().filter_map(|known| known.since).min();
    PayerLine {
        payer: payer.to_owned(),
        customer: labels.join(", "),
        how,
        since: since.map(|day| format::date(lang, day)).unwrap_or_default(),
    }
}

fn found(results: &Results, typed: &str) -> Vec<(String, String)> {
    let wanted = fold_word(typed);
    let Some(case) = results.cash.outcome.case.as_deref().filter(|_| !wanted.is_empty()) else {
        return Vec::new();
    };
    let fits = case.customers.all.iter().filter(|customer| {
        fold_word(&customer.label).contains(&wanted) || fold_word(&customer.key).contains(&wanted)
    });
    fits.take(FOUND_MAX).map(|c| (c.key.clone(), c.label.clone())).collect()
}
