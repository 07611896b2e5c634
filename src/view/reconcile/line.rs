//! One line of the list: what stands on the side of the ledger, the decision with its evidence, and
//! what stands on the side of the bank.

use std::cell::OnceCell;

use serde::{Deserialize, Serialize};

use super::order::Entry;
use super::{Amount, SourceTag, amounts};
use crate::analysis::cash::{self, RefundTests, Reopened, Returns, Unapplied};
use crate::base::{Currency, Money, Sums};
use crate::matching::{BY_HAND, Decision, Fact, Item, Keys, Match, Outcome, Side, Speaks, word};
use crate::model::Book;
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
    /// What is spoken of: of a row that was split, the part.
    pub amount: Option<Amount>,
    /// The whole of a row that was split.
    pub whole: Option<Amount>,
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
    book: &'r Book,
    refunds: OnceCell<RefundTests<'r>>,
    returns: OnceCell<Returns<'r>>,
}

impl<'r> Shown<'r> {
    pub fn of(results: &'r Results, lang: Lang) -> Shown<'r> {
        Shown {
            outcome: &results.cash.outcome,
            sources: Sources::of(results),
            lang,
            book: &results.book,
            refunds: OnceCell::new(),
            returns: OnceCell::new(),
        }
    }

    /// What was tested before something of the receipt is given back.
    pub fn unapplied(&self, left: u32) -> Option<Unapplied> {
        let tests = self.refunds.get_or_init(|| RefundTests::of(self.outcome, self.book));
        tests.of_receipt(left)
    }

    /// The settled invoice that a payment that came back opens again.
    pub fn reopened(&self, left: u32) -> Option<Reopened> {
        self.returns.get_or_init(|| Returns::of(self.outcome, self.book)).of_receipt(left)
    }

    /// What to do about a receipt that no match took: as the tests say, else what to ask.
    pub fn to_do(&self, left: u32) -> &'static str {
        let research = &self.outcome.research;
        let found = research.binary_search_by_key(&left, |research| research.left);
        let ask = found.map_or("ask-who-paid", |place| research[place].ask);
        cash::to_do(ask, self.reopened(left).is_some(), self.unapplied(left).as_ref())
    }

    pub fn line(&self, at: u32, entry: Entry) -> Line {
        match entry {
            Entry::Match(m) => self.matched(at, m),
            Entry::Receipt(left) => {
                let receipts = vec![self.receipt(left)];
                let to_do = self.to_do(left);
                self.alone(at, "break", "reconcile-unidentified", to_do, (Vec::new(), receipts))
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
            whole: None,
            source: self.sources.tag(item.source),
        }
    }

    /// The receipts of a match, each with the part that the match speaks for.
    pub fn receipts_of(&self, m: u32) -> Vec<Paper> {
        let found = &self.outcome.matches[m as usize];
        found.left.iter().map(|&at| self.part(self.receipt(at), Side::Receipt, at, m)).collect()
    }

    pub fn items_of(&self, m: u32) -> Vec<Paper> {
        let found = &self.outcome.matches[m as usize];
        found.right.iter().map(|&at| self.part(self.item(at), Side::Item, at, m)).collect()
    }

    fn part(&self, paper: Paper, side: Side, at: u32, m: u32) -> Paper {
        let part = Some(Amount::of(self.outcome.part(side, at, m)));
        let whole = paper.amount.clone().filter(|_| part != paper.amount);
        Paper { amount: part, whole, ..paper }
    }

    fn matched(&self, at: u32, m: u32) -> Line {
        let found = &self.outcome.matches[m as usize];
        let (mark, state) = match found.decision {
            Decision::Confirmed => ("tied", "reconcile-confirmed"),
            Decision::Auto => ("tied", "reconcile-auto"),
            Decision::Suggested => ("review", "reconcile-proposed"),
            Decision::Ambiguous => ("review", "reconcile-to-review"),
        };
        let stands = mark == "tied";
        let (receipts, items) = (self.receipts_of(m), self.items_of(m));
        let sum = |side: Side, rows: &[u32]| {
            let parts: Sums = rows.iter().map(|&at| self.outcome.part(side, at, m)).collect();
            amounts(&parts).into_iter().next().filter(|_| rows.len() > 1)
        };
        Line {
            at,
            key: receipts.first().map(|paper| paper.key.clone()).unwrap_or_default(),
            mark: mark.to_owned(),
            state: words::text(self.lang, state),
            title: self.title(found),
            items_sum: sum(Side::Item, &found.right),
            receipts_sum: sum(Side::Receipt, &found.left),
            items,
            receipts,
            chips: self.chips(&self.outcome.facts(found)),
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
