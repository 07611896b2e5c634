//! R32: a receipt pays exactly the items of its payer that have one due date, one month, or one order or
//! job in common.

use std::collections::BTreeMap;

use chrono::Datelike;

use super::r30_account::{natural, on_account};
use super::{Pass, each_receipt};
use crate::base::Date;
use crate::matching::case::Case;
use crate::matching::decided::Decision;
use crate::matching::item::Item;
use crate::matching::pool::{Pool, Proposal};

pub static PASS: Pass = Pass {
    code: "R32",
    most: Decision::Suggested,
    propose: |case, pool| Box::pin(propose(case, pool)),
};

/// What items may have in common.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Common<'i> {
    Due(Date),
    Month(i32, u32),
    /// An identifier, by the name of its column.
    Named(&'i str, &'i str),
}

async fn propose(case: &Case, pool: &mut Pool) -> Vec<Proposal> {
    let grouped = |left: u32| {
        let mut groups: BTreeMap<Common, Vec<u32>> = BTreeMap::new();
        for at in on_account(case, pool, left) {
            for common in commons(&case.sides.right[at as usize]) {
                groups.entry(common).or_default().push(at);
            }
        }
        let total =
            |items: &[u32]| items.iter().map(|&at| i128::from(pool.right(at))).sum::<i128>();
        let mut paid: Vec<Vec<u32>> = groups
            .into_values()
            .filter(|items| items.len() > 1 && total(items) == i128::from(pool.left(left)))
            .collect();
        paid.sort();
        paid.dedup();
        let [_] = paid.as_slice() else { return None };
        let mut proposal = natural(case, pool, left, paid.remove(0), "evidence-group");
        proposal.decision = Decision::Suggested;
        Some(proposal)
    };
    each_receipt(pool, grouped).await
}

fn commons(item: &Item) -> impl Iterator<Item = Common<'_>> {
    let month = item.date.map(|date| Common::Month(date.year(), date.month()));
    let named = item.references.iter().map(|r| Common::Named(&r.name, &r.text));
    item.due.map(Common::Due).into_iter().chain(month).chain(named)
}
