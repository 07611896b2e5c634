//! The cascade: passes as data, in the order in which they run. Evidence stands above number: what
//! a reference proves comes before what only amounts suggest.
//!
//! To add one: a file with one `static PASS`, and its two lines here.

mod r00_reversal;
mod r10_advice;
mod r11_reference;
mod r12_references;
mod r20_weak_reference;
mod r21_tolerance;
mod r22_partial;
mod r23_over;
mod r24_disturbed;
mod r25_disturbed_off;
mod r26_named_in_part;
mod r27_disturbed_apart;
mod r28_disturbed_coded;
mod r29_apart_alone;
mod r30_account;
mod r31_past_due;
mod r32_group;
mod r33_month;
mod r34_instalment;
mod r35_payout;
mod r40_amount;
mod r41_share;
mod r42_in_turn;
mod r45_family;
mod r46_nearly_named;
mod r50_one_to_many;
mod r51_many_to_one;
mod r52_many_to_many;
pub(in crate::matching) mod r60_exchange;
mod r70_oldest_first;

use std::future::Future;
use std::pin::Pin;

use super::case::Case;
use super::decided::{Decision, Match};
use super::evidence::Fact;
use super::pool::{Pool, Proposal};
use super::rulings::Rulings;
use super::run::Outcome;
use super::solve::{Band, Centre, Search, Solution, pairs, solve};
use crate::words::{Arg, Args};

/// One way to find matches.
pub struct Pass {
    /// Never used twice; `pass-r11` is its word key.
    pub code: &'static str,
    /// The most that it may decide.
    pub most: Decision,
    pub propose: for<'a> fn(&'a Case, &'a mut Pool) -> Proposing<'a>,
}

/// A pass at work: it rests after each row that it looks at.
pub type Proposing<'a> = Pin<Box<dyn Future<Output = Vec<Proposal>> + 'a>>;

pub static PASSES: &[&Pass] = &[
    &r00_reversal::PASS,
    &r10_advice::PASS,
    &r11_reference::PASS,
    &r12_references::PASS,
    &r20_weak_reference::PASS,
    &r21_tolerance::PASS,
    &r24_disturbed::PASS,
    &r28_disturbed_coded::PASS,
    &r25_disturbed_off::PASS,
    &r30_account::PASS,
    &r31_past_due::PASS,
    &r26_named_in_part::PASS,
    &r27_disturbed_apart::PASS,
    &r22_partial::PASS,
    &r23_over::PASS,
    &r33_month::PASS,
    &r34_instalment::PASS,
    &r35_payout::PASS,
    &r32_group::PASS,
    &r40_amount::PASS,
    &r41_share::PASS,
    &r42_in_turn::PASS,
    &r52_many_to_many::PASS,
    &r50_one_to_many::PASS,
    &r51_many_to_one::PASS,
    &r29_apart_alone::PASS,
    &r46_nearly_named::PASS,
    &r45_family::PASS,
    &r60_exchange::PASS,
    &r70_oldest_first::PASS,
];

/// Passes that find by evidence. The policy runs when they have found all that they can.
pub fn finding() -> Vec<&'static Pass> {
    PASSES.iter().copied().filter(|pass| !is_policy(pass.code)).collect()
}

pub fn is_policy(code: &str) -> bool {
    code == r70_oldest_first::PASS.code
}

/// Which items are meant is not proved by what is suggested: another set would do as well, or an item of
/// the same amount; or the bank may have taken the receipt back. It is not to be taken with all that was
/// proved.
pub fn is_unproved(found: &Match) -> bool {
    const DOUBTS: [&str; 3] =
        ["evidence-equal-items", "evidence-equal-receipts", "veto-missing-line"];
    let in_doubt = found.facts.iter().any(|fact| DOUBTS.contains(&fact.key));
    is_policy(found.pass) || found.other.is_some() || in_doubt
}

/// Passes that did not run, with the word key of why: the house left matching off, or the pass needs what
/// no file holds, or only a person switches it on.
pub fn not_run(outcome: &Outcome, rulings: &Rulings) -> Vec<(&'static str, &'static str)> {
    if outcome.left_off {
        return PASSES.iter().map(|pass| (pass.code, "pass-left-off")).collect();
    }
    let sides = &outcome.sides;
    let rates = sides.rates.is_empty().then_some(("R60", "pass-needs-rates"));
    let choice = rulings.oldest_first.is_empty().then_some(("R70", "pass-needs-choice"));
    rates.into_iter().chain(choice).collect()
}

impl Pass {
    /// Key of its name in the word catalogue.
    pub fn word(&self) -> String {
        word(self.code)
    }
}

pub fn word(code: &str) -> String {
    format!("pass-{}", code.to_lowercase())
}

/// Every receipt with the open items that it names, and every item with the receipts that name it.
async fn named(
    case: &Case,
    pool: &Pool,
    takes: impl Fn(&super::case::Mention) -> bool,
) -> Vec<(Centre, Vec<u32>)> {
    let mut all = Vec::new();
    for left in pool.lefts() {
        pool.look().await;
        let mentions = case.mentions[left as usize].iter().filter(|m| takes(m));
        let mut items: Vec<u32> =
            mentions.map(|m| m.item).filter(|&item| pool.right(item) != 0).collect();
        items.retain(|&item| !pool.is_refused(left, item));
        items.sort_unstable();
        items.dedup();
        let items = nearest_few(items, |item| case.mention(left as usize, item as usize));
        if !items.is_empty() {
            all.push((Centre::Receipt(left), items));
        }
    }
    for right in pool.rights() {
        pool.look().await;
        let receipts = case.mentioned_by[right as usize].iter().copied().filter(|&left| {
            pool.left(left) != 0
                && !pool.is_refused(left, right)
                && case.mention(left as usize, right as usize).is_some_and(&takes)
        });
        let receipts =
            nearest_few(receipts.collect(), |left| case.mention(left as usize, right as usize));
        if receipts.len() > 1 {
            all.push((Centre::Item(right), receipts));
        }
    }
    all
}

/// Of more than a search should take those that are named best; of equally near ones all or none.
fn nearest_few<'m>(
    members: Vec<u32>,
    mention: impl Fn(u32) -> Option<&'m super::case::Mention>,
) -> Vec<u32> {
    if members.len() <= NAMED_MAX {
        return members;
    }
    let slips = |at: u32| mention(at).map_or(u8::MAX, |mention| mention.slips);
    let most = (0..=u8::MAX)
        .take_while(|most| members.iter().filter(|&&at| slips(at) <= *most).count() <= NAMED_MAX);
    let most = most.last().unwrap_or(0);
    members.into_iter().filter(|&at| slips(at) <= most).collect()
}

/// What is proposed of each open receipt by itself.
async fn each_receipt(pool: &Pool, propose: impl Fn(u32) -> Option<Proposal>) -> Vec<Proposal> {
    let mut proposals = Vec::new();
    for left in pool.lefts() {
        pool.look().await;
        proposals.extend(propose(left));
    }
    proposals
}

/// Solutions over the named, one by one.
async fn solved(
    case: &Case,
    pool: &mut Pool,
    band: Band,
    takes: impl Fn(&super::case::Mention) -> bool,
) -> Vec<(Centre, Solution)> {
    let mut found = Vec::new();
    for (centre, members) in named(case, pool, takes).await {
        pool.look().await;
        if let Some(solution) = solve(case, pool, Search::new(centre, &members, band)) {
            found.push((centre, solution));
        }
    }
    found
}

/// Solutions that a machine may take where mentions alone do not decide: the payer is certainly
/// each item's customer, no other set fits, chance is unlikely, and no item that goes unnamed has
/// the amount of one that is named only nearly.
async fn agreed(
    case: &Case,
    pool: &mut Pool,
    band: Band,
    takes: impl Fn(&super::case::Mention) -> bool,
) -> Vec<Proposal> {
    let mut proposals = Vec::new();
    for (centre, solution) in solved(case, pool, band, takes).await {
        pool.look().await;
        let (left, right) = solution.sides(centre);
        let sure = pairs(&left, &right).all(|(l, r)| {
            case.agrees_certainly(l as usize, r as usize) && !has_rival(case, pool, l, r, band)
        });
        let likely = solution.chance <= case.options.auto_chance_max;
        if sure && likely && solution.is_proved() {
            let proposal = solution.proposal(case, centre, Decision::Auto);
            proposals.push(guarded(case, pool, proposal));
        }
    }
    proposals
}

/// Slips up to which a reference tells two items of one amount apart.
const TELLING_SLIPS: u8 = 1;

/// Another item of the customer has the same amount, and the reference is too far from the item's to
/// tell the two apart.
fn has_rival(case: &Case, pool: &Pool, left: u32, right: u32, band: Band) -> bool {
    let slips = case.mention(left as usize, right as usize).map_or(0, |mention| mention.slips);
    let Some(customer) = case.customers.of_item[right as usize] else { return false };
    if slips <= TELLING_SLIPS && band == Band::Exact {
        return false;
    }
    // A house may mean the like item of any of its customers.
    let house = case.payers[left as usize].map(|payer| payer.customer);
    let house = house.filter(|house| case.customers.covers(*house, customer));
    let customer = house.unwrap_or(customer);
    let own = &case.sides.right[right as usize];
    let (short, over) = match band {
        Band::Exact => (0, 0),
        Band::Tolerant => case.tolerance_of_item(right).band(own.amount),
    };
    let all = case.items_of.get(&customer).map_or(&[][..], Vec::as_slice);
    pool.scan(all.len());
    all.iter().any(|&at| {
        at != right
            && (short..=over).contains(&(pool.right(at) - pool.right(right)))
            && case.compatible(left as usize, at as usize)
            && case.in_window(left as usize, at as usize)
    })
}

/// What the receipts' own words say against a set: a reference to an open item that it leaves out,
/// and a count ("외 3건") that is not the set's. Then a person decides.
fn guarded(case: &Case, pool: &Pool, mut proposal: Proposal) -> Proposal {
    let mentions = proposal.left.iter().flat_map(|&at| &case.mentions[at as usize]);
    let left_out = mentions
        .filter(|m| m.strong && !proposal.right.contains(&m.item) && pool.right(m.item) != 0)
        .map(|m| m.token.clone())
        .next();
    if let Some(token) = left_out {
        proposal.decision = proposal.decision.max(Decision::Suggested);
        let args = Args::new().with("token", Arg::Text(token));
        proposal.facts.push(Fact::contra("evidence-reference-left-out", args));
    }
    let count = match proposal.left.as_slice() {
        [one] => case.counts[*one as usize].map(|count| (count, case.meant(*one).len())),
        _ => None,
    };
    if let Some((count, named)) = count {
        let all = count.after_one().max((named + count.unnamed(named)) as u32);
        let args = Args::new().with("count", Arg::Count(all.into()));
        if count.fits(proposal.right.len(), named) {
            proposal.facts.push(Fact::pro("evidence-count", args));
        } else {
            proposal.facts.push(Fact::contra("evidence-count-differs", args));
            proposal.decision = proposal.decision.max(Decision::Suggested);
        }
    }
    proposal
}

/// Open items of a receipt's payer, nearest dates first, no more than a search can finish.
fn items_of_payer(case: &Case, pool: &Pool, left: u32) -> Vec<u32> {
    let Some(payer) = case.payers[left as usize] else { return Vec::new() };
    let all = pool.items_of(payer.customer);
    let reached = |&&at: &&u32| {
        pool.right(at) != 0
            && !pool.is_refused(left, at)
            && !case.sides.right[at as usize].held
            && case.compatible(left as usize, at as usize)
            && case.in_window(left as usize, at as usize)
    };
    all.iter().filter(reached).copied().collect()
}

/// Open receipts of an item's customer.
fn receipts_of_customer(case: &Case, pool: &Pool, right: u32) -> Vec<u32> {
    let Some(customer) = case.customers.of_item[right as usize] else { return Vec::new() };
    let houses = case.customers.houses_of(customer).iter();
    let of_houses = houses.flat_map(|house| pool.receipts_of(*house));
    let all = pool.receipts_of(customer).iter().chain(of_houses);
    let reached = |&&at: &&u32| {
        pool.left(at) != 0
            && !pool.is_refused(at, right)
            && case.compatible(at as usize, right as usize)
            && case.in_window(at as usize, right as usize)
    };
    all.filter(reached).copied().collect()
}

/// Nearly named items that one search takes in; those that are named whole always are.
const NAMED_MAX: usize = 16;

/// Larger pools prove nothing: nearly every total is some set's.
const POOL_MAX: usize = 40;
