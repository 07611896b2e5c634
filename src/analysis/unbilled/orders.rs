//! Purchase orders that have ended, or of which too little is left for the jobs that name them.
//!
//! Jobs draw on an order in the order of their dates. What the register calls used was billed
//! before; an order that stands on several rows says nothing sure. Another currency draws nothing; a list of
//! jobs without one draws in that of the order.

use std::collections::BTreeMap;

use super::JobBilling;
use crate::base::{Date, Money, fold_id};
use crate::model::{Book, Row};
use crate::table::Field;

/// Which jobs an order is too small or too old for.
#[derive(Default)]
pub struct OrdersLeft(Vec<bool>);

impl OrdersLeft {
    pub(super) fn of(book: &Book, jobs: &[JobBilling]) -> OrdersLeft {
        let orders = orders(book);
        if orders.is_empty() {
            return OrdersLeft::default();
        }
        let mut drawing: BTreeMap<String, Vec<(Option<Date>, usize)>> = BTreeMap::new();
        for (at, job) in book.jobs().enumerate() {
            let po = job.0.text(Field::PoNo).map(fold_id);
            if let Some(po) = po.filter(|po| orders.contains_key(po)) {
                drawing.entry(po).or_default().push((job.trigger(), at));
            }
        }
        let mut short = vec![false; jobs.len()];
        for (po, mut named) in drawing {
            named.sort_unstable();
            let order = orders[&po];
            let left = left(order);
            let mut drawn = 0_i64;
            for (day, at) in named {
                let end = order.date(Field::ValidTo);
                let is_over = end.zip(day).is_some_and(|(end, day)| end < day);
                let value = jobs[at].expected.or(jobs[at].billed);
                if let Some((value, left)) = value.zip(left).filter(|(v, l)| draws(*v, *l)) {
                    drawn = drawn.saturating_add(value.minor);
                    short[at] = drawn > left.minor;
                }
                short[at] |= is_over;
            }
        }
        OrdersLeft(short)
    }

    pub(super) fn is_short(&self, job: usize) -> bool {
        self.0.get(job).copied().unwrap_or_default()
    }
}

fn orders(book: &Book) -> BTreeMap<String, Row<'_>> {
    let mut rows: BTreeMap<String, Vec<Row>> = BTreeMap::new();
    for row in book.orders() {
        if let Some(po) = row.text(Field::PoNo) {
            rows.entry(fold_id(po)).or_default().push(row);
        }
    }
    rows.into_iter()
        .filter(|(_, rows)| rows.len() == 1)
        .filter_map(|(po, rows)| Some((po, *rows.first()?)))
        .collect()
}

fn left(order: Row) -> Option<Money> {
    if let Some(balance) = order.money(Field::PoBalance) {
        return Some(balance);
    }
    let whole = order.money(Field::PoAmount)?;
    let used = order.money(Field::PoUsed).map_or(0, |used| used.minor);
    Some(Money::new(whole.minor.saturating_sub(used), whole.currency))
}

fn draws(value: Money, left: Money) -> bool {
    value.currency == left.currency || left.currency.is_none() || value.currency.is_none()
}
