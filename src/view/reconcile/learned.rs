//! What was learned of decisions, as a table to read and change: payers with whose customers they
//! are and what they keep back, and pairings that are not offered any more.

use serde::{Deserialize, Serialize};

use crate::analysis::cash::{self, learned as told};
use crate::base::fold_word;
use crate::matching::{Difference, Pairing};
use crate::rules::Results;
use crate::words::{self, Args, Lang, format};

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct LearnedView {
    pub payers: Vec<PayerLine>,
    pub rules: Vec<RuleLine>,
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
    pub how: String,
    pub since: String,
}

/// A rule with a payer: confirmed or taken back, or refused.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct RuleLine {
    pub payer: String,
    pub name: String,
    pub count: String,
    pub state: String,
    /// Code of the rule, where what was refused of it can be forgotten.
    pub forget: Option<String>,
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
    let trusted = told::trusted(rulings, lang).map(|rule| rule_line(&rule, false));
    let turned = told::turned(rulings, sides.day, lang).map(|rule| rule_line(&rule, true));
    LearnedView {
        payers: told::payers(rulings, lang).map(|payer| payer_line(payer, lang)).collect(),
        rules: trusted.chain(turned).collect(),
        habits: told::keeps(rulings, lang).map(|keeps| habit_line(keeps, lang)).collect(),
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

fn payer_line(known: told::Payer, lang: Lang) -> PayerLine {
    PayerLine {
        payer: known.payer.to_owned(),
        customer: known.label.to_owned(),
        how: known.how,
        since: known.since.map(|day| format::date(lang, day)).unwrap_or_default(),
    }
}

fn rule_line(rule: &told::Rule, forgets: bool) -> RuleLine {
    RuleLine {
        payer: rule.payer.to_owned(),
        name: rule.name.clone(),
        count: format::count(rule.count.into()),
        state: rule.state.clone(),
        forget: forgets.then(|| rule.pass.to_owned()),
    }
}

fn habit_line(keeps: told::Keeps, lang: Lang) -> HabitLine {
    let count = Args::new().with("count", keeps.habit.count);
    HabitLine {
        how: format!("{}. {}", words::say(lang, "learned-times", &count), keeps.state),
        code: keeps.habit.code,
        payer: keeps.habit.payer,
        reason: keeps.reason,
        kept: keeps.kept,
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
