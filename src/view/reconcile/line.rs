//! One line of the list: what stands on the side of the ledger, the decision with its evidence, and
//! what stands on the side of the bank.

use serde::{Deserialize, Serialize};

use super::order::Entry;
use super::{Amount, SourceTag};
use crate::base::{Currency, Money};
use crate::matching::{BY_HAND, Decision, Fact, Item, Keys, Match, Outcome, Speaks, word};
use crate::rules::Results;
use crate::view::sources::Sources;
use crate::words::{self, Args, Lang, format};

#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Line {
    pub at: u32,
    /// Keys that stay the same while decisions are made about other lines.
    pub key: String,
    /// `tied`, `review`, `break`, `none`.
    pub mark: String,
    pub state: String,
    pub title: String,
    pub items: Vec<Paper>,
    pub items_sum: Option<Amount>,
    pub receipts: Vec<Paper>,
    pub receipts_sum: Option<Amount>,
    pub chips: Vec<Chip>,
    /// What a person can do: take it, say no to it, take it back.
    pub can_tie: bool,
    pub can_refuse: bool,
    pub can_undo: bool,
    /// Two answers fit, and none is preselected.
    pub ambiguous: bool,
}

/// One open item or one receipt.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Paper {
    /// For decisions about this row.
    pub key: String,
    pub number: String,
    pub name: String,
    pub date: String,
    pub text: String,
    pub amount: Option<Amount>,
    pub source: SourceTag,
}

/// A fact for or against. Pressed, it frames the figures it speaks of.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Chip {
    pub yes: bool,
    pub text: String,
    /// `amount`, `reference`, `payer`, `date`, or nothing to frame.
    pub about: String,
}

pub struct Shown<'r> {
    pub outcome: &'r Outcome,
    pub sources: Sources<'r>,
    pub lang: Lang,
}

impl<'r> Shown<'r> {
    pub fn of(results: &'r Results, lang: Lang) -> Shown<'r> {
        Shown { outcome: &results.cash.outcome, sources: Sources::of(results), lang }
    }

    pub fn line(&self, at: u32, entry: Entry) -> Line {
        match entry {
            Entry::Match(m) => self.matched(at, &self.outcome.matches[m as usize]),
            Entry::Receipt(left) => {
                let research = &self.outcome.research;
                let found = research.binary_search_by_key(&left, |research| research.left);
                let ask = found.map_or("ask-who-paid", |place| research[place].ask);
                let receipts = vec![self.receipt(left)];
                self.alone(at, "break", "reconcile-unidentified", ask, (Vec::new(), receipts))
            }
            Entry::Item(right) => {
                let items = vec![self.item(right)];
                let title = "reconcile-no-receipt";
                self.alone(at, "none", "reconcile-open", title, (items, Vec::new()))
            }
        }
    }

    pub fn receipt(&self, at: u32) -> Paper {
        let side = &self.outcome.sides.left;
        let item = &side[at as usize];
        // The payer's name is one of the texts in which items may be named.
        let own = item.texts.iter().filter(|text| item.name.as_ref() != Some(*text));
        let text = own.max_by_key(|text| text.chars().count());
        Paper { text: text.cloned().unwrap_or_default(), ..self.paper(item, side, at) }
    }

    pub fn item(&self, at: u32) -> Paper {
        let side = &self.outcome.sides.right;
        self.paper(&side[at as usize], side, at)
    }

    pub fn chips(&self, facts: &[Fact]) -> Vec<Chip> {
        let mut chips: Vec<Chip> = facts.iter().map(|fact| self.chip(fact)).collect();
        chips.dedup();
        chips
    }

    pub fn chip(&self, fact: &Fact) -> Chip {
        Chip {
            yes: fact.speaks == Speaks::For,
            text: words::say(self.lang, fact.key, &fact.args),
            about: about(fact.key).to_owned(),
        }
    }

    fn paper(&self, item: &Item, side: &[Item], at: u32) -> Paper {
        Paper {
            key: Keys(side).of(at),
            number: item.number.clone().unwrap_or_default(),
            name: item.name.clone().unwrap_or_default(),
            date: item.date.map(|date| format::date(self.lang, date)).unwrap_or_default(),
            text: String::new(),
            amount: Some(Amount::of(item.money())),
            source: self.sources.tag(item.source),
        }
    }

    fn matched(&self, at: u32, found: &Match) -> Line {
        let (mark, state) = match found.decision {
            Decision::Confirmed => ("tied", "reconcile-confirmed"),
            Decision::Auto => ("tied", "reconcile-auto"),
            Decision::Suggested => ("review", "reconcile-proposed"),
            Decision::Ambiguous => ("review", "reconcile-to-review"),
        };
        let stands = mark == "tied";
        let receipts: Vec<Paper> = found.left.iter().map(|&at| self.receipt(at)).collect();
        let items: Vec<Paper> = found.right.iter().map(|&at| self.item(at)).collect();
        let sum = |all: &[u32], side: &[Item]| {
            let minor: i64 = all.iter().map(|&at| side[at as usize].amount).sum();
            let first = all.first().map(|&at| side[at as usize].currency);
            first.filter(|_| all.len() > 1).map(|currency| Amount::of(Money::new(minor, currency)))
        };
        Line {
            at,
            key: receipts.first().map(|paper| paper.key.clone()).unwrap_or_default(),
            mark: mark.to_owned(),
            state: words::text(self.lang, state),
            title: self.title(found),
            items_sum: sum(&found.right, &self.outcome.sides.right),
            receipts_sum: sum(&found.left, &self.outcome.sides.left),
            items,
            receipts,
            chips: self.chips(&found.facts),
            can_tie: found.decision == Decision::Suggested,
            can_refuse: !stands,
            can_undo: stands,
            ambiguous: found.decision == Decision::Ambiguous,
        }
    }

    fn title(&self, found: &Match) -> String {
        let first = found.left.first().map(|&at| self.outcome.sides.left[at as usize].currency);
        let currency = first.unwrap_or(Currency::NONE);
        let size = Money::new(found.difference, currency).abs();
        if found.decision == Decision::Ambiguous {
            return words::text(self.lang, "reconcile-two-fit");
        }
        match found.code.filter(|_| found.difference != 0) {
            Some(code) => {
                let what = words::text(self.lang, code.word());
                let args = Args::new().with("what", what).with("amount", size);
                words::say(self.lang, "reconcile-coded", &args)
            }
            None if found.pass == BY_HAND => words::text(self.lang, "pass-hand"),
            None => words::text(self.lang, &word(found.pass)),
        }
    }

    fn alone(
        &self,
        at: u32,
        mark: &str,
        state: &str,
        title: &str,
        (items, receipts): (Vec<Paper>, Vec<Paper>),
    ) -> Line {
        let first = receipts.first().or(items.first());
        Line {
            at,
            key: first.map(|paper| paper.key.clone()).unwrap_or_default(),
            mark: mark.to_owned(),
            state: words::text(self.lang, state),
            title: words::text(self.lang, title),
            items,
            receipts,
            ..Line::default()
        }
    }
}

/// What a fact speaks of.
fn about(key: &str) -> &'static str {
    let parts = [
        ("amount", "amount"),
        ("share", "amount"),
        ("set", "amount"),
        ("reference", "reference"),
        ("named", "reference"),
        ("advice", "reference"),
        ("payer", "payer"),
        ("customer", "payer"),
        ("days", "date"),
        ("window", "date"),
        ("due", "date"),
        ("return", "amount"),
    ];
    parts.iter().find(|(part, _)| key.contains(part)).map_or("", |(_, about)| about)
}
