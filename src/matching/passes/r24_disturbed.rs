//! R24: references that were disturbed on the way. They decide nothing by themselves: by machine
//! only where the payer is certain, the amount is exact, no other set of the named items fits, and
//! nothing that the payer owes is nearer to the text. Where nothing says who paid, only a long number
//! with a slip that leads to no other number, beside an amount that nothing else has.

use super::{Pass, agreed, guarded, solved};
use crate::base::{Currency, QuickMap};
use crate::matching::case::{Case, Mention};
use crate::matching::decided::Decision;
use crate::matching::item::Item;
use crate::matching::pool::{Pool, Proposal};
use crate::matching::solve::{Band, Centre};

pub static PASS: Pass =
    Pass { code: "R24", most: Decision::Auto, propose: |case, pool| Box::pin(propose(case, pool)) };

/// Digits of a number that is long enough to be told by all but one of them.
const LONG_DIGITS: usize = 9;

async fn propose(case: &Case, pool: &mut Pool) -> Vec<Proposal> {
    let mut proposals = agreed(case, pool, Band::Exact, |m| !m.far).await;
    proposals.extend(unsigned(case, pool).await);
    proposals
}

/// Receipts of which nothing says who paid.
async fn unsigned(case: &Case, pool: &mut Pool) -> Vec<Proposal> {
    if pool.lefts().all(|left| case.payers[left as usize].is_some()) {
        return Vec::new();
    }
    let receipts = amounts(&case.sides.left, pool).await;
    let items = amounts(&case.sides.right, pool).await;
    let found = solved(case, pool, Band::Exact, |m| !m.far).await;
    let sure = found.into_iter().filter(|(centre, solution)| {
        let &Centre::Receipt(left) = centre else { return false };
        let &[right] = solution.members.as_slice() else { return false };
        let item = &case.sides.right[right as usize];
        let alone = |all: &Amounts| all.get(&(item.currency, item.amount)) == Some(&1);
        let all = &case.mentions[left as usize];
        case.payers[left as usize].is_none()
            && solution.is_proved()
            && alone(&receipts)
            && alone(&items)
            && all.iter().all(|m| m.item == right)
            && all.iter().any(is_slip)
    });
    let sure = sure.map(|(centre, s)| s.proposal(case, centre, Decision::Auto));
    sure.map(|proposal| guarded(case, pool, proposal)).collect()
}

type Amounts = QuickMap<(Currency, i64), u32>;

async fn amounts(items: &[Item], pool: &Pool) -> Amounts {
    let mut all = Amounts::default();
    let count = |item: &Item| *all.entry((item.currency, item.amount)).or_default() += 1;
    pool.pace.each(items, count).await;
    all
}

/// One slip in a long number. A digit in another's place leads to a neighbour's number as well, which
/// may have been paid before.
fn is_slip(mention: &Mention) -> bool {
    let Some(key) = &mention.like else { return false };
    let digits = key.bytes().filter(u8::is_ascii_digit).count();
    let other = mention.token.bytes().zip(key.bytes()).filter(|(a, b)| a != b);
    let replaced = mention.token.len() == key.len()
        && other.clone().count() == 1
        && other.clone().all(|(a, b)| a.is_ascii_digit() && b.is_ascii_digit());
    mention.slips <= 1 && digits >= LONG_DIGITS && !replaced
}
