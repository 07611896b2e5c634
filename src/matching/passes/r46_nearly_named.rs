//! R46: a long number of the payer's own item with one slip, and an amount that is far off: a part
//! payment, or more than is open. All receipts that mean the item go together; never by machine.

use std::collections::BTreeMap;

use super::Pass;
use super::r27_disturbed_apart::difference;
use crate::matching::case::Case;
use crate::matching::decided::Decision;
use crate::matching::pool::{Pool, Proposal};

pub static PASS: Pass = Pass {
    code: "R46",
    most: Decision::Suggested,
    propose: |case, pool| Box::pin(propose(case, pool)),
};

/// Shorter numbers have neighbours.
const CHARS_MIN: usize = 8;
const SLIPS_MAX: u8 = 1;

async fn propose(case: &Case, pool: &mut Pool) -> Vec<Proposal> {
    let mut of_item: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for left in pool.lefts() {
        pool.look().await;
        let mut items = case.meant(left);
        items.retain(|&at| pool.right(at) != 0 && !pool.is_refused(left, at));
        if let &[one] = items.as_slice()
            && case.agrees(left as usize, one as usize)
            && pool.left(left).signum() == pool.right(one).signum()
        {
            of_item.entry(one).or_default().push(left);
        }
    }
    let proposals = of_item.into_iter().filter_map(|(item, receipts)| {
        let near = receipts.iter().all(|&left| is_near(case, left, item));
        let received: i64 = receipts.iter().map(|&at| pool.left(at)).sum();
        // Several receipts that come to more than the item are not one payment of it.
        let crowd = receipts.len() > 1 && received.abs() > pool.right(item).abs();
        (near && !crowd).then(|| difference(case, pool, receipts, vec![item]))
    });
    proposals.collect()
}

fn is_near(case: &Case, left: u32, item: u32) -> bool {
    case.mention(left as usize, item as usize).is_some_and(|mention| {
        let long = mention.like.as_ref().is_some_and(|key| key.len() >= CHARS_MIN);
        mention.strong || (long && mention.slips <= SLIPS_MAX)
    })
}
