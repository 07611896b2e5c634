//! R34: the text names an instalment or several ("rate 3/12", "5-6회") and no number: the items that say of
//! themselves to be these come to the amount, all of them or the one that has it. A suggestion.

use super::r30_account::{natural, on_account};
use super::r33_month::paid;
use super::{Pass, each_receipt};
use crate::matching::case::Case;
use crate::matching::decided::Decision;
use crate::matching::evidence::Fact;
use crate::matching::instalments::{self, Instalment};
use crate::matching::pool::{Pool, Proposal, READ};
use crate::words::{Arg, Args};

pub static PASS: Pass = Pass {
    code: "R34",
    most: Decision::Suggested,
    propose: |case, pool| Box::pin(propose(case, pool)),
};

async fn propose(case: &Case, pool: &mut Pool) -> Vec<Proposal> {
    if case.sides.right.iter().all(|item| item.instalment.is_none()) {
        return Vec::new();
    }
    each_receipt(pool, |left| of_plan(case, pool, left)).await
}

fn of_plan(case: &Case, pool: &Pool, left: u32) -> Option<Proposal> {
    let receipt = &case.sides.left[left as usize];
    case.payers[left as usize]?;
    if !case.named[left as usize].is_empty() {
        return None;
    }
    pool.pace.spend(READ);
    let mut meant: Vec<Instalment> =
        receipt.texts.iter().flat_map(|text| instalments::read(text)).collect();
    meant.sort_unstable();
    meant.dedup();
    if meant.is_empty() {
        return None;
    }
    let is_meant = |at: &u32| {
        let own = case.sides.right[*at as usize].instalment;
        own.is_some_and(|own| meant.iter().any(|one| one.is(own)))
    };
    let items: Vec<u32> = on_account(case, pool, left).into_iter().filter(is_meant).collect();
    let right = paid(pool, left, items)?;
    let mut proposal = natural(case, pool, left, right, "evidence-instalment");
    let listed: Vec<String> = meant.iter().map(|one| one.number.to_string()).collect();
    let args = Args::new().with("numbers", Arg::Text(listed.join(", ")));
    proposal.facts.retain(|fact| fact.key != "evidence-instalment");
    proposal.facts.insert(0, Fact::pro("evidence-instalment", args));
    proposal.decision = proposal.decision.max(Decision::Suggested);
    Some(proposal)
}
