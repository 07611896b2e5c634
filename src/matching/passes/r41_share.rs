//! R41: the receipt is one open item of the payer less a share that is kept back by custom or law:
//! a cash discount, tax withheld. A suggestion.

use super::{Pass, items_of_payer};
use crate::base::Decimal;
use crate::matching::case::Case;
use crate::matching::decided::Decision;
use crate::matching::evidence::Fact;
use crate::matching::pool::{Pool, Proposal};
use crate::matching::tolerance::known_share;
use crate::words::{Arg, Args};

pub static PASS: Pass = Pass { code: "R41", most: Decision::Suggested, propose };

fn propose(case: &Case, pool: &mut Pool) -> Vec<Proposal> {
    let lefts: Vec<u32> = pool.lefts().collect();
    let shares = lefts.into_iter().filter_map(|left| {
        let received = pool.left(left);
        let items = items_of_payer(case, pool, left);
        let fitting: Vec<_> = items
            .into_iter()
            .filter(|&at| !case.names_another(left, &[at]))
            .filter_map(|at| known_share(pool.right(at), received).map(|share| (at, share)))
            .collect();
        let &[(item, (bp, code))] = fitting.as_slice() else { return None };
        let mut facts = Vec::new();
        let args = Args::new().with("share", Arg::percent(Decimal::new(bp, 4)));
        facts.push(Fact::pro("evidence-share", args));
        Some(Proposal {
            decision: Decision::Suggested,
            left: vec![left],
            right: vec![item],
            code: Some(code),
            facts,
            other: None,
            stated: None,
        })
    });
    shares.collect()
}
