//! Customers by bucket: a group line with the sums of each currency, then its customers.

use std::cmp::Reverse;

use super::{Cell, Choice, Head, Line, List, Order, counted, head, holds, is_wanted};
use crate::analysis::ageing::{self, Ageing};
use crate::base::{Currency, Money};
use crate::view::Amount;
use crate::view::columns::thousandths;
use crate::view::tie::currency_name;
use crate::words::{Lang, format};

type Entry<'a> = (Currency, &'a str, &'a ageing::Line);

/// A currency, then its customers in order.
enum Position<'a> {
    Group(Currency),
    Customer(Entry<'a>),
}

pub(super) fn list<'a>(
    ageing: &'a Ageing,
    choice: &'a Choice,
    order: &'a Order,
    lang: Lang,
) -> List<'a> {
    let entries = entries(ageing);
    let count = order.positions.len();
    let mut positions = Vec::with_capacity(count + ageing.totals.len());
    let mut before = None;
    for entry in order.positions.iter().map(|at| entries[*at as usize]) {
        if before != Some(entry.0) {
            positions.push(Position::Group(entry.0));
            before = Some(entry.0);
        }
        positions.push(Position::Customer(entry));
    }
    let largest = |currency: Currency| ageing.totals.get(&currency).map_or(0, ageing::Line::total);
    let sums = ageing.totals.iter().filter(|(c, _)| is_wanted(&choice.currency, c.code()));
    List {
        heads: heads(ageing, choice, lang),
        total: positions.len(),
        text: counted("ageing-count-customers", count, lang),
        sums: sums.map(|(c, line)| Amount::of(Money::new(line.total(), *c))).collect(),
        line: Box::new(move |at| match &positions[at] {
            Position::Group(currency) => group(ageing, *currency, lang),
            Position::Customer(entry) => customer(entry, largest(entry.0), ageing),
        }),
    }
}

/// In the order of their names, currency by currency.
fn entries(ageing: &Ageing) -> Vec<Entry<'_>> {
    let lines = ageing.lines.iter();
    lines.map(|((currency, name), line)| (*currency, name.as_str(), line)).collect()
}

pub(super) fn order(ageing: &Ageing, choice: &Choice) -> Order {
    let all = entries(ageing);
    let mut positions: Vec<u32> = (0..all.len() as u32).collect();
    positions.retain(|at| {
        let (currency, name, _) = &all[*at as usize];
        is_wanted(&choice.currency, currency.code())
            && is_wanted(&choice.customer, name)
            && holds(choice, &[name])
    });
    sort(&mut positions, &all, ageing, choice);
    Order { positions, ..Order::default() }
}

fn heads(ageing: &Ageing, choice: &Choice, lang: Lang) -> Vec<Head> {
    let head = |key: &str, word: &str, end| head(lang, choice, key, word, end);
    let mut heads = vec![
        head("name", "facet-client", false),
        head("total", "ageing-head-total", true),
        head("", "ageing-head-picture", false),
    ];
    heads.extend(ageing.buckets.iter().map(|bucket| Head {
        word: ageing::bucket_name(*bucket, lang),
        ..head(&bucket.key(), "ageing-head-total", true)
    }));
    heads.push(head("credits", "ageing-head-credits", true));
    heads.push(head("disputed", "ageing-head-disputed", true));
    heads.push(head("items", "ageing-head-items", true));
    heads
}

/// Within each currency; by the largest total unless another column was chosen. The entries come by
/// name, and what is equal stays so: no name is looked at again, and each figure is worked out once.
fn sort(positions: &mut [u32], all: &[Entry], ageing: &Ageing, choice: &Choice) {
    let at = |position: &u32| &all[*position as usize];
    let bucket = ageing.buckets.iter().position(|bucket| bucket.key() == choice.sort);
    let figure = |line: &ageing::Line| match (choice.sort.as_str(), bucket) {
        (_, Some(at)) => line.buckets[at],
        ("credits", _) => line.credits,
        ("disputed", _) => line.disputed.iter().sum(),
        ("items", _) => i64::from(line.items),
        _ => line.total(),
    };
    match (choice.sort.as_str(), choice.down) {
        ("name", true) => {
            positions.sort_by(|a, b| (at(a).0, at(b).1).cmp(&(at(b).0, at(a).1)));
        }
        ("name", false) => {}
        ("", _) | (_, true) => {
            positions.sort_by_cached_key(|p| (at(p).0, Reverse(figure(at(p).2))));
        }
        (_, false) => positions.sort_by_cached_key(|p| (at(p).0, figure(at(p).2))),
    }
}

fn group(ageing: &Ageing, currency: Currency, lang: Lang) -> Line {
    let nothing = ageing::Line::default();
    let line = ageing.totals.get(&currency).unwrap_or(&nothing);
    let mut cells = vec![
        Cell::text(format!("{} {}", currency_name(currency, lang), format::currency(currency))),
        Cell::money(Money::new(line.total(), currency)).tone("strong"),
        Cell { parts: parts(line, line.total()), ..Cell::default() },
    ];
    cells.extend(figures(line, currency, ageing, true));
    Line { is_group: true, currency: currency.code().to_owned(), cells, ..Line::default() }
}

fn customer((currency, name, line): &Entry, total: i64, ageing: &Ageing) -> Line {
    let net_credit = if line.total() < 0 { "dim" } else { "" };
    let mut cells = vec![
        Cell::text(*name),
        Cell::money(Money::new(line.total(), *currency)).tone(net_credit),
        Cell { parts: parts(line, total), ..Cell::default() },
    ];
    cells.extend(figures(line, *currency, ageing, false));
    Line {
        customer: (*name).to_owned(),
        currency: currency.code().to_owned(),
        cells,
        ..Line::default()
    }
}

/// Buckets, credits, disputed, items.
fn figures(line: &ageing::Line, currency: Currency, ageing: &Ageing, is_group: bool) -> Vec<Cell> {
    let money = |minor: i64| Cell::money(Money::new(minor, currency));
    let positive: i64 = line.buckets.iter().filter(|part| **part > 0).sum();
    let cell = |(at, bucket): (usize, &ageing::Bucket)| Cell {
        bucket: bucket.key(),
        share: if is_group { thousandths(line.buckets[at].max(0), positive) } else { 0 },
        ..money(line.buckets[at])
    };
    let mut cells: Vec<Cell> = ageing.buckets.iter().enumerate().map(cell).collect();
    cells.push(Cell { bucket: "credits".to_owned(), ..money(line.credits) });
    cells.push(Cell { bucket: "disputed".to_owned(), ..money(line.disputed.iter().sum()) });
    cells.push(Cell::end(format::count(i64::from(line.items))));
    cells
}

/// Permille of each bucket of what the currency has; credits have no length.
fn parts(line: &ageing::Line, whole: i64) -> Vec<u16> {
    line.buckets.iter().map(|part| thousandths((*part).max(0), whole)).collect()
}
