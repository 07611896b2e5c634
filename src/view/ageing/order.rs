//! Which lines the list has and in what order; kept by the worker while it is scrolled, since a
//! million items are not sorted for each window.

use super::{Choice, Show, customers, items, overdue, roll};
use crate::base::Sums;
use crate::rules::Results;

/// What the order depends on besides the results: the choice without its window and selection.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct OrderKey(Choice);

/// Positions in what is listed: items, customers of the ageing or of the roll-forward, reminders.
#[derive(Clone, Debug, Default)]
pub struct Order {
    pub(super) positions: Vec<u32>,
    pub(super) sums: Sums,
}

impl OrderKey {
    pub fn of(choice: &Choice) -> OrderKey {
        OrderKey(Choice {
            show: choice.show,
            currency: choice.currency.clone(),
            customer: choice.customer.clone(),
            bucket: choice.bucket.clone(),
            find: choice.find.clone(),
            sort: choice.sort.clone(),
            down: choice.down,
            ..Choice::default()
        })
    }
}

pub fn order(results: &Results, OrderKey(choice): &OrderKey) -> Order {
    let Ok(ageing) = &results.receivables.ageing else { return Order::default() };
    match choice.show {
        Show::Customers => customers::order(ageing, choice),
        Show::Items => items::order(ageing, choice),
        Show::Overdue => overdue::order(results, choice),
        Show::Roll => roll::order(results, choice),
    }
}
