//! What people decided about receipts and open items, and what is learned of it: readable tables,
//! folded from the journal. Rows are named by their keys; see [`super::Keys`].
//!
//! Invariant: nothing is learned from what the machine matched by itself.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::habit::{self, Habit};
use super::tolerance::Difference;
use crate::base::Date;

/// Which of the two sides.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    Receipt,
    Item,
}

/// Receipts applied to open items by a person: a suggestion taken, or rows chosen by hand.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Application {
    pub receipts: Vec<String>,
    pub items: Vec<String>,
    /// Place of the receipt, place of the item, minor units.
    pub applied: Vec<(u32, u32, i64)>,
    /// Credits set against invoices: places in `items`, minor units.
    pub set_off: Vec<(u32, u32, i64)>,
    /// What stays behind with a reason.
    pub coded: Vec<Coded>,
    /// Code of the pass that suggested it; none when rows were chosen by hand.
    pub pass: Option<String>,
    pub seen: Option<Seen>,
    /// Somebody said that nothing is to be learned of what was kept back here.
    #[serde(skip)]
    pub unlearned: bool,
}

/// What is left of one row, and why.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Coded {
    pub side: Side,
    pub place: u32,
    pub code: Difference,
    /// Signed, as the row.
    pub minor: i64,
    /// What the payer or the user says of it.
    #[serde(default)]
    pub note: String,
}

/// Who paid, as the receipt says it, and whose items were paid.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Seen {
    pub payer: String,
    pub customer: String,
    /// The customer's name as the file has it.
    pub label: String,
    pub date: Option<Date>,
}

/// Rows that do not belong together. One receipt and one item: never again, in whatever set;
/// more: not this set.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct Pairing {
    pub receipts: Vec<String>,
    pub items: Vec<String>,
}

/// A pairing refused; where it had been applied, by machine or by a person, it is taken back.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Refusal {
    pub pairing: Pairing,
    /// What stays of the match when one allocation of it goes.
    pub kept: Option<Application>,
    pub reversed: Option<Reversed>,
    /// The rule that had matched the rows. Files of decisions before it was noted do without.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proposed: Option<Proposed>,
}

/// By which rule a refused match was found, for whose receipt, and on which day that was decided: the day
/// by which the work was judged.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Proposed {
    pub payer: String,
    pub pass: String,
    pub day: Option<Date>,
}

/// What had been applied, and whose it was taken for.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Reversed {
    pub pass: String,
    pub seen: Option<Seen>,
}

/// What was refused, and the day of it.
pub type Refused = (Pairing, Option<Date>);

/// A payer's text and the customer that it was found to be.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Learned {
    pub label: String,
    pub count: u32,
    /// Of the first receipt that showed it.
    pub since: Option<Date>,
    /// Entered or confirmed in the table itself.
    pub by_hand: bool,
}

/// How far a pass is trusted with a payer.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Trust {
    /// Since the last reversal.
    pub confirmed: u32,
    pub revoked: bool,
}

#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Rulings {
    /// In the order in which they were made.
    pub applications: Vec<Application>,
    pub refused: BTreeSet<Pairing>,
    /// By payer's text, then by customer.
    pub payers: BTreeMap<String, BTreeMap<String, Learned>>,
    /// Customers whose receipts pay the oldest items first, by key, with their names.
    pub oldest_first: BTreeMap<String, String>,
    /// By payer's text and code of the pass.
    pub trust: BTreeMap<(String, String), Trust>,
    /// By payer's text and code of the pass: what was refused, and on which day.
    pub refusals: BTreeMap<(String, String), Vec<Refused>>,
    /// Lines that stand in several files, or no longer in one, by what they say: whether they count.
    pub lines: BTreeMap<String, bool>,
}

/// Confirmations after which a payer's text is certain, and a pass may decide for a payer.
const CERTAIN_MIN: u32 = 2;
const TRUSTED_MIN: u32 = 3;

impl Rulings {
    pub fn apply(&mut self, application: &Application) {
        if let Some(seen) = &application.seen {
            let learned = self.payers.entry(seen.payer.clone()).or_default();
            let learned = learned.entry(seen.customer.clone()).or_insert_with(|| Learned {
                label: seen.label.clone(),
                count: 0,
                since: seen.date,
                by_hand: false,
            });
            learned.count += 1;
            learned.since = learned.since.into_iter().chain(seen.date).min();
            if let Some(pass) = &application.pass {
                let trust = self.trust.entry((seen.payer.clone(), pass.clone())).or_default();
                trust.confirmed += 1;
                trust.revoked &= trust.confirmed < TRUSTED_MIN;
            }
        }
        for receipt in &application.receipts {
            for item in &application.items {
                self.offer_again(&Pairing::one(receipt, item));
            }
        }
        self.offer_again(&application.pairing());
        self.applications.push(application.clone());
    }

    /// Nothing of the pairing stands or is offered any more. After a reversal what was learned from
    /// the match is unlearned, and its pass must earn its trust with this payer anew.
    pub fn refuse(&mut self, refusal: &Refusal) {
        let before = self.applications.len();
        self.applications.retain(|application| !application.holds(&refusal.pairing));
        let own = self.applications.len() < before;
        if let Some(Reversed { pass, seen: Some(seen) }) = &refusal.reversed {
            if own {
                self.unlearn(seen);
            }
            let trust = self.trust.entry((seen.payer.clone(), pass.clone())).or_default();
            *trust = Trust { confirmed: 0, revoked: true };
        }
        if let Some(Proposed { payer, pass, day }) = &refusal.proposed {
            let all = self.refusals.entry((payer.clone(), pass.clone())).or_default();
            all.retain(|(pairing, _)| *pairing != refusal.pairing);
            all.push((refusal.pairing.clone(), *day));
        }
        self.refused.insert(refusal.pairing.clone());
        self.applications.extend(refusal.kept.clone());
    }

    /// The refusal was a mistake, or is overtaken: it weighs on nothing any more.
    pub fn offer_again(&mut self, pairing: &Pairing) {
        if self.refused.remove(pairing) {
            self.refusals.values_mut().for_each(|all| all.retain(|(of, _)| of != pairing));
            self.refusals.retain(|_, all| !all.is_empty());
        }
    }

    /// What was refused of a rule for this payer no longer weighs on others of it.
    pub fn forget_refusals(&mut self, payer: &str, pass: &str) {
        self.refusals.remove(&(payer.to_owned(), pass.to_owned()));
    }

    /// The user's own word on a payer: this customer and no other, or nothing known.
    pub fn set_payer(&mut self, payer: &str, customer: Option<(&str, &str)>) {
        self.payers.remove(payer);
        if let Some((customer, label)) = customer {
            let learned = Learned { label: label.to_owned(), count: 0, since: None, by_hand: true };
            let only = BTreeMap::from([(customer.to_owned(), learned)]);
            self.payers.insert(payer.to_owned(), only);
        }
    }

    /// What payers keep back, as far as it was confirmed.
    pub fn habits(&self) -> Vec<Habit> {
        habit::habits(&self.applications)
    }

    /// What this payer kept back for this reason so far teaches nothing.
    pub fn forget_habit(&mut self, payer: &str, code: Difference) {
        let of_payer = |application: &&mut Application| {
            let seen = application.seen.as_ref().is_some_and(|seen| seen.payer == payer);
            seen && application.coded.iter().any(|coded| coded.code == code)
        };
        let all = self.applications.iter_mut().filter(of_payer);
        all.for_each(|application| application.unlearned = true);
    }

    pub fn set_oldest_first(&mut self, customer: &str, label: &str, on: bool) {
        match on {
            true => self.oldest_first.insert(customer.to_owned(), label.to_owned()),
            false => self.oldest_first.remove(customer),
        };
    }

    /// The one customer that a payer's text was found to be, and whether that is certain.
    pub fn customer_of(&self, payer: &str) -> Option<(&str, &Learned, bool)> {
        let found = self.payers.get(payer)?;
        let (customer, learned) = found.first_key_value().filter(|_| found.len() == 1)?;
        Some((customer, learned, learned.by_hand || learned.count >= CERTAIN_MIN))
    }

    /// A pass of which this payer's matches were confirmed time and again may decide by itself.
    pub fn is_trusted(&self, payer: &str, pass: &str) -> bool {
        let trust = self.trust.get(&(payer.to_owned(), pass.to_owned()));
        trust.is_some_and(|trust| !trust.revoked && trust.confirmed >= TRUSTED_MIN)
    }

    /// After a reversal nothing of this pass and payer goes by itself.
    pub fn is_revoked(&self, payer: &str, pass: &str) -> bool {
        let trust = self.trust.get(&(payer.to_owned(), pass.to_owned()));
        trust.is_some_and(|trust| trust.revoked)
    }

    fn unlearn(&mut self, seen: &Seen) {
        let Some(found) = self.payers.get_mut(&seen.payer) else { return };
        if let Some(learned) = found.get_mut(&seen.customer) {
            learned.count = learned.count.saturating_sub(1);
        }
        found.retain(|_, learned| learned.count > 0 || learned.by_hand);
        if found.is_empty() {
            self.payers.remove(&seen.payer);
        }
    }
}

impl Application {
    pub fn pairing(&self) -> Pairing {
        Pairing::of(self.receipts.clone(), self.items.clone())
    }

    /// One receipt and one item: so much of the one was applied to the other. More: the same set.
    fn holds(&self, pairing: &Pairing) -> bool {
        match (pairing.receipts.as_slice(), pairing.items.as_slice()) {
            ([receipt], [item]) if !self.applied.is_empty() => {
                self.applied.iter().any(|&(l, r, _)| {
                    self.receipts.get(l as usize) == Some(receipt)
                        && self.items.get(r as usize) == Some(item)
                })
            }
            _ => self.pairing() == *pairing,
        }
    }
}

impl Pairing {
    pub fn of(mut receipts: Vec<String>, mut items: Vec<String>) -> Pairing {
        receipts.sort();
        items.sort();
        Pairing { receipts, items }
    }

    pub fn one(receipt: &str, item: &str) -> Pairing {
        Pairing { receipts: vec![receipt.to_owned()], items: vec![item.to_owned()] }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn accepted(receipt: &str, item: &str) -> Application {
        Application {
            receipts: vec![receipt.to_owned()],
            items: vec![item.to_owned()],
            applied: vec![(0, 0, 100)],
            pass: Some("R40".to_owned()),
            seen: Some(Seen {
                payer: "calder".to_owned(),
                customer: "#C1".to_owned(),
                label: "Calder Bio".to_owned(),
                date: None,
            }),
            ..Application::default()
        }
    }

    #[test]
    fn two_confirmations_make_a_payer_certain_and_three_a_pass_trusted() {
        let mut rulings = Rulings::default();
        rulings.apply(&accepted("a", "x"));
        assert!(rulings.customer_of("calder").is_some_and(|(_, _, certain)| !certain));
        rulings.apply(&accepted("b", "y"));
        assert!(rulings.customer_of("calder").is_some_and(|(_, _, certain)| certain));
        assert!(!rulings.is_trusted("calder", "R40"));
        rulings.apply(&accepted("c", "z"));
        assert!(rulings.is_trusted("calder", "R40"));
    }

    #[test]
    fn one_reversal_takes_trust_away_and_remembers_the_pair() {
        let mut rulings = Rulings::default();
        for (receipt, item) in [("a", "x"), ("b", "y"), ("c", "z")] {
            rulings.apply(&accepted(receipt, item));
        }
        let seen = accepted("a", "x").seen;
        let reversed = Some(Reversed { pass: "R40".to_owned(), seen });
        let (pairing, proposed) = (Pairing::one("b", "y"), None);
        rulings.refuse(&Refusal { pairing, kept: None, reversed, proposed });
        assert_eq!(rulings.applications.len(), 2);
        assert!(rulings.is_revoked("calder", "R40") && !rulings.is_trusted("calder", "R40"));
        assert!(rulings.refused.contains(&Pairing::one("b", "y")));
        assert!(rulings.customer_of("calder").is_some_and(|(_, learned, _)| learned.count == 2));
    }
}
