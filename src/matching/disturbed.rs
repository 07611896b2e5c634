//! What a receipt's text may name where it was disturbed: tokens that name nothing, held against keys
//! one slip away, and against all keys of the payer. Candidates only: what decides is amount and payer.
//!
//! Invariant: of several items that one token is like, all but the nearest are marked far.

use std::collections::BTreeMap;

use super::case::{Case, Mention, read};
use super::near::{NearIndex, is_cut, letters, may_be, read_as_digits, slips};
use super::reference::KeyIndex;
use crate::base::turns::Pace;

/// Items of a payer against which a disturbed reference is held one by one.
const COMPARED_MAX: usize = 250;
/// The shortest token that is held against the keys of the payer, and the shortest end of one.
const TOKEN_CHARS_MIN: usize = 6;
const END_CHARS_MIN: usize = 5;
/// An end that more of the payer's items share names none of them.
const END_HOLDERS_MAX: usize = 2;
/// An amount that more items have leads to none of them, and shorter numbers are too like each other.
const AMOUNT_HOLDERS_MAX: usize = 3;
const LONG_CHARS_MIN: usize = 8;
/// An end says less than any other slip.
const END_SLIPS: u8 = 4;
/// Work of one receipt.
const RECEIPT: u64 = 1 << 9;

/// A token that is like the key of an item.
struct Hit {
    item: u32,
    token: String,
    key: String,
    slips: u8,
}

/// Of each item that was held against a token: its keys, each with the letters in it.
type OwnKeys<'k> = Vec<Option<Vec<(u64, &'k str)>>>;

/// Receipts with what they may mean beyond what they name.
pub async fn mentions(case: &Case, index: &KeyIndex, pace: &Pace) -> Vec<(usize, Vec<Mention>)> {
    let unsettled = case.unsettled(pace).await;
    let mut all = Vec::new();
    if unsettled.is_empty() {
        return all;
    }
    let near = NearIndex::build(index, case.sides.right.len(), pace).await;
    let mut own_keys: OwnKeys = vec![None; case.sides.right.len()];
    for left in unsettled {
        pace.spend(RECEIPT);
        pace.rest().await;
        let tokens = tokens(case, left, index);
        let mut hits = one_slip_away(case, left, &tokens, index, &near);
        hits.extend(of_amount(case, left, &tokens, index));
        if let Some(payer) = case.payers[left] {
            hits.extend(of_payer(case, left, payer.customer, &tokens, index, &mut own_keys));
        }
        let found = nearest(hits, &case.mentions[left]);
        if !found.is_empty() {
            all.push((left, found));
        }
    }
    all
}

/// Items of the amount: the sides stand in the order of their amounts.
fn of_equal_amount(case: &Case, left: usize) -> std::ops::Range<u32> {
    let own = (case.sides.left[left].currency, case.sides.left[left].amount);
    let all = &case.sides.right;
    let from = all.partition_point(|item| (item.currency, item.amount) < own);
    let many = all[from..].partition_point(|item| (item.currency, item.amount) == own);
    from as u32..(from + many) as u32
}

/// Long numbers with several slips, of whomever, where the amount leads to the item: a parent, a
/// factor or a sister pays, and reads the number off paper.
fn of_amount(case: &Case, left: usize, tokens: &[(String, u8)], index: &KeyIndex) -> Vec<Hit> {
    let items = of_equal_amount(case, left);
    if items.len() > AMOUNT_HOLDERS_MAX {
        return Vec::new();
    }
    let mut hits = Vec::new();
    for item in items.filter(|&item| case.reaches(left, item)) {
        for (_, key) in index.own_keys(item).filter(|(_, key)| key.len() >= LONG_CHARS_MIN) {
            let long = tokens.iter().filter(|(token, _)| token.len() >= LONG_CHARS_MIN);
            let near = long.filter_map(|(token, more)| Some((token, more + slips(token, key)?)));
            hits.extend(near.map(|(token, slips)| {
                let (token, key) = (token.clone(), key.to_owned());
                Hit { item, token, key, slips }
            }));
        }
    }
    hits
}

/// What may be an identifier and is none, as it stands and with figures for letters.
fn tokens(case: &Case, left: usize, index: &KeyIndex) -> Vec<(String, u8)> {
    let reading = read(&case.sides.left[left]);
    let candidates = reading.candidates.iter().filter(|c| !c.masked);
    let unknown = candidates.filter(|candidate| !index.contains(&candidate.text));
    let mut all: Vec<(String, u8)> = Vec::new();
    for candidate in unknown {
        all.push((candidate.text.clone(), 0));
        all.extend(read_as_digits(&candidate.text).into_iter().map(|read| (read, 1)));
    }
    all
}

fn one_slip_away(
    case: &Case,
    left: usize,
    tokens: &[(String, u8)],
    index: &KeyIndex,
    near: &NearIndex,
) -> Vec<Hit> {
    let payer = case.payers[left].map(|payer| payer.customer);
    let takes = |item: u32| {
        let customer = case.customers.of_item[item as usize];
        let both = payer.zip(customer);
        let others = both.is_some_and(|(payer, of)| !case.customers.covers(payer, of));
        !others && case.reaches(left, item)
    };
    let mut hits = Vec::new();
    for (token, more) in tokens {
        let whole = (*more > 0).then(|| index.holding(token)).into_iter().flatten();
        let whole = whole.map(|item| (item, token.as_str(), 0));
        for (item, key, slips) in whole.chain(near.near(token)) {
            if takes(item) {
                let (token, key) = (token.clone(), key.to_owned());
                hits.push(Hit { item, token, key, slips: slips + more });
            }
        }
    }
    hits
}

fn of_payer<'k>(
    case: &Case,
    left: usize,
    customer: u32,
    tokens: &[(String, u8)],
    index: &'k KeyIndex,
    own_keys: &mut OwnKeys<'k>,
) -> Vec<Hit> {
    let tokens = || tokens.iter().filter(|(token, _)| token.len() >= END_CHARS_MIN);
    if tokens().next().is_none() {
        return Vec::new();
    }
    let items = case.items_of.get(&customer).map_or(&[][..], Vec::as_slice);
    let reached = items.iter().copied().filter(|&item| case.reaches(left, item));
    let items: Vec<u32> = reached.take(COMPARED_MAX + 1).collect();
    if items.len() > COMPARED_MAX {
        return Vec::new();
    }
    let mut hits = Vec::new();
    for (token, more) in tokens() {
        let mut ends: BTreeMap<u32, Hit> = BTreeMap::new();
        // A short end that is as near to another number names neither.
        let mut is_near_another = false;
        let own = letters(token);
        for &item in &items {
            let keys = own_keys[item as usize].get_or_insert_with(|| {
                index.own_keys(item).map(|(_, key)| (letters(key), key)).collect()
            });
            for &(_, key) in keys.iter().filter(|(letters, _)| may_be(own, *letters)) {
                let hit = |slips: u8| {
                    let (token, key) = (token.clone(), key.to_owned());
                    Hit { item, token, key, slips: slips + more }
                };
                let like = if token.len() >= TOKEN_CHARS_MIN { slips(token, key) } else { None };
                match like {
                    Some(slips) => hits.push(hit(slips)),
                    None if is_cut(token, key) => {
                        ends.insert(item, hit(END_SLIPS));
                    }
                    None => is_near_another |= slips(token, key).is_some(),
                }
            }
        }
        if ends.len() <= END_HOLDERS_MAX && !is_near_another {
            hits.extend(ends.into_values());
        }
    }
    hits
}

/// Each item once, by the token that is nearest to it.
fn nearest(hits: Vec<Hit>, named: &[Mention]) -> Vec<Mention> {
    let mut best: BTreeMap<u32, &Hit> = BTreeMap::new();
    for hit in &hits {
        let slot = best.entry(hit.item).or_insert(hit);
        if (hit.slips, &hit.token, &hit.key) < (slot.slips, &slot.token, &slot.key) {
            *slot = hit;
        }
    }
    // A part of a token, or one with more around it, is the same place in the text.
    let same = |a: &str, b: &str| a.contains(b) || b.contains(a);
    let is_far = |hit: &Hit| {
        best.values().any(|other| {
            other.item != hit.item && other.slips < hit.slips && same(&other.token, &hit.token)
        })
    };
    let new = best.values().filter(|hit| named.iter().all(|m| m.item != hit.item));
    new.map(|hit| Mention {
        item: hit.item,
        token: hit.token.clone(),
        like: Some(hit.key.clone()),
        kind: None,
        strong: false,
        slips: hit.slips,
        far: is_far(hit),
    })
    .collect()
}
