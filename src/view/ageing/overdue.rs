//! Whom to remind: customers with past-due items, their level, and what is held out of it.

use std::cmp::Ordering;

use super::{
    Cell, Choice, Line, List, Order, Show, Subject, counted, head, holds, is_selected, is_wanted,
    mail,
};
use crate::analysis::receivables::Overdue;
use crate::base::Money;
use crate::rules::Results;
use crate::view::amounts;
use crate::words::{self, Args, Lang, format};

pub(super) fn list<'a>(
    results: &'a Results,
    choice: &'a Choice,
    order: &'a Order,
    lang: Lang,
) -> List<'a> {
    let head = |key: &str, word: &str, end| head(lang, choice, key, word, end);
    let count = order.positions.len();
    List {
        heads: vec![
            head("name", "facet-client", false),
            head("level", "ageing-head-level", false),
            head("days", "ageing-head-oldest", true),
            head("due", "ageing-head-due", true),
            head("held", "ageing-head-held", true),
            head("credits", "ageing-head-credits", true),
            head("", "field-currency", false),
            head("items", "ageing-head-items", true),
        ],
        total: count,
        text: counted("ageing-count-overdue", count, lang),
        sums: amounts(&order.sums),
        line: Box::new(move |at| line(at_position(results, order, at), lang)),
    }
}

pub(super) fn subject(results: &Results, choice: &Choice, order: &Order) -> Subject {
    if choice.show != Show::Overdue || choice.selected.is_empty() {
        return Subject::default();
    }
    let picked = (0..order.positions.len()).filter(|at| is_selected(choice, *at));
    let picked: Vec<&Overdue> = picked.map(|at| at_position(results, order, at)).collect();
    let mut customers: Vec<String> = Vec::new();
    if choice.take {
        customers.extend(picked.iter().map(|line| line.customer.clone()));
        customers.sort();
        customers.dedup();
    }
    Subject {
        count: picked.len() as u32,
        count_text: format::count(picked.len() as i64),
        held_out: !picked.is_empty() && picked.iter().all(|line| line.is_held_out),
        customers,
        mail: choice.mail.map_or_else(String::new, |lang| mail::write(results, &picked, lang)),
    }
}

fn at_position<'a>(results: &'a Results, order: &Order, at: usize) -> &'a Overdue {
    &results.receivables.overdue[order.positions[at] as usize]
}

pub(super) fn order(results: &Results, choice: &Choice) -> Order {
    let all = &results.receivables.overdue;
    let mut positions: Vec<u32> = (0..all.len() as u32).collect();
    positions.retain(|at| {
        let line = &all[*at as usize];
        is_wanted(&choice.currency, line.currency.code())
            && is_wanted(&choice.customer, &line.customer)
            && holds(choice, &[&line.customer])
    });
    if !choice.sort.is_empty() {
        positions.sort_by(|a, b| compare(&all[*a as usize], &all[*b as usize], choice));
    }
    let lines = positions.iter().map(|at| &all[*at as usize]);
    Order { sums: lines.map(|line| Money::new(line.due, line.currency)).collect(), positions }
}

fn compare(a: &Overdue, b: &Overdue, choice: &Choice) -> Ordering {
    let money = |line: &Overdue, minor: i64| (line.currency, minor);
    let key = match choice.sort.as_str() {
        "name" => a.customer.cmp(&b.customer),
        "level" => a.level.cmp(&b.level),
        "days" => a.oldest_days.cmp(&b.oldest_days),
        "held" => money(a, a.held).cmp(&money(b, b.held)),
        "credits" => money(a, a.credits).cmp(&money(b, b.credits)),
        "items" => a.items.len().cmp(&b.items.len()),
        _ => money(a, a.due).cmp(&money(b, b.due)),
    };
    let key = if choice.down { key.reverse() } else { key };
    key.then_with(|| (a.currency, &a.customer).cmp(&(b.currency, &b.customer)))
}

fn line(line: &Overdue, lang: Lang) -> Line {
    let money = |minor| Money::new(minor, line.currency);
    let days = words::say(lang, "days-short", &Args::new().with("count", line.oldest_days));
    let (count, held) = (line.items.len(), line.held_items.len());
    Line {
        customer: line.customer.clone(),
        currency: line.currency.code().to_owned(),
        cells: vec![
            Cell::text(line.customer.clone()),
            Cell::toned(line.level_text(lang), if line.level > 2 { "late" } else { "" }),
            if count > 0 { Cell::end(days) } else { Cell::end("–") },
            Cell { bucket: "overdue".to_owned(), ..Cell::money(money(line.due)) },
            Cell { bucket: "overdue".to_owned(), ..Cell::money(money(line.held)) }.tone("dim"),
            Cell { bucket: "credits".to_owned(), ..Cell::money(money(line.credits)) },
            Cell::toned(format::currency(line.currency), "dim"),
            Cell::end(format::count((count + held) as i64)),
        ],
        ..Line::default()
    }
}
