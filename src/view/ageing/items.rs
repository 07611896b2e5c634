//! The items behind the buckets, each with the cell that says its amount.

use std::cmp::Ordering;

use super::{Cell, Choice, Line, List, Order, counted, head, holds, is_wanted};
use crate::analysis::ageing::{Aged, Ageing, Basis, Bucket, bucket_name};
use crate::rules::Results;
use crate::view::amounts;
use crate::view::sources::Sources;
use crate::words::{self, Args, Lang, format};

pub(super) fn list<'a>(
    results: &'a Results,
    ageing: &'a Ageing,
    choice: &'a Choice,
    order: &'a Order,
    lang: Lang,
) -> List<'a> {
    let head = |key: &str, word: &str, end| head(lang, choice, key, word, end);
    let from = match ageing.choices.policy.basis {
        Basis::Due => "field-due-date",
        Basis::Invoice => "ageing-head-from",
        Basis::Service => "field-service-date",
        Basis::Posting => "field-booking-date",
    };
    let sources = Sources::of(results);
    let count = order.positions.len();
    List {
        heads: vec![
            head("number", "field-invoice-no", false),
            head("name", "facet-client", false),
            head("billed", "field-invoice-date", true),
            head("from", from, true),
            head("days", "ageing-head-days", true),
            head("bucket", "ageing-head-bucket", false),
            head("open", "field-open-amount", true),
            head("", "field-currency", false),
            head("", "ageing-head-marks", false),
        ],
        total: count,
        text: counted("ageing-count-items", count, lang),
        sums: amounts(&order.sums),
        line: Box::new(move |at| {
            let item = &ageing.items[order.positions[at] as usize];
            Line { source: Some(sources.tag(item.source)), ..line(item, lang) }
        }),
    }
}

pub(super) fn order(ageing: &Ageing, choice: &Choice) -> Order {
    let item = |at: &u32| &ageing.items[*at as usize];
    let mut positions: Vec<u32> = (0..ageing.items.len() as u32).collect();
    positions.retain(|at| belongs(item(at), ageing, choice));
    positions.sort_by(|a, b| compare(item(a), item(b), choice));
    Order { sums: positions.iter().map(|at| item(at).open).collect(), positions }
}

fn belongs(item: &Aged, ageing: &Ageing, choice: &Choice) -> bool {
    let overdue = || item.overdue_days(ageing.choices.as_of).is_some() && item.open.minor > 0;
    let in_bucket = match choice.bucket.as_deref() {
        None => true,
        Some("overdue") => overdue(),
        Some("credits") => item.unapplied,
        Some("disputed") => item.disputed,
        Some(key) => item.bucket.key() == key,
    };
    in_bucket
        && is_wanted(&choice.currency, item.open.currency.code())
        && is_wanted(&choice.customer, &item.customer)
        && holds(choice, &[&item.customer, item.number.as_deref().unwrap_or_default()])
}

/// The oldest first unless another column was chosen; the place in the file decides at last.
fn compare(a: &Aged, b: &Aged, choice: &Choice) -> Ordering {
    let key = match choice.sort.as_str() {
        "number" => a.number.cmp(&b.number),
        "name" => a.customer.cmp(&b.customer),
        "billed" => a.billed.cmp(&b.billed),
        "from" => a.from.cmp(&b.from),
        "open" => (a.open.currency, a.open.minor).cmp(&(b.open.currency, b.open.minor)),
        "days" | "bucket" => a.days.cmp(&b.days),
        _ => b.days.cmp(&a.days),
    };
    let place = |item: &Aged| (item.source.table, item.source.row);
    let key = if choice.down && !choice.sort.is_empty() { key.reverse() } else { key };
    key.then_with(|| place(a).cmp(&place(b)))
}

fn line(item: &Aged, lang: Lang) -> Line {
    let date = |day: Option<crate::base::Date>| {
        Cell::end(day.map_or_else(String::new, |day| format::date(lang, day)))
    };
    let days = item.days.map_or_else(String::new, |days| {
        words::say(lang, "days-short", &Args::new().with("count", days))
    });
    let is_late = matches!(item.bucket, Bucket::Late(..)) && item.open.minor > 0;
    let marks = [
        (item.disputed, "ageing-mark-disputed"),
        (item.on_plan, "ageing-mark-plan"),
        (item.unapplied, "ageing-mark-credit"),
        (item.due_assumed, "ageing-mark-assumed"),
    ];
    let marks: Vec<String> =
        marks.iter().filter(|(is, _)| *is).map(|(_, key)| words::text(lang, key)).collect();
    Line {
        customer: item.customer.clone(),
        currency: item.open.currency.code().to_owned(),
        cells: vec![
            Cell::toned(item.number.clone().unwrap_or_default(), "id"),
            Cell::text(item.customer.clone()),
            date(item.billed),
            date(item.from),
            Cell::end(days).tone(if is_late { "late" } else { "" }),
            Cell::text(bucket_name(item.bucket, lang)),
            Cell::money(item.open),
            Cell::toned(format::currency(item.open.currency), "dim"),
            Cell::toned(marks.join(", "), "dim"),
        ],
        ..Line::default()
    }
}
