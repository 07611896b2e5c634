//! R29: nothing is named, and of the payer's open items exactly one is a little more than what came
//! in: a bank's fee or a small deduction. A suggestion.

use super::r27_disturbed_apart::apart;
use super::{Pass, each_receipt, items_of_payer};
use crate::matching::case::Case;
use crate::matching::decided::Decision;
use crate::matching::pool::{Pool, Proposal};

pub static PASS: Pass = Pass {
    code: "R29",
    most: Decision::Suggested,
    propose: |case, pool| Box::pin(propose(case, pool)),
};

/// Hundredths of a percent of what is open that a receipt may be short, or over.
const SHORT_BP: i128 = 300;
const OVER_BP: i128 = 10;

async fn propose(case: &Case, pool: &mut Pool) -> Vec<Proposal> {
    let alone = |left: u32| {
        let received = i128::from(pool.left(left));
        let mut items = items_of_payer(case, pool, left);
        items.retain(|&at| {
            let open = i128::from(pool.right(at));
            let off = (received - open) * open.signum() * 10_000;
            (-SHORT_BP * open.abs()..=OVER_BP * open.abs()).contains(&off)
                && !case.names_another(left, &[at])
        });
        let &[one] = items.as_slice() else { return None };
        // Where the text names others, it is not for this one.
        let meant = case.meant(left);
        (meant.is_empty() || meant == [one]).then(|| apart(case, pool, vec![left], vec![one]))?
    };
    each_receipt(pool, alone).await
}
