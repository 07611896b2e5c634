//! R31: a receipt pays exactly what is due up to some day, oldest first, and no other day fits, nor any
//! one item that is open, nor is one as large as an item of the set left out: of equal rents the amount
//! does not tell which are paid.

use super::r30_account::{fits_one, natural, on_account};
use super::{Pass, each_receipt};
use crate::base::QuickSet;
use crate::matching::case::Case;
use crate::matching::decided::Decision;
use crate::matching::pool::{Pool, Proposal};

pub static PASS: Pass =
    Pass { code: "R31", most: Decision::Auto, propose: |case, pool| Box::pin(propose(case, pool)) };

async fn propose(case: &Case, pool: &mut Pool) -> Vec<Proposal> {
    let due = |left: u32| {
        let mut items = on_account(case, pool, left);
        let due = |at: &u32| case.sides.right[*at as usize].due;
        if items.iter().any(|at| due(at).is_none()) {
            return None;
        }
        items.sort_by_key(|at| (due(at), *at));
        let target = i128::from(pool.left(left));
        let mut sum = 0;
        let mut cuts = Vec::new();
        for place in 0..items.len() {
            sum += i128::from(pool.right(items[place]));
            let day_ends = items.get(place + 1).is_none_or(|next| due(next) != due(&items[place]));
            if day_ends && sum == target && place > 0 {
                cuts.push(place + 1);
            }
        }
        let [cut] = cuts.as_slice() else { return None };
        if fits_one(pool, left, &items) {
            return None;
        }
        let of_set: QuickSet<i64> = items[..*cut].iter().map(|&at| pool.right(at)).collect();
        if items[*cut..].iter().any(|&at| of_set.contains(&pool.right(at))) {
            return None;
        }
        items.truncate(*cut);
        Some(natural(case, pool, left, items, "evidence-past-due-cleared"))
    };
    each_receipt(pool, due).await
}
