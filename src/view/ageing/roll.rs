//! The roll-forward of the receivables: a group line a currency, its customers, and the items that
//! no document explains.

use super::{Cell, Choice, Line, List, Order, counted, head, holds, is_wanted};
use crate::analysis::receivables::{LooseItem, ReceivablesRoll, Steps};
use crate::base::{Currency, Money, Sums};
use crate::rules::Results;
use crate::view::amounts;
use crate::view::sources::Sources;
use crate::view::tie::currency_name;
use crate::words::{self, Lang, format};

enum Position<'a> {
    Group(Currency),
    Customer(Currency, &'a str, &'a Steps),
    LooseHead,
    Loose(&'a LooseItem),
}

pub(super) fn list<'a>(
    results: &'a Results,
    choice: &'a Choice,
    order: &'a Order,
    lang: Lang,
) -> List<'a> {
    let roll = results.receivables.roll.as_ref().ok();
    let positions = roll.map_or_else(Vec::new, |roll| positions(roll, choice, order));
    let customers = positions.iter().filter(|p| matches!(p, Position::Customer(..))).count();
    let wanted = |currency: &Currency| is_wanted(&choice.currency, currency.code());
    let totals = roll.into_iter().flat_map(|roll| &roll.totals).filter(|(c, _)| wanted(c));
    let sums: Sums = totals.map(|(c, steps)| Money::new(steps.closing, *c)).collect();
    let head = |key: &str, word: &str, end| head(lang, choice, key, word, end);
    let sources = Sources::of(results);
    List {
        // Nothing to roll forward: what is lacking is told, and no empty table below it.
        heads: if roll.is_none() {
            Vec::new()
        } else {
            vec![
                head("name", "facet-client", false),
                head("", "receivables-opening", true),
                head("", "receivables-invoices", true),
                head("", "receivables-debit-notes", true),
                head("", "receivables-receipts", true),
                head("", "receivables-credits", true),
                head("", "receivables-write-offs", true),
                head("", "receivables-others", true),
                head("", "receivables-computed", true),
                head("", "receivables-closing", true),
                head("gap", "tie-unexplained", true),
            ]
        },
        total: positions.len(),
        text: counted("ageing-count-customers", customers, lang),
        sums: amounts(&sums),
        line: Box::new(move |at| match (&positions[at], roll) {
            (Position::Customer(currency, name, steps), _) => Line {
                customer: (*name).to_owned(),
                currency: currency.code().to_owned(),
                cells: cells((*name).to_owned(), steps, *currency),
                ..Line::default()
            },
            (Position::Group(currency), Some(roll)) => {
                let name = currency_name(*currency, lang);
                let name = format!("{name} {}", format::currency(*currency));
                let cells = cells(name, &roll.totals[currency], *currency);
                Line { is_group: true, cells, ..Line::default() }
            }
            (Position::Loose(item), _) => {
                Line { source: Some(sources.tag(item.source)), ..loose(item, lang) }
            }
            _ => Line {
                is_group: true,
                cells: vec![Cell::text(words::text(lang, "receivables-loose"))],
                ..Line::default()
            },
        }),
    }
}

type Entry<'a> = (Currency, &'a str, &'a Steps);

/// In the order of their names, currency by currency.
fn entries(roll: &ReceivablesRoll) -> Vec<Entry<'_>> {
    let lines = roll.lines.iter();
    lines.map(|((currency, name), steps)| (*currency, name.as_str(), steps)).collect()
}

fn is_shown(choice: &Choice, currency: Currency, name: &str) -> bool {
    is_wanted(&choice.currency, currency.code())
        && is_wanted(&choice.customer, name)
        && holds(choice, &[name])
}

/// Of the customers; the items that no document explains stand behind them as they are.
pub(super) fn order(results: &Results, choice: &Choice) -> Order {
    let Ok(roll) = &results.receivables.roll else { return Order::default() };
    let all = entries(roll);
    let at = |position: &u32| &all[*position as usize];
    let mut positions: Vec<u32> = (0..all.len() as u32).collect();
    positions.retain(|p| is_shown(choice, at(p).0, at(p).1));
    // What is not explained stands first, unless the names were asked for.
    if choice.sort != "name" {
        positions.sort_by_key(|p| {
            let (currency, name, steps) = at(p);
            (*currency, std::cmp::Reverse(steps.unexplained().abs()), *name)
        });
    } else if choice.down {
        positions.sort_by(|a, b| (at(a).0, at(b).1).cmp(&(at(b).0, at(a).1)));
    }
    Order { positions, ..Order::default() }
}

fn positions<'a>(roll: &'a ReceivablesRoll, choice: &Choice, order: &Order) -> Vec<Position<'a>> {
    let entries = entries(roll);
    let mut positions = Vec::new();
    let mut before = None;
    for (currency, name, steps) in order.positions.iter().map(|at| entries[*at as usize]) {
        if before != Some(currency) {
            positions.push(Position::Group(currency));
            before = Some(currency);
        }
        positions.push(Position::Customer(currency, name, steps));
    }
    let of = |item: &&LooseItem| is_shown(choice, item.amount.currency, &item.customer);
    let items: Vec<&LooseItem> = roll.loose.iter().filter(of).collect();
    if !items.is_empty() {
        positions.push(Position::LooseHead);
    }
    positions.extend(items.into_iter().map(Position::Loose));
    positions
}

fn cells(name: String, steps: &Steps, currency: Currency) -> Vec<Cell> {
    let money = |minor: i64| Cell::money(Money::new(minor, currency));
    let gap = steps.unexplained();
    let proved = Cell { text: format::money(Money::new(0, currency)), ..money(0) };
    vec![
        Cell::text(name),
        money(steps.opening),
        money(steps.invoices),
        money(steps.debit_notes),
        money(-steps.receipts),
        money(-steps.credits),
        money(-steps.write_offs),
        money(steps.others),
        money(steps.computed()),
        money(steps.closing).tone("strong"),
        if gap == 0 { proved.tone("dbl") } else { money(gap).tone("late") },
    ]
}

/// The number, what is wrong with it, and by how much it changed.
fn loose(item: &LooseItem, lang: Lang) -> Line {
    let mut cells = vec![
        Cell::text(item.customer.clone()),
        Cell::toned(item.number.clone(), "id"),
        Cell::text(words::text(lang, item.what.word())),
    ];
    cells.extend((3..10).map(|_| Cell::default()));
    cells.push(Cell::money(item.amount).tone("late"));
    Line {
        customer: item.customer.clone(),
        currency: item.amount.currency.code().to_owned(),
        cells,
        ..Line::default()
    }
}
