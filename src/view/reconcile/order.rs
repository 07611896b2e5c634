//! Which entries the list has and in what order; kept by the worker while it is scrolled, since a
//! million rows are not sorted for each window.

use std::collections::{BTreeMap, BTreeSet};

use super::{Choice, Show, ShowTab};
use crate::base::{Source, Sums, fold_word};
use crate::matching::{BY_HAND, Decision, Item, Match, Outcome, Side, word};
use crate::rules::Results;
use crate::view::Facet;
use crate::view::facet::facet;
use crate::words::{self, Lang, format};

/// A position in the outcome.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Entry {
    Match(u32),
    Receipt(u32),
    Item(u32),
}

/// What the order depends on besides the results.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct OrderKey {
    show: Show,
    currency: Option<String>,
    pass: BTreeSet<String>,
    find: String,
}

#[derive(Clone, Debug, Default)]
pub struct Order {
    pub entries: Vec<Entry>,
    pub items: Sums,
    pub receipts: Sums,
    counts: BTreeMap<Show, usize>,
    by_pass: BTreeMap<String, usize>,
}

impl OrderKey {
    pub fn of(choice: &Choice) -> OrderKey {
        OrderKey {
            show: choice.show,
            currency: choice.currency.clone(),
            pass: choice.pass.clone(),
            find: choice.find.clone(),
        }
    }
}

/// As a person goes through the bank's file; open items behind, as they stand in theirs.
pub fn order(results: &Results, key: &OrderKey) -> Order {
    let outcome = &results.cash.outcome;
    let mut order = Order::default();
    let mut listed: Vec<((bool, Option<Source>), Entry)> = Vec::new();
    let wanted = fold_word(&key.find);
    for entry in entries(outcome) {
        let (left, right) = rows(outcome, entry);
        let Some(first) = left.first().copied().or(right.first().copied()) else { continue };
        if key.currency.as_deref().is_some_and(|code| code != first.currency.code()) {
            continue;
        }
        let of = shows(outcome, entry);
        for show in [of, Show::All] {
            *order.counts.entry(show).or_default() += 1;
        }
        if key.show != Show::All && key.show != of {
            continue;
        }
        if let Entry::Match(at) = entry {
            let pass = outcome.matches[at as usize].pass;
            *order.by_pass.entry(pass.to_owned()).or_default() += 1;
        }
        let found = wanted.is_empty() || left.iter().chain(&right).any(|i| says(i, &wanted));
        if !found || !passes(outcome, entry, &key.pass) {
            continue;
        }
        let (received, open) = parts(outcome, entry);
        order.receipts.add_all(&received);
        order.items.add_all(&open);
        let source = left.iter().chain(&right).map(|item| item.source).min();
        listed.push(((left.is_empty(), source), entry));
    }
    listed.sort_by_key(|(place, _)| *place);
    order.entries = listed.into_iter().map(|(_, entry)| entry).collect();
    order
}

impl Order {
    pub(super) fn tabs(&self, choice: &Choice, lang: Lang) -> Vec<ShowTab> {
        let tab = |(show, key): (Show, &str)| ShowTab {
            show,
            word: words::text(lang, key),
            count: format::count(self.counts.get(&show).copied().unwrap_or(0) as i64),
            on: choice.show == show,
        };
        let all = [
            (Show::NeedsYou, "reconcile-needs-you"),
            (Show::Tied, "reconcile-tied"),
            (Show::OpenReceipts, "reconcile-open-receipts"),
            (Show::OpenItems, "reconcile-open-items"),
            (Show::All, "reconcile-all"),
        ];
        all.into_iter().map(tab).collect()
    }

    pub(super) fn passes(&self, choice: &Choice, lang: Lang) -> Facet {
        let title = words::text(lang, "reconcile-by-pass");
        facet("pass", title, &self.by_pass, &choice.pass, "", |code| words::text(lang, &word(code)))
    }
}

/// The rows of an entry: receipts, and items.
pub(super) fn rows(outcome: &Outcome, entry: Entry) -> (Vec<&Item>, Vec<&Item>) {
    let sides = &outcome.sides;
    match entry {
        Entry::Match(at) => {
            let Match { left, right, .. } = &outcome.matches[at as usize];
            let lefts = left.iter().map(|&at| &sides.left[at as usize]).collect();
            (lefts, right.iter().map(|&at| &sides.right[at as usize]).collect())
        }
        Entry::Receipt(at) => (vec![&sides.left[at as usize]], Vec::new()),
        Entry::Item(at) => (Vec::new(), vec![&sides.right[at as usize]]),
    }
}

/// What an entry speaks for of its receipts, and of its items.
fn parts(outcome: &Outcome, entry: Entry) -> (Sums, Sums) {
    let whole = |item: &Item| Sums::from_iter([item.money()]);
    match entry {
        Entry::Match(at) => {
            let found = &outcome.matches[at as usize];
            let part = |side: Side, row: &u32| outcome.part(side, *row, at);
            (
                found.left.iter().map(|row| part(Side::Receipt, row)).collect(),
                found.right.iter().map(|row| part(Side::Item, row)).collect(),
            )
        }
        Entry::Receipt(at) => (whole(&outcome.sides.left[at as usize]), Sums::new()),
        Entry::Item(at) => (Sums::new(), whole(&outcome.sides.right[at as usize])),
    }
}

fn entries(outcome: &Outcome) -> impl Iterator<Item = Entry> + '_ {
    let matches = (0..outcome.matches.len() as u32).map(Entry::Match);
    let receipts = outcome.research.iter().map(|research| Entry::Receipt(research.left));
    matches.chain(receipts).chain(outcome.unmatched.iter().map(|&at| Entry::Item(at)))
}

fn shows(outcome: &Outcome, entry: Entry) -> Show {
    match entry {
        Entry::Receipt(_) => Show::OpenReceipts,
        Entry::Item(_) => Show::OpenItems,
        Entry::Match(at) => match outcome.matches[at as usize].decision {
            Decision::Auto | Decision::Confirmed => Show::Tied,
            Decision::Suggested | Decision::Ambiguous => Show::NeedsYou,
        },
    }
}

fn passes(outcome: &Outcome, entry: Entry, chosen: &BTreeSet<String>) -> bool {
    match entry {
        Entry::Match(at) => chosen.is_empty() || chosen.contains(outcome.matches[at as usize].pass),
        _ => chosen.is_empty(),
    }
}

fn says(item: &Item, wanted: &str) -> bool {
    let holds = |text: &String| fold_word(text).contains(wanted);
    item.number.iter().chain(&item.name).chain(&item.texts).any(holds)
        || fold_word(&format::money(item.money())).contains(wanted)
}

/// Needs a person: for the tally on the rail.
pub fn needs_you(results: &Results) -> usize {
    let matches = &results.cash.outcome.matches;
    matches
        .iter()
        .filter(|m| m.pass != BY_HAND)
        .filter(|m| matches!(m.decision, Decision::Suggested | Decision::Ambiguous))
        .count()
}
