//! R60: a receipt pays one open item of another currency, by the rate of its day and within half a
//! percent and a bank's fee; and it names the item, or its payer is the item's customer. A suggestion.
//!
//! The two are never added: each is closed in its own currency, and the difference has a code.

use super::{Pass, each_receipt};
use crate::matching::case::Case;
use crate::matching::decided::Decision;
use crate::matching::evidence::Fact;
use crate::matching::exchange::{Exchanged, exchanged};
use crate::matching::pool::{Pool, Proposal};
use crate::matching::tolerance::Difference;
use crate::words::{Arg, Args, format};

pub static PASS: Pass = Pass {
    code: "R60",
    most: Decision::Suggested,
    propose: |case, pool| Box::pin(propose(case, pool)),
};

/// Hundredths of a percent that banks take between the day's rate and their own.
const BAND_BP: i128 = 50;

async fn propose(case: &Case, pool: &mut Pool) -> Vec<Proposal> {
    if case.sides.rates.is_empty() {
        return Vec::new();
    }
    each_receipt(pool, |left| propose_one(case, pool, left)).await
}

fn propose_one(case: &Case, pool: &Pool, left: u32) -> Option<Proposal> {
    let at = left as usize;
    let fits = |item: &u32| is_candidate(case, pool, left, *item);
    let named: Vec<u32> = case.named[at].iter().copied().filter(fits).collect();
    let own = case.payers[at].and_then(|payer| case.items_of.get(&payer.customer));
    pool.scan(own.map_or(0, Vec::len));
    let all = match named.is_empty() {
        false => named,
        true => own.into_iter().flatten().copied().filter(fits).collect(),
    };
    let (&right, others) = all.split_first()?;
    let held = case.sides.right[right as usize].held;
    let mut facts = rate_facts(case, left, right);
    facts.extend(held.then(|| Fact::contra("veto-held", Args::new())));
    let other = others.first().map(|&other| (vec![left], vec![other]));
    let decision = if other.is_some() { Decision::Ambiguous } else { Decision::Suggested };
    let stated = of(case, left, right).map(|exchanged| vec![exchanged.money.minor]);
    let code = Some(Difference::Exchange);
    Some(Proposal { decision, left: vec![left], right: vec![right], code, facts, other, stated })
}

/// Both are whole, of one company and of two currencies; nothing forbids them, and they come within
/// the band.
fn is_candidate(case: &Case, pool: &Pool, left: u32, right: u32) -> bool {
    let (l, r) = (left as usize, right as usize);
    let (receipt, item) = (&case.sides.left[l], &case.sides.right[r]);
    let whole = pool.left(left) == receipt.amount && pool.right(right) == item.amount;
    let allowed = receipt.currency != item.currency
        && case.same_company(l, r)
        && !case.conflicts(l, r)
        && case.in_window(l, r)
        && !pool.is_refused(left, right);
    let Some(exchanged) = of(case, left, right).filter(|_| whole && allowed) else {
        return false;
    };
    let worth = i128::from(exchanged.money.minor);
    let band = worth.abs() * BAND_BP / 10_000;
    let fee = i128::from(case.tolerance_of_receipt(left).short_minor);
    let off = (i128::from(receipt.amount) - worth) * worth.signum();
    worth.signum() == i128::from(receipt.amount).signum() && (-band - fee..=band).contains(&off)
}

fn of(case: &Case, left: u32, right: u32) -> Option<Exchanged<'_>> {
    let (receipt, item) = (&case.sides.left[left as usize], &case.sides.right[right as usize]);
    exchanged(&case.sides.rates, item, receipt)
}

/// Received less what the item is worth on that day, in the receipt's currency.
pub(in crate::matching) fn difference(case: &Case, left: u32, right: u32) -> i64 {
    let received = case.sides.left[left as usize].amount;
    of(case, left, right).map_or(0, |exchanged| received - exchanged.money.minor)
}

pub(in crate::matching) fn rate_facts(case: &Case, left: u32, right: u32) -> Vec<Fact> {
    let item = &case.sides.right[right as usize];
    let mut facts = Vec::new();
    if case.named[left as usize].contains(&right) {
        let token = item.number.clone().unwrap_or_default();
        let args = Args::new().with("token", Arg::Text(token));
        facts.push(Fact::pro("evidence-reference-whole", args));
    }
    let Some(Exchanged { money, rate }) = of(case, left, right) else { return facts };
    let args = Args::new()
        .with("amount", Arg::Money(item.money()))
        .with("worth", Arg::Money(money))
        .with("from", rate.from.code())
        .with("to", rate.to.code())
        .with("rate", format::number(rate.rate))
        .with("date", Arg::Date(rate.date));
    facts.push(Fact::pro("evidence-exchange-rate", args));
    let off = difference(case, left, right);
    if off != 0 {
        let by = Arg::Money(crate::base::Money::new(off, money.currency));
        facts.push(Fact::contra("evidence-amount-differs", Args::new().with("by", by)));
    }
    facts
}
